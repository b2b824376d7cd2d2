"""Differing days and hours in places that correspond."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from tui.evidence.comparing.afar import Comparing, Stated, answering, in_common, stated
from tui.evidence.comparing.aligned import FALL, Aligned
from tui.evidence.comparing.clauses import clause, told_of
from tui.evidence.comparing.dates import When, differ, minutes_apart
from tui.evidence.comparing.facts import Facts
from tui.evidence.comparing.found import Found, side
from tui.evidence.comparing.links import SAME
from tui.evidence.comparing.related import Related, together
from tui.evidence.comparing.roles import foretold, is_history
from tui.evidence.comparing.scoring import Scale
from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.tables import members
from tui.evidence.comparing.titles import about
from tui.evidence.comparing.values import other_figures
from tui.evidence.comparing.within import in_common_within

_LEAST, _LEAST_PLANNED = 3.0, 2.6
_FALL_PLANNED = 0.1  # the only plan two passages tell of is compared from further off
_DEADLINE_LEAST = 3.0
_FAR_LEAST = 2.4
_LEAST_WITHIN = 3.0  # the weight of what the clauses of both tell of
_YEARS_APART = 25
_AGREEING, _AGREEING_DAYS = 1.0, 2.4  # weekdays and months are few, and many are equal by chance
_SAME_HOUR = 60  # minutes: hours in dispute are told nearer to each other than the hours of two happenings
_LONE_SCORE = 0.2
_DUE_OR_LASTING = ({"by", "until"}, {"before", "until"})  # what is done by a day does not last until one


def differing_times(pair: Aligned, facts: Facts) -> Iterator[Found]:
    """Times of one kind that cannot be one, where the slot test holds; "by 2027" is never set against "in 2022"."""
    here, there = facts.times(pair.a), facts.times(pair.b)
    open_a = [one for one in here if not any(_shared(one, other) and not differ(one, other) for other in there)]
    open_b = [other for other in there if not any(_shared(one, other) and not differ(one, other) for one in here)]
    for one, other in product(open_a, open_b):
        if not _shared(one, other) or one.role != other.role or _apart(pair, one, other):
            continue
        planned = len(here) == len(there) == 1 and _is_planned(pair.a, one) and _is_planned(pair.b, other)
        fall, least = (_FALL_PLANNED, _LEAST_PLANNED) if planned else (FALL, _LEAST)
        around = pair.slot((one.first, one.last), (other.first, other.last), fall=fall)
        if around >= pair.least(least):
            yield _found(pair, one, other, around - least + pair.score)


def _found(pair: Aligned, one: When, other: When, score: float) -> Found:
    topic = "time" if one.minute is not None else "date"
    words = about(pair, one.first, one.last)
    label = f"{topic}: {words}" if words else topic
    sides = side(pair.a, one.first, one.last), side(pair.b, other.first, other.last)
    return Found("conflict", label, topic, sides, score)


def differing_deadlines(facts: Facts, related: Related, scale: Scale) -> Iterator[Found]:
    """The only days until which something lasts or is due in two related documents, told with a word in common."""
    tables = [_deadlines(here, facts) for here in facts.pool]
    for (i, one), (j, other) in combinations(enumerate(tables), 2):
        if (i, j) not in related or len(one) != 1 or len(other) != 1:
            continue
        (a, here), (b, there) = one[0], other[0]
        shared = max((match.weight for match in scale.matches(a, b)), default=0.0)
        ends = {sentence.low(when.first - 1) for sentence, when in ((a, here), (b, there))}
        if _shared(here, there) and differ(here, there) and shared >= _DEADLINE_LEAST and ends not in _DUE_OR_LASTING:
            yield _found(Aligned(a, b, 0.0, scale), here, there, 1.0)


def _deadlines(here: Sequence[Sentence], facts: Facts) -> list[tuple[Sentence, When]]:
    return [
        (sentence, when)
        for sentence in here
        for when in facts.times(sentence)
        if when.role == "until" and when.minute is None and not is_history(sentence, when.first)
    ]


def far_times(facts: Facts, related: Related, scale: Scale) -> Iterator[Found]:
    """Days and hours that two related documents give each for itself, told of with the same telling words."""
    tables = [_stated(here, facts) for here in facts.pool]
    for one, other in together(tables, related, facts.pulse):
        for hours in (False, True):
            for a, b, weight in answering(one[hours], other[hours], _COMPARING[hours], scale):
                equal, alike = in_common(a, b, scale)
                enough = equal and equal + alike >= (1 if _exact(a.value) and _exact(b.value) else 2)
                if weight < _FAR_LEAST or not enough or _of_two_tellings(a.sentence, a.value, b.sentence, b.value):
                    continue
                if a.value.role != b.value.role:
                    a, b = a._replace(before=None), b._replace(before=None)  # since when: of what its clause names
                if in_common_within(a, b, scale) < _LEAST_WITHIN:
                    continue
                pair = Aligned(a.sentence, b.sentence, 0.0, scale)
                if hours or not (_of_two_occasions(pair, a.value, b.value) or other_figures(pair, facts, counts=False)):
                    yield _found(pair, a.value, b.value, weight / 10)


def _agreeing(one: When) -> float:
    """The weight of the words around two equal days that tell of one thing."""
    return _AGREEING if one.weekday is None and _exact(one) else _AGREEING_DAYS


def _ages_apart(one: When, other: When) -> bool:
    """Whether two years are too far apart to be one in dispute."""
    return bool(one.year and other.year) and abs((one.year or 0) - (other.year or 0)) > _YEARS_APART


def lone_hours(facts: Facts, related: Related, scale: Scale) -> Iterator[Found]:
    """Hours that two related documents give each for itself, near each other as no others are.

    No word need be in common: "the vote came at 4:20" against "it was ten to five when the bell rang".
    """
    tables = [_stated(here, facts)[True] for here in facts.pool]
    for one, other in together(tables, related, facts.pulse):
        unmet = product(_unmet(one, other), _unmet(other, one))
        near = [(a, b) for a, b in unmet if minutes_apart(a.value, b.value) <= _SAME_HOUR]
        for a, b in near:
            rivals = any((here is a) != (there is b) for here, there in near)
            if not rivals and not _of_two_tellings(a.sentence, a.value, b.sentence, b.value):
                yield _found(Aligned(a.sentence, b.sentence, 0.0, scale), a.value, b.value, _LONE_SCORE)


def _unmet(here: Sequence[Stated[When]], there: Sequence[Stated[When]]) -> list[Stated[When]]:
    """The hours that the other document has not, each once."""
    found: list[Stated[When]] = []
    for one in here:
        if all(differ(one.value, other.value) for other in (*there, *found)):
            found.append(one)
    return found


def _stated(here: Sequence[Sentence], facts: Facts) -> tuple[list[Stated[When]], list[Stated[When]]]:
    """The days and the hours of a document."""
    found = [
        stated(sentence, when.first, when.last, when, before)
        for before, sentence in zip((None, *here), here, strict=False)
        for when in facts.times(sentence)
    ]
    return [one for one in found if one.value.minute is None], [one for one in found if one.value.minute is not None]


def _exact(when: When) -> bool:
    """Whether a time is a year or a calendar day: weekdays, months and hours are told of too much."""
    return when.minute is None and (when.year is not None or (when.month is not None and when.day is not None))


def _is_year(when: When) -> bool:
    return when.year is not None and when.month is None


def _comparable(one: When, other: When) -> bool:
    """Whether the two have a part in common, and both say until or since when, or neither."""
    if _ages_apart(one, other) or (_is_year(one) != _is_year(other) and {one.weekday, other.weekday} != {None}):
        return False  # "today" and "in 2009" tell of two times
    open_ended = {one.role, other.role} == {"since", ""} and _exact(one) and _exact(other)
    return _shared(one, other) and (one.role == other.role or open_ended)


def _of_two_tellings(a: Sentence, one: When, b: Sentence, other: When) -> bool:
    """Whether one is told of the past or the future alone, or is the day on which somebody said so."""
    return (
        is_history(a, one.first) != is_history(b, other.first)
        or (_foreseen(a, one) and not _is_planned(b, other))
        or (_foreseen(b, other) and not _is_planned(a, one))
        or _given_up(a, one) != _given_up(b, other)
        or _lasts(a, one) != _lasts(b, other)
        or (foretold(a, one.first) and not (foretold(b, other.first) or _is_planned(b, other)))
        or (foretold(b, other.first) and not (foretold(a, one.first) or _is_planned(a, one)))
        or ((one.minute is not None or _is_year(one)) and foretold(a, one.first) != foretold(b, other.first))
        or (one.minute is not None and _phase(a, one) != _phase(b, other))
        or _told_on(a, one)
        or _told_on(b, other)
    )


def _phase(sentence: Sentence, when: When) -> str:
    """Whether an hour is that of somebody's coming or of an end: no other hour of what happened is that one."""
    words = {sentence.low(at) for at in clause(sentence, when.first)}
    return next((name for name in ("arriving", "ending") if words & members("classes.txt", name)), "")


