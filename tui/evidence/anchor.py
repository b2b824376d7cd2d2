"""Placing a quotation in a document: an exact span and what differs, or a refusal."""

from __future__ import annotations

from collections.abc import Sequence

from tui.documents.model import Document
from tui.evidence.capitals import exchanged, paired
from tui.evidence.context import Context, context
from tui.evidence.cut import cut_off
from tui.evidence.ellipsis import chains
from tui.evidence.exact import Place, Placed, places
from tui.evidence.hidden import hidden
from tui.evidence.model import Alternative, Anchor, Status
from tui.evidence.prepared import Prepared, prepare
from tui.evidence.quoted import Quoted, quoted

# Two places whose contexts fit this nearly alike cannot be told apart by them.
_TELLS_APART = 0.10

# So much of a differing word two places may differ in and still be equally good.
_AS_GOOD = 0.25

# So many bits less of its words may stand at one of them: that is less than a word that tells something.
_LESS_TOLD = 6.0

# So many other places are named at most; where there are as many, there may be more.
MOST_ALTERNATIVES = 20


def anchor(document: Document, quote: str, *, prefix: str = "", suffix: str = "") -> Anchor:
    """Places `quote` in `document`. Never raises.

    `prefix` and `suffix` are words that stand before and after it, to tell equal places apart. The span counts
    code points of `document.text`; `alternatives` name the other places in question. `verified` and `ambiguous`
    say that every word stands there, typography and slips of the pen aside; anything else that differs is named
    in the changes of an `altered` or `partial` quotation.
    """
    prepared = prepare(document)
    sought = quoted(quote)
    around = context(prefix, suffix)
    if found := _exact(prepared, sought):
        return _told_apart(prepared, found, around)
    from tui.evidence.approximate import approximate  # and with it rapidfuzz: 12 ms most readings never need

    return _told_apart(prepared, approximate(prepared, sought, around), around)


def _exact(prepared: Prepared, sought: Quoted) -> list[Placed]:
    """The places of the levelled quotation, or of all its parts in order."""
    text, whole = prepared.text, sought.text.strip()
    found = (places(text, whole) or places(text, sought.unjoined)) if sought.parts else []
    listed = [sought.text[slice(*part)].strip() for part in sought.parts]
    if found or listed in ([], [whole]):
        return [_placed(prepared, sought, (place,)) for place in found]
    return [_placed(prepared, sought, run) for run in chains(text, listed)]


def _placed(prepared: Prepared, sought: Quoted, run: Sequence[Place]) -> Placed:
    """What stands word for word; it may still leave out or write in capitals what says something else."""
    place = Place(run[0].start, run[-1].end)
    told = hidden(prepared, sought, run) + cut_off(prepared, sought, place)
    told += exchanged(prepared, sought, paired(prepared, sought, run))
    return Placed(place, tuple(sorted(told, key=lambda change: change.quoted_span)), True, float(len(told)))


def _told_apart(prepared: Prepared, found: Sequence[Placed], around: Context) -> Anchor:
    """The best place; among equally good ones the one whose surroundings fit best, if they tell."""
    if not found:
        return Anchor(Status.MISSING)
    least = min(one.cost for one in found if one.whole == found[0].whole)
    near = [one for one in found if one.whole == found[0].whole and one.cost <= least + _AS_GOOD]
    most = max(one.bits for one in near)
    equal = [one for one in near if one.bits >= most - _LESS_TOLD]
    fitting = ((around.fit(prepared.text, *one.place), one) for one in equal)
    ranked = sorted(fitting, key=lambda rank: (-rank[0], rank[1].cost, rank[1].place))
    fitness, best = ranked[0]
    rivals = [one for other, one in ranked[1:] if fitness - other < _TELLS_APART and not other < fitness == 1.0]
    alternatives = tuple(Alternative(prepared.source, prepared.span(*one.place)) for one in rivals[:MOST_ALTERNATIVES])
    return Anchor(_status(best, bool(rivals)), prepared.span(*best.place), best.changes, alternatives)


def _status(best: Placed, rivalled: bool) -> Status:
    if not best.whole:
        return Status.PARTIAL
    if best.changes:
        return Status.ALTERED
    return Status.AMBIGUOUS if rivalled else Status.VERIFIED
