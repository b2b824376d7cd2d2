"""Words of a quotation against words of a document, one by one.

Semi-global alignment (Sellers 1980) over words instead of letters: the quotation is used up, the document's
words before and after it are free. A word may pair with a misspelt one at a part of the cost, and two words
with one when a space or hyphen was lost or gained. Only diagonals inside a band are looked at.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import OSA

from tui.evidence.words import Word

_NEVER = 1e9
_LETTERS_OFF = 0.5


class Step(NamedTuple):
    """Quotation words `[quoted, quoted_end)` against document words `[found, found_end)`; cost 0 (equal) to 1."""

    quoted: int
    quoted_end: int
    found: int
    found_end: int
    cost: float

    @property
    def matched(self) -> bool:
        """Whether both sides have words and they are alike."""
        return self.cost < 1.0


def align(quoted: Sequence[Word], found: Sequence[Word], low: int, high: int) -> list[Step]:
    """The cheapest steps, in order. `low` and `high` bound (document word index − quotation word index)."""
    low, high = max(low, -len(quoted)), min(high, len(found))
    if high < low or not quoted:
        return []
    return _Table([w.text for w in quoted], [w.text for w in found], low, high).steps()


def unlike(one: str, other: str) -> float:
    """How unlike two words are: 0 equal, below 1 for a plausible misspelling, else 1."""
    if one == other:
        return 0.0
    longest = max(len(one), len(other))
    if longest < 2 or not (one[0].isalpha() and other[0].isalpha()):
        return 1.0
    allowed = int(longest * _LETTERS_OFF)
    distance = OSA.distance(one, other, score_cutoff=allowed)
    return 1.0 if distance > allowed else 0.1 + 0.8 * distance / longest


class _Table:
    """Costs row by row; `moves[i - 1][k]` says how i quotation words came to end at document word i + low + k.

    Moves: 0 both, 1 quotation only, 2 document only, 3 two quotation words for one, 4 one for two.
    """

    def __init__(self, quoted: list[str], found: list[str], low: int, high: int) -> None:
        self._quoted, self._found, self._low = quoted, found, low
        self._width = high - low + 1
        self._known: dict[tuple[str, str], float] = {}
        self._moves: list[bytearray] = []
        rows = [[0.0 if 0 <= low + k <= len(found) else _NEVER for k in range(self._width)]]
        for i in range(1, len(quoted) + 1):
            rows.append(self._row(i, rows))
        self._rows = rows

    def _unlike(self, one: str, other: str) -> float:
        if one == other:
            return 0.0
        key = (one, other)
        if key not in self._known:
            self._known[key] = unlike(one, other)
        return self._known[key]

    def _row(self, i: int, rows: list[list[float]]) -> list[float]:
        above, width, count = rows[i - 1], self._width, len(self._found)
        row, moves = [_NEVER] * width, bytearray(width)
        word = self._quoted[i - 1]
        pair = self._quoted[i - 2] + word if i > 1 else ""
        for k in range(max(0, -i - self._low), min(width, count - i - self._low + 1)):
            j = i + self._low + k
            best, move = (above[k + 1] + 1.0, 1) if k + 1 < width else (_NEVER, 1)
            if j > 0:
                other = self._found[j - 1]
                if (cost := above[k] + self._unlike(word, other)) <= best:
                    best, move = cost, 0
                if k and (cost := row[k - 1] + 1.0) < best:
                    best, move = cost, 2
                if pair and k + 1 < width and (cost := rows[i - 2][k + 1] + self._joint(pair, other)) < best:
                    best, move = cost, 3
                if k and j > 1 and (cost := above[k - 1] + self._joint(word, self._found[j - 2] + other)) < best:
                    best, move = cost, 4
            row[k], moves[k] = best, move
        self._moves.append(moves)
        return row

    def _joint(self, one: str, other: str) -> float:
        """The cost of two words for one: small when only a space is at fault, out of the question when not alike."""
        if one == other:
            return 0.05
        if abs(len(one) - len(other)) > 1 or len(one) < 6:
            return _NEVER
        cost = self._unlike(one, other)
        return 0.1 + cost if cost <= 0.3 else _NEVER

    def steps(self) -> list[Step]:
        last = self._rows[-1]
        k = min(range(self._width), key=lambda at: (last[at], -at))
        if last[k] >= _NEVER:
            return []
        steps: list[Step] = []
        i, j = len(self._quoted), len(self._quoted) + self._low + k
        while i > 0:
            move = self._moves[i - 1][j - i - self._low]
            back_i, back_j = ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2))[move]
            steps.append(Step(i - back_i, i, j - back_j, j, self._cost(i, j, back_i, back_j)))
            i, j = i - back_i, j - back_j
        return steps[::-1]

    def _cost(self, i: int, j: int, back_i: int, back_j: int) -> float:
        if not (back_i and back_j):
            return 1.0
        one, other = "".join(self._quoted[i - back_i : i]), "".join(self._found[j - back_j : j])
        return self._unlike(one, other) if back_i == back_j else self._joint(one, other)
