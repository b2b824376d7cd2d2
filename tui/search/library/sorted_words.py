"""Sorted words in one run of bytes: 300,000 take 4 MB and no time to open, where as objects they take 45."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from mmap import mmap
from typing import overload

import numpy as np
from numpy.typing import NDArray

from tui.search.library.codes import Numbers

_LINE_END = 10
_APART = 64  # words from one to the next of those that are kept at hand, to seek among
_PIECE = 1 << 17  # bytes looked through at a time: what that leaves behind is small, and the processor has it at hand
_COMPARED = 4  # bytes of a part looked for everywhere: few places are left to see for the others
_KEPT = 4096  # words kept as they were read: those of passages come again and again
LAST = "\U0010ffff"  # no character of any word, so what begins with it comes after all that begins alike


class _Read(dict[int, str]):
    """The words lately read, by their place."""

    def __init__(self, read: Callable[[int], str]) -> None:
        self._word = read

    def __missing__(self, at: int) -> str:
        if len(self) >= _KEPT:
            self.clear()
        word = self[at] = self._word(at)
        return word


class SortedWords(Sequence[str]):
    """Words in order, read out of their bytes one by one; UTF-8 keeps the order of characters."""

    def __init__(self, words: bytes | mmap, bounds: Numbers | None = None) -> None:
        """`words` in UTF-8, a line each, or a map that begins with them; word `n` begins at byte `bounds[n]`."""
        self.bytes = words
        self.bounds = found(words) if bounds is None else bounds
        self._bounds = memoryview(self.bounds.data)  # which gives one number in half the time
        self._size = self._bounds[-1] - 1
        self.array = np.frombuffer(words, np.uint8, self._size)
        self.first = self.bounds[:-1]
        self._read = _Read(self._word)

    def __len__(self) -> int:
        return len(self._bounds) - 1

    @overload
    def __getitem__(self, at: int) -> str: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[str]: ...

    def __getitem__(self, at: int | slice) -> str | Sequence[str]:
        if isinstance(at, slice):
            places = range(len(self))[at]
            return self._row(places) if places.step == 1 and places else self.at(np.array(places, np.intp))
        if not -len(self) <= at < len(self):
            raise IndexError(at)
        return self._read[at % len(self)]

    def _word(self, at: int) -> str:
        return self._raw(at).decode("utf-8", "surrogatepass")

    def _row(self, places: range) -> list[str]:
        """Words that follow each other."""
        row = self.bytes[self._bounds[places.start] : self._bounds[places.stop] - 1]
        return row.decode("utf-8", "surrogatepass").split("\n")

    def text(self, places: Iterable[int]) -> str:
        """The words at these places in a row, a space between."""
        return " ".join(map(self._read.__getitem__, places))

    def __iter__(self) -> Iterator[str]:
        for at in range(0, len(self), _KEPT):
            yield from self._row(range(at, min(at + _KEPT, len(self))))

    def at(self, numbers: NDArray[np.integer]) -> list[str]:
        """The words at these places."""
        return [word for at in range(0, len(numbers), _KEPT) for word in self._some(numbers[at : at + _KEPT])]

    def _some(self, numbers: NDArray[np.integer]) -> list[str]:
        first = self.first[numbers]
        lengths = (self.bounds[numbers + 1] - first).astype(np.intp)  # with the line end behind each
        ends = np.cumsum(lengths)
        here = np.repeat(first - ends + lengths, lengths) + np.arange(len(numbers) and int(ends[-1]))
        text = self.array.take(here, mode="clip")
        text[ends - 1] = _LINE_END  # there is none behind the last word of all
        return text[:-1].tobytes().decode("utf-8", "surrogatepass").split("\n") if len(text) else []

    def places(self, part: bytes) -> Numbers:
        """Where in the bytes of all words a part of one begins."""
        array, last = self.array, self._size - len(part) + 1
        pieces = [self.bounds[:0]]
        for begin in range(0, last, _PIECE):
            end = min(begin + _PIECE, last)
            here = array[begin:end] == part[0]
            for at, byte in enumerate(part[1:_COMPARED], 1):
                here &= array[begin + at : end + at] == byte
            pieces.append(np.flatnonzero(here).astype(np.uint32) + np.uint32(begin))
        return self.going_on(np.concatenate(pieces), part, _COMPARED)

    def going_on(self, places: Numbers, part: bytes, known: int) -> Numbers:
        """Those of the places where the first `known` bytes of a part begin at which all of it does."""
        found = places[places + np.uint32(len(part)) <= self._size]
        for at, byte in enumerate(part[known:], known):
            found = found[self.array[found + np.uint32(at)] == byte]
        return found

    def closing(self, places: Numbers, size: int) -> Numbers:
        """Those of the places at which so many bytes are the last of a word."""
        after = places + np.uint32(size)
        found: Numbers = places[(after == self._size) | (self.array.take(after, mode="clip") == _LINE_END)]
        return found

    def beginning(self, text: str) -> range:
        """The places of all words that begin so."""
        return range(self.left(text), self.left(text + LAST))

    def left(self, text: str) -> int:
        """The place of the first word that does not come before a text."""
        wanted = text.encode("utf-8", "surrogatepass")
        near = bisect_left(self._signposts, wanted) * _APART
        low, high = max(near - _APART, 0), min(near, len(self))
        return bisect_left(range(high), wanted, low, high, key=self._raw)

    @cached_property
    def _signposts(self) -> list[bytes]:
        words = self.bytes
        begins, ends = self.bounds[:-1:_APART].tolist(), self.bounds[1::_APART].tolist()
        return [words[begin : end - 1] for begin, end in zip(begins, ends, strict=True)]

    def _raw(self, at: int) -> bytes:
        return self.bytes[self._bounds[at] : self._bounds[at + 1] - 1]


def found(words: bytes | mmap) -> Numbers:
    """Where words, a line each, begin; and where one more would."""
    ends = np.flatnonzero(np.frombuffer(words, np.uint8) == _LINE_END).astype(np.uint32) + np.uint32(1)
    last = np.array([len(words) + 1], np.uint32)
    return np.concatenate([np.zeros(1, np.uint32), ends, last]) if words else last


class Places(Mapping[str, int]):
    """The place of each word among sorted ones."""

    def __init__(self, words: SortedWords) -> None:
        self._words = words
        self._find = lru_cache(maxsize=1024)(self._bisect)

    def _bisect(self, word: str) -> int:
        at = self._words.left(word)
        return at if at < len(self._words) and self._words[at] == word else -1

    def __getitem__(self, word: str) -> int:
        at = self._find(word)
        if at < 0:
            raise KeyError(word)
        return at

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self._find(word) >= 0

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._words)
