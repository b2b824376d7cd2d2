"""What a loaded article is: clean text, paragraphs, passages and notices, all in code points."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple


class Span(NamedTuple):
    """`[start, end)` in code points of a document's clean text."""

    start: int
    end: int


class Paragraph(NamedTuple):
    """A paragraph: its number counted from 1, its span, and the 1-based line of the article it begins on."""

    number: int
    start: int
    end: int
    line: int


class Passage(NamedTuple):
    """One sentence, `[start, end)`; `paragraph` is the number of the paragraph it stands in."""

    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Notice:
    """Something about the article its reader should know; `message` is one clean line."""

    code: str
    message: str
    count: int = 1


class ArticleError(Exception):
    """An article that cannot be opened; its text is one clean line that names the file."""


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Document:
    """An article loaded. Equal bytes give equal documents.

    `source` is the path as given (cleaned), `text` the clean text every offset counts in,
    `sha256` the hex digest of the article's bytes as they lie on disk.
    """

    source: str
    path: Path
    text: str
    paragraphs: tuple[Paragraph, ...]
    passages: tuple[Passage, ...]
    sha256: str
    notices: tuple[Notice, ...] = ()

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """The paragraph that holds `offset`, or the last one before it; None in an empty document."""
        index = bisect_right(self.paragraphs, offset, key=lambda p: p.start) - 1
        return self.paragraphs[max(index, 0)] if self.paragraphs else None

    def passage_at(self, offset: int) -> int | None:
        """The index of the passage that holds `offset`, or of the last one before it."""
        index = bisect_right(self.passages, offset, key=lambda p: p.start) - 1
        return max(index, 0) if self.passages else None

    def passages_around(self, span: Span) -> Span:
        """`span` widened to whole passages."""
        first, last = self.passage_at(span.start), self.passage_at(max(span.end - 1, span.start))
        if first is None or last is None:
            return span
        return Span(min(span.start, self.passages[first].start), max(span.end, self.passages[last].end))

    def start_of_line(self, line: int) -> int:
        """Where the first paragraph begins that stands on the article's 1-based `line` or below; else the end."""
        if line <= 1:
            return 0
        return next((one.start for one in self.paragraphs if one.line >= line), len(self.text))

    @property
    def words(self) -> int:
        """How many space-separated words the text has."""
        return len(self.text.split())
