"""A stretch of a document's text taken word by word, line by line or passage by passage; no screen is needed for it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator

from tui.documents.model import Document, Span

# In scripts written without spaces every character is a word to step by.
_ALONE = "\u2e80-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_ALONE}]|[^\W{_ALONE}]+(?:[’'.,\-][^\W{_ALONE}]+)*")
_NEAR = 4_000  # characters looked at for the next word

Rows = Callable[[int, int], Span | None]
"""From a character and a number of rows to the characters of the row that is so far away; None beyond the ends."""


class Stretch:
    """`anchor` stays, `head` moves; they never meet. `swap` makes the other end the one that moves."""

    def __init__(self, document: Document, span: Span) -> None:
        self.document = document
        self.anchor, self.head = span

    @property
    def span(self) -> Span:
        """The characters taken."""
        return Span(*sorted((self.anchor, self.head)))

    @property
    def words(self) -> int:
        """How many words are taken."""
        return sum(1 for _ in _WORD.finditer(self.document.text, *self.span))

    @property
    def _ahead(self) -> bool:
        return self.head > self.anchor

    def swap(self) -> None:
        """Move the other end from now on."""
        self.anchor, self.head = self.head, self.anchor

    def by_word(self, by: int) -> None:
        """Move on to the edge of the next word, or back to that of the one before."""
        self._to(self._next(by, self._edges(_WORD.finditer(self.document.text, *self._near()))))

    def by_passage(self, by: int) -> None:
        """Move on to the edge of a passage, or back."""
        passages = self.document.passages
        at = bisect_left(passages, self.head, key=lambda one: one.start)
        near = passages[max(at - 3, 0) : at + 3]
        self._to(self._next(by, [one.end if self._ahead else one.start for one in near]))

    def by_line(self, by: int, rows: Rows) -> None:
        """Move on to the edge of the next row that has words, or back."""
        at, away = self.head - 1 if self._ahead else self.head, by
        while (row := rows(at, away)) is not None:
            if row.end > row.start:
                self._to(row.end if self._ahead else row.start)
                return
            away += by

    def _near(self) -> tuple[int, int]:
        # A word that the window cuts in two is not next to the head.
        return max(self.head - _NEAR, 0), self.head + _NEAR

    def _edges(self, found: Iterator[re.Match[str]]) -> list[int]:
        return [match.end() if self._ahead else match.start() for match in found]

    def _next(self, by: int, edges: list[int]) -> int:
        """The edge next to the head that way; the head itself where there is none."""
        at = bisect_right(edges, self.head) if by > 0 else bisect_left(edges, self.head) - 1
        return edges[at] if 0 <= at < len(edges) else self.head

    def _to(self, head: int) -> None:
        if (head > self.anchor) == self._ahead and head != self.anchor:
            self.head = head
