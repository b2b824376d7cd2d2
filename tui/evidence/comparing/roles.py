"""What befell those counted: killed, hurt, missing; whether they are people, and whether the clause tells of before."""

from __future__ import annotations

from functools import cache

from tui.evidence.comparing.clauses import clause
from tui.evidence.comparing.numbers import Number
from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.stems import form
from tui.evidence.comparing.tables import mapping, members

_AFTER, _BEFORE = 7, 6  # tokens a role may stand from its number


@cache
def role_forms() -> frozenset[str]:
    """The compared forms of the words that name a role."""
    return frozenset(form(word) for word in roles())


@cache
def roles() -> dict[str, str]:
    """Word → role, after data/roles.txt."""
    return mapping("roles.txt")


def role_of(sentence: Sentence, number: Number) -> str:
    """What befell those counted: the nearest word that says so in the clause, after the number or else before it."""
    here = clause(sentence, number.first)
    stop = clause(sentence, here.stop).stop if sentence.low(here.stop) in ("who", "that") else here.stop
    for index in range(number.last + 1, min(stop, number.last + 1 + _AFTER)):
        token = sentence.tokens[index]
        if token.kind == "number":
            break
        if token.low in roles():
            return roles()[token.low]
    for index in range(number.first - 1, max(here.start, number.first - _BEFORE - 1) - 1, -1):
        token = sentence.tokens[index]
        if token.kind == "number":
            break
        if token.low in roles():
            return roles()[token.low]
    return ""


def counts_people(nouns: tuple[str, ...]) -> bool:
    """Whether what is counted are people."""
    return any(noun in _people() for noun in nouns)


@cache
def _people() -> frozenset[str]:
    return frozenset(form(word) for word in members("people.txt", "people"))


def is_history(sentence: Sentence, index: int) -> bool:
    """Whether the clause of token `index` speaks of what was before, expected or estimated."""
    marks = members("classes.txt", "history")
    here = clause(sentence, index)
    return any(sentence.low(at) in marks or _before_now(sentence, at) for at in here)


def _before_now(sentence: Sentence, at: int) -> bool:
    """ "Last year", "the past two months"."""
    spans = ("year", "month", "week", "quarter", "season", "years", "months", "weeks", "decade", "century")
    near = (sentence.low(at + 1), sentence.low(at + 2))
    return sentence.low(at) in ("last", "past") and any(word in spans for word in near)
