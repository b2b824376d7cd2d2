"""The distinct folded words of an index as arrays: looked up without an object a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from tui.search import likeness
from tui.search.library import piecewise
from tui.search.library.codes import Numbers
from tui.search.library.framed import Framed
from tui.search.library.lettered import Lettered, Letters, code, codes, lengths, shared
from tui.search.library.sorted_words import Places, SortedWords
from tui.search.vocabulary import is_within

_LONGEST_CUT, _LONGEST = 14, 28  # letters of beginnings, of words
_BEGUN = 64  # words that begin alike, looked at together: as many as begin with most four letters
_KEPT = 1 << 15  # places of a part of words, which another letter typed leaves some of


def arranged(words: SortedWords, bones: Sequence[str]) -> dict[str, NDArray[np.unsignedinteger]]:
    """What `Lexicon` asks of words, found once: their letters counted, how many each begins with as the one before it,
    and their ids by consonant frame, of which `bones` has one a word."""
    order = np.array(sorted(range(len(bones)), key=bones.__getitem__), np.uint32)
    return {"lengths": lengths(words), "shared": shared(words), "framed": order}


class Lexicon:
    """A `tui.search.vocabulary.Vocabulary` over arrays."""

    def __init__(
        self, words: SortedWords, frequency: Numbers, arrangements: Mapping[str, NDArray[np.unsignedinteger]]
    ) -> None:
        """`words` sorted and distinct, `frequency` as long, `arrangements` as `arranged` finds them."""
        self._words = words
        self.frequency: Sequence[int] = memoryview(frequency.data)
        self.ids = Places(self._words)
        self._arrangements = arrangements
        self._alike: dict[int, Lettered] = {}
        self._cuts: dict[int, Lettered] = {}
        self._frames: dict[str, Framed] = {}
        self._lately: tuple[bytes, Numbers] = b"", self._words.bounds[:0]

    @property
    def words(self) -> Sequence[str]:
        """The words in order."""
        return self._words

    @cached_property
    def _letters(self) -> Letters:
        return Letters(self._words, self._lengths)

    @cached_property
    def _lengths(self) -> NDArray[np.unsignedinteger]:
        """The letters of each word, counted."""
        return self._arrangements["lengths"]

    @cached_property
    def _shared(self) -> NDArray[np.unsignedinteger]:
        """How many letters each word begins with as the one before it."""
        return self._arrangements["shared"]

    def text(self, words: Iterable[int]) -> str:
        """Words in a row, a space between."""
        return self._words.text(words)

    def starting(self, beginning: str) -> range:
        """The ids of all words that begin so, the word itself first."""
        return self._words.beginning(beginning)

    def containing(self, part: str, *, before: int | None = None) -> Sequence[int]:
        """The ids of all words with `part` anywhere in them, or beginning before so many letters; ascending."""
        begin = self._occurrences(part.encode("utf-8", "surrogatepass"))
        numbers = piecewise.places(self._words.first, begin)
        fresh = np.append(True, numbers[1:] != numbers[:-1])[: len(numbers)]
        numbers, begin = numbers[fresh], begin[fresh]
        if before is not None:
            numbers = numbers[self._is_near(part, begin, numbers, before)]
        found: list[int] = numbers.tolist()
        return found

    def _is_near(self, part: str, places: Numbers, numbers: Numbers, before: int) -> NDArray[np.bool_]:
        """Whether `part`, which is first at these `places` in words, begins before so many of their letters."""
        begin, words = self._words.first[numbers], self._words
        near = places - begin < before
        several = words.bounds[numbers + np.uint32(1)] - begin - 1 > self._lengths[numbers]  # bytes a letter
        for at in np.flatnonzero(several & ~near).tolist():
            near[at] = words[int(numbers[at])].find(part) < before
        return near

    def ending(self, part: str, most: int) -> Iterable[tuple[int, int]]:
        """The ids of the words that end so, ascending, each with the letters before, at most so many."""
        raw = part.encode("utf-8", "surrogatepass")
        begin = self._words.closing(self._occurrences(raw), len(raw))
        numbers = piecewise.places(self._words.first, begin)
        lost = self._lengths[numbers] - np.uint32(len(part))
        return zip(numbers[lost <= most].tolist(), lost[lost <= most].tolist(), strict=True)

    def _occurrences(self, part: bytes) -> Numbers:
        """Where in the bytes of all words a part of one begins: sought among those places where it began a key ago, as
        looking through all words takes 0.5 ms."""
        before, places = self._lately
        if part != before:
            is_longer = before and part.startswith(before)
            places = self._words.going_on(places, part, len(before)) if is_longer else self._words.places(part)
            if len(places) <= _KEPT:
                self._lately = part, places
        return places

    def closing(self, words: range, letter: str, least: int, most: int) -> Sequence[int]:
        """The ids in a range whose words end in a letter and have `least` to `most` letters."""
        here, byte = slice(words.start, words.stop), letter.encode("utf-8", "surrogatepass")[-1]
        last = self._words.array[self._words.bounds[words.start + 1 : words.stop + 1] - np.uint32(2)]
        likely = (last == byte) & (self._lengths[here] >= least) & (self._lengths[here] <= most)
        found: list[int] = (np.flatnonzero(likely) + words.start).tolist()
        return found if letter.isascii() else [number for number in found if self._words[number].endswith(letter)]

    def shorter(self, words: range, most: int) -> Sequence[int]:
        """The ids in a range whose words have at most so many letters."""
        found: list[int] = (np.flatnonzero(self._lengths[words.start : words.stop] <= most) + words.start).tolist()
        return found

    def near(
        self, typed: str, length: int, edits: int, *, among: range | None = None
    ) -> Iterator[tuple[int, str, int]]:
        """The words with so many letters at most so many edits away: id, word and distance."""
        numbers = self._of_length(length).candidates(typed, edits, among)
        for word, distance, at in likeness.within(typed, self._words.at(numbers), edits):
            yield int(numbers[at]), word, distance

    def _of_length(self, length: int) -> Lettered:
        if length not in self._alike:
            numbers = piecewise.has(self._lengths, length)
            self._alike[length] = Lettered(self._letters, numbers, length)
        return self._alike[length]

    def near_beginnings(self, typed: str, length: int, edits: int) -> Iterator[tuple[range, str, int]]:
        """The beginnings, `length` letters long, of longer words, at most so many edits away: ids, text, distance."""
        numbers = self._cut(length).candidates(typed, edits)
        cuts = [word[:length] for word in self._words.at(numbers)]
        for cut, distance, at in likeness.within(typed, cuts, edits):
            yield self._begun(int(numbers[at]), length), cut, distance

    def _begun(self, first: int, length: int) -> range:
        """The words that begin with the same letters, so many, as the first of them that is longer."""
        shared = self._shared
        # The word of just these letters comes before it.
        is_there = first > 0 and self._lengths[first - 1] == length and shared[first] >= length
        end, size = first + 1, _BEGUN
        while len(other := shared[end : end + size] < length) and not other.any():
            end, size = end + size, 2 * size
        return range(first - int(is_there), min(end + int(other.argmax() if len(other) else 0), len(shared)))

    def _cut(self, length: int) -> Lettered:
        """The different beginnings of longer words: of each the first such word."""
        if length not in self._cuts:
            first = self._shared < length
            # A word of just so many letters is the first of those that begin with it.
            first[1:] |= self._lengths[:-1] == length
            first &= self._lengths > length
            self._cuts[length] = Lettered(self._letters, piecewise.where(first), length)
        return self._cuts[length]

    def framed(self, consonants: str) -> Iterator[tuple[int, bool]]:
        """The ids of the words whose consonant frame is this or begins so, and whether it is this."""
        letter = consonants[:1]
        if letter not in self._frames:
            here = self.starting(letter)
            self._frames[letter] = Framed(self._words, self._arrangements["framed"][here.start : here.stop])
        return self._frames[letter].beginning(consonants)

    def between(self, typed: str, least: int, most: int) -> Sequence[int]:
        """The ids of the words, `least` letters long or longer, less than `most`, that hold the letters typed in their
        order, the first and the last at their ends."""
        here = self.starting(typed[0])
        lengths = np.flatnonzero(np.bincount(self._lengths[here.start : here.stop])).tolist()
        likely = [self._of_length(length).having(typed, here) for length in lengths if least <= length < most]
        numbers = np.sort(np.concatenate([np.zeros(0, np.uint32), *likely]))
        last = self._words.array[self._words.bounds[numbers + np.uint32(1)] - np.uint32(2)]  # bytes
        numbers = numbers[codes(last) == code(typed[-1])]
        words = zip(numbers.tolist(), self._words.at(numbers), strict=True)
        return [number for number, word in words if word.endswith(typed[-1]) and is_within(typed, word)]

    def warm(self) -> Iterator[None]:
        """Make, a little at a time, the arrangements that slips are looked up in."""
        for length in range(2, _LONGEST):
            self._of_length(length)
            if 2 < length < _LONGEST_CUT:
                self._cut(length)
            yield
