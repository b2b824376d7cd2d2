"""Figures that are told without a unit after them: "at kilometre 35", a race run in "2:07:41"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.evidence.comparing.numbers import Number
from tui.evidence.comparing.quantity import Quantity
from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.units import unit

_MARKED = frozenset(("kilometre", "kilometer", "km", "mile", "metre", "meter"))
_POSTS = frozenset(("mark", "marker", "post", "point", "board"))
_RATES = frozenset(("a", "an", "per", "each", "every"))
_TIME = re.compile(r"(?<![:\d])(\d):([0-5]\d):([0-5]\d)(?![:\d])")


def at_mark(sentence: Sentence, number: Number) -> Quantity | None:
    """A place on a way: "at kilometre 35" is 35 kilometres on."""
    before = number.first - 1
    if sentence.low(before) not in _MARKED or sentence.low(before - 1) in _RATES or sentence.gap(number.first) != " ":
        return None
    measured = unit(sentence, before)
    return Quantity("length", number, before, number.last, measured[1]) if measured else None


def marks_apart(a: Sentence, one: Quantity, b: Sentence, other: Quantity) -> bool:
    """Whether one is a mark on a way, as the 35-kilometre mark is, and the other a length or distance."""
    marks = _is_mark(a, one), _is_mark(b, other)
    reached = marks[0] or _is_reached(a, one), marks[1] or _is_reached(b, other)
    return any(marks) and not all(reached)


def _is_mark(sentence: Sentence, one: Quantity) -> bool:
    return one.first != one.number.first or sentence.low(one.last + 1) in _POSTS


def _is_reached(sentence: Sentence, one: Quantity) -> bool:
    return sentence.low(one.first - 1) in ("after", "at")


def race_times(sentence: Sentence) -> Iterator[Quantity]:
    """Hours, minutes and seconds between colons, as a duration in seconds; an hour of the day after "at" is none."""
    for match in _TIME.finditer(sentence.text, *sentence.span):
        inside = [i for i, token in enumerate(sentence.tokens) if match.start() <= token.start < match.end()]
        if inside and sentence.low(inside[0] - 1) != "at":
            hours, minutes, seconds = map(int, match.groups())
            size = hours * 3600.0 + minutes * 60 + seconds
            yield Quantity("duration", Number(inside[0], inside[-1], size, size, 1.0, "", False), inside[0], inside[-1])
