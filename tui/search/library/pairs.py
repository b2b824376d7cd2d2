"""Pairs of common words, one right before the other: where they stand is one set a segment, so phrases need no reading.

Common is what one of 32 passages of a segment holds. A segment says which words those are: only of two of these does
the lack of a set mean that they stand nowhere in a row.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence

import numpy as np
from pyroaring import FrozenBitMap

from tui.search.library import codes, sets
from tui.search.library.batch import COMMON, READ, Batch, Grouped
from tui.search.library.blocks import Block, batch_of
from tui.search.library.codes import Numbers
from tui.search.library.dictionary import Dictionary
from tui.search.library.sealed import seal_packed, unseal_set, unseal_union

_WORD = 2**26 - 1
_ERODED = 2  # times as common as others: a word that may not be lost when segments are joined


def key(left: int, right: int, segment: int) -> int:
    """The key of a pair of words in the table `pair`."""
    return left << 36 | right << 10 | segment


def write(sql: sqlite3.Connection, segment: int, batch: Batch, common: Numbers, passages: Numbers) -> None:
    """Write the pairs of a segment, the passages of `batch` having these numbers in the index, ascending."""
    numbers, (pairs, bounds, places) = common.tolist(), batch.pairs(common)
    rows = (
        (key(numbers[pair // len(numbers)], numbers[pair % len(numbers)], segment), stored)
        for pair, stored in Grouped(pairs, bounds, passages[places]).sealed(0)
    )
    sql.executemany("INSERT INTO pair VALUES (?, ?)", rows)
    sql.execute("UPDATE segment SET common = ? WHERE number = ?", (codes.seal_array(common), segment))


def join(
    sql: sqlite3.Connection,
    dictionary: Dictionary,
    segments: Mapping[int, FrozenBitMap],
    size: int,
    held: Mapping[int, int],
) -> None:
    """Make the pairs of one segment of those of several with these passages, now of `size`; so many hold each word.

    What is common in each of them stays, and what is much too common to be sought by reading. Where such a word was
    rare in one of them, as in one of few passages, the passages of that are read again.
    """
    known = common(sql)
    shared = frozenset.intersection(*(known[segment] for segment in segments))
    least = _ERODED * max(READ, size / COMMON)
    wanted = shared.union(word for word, passages in held.items() if passages >= least)
    for segment, passages in segments.items():
        if not wanted <= known[segment]:
            _renew(sql, dictionary, segment, passages, wanted)
    _unite(sql, list(segments), wanted)


def _unite(sql: sqlite3.Connection, segments: Sequence[int], shared: frozenset[int]) -> None:
    marks = ", ".join("?" * len(segments))
    joined: dict[tuple[int, int], list[bytes]] = {}
    for k, stored in sql.execute(f"SELECT k, b FROM pair WHERE k & 1023 IN ({marks})", segments):
        left, right = k >> 36, k >> 10 & _WORD
        if left in shared and right in shared:
            joined.setdefault((left, right), []).append(stored)
    sql.execute(f"DELETE FROM pair WHERE k & 1023 IN ({marks})", segments)
    living = unseal_set(sql.execute("SELECT value FROM meta WHERE key = 'living'").fetchone()[0])
    unions = ((pair, FrozenBitMap.union(*map(unseal_set, stored)) & living) for pair, stored in sorted(joined.items()))
    rows = ((key(*pair, segments[0]), seal_packed(passages)) for pair, passages in unions if passages)
    sql.executemany("INSERT INTO pair VALUES (?, ?)", rows)
    words = codes.seal_array(np.array(sorted(shared), np.uint32))
    sql.execute("UPDATE segment SET common = ? WHERE number = ?", (words, segments[0]))


def _renew(
    sql: sqlite3.Connection, dictionary: Dictionary, segment: int, mine: FrozenBitMap, common: frozenset[int]
) -> None:
    sql.execute("DELETE FROM pair WHERE k & 1023 = ?", (segment,))
    low, high = (mine.min() - 16, mine.max()) if mine else (0, -1)
    rows = sql.execute("SELECT first, b FROM block WHERE first BETWEEN ? AND ?", (low, high))
    found = [(first, Block(b)) for first, b in rows]
    kept = [(first, block) for first, block in found if mine.range_cardinality(first, first + len(block))]
    passages = [first + at for first, block in kept for at in range(len(block))]
    batch = batch_of(dictionary, [block for _, block in kept])
    write(sql, segment, batch, np.array(sorted(common), np.uint32), np.array(passages, np.uint32))


def passages(sql: sqlite3.Connection, segment: int) -> FrozenBitMap:
    """The passages of a segment that have words."""
    opening = sql.execute("SELECT b FROM opening WHERE k & 1023 = ?", (segment,))
    return unseal_union((b for (b,) in opening), sets.packed(sql, "opening", (segment,))[1].tobytes())


def common(sql: sqlite3.Connection) -> dict[int, frozenset[int]]:
    """The common words of every segment."""
    rows = sql.execute("SELECT number, common FROM segment").fetchall()
    return {number: frozenset(codes.unseal_array(words).tolist()) for number, words in rows}


def in_a_row(sql: sqlite3.Connection, left: int, right: Iterable[int], segments: Collection[int]) -> FrozenBitMap:
    """The passages of segments where one word stands right before any of others; all are common in all of them."""
    query = "SELECT b FROM pair WHERE k = ?"
    keys = (key(left, word, segment) for word in right for segment in segments)
    return unseal_union(row[0] for row in (sql.execute(query, (k,)).fetchone() for k in keys) if row)
