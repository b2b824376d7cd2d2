"""The first letters that many words share: the passages of all those words are one set a segment."""

from __future__ import annotations

import sqlite3
from collections import Counter

import numpy as np
from pyroaring import FrozenBitMap

from tui.search.library.batch import Grouped, grouped
from tui.search.library.dictionary import Dictionary
from tui.search.library.sealed import seal_set, unseal_set

LONGEST = 3
MANY = 256  # words from which on one set for their common beginning is worth its bytes; reading one word takes 3 µs
_NONE = 2**32 - 1


class Beginnings:
    """The beginnings that have sets, held by the one writer of an index."""

    def __init__(self, sql: sqlite3.Connection, dictionary: Dictionary) -> None:
        self._sql, self._dictionary = sql, dictionary
        self._numbers = dict(sql.execute("SELECT text, id FROM beginning"))
        self._shared: Counter[str] = Counter()
        self._seen = 0

    def write(self, segment: int, by_word: Grouped, first: int) -> None:
        """Write the sets of one segment, whose words are written already.

        A beginning that has become common only now gets the passages of earlier segments as well.
        """
        fresh = self._fresh()
        words, passages = by_word.each, by_word.passages
        for length in range(1, LONGEST + 1):
            numbers = self._of_words(length)[words]
            kept = numbers != _NONE
            sets = grouped(numbers[kept], passages[kept]).sealed(first)
            rows = ((number << 10 | segment, stored) for number, stored in sets)
            self._sql.executemany("INSERT INTO begun VALUES (?, ?)", rows)
        for text in (
            fresh if self._sql.execute("SELECT 1 FROM segment WHERE number != ?", (segment,)).fetchone() else ()
        ):
            self._complete(text, segment)

    def _fresh(self) -> list[str]:
        """Give numbers to the beginnings that are common now, and return these."""
        texts = self._dictionary.words.texts
        for text in texts[self._seen :]:
            self._shared.update([text[:length] for length in range(1, min(LONGEST, len(text)) + 1)])
        self._seen = len(texts)
        fresh = [text for text, count in self._shared.items() if count >= MANY and text not in self._numbers]
        for text in fresh:
            self._numbers[text] = len(self._numbers)
        self._sql.executemany("INSERT INTO beginning VALUES (?, ?)", [(text, self._numbers[text]) for text in fresh])
        return fresh

    def _of_words(self, length: int) -> np.ndarray[tuple[int], np.dtype[np.uint32]]:
        numbers, texts = self._numbers, self._dictionary.words.texts
        found = (numbers.get(text[:length], _NONE) if len(text) >= length else _NONE for text in texts)
        return np.fromiter(found, np.uint32, len(texts))

    def _complete(self, text: str, segment: int) -> None:
        words = [number for word, number in self._dictionary.words.items() if word.startswith(text)]
        query = "SELECT b FROM post WHERE k BETWEEN ? AND ?"
        stored = [b for word in words for (b,) in self._sql.execute(query, (word << 10, word << 10 | 1023))]
        passages = FrozenBitMap.union(*map(unseal_set, stored))
        row = (self._numbers[text] << 10 | segment, seal_set(passages))
        self._sql.execute("INSERT OR REPLACE INTO begun VALUES (?, ?)", row)
