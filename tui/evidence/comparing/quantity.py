"""A number with what it measures or counts."""

from __future__ import annotations

from typing import NamedTuple

from tui.evidence.comparing.clauses import clause
from tui.evidence.comparing.numbers import Number
from tui.evidence.comparing.sentences import Sentence

MEASURED = frozenset(("length", "area", "mass", "speed", "volume", "power", "temperature", "degrees", "magnitude"))
_APART = 5.0
_NAMING = 3  # tokens of "of the 890 million": the whole itself
_AMONG = (["of", "whom"], ["of", "which"], ["of", "these"], ["of", "them"], ["among", "them"], ["among", "whom"])
_BEING = frozenset(("be", "been", "being", "is", "are", "was", "were", "left", "lives", "lived", "stood", "sat"))
_OF_SOMEBODY = frozenset(("another", "other", "further", "my", "his", "her", "their"))


class Quantity(NamedTuple):
    """A number of a passage and what it measures or counts; tokens `first` to `last` state it.

    `kind` is a dimension of data/units.txt, age, score, ordinal or count; `factor` leads to the dimension's first unit.
    `nouns` are the compared forms of the words counted, `role` one of data/roles.txt or "", `per` the unit it is per.
    """

    kind: str
    number: Number
    first: int
    last: int
    factor: float = 1.0
    nouns: tuple[str, ...] = ()
    role: str = ""
    per: str = ""
    bracketed: bool = False

    def size(self) -> float:
        """The middle of the range, in the dimension's first unit."""
        return (self.number.low + self.number.high) / 2 * self.factor


def comparable(one: Quantity, other: Quantity, apart: float = _APART) -> bool:
    """Whether two figures are near enough to be one in dispute: at most so many times apart."""
    here, there = abs(one.size()), abs(other.size())
    return there <= apart * here if here <= there else here <= apart * there


def is_part(sentence: Sentence, one: Quantity) -> bool:
    """ "three of the five", "two others", "another four": a part of something."""
    before, after = sentence.low(one.first - 1), sentence.low(one.number.last + 1)
    those_who = [sentence.low(one.number.last + step) for step in (2, 3)] == ["those", "who"]
    a_mark = one.kind == "length" and one.last == one.number.last  # "kilometre 35 of the road"
    whole = (
        not (those_who or a_mark)
        and after == "of"
        and sentence.low(one.number.last + 2) in ("the", "them", "those", "these", "its", "whom")
    )
    beside = after in ("others", "other", "more") and not (one.kind == "count" and one.role)
    beside = beside or before in _OF_SOMEBODY or sentence.low(one.last + 1) == "more"
    return beside or whole or _is_of_whole(sentence, one)


def _is_of_whole(sentence: Sentence, one: Quantity) -> bool:
    """ "Of the budget only 3 million goes into security", "the rocket alone cost 90 million", "including 14"."""
    here = clause(sentence, one.first)
    if any(sentence.low(at) == "alone" and not _is_solitary(sentence, at) for at in here) and one.kind != "age":
        return True
    near = one.first <= here.start + _NAMING
    if sentence.low(here.start) in ("of", "among") and not near:
        return True
    before = clause(sentence, here.start - 1).start if here.start else here.start
    if before < here.start and sentence.low(before) in ("of", "among") and near and sentence.gap(here.start) == ", ":
        return True
    return sentence.low(one.first - 1) == "including" or [sentence.low(one.first - 1 - k) for k in (1, 0)] in _AMONG


def _is_solitary(sentence: Sentence, at: int) -> bool:
    """ "Could be alone with the bomb", "left alone in the house": of somebody, of no part."""
    return sentence.low(at - 1) in _BEING or sentence.low(at + 1) == "with"
