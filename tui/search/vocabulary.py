"""The distinct folded words of a collection, arranged for every way of looking them up."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from tui.search.spelling import frame

if TYPE_CHECKING:
    from tui.search.alike import Alike

_LONGEST_CUT = 14  # letters


class Vocabulary:
    """Sorted distinct words; a word's id is its place, so all words with one beginning are one range.

    `frequency[id]` counts the passages that hold the word. Arrangements that not every search needs are made when
    first asked for.
    """

    def __init__(self, words: Sequence[str], frequency: Sequence[int]) -> None:
        """`words` sorted and distinct, `frequency` as long."""
        self.words = words
        self.frequency = frequency
        self.ids = {word: i for i, word in enumerate(words)}
        self._joined = "\n".join(words)
        self._starts: list[int] = []
        at = 0
        for word in words:
            self._starts.append(at)
            at += len(word) + 1
        self._rows: dict[int, Alike] | None = None
        self._cuts: dict[int, Alike] = {}
        self._frames: dict[str, list[tuple[str, int]]] = {}
        self._ending: dict[str, dict[str, list[int]]] = {}

    def starting(self, beginning: str) -> range:
        """The ids of all words that begin so, the word itself first."""
        low = bisect_left(self.words, beginning)
        # U+10FFFF is no character of any word, so it closes the range.
        return range(low, bisect_left(self.words, beginning + "\U0010ffff", low))

    def containing(self, part: str) -> Iterator[int]:
        """The ids of all words with `part` anywhere in them, ascending."""
        at = self._joined.find(part)
        while at >= 0:
            found = bisect_right(self._starts, at) - 1
            yield found
            at = self._joined.find(part, self._starts[found] + len(self.words[found]))

    def near(self, typed: str, length: int, edits: int) -> Iterable[tuple[str, int]]:
        """The words with so many letters at most so many edits away, each with its distance."""
        row = self._of_length().get(length)
        return row.within(typed, edits) if row else ()

    def _of_length(self) -> dict[int, Alike]:
        from tui.search.alike import Alike  # rapidfuzz: not before a search needs it

        if self._rows is None:
            rows: dict[int, list[str]] = {}
            for word in self.words:
                rows.setdefault(len(word), []).append(word)
            self._rows = {letters: Alike(words) for letters, words in rows.items()}
        return self._rows

    def near_beginnings(self, typed: str, length: int, edits: int) -> Iterable[tuple[str, int]]:
        """The beginnings, `length` letters long, of longer words, at most so many edits away, with their distance."""
        return self._cut(length).within(typed, edits)

    def _cut(self, length: int) -> Alike:
        from tui.search.alike import Alike

        if length not in self._cuts:
            self._cuts[length] = Alike(list(dict.fromkeys(w[:length] for w in self.words if len(w) > length)))
        return self._cuts[length]

    def framed(self, consonants: str) -> Iterator[tuple[int, bool]]:
        """The ids of the words whose consonant frame is this or begins so, and whether it is this."""
        frames = self._framed(consonants[:1])
        low = bisect_left(frames, (consonants, -1))
        alike = islice(frames, low, bisect_left(frames, (consonants + "\U0010ffff", -1), low))
        return ((i, bones == consonants) for bones, i in alike)

    def _framed(self, letter: str) -> list[tuple[str, int]]:
        if letter not in self._frames:
            self._frames[letter] = sorted((frame(self.words[i]), i) for i in self.starting(letter))
        return self._frames[letter]

    def between(self, first: str, last: str) -> Sequence[int]:
        """The ids of the words that begin with one letter and end with another, ascending."""
        if first not in self._ending:
            ending: dict[str, list[int]] = {}
            for number in self.starting(first):
                ending.setdefault(self.words[number][-1], []).append(number)
            self._ending[first] = ending
        return self._ending[first].get(last, ())

    def warm(self) -> Iterator[None]:
        """Make, a little at a time, the arrangements that slips are looked up in."""
        for letter in dict.fromkeys(word[0] for word in self.words if word[0].isalpha()):
            self._framed(letter)
            self.between(letter, letter)
            yield
        for length in range(3, _LONGEST_CUT):
            yield from self._cut(length).warm()
            if length in self._of_length():
                yield from self._of_length()[length].warm()
