"""Single texts out of the tables `chunk` and `form`, whose rows hold many: the rows lately read stay inflated.

Common texts have low numbers, so most of those asked for lie in few rows; making texts of all that a row holds takes
as long as inflating it.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Collection, Mapping
from typing import NamedTuple

import numpy as np

from tui.search.library.dictionary import BETWEEN, TEXTS
from tui.search.library.errors import DamagedError
from tui.search.library.sealed import unseal

_KEPT = 256  # rows: about 3 KB each; of half as many a key inflates four more


class _Piece(NamedTuple):
    """The texts of a row, and where each ends."""

    raw: bytes
    ends: memoryview

    def text(self, at: int) -> str:
        """One of the texts."""
        if at >= len(self.ends):
            raise DamagedError("a text of the index is missing")
        begin = self.ends[at - 1] + 1 if at else 0
        return self.raw[begin : self.ends[at]].decode("utf-8", "surrogatepass")


class Pieces:
    """The texts of one table, by their numbers."""

    def __init__(self, sql: sqlite3.Connection, table: str) -> None:
        self._sql, self._table = sql, table
        self._lately: dict[int, _Piece] = {}

    def texts(self, numbers: Collection[int]) -> Mapping[int, str]:
        """The texts with these numbers; raises DamagedError where one is missing."""
        pieces = self._read({number // TEXTS for number in numbers})
        return {number: pieces[number // TEXTS].text(number % TEXTS) for number in numbers}

    def _read(self, wanted: Collection[int]) -> Mapping[int, _Piece]:
        known = self._lately
        found = {piece: known.pop(piece) for piece in wanted if piece in known}
        missing = sorted(piece for piece in wanted if piece not in found)
        query = f"SELECT piece, b FROM json_each(?) AS wanted JOIN {self._table} ON piece = wanted.value"
        rows = self._sql.execute(query, (json.dumps(missing),)) if missing else ()
        found.update((piece, _inflated(stored)) for piece, stored in rows)
        if len(found) < len(wanted):
            raise DamagedError("a text of the index is missing")
        known.update(found)  # those asked for last come last
        for piece in [*known][: max(len(known) - _KEPT, 0)]:
            del known[piece]
        return found


def _inflated(stored: object) -> _Piece:
    raw = zlib.decompress(unseal(stored))
    ends = np.flatnonzero(np.frombuffer(raw, np.uint8) == BETWEEN).astype(np.uint32)
    return _Piece(raw, memoryview(np.append(ends, np.uint32(len(raw))).data))
