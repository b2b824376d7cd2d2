"""Rows of the table `acronym`: what short forms with the same first two letters stand for, the commonest first.

A row is deflated: the short forms a line each, behind a NUL how many bytes each takes, and of each how often, how many
words and which words, again and again, as numbers (`tui.search.library.packed`).
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, groupby, pairwise

import numpy as np

from tui.search.acronyms import Long
from tui.search.library.codes import strung
from tui.search.library.counted import Counted, added
from tui.search.library.packed import pack, unpack, unpack_each, unpack_some
from tui.search.library.sealed import seal, unseal

BRACKETS, INITIALS = 0, 1  # kinds: learnt from a bracket, or from a run of capitalised words
_ALIKE = 2  # letters
_LETTER = 21  # bits of a key for each of them
_LEVEL = 1  # of 0 to 9: more takes twice as long and saves a tenth
_ROWS = 8  # kept, of up to 70 KB


def count(sql: sqlite3.Connection, kind: int, learned: Counted, sign: int) -> None:
    """Count short forms in, or with a sign of -1 out."""
    keys = [_key(kind, alike) for alike in sorted({short[:_ALIKE] for short in learned.shorts})]
    rows = sql.execute(
        "SELECT b FROM json_each(?) AS wanted CROSS JOIN acronym ON k = wanted.value", (json.dumps(keys),)
    )
    known = _all([b for (b,) in rows])
    total = added([known, learned._replace(counts=sign * learned.counts)]).ordered()
    packed = dict(_packed(kind, total))
    sql.executemany("INSERT OR REPLACE INTO acronym VALUES (?, ?)", packed.items())
    sql.executemany("DELETE FROM acronym WHERE k = ?", [(key,) for key in keys if key not in packed])


class Finder:
    """Finds what short forms of one kind stand for; keeps rows, as the next one typed begins as the last."""

    def __init__(self, sql: sqlite3.Connection, kind: int) -> None:
        self._sql, self._kind = sql, kind
        self._row = lru_cache(maxsize=_ROWS)(self._read)

    def find(self, short: str, most: int) -> list[tuple[Long, int]]:
        """What a short form stands for, and how often: the `most` commonest and all as common as the last."""
        raw = self._row(_key(self._kind, short))
        end = raw.find(b"\0")
        before, _, _ = (b"\n" + raw[:end] + b"\n").partition(b"\n" + short.encode("utf-8", "surrogatepass") + b"\n")
        if len(before) > end:
            return []  # as most typed words are no short form, nothing more is read
        _, sizes, numbers = _cut(raw)
        place = before.count(b"\n")
        begin = sum(sizes[:place])
        return list(_read(unpack(numbers[begin : begin + sizes[place]]).tolist(), most))

    def _read(self, key: int) -> bytes:
        row = self._sql.execute("SELECT b FROM acronym WHERE k = ?", (key,)).fetchone()
        return zlib.decompress(unseal(row[0])) if row else b""


def every(sql: sqlite3.Connection, kind: int) -> Iterator[tuple[str, list[tuple[Long, int]]]]:
    """All short forms, and what each stands for."""
    for (stored,) in sql.execute("SELECT b FROM acronym WHERE k BETWEEN ? AND ?", (_key(kind), _key(kind + 1) - 1)):
        yield from _each(stored)


def _key(kind: int, short: str = "") -> int:
    first, second = (ord(letter) for letter in short[:_ALIKE].ljust(_ALIKE, "\0"))
    return (kind << _LETTER | first) << _LETTER | second


def _all(rows: Sequence[object]) -> Counted:
    """The long forms of some rows."""
    shorts, parts = list[str](), list[bytes]()
    for stored in rows:
        mine, sizes, raw = _cut(zlib.decompress(unseal(stored)))
        shorts += mine
        parts += [raw[low:high] for low, high in pairwise(accumulate(sizes, initial=0))]
    numbers, every = unpack_each(parts)
    ends = np.cumsum(every)
    at, of = ends - every, np.arange(len(shorts))
    found = [(at[:0], of[:0])]
    while len(at):  # the first long form of each short one, the second, and so on
        found.append((at, of))
        at = at + 2 + numbers[at + 1]
        left = at < ends[of]
        at, of = at[left], of[left]
    at, of = (np.concatenate(each) for each in zip(*found, strict=True))
    counts, sizes_of = numbers[at].astype(np.int64), numbers[at + 1].astype(np.intp)
    return Counted(shorts, of, counts, sizes_of, strung(numbers, at + 2, sizes_of)[0])


def _each(stored: object) -> Iterator[tuple[str, list[tuple[Long, int]]]]:
    shorts, sizes, raw = _cut(zlib.decompress(unseal(stored)))
    bounds = list(accumulate(sizes, initial=0))
    numbers, counts = unpack_each([raw[low:high] for low, high in pairwise(bounds)])
    every, begin = numbers.tolist(), 0
    for short, end in zip(shorts, np.cumsum(counts).tolist(), strict=True):
        yield short, list(_read(every[begin:end]))
        begin = end


def _cut(row: bytes) -> tuple[list[str], Sequence[int], bytes]:
    """The short forms of a row, how many bytes each takes, and these bytes."""
    end = row.index(b"\0")
    shorts = row[:end].decode("utf-8", "surrogatepass").split("\n")
    sizes, begin = unpack_some(row, end + 1, len(shorts))
    return shorts, sizes, row[begin:]


def _read(numbers: Sequence[int], most: int = 0) -> Iterator[tuple[Long, int]]:
    """What a short form stands for; all, or so many and all as common as the last of them."""
    at = seen = last = 0
    while at < len(numbers):
        n, end = numbers[at], at + 2 + numbers[at + 1]
        if most and seen >= most and n < last:
            return
        yield tuple(numbers[at + 2 : end]), n
        at, seen, last = end, seen + 1, n


def _packed(kind: int, total: Counted) -> Iterator[tuple[int, bytes]]:
    """Rows of what is in order, with their keys."""
    starts = np.flatnonzero(np.diff(total.of, prepend=-1))
    shorts = [total.shorts[at] for at in total.of[starts].tolist()]
    begin = np.cumsum(2 + total.sizes) - total.sizes - 2
    numbers = np.zeros(int((2 + total.sizes).sum()), np.uint32)
    is_word = np.ones(len(numbers), np.bool_)
    is_word[begin] = is_word[begin + 1] = False
    numbers[begin], numbers[begin + 1], numbers[is_word] = total.counts, total.sizes, total.words
    raw, first = pack(numbers)  # all at once: a row of them takes as long
    bounds = first[np.append(begin[starts], len(numbers))]
    sizes, of = pack(np.diff(bounds))
    at, places = 0, bounds.tolist()
    for alike, group in groupby(shorts, key=lambda short: short[:_ALIKE]):
        mine = list(group)
        end = at + len(mine)
        head = "\n".join(mine).encode("utf-8", "surrogatepass") + b"\0" + sizes[of[at] : of[end]]
        yield _key(kind, alike), seal(zlib.compress(head + raw[places[at] : places[end]], _LEVEL))
        at = end
