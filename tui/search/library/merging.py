"""Segments become one: a search reads a set a segment, so few are better than many."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from pyroaring import FrozenBitMap

from tui.search.library.sealed import seal_set, unseal_set
from tui.search.library.tables import SETS


def join(sql: sqlite3.Connection, segments: Sequence[int]) -> None:
    """Make one segment of several, without what no longer lives."""
    living, marks = unseal_set(_living(sql)), ", ".join("?" * len(segments))
    for table in SETS:
        joined: dict[int, list[bytes]] = {}
        for k, stored in sql.execute(f"SELECT k, b FROM {table} WHERE k & 1023 IN ({marks})", segments):
            joined.setdefault(k >> 10, []).append(stored)
        sql.execute(f"DELETE FROM {table} WHERE k & 1023 IN ({marks})", segments)
        rows = ((number << 10 | segments[0], _union(sets, living)) for number, sets in joined.items())
        kept = ((k, seal_set(passages)) for k, passages in rows if passages)
        sql.executemany(f"INSERT INTO {table} VALUES (?, ?)", kept)
    query = f"SELECT sum(passages) FROM segment WHERE number IN ({marks})"
    size = sql.execute(query, segments).fetchone()[0]
    sql.execute(f"DELETE FROM segment WHERE number IN ({marks})", segments)
    sql.execute("INSERT INTO segment VALUES (?, ?)", (segments[0], size))


def _living(sql: sqlite3.Connection) -> object:
    return sql.execute("SELECT value FROM meta WHERE key = 'living'").fetchone()[0]


def _union(stored: Sequence[bytes], living: FrozenBitMap) -> FrozenBitMap:
    return FrozenBitMap.union(*map(unseal_set, stored)) & living
