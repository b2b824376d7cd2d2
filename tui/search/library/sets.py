"""Sets of passages by word (or form) and segment: each large one is a row of its table, small ones lie packed in `few`.

A row of `few` has the small sets of 128 numbers in a row: how many sets, bytes a passage, then of each set the lowest
seven bits of its number, of each how many passages it has, and all the passages. Most words are in one passage or two:
a row for each would be larger than what it says, and as slow to write.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence

import numpy as np
from pyroaring import AbstractBitMap, FrozenBitMap

from tui.search.library.batch import Grouped
from tui.search.library.codes import Numbers
from tui.search.library.errors import DamagedError
from tui.search.library.sealed import seal, union, unseal, unseal_all

KINDS = ("post", "cased", "opening", "closing")
OFTEN = "post"  # read with most keys, as the others are not
MOST = 64  # passages of a small set: among a million Roaring bytes take more room up to here, less among few
_BITS = 7
_LOW = (1 << _BITS) - 1
_KIND = 48  # bits of a key before it
_ROWS = (1 << _KIND - 10) - 1
_HEAD, _WHOLE = 2, 4  # bytes


def write(sql: sqlite3.Connection, table: str, segment: int, sets: Grouped, first: int) -> None:
    """Write the sets of a segment, their passages counted from `first` on."""
    few = np.diff(sets.bounds) <= MOST
    large = ((number << 10 | segment, stored) for number, stored in sets.where(~few).sealed(first, table == OFTEN))
    sql.executemany(f"INSERT INTO {table} VALUES (?, ?)", large)
    sql.executemany("INSERT INTO few VALUES (?, ?)", _packed(table, segment, sets.where(few), first))


def read(
    sql: sqlite3.Connection, table: str, numbers: Collection[int], segments: Iterable[int] | None = None
) -> FrozenBitMap:
    """The passages in the sets of any of these numbers, in all segments or some."""
    return fetch(sql, table, numbers, segments).union(numbers)


class Fetched:
    """Sets read in one go, to be put together in several ways."""

    def __init__(self) -> None:
        self._large: dict[int, list[bytes]] = {}
        self._small: dict[int, list[tuple[int, bytes]]] = {}
        self._known: frozenset[int] = frozenset()

    def has(self, numbers: Iterable[int]) -> bool:
        """Whether the sets of all these numbers were read."""
        return self._known.issuperset(numbers)

    def add(
        self, numbers: Collection[int], large: Sequence[tuple[int, bytes]], few: Sequence[tuple[int, bytes]]
    ) -> None:
        """Take the sets of these numbers out of rows of their table and of `few`."""
        self._known = self._known.union(numbers)
        for (k, _), value in zip(large, unseal_all([stored for _, stored in large]), strict=True):
            self._large.setdefault(k >> 10, []).append(value)
        for number, width, passages in _cut(few, numbers):
            self._small.setdefault(number, []).append((width, passages))

    def union(self, numbers: Iterable[int], more: bytes = b"") -> FrozenBitMap:
        """The passages in the sets of any of these numbers, and `more` as plain ones."""
        large: list[bytes] = []
        by_width: dict[int, list[bytes]] = {}
        for number in numbers:
            large += self._large.get(number, ())
            for width, passages in self._small.get(number, ()):
                by_width.setdefault(width, []).append(passages)
        few = [_widened(b"".join(each), width) for width, each in by_width.items()]
        return union(large, b"".join([more, *few]))


def fetch(
    sql: sqlite3.Connection,
    table: str,
    numbers: Collection[int],
    segments: Iterable[int] | None = None,
    *,
    small: bool = True,
) -> Fetched:
    """The sets of these numbers, in all segments or some: two statements, however many they are.

    One is enough where none of the sets is a small one.
    """
    within = "" if segments is None else f" AND k & 1023 IN ({', '.join(map(str, segments))})"
    keys = sorted({_key(table, number) for number in numbers}) if small else []
    found = Fetched()
    large = _rows(sql, table, sorted(number << 10 for number in numbers), within)
    found.add(numbers, large, _rows(sql, "few", keys, within) if keys else ())
    return found


def packed(sql: sqlite3.Connection, table: str, segments: Sequence[int]) -> tuple[Numbers, Numbers]:
    """All passages of the small sets of these segments, and of each the number it belongs to."""
    numbers, passages = [np.zeros(0, np.uint32)], [np.zeros(0, np.uint32)]
    for k, stored in sql.execute(f"SELECT k, b FROM few WHERE {_of(table, segments)}"):
        row = unseal(stored)
        sets, width = _head(row)
        low, counts = (np.frombuffer(row[_HEAD + at * sets :][:sets], np.uint8) for at in (0, 1))
        if len(row) != _HEAD + 2 * sets + width * int(counts.sum()):
            raise DamagedError("a set of the index is cut off")
        numbers.append(np.repeat(low + np.uint32(k >> 10 << _BITS & 2**32 - 1), counts))
        passages.append(np.frombuffer(_widened(row[_HEAD + 2 * sets :], width), "<u4"))
    return np.concatenate(numbers), np.concatenate(passages)


def living(
    sql: sqlite3.Connection, table: str, segments: Sequence[int], alive: AbstractBitMap
) -> tuple[Numbers, Numbers]:
    """The same without the passages that are no longer there."""
    numbers, passages = packed(sql, table, segments)
    lives = np.zeros(int(passages.max(initial=0)) + 1, np.bool_)
    there = np.frombuffer(alive.to_array(), np.uint32)
    lives[there[there < len(lives)]] = True
    kept = lives[passages]
    return numbers[kept], passages[kept]


def clear(sql: sqlite3.Connection, table: str, segments: Sequence[int]) -> None:
    """Take all sets of these segments away."""
    sql.execute(f"DELETE FROM {table} WHERE k & 1023 IN ({', '.join(map(str, segments))})")
    sql.execute(f"DELETE FROM few WHERE {_of(table, segments)}")


def _key(table: str, number: int) -> int:
    """The key of the row that has the small set of a number, in segment 0."""
    return KINDS.index(table) << _KIND | number >> _BITS << 10


def _of(table: str, segments: Sequence[int]) -> str:
    first = KINDS.index(table) << _KIND
    return f"k BETWEEN {first} AND {first | 2**_KIND - 1} AND k & 1023 IN ({', '.join(map(str, segments))})"


def _packed(table: str, segment: int, sets: Grouped, first: int) -> Iterator[tuple[int, bytes]]:
    """Rows of `few`."""
    passages = (sets.passages + np.uint32(first)).astype("<u4")
    width = (int(passages.max(initial=1)).bit_length() + 7) // 8
    raw = passages.view(np.uint8).reshape(-1, _WHOLE)[:, :width].tobytes()
    low, counts = ((each.astype(np.uint8)).tobytes() for each in (sets.numbers & _LOW, np.diff(sets.bounds)))
    rows = sets.numbers >> _BITS
    starts = np.flatnonzero(np.concatenate([[True], rows[1:] != rows[:-1]])[: len(rows)])
    begin = [*starts.tolist(), len(rows)]
    at = (width * sets.bounds[begin]).tolist()
    for i, number in enumerate(sets.numbers[starts].tolist()):
        here = slice(begin[i], begin[i + 1])
        head = bytes((begin[i + 1] - begin[i], width))
        yield _key(table, number) | segment, seal(head + low[here] + counts[here] + raw[at[i] : at[i + 1]])


def _rows(sql: sqlite3.Connection, table: str, keys: Sequence[int], within: str) -> list[tuple[int, bytes]]:
    """The rows with one of these keys, in whatever segment."""
    if len(keys) == 1:
        query = f"SELECT k, b FROM {table} WHERE k BETWEEN ? AND ?{within}"
        return sql.execute(query, (keys[0], keys[0] | 1023)).fetchall()
    query = (
        f"SELECT k, b FROM json_each(?) AS wanted CROSS JOIN {table} ON k BETWEEN wanted.value AND wanted.value | 1023"
    )
    return sql.execute(query + within, (json.dumps(keys),)).fetchall()


def _cut(rows: Sequence[tuple[int, bytes]], numbers: Iterable[int]) -> Iterator[tuple[int, int, bytes]]:
    """The numbers that have sets in rows of `few`, with the bytes a passage takes there and all passages."""
    wanted: dict[int, list[int]] = {}
    for number in numbers:
        wanted.setdefault(number >> _BITS, []).append(number & _LOW)
    for (k, _), row in zip(rows, unseal_all([stored for _, stored in rows]), strict=True):
        sets, width = _head(row)
        end = _HEAD + sets
        high = k >> 10 & _ROWS
        for low in wanted[high]:
            at = row.find(low, _HEAD, end)
            if at >= 0:
                begin = end + sets + width * sum(row[end : at + sets])
                yield high << _BITS | low, width, row[begin : begin + width * row[at + sets]]


def _head(row: bytes) -> tuple[int, int]:
    """How many sets there are, and how many bytes a passage takes."""
    if len(row) < _HEAD:
        raise DamagedError("a set of the index is cut off")
    return row[0], row[1]


def _widened(passages: bytes, width: int) -> bytes:
    """Passages of so many bytes as ones of four."""
    digits = np.frombuffer(passages, np.uint8)
    if not 0 < width <= _WHOLE or len(digits) % width:
        raise DamagedError("a set of the index is cut off")
    whole = np.zeros((len(digits) // width, _WHOLE), np.uint8)
    whole[:, :width] = digits.reshape(-1, width)
    return whole.tobytes()