def _may_be_one(one: When, other: When) -> bool:
    return _shared(one, other) and not differ(one, other)


def _foreseen(sentence: Sentence, when: When) -> bool:
    """Whether what is told of was still expected: another passage may tell when it came."""
    return any(sentence.low(at) in ("expected", "forecast", "predicted") for at in clause(sentence, when.first))


def _lasts(sentence: Sentence, when: When) -> bool:
    """ "Will still be at work on Friday": what has not ended by then."""
    return any(sentence.low(at) == "still" for at in clause(sentence, when.first))


def _given_up(sentence: Sentence, when: When) -> bool:
    """Whether a time is one of a plan that came to nothing: "was to open on March 14", "should have begun"."""
    return any(
        (sentence.low(at) in ("was", "were") and sentence.low(at + 1) == "to")
        or (sentence.low(at) == "should" and sentence.low(at + 1) == "have")
        for at in clause(sentence, when.first)
    )


def _is_planned(sentence: Sentence, when: When) -> bool:
    """Whether a day or month is told of as one to come: "will", "is expected", "set for", "meets on"."""
    marks = members("classes.txt", "planned")
    ahead = when.role == "until" or any(token.low in marks for token in sentence.tokens)
    return ahead and when.minute is None and not when.year


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
    if _of_two_tellings(pair.a, one, pair.b, other):
        return True
    lasting = one.role == other.role == "since" and pair.score >= SAME
    if not lasting and not _clauses_share(pair, one, other):
        return True
    return (one.month is None and one.weekday is None) != (
        other.month is None and other.weekday is None
    ) and one.minute is None


def _of_two_occasions(pair: Aligned, one: When, other: When) -> bool:
    """Whether the clauses of the two have nothing in common, one of them being no main clause."""
    asides = (clause(where, when.first).start > 0 for where, when in ((pair.a, one), (pair.b, other)))
    return any(asides) and not _clauses_share(pair, one, other)


def _clauses_share(pair: Aligned, one: When, other: When) -> bool:
    """Whether the clauses of the two have a word in common."""
    here, there = told_of(pair.a, one.first), told_of(pair.b, other.first)
    return any(pair.a.content[match.a] in here and pair.b.content[match.b] in there for match in pair.matches)


_COMPARING = (Comparing(_comparable, _may_be_one, _agreeing), Comparing(_comparable, _may_be_one))  # days, hours
