"""Differing numbers in places that correspond."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from tui.evidence.comparing.agreement import agree
from tui.evidence.comparing.aligned import FALL, Aligned
from tui.evidence.comparing.attributes import attribute
from tui.evidence.comparing.clauses import clause
from tui.evidence.comparing.facts import Facts
from tui.evidence.comparing.found import Found, side
from tui.evidence.comparing.positions import marks_apart
from tui.evidence.comparing.quantities import bare_numbers
from tui.evidence.comparing.quantity import MEASURED, Quantity, comparable, is_part
from tui.evidence.comparing.ranks import ranked_apart
from tui.evidence.comparing.related import BEYOND_DOUBT
from tui.evidence.comparing.roles import (
    counts_people,
    foretold,
    is_forecast,
    is_history,
    is_streak,
    other_trades,
    role_forms,
)
from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.standing import idle_forms, moves, of_another, span_of, standing, window
from tui.evidence.comparing.stems import form
from tui.evidence.comparing.tables import members
from tui.evidence.comparing.titles import title

# The least aligned weight around both values, by kind.
_LEAST = {
    "count": 3.0,
    "percent": 3.0,
    "duration": 3.4,
    "ordinal": 3.0,
    "rank": 3.0,
    "score": 2.2,
    "age": 2.2,
    "points": 3.0,
    "place": 1.5,
    "numbered": 2.0,
}
_LEAST_MEASURED, _LEAST_MONEY = 2.2, 3.0
_FALL_ALONE = 0.1  # the only lengths two articles name are compared from further off
_LINKED = 0.5
_SLIP = 1000.0  # a million for a billion is a slip; further apart are two things
_SLIPS = (100.0, _SLIP)
_APART = 10.0
_PERIODS = frozenset(("quarter", "half"))
_LIKE = 0.7
_RECURRING = frozenset(
    ("count", "ordinal", "rank", "age", "score", "place", "numbered")
)  # kinds that have one figure by chance
_LATER = frozenset(("later", "earlier", "ago", "afterwards"))
_TELLING = 10  # a count from here on that both passages have is one fact, whatever words it counts
_ALL, _ROUNDED = 100.0, 1.0  # percent: what one part has not, the other has
_ADDED = 0.01  # how near a figure must come to what lies between two others
_MOVING = frozenset(("from", "to", "by"))


def differing_values(pair: Aligned, facts: Facts) -> Iterator[Found]:
    """Quantities of one kind that cannot be one figure, each side's best counterpart, where the slot test holds."""
    open_a, open_b = _unsettled(pair, facts)
    open_a = [one for one in open_a if not stated_as_well(one, pair.b, facts)]
    open_b = [one for one in open_b if not stated_as_well(one, pair.a, facts)]
    judged = [(_firmness(pair, one, other, facts), one, other) for one, other in product(open_a, open_b)]
    taken: set[tuple[int, int]] = set()
    for firm, one, other in sorted(judged, key=lambda entry: (-entry[0], entry[1].first, entry[2].first)):
        if firm <= 0 or (0, one.first) in taken or (1, other.first) in taken:
            continue
        taken |= {(0, one.first), (1, other.first)}
        about = title(pair, one)
        sides = (side(pair.a, one.first, shown(one)), side(pair.b, other.first, shown(other)))
        yield Found("conflict", about, one.kind, sides, firm + pair.score)


def other_figures(pair: Aligned, facts: Facts, *, counts: bool = True) -> bool:
    """Whether each passage has a figure of one kind that the other has not, comparable or not.

    Without `counts` those of things are left out, not those of people something befell.
    """
    here, there = (
        {one.kind for one in found if counts or one.kind != "count" or one.role} for found in _unsettled(pair, facts)
    )
    return bool(here & there)


def _unsettled(pair: Aligned, facts: Facts) -> tuple[list[Quantity], list[Quantity]]:
    here, there = facts.quantities(pair.a), facts.quantities(pair.b)
    bare_a, bare_b = bare_numbers(pair.a), bare_numbers(pair.b)
    open_a = [one for one in here if not any(_settles(pair, one, other) for other in there)]
    open_b = [other for other in there if not any(_settles(pair, one, other) for one in here)]
    return (
        [one for one in open_a if not one.bracketed and one.number.low not in bare_b],
        [one for one in open_b if not one.bracketed and one.number.low not in bare_a],
    )


def stated_as_well(one: Quantity, there: Sentence, facts: Facts) -> bool:
    """Whether the other document gives an exact figure, or the same "first" or "second" of something, elsewhere.

    A bound that the figure keeps does not state it.
    """
    exact = one.kind not in _RECURRING and len(f"{one.number.low:g}".replace(".", "").strip("0")) > 1
    if not exact and one.kind != "ordinal":
        return False
    found = (other for other in facts.of_kind(there.document, one.kind) if not other.number.bound)
    return any(settle_figure(one, other) and (one.kind != "ordinal" or one.nouns == other.nouns) for other in found)


