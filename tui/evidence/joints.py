"""Words run together or torn apart: where several words of one text are one word of another, slips aside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate

from rapidfuzz import process
from rapidfuzz.distance import OSA

# The cost of the same letters divided into words otherwise.
JOINED = 0.05
LONGEST_WORD = 60

# What the same strokes, or a slip besides, add to it.
_SLIP = 0.1

# So many words are looked for in one; in a long one that no list knows, more.
_MOST, _MOST_RUN_ON, _RUN_ON = 3, 6, 9
_SHORTEST = 5

# What a scanner sees of a letter, those it takes for each other being one: "rn" and "in" have the strokes of "m".
_STROKES = {"n": "ll", "u": "ll", "m": "lll", "w": "vv", "d": "cl"}
_SIGHT = str.maketrans({**dict(zip("015ehifraq", "olscbltlog", strict=True)), **_STROKES})

# For (i, j), the ends of both runs of words: how many words each has, and the cost.
Joints = dict[tuple[int, int], list[tuple[tuple[int, int], float]]]


def as_seen(word: str) -> str:
    """The word with one sign for all that a scanner takes for each other."""
    return word.translate(_SIGHT)


def joints(quoted: list[str], found: list[str], strange: list[bool], low: int, high: int) -> Joints:
    """Where, `low` to `high` words apart, several words of one side are one of the other: the move and its cost.

    Only where one of those quoted is `strange`, and so no word, may letters differ.
    """
    ways: Joints = defaultdict(list)
    slips = any(strange)
    singles, others = _Singles(quoted, strange), _Singles(found, [slips] * len(found))
    for size in range(2, _MOST + 1):
        for j, pieces in _runs(found, size, singles):
            for i, cost in singles.alike(pieces, j - high - 1, j - low):
                ways[i + 1, j].append(((1, size), cost))
        for i, pieces in _runs(quoted, size, others):
            for j, cost in others.alike(pieces, i + low - 1, i + high, letters=slips and any(strange[i - size : i])):
                ways[i, j + 1].append(((size, 1), cost))
    long = [odd and len(word) >= _RUN_ON for word, odd in zip(quoted, strange, strict=True)]
    singles = _Singles(quoted, long) if any(long) else singles
    for size in range(_MOST + 1, _MOST_RUN_ON + 1) if any(long) else ():
        for j, pieces in _runs(found, size, singles):
            for i, cost in singles.alike(pieces, j - high - 1, j - low):
                ways[i + 1, j].append(((1, size), cost))
    return ways


class _Singles:
    """The words of one side, to be found by their letters; the `readable` ones by their strokes and nearly too."""

    def __init__(self, words: list[str], readable: list[bool]) -> None:
        self._near = [word if odd else None for word, odd in zip(words, readable, strict=True)]
        read = set(filter(None, self._near))
        self._spelt = _places(words)
        self._seen = _places([word and as_seen(word) for word in self._near]) if read else {}
        self.lengths = set(map(len, self._spelt)).union(*(_near_lengths(length) for length in set(map(len, read))))

    def alike(self, pieces: list[str], low: int, high: int, *, letters: bool = True) -> list[tuple[int, float]]:
        """The words in `[low, high)` that `pieces` joined are; where `letters` may differ, by their look or nearly."""
        joined = "".join(pieces)
        same = self._spelt.get(joined, ())
        found = [(at, JOINED) for at in same if low <= at < high] if same else []
        if not (letters and self._seen):
            return found
        if seen := self._seen.get(as_seen(joined), ()):
            found += [(at, JOINED + _SLIP) for at in seen if low <= at < high and at not in same]
        if len(joined) < _SHORTEST:
            return found
        near, allowed = self._near[max(0, low) : high], len(joined) // 3
        for _, distance, i in process.extract(joined, near, scorer=OSA.distance, score_cutoff=allowed, limit=None):
            at = max(0, low) + i
            if at not in seen and at not in same and distance < _alone(pieces, str(self._near[at])):
                found.append((at, JOINED + _SLIP + distance / len(joined)))
        return found


def _places(words: Sequence[str | None]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for at, word in enumerate(words):
        if word:
            places.setdefault(word, []).append(at)
    return places


@cache
def _near_lengths(length: int) -> frozenset[int]:
    """How many letters a word may have that is near one of so many."""
    return frozenset(near for near in range(2, LONGEST_WORD + 1) if abs(near - length) <= max(1, near // 3))


def _runs(words: list[str], size: int, singles: _Singles) -> Iterator[tuple[int, list[str]]]:
    """Each `size` words in a row that have as many letters as one of the single words, and the index behind them."""
    ends = [0, *accumulate(map(len, words))]
    for end in range(size, len(words) + 1):
        if ends[end] - ends[end - size] in singles.lengths:
            yield end, words[end - size : end]


def _alone(pieces: list[str], single: str) -> int:
    """How far the word is from the pieces when one at an end is dropped: a joint must beat that to need them all."""
    return min(OSA.distance(part, single) for part in {*pieces, "".join(pieces[1:]), "".join(pieces[:-1])})
