"""Rows of the table `acronym`: what one short form stands for, the commonest first.

Each is numbers as text (`tui.search.library.codes`): how often, how many words, the words.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from tui.search.acronyms import Long
from tui.search.library import codes
from tui.search.library.codes import LARGE

BRACKETS, INITIALS = 0, 1  # kinds: learnt from a bracket, or from a run of capitalised words


def count(sql: sqlite3.Connection, kind: int, learned: Mapping[tuple[str, Long], int], sign: int) -> None:
    """Count short forms in, or with a sign of -1 out."""
    by_short: dict[str, dict[Long, int]] = {}
    for (short, long), n in learned.items():
        by_short.setdefault(short, {})[long] = sign * n
    sql.executemany("INSERT OR REPLACE INTO acronym VALUES (?, ?, ?)", _counted(sql, kind, by_short))
    if sign < 0:
        sql.execute("DELETE FROM acronym WHERE b IS NULL")


def _counted(
    sql: sqlite3.Connection, kind: int, by_short: Mapping[str, Mapping[Long, int]]
) -> Iterator[tuple[int, str, bytes | None]]:
    """The rows as they are to be; NULL for what stands for nothing any more."""
    for short, counts in by_short.items():
        row = sql.execute("SELECT b FROM acronym WHERE kind = ? AND short = ?", (kind, short)).fetchone()
        total = dict(read(row[0])) if row else {}
        for long, n in counts.items():
            total[long] = total.get(long, 0) + n
        kept = sorted(((n, long) for long, n in total.items() if n > 0), reverse=True)
        yield kind, short, _packed(kept) if kept else None


def _packed(counted: list[tuple[int, Long]]) -> bytes:
    numbers = [number for n, long in counted for number in (n, len(long), *long)]
    plain = max(numbers) < LARGE
    return codes.seal_text("".join(map(chr, numbers)) if plain else codes.spell(numbers))


def read(stored: object, most: int = 0) -> Iterator[tuple[Long, int]]:
    """What a short form stands for, and how often: all, or the `most` commonest and all as common as the last."""
    text = codes.unseal_text(stored)
    large = max(text, default="") >= chr(LARGE)
    numbers: Sequence[int] | str = codes.count(text).tolist() if large else text if most else list(map(ord, text))
    number: Callable[[Any], int] = ord if isinstance(numbers, str) else int
    at = seen = last = 0
    while at < len(numbers):
        n, size = number(numbers[at]), number(numbers[at + 1])
        if most and seen >= most and n < last:
            return
        yield tuple(map(number, numbers[at + 2 : at + 2 + size])), n
        at, seen, last = at + 2 + size, seen + 1, n
