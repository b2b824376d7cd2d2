"""What the clause of a figure, a time or an assertion tells of, and what two such clauses have in common."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from math import fsum

from tui.evidence.comparing.afar import Stated, Value
from tui.evidence.comparing.clauses import clause, told_of
from tui.evidence.comparing.scoring import Scale
from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.standing import idle_forms
from tui.evidence.comparing.tables import members
from tui.evidence.comparing.units import unit

_SUBJECTS = frozenset(("it", "he", "she", "they", "this", "these", "those"))
_JOINING = frozenset(("and", "but", "or", "while", "as", "when", "before", "after", "though", "although", "because"))
_AUXILIARY = frozenset(("will", "would", "may", "must", "has", "have", "had", "remained", "remains", "stayed", "stays"))
_ARTICLES = frozenset(("the", "a", "an", "its", "his", "her", "their"))
_SUMMING = frozenset(("total", "sum", "altogether"))  # ", a total of 28,000 marks" is told of what stands before
_AFTER_IT = 3  # tokens from "it" to the unit of "it was 17 degrees"
_MORE = 4  # tokens of one thing more
_ALIKE = 0.5
_REGULAR = frozenset(("hourly", "daily", "weekly", "monthly", "quarterly", "yearly"))
_TIMES = frozenset(("million", "billion", "trillion", "thousand", "hundred", "dozen", "half"))


def in_common_within(
    one: Stated[Value], other: Stated[Value], scale: Scale, *, but: frozenset[str] = frozenset()
) -> float:
    """The weight of the words that the clauses of two values have in common, or alike, `but` left out.

    Numbers, units, days and months tell nothing of what a value is the value of. 0 where there is no such word.
    """
    here, there = things(one) - but, things(other) - but
    lone = there - here
    alike = (
        max((likes[like] * scale.weights[like] for like in lone if likes.get(like, 0.0) >= _ALIKE), default=0.0)
        for likes in (scale.likeness.get(form, {}) for form in here - there)
    )
    # Added up exactly, for sets have no order
    return fsum((*(scale.weights[form] for form in here & there), *alike))


def things(told: Stated[Value]) -> frozenset[str]:
    """The forms of what the clause of a value tells of, the value's own words left out.

    A clause without a subject of its own is told of what stands before it in its passage; one that begins with a
    pronoun, of that or of the passage before.
    """
    return _things(told.sentence, told.first, told.last, told.before)


@lru_cache(maxsize=1 << 13)
def _things(sentence: Sentence, first: int, last: int, before: Sentence | None) -> frozenset[str]:
    here = told_of(sentence, first)
    start = here.start
    pronoun = _is_pronoun(sentence, start)
    if start and (pronoun or _has_no_subject(sentence, range(start, first))):
        start, pronoun = 0, _is_pronoun(sentence, 0)
    found = set(_telling(sentence, range(start, first)))
    found.update(_telling(sentence, range(last + 1, _and_what(sentence, here.stop))))
    if start == 0 and pronoun and before is not None:
        found.update(_telling(before, range(len(before.tokens))))
    return frozenset(found)


def _and_what(sentence: Sentence, stop: int) -> int:
    """Where a clause ends that goes on with one thing more: "closed the market and the two schools"."""
    more = sentence.low(stop) == "and" and sentence.low(stop + 1) in _ARTICLES and not sentence.gap(stop).strip()
    return min(clause(sentence, stop).stop, stop + _MORE) if more else stop


def _has_no_subject(sentence: Sentence, before: range) -> bool:
    """Whether a clause begins with its verb: "and will take about"; or has no word at all before the value."""
    at = before.start + (sentence.low(before.start) in _JOINING)
    low = sentence.low(at)
    verb = low in members("classes.txt", "being") | members("classes.txt", "past") | _AUXILIARY
    return verb or not any(
        sentence.tokens[index].kind in ("word", "name") and sentence.low(index) not in _SUMMING for index in before
    )


def _is_pronoun(sentence: Sentence, at: int) -> bool:
    measured = unit(sentence, at + _AFTER_IT) if sentence.low(at) == "it" else None
    if measured and measured[0] in ("degrees", "temperature"):
        return False  # "it was 17 degrees at the finish"
    return sentence.low(at) in _SUBJECTS or (sentence.low(at) in _JOINING and sentence.low(at + 1) in _SUBJECTS)


def _telling(sentence: Sentence, places: range) -> Iterator[str]:
    dated = members("classes.txt", "month") | members("classes.txt", "weekday") | _REGULAR
    for at in places:
        token = sentence.tokens[at]
        idle = token.low in dated | _TIMES or token.form in idle_forms()
        if token.kind in ("word", "name") and not idle and unit(sentence, at) is None:
            yield token.form
