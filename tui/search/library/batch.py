"""Passages indexed together, as arrays: which word stands where, and the sets of passages that come of it."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tui.search.library.codes import Numbers, spread
from tui.search.library.cutting import Cut
from tui.search.library.dictionary import Dictionary
from tui.search.library.sealed import FEW, seal, seal_packed, seal_set

COMMON = 32  # a word in one of so many passages is common; of a million passages 5 MB are pairs of these
READ = 64  # passages not worth it: they are read as quickly
_NONE = 2**32 - 1


class Grouped(NamedTuple):
    """Passages by a number: those of `numbers[i]` are `passages[bounds[i]:bounds[i + 1]]`, ascending."""

    numbers: Numbers
    bounds: NDArray[np.intp]
    passages: Numbers

    @property
    def each(self) -> Numbers:
        """The number of every passage of `passages`."""
        return np.repeat(self.numbers, np.diff(self.bounds))

    def where(self, wanted: NDArray[np.bool_]) -> Grouped:
        """Those of the numbers that `wanted` says yes to."""
        counts = np.diff(self.bounds)
        bounds = np.concatenate([[0], np.cumsum(counts[wanted])])
        return Grouped(self.numbers[wanted], bounds, self.passages[np.repeat(wanted, counts)])

    def sealed(self, first: int, often: bool = False) -> Iterator[tuple[int, bytes]]:
        """Each number with its set of passages, counted from `first` on, as it lies there, read `often` or not."""
        sealing = seal_set if often else seal_packed
        raw, bounds = (self.passages + np.uint32(first)).tobytes(), (4 * self.bounds).tolist()
        for number, low, high in zip(self.numbers.tolist(), bounds, bounds[1:], strict=False):
            few = high - low <= 4 * FEW
            yield number, seal(raw[low:high]) if few else sealing(array("I", raw[low:high]))


def grouped(numbers: Numbers, passages: Numbers) -> Grouped:
    """Passages by the number beside each of them, each once."""
    packed = numbers.astype(np.uint64) << np.uint64(32) | passages
    packed.sort()
    if len(packed):
        packed = packed[np.concatenate([[True], packed[1:] != packed[:-1]])]
    sorted_numbers = (packed >> np.uint64(32)).astype(np.uint32)
    starts = np.flatnonzero(np.concatenate([[True], sorted_numbers[1:] != sorted_numbers[:-1]])[: len(packed)])
    bounds = np.concatenate([starts, [len(packed)]])
    return Grouped(sorted_numbers[starts], bounds, packed.astype(np.uint32))


def paired(words: Numbers, passages: Numbers, common: Numbers) -> Grouped:
    """The passages where two words of `common` stand in a row, by `left * len(common) + right` in their order there."""
    place = np.full(max(int(words.max(initial=0)), int(common.max(initial=0))) + 1, _NONE, np.uint32)
    place[common] = np.arange(len(common), dtype=np.uint32)
    placed = place[words]
    known = placed != _NONE
    at = np.flatnonzero(known[:-1] & known[1:] & (passages[:-1] == passages[1:]))
    return grouped(placed[at] * np.uint32(len(common)) + placed[at + 1], passages[at])


class Batch:
    """The passages of some documents, numbered from 0.

    Passage `p` has the chunks `chunks[chunk_first[p]:chunk_first[p + 1]]`; chunk `c` of those has
    the tokens from `tokens[c]` to `tokens[c + 1]`; token `t` has the form `forms[t]`, the word
    `words[t]` and stands in passage `passages[t]`, whose tokens are `first[p]` to `first[p + 1]`.
    """

    def __init__(self, dictionary: Dictionary, chunks: Numbers, counts: Sequence[int] | NDArray[np.intp]) -> None:
        """`counts[p]` is how many of `chunks` passage `p` has."""
        self.size = len(counts)
        self.chunks = chunks
        self.chunk_first = np.concatenate([[0], np.cumsum(np.asarray(counts, np.intp))])
        form_counts = np.array(dictionary.counts, np.uint32)
        form_first = np.cumsum(form_counts, dtype=np.uint32) - form_counts
        self.forms, tokens = spread(np.array(dictionary.form_of, np.uint32), form_first, form_counts, chunks)
        self.tokens = tokens.astype(np.uint32)
        self.first = tokens[self.chunk_first]
        self.words = np.array(dictionary.word_of_form, np.uint32)[self.forms]
        self.passages = np.repeat(np.arange(self.size, dtype=np.uint32), np.diff(self.first))

    def by_word(self) -> Grouped:
        """The passages that hold each word."""
        return grouped(self.words, self.passages)

    def by_form(self, wanted: NDArray[np.bool_]) -> Grouped:
        """The passages that hold each of the forms `wanted` says yes to."""
        kept = wanted[self.forms]
        return grouped(self.forms[kept], self.passages[kept])

    def opening(self) -> Grouped:
        """The passages by their first word."""
        return self._at(self.first[:-1])

    def closing(self) -> Grouped:
        """The passages by their last word."""
        return self._at(self.first[1:] - 1)

    def common(self, by_word: Grouped) -> Numbers:
        """The words in so many passages that pairs of them are worth a set."""
        return by_word.numbers[np.diff(by_word.bounds) >= max(READ, self.size / COMMON)]

    def pairs(self, common: Numbers) -> Grouped:
        """The passages that hold two common words in a row, by `left * len(common) + right` in the order of these."""
        return paired(self.words, self.passages, common)

    def _at(self, tokens: NDArray[np.intp]) -> Grouped:
        filled = np.flatnonzero(np.diff(self.first))
        return grouped(self.words[tokens[filled]], filled.astype(np.uint32))


def read(dictionary: Dictionary, cuts: Sequence[Cut]) -> Batch:
    """The passages of articles, in order."""
    return Batch(dictionary, *dictionary.number(cuts))
