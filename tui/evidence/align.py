"""Words of a quotation against words of a document, one by one.

Semi-global alignment (Sellers 1980) over words instead of letters: the quotation is used up, the document's
words before and after it are free. A misspelt word may pair at a part of the cost, and several words with one
when spaces or hyphens were lost or gained. Only diagonals inside a band are looked at.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple, Protocol

from rapidfuzz.distance import OSA

from tui.evidence.figure_joints import OTHERWISE, figure_joints
from tui.evidence.joints import LONGEST_WORD, as_seen, joints
from tui.evidence.words import Word

_NEVER = 1e9
_LETTERS_OFF = 0.5

# What a bit of a paired word is worth against one differing word: a rare word paired again after two that were
# left out beats a replaced one, a common word does not.
_WORTH = 0.14

# What it is worth besides that an outermost word of the quotation is the very one: whoever quotes changes the ends
# least, and "things to break in" quoted as "stuff in" still ends with "in".
_OUTERMOST = 0.8

# Digits that a scanner reads for letters: right before letters they begin a word.
_SCANNED = ("0", "1", "5")


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


class Lore(Protocol):
    """What is known of a document's words."""

    def knows(self, word: str) -> bool:
        """Whether it is a word rather than a misspelling."""

    def bits(self, word: str) -> float:
        """How much it says that the word stands somewhere."""


def align(quoted: Sequence[Word], found: Sequence[Word], low: int, high: int, lore: Lore) -> list[Step]:
    """The cheapest steps, in order; none when the band lies outside.

    `low` and `high` bound (document word index − quotation word index). A word of the quotation that `lore` knows
    pairs with no other at a discount.
    """
    low, high = max(low, -len(quoted)), min(high, len(found))
    if high < low or not quoted:
        return []
    return _Table(quoted, [w.text for w in found], low, high, lore).steps()


def unlike(one: str, other: str) -> float:
    """How unlike two words are: 0 equal, below 1 for a plausible misspelling, else 1."""
    if one == other:
        return 0.0
    longest = max(len(one), len(other))
    if longest < 2 or longest > LONGEST_WORD or not (_is_lettered(one) and _is_lettered(other)):
        return 1.0
    allowed = int(longest * _LETTERS_OFF)
    distance = OSA.distance(one, other, score_cutoff=allowed)
    if distance > 1 and as_seen(one) == as_seen(other):
        distance = 1
    return 1.0 if distance > allowed else 0.1 + 0.8 * distance / longest


def _is_lettered(word: str) -> bool:
    """Whether it is a word of letters, the first of which a scanner may have read as a digit ("5cnt")."""
    return word[0].isalpha() or (word[0] in _SCANNED and word[1:2].isalpha())


class _Table:
    """Costs row by row; `_moves[i - 1][k]` is the step that brought i quotation words to document word i + low + k.

    A move is (words of the quotation, words of the document).
    """

    def __init__(self, quoted: Sequence[Word], found: list[str], low: int, high: int, lore: Lore) -> None:
        self._quoted, self._found, self._low, self._lore = [word.text for word in quoted], found, low, lore
        self._width = high - low + 1
        strange = [not lore.knows(word.text) for word in quoted]
        for i, (before, word) in enumerate(pairwise(quoted), 1):
            strange[i] = strange[i] or (before.end == word.start and before.text in _SCANNED)
        self._joints = joints(self._quoted, found, strange, low, high)
        for ends, move in figure_joints(self._quoted, found):
            self._joints.setdefault(ends, []).append((move, OTHERWISE))
        self._moves: list[list[tuple[int, int]]] = []
        self._rows = [[0.0 if 0 <= low + k <= len(found) else _NEVER for k in range(self._width)]]
        for i in range(1, len(quoted) + 1):
            self._rows.append(self._row(i, self._prices(i, strange[i - 1])))

    def _prices(self, i: int, strange: bool) -> dict[str, float]:
        """The cost of pairing quotation word i with a word in reach, less what the pair is worth; 1 where not said."""
        word, reach = (
            self._quoted[i - 1],
            self._found[max(0, i - 1 + self._low) : max(0, i + self._low + self._width - 1)],
        )
        outermost = i in (1, len(self._quoted))
        prices = {word: -_WORTH * self._lore.bits(word) - (_OUTERMOST if outermost else 0.0)}
        for other in set(reach) - {word} if strange else ():
            if (cost := unlike(word, other)) < 1.0:
                prices[other] = cost - max(0.0, 1.0 - 1.5 * cost) * _WORTH * self._lore.bits(other)
        return prices

    def _row(self, i: int, prices: dict[str, float]) -> list[float]:
        above, width, found, low = self._rows[i - 1], self._width, self._found, self._low
        row, moves = [_NEVER] * width, [(1, 0)] * width
        for k in range(max(0, -i - low), min(width, len(found) - i - low + 1)):
            j = i + low + k
            best, move = (above[k + 1] + 1.0 if k + 1 < width else _NEVER), (1, 0)
            if j > 0:
                other = found[j - 1]
                if (cost := above[k] + prices.get(other, 1.0)) <= best:
                    best, move = cost, (1, 1)
                if k and (cost := row[k - 1] + 1.0) < best:
                    best, move = cost, (0, 1)
                for taken, price in self._joints.get((i, j), ()):
                    at = k + taken[0] - taken[1]
                    worth = _WORTH * sum(map(self._lore.bits, found[j - taken[1] : j]))
                    if 0 <= at < width and (cost := self._rows[i - taken[0]][at] + price - worth) < best:
                        best, move = cost, taken
            row[k], moves[k] = best, move
        self._moves.append(moves)
        return row

    def steps(self) -> list[Step]:
        """The way back from the cheapest cell of the last row; of equals the one furthest on."""
        last = self._rows[-1]
        k = min(range(self._width), key=lambda at: (last[at], -at))
        steps: list[Step] = []
        i, j = len(self._quoted), len(self._quoted) + self._low + k
        while i > 0 and last[k] < _NEVER:
            taken = self._moves[i - 1][j - i - self._low]
            steps.append(Step(i - taken[0], i, j - taken[1], j, self._cost(i, j, taken)))
            i, j = i - taken[0], j - taken[1]
        return steps[::-1]

    def _cost(self, i: int, j: int, taken: tuple[int, int]) -> float:
        if taken == (1, 1):
            one, other = self._quoted[i - 1], self._found[j - 1]
            return 1.0 if one != other and self._lore.knows(one) else unlike(one, other)
        return dict(self._joints.get((i, j), ())).get(taken, 1.0)
