"""What befell those counted: killed, hurt, missing; whether they are people, and whether the clause tells of before."""

from __future__ import annotations

from functools import cache, lru_cache

from tui.evidence.comparing.clauses import clause
from tui.evidence.comparing.numbers import Number
from tui.evidence.comparing.quantity import Quantity
from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.stems import form
from tui.evidence.comparing.tables import mapping, members

_SPANS = frozenset(
    ("year", "month", "week", "quarter", "season", "term", "years", "months", "weeks", "decade", "century", "decades")
)
_FORECASTING = frozenset(("expect", "expects", "forecasts", "predict", "predicts", "foresees"))
_APPOSED = 4  # tokens
_UNBROKEN = frozenset(("consecutive", "straight", "successive", "running"))
_AS_NOUNS = frozenset(("injured", "wounded", "missing", "dead", "trapped", "stranded", "displaced", "rescued"))
_NO_MEN = frozenset(("specimen", "regimen", "abdomen", "stamen", "acumen", "bitumen"))
_AFTER, _BEFORE = 7, 6  # tokens a role may stand from its number


@cache
def role_forms() -> frozenset[str]:
    """The compared forms of the words that name a role."""
    return frozenset(form(word) for word in roles())


@cache
def _role_runs() -> dict[tuple[str, ...], str]:
    return {tuple(run.split("-")): role for run, role in roles().items() if "-" in run}


@cache
def _run_starts() -> frozenset[str]:
    return frozenset(run[0] for run in _role_runs())


@cache
def roles() -> dict[str, str]:
    """Word → role, after data/roles.txt."""
    return mapping("roles.txt")


def role_of(sentence: Sentence, number: Number) -> str:
    """What befell those counted: the nearest word that says so in the clause, after the number or else before it."""
    here = clause(sentence, number.first)
    stop = clause(sentence, here.stop).stop if sentence.low(here.stop) in ("who", "that") else here.stop
    if _is_apposed(sentence, stop):
        stop = clause(sentence, clause(sentence, stop).stop).stop
    for index in range(number.last + 1, min(stop, number.last + 1 + _AFTER)):
        if sentence.tokens[index].kind == "number" and sentence.low(index - 1) != "of":
            break
        if role := role_word(sentence, index):
            return role
    for index in range(number.first - 1, max(here.start, number.first - _BEFORE - 1) - 1, -1):
        if sentence.tokens[index].kind == "number":
            break
        if role := role_word(sentence, index):
            return role
    return ""


def _is_apposed(sentence: Sentence, at: int) -> bool:
    """ "One passenger, a woman, was missing": whether a few words between commas begin at token `at`."""
    if sentence.gap(at) != ", " or sentence.low(at) not in ("a", "an", "the"):
        return False
    beside = clause(sentence, at)
    return len(beside) <= _APPOSED and sentence.gap(beside.stop) == ", "


def role_word(sentence: Sentence, at: int) -> str:
    """The role that the word at token `at`, or the run of words that begins there, names; or "".

    "Flew the injured to hospital" tells of the injured, not of how many.
    """
    if sentence.low(at - 1) == "the" and sentence.low(at - 2) not in ("of", "among") and _is_object(sentence, at):
        return ""
    low = sentence.low(at)
    if role := roles().get(low, ""):
        return role
    return _role_runs().get(tuple(map(sentence.low, range(at, at + 3))), "") if low in _run_starts() else ""


def _is_object(sentence: Sentence, at: int) -> bool:
    """Whether "the injured", "the missing" stands for people, after a verb or a preposition."""
    after = at + 1 < len(sentence.tokens) and not sentence.gap(at + 1).strip() and sentence.tokens[at + 1].content
    return at >= 2 and sentence.low(at) in _AS_NOUNS and not after and not sentence.gap(at - 1).strip()


def counts_people(nouns: tuple[str, ...]) -> bool:
    """Whether what is counted are people; "policemen" and "servicewomen" tell it by their end."""
    return any(noun in _people() or (noun.endswith("men") and noun not in _NO_MEN) for noun in nouns)


def other_trades(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether soldiers are counted on one side and firefighters on the other."""
    trades = frozenset(form(word) for word in members("people.txt", "trades"))
    here, there = trades.intersection(one), trades.intersection(other)
    return bool(here and there and not here & there)


@cache
def _people() -> frozenset[str]:
    return frozenset(form(word) for word in members("people.txt", "people"))


def is_history(sentence: Sentence, index: int) -> bool:
    """Whether the clause of token `index` speaks of what was before, expected or estimated."""
    return is_marked_past(sentence, index) or bool(past_span(sentence, index))


def is_marked_past(sentence: Sentence, index: int) -> bool:
    """Whether the clause of token `index` has a word like "previously" or "forecast", other than in "is expected"."""
    return _tells_marked_past(sentence, clause(sentence, index))


@lru_cache(maxsize=1 << 13)
def _tells_marked_past(sentence: Sentence, here: range) -> bool:
    marks = members("classes.txt", "history")
    return any(sentence.low(at) in marks and sentence.low(at - 1) not in ("is", "are", "be") for at in here)


def is_before(sentence: Sentence, index: int) -> bool:
    """Whether a word tells of a time before the one told of: "had struck down", "last year"."""
    return "had" in (sentence.low(index - 1), sentence.low(index - 2)) or is_history(sentence, index)


def past_span(sentence: Sentence, index: int) -> str:
    """ "Season" where the clause of token `index` says "last season", "at season-end"; "" where it does not."""
    return _tells_past_span(sentence, clause(sentence, index))


@lru_cache(maxsize=1 << 13)
def _tells_past_span(sentence: Sentence, here: range) -> str:
    for at in here:
        if sentence.low(at) in ("last", "past"):
            for after in (sentence.low(at + 1), sentence.low(at + 2)):
                if after in _SPANS:
                    return after.removesuffix("s")
        if sentence.low(at) == "end" and sentence.low(at - 1) in _SPANS:
            return sentence.low(at - 1)
    return ""


def foretold(sentence: Sentence, index: int) -> bool:
    """Whether the clause of token `index` tells what is still to come: "will", "expects", "may", "is to"."""
    return any(
        (sentence.low(at) in members("classes.txt", "foretelling") and not _is_month(sentence, at))
        or (sentence.low(at) in ("is", "are") and sentence.low(at + 1) == "to")
        for at in clause(sentence, index)
    )


def is_streak(sentence: Sentence, one: Quantity) -> bool:
    """Whether something is counted without a gap: "her second win running", "the fourth consecutive month"."""
    after = [sentence.low(at) for at in range(one.last + 1, clause(sentence, one.last).stop)]
    row = any(after[at : at + 3] == ["in", "a", "row"] for at in range(len(after)))
    return row or not _UNBROKEN.isdisjoint(after[:2])


def _is_month(sentence: Sentence, at: int) -> bool:
    return sentence.low(at) == "may" and at > 0 and sentence.text[sentence.tokens[at].start] == "M"


def is_forecast(sentence: Sentence, index: int) -> bool:
    """Whether the clause of token `index` tells what somebody expects: "the company expects sales to grow by"."""
    return any(sentence.low(at) in _FORECASTING for at in clause(sentence, index))
