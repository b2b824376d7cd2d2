"""The passages of rare words as arrays: those of hundreds are read at once, without a statement or an object a word.

Most readings of a typed word are rare words: of the 400 words that five letters stand for, 350 are in 64 passages or
less. The passages of all rare words lie in a row in the order of the words; where those of a word begin is kept for
every sixteenth word, as the frequencies of the words between tell the rest.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pyroaring import AbstractBitMap

from tui.search.library import sets
from tui.search.library.codes import Numbers
from tui.search.library.errors import DamagedError
from tui.search.library.lettered import small

_TOGETHER = 16  # words from one to the next that says where its passages begin
_HALF = 16  # bits


class Rare:
    """The passages of the words that are in few."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        """The arrays of an index, as `arranged` found them."""
        self._frequency, self._begin = arrays["frequency"], arrays["rare_begin"]
        self._low, self._high = arrays["rare_low"], arrays["rare_high"]

    def among(self, words: Numbers) -> NDArray[np.bool_]:
        """Which of these words are rare."""
        found: NDArray[np.bool_] = self._frequency[words] <= sets.MOST
        return found

    def passages(self, words: Numbers) -> Numbers:
        """The passages that hold one of these words, which must be rare; not in order, and some more than once."""
        counts = self._frequency[words].astype(np.intp)
        ends = np.cumsum(counts)
        at = np.repeat(self._first(words) - ends + counts, counts) + np.arange(ends[-1] if len(ends) else 0)
        found: Numbers = self._low[at] | self._high[at].astype(np.uint32) << np.uint32(_HALF)
        return found

    def each(self, words: Numbers) -> dict[int, bytes]:
        """The same of each of these words."""
        if not len(words):
            return {}
        passages, counts = self.passages(words).tobytes(), self._frequency[words]
        ends = (np.cumsum(counts, dtype=np.intp) * 4).tolist()
        begins = [0, *ends]
        return {word: passages[low:high] for word, low, high in zip(words.tolist(), begins, ends, strict=False)}

    def _first(self, words: Numbers) -> Numbers:
        groups = words // np.uint32(_TOGETHER)
        beside = groups[:, None] * np.uint32(_TOGETHER) + np.arange(_TOGETHER, dtype=np.uint32)
        frequency = self._frequency[np.minimum(beside, np.uint32(len(self._frequency) - 1))]
        frequency[(frequency > sets.MOST) | (beside >= words[:, None])] = 0
        found: Numbers = self._begin[groups] + frequency.sum(axis=1, dtype=np.uint32)
        return found


def arranged(
    sql: sqlite3.Connection, numbers: Numbers, frequency: Numbers, living: AbstractBitMap
) -> dict[str, NDArray[Any]]:
    """The passages of rare words from the sets of an index, of whose words these are the numbers and frequencies."""
    words, passages = _held(sql, numbers, frequency, living)
    order = np.argsort(words.astype(np.uint64) << np.uint64(32) | passages)
    passages = passages[order]
    counts = np.where(frequency <= sets.MOST, frequency, np.uint32(0))
    if len(passages) != counts.sum():
        raise DamagedError("the passages of words are not counted right")
    begin = np.cumsum(counts, dtype=np.uint32) - counts
    return {
        "rare_begin": begin[::_TOGETHER],
        "rare_low": passages.astype(np.uint16),
        "rare_high": small(passages >> np.uint32(_HALF)),
    }


def _held(
    sql: sqlite3.Connection, numbers: Numbers, frequency: Numbers, living: AbstractBitMap
) -> tuple[Numbers, Numbers]:
    """The places of rare words in the order of all, and the passages of each."""
    segments = [number for (number,) in sql.execute("SELECT number FROM segment")]
    each, passages = sets.living(sql, "post", segments, living)
    places = np.full(max(int(numbers.max(initial=0)), int(each.max(initial=0))) + 1, len(numbers), np.uint32)
    places[numbers] = np.arange(len(numbers), dtype=np.uint32)
    words = places[each]
    # A word that was in many passages has a large set still: some of its passages may lie there, or all.
    whole = np.bincount(words, minlength=len(numbers) + 1)[: len(numbers)] == frequency
    rare = frequency <= sets.MOST
    kept = np.append(whole & rare, False)[words]
    found = [(words[kept], passages[kept])]
    for word in np.flatnonzero(rare & ~whole).tolist():
        alive = (sets.read(sql, "post", (int(numbers[word]),)) & living).to_array()
        found.append((np.full(len(alive), word, np.uint32), np.frombuffer(alive, np.uint32)))
    of_words, of_passages = zip(*found, strict=True)
    return np.concatenate(of_words), np.concatenate(of_passages)
