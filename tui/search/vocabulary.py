"""The distinct folded words of a collection, arranged for every way of looking them up."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from tui.search.spelling import frame


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
        self._rows: dict[int, list[str]] | None = None
        self._cuts: dict[int, list[str]] = {}
        self._frames: dict[str, list[tuple[str, int]]] = {}

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

    def of_length(self, length: int) -> list[str]:
        """The words with so many letters."""
        if self._rows is None:
            self._rows = {}
            for word in self.words:
                self._rows.setdefault(len(word), []).append(word)
        return self._rows.get(length, [])

    def cuts(self, length: int) -> list[str]:
        """The distinct beginnings, `length` letters long, of longer words."""
        if length not in self._cuts:
            self._cuts[length] = list(dict.fromkeys(word[:length] for word in self.words if len(word) > length))
        return self._cuts[length]

    def framed(self, consonants: str) -> Iterator[tuple[int, bool]]:
        """The ids of the words whose consonant frame is this or begins so, and whether it is this."""
        letter = consonants[:1]
        if letter not in self._frames:
            self._frames[letter] = [(frame(self.words[i]), i) for i in self.starting(letter)]
        return ((i, bones == consonants) for bones, i in self._frames[letter] if bones.startswith(consonants))
