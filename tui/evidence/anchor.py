"""Placing a quotation in a document: an exact span and what differs, or a refusal."""

from __future__ import annotations

from tui.documents.model import Document
from tui.evidence.candidates import windows
from tui.evidence.context import Context, context
from tui.evidence.edges import with_marks
from tui.evidence.ellipsis import chains, parts
from tui.evidence.exact import Place, places
from tui.evidence.fit import fit
from tui.evidence.model import Alternative, Anchor, Status
from tui.evidence.normal import Normal, normalise
from tui.evidence.prepared import Prepared, prepare
from tui.evidence.verdict import changes
from tui.evidence.words import words

# Two places whose contexts fit this nearly alike cannot be told apart by them.
_TELLS_APART = 0.10
_ALTERNATIVES = 20


def anchor(document: Document, quote: str, *, prefix: str = "", suffix: str = "") -> Anchor:
    """Places `quote` in `document`. Never raises.

    `prefix` and `suffix` are words that stand before and after it, to tell equal places apart. The span
    counts code points of `document.text`; `alternatives` name the other places in question.
    """
    prepared = prepare(document)
    normal = normalise(quote)
    wanted = normal.text.strip()
    around = context(prefix, suffix)
    found = places(prepared.text, wanted)
    if not found and len(sought := parts(wanted)) > 0 and sought != [wanted]:
        found = places(prepared.text, sought[0]) if len(sought) == 1 else chains(prepared.text, sought)
    if found:
        return _choose(prepared, found, around)
    return _approximate(prepared, quote, normal, around)


def _choose(prepared: Prepared, found: list[Place], around: Context) -> Anchor:
    """The place whose surroundings fit best, or `ambiguous` when another fits as well."""
    ranked = sorted(((around.fit(prepared.text, *place), place) for place in found), key=lambda r: (-r[0], r[1]))
    (best, place), others = ranked[0], ranked[1:]
    rivals = [other for fit, other in others if best - fit < _TELLS_APART]
    alternatives = tuple(Alternative(prepared.source, prepared.span(*o)) for o in rivals[:_ALTERNATIVES])
    status = Status.AMBIGUOUS if rivals else Status.VERIFIED
    return Anchor(status, prepared.span(*place), (), alternatives)


def _approximate(prepared: Prepared, quote: str, normal: Normal, around: Context) -> Anchor:
    quoted = words(normal.text)
    fits = [found for w in windows(prepared, normal.text, quoted) if (found := fit(prepared, quoted, w)) is not None]
    if not fits:
        return Anchor(Status.MISSING)
    fits.sort(key=lambda f: (not f.whole, round(f.cost - around.fit(prepared.text, f.start, f.end), 1), f.start))
    best = fits[0]
    differ = changes(prepared, quote, normal, best)
    status = Status.PARTIAL if not best.whole else Status.ALTERED if differ else Status.VERIFIED
    return Anchor(status, prepared.span(*with_marks(prepared.text, normal.text, best)), differ)
