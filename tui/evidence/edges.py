"""Taking a quotation's outer punctuation along where the document has the same."""

from __future__ import annotations

from tui.evidence.fit import Fit


def with_marks(text: str, quote: str, fitted: Fit) -> tuple[int, int]:
    """`[start, end)` of the levelled `text` for a fit, with the marks before and after that `quote` has too."""
    start, end = fitted.start, fitted.end
    if text.startswith("'s", start):
        start = text.rfind(" ", 0, start) + 1
    first, last = fitted.quoted[fitted.steps[0].quoted], fitted.quoted[fitted.steps[-1].quoted_end - 1]
    before = quote[: first.start].rpartition(" ")[2]
    while before and start and text[start - 1] == before[-1]:
        before, start = before[:-1], start - 1
    after = quote[last.end :].partition(" ")[0]
    while after and text[end : end + 1] == after[0]:
        after, end = after[1:], end + 1
    return start, end
