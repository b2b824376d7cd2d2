"""Placing a quotation in a document: an exact span and what differs, or a refusal."""

from __future__ import annotations

from tui.documents.model import Document
from tui.evidence.context import Context, context
from tui.evidence.ellipsis import chains, parts
from tui.evidence.exact import Place, places
from tui.evidence.model import Alternative, Anchor, Status
from tui.evidence.normal import normalise
from tui.evidence.prepared import Prepared, prepare

# Two places whose contexts fit this nearly alike cannot be told apart by them.
_TELLS_APART = 0.10
_ALTERNATIVES = 20


def anchor(document: Document, quote: str, *, prefix: str = "", suffix: str = "") -> Anchor:
    """Places `quote` in `document`. Never raises.

    `prefix` and `suffix` are words that stand before and after it, to tell equal places apart. The span
    counts code points of `document.text`; `alternatives` name the other places in question.
    """
    prepared = prepare(document)
    wanted = normalise(quote).text.strip()
    around = context(prefix, suffix)
    found = places(prepared.text, wanted)
    if not found and len(sought := parts(wanted)) > 0 and sought != [wanted]:
        found = places(prepared.text, sought[0]) if len(sought) == 1 else chains(prepared.text, sought)
    if found:
        return _choose(prepared, found, around)
    return Anchor(Status.MISSING)


def _choose(prepared: Prepared, found: list[Place], around: Context) -> Anchor:
    """The place whose surroundings fit best, or `ambiguous` when another fits as well."""
    ranked = sorted(((around.fit(prepared.text, *place), place) for place in found), key=lambda r: (-r[0], r[1]))
    (best, place), others = ranked[0], ranked[1:]
    rivals = [other for fit, other in others if best - fit < _TELLS_APART]
    alternatives = tuple(Alternative(prepared.source, prepared.span(*o)) for o in rivals[:_ALTERNATIVES])
    status = Status.AMBIGUOUS if rivals else Status.VERIFIED
    return Anchor(status, prepared.span(*place), (), alternatives)
