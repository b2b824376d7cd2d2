"""What a figure is beside plainly so many: a limit, an average, a demand, the whole of a part, so much within a span.

Two figures of different standing are no dispute.
"""

from __future__ import annotations

from functools import cache, lru_cache

from tui.evidence.comparing.clauses import clause, told_of
from tui.evidence.comparing.clocks import clocks
from tui.evidence.comparing.quantity import Quantity
from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.stems import form
from tui.evidence.comparing.tables import lines, members
from tui.evidence.comparing.units import unit

_ASKED = frozenset(("ransom", "reward", "bounty", "deadline", "ultimatum"))  # what is never but demanded or offered
_SPAN_WORDS = frozenset(
    ("year", "quarter", "half", "month", "week", "season", "round", "day", "stage", "leg", "set", "term", "attempt")
)
_ORDER = frozenset(("first", "second", "third", "fourth", "fifth", "next", "coming", "following"))
_WITHIN = frozenset(("in", "within", "over", "during"))
_LEADING = frozenset(("the", "first", "last", "past", "next", "only", "just", "about", "some", "those", "these"))
_OTHERS = frozenset(
    ("another", "other", "others", "first", "second", "similar", "neighbouring", "neighboring", "previous")
)
_SOME = frozenset(("some", "others", "many", "several", "few", "majority", "minority"))
_SHARES = frozenset(("percent", "cent", "%", "pct", "half", "third", "thirds", "quarter", "quarters"))
_DETERMINERS = 3  # tokens at the beginning of a clause: "on the other island"
_ALL_OVER = frozenset(("mean", "other", "now", "habit", "supposed"))  # told of all that a clause tells
_REACH = 7  # tokens from a word to the figure whose standing it tells
_VERB = 4  # tokens from a verb to what it counts
_TO_WHOLE = 3  # tokens from a part to the whole it is of: "one of the two", "some of its nine"
_OF_ALL = frozenset(("the", "its", "their", "his", "her", "our", "these", "those"))


def standing(sentence: Sentence, one: Quantity) -> frozenset[str]:
    """What else a figure is; empty for a plain one."""
    marks = _marks(sentence, clause(sentence, one.first))
    found = {mark for at, mark in marks if mark in _ALL_OVER or _reaches(sentence, at, one)}
    found |= {"interim"} if one.kind == "count" and _is_interim(sentence, clause(sentence, one.first)) else set()
    return frozenset(found | {"whole"} if _is_whole(sentence, one) else found)


def span_of(sentence: Sentence, index: int) -> frozenset[str]:
    """Which span the clause of token `index` tells of: "next year", "the second quarter", "the first round"."""
    return _spans(sentence, clause(sentence, index))


def of_another(sentence: Sentence, index: int) -> bool:
    """Whether the passage or the clause of token `index` begins with another thing: "a second submarine has not".

    "That one cost less" is told of another as well.
    """
    starts = (0, told_of(sentence, index).start)
    if any(sentence.low(start) == "that" and sentence.low(start + 1) in ("one", "time") for start in starts):
        return True
    first = (at for start in starts for at in range(start, start + _DETERMINERS))
    return any(sentence.low(at) in _OTHERS and sentence.low(at + 1) != "of" for at in first)


def _is_of_some(sentence: Sentence, index: int) -> bool:
    """Whether the clause of token `index` tells of some alone: what others do is no contrary of it."""
    return any(_tells_part(sentence, at) for at in clause(sentence, index))


def both_true(a: Sentence, at_a: int, b: Sentence, at_b: int) -> bool:
    """Whether contraries may both be true: one is told of some alone, or is so again."""
    return _of_some_alone(a, at_a, b, at_b) or _restored_since(a, at_a, b, at_b)


def _of_some_alone(a: Sentence, at_a: int, b: Sentence, at_b: int) -> bool:
    """Whether one clause tells of some and the other not of all or of none."""
    places = ((a, at_a), (b, at_b))
    some = [_is_of_some(*place) for place in places]
    return any(some) and (all(some) or not any(_is_of_all(*place) for place in places))


def _restored_since(a: Sentence, at_a: int, b: Sentence, at_b: int) -> bool:
    """ "Are open again" beside "were sealed off": what is so again was not so before."""
    places = ((a, at_a), (b, at_b))
    again, before = ([told(*place) for place in places] for told in (_is_again, _was))
    return (again[0] and before[1] and not before[0]) or (again[1] and before[0] and not before[1])


def _is_again(sentence: Sentence, index: int) -> bool:
    return any(sentence.low(at) == "again" for at in clause(sentence, index))


