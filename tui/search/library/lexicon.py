"""The distinct folded words of an index as arrays: looked up without an object a word."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from tui.search import likeness
from tui.search.library.codes import Numbers
from tui.search.library.lettered import Lettered, code, letters, shared
from tui.search.library.sorted_words import Places, SortedWords
from tui.search.spelling import frames

_LONGEST_CUT = 14  # letters
_Occurrences = tuple[Numbers, NDArray[np.intp]]


class Lexicon:
    """A `tui.search.vocabulary.Vocabulary` over arrays."""

    def __init__(self, words: bytes, frequency: Numbers) -> None:
        """`words` sorted and distinct, in UTF-8, a line each; `frequency` as long."""
        self._words = SortedWords(words)
        self.frequency: Sequence[int] = array("I", frequency.tobytes())
        self.ids = Places(self._words)
        self._alike: dict[int, Lettered] = {}
        self._cuts: dict[int, tuple[Lettered, Numbers, Numbers]] = {}
        self._frames: dict[str, tuple[SortedWords, Numbers]] = {}
        self._lately: tuple[str, _Occurrences] = "", (self._words.bounds[:0], np.zeros(0, np.intp))

    @property
    def words(self) -> Sequence[str]:
        """The words in order."""
        return self._words

    @cached_property
    def _letters(self) -> tuple[NDArray[np.uint8], NDArray[np.uint32]]:
        """The letters of all words in a row, and where each word begins in it."""
        return letters(self._words)

    @cached_property
    def _lengths(self) -> NDArray[np.uint32]:
        """The letters of each word, counted."""
        codes, first = self._letters
        ends = np.append(first[1:], len(codes) + 1)[: len(first)]
        return (ends - first - 1).astype(np.uint32)

    @cached_property
    def _shared(self) -> Numbers:
        """How many letters each word begins with as the one before it."""
        return shared(self._words)

    def text(self, words: Iterable[int]) -> str:
        """Words in a row, a space between."""
        return self._words.text(words)

    def starting(self, beginning: str) -> range:
        """The ids of all words that begin so, the word itself first."""
        return self._words.beginning(beginning)

    def containing(self, part: str, *, before: int | None = None) -> Sequence[int]:
        """The ids of all words with `part` anywhere in them, or beginning before so many letters; ascending."""
        _, numbers = self._occurrences(part)
        found: list[int] = numbers[np.append(True, numbers[1:] != numbers[:-1])[: len(numbers)]].tolist()
        return found if before is None else [i for i in found if self._words[i].find(part) < before]

    def ending(self, part: str, most: int) -> Iterable[tuple[int, int]]:
        """The ids of the words that end so, ascending, each with the letters before, at most so many."""
        after, numbers = self._occurrences(part)
        numbers = numbers[after == self._words.bounds[numbers + 1] - 1]
        lost = self._lengths[numbers] - np.uint32(len(part))
        return zip(numbers[lost <= most].tolist(), lost[lost <= most].tolist(), strict=True)

    def _occurrences(self, part: str) -> _Occurrences:
        """Wherever `part` is: the byte after it, and the id of the word."""
        if part == self._lately[0]:  # asked for as an ending and as a part of one typed word
            return self._lately[1]
        wanted, text = part.encode("utf-8", "surrogatepass"), self._words.bytes
        if len(wanted) == 1:
            at = np.flatnonzero(self._words.array == wanted[0]).astype(np.uint32)
        else:
            at = np.fromiter(_finds(text, wanted), np.uint32)
        found = at + len(wanted), np.searchsorted(self._words.first, at, "right") - 1
        self._lately = part, found
        return found

    def shorter(self, words: range, most: int) -> Sequence[int]:
        """The ids in a range whose words have at most so many letters."""
        found: list[int] = (np.flatnonzero(self._lengths[words.start : words.stop] <= most) + words.start).tolist()
        return found

    def near(
        self, typed: str, length: int, edits: int, *, among: range | None = None
    ) -> Iterator[tuple[int, str, int]]:
        """The words with so many letters at most so many edits away: id, word and distance."""
        numbers = self._of_length(length).candidates(typed, edits)
        if among is not None:
            numbers = numbers[slice(*np.searchsorted(numbers, np.array((among.start, among.stop), np.uint32)))]
        known = dict(zip(self._words.at(numbers), numbers.tolist(), strict=True))
        for word, distance in likeness.within(typed, list(known), edits):
            yield known[word], word, distance

    def _of_length(self, length: int) -> Lettered:
        if length not in self._alike:
            numbers = np.flatnonzero(self._lengths == length)
            self._alike[length] = Lettered(*self._letters, numbers, length)
        return self._alike[length]

    def near_beginnings(self, typed: str, length: int, edits: int) -> Iterator[tuple[range, str, int]]:
        """The beginnings, `length` letters long, of longer words, at most so many edits away: ids, text, distance."""
        alike, starts, stops = self._cut(length)
        places = alike.places(typed, edits)
        cuts = [word[:length] for word in self._words.at(alike.numbers[places])]
        known = dict(zip(cuts, zip(starts[places].tolist(), stops[places].tolist(), strict=True), strict=True))
        for cut, distance in likeness.within(typed, cuts, edits):
            yield range(*known[cut]), cut, distance

    def _cut(self, length: int) -> tuple[Lettered, Numbers, Numbers]:
        """The different beginnings of longer words: of each the first such word, and the range of all that have it."""
        if length not in self._cuts:
            begins = np.flatnonzero(self._shared < length)
            stops = np.append(begins[1:], len(self._words))
            # A word of just so many letters is the first of those that begin with it.
            longer = begins + (self._lengths[begins] == length)
            kept = (longer < stops) & (self._lengths[np.minimum(longer, len(self._words) - 1)] > length)
            alike = Lettered(*self._letters, longer[kept], length)
            self._cuts[length] = alike, begins[kept].astype(np.uint32), stops[kept].astype(np.uint32)
        return self._cuts[length]

    def framed(self, consonants: str) -> Iterator[tuple[int, bool]]:
        """The ids of the words whose consonant frame is this or begins so, and whether it is this."""
        frames, numbers = self._framed(consonants[:1])
        alike = frames.beginning(consonants)
        each = zip(frames[alike.start : alike.stop], numbers[alike.start : alike.stop].tolist(), strict=True)
        return ((number, bones == consonants) for bones, number in each)

    def _framed(self, letter: str) -> tuple[SortedWords, Numbers]:
        if letter not in self._frames:
            here = self.starting(letter)
            pairs = sorted(zip(frames(self._words[here.start : here.stop]), here, strict=True))
            blob = "\n".join([bones for bones, _ in pairs]).encode("utf-8", "surrogatepass")
            self._frames[letter] = SortedWords(blob), np.array([number for _, number in pairs], np.uint32)
        return self._frames[letter]

    def between(self, typed: str, least: int, most: int) -> Sequence[int]:
        """The ids of the words that begin and end as typed, with so many letters or more, less than `most`."""
        here, (codes, first) = self.starting(typed[0]), self._letters
        lengths = self._lengths[here.start : here.stop]
        last = first[here.start : here.stop] + lengths - 1
        kept = (codes[last] == code(typed[-1])) & (lengths >= least) & (lengths < most)
        found = (np.flatnonzero(kept) + here.start).tolist()
        return [number for number in found if self._words[number].endswith(typed[-1])]

    def warm(self) -> Iterator[None]:
        """Make, a little at a time, the arrangements that slips are looked up in."""
        for length in range(3, _LONGEST_CUT):
            self._of_length(length)
            self._cut(length)
            yield
        for letter in dict.fromkeys(word[0] for word in self._words if word[0].isalpha()):
            self._framed(letter)
            yield


def _finds(text: bytes, part: bytes) -> Iterator[int]:
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)
