"""What search asks of whatever holds the passages: ids for words, and for the best few passages their words.

This is the seam between one ranking and many stores, and all of it. A store answers three kinds of question: the
vocabulary (`Vocabulary`: sorted words, each with the number of passages that hold it), sets of passages for ids of
words or forms (`holding`, `beginning`, `written_as`, `adjoining`, `opening`, `closing`: any type with the operators of
`Passages`; roaring bitmaps on disk and on servers), and rows of passages (`lines` and `in_rows` for some hundreds a
key, `read` for the hits). `expect` asks nothing. How sets and rows are kept is the store's own business;
`tui.search.library.sealed` has the form two of them share. Readings, matching, ranking and highlights never know which
store they ask.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

from tui.documents.model import Passage, Span
from tui.search.bits import Passages
from tui.search.vocabulary import Vocabulary


class Line(NamedTuple):
    """The words of one passage in order, and each as the form it is written in."""

    words: Sequence[int]
    forms: Sequence[int]


class Written(NamedTuple):
    """One passage as it is written: `words` are the places of its words in the document's clean text."""

    source: str
    place: Passage
    text: str
    words: Sequence[tuple[int, int]]


Row = tuple[Sequence[int], Sequence[Collection[int]]]  # passages, and the places of words in a row: any of these ids


def in_lines(lines: Callable[[Iterable[int]], Iterable[tuple[int, Line]]], asked: Sequence[Row]) -> list[list[int]]:
    """Of each asked those passages in whose lines words stand in a row, of each place one."""
    known = dict(lines(dict.fromkeys(passage for passages, _ in asked for passage in passages)))
    return [[passage for passage in passages if _stand(known[passage].words, places)] for passages, places in asked]


def _stand(words: Sequence[int], places: Sequence[Collection[int]]) -> bool:
    each = list(enumerate(places))
    return any(all(words[at + i] in place for i, place in each) for at in range(len(words) - len(places) + 1))


class Store(Protocol):
    """Passages numbered in the order of the text; a word is its id in the vocabulary, a form an id of the store's."""

    @property
    def vocabulary(self) -> Vocabulary:
        """The distinct folded words."""

    @property
    def size(self) -> int:
        """How many passages there are."""

    @property
    def everything(self) -> Passages:
        """The set of all passages."""

    def of(self, passages: Sequence[int]) -> Passages:
        """The set of these passages."""

    def holding(self, words: Iterable[int]) -> Passages:
        """The passages that hold any of these words."""

    def beginning(self, words: range) -> Passages:
        """The same for a whole range of words, which may be long."""

    def written_as(self, forms: Collection[int]) -> Passages:
        """The passages that hold any of these forms."""

    def adjoining(self, left: Collection[int], right: Collection[int]) -> tuple[Passages, bool]:
        """The passages where a word of one may stand right before a word of the other, and whether it does in all."""

    def opening(self, words: Iterable[int]) -> Passages:
        """The passages whose first word is one of these."""

    def closing(self, words: Iterable[int]) -> Passages:
        """The passages whose last word is one of these."""

    def lines(self, passages: Iterable[int]) -> Iterator[tuple[int, Line]]:
        """Each of these passages with its words."""

    def in_rows(self, asked: Sequence[Row]) -> list[list[int]]:
        """Of each asked those passages where words stand in a row, of each place one."""

    def read(self, passage: int) -> Written:
        """A passage as it is written."""

    def expect(self, *, words: Iterable[int] = (), spellings: Iterable[int] = (), passages: Iterable[int] = ()) -> None:
        """What will be asked for next, one by one: sets of words, the forms of words, texts of passages.

        A store that is far away fetches them at once; one that is near has nothing to do.
        """

    def forms_of(self, word: int) -> Sequence[tuple[int, str]]:
        """The forms of a word, each with its spelling."""

    def written(self, word: int) -> str:
        """How a word is mostly written; in small letters when both are as common."""

    @property
    def sources(self) -> Sequence[str]:
        """The names of the documents, in the order of the text."""

    def stretch(self, document: int) -> range:
        """The passages of one document."""

    def of_documents(self, documents: Iterable[int]) -> Passages:
        """The passages of these documents."""

    def overlapping(self, document: int, spans: Iterable[Span]) -> Iterator[int]:
        """The passages of one document that share a letter with any of these spans."""