def _was(sentence: Sentence, index: int) -> bool:
    return any(sentence.low(index - step) in ("was", "were", "had") for step in (1, 2))


def _is_of_all(sentence: Sentence, index: int) -> bool:
    whole = members("classes.txt", "total") | members("classes.txt", "none")
    return any(sentence.low(at) in whole for at in clause(sentence, index))


def _tells_part(sentence: Sentence, at: int) -> bool:
    """ "Some", "half of", "28 percent of"; not "some 300", "the first quarter"."""
    if sentence.low(at) in _SHARES:
        return sentence.low(at + 1) in ("of", "the") and not sentence.gap(at + 1).strip()
    return sentence.low(at) in _SOME and sentence.tokens[at : at + 2][-1].kind != "number"


@lru_cache(maxsize=1 << 13)
def _spans(sentence: Sentence, here: range) -> frozenset[str]:
    return frozenset(
        f"{sentence.low(at)} {sentence.low(at + 1)}"
        for at in here
        if sentence.low(at) in _ORDER and sentence.low(at + 1) in _SPAN_WORDS
    )


def window(sentence: Sentence, one: Quantity) -> tuple[int, int] | None:
    """The tokens of the span within which so much came together: "in the 24 hours before", "over three days"."""
    here = clause(sentence, one.first)
    for at in here:
        measured = unit(sentence, at)
        if measured is None or measured[0] != "duration" or one.first <= at <= one.last:
            continue
        first = at
        while first > here.start and (
            sentence.tokens[first - 1].kind == "number" or sentence.low(first - 1) in _LEADING
        ):
            first -= 1
        if first < at and sentence.low(first - 1) in _WITHIN and first - 1 >= here.start and one.last < first:
            return first, at
    return None


@lru_cache(maxsize=1 << 13)
def _marks(sentence: Sentence, here: range) -> tuple[tuple[int, str], ...]:
    """The words of a clause that tell a standing, with what they tell."""
    asked = frozenset(("demand", "offer")) if any(sentence.low(at) in _ASKED for at in here) else frozenset()
    found = [
        (at, mark)
        for at in here
        for run, mark in _runs().get(sentence.low(at), ())
        if mark not in asked
        and all(sentence.low(at + step) == word for step, word in enumerate(run, 1))
        and not (mark == "demand" and sentence.low(at + 1) == "to")
    ]
    return (*found, *((at, "every") for at in here if _is_basis(sentence, at)))


def _is_basis(sentence: Sentence, at: int) -> bool:
    """ "From every 100 kilograms": all else that is told is told of those."""
    return sentence.low(at) == "every" and at + 1 < len(sentence.tokens) and sentence.tokens[at + 1].kind == "number"


@lru_cache(maxsize=1 << 13)
def _is_interim(sentence: Sentence, here: range) -> bool:
    """ "By noon 19 runners had been treated": more may have come."""
    by = [at + 1 for at in here if sentence.low(at) == "by"]
    return bool(by) and any(when.first in by for when in clocks(sentence))


def _reaches(sentence: Sentence, at: int, one: Quantity) -> bool:
    """Whether what the word at token `at` tells is told of this figure: near, and of no other number between."""
    between = range(at + 1, one.first) if at < one.first else range(one.last + 1, at)
    if _is_basis(sentence, at):
        return True
    return len(between) <= _REACH and not any(sentence.tokens[step].kind == "number" for step in between)


def moves(sentence: Sentence, one: Quantity) -> str:
    """Whether a count is told to have come or gone ("opened 31 shops") or to be there ("has 310"); "" for neither."""
    here = clause(sentence, one.first)
    for at in range(one.first - 1, max(here.start, one.first - _VERB) - 1, -1):
        if found := next((name for name in ("flow", "stock") if sentence.low(at) in members("classes.txt", name)), ""):
            return found
    return ""


def _is_whole(sentence: Sentence, one: Quantity) -> bool:
    """ "Nine" in "seven of the nine members": the whole that a number right before is a part of."""
    before = one.first - 1
    if sentence.low(before) not in _OF_ALL or sentence.low(before - 1) != "of":
        return False
    return any(sentence.tokens[at].kind == "number" for at in range(max(0, before - _TO_WHOLE), before - 1))


@cache
def _runs() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """First word → the rest of the run and the standing it tells."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for mark, runs in lines("standing.txt"):
        for run in runs:
            first, *rest = run.split("-")
            found.setdefault(first, []).append((tuple(rest), mark))
    return found


@cache
def idle_forms() -> frozenset[str]:
    """The compared forms of "average" and its like: they say nothing of what a figure is the figure of."""
    return frozenset(form(word) for word in members("standing.txt", "mean"))
