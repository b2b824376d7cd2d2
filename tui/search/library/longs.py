"""Rows of the table `acronym`: what short forms with the same first two letters stand for, the commonest first.

A row is deflated: the short forms a line each, behind a NUL how many bytes each takes, and of each how often, how many
words and which words, again and again, as numbers (`tui.search.library.packed`).
"""

from __future__ import annotations

import sqlite3
import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tui.search.acronyms import Long
from tui.search.library.codes import Numbers
from tui.search.library.packed import pack, unpack, unpack_each, unpack_some
from tui.search.library.sealed import seal, unseal

BRACKETS, INITIALS = 0, 1  # kinds: learnt from a bracket, or from a run of capitalised words
_ALIKE = 2  # letters
_LETTER = 21  # bits of a key for each of them
_LEVEL = 4
Counted = dict[str, dict[Long, int]]


def count(sql: sqlite3.Connection, kind: int, learned: Mapping[tuple[str, Long], int], sign: int) -> None:
    """Count short forms in, or with a sign of -1 out."""
    by_short: Counted = {}
    for (short, long), n in learned.items():
        by_short.setdefault(short, {})[long] = sign * n
    rows: dict[int, Counted] = {}
    for short in sorted(by_short):
        rows.setdefault(_key(kind, short), {})[short] = by_short[short]
    for key, counts in rows.items():
        for (stored,) in sql.execute("SELECT b FROM acronym WHERE k = ?", (key,)):
            _add(counts, stored)
    sql.executemany("INSERT OR REPLACE INTO acronym VALUES (?, ?)", zip(rows, _packed(rows.values()), strict=True))
    if sign < 0:
        sql.execute("DELETE FROM acronym WHERE b IS NULL")


def find(sql: sqlite3.Connection, kind: int, short: str, most: int) -> list[tuple[Long, int]]:
    """What a short form stands for, and how often: the `most` commonest and all as common as the last."""
    row = sql.execute("SELECT b FROM acronym WHERE k = ?", (_key(kind, short),)).fetchone()
    if row is None:
        return []
    raw = zlib.decompress(unseal(row[0]))
    end = raw.index(b"\0")
    before, _, _ = (b"\n" + raw[:end] + b"\n").partition(b"\n" + short.encode("utf-8", "surrogatepass") + b"\n")
    if len(before) > end:
        return []  # as most typed words are no short form, nothing more is read
    _, sizes, numbers = _cut(raw)
    place = before.count(b"\n")
    begin = sum(sizes[:place])
    return list(_read(unpack(numbers[begin : begin + sizes[place]]).tolist(), most))


def every(sql: sqlite3.Connection, kind: int) -> Iterator[tuple[str, list[tuple[Long, int]]]]:
    """All short forms, and what each stands for."""
    for (stored,) in sql.execute("SELECT b FROM acronym WHERE k BETWEEN ? AND ?", (_key(kind), _key(kind + 1) - 1)):
        yield from _each(stored)


def arranged(learned: Iterable[tuple[str, list[tuple[Long, int]]]], ranks: Numbers) -> dict[str, NDArray[Any]]:
    """Short forms as text, and in the order of these: how many long forms, of each how often, its words counted, its
    words by their `ranks`."""
    shorts, numbers = list[str](), array("I")
    for short, counted in learned:
        shorts.append(short)
        numbers.append(len(counted))
        for long, n in counted:
            numbers.extend((n, len(long), *ranks[list(long)].tolist()))
    text = "\n".join(shorts).encode("utf-8", "surrogatepass")
    return {"shorts": np.frombuffer(text, np.uint8), "longs": np.frombuffer(numbers, np.uint32)}


def learned(arrays: Mapping[str, NDArray[Any]]) -> dict[str, dict[Long, int]]:
    """What short forms stand for, as `arranged` put it."""
    text, numbers = arrays["shorts"].tobytes().decode("utf-8", "surrogatepass"), arrays["longs"].tolist()
    found: dict[str, dict[Long, int]] = {}
    at = 0
    for short in text.split("\n") if text else ():
        longs = found[short] = dict[Long, int]()
        count, at = numbers[at], at + 1
        for _ in range(count):
            end = at + 2 + numbers[at + 1]
            longs[tuple(numbers[at + 2 : end])] = numbers[at]
            at = end
    return found


def _key(kind: int, short: str = "") -> int:
    first, second = (ord(letter) for letter in short[:_ALIKE].ljust(_ALIKE, "\0"))
    return (kind << _LETTER | first) << _LETTER | second


def _add(counts: Counted, stored: object) -> None:
    """Add what a row says."""
    for short, counted in _each(stored):
        mine = counts.setdefault(short, {})
        for long, n in counted:
            mine[long] = mine.get(long, 0) + n


def _each(stored: object) -> Iterator[tuple[str, list[tuple[Long, int]]]]:
    shorts, sizes, raw = _cut(zlib.decompress(unseal(stored)))
    bounds = list(accumulate(sizes, initial=0))
    numbers, counts = unpack_each([raw[low:high] for low, high in pairwise(bounds)])
    every, begin = numbers.tolist(), 0
    for short, end in zip(shorts, np.cumsum(counts).tolist(), strict=True):
        yield short, list(_read(every[begin:end]))
        begin = end


def _cut(row: bytes) -> tuple[list[str], list[int], bytes]:
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


def _packed(rows: Iterable[Counted]) -> Iterator[bytes | None]:
    """The rows as they are to be; None for what stands for nothing any more."""
    kept: list[list[str]] = []
    numbers: list[int] = []
    bounds = [0]
    for counts in rows:
        kept.append([])
        for short in sorted(counts):
            for n, long in sorted([(n, long) for long, n in counts[short].items() if n > 0], reverse=True):
                numbers += (n, len(long), *long)
            if len(numbers) > bounds[-1]:
                kept[-1].append(short)
                bounds.append(len(numbers))
    raw, first = pack(np.array(numbers, np.uint32))  # all at once: a row of them takes as long
    sizes, of = pack(np.diff(first[bounds]))
    begin = 0
    for shorts in kept:
        end = begin + len(shorts)
        head = "\n".join(shorts).encode("utf-8", "surrogatepass") + b"\0" + sizes[of[begin] : of[end]]
        row = head + raw[first[bounds[begin]] : first[bounds[end]]]
        yield seal(zlib.compress(row, _LEVEL)) if shorts else None
        begin = end
