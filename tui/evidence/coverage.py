"""Which sources speak to a statement, and how."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from tui.briefing.model import Evidence
from tui.evidence.model import Carriage, Quotation, ResolvedStatement, Status

# The strongest wins. A contradiction is what a reader must not miss, so it outranks agreement by the same source.
_STRENGTH = (Carriage.DIFFERS, Carriage.VERIFIED, Carriage.PARTLY, Carriage.UNKNOWN, Carriage.SILENT)
_WHOLE = (Status.VERIFIED, Status.AMBIGUOUS)
_IN_PART = (Status.ALTERED, Status.PARTIAL)


def carriage(quotation: Quotation) -> Carriage:
    """What one placed quotation does for its statement; what is not in its source, or is context, says nothing."""
    if quotation.document is None:
        return Carriage.UNKNOWN
    claim, status = quotation.claim, quotation.anchor.status
    if not isinstance(claim, Evidence) or claim.role == "context" or status not in _WHOLE + _IN_PART:
        return Carriage.SILENT
    if claim.role == "contradicts":
        return Carriage.DIFFERS
    return Carriage.VERIFIED if claim.role == "supports" and status in _WHOLE else Carriage.PARTLY


def coverage(
    sources: Iterable[str], quotations: Iterable[Quotation], read: Collection[str] | None = None
) -> dict[str, Carriage]:
    """For each source id, in the order given, the strongest of its quotations.

    Of sources that are not among the `read` ones nothing is known, whether they are quoted or not.
    """
    strongest = {source: Carriage.SILENT if read is None or source in read else Carriage.UNKNOWN for source in sources}
    for quotation in quotations:
        known = strongest.get(quotation.source.id, Carriage.SILENT)
        strongest[quotation.source.id] = min(known, carriage(quotation), key=_STRENGTH.index)
    return strongest


def tally(sources: Iterable[str], statements: Iterable[ResolvedStatement]) -> Mapping[str, int]:
    """For each source id how many of the statements it speaks to."""
    listed = list(statements)
    return {s: sum(one.coverage[s].speaks for one in listed) for s in sources}
