"""Segments become one: a search reads a set a segment, so few are better than many."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from pyroaring import FrozenBitMap

from tui.search.library import pairs
from tui.search.library.dictionary import Dictionary
from tui.search.library.sealed import seal_set, unseal_set
from tui.search.library.tables import SETS


def join(sql: sqlite3.Connection, dictionary: Dictionary, segments: Sequence[int]) -> None:
    """Make one segment of several, without what no longer lives."""
    living, marks = unseal_set(_living(sql)), ", ".join("?" * len(segments))
    held: dict[int, int] = {}
    for table in (table for table in SETS if table != "pair"):
        joined: dict[int, list[bytes]] = {}
        for k, stored in sql.execute(f"SELECT k, b FROM {table} WHERE k & 1023 IN ({marks})", segments):
            joined.setdefault(k >> 10, []).append(stored)
        sql.execute(f"DELETE FROM {table} WHERE k & 1023 IN ({marks})", segments)
        sets = {number: _union(stored, living) for number, stored in joined.items()}
        kept = ((number << 10 | segments[0], seal_set(passages)) for number, passages in sets.items() if passages)
        sql.executemany(f"INSERT INTO {table} VALUES (?, ?)", kept)
        if table == "post":
            held = {number: len(passages) for number, passages in sets.items()}
    query = f"SELECT sum(passages) FROM segment WHERE number IN ({marks})"
    size = sql.execute(query, segments).fetchone()[0]
    pairs.join(sql, dictionary, segments, size, held)
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


def _union(stored: Sequence[bytes], living: FrozenBitMap) -> FrozenBitMap:
    return FrozenBitMap.union(*map(unseal_set, stored)) & living