def _settles(pair: Aligned, one: Quantity, other: Quantity) -> bool:
    """Whether two quantities say the same of the same."""
    if one.kind != other.kind or not settle_figure(one, other):
        return False
    if one.kind == "count" and one.number.low == other.number.low >= _TELLING:
        return True
    return count_the_same(pair, one, other)


def settle_figure(one: Quantity, other: Quantity) -> bool:
    if one.kind == "score":
        return (one.number.low, one.number.high) == (other.number.low, other.number.high)
    return agree(one.number, other.number, one.factor, other.factor)


def count_the_same(pair: Aligned, one: Quantity, other: Quantity) -> bool:
    """Whether two counts, ordinals or ages are of one thing; true of all other kinds."""
    if one.kind not in ("count", "ordinal", "age", "rank"):
        return True
    if one.kind == "count" and one.role and one.role == other.role:
        return True
    if one.kind == "count" and counts_as_people(pair.a, one) and counts_as_people(pair.b, other):
        return not other_trades(one.nouns, other.nouns)
    if one.kind == "ordinal" and not (one.nouns and other.nouns):
        return pair.score >= _LINKED
    return any(pair.alike(a, b) >= _LIKE for a in one.nouns for b in other.nouns)


def counts_as_people(sentence: Sentence, one: Quantity) -> bool:
    """Whether people are counted: "two thousand people", "800 of you", "about 800 gathered"."""
    after = [sentence.low(one.last + step) for step in (1, 2)]
    some = after[0] == "of" and after[1] in ("us", "you", "them")
    crowd = not one.nouns and sentence.low(one.first - 2) in members("classes.txt", "crowd")
    return (
        counts_people(one.nouns) or some or crowd or (not one.role and after[0] in members("classes.txt", "gathering"))
    )


def _firmness(pair: Aligned, one: Quantity, other: Quantity, facts: Facts) -> float:
    """How surely two differing quantities stand for one: the slot's weight above the least; 0 when a veto speaks."""
    if one.kind != other.kind or settle_figure(one, other):
        return 0.0
    if not count_the_same(pair, one, other):
        return 0.0
    if vetoed(pair, one, other, facts) or not (one.size() == 0 or _near_enough(pair, one, other)):
        return 0.0
    alone = _alone(pair, one, other, facts)
    befallen = one.role and (not one.nouns or counts_people(one.nouns))
    leave = (*one.nouns, *idle_forms(), *(role_forms() if befallen else ()), *((form(one.per),) if one.per else ()))
    fall = _FALL_ALONE if alone else FALL
    around = pair.slot((one.first, one.last), (other.first, other.last), leave=leave, fall=fall)
    return max(0.0, around - _least(pair, one, other) + 0.01)


def _near_enough(pair: Aligned, one: Quantity, other: Quantity) -> bool:
    """Whether two figures are of one order, a slip of the order apart, or in passages that say the same otherwise."""
    if comparable(one, other, _APART) or (pair.score >= BEYOND_DOUBT and comparable(one, other, _SLIP)):
        return True
    small, great = sorted((abs(one.size()), abs(other.size())))
    return small > 0 and any(abs(great / small / slip - 1) <= _ADDED for slip in _SLIPS)


def _alone(pair: Aligned, one: Quantity, other: Quantity, facts: Facts) -> bool:
    """Whether there is nothing else the figures could stand for.

    A measure is the only one of its kind in both documents, or passages that say the same have one figure of the kind.
    """
    if one.kind in MEASURED and facts.alone(pair.a, one) and facts.alone(pair.b, other):
        return True
    singles = (sum(_likewise(one, found) for found in facts.quantities(where)) for where in (pair.a, pair.b))
    return pair.score >= _LINKED and all(count == 1 for count in singles)


def _likewise(one: Quantity, found: Quantity) -> bool:
    """Of the same kind; a bare number, as in "Terminal 2", is no count."""
    return found.kind == one.kind and (found.kind != "count" or bool(found.nouns or found.role))


def _least(pair: Aligned, one: Quantity, other: Quantity) -> float:
    if one.kind in MEASURED:
        return _LEAST_MEASURED
    if one.kind == "count" and one.role and one.role == other.role:
        return _LEAST["count"] / 2
    if one.kind == "ordinal" and one.nouns[:1] and one.nouns[0] in _PERIODS:
        return _LEAST["ordinal"] / 2
    if one.kind == "age":
        named = any(word in pair.a.names and word in pair.b.names for word in one.nouns if word in other.nouns)
        return 0.0 if named else _LEAST["age"]
    return _LEAST.get(one.kind, _LEAST_MONEY)


def vetoed(pair: Aligned, one: Quantity, other: Quantity, facts: Facts) -> bool:
    """Another attribute, rate, role, year or time, a part against the whole, from against to, a told sum apart."""
    measured = attribute(pair.a, one), attribute(pair.b, other)
    if all(measured) and measured[0] != measured[1]:
        return True
    if one.per != other.per or (one.role and other.role and one.role != other.role):
        return True
    if _of_other_times(pair, one, other, facts) or standing(pair.a, one) != standing(pair.b, other):
        return True
    if one.kind != "percent" and is_part(pair.a, one) != is_part(pair.b, other):
        return True
    if one.role and one.role == other.role and _placed_apart(pair, one, other):
        return True
    if _of_other_sort(pair, one, other) or _adds_up(pair, one, other, facts):
        return True
    moving = pair.a.low(one.first - 1), pair.b.low(other.first - 1)
    return moving[0] != moving[1] and all(word in _MOVING for word in moving)


