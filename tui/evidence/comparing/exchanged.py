"""Figures between the same neighbours: "the nine judges" against "the eight judges" in passages that say the same."""

from __future__ import annotations

from collections.abc import Iterator

from tui.evidence.comparing.agreement import agree
from tui.evidence.comparing.aligned import Aligned
from tui.evidence.comparing.facts import Facts
from tui.evidence.comparing.found import Found, side
from tui.evidence.comparing.links import SAME
from tui.evidence.comparing.quantity import Quantity
from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.standing import of_another, standing

_FIRM = 0.7  # of the words of the passages, on both sides, the share that correspond
_ROUNDING = 0.06


def exchanged_figures(pair: Aligned, facts: Facts) -> Iterator[Found]:
    """Numbers of which each stands in one passage alone, the content words beside them corresponding on both sides.

    Whatever the number counts; only where the passages correspond in nearly all their words.
    """
    if pair.score < SAME or len(pair.matches) < _FIRM * max(len(pair.a.where), len(pair.b.where)):
        return
    for rank, index in enumerate(pair.a.content):
        before, after = pair.to_b.get(rank - 1), pair.to_b.get(rank + 1)
        if rank in pair.to_b or before is None or after is None or after.b - before.b != 2:
            continue
        other = pair.b.content[before.b + 1]
        one, two = _quantity(pair.a, index, facts), _quantity(pair.b, other, facts)
        if before.b + 1 in pair.to_a or not _differ(pair.a, index, pair.b, other) or _settled(pair, one, two):
            continue
        sides = side(pair.a, index, index), side(pair.b, other, other)
        topic = one.kind if one else "count"
        yield Found("conflict", f"number: {sides[0].value} / {sides[1].value}", topic, sides, pair.score)


def _quantity(sentence: Sentence, index: int, facts: Facts) -> Quantity | None:
    return next((one for one in facts.quantities(sentence) if one.first <= index <= one.last), None)


def _settled(pair: Aligned, one: Quantity | None, other: Quantity | None) -> bool:
    """Whether the two were read as figures of one kind that agree, 41 °C and 106 °F, or are of two things."""
    if one is None or other is None or one.kind != other.kind:
        return False
    if standing(pair.a, one) != standing(pair.b, other):
        return True
    other_thing = of_another(pair.a, one.first) != of_another(pair.b, other.first)
    return other_thing or agree(one.number, other.number, one.factor, other.factor)


def _differ(a: Sentence, one: int, b: Sentence, other: int) -> bool:
    """Whether both tokens are numbers, further apart than rounding."""
    if not a.tokens[one].kind == b.tokens[other].kind == "number":
        return False
    try:
        small, great = sorted((float(a.tokens[one].form), float(b.tokens[other].form)))
    except ValueError:
        return False
    return great - small > _ROUNDING * great
