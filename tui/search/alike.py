"""Words of one length, and which of them can be few edits from another: told by their letters, without comparing.

An edit takes at most one letter out of a word's set of letters and brings at most one in, and the letters by which one
word is longer are edits that take none out. So a word that lacks more of the typed letters than the other edits could
have taken, or has more others than they could have brought, is no candidate. Counting is done for all words at once, a
bit a word: 10 µs for 10,000 words, where comparing each takes 440.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import compress
from string import ascii_lowercase

from tui.search import bits, likeness

_FEW = 300  # words not worth the counting
_FLAGS = bytes.maketrans(b"01", b"\0\1")
_OTHERS = "eaiornts"  # letters common enough for their presence to tell words apart


class Alike:
    """Words of one length, in order."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words
        self._holding: dict[str, int] = {}
        self._every = (1 << len(words)) - 1

    def within(self, typed: str, edits: int) -> Iterable[tuple[str, int]]:
        """The words at most so many edits away, each with its distance."""
        return ((word, distance) for word, distance, _ in likeness.within(typed, self._candidates(typed, edits), edits))

    def warm(self) -> Iterator[None]:
        """Look at the words for every letter of the alphabet, one at a time."""
        for letter in ascii_lowercase:
            self._with(letter)
            yield

    def _candidates(self, typed: str, edits: int) -> Sequence[str]:
        if len(self.words) < _FEW:
            return self.words
        letters = dict.fromkeys(typed)
        longer = len(self.words[0]) - len(typed)
        lacking = self._more_than(edits - max(longer, 0), (self._every & ~self._with(letter) for letter in letters))
        others = self._more_than(
            edits - max(-longer, 0), (self._with(letter) for letter in _OTHERS if letter not in letters)
        )
        left = self._every & ~(lacking | others)
        # Taking a word out costs twice as much as comparing it.
        if 3 * left.bit_count() > len(self.words):
            return self.words
        if 8 * left.bit_count() > len(self.words):
            return list(compress(self.words, bin(left)[:1:-1].encode().translate(_FLAGS)))
        return [self.words[i] for i in bits.Bits(left)]

    def _more_than(self, most: int, sets: Iterable[int]) -> int:
        """The words that lie in more than `most` of the sets; all when `most` is under 0."""
        counted = [self._every] + [0] * (most + 1)
        for words in sets:
            for k in range(most + 1, 0, -1):
                counted[k] |= counted[k - 1] & words
        return counted[most + 1]

    def _with(self, letter: str) -> int:
        """The words that have this letter, as bits."""
        if letter not in self._holding:
            digits = "".join(["1" if letter in word else "0" for word in reversed(self.words)])
            self._holding[letter] = int(digits or "0", 2)
        return self._holding[letter]