def _of_other_sort(pair: Aligned, one: Quantity, other: Quantity) -> bool:
    """What tells figures of one kind apart: what came and what is there, marks and lengths, rows, other things."""
    if one.kind == "count":
        if {moves(pair.a, one), moves(pair.b, other)} == {"flow", "stock"}:
            return True
        if pair.a.names.intersection(one.nouns) != pair.b.names.intersection(other.nouns):
            return True  # "two British passengers" are not "three passengers"
    if one.kind == "length" and marks_apart(pair.a, one, pair.b, other):
        return True
    if one.kind == "rank":
        return ranked_apart(pair.a, one, pair.b, other)
    if one.kind == "ordinal":
        streaks = is_streak(pair.a, one), is_streak(pair.b, other)
        named = _names_another(pair.a, one) or _names_another(pair.b, other)
        return streaks[0] != streaks[1] or (named and not all(streaks))
    return one.kind != "place" and of_another(pair.a, one.first) != of_another(pair.b, other.first)


def _of_other_times(pair: Aligned, one: Quantity, other: Quantity, facts: Facts) -> bool:
    """Another year, quarter or round is told of, one alone is past, still to come, or of so much within a span."""
    if _relative(pair.a, one) != _relative(pair.b, other):
        return True
    if is_history(pair.a, one.first) != is_history(pair.b, other.first):
        return True
    here, there = facts.seasons(pair.a, one.first), facts.seasons(pair.b, other.first)
    if (here or there) and not here & there:
        return True
    if one.kind != "ordinal" and span_of(pair.a, one.first) != span_of(pair.b, other.first):
        return True
    if one.kind == "percent" and is_forecast(pair.a, one.first) != is_forecast(pair.b, other.first):
        return True
    if one.kind not in MEASURED:
        return False
    if one.kind in ("degrees", "temperature") and facts.hours(pair.a, one.first) != facts.hours(pair.b, other.first):
        return True
    within = window(pair.a, one), window(pair.b, other)
    return foretold(pair.a, one.first) != foretold(pair.b, other.first) or (within[0] is None) != (within[1] is None)


def _names_another(sentence: Sentence, one: Quantity) -> bool:
    """ "Her first novel sold 900 copies": of what is told, and no place of it in a row."""
    return one.first - 1 <= clause(sentence, one.first).start


def _relative(sentence: Sentence, one: Quantity) -> bool:
    """ "Thirty-four moves later", "two years ago": how far from something else."""
    after = one.last + 1 + (one.kind == "count" and bool(one.nouns))
    return one.kind in ("count", "duration") and sentence.low(after) in _LATER


def _adds_up(pair: Aligned, one: Quantity, other: Quantity, facts: Facts) -> bool:
    """ "Borrows 300 million more and will owe 3.9 billion" beside "owes 3.6 billion": what lies between is told.

    Two shares may make up the whole as well.
    """
    between = abs(one.size() - other.size())
    told = (*facts.nearby(pair.a), *facts.nearby(pair.b))
    others = (figure for figure in told if figure.kind == one.kind and figure not in (one, other))
    if one.kind == other.kind == "percent" and abs(one.size() + other.size() - _ALL) <= _ROUNDED:
        return True
    if one.kind not in _RECURRING and any(abs(figure.size() - between) <= _ADDED * between for figure in others):
        return True
    return _is_share(pair.a, one, other, facts) or _is_share(pair.b, other, one, facts)


def _is_share(sentence: Sentence, whole: Quantity, part: Quantity, facts: Facts) -> bool:
    """ "3.2 million, half of it from the state" beside "the state paid 1.6 million"."""
    shares = (share for share in facts.quantities(sentence) if share.kind == "percent" != whole.kind)
    return any(abs(whole.size() * share.size() / 100 - part.size()) <= _ADDED * abs(part.size()) for share in shares)


def shown(one: Quantity) -> int:
    """The last token shown: a count with the first word it counts."""
    return one.last + 1 if one.kind == "count" and one.nouns else one.last


def _placed_apart(pair: Aligned, one: Quantity, other: Quantity) -> bool:
    """Whether one clause names a place the other passage has not: "six died in Ostrand" is no count of all."""
    return _places(pair.a, one.first) - pair.b.where.keys() != _places(pair.b, other.first) - pair.a.where.keys()


def _places(sentence: Sentence, index: int) -> frozenset[str]:
    return frozenset(
        sentence.tokens[at].form
        for at in clause(sentence, index)
        if sentence.tokens[at].kind == "name" and sentence.low(at - 1) in ("in", "at", "near")
    )
