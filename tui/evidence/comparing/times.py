"""Differing days and hours in places that correspond."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from tui.evidence.comparing.aligned import Aligned
from tui.evidence.comparing.clauses import clause
from tui.evidence.comparing.dates import When, differ
from tui.evidence.comparing.facts import Facts
from tui.evidence.comparing.found import Found, side
from tui.evidence.comparing.roles import is_history
from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.tables import members

_LEAST = 3.0


def differing_times(pair: Aligned, facts: Facts) -> Iterator[Found]:
    """Times of one kind that cannot be one, where the slot test holds; "by 2027" is never set against "in 2022"."""
    here, there = facts.times(pair.a), facts.times(pair.b)
    open_a = [one for one in here if not any(_shared(one, other) and not differ(one, other) for other in there)]
    open_b = [other for other in there if not any(_shared(one, other) and not differ(one, other) for one in here)]
    for one, other in product(open_a, open_b):
        if not _shared(one, other) or one.role != other.role or _apart(pair, one, other):
            continue
        around = pair.slot((one.first, one.last), (other.first, other.last))
        if around >= pair.least(_LEAST):
            label = "time" if one.minute is not None else "date"
            sides = (side(pair.a, one.first, one.last), side(pair.b, other.first, other.last))
            yield Found("conflict", label, label, sides, around - _LEAST + pair.score)


def _shared(one: When, other: When) -> bool:
    """Whether the two can be compared: both hours, or both days with a part in common."""
    if (one.minute is None) != (other.minute is None):
        return False
    if one.minute is not None:
        return True
    parts = ((one.year, other.year), (one.month, other.month), (one.day, other.day), (one.weekday, other.weekday))
    return any(a is not None and b is not None for a, b in parts)


def _told_on(sentence: Sentence, when: When) -> bool:
    """ "Police said on Monday": the day of the telling, which differs from article to article for no reason."""
    before = [sentence.low(at) for at in range(max(0, when.first - 4), when.first)]
    return any(word in members("classes.txt", "telling") for word in before)


def _apart(pair: Aligned, one: When, other: When) -> bool:
    """Whether one is told of the past alone, one is a year and the other a day, or the clauses share nothing."""
    if is_history(pair.a, one.first) != is_history(pair.b, other.first):
        return True
    if _told_on(pair.a, one) or _told_on(pair.b, other):
        return True
    here, there = clause(pair.a, one.first), clause(pair.b, other.first)
    if not any(pair.a.content[match.a] in here and pair.b.content[match.b] in there for match in pair.matches):
        return True
    return (one.month is None and one.weekday is None) != (
        other.month is None and other.weekday is None
    ) and one.minute is None
