"""The distinct folded words of a collection, arranged for every way of looking them up."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Protocol

from tui.search.spelling import frames

if TYPE_CHECKING:
    from tui.search.alike import Alike

_LONGEST_CUT = 14  # letters


class Vocabulary(Protocol):
    """Sorted distinct words; a word's id is its place, so all words with one beginning are one range.

    `frequency[id]` counts the passages that hold the word. Arrangements that not every search needs are made when
    first asked for.
    """

    @property
    def words(self) -> Sequence[str]:
        """The words in order."""

    @property
    def frequency(self) -> Sequence[int]:
        """In how many passages each word is."""

    @property
    def ids(self) -> Mapping[str, int]:
        """The id of each word."""

    def text(self, words: Iterable[int]) -> str:
        """Words in a row, a space between."""

    def starting(self, beginning: str) -> range:
        """The ids of all words that begin so, the word itself first."""

    def containing(self, part: str, *, before: int | None = None) -> Sequence[int]:
        """The ids of all words with `part` anywhere in them, or beginning before so many letters; ascending."""

    def ending(self, part: str, most: int) -> Iterable[tuple[int, int]]:
        """The ids of the words that end so, ascending, each with the letters before, at most so many."""

    def closing(self, words: range, letter: str, least: int, most: int) -> Sequence[int]:
        """The ids in a range whose words end in a letter and have `least` to `most` letters."""

    def shorter(self, words: range, most: int) -> Sequence[int]:
        """The ids in a range whose words have at most so many letters."""

    def near(
        self, typed: str, length: int, edits: int, *, among: range | None = None
    ) -> Iterable[tuple[int, str, int]]:
        """The words with so many letters (of a range of ids) at most so many edits away: id, word and distance."""

    def near_beginnings(self, typed: str, length: int, edits: int) -> Iterable[tuple[range, str, int]]:
        """The beginnings, `length` letters long, of longer words, at most so many edits away: ids, text, distance."""

    def framed(self, consonants: str) -> Iterable[tuple[int, bool]]:
        """The ids of the words whose consonant frame is this or begins so, and whether it is this."""

    def between(self, typed: str, least: int, most: int) -> Sequence[int]:
        """The ids of the words, `least` letters long or longer, less than `most`, that hold the letters typed in their
        order, the first and the last at their ends."""

    def warm(self) -> Iterator[None]:
        """Make, a little at a time, the arrangements that slips are looked up in."""


class PlainVocabulary:
    """A `Vocabulary` of plain strings."""

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

    def text(self, words: Iterable[int]) -> str:
        """Words in a row, a space between."""
        return " ".join(map(self.words.__getitem__, words))

    def starting(self, beginning: str) -> range:
        """The ids of all words that begin so, the word itself first."""
        low = bisect_left(self.words, beginning)
        # U+10FFFF is no character of any word, so it closes the range.
        return range(low, bisect_left(self.words, beginning + "\U0010ffff", low))

    def containing(self, part: str, *, before: int | None = None) -> Sequence[int]:
        """The ids of all words with `part` anywhere in them, or beginning before so many letters; ascending."""
        found = self._containing(part)
        return list(found) if before is None else [i for i in found if self.words[i].find(part) < before]

    def _containing(self, part: str) -> Iterator[int]:
        at = self._joined.find(part)
        while at >= 0:
            found = bisect_right(self._starts, at) - 1
            yield found
            at = self._joined.find(part, self._starts[found] + len(self.words[found]))

    def ending(self, part: str, most: int) -> Iterable[tuple[int, int]]:
        """The ids of the words that end so, ascending, each with the letters before, at most so many."""
        each = ((i, len(self.words[i]) - len(part)) for i in self._containing(part) if self.words[i].endswith(part))
        return ((i, lost) for i, lost in each if lost <= most)

    def closing(self, words: range, letter: str, least: int, most: int) -> Sequence[int]:
        """The ids in a range whose words end in a letter and have `least` to `most` letters."""
        return [i for i in words if least <= len(self.words[i]) <= most and self.words[i].endswith(letter)]

    def shorter(self, words: range, most: int) -> Sequence[int]:
        """The ids in a range whose words have at most so many letters."""
        return [i for i in words if len(self.words[i]) <= most]

    def near(
        self, typed: str, length: int, edits: int, *, among: range | None = None
    ) -> Iterable[tuple[int, str, int]]:
        """The words with so many letters (of a range of ids) at most so many edits away: id, word and distance."""
        row = self._of_length().get(length)
        near = ((self.ids[word], word, distance) for word, distance in row.within(typed, edits)) if row else ()
        return near if among is None else (one for one in near if one[0] in among)

    def _of_length(self) -> dict[int, Alike]:
        from tui.search.alike import Alike  # rapidfuzz: not before a search needs it

        if self._rows is None:
            rows: dict[int, list[str]] = {}
            for word in self.words:
                rows.setdefault(len(word), []).append(word)
            self._rows = {letters: Alike(words) for letters, words in rows.items()}
        return self._rows

    def near_beginnings(self, typed: str, length: int, edits: int) -> Iterable[tuple[range, str, int]]:
        """The beginnings, `length` letters long, of longer words, at most so many edits away: ids, text, distance."""
        return ((self.starting(cut), cut, distance) for cut, distance in self._cut(length).within(typed, edits))

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
            here = self.starting(letter)
            self._frames[letter] = sorted(zip(frames(self.words[here.start : here.stop]), here, strict=True))
        return self._frames[letter]

    def between(self, typed: str, least: int, most: int) -> Sequence[int]:
        """The ids of the words, `least` letters long or longer, less than `most`, that hold the letters typed in their
        order, the first and the last at their ends."""
        found = (i for i in self._between(typed[0]).get(typed[-1], ()) if least <= len(self.words[i]) < most)
        return [i for i in found if is_within(typed, self.words[i])]

    def _between(self, first: str) -> dict[str, list[int]]:
        if first not in self._ending:
            ending: dict[str, list[int]] = {}
            for number in self.starting(first):
                ending.setdefault(self.words[number][-1], []).append(number)
            self._ending[first] = ending
        return self._ending[first]

    def warm(self) -> Iterator[None]:
        """Make, a little at a time, the arrangements that slips are looked up in."""
        for letter in dict.fromkeys(word[0] for word in self.words if word[0].isalpha()):
            self._framed(letter)
            self._between(letter)
            yield
        for length in range(3, _LONGEST_CUT):
            yield from self._cut(length).warm()
            if length in self._of_length():
                yield from self._of_length()[length].warm()


def is_within(letters: str, word: str) -> bool:
    """Whether the letters stand in the word in their order."""
    at = 0
    for letter in letters:
        at = word.find(letter, at) + 1
        if not at:
            return False
    return True
