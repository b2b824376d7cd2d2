"""Shares told in words: "a third of", "a fifth more", "one in five"; and "half an hour"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tui.evidence.comparing.numbers import Number
from tui.evidence.comparing.quantity import Quantity
from tui.evidence.comparing.sentences import Sentence

_PARTS = {
    "half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "sixth": 6, "tenth": 10,
}  # fmt: skip
_OF_PARTS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_HOUR = 3600.0
_POINTS = frozenset(("point", "percentage", "per", "percent"))
_OUT_OF = frozenset((3, 4, 5, 6, 8, 10, 20, 50, 100, 1000))  # what shares are told of: "one in twenty"
_FEW, _COUNTED_BETWEEN = 10, 3


def fractions(sentence: Sentence) -> Iterator[Quantity]:
    """ "A third of", "two-thirds of the", "a fifth more", "half the": shares, as percent; of an hour, as a duration."""
    for index, token in enumerate(sentence.tokens):
        part = _PARTS.get(token.low, 0)
        times = 1 if part == 2 else _OF_PARTS.get(sentence.low(index - 1)) if part else None
        if not times:
            continue
        first, share = index - (part > 2), times / part
        if sentence.low(index + 1 + (part > 2)) == "an" and sentence.low(index + 2 + (part > 2)) == "hour":
            last = index + 2 + (part > 2)
            lasting = Number(first, last, share, share, 0.2, "", False)
            yield Quantity("duration", lasting, first, last, _HOUR)
        elif _ends_share(sentence, index + 1, part) and not _of_a_point(sentence, index + 1):
            percent = Number(first, index, 100.0 * share, 100.0 * share, 2.0, "", False)
            yield Quantity("percent", percent, first, index)


def _ends_share(sentence: Sentence, after: int, part: int) -> bool:
    """Whether what follows lets a fraction stand for a share, not for an order or a half-hour."""
    if part > 2 and (after == len(sentence.tokens) or sentence.gap(after).strip() or sentence.low(after) == "more"):
        return True
    return sentence.low(after) in ("of", "the", "its", "their", "all") and not sentence.gap(after).strip()


def _of_a_point(sentence: Sentence, after: int) -> bool:
    """ "A cut of a quarter of a point" is no share of anything."""
    return [sentence.low(after), sentence.low(after + 1)] == ["of", "a"] and sentence.low(after + 2) in _POINTS


def in_so_many(sentence: Sentence, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """ "One in five", "one job in twenty", "six in a hundred": a share for two counts so told, the rest as found."""
    spared: set[int] = set()
    for one, other in pairwise(found):
        low, high = one.number.low, other.number.low
        counts = one.kind == other.kind == "count" and one.last < other.first and low < high and high in _OUT_OF
        joined = sentence.low(other.first - 1) == "in" and other.first - one.last <= _COUNTED_BETWEEN
        if counts and joined and low <= _FEW:
            spared |= {one.first, other.first}
            share = 100.0 * low / high
            percent = Number(one.first, other.last, share, share, 1.0, "", False)
            yield Quantity("percent", percent, one.first, other.last)
    yield from (one for one in found if one.first not in spared)
