"""Quotations that are not as their sources have them: which they are, which words differ, and how that is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from tui.documents import clean_line, quoted
from tui.evidence.model import Quotation, ResolvedBriefing, Status
from tui.evidence.telling import OTHERWISE, How, Told, tell

if TYPE_CHECKING:
    from tui.evidence.remarks import Remark

FAILED: Final = (Status.ALTERED, Status.PARTIAL, Status.MISSING, Status.MISATTRIBUTED)
UNPLACED: Final = (Status.MISSING, Status.MISATTRIBUTED)
MARK: Final = "!"  # stands behind the sign of whatever such a quotation supports
_SHOWN, _LONGEST = 3, 60  # changes told of one quotation; characters of each side


def failed(quotation: Quotation) -> bool:
    """Whether the author's words are not the source's; of an article that cannot be read nothing is known."""
    return quotation.document is not None and quotation.anchor.status in FAILED


def any_failed(quotations: Iterable[Quotation]) -> bool:
    """Whether one of them is not as its source has it."""
    return any(map(failed, quotations))


def places(resolved: ResolvedBriefing) -> Iterator[tuple[str, Quotation]]:
    """Each such quotation and what it belongs to: a statement (`1.2`) or a difference (`difference 3`)."""
    for section in resolved.sections:
        for statement in section.statements:
            yield from ((f"{section.number}.{statement.number}", q) for q in statement.quotations if failed(q))
    for difference in resolved.differences:
        yield from ((f"difference {difference.number}", q) for q in difference.values if failed(q))


def lit(quotation: Quotation) -> list[tuple[int, int]]:
    """The source's words that the quotation has otherwise or leaves out, as `[start, end)` in `quotation.text`."""
    span = quotation.anchor.span
    if span is None or not failed(quotation):
        return []
    changes = [change.span for change in quotation.anchor.changes if not change.elsewhere]
    found = {(change.start - span.start, change.end - span.start) for change in changes}
    return sorted((start, end) for start, end in found if 0 <= start < end)


def told(quotation: Quotation, letters: Mapping[str, str]) -> list[str]:
    """What is not as the source has it, in a line each; nothing for a quotation that is. `letters`: by source id."""
    anchor, document = quotation.anchor, quotation.document
    if document is None or not failed(quotation):
        return []
    if anchor.status is Status.MISATTRIBUTED:
        others = sorted({letters.get(one.source, one.source) for one in anchor.alternatives})
        return [f"not in this source: stands in {' and '.join(others)}"]
    if anchor.status is Status.MISSING:
        return ["not in this source"]
    if not anchor.changes:
        return [f"quoted {_words(quotation.claim.quote)}"]
    found = tell(document, quotation.claim.quote, anchor.changes)
    more = len(found) - _SHOWN
    return [*map(_change, found[:_SHOWN]), *([f"and {more} more"] if more > 0 else [])]


def beside(quotation: Quotation) -> list[str]:
    """What is worth a look at a quotation that stands in its source: see `remarks`."""
    if quotation.document is None or quotation.anchor.status is not Status.VERIFIED:
        return []
    from tui.evidence.remarks import remarks  # and not before the first quotation is read

    return [_remarked(one) for one in remarks(quotation.document, quotation.claim.quote, quotation.anchor)]


def _remarked(one: Remark) -> str:
    if one.where == "joined":
        return f"the gap makes one of {one.sentences} sentences"
    if one.where == "behind":
        return f"the source goes on: {_words(one.found)}"
    return f"the source has {_words(one.found)} {'in the gap' if one.where == 'gap' else 'before it'}"


def _change(told: Told) -> str:
    words, found = _words(told.quoted), _words(told.found)
    match told.how:
        case How.REPLACED:
            return f"quoted {words}, here {found}"
        case How.SAME_FIGURE:
            return f"quoted {words}, here {found}, {OTHERWISE}"
        case How.LEFT_OUT:
            return f"left out: {found}"
        case How.ELSEWHERE:
            return f"not here but in ¶{told.place.paragraph}: {words}"
        case How.NOT_THERE:
            return f"not found here: {words}"
        case How.NOWHERE:
            return f"not found: {words}"


def _words(text: str) -> str:
    line = clean_line(text)
    return quoted(line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…")
