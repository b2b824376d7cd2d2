"""Segments become one: a search reads a set a segment, so few are better than many."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Sequence

import numpy as np
from pyroaring import FrozenBitMap

from tui.search.library import pairs, sets
from tui.search.library.batch import Grouped, grouped
from tui.search.library.codes import Numbers
from tui.search.library.dictionary import Dictionary
from tui.search.library.sealed import seal_packed, seal_set, unseal_set


def join(sql: sqlite3.Connection, dictionary: Dictionary, segments: Sequence[int]) -> None:
    """Make one segment of several, without what no longer lives."""
    living, marks = unseal_set(_living(sql)), ", ".join("?" * len(segments))
    held: dict[int, int] = {}
    before = {segment: pairs.passages(sql, segment) for segment in segments}
    few: list[tuple[str, Grouped]] = []
    for table in sets.KINDS:
        large, small = _joined(sql, table, segments, living), _small(sql, table, segments, living)
        small = _grown(large, small)
        sets.clear(sql, table, segments)
        _insert(sql, table, segments[0], large)
        few.append((table, small))
        if table == "post":
            held = {number: len(passages) for number, passages in large.items()}
            held |= dict(zip(small.numbers.tolist(), np.diff(small.bounds).tolist(), strict=True))
    for table, small in few:  # one after the other behind all that is left: so their pages become full
        sets.write(sql, table, segments[0], small, 0)
    begun = _joined(sql, "begun", segments, living)
    sql.execute(f"DELETE FROM begun WHERE k & 1023 IN ({marks})", segments)
    _insert(sql, "begun", segments[0], begun)
    query = f"SELECT sum(passages) FROM segment WHERE number IN ({marks})"
    size = sql.execute(query, segments).fetchone()[0]
    pairs.join(sql, dictionary, before, size, held)
    sql.executemany("DELETE FROM segment WHERE number = ?", [(number,) for number in segments[1:]])
    sql.execute("UPDATE segment SET passages = ? WHERE number = ?", (size, segments[0]))


def smallest(segments: Sequence[tuple[int, int]], least: int) -> list[int]:
    """Which of some segments (number and passages, smallest first) to join: so many, and more that are no larger.

    So a few articles added to a large library are joined with each other, and not each time with what is large.
    """
    found = segments[:least]
    size = sum(passages for _, passages in found)
    for one in segments[least:]:
        if one[1] > size:
            break
        found = [*found, one]
        size += one[1]
    return [number for number, _ in found]


def _living(sql: sqlite3.Connection) -> object:
    return sql.execute("SELECT value FROM meta WHERE key = 'living'").fetchone()[0]


def _joined(
    sql: sqlite3.Connection, table: str, segments: Sequence[int], living: FrozenBitMap
) -> dict[int, FrozenBitMap]:
    """The large sets of all these segments together."""
    marks, joined = ", ".join("?" * len(segments)), dict[int, list[bytes]]()
    for k, stored in sql.execute(f"SELECT k, b FROM {table} WHERE k & 1023 IN ({marks})", segments):
        joined.setdefault(k >> 10, []).append(stored)
    return {number: FrozenBitMap.union(*map(unseal_set, stored)) & living for number, stored in joined.items()}


def _small(sql: sqlite3.Connection, table: str, segments: Sequence[int], living: FrozenBitMap) -> Grouped:
    """The small sets of all these segments together."""
    return grouped(*sets.living(sql, table, segments, living))


def _grown(large: dict[int, FrozenBitMap], small: Grouped) -> Grouped:
    """The small sets without those of numbers that have a large one as well, which takes them in."""
    known = np.zeros(max(int(small.numbers.max(initial=0)), *large, 0) + 1, np.bool_)
    known[list(large)] = True
    also = small.where(known[small.numbers])
    bounds = also.bounds.tolist()
    for number, low, high in zip(also.numbers.tolist(), bounds, bounds[1:], strict=False):
        large[number] |= FrozenBitMap(_array(also.passages[low:high]))
    return small.where(~known[small.numbers])


def _array(passages: Numbers) -> array[int]:
    return array("I", passages.tobytes())  # of which a set is made eight times as fast as of the passages themselves


def _insert(sql: sqlite3.Connection, table: str, segment: int, joined: dict[int, FrozenBitMap]) -> None:
    sealing = seal_set if table == sets.OFTEN else seal_packed
    rows = ((number << 10 | segment, sealing(passages)) for number, passages in sorted(joined.items()) if passages)
    sql.executemany(f"INSERT INTO {table} VALUES (?, ?)", rows)
