"""What comparing documents yields: links, groups, what one source alone carries, differences."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import Literal, NamedTuple

from tui.documents.model import Document, Span
from tui.evidence.headings import headings

Band = Literal["same", "similar"]
Kind = Literal["conflict", "variant", "framing"]


class Place(NamedTuple):
    """One passage of the pool: `document` counts in the documents given, `passage` in that document's passages."""

    document: int
    passage: int


class Link(NamedTuple):
    """Two passages of different documents that report the same thing.

    `a` and `b` are indices into `Comparison.passages`, a < b; `score` lies in 0..1.
    """

    a: int
    b: int
    score: float
    band: Band


class FoundValue(NamedTuple):
    """One source's side of a difference: where it stands, and the value as read from there."""

    document: int
    span: Span
    value: str


class FoundDifference(NamedTuple):
    """Sources disagree or vary: a question, never a verdict. `score` ranks, higher first; `about` is one line."""

    kind: Kind
    about: str
    values: tuple[FoundValue, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything found between documents; the order of the documents changes nothing but the numbering.

    `passages` lists the passages of all documents, document by document. `groups` hold ascending indices of passages
    that report one fact; `only` are the passages that no other source has. `differences` come best first.
    """

    documents: tuple[Document, ...]
    passages: tuple[Place, ...]
    links: tuple[Link, ...]
    groups: tuple[tuple[int, ...], ...]
    only: tuple[int, ...]
    differences: tuple[FoundDifference, ...]

    def span(self, index: int) -> Span:
        """Where passage `index` stands in its document's clean text."""
        place = self.passages[index]
        passage = self.documents[place.document].passages[place.passage]
        return Span(passage.start, passage.end)

    @property
    def headings(self) -> frozenset[int]:
        """The passages that are headings of their articles."""
        starts = accumulate((len(document.passages) for document in self.documents), initial=0)
        return frozenset(
            start + index
            for start, document in zip(starts, self.documents, strict=False)
            for index in headings(document)
        )

    def counterparts(self, index: int) -> tuple[Link, ...]:
        """The links of passage `index`, strongest first."""
        found = [link for link in self.links if index in (link.a, link.b)]
        return tuple(sorted(found, key=lambda link: (link.band != "same", -link.score, link.a, link.b)))

    def text(self, index: int) -> str:
        """The words of passage `index`."""
        span = self.span(index)
        return self.documents[self.passages[index].document].text[span.start : span.end]
