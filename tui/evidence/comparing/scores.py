"""Scores of pairs of passages, row by row in few bytes: two hundred articles on one event have a million of them."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping


class Scores:
    """Scores of pairs of passages by their numbers in the pool: row `a`, column `b` of a later document.

    Every passage has a row, be it empty; the columns of a row ascend.
    """

    __slots__ = ("_columns", "_scores")

    def __init__(self, rows: Iterable[Mapping[int, float]]) -> None:
        self._columns: list[array[int]] = []
        self._scores: list[array[float]] = []
        for row in rows:
            self._columns.append(array("I", sorted(row)))
            self._scores.append(array("d", map(row.__getitem__, self._columns[-1])))

    def row(self, a: int) -> dict[int, float]:
        """What passage `a` is scored with, and how high; nothing outside the pool."""
        return dict(zip(self._columns[a], self._scores[a], strict=True)) if 0 <= a < len(self._columns) else {}

    def __iter__(self) -> Iterator[dict[int, float]]:
        """All rows in order."""
        return map(self.row, range(len(self._columns)))

    def get(self, a: int, b: int) -> float:
        """The score of a pair, 0 where it has none."""
        columns: array[int] | tuple[()] = self._columns[a] if 0 <= a < len(self._columns) else ()
        at = bisect_left(columns, b)
        return self._scores[a][at] if at < len(columns) and columns[at] == b else 0.0
