"""Words with one first letter by their consonant frames, which are made again when asked for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from tui.search.library.codes import Numbers
from tui.search.library.sorted_words import LAST, SortedWords
from tui.search.spelling import frames

_APART = 32  # words from one to the next whose frame is kept; the frames of as many take 15 µs


class Framed:
    """Ids in the order of the frames of their words: as many frames as text would take three times the bytes."""

    def __init__(self, words: SortedWords, numbers: Numbers) -> None:
        self._words, self._numbers = words, numbers
        self._signposts = frames(words.at(numbers[::_APART]))

    def beginning(self, consonants: str) -> Iterator[tuple[int, bool]]:
        """The ids of the words whose frame is this or begins so, and whether it is this."""
        low = max(bisect_left(self._signposts, consonants) - 1, 0) * _APART
        numbers = self._numbers[low : bisect_left(self._signposts, consonants + LAST) * _APART]
        each = zip(numbers.tolist(), frames(self._words.at(numbers)), strict=True)
        return ((number, bones == consonants) for number, bones in each if bones.startswith(consonants))
