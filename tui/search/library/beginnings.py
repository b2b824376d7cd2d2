"""The first letters that many words share: the passages of all those words are one set a segment."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np

from tui.search.library import sets
from tui.search.library.batch import Grouped
from tui.search.library.codes import Numbers, strung
from tui.search.library.dictionary import Dictionary
from tui.search.library.formed import Numbered
from tui.search.library.sealed import seal_packed

LONGEST = 3
MANY = 512  # words from which on one set for their common beginning is worth its bytes: reading them takes 1 ms
_NONE = 2**32 - 1


class Beginnings:
    """The beginnings that have sets, held by the one writer of an index."""

    def __init__(self, sql: sqlite3.Connection, dictionary: Dictionary) -> None:
        self._sql, self._dictionary = sql, dictionary
        self._numbers = dict(sql.execute("SELECT text, id FROM beginning"))
        self._lengths = [_Begun(length) for length in range(1, LONGEST + 1)]

    def write(self, segment: int, by_word: Grouped, first: int) -> None:
        """Write the sets of one segment, whose words are written already.

        A beginning that has become common only now gets the passages of earlier segments as well.
        """
        fresh = self._fresh()
        for begun in self._lengths:
            begun_so = _united(begun.numbers(self._numbers)[by_word.numbers], by_word).sealed(first)
            rows = ((number << 10 | segment, stored) for number, stored in begun_so)
            self._sql.executemany("INSERT INTO begun VALUES (?, ?)", rows)
        if self._sql.execute("SELECT 1 FROM segment WHERE number != ?", (segment,)).fetchone():
            for text in fresh:
                self._complete(text, segment)

    def _fresh(self) -> list[str]:
        """Give numbers to the beginnings that are common now, and return these."""
        fresh = []
        for begun in self._lengths:
            begun.learn(self._dictionary.words.texts)
            fresh += [text for text in begun.shared() if text not in self._numbers]
        for text in fresh:
            self._numbers[text] = len(self._numbers)
        self._sql.executemany("INSERT INTO beginning VALUES (?, ?)", [(text, self._numbers[text]) for text in fresh])
        return fresh

    def _complete(self, text: str, segment: int) -> None:
        passages = sets.read(self._sql, "post", self._lengths[len(text) - 1].words(text))
        row = (self._numbers[text] << 10 | segment, seal_packed(passages))
        self._sql.execute("INSERT OR REPLACE INTO begun VALUES (?, ?)", row)


class _Begun:
    """The beginnings of one length, numbered as they come, and which each word has: 0 where it is shorter."""

    def __init__(self, length: int) -> None:
        self._length = length
        self._texts = Numbered([""])
        self._of_words = array("I")

    def learn(self, words: Sequence[str]) -> None:
        """Learn the words that are new."""
        length, texts = self._length, self._texts
        fresh = words[len(self._of_words) :]
        self._of_words.extend([texts[word[:length]] if len(word) >= length else 0 for word in fresh])

    def shared(self) -> list[str]:
        """The beginnings of many words."""
        counts = np.bincount(np.array(self._of_words, np.uint32), minlength=1)
        return [self._texts.texts[at] for at in np.flatnonzero(counts >= MANY).tolist() if at]

    def numbers(self, known: Mapping[str, int]) -> Numbers:
        """Of each word the number that `known` gives its beginning."""
        numbers = np.array([known.get(text, _NONE) for text in self._texts.texts], np.uint32)
        return numbers[np.array(self._of_words, np.uint32)]

    def words(self, text: str) -> list[int]:
        """The words that begin so."""
        found: list[int] = np.flatnonzero(np.array(self._of_words, np.uint32) == self._texts[text]).tolist()
        return found


def _united(numbers: Numbers, by_word: Grouped) -> Grouped:
    """The passages of words that have the same number, put together; `numbers` are those of `by_word` or none."""
    kept = np.flatnonzero(numbers != _NONE)
    order = kept[np.argsort(numbers[kept], kind="stable")]
    passages, begin = strung(by_word.passages, by_word.bounds[order], np.diff(by_word.bounds)[order])
    starts = np.flatnonzero(np.diff(numbers[order].astype(np.int64), prepend=-1))
    bounds = begin[np.append(starts, len(order))]
    held = np.zeros(int(by_word.passages.max(initial=0)) + 1, np.bool_)
    found = [passages[:0]]
    for low, high in pairwise(bounds.tolist()):
        held[:] = False
        held[passages[low:high]] = True
        found.append(np.flatnonzero(held).astype(np.uint32))
    sizes = np.cumsum(list(map(len, found)))
    return Grouped(numbers[order][starts], sizes, np.concatenate(found))
