"""Figures that whole documents give for one thing, told in other words and other places."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain, product
from typing import NamedTuple

from tui.evidence.comparing.afar import Comparing, Stated, answering, in_common, likeness, stated
from tui.evidence.comparing.aligned import Aligned
from tui.evidence.comparing.attributes import attribute
from tui.evidence.comparing.clauses import told_of
from tui.evidence.comparing.facts import Facts
from tui.evidence.comparing.found import Found, Side, side
from tui.evidence.comparing.quantities import bare_numbers
from tui.evidence.comparing.quantity import MEASURED, Quantity, comparable
from tui.evidence.comparing.related import Related, together
from tui.evidence.comparing.roles import other_trades
from tui.evidence.comparing.scoring import Scale
from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.stems import form
from tui.evidence.comparing.tables import members
from tui.evidence.comparing.titles import title
from tui.evidence.comparing.values import count_the_same, counts_as_people, settle_figure, shown, stated_as_well, vetoed
from tui.evidence.comparing.within import in_common_within

_LEAST = 2.5  # the weight of the words told around both
_LEAST_WITHIN = 3.5  # the weight of what the clauses of both tell of
_WORDS_OF_SHARES = 2  # one word in common is too little where everything has its percent
_LONE_APART = 2.75  # times that the only sums, weights, speeds two documents name may lie apart
_YEAR = 31557600.0  # seconds: spans of years are told of too much to answer each other by being alone
_PEOPLE_APART = 2.0
_BOUND_APART = 1.5  # times that a bound may lie from the figure it is the bound of
_STAFF = frozenset(map(form, ("staff", "employee")))  # how many a firm has is told of firms in passing
_DEGREES = frozenset(("degrees", "temperature"))
_EMPLOYING = frozenset(("employs", "employed", "employing"))
_MANY = 10  # people; fewer are counted of too many things
_LONE_SCORE = 0.2

_Figure = Stated[Quantity]
_Table = dict[str, list[_Figure]]


def far_figures(facts: Facts, related: Related, scale: Scale) -> Iterator[Found]:
    """Figures of one kind that two related documents give each for itself, told of with the same telling words."""
    tables = [_figures(here, facts) for here in facts.pool]
    for one, other in together(tables, related, facts.pulse):
        for kind in sorted(one.keys() & other.keys()):
            yield from _differing(one[kind], other[kind], facts, scale)


def _figures(here: Sequence[Sentence], facts: Facts) -> _Table:
    found: _Table = {}
    for before, sentence in zip((None, *here), here, strict=False):
        for one in facts.quantities(sentence):
            if not one.bracketed:
                found.setdefault(one.kind, []).append(stated(sentence, one.first, one.last, one, before))
    return found


def _differing(here: Sequence[_Figure], there: Sequence[_Figure], facts: Facts, scale: Scale) -> Iterator[Found]:
    for one, other, weight in answering(here, there, Comparing(_comparable, settle_figure), scale):
        equal, alike = in_common(one, other, scale)
        if _stated(one, other, facts) or _stated(other, one, facts):
            continue
        if weight < _LEAST or not equal or (one.value.kind == "percent" and equal + alike < _WORDS_OF_SHARES):
            continue
        pair = Aligned(one.sentence, other.sentence, 0.0, scale)
        if count_the_same(pair, one.value, other.value) and not (
            vetoed(pair, one.value, other.value, facts)
            or _counted_elsewhere(one, other, facts)
            or _counted_elsewhere(other, one, facts)
            or (one.value.kind != "age" and in_common_within(one, other, scale) < _LEAST_WITHIN)
        ):
            yield Found("conflict", title(pair, one.value), one.value.kind, (_side(one), _side(other)), weight / 10)


def _stated(one: _Figure, other: _Figure, facts: Facts) -> bool:
    """Whether the other document states a figure as well, or its passage the bare number."""
    return stated_as_well(one.value, other.sentence, facts) or one.value.number.low in bare_numbers(other.sentence)


def lone_figures(facts: Facts, related: Related, scale: Scale) -> Iterator[Found]:
    """The only sums, measures or short spans of one kind that two related documents give each for itself.

    Little need be in common: one thing told of in their clauses, what they are the measure of ("a reward"), or the very
    digits in another order. What the other document states as well is no candidate, and whatever else is near enough
    makes the answer doubtful: silence.
    """
    tables = [
        {
            kind: _by_size(figures)
            for kind, figures in _figures(here, facts).items()
            if kind in MEASURED or kind in ("duration", "count") or kind.startswith("money")
        }
        for here in facts.pool
    ]
    for one, other in together(tables, related, facts.pulse):
        for kind in sorted(one.keys() & other.keys()):
            yield from _lone(one[kind], other[kind], facts, scale)


class _Sized(NamedTuple):
    """Figures of one kind in their order, and their values by size, the smallest first."""

    figures: Sequence[_Figure]
    sizes: Sequence[float]
    values: Sequence[Quantity]


def _by_size(figures: Sequence[_Figure]) -> _Sized:
    ordered = sorted((one.value for one in figures), key=_size)
    return _Sized(figures, list(map(_size, ordered)), ordered)


def _size(one: Quantity) -> float:
    return abs(one.size())


def _lone(here: _Sized, there: _Sized, facts: Facts, scale: Scale) -> Iterator[Found]:
    unmet = product(_unmet(here, there), _unmet(there, here))
    pairs = [(one, other) for one, other in unmet if _may_answer(one, other, scale)]
    for one, other in pairs:
        tie = next((tie for tie in _TIES if tie(one, other)), None)
        rivals = any((a is one) != (b is other) for a, b in pairs if tie is None or tie(a, b))
        if rivals or not (tie or _named_alike(one, other) or in_common_within(one, other, scale)):
            continue
        pair = Aligned(one.sentence, other.sentence, 0.0, scale)
        if not vetoed(pair, one.value, other.value, facts):
            yield Found("conflict", title(pair, one.value), one.value.kind, (_side(one), _side(other)), _LONE_SCORE)


def _may_answer(one: _Figure, other: _Figure, scale: Scale) -> bool:
    """Whether nothing but their kind need hold two figures together; lengths are of too many things for that."""
    if one.value.per != other.value.per or not comparable(one.value, other.value, _LONE_APART):
        return False
    if one.value.kind == "count":
        staff = [_counts_staff(figure) for figure in (one, other)]
        near = staff[0] == staff[1] and comparable(one.value, other.value, _PEOPLE_APART)
        people = near and _many_people(one) and _many_people(other)
        return people and not other_trades(one.value.nouns, other.value.nouns)
    long = one.value.kind == "duration" and max(one.value.size(), other.value.size()) >= _YEAR
    return not long and (one.value.kind != "length" or likeness(one.around, other.around, scale) > 0)


def _counts_staff(figure: _Figure) -> bool:
    employed = figure.sentence.low(figure.first - 1) in _EMPLOYING
    return employed or not _STAFF.isdisjoint(figure.value.nouns)


def _exchanged(one: _Figure, other: _Figure) -> bool:
    """ "1.2 billion" and "2.1 billion": the same digits in another order tell of a slip."""
    here, there = (_digits(figure.value) for figure in (one, other))
    return one.value.kind != "count" and here != there and sorted(here) == sorted(there)


def _digits(one: Quantity) -> str:
    """The digits of a figure; none for a range."""
    return f"{one.number.low:f}" if one.number.low == one.number.high else ""


def _named_alike(one: _Figure, other: _Figure) -> bool:
    """Whether both are named as the measure of one thing: a reward, a depth."""
    named = attribute(one.sentence, one.value)
    return bool(named) and named == attribute(other.sentence, other.value)


def _both_crowds(one: _Figure, other: _Figure) -> bool:
    """ "Some 200,000 people lined the streets" and "estimated the crowd at 150,000"."""
    return one.value.kind == "count" and all(map(_is_crowd, (one, other)))


def _is_crowd(figure: _Figure) -> bool:
    before, after = ((figure.first - 3, figure.first), (figure.last + 1, figure.last + 3))
    words = [[figure.sentence.low(at) for at in range(*part)] for part in (before, after)]
    here = members("classes.txt", "crowd"), members("classes.txt", "gathering")
    return any(not listed.isdisjoint(found) for listed, found in zip(here, words, strict=True))


def _both_warmths(one: _Figure, other: _Figure) -> bool:
    """ "The temperature had reached 27 degrees" and "the thermometer at the town hall climbed to 31 degrees"."""
    return one.value.kind in _DEGREES and all(map(_is_warmth, (one, other)))


def _is_warmth(figure: _Figure) -> bool:
    told = told_of(figure.sentence, figure.first)
    words = members("attributes.txt", "warmth temperature")
    return any(figure.sentence.low(at) in words for at in told)


_TIES = (_exchanged, _both_crowds, _both_warmths)


def _many_people(figure: _Figure) -> bool:
    one = figure.value
    return one.size() >= _MANY and (counts_as_people(figure.sentence, one) or bool(one.role and not one.nouns))


def _unmet(here: _Sized, there: _Sized) -> list[_Figure]:
    """The figures that the other document has not, each once; that "more than 12,000" holds of 21,000 says nothing."""
    found: list[_Figure] = []
    sizes: list[float] = []  # of what was found, in order of size, as are the values
    values: list[Quantity] = []
    for one in here.figures:
        near = chain(_near(one.value, there.sizes, there.values), _near(one.value, sizes, values))
        if not any(settle_figure(one.value, other) for other in near):
            found.append(one)
            at = bisect_left(sizes, _size(one.value))
            sizes.insert(at, _size(one.value))
            values.insert(at, one.value)
    return found


def _near(one: Quantity, sizes: Sequence[float], values: Sequence[Quantity]) -> Sequence[Quantity]:
    """The values that a figure may be a bound of, or have for its bound."""
    size = _size(one)
    first = bisect_left(sizes, size, key=lambda whole: whole * _BOUND_APART)
    return values[first : bisect_right(sizes, size * _BOUND_APART)]


def _counted_elsewhere(one: _Figure, other: _Figure, facts: Facts) -> bool:
    """Whether the other document counts the very thing as well, and this is a figure of something like it."""
    noun = one.value.nouns[:1] if one.value.kind == "count" else ()
    return noun != other.value.nouns[:1] and any(
        found.nouns[:1] == noun for found in facts.of_kind(other.sentence.document, "count") if noun
    )


def _comparable(one: Quantity, other: Quantity) -> bool:
    """Whether two figures are near enough to be one in dispute, and per the same."""
    return one.per == other.per and comparable(one, other)


def _side(figure: _Figure) -> Side:
    return side(figure.sentence, figure.first, shown(figure.value))
