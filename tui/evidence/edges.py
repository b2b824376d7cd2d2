"""Taking a quotation's outer punctuation along where the document has the same."""

from __future__ import annotations

from tui.evidence.align import Step
from tui.evidence.fit import Fit
from tui.evidence.words import first_word, is_edge


def with_marks(text: str, quote: str, fitted: Fit) -> tuple[int, int]:
    """`[start, end)` of the levelled `text` for a fit, with the marks before and after that `quote` has too.

    Of a quotation that goes on beyond the fit, no marks beyond a space: they are its other words'.
    """
    first, last = fitted.steps[0], fitted.steps[-1]
    start, end = fitted.start, fitted.end
    if text.startswith("'s", start) or _is_replaced(first):
        start = _compound_start(text, start)
    if _is_replaced(last):
        end = _compound_end(text, end)
    before, after = quote[: fitted.quoted[first.quoted].start], quote[fitted.quoted[last.quoted_end - 1].end :]
    if first.quoted:
        before = before.rpartition(" ")[2]
    if last.quoted_end < len(fitted.quoted):
        after = after.partition(" ")[0]
    while before and start and text[start - 1] == before[-1] and _is_mark(before[-1]):
        before, start = before[:-1], start - 1
    while after and text[end : end + 1] == after[0] and _is_mark(after[0]):
        after, end = after[1:], end + 1
    return _stripped(text, start, end)


def _is_replaced(step: Step) -> bool:
    return not step.matched and step.found_end > step.found


def _is_mark(character: str) -> bool:
    """Whether it is part of no word: "€" and "%" are words."""
    return first_word(character, 0, 1) is None


def whole_word(text: str, start: int) -> int:
    """Where the number or compound begins that `start` lies inside: what was cut off may turn the meaning round."""
    return start if is_edge(text, start) else _compound_start(text, start)


def _compound_start(text: str, start: int) -> int:
    """Where the compound begins that a replaced word ends: "state" in "nation-state" was not replaced alone."""
    low = text.rfind(" ", 0, start) + 1
    return low + next((i for i, c in enumerate(text[low:start]) if c.isalnum()), start - low)


def _compound_end(text: str, end: int) -> int:
    high = text.find(" ", end)
    high = len(text) if high < 0 else high
    return high - next((i for i, c in enumerate(reversed(text[end:high])) if c.isalnum()), high - end)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while text[start] == " ":
        start += 1
    while text[end - 1] == " ":
        end -= 1
    return start, end
