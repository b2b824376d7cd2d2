"""What stores on disk and on servers have in common: sets of passages, and the articles these stand in."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from pyroaring import BitMap, FrozenBitMap

from tui.documents.model import Span
from tui.search.store import Written


class Articles(ABC):
    """Passages numbered article by article; `everything` are those of articles that were not taken out."""

    everything: FrozenBitMap

    @abstractmethod
    def listed(self) -> list[tuple[str, range]]:
        """The path of every article with its passages, in the order the articles were added."""

    @abstractmethod
    def read(self, passage: int) -> Written:
        """One passage as it is written."""

    @abstractmethod
    def expect(self, *, words: Iterable[int] = (), spellings: Iterable[int] = (), passages: Iterable[int] = ()) -> None:
        """Fetch in one go what will be asked for one by one."""

    @property
    def size(self) -> int:
        """How many passages there are."""
        return len(self.everything)

    def of(self, passages: Sequence[int]) -> FrozenBitMap:
        """The set of these passages."""
        return FrozenBitMap(passages)

    @cached_property
    def _articles_listed(self) -> list[tuple[str, range]]:
        return self.listed()

    @cached_property
    def sources(self) -> Sequence[str]:
        """The paths of the articles, in the order they were added."""
        return [path for path, _ in self._articles_listed]

    def stretch(self, document: int) -> range:
        """The passages of one article."""
        return self._articles_listed[document][1]

    def of_documents(self, documents: Iterable[int]) -> FrozenBitMap:
        """The passages of these articles."""
        found = BitMap()
        for document in documents:
            here = self.stretch(document)
            found.add_range(here.start, here.stop)
        return FrozenBitMap(found)

    def overlapping(self, document: int, spans: Iterable[Span]) -> Iterator[int]:
        """The passages of one article that share a letter with any of these spans."""
        wanted = list(spans)
        asked = self.stretch(document) if wanted else range(0)
        self.expect(passages=asked)
        for passage in asked:
            place = self.read(passage).place
            if any(span.start < place.end and place.start < span.end for span in wanted):
                yield passage
