"""How many were killed, hurt, missing, rescued: one figure a role and document, document against document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from tui.evidence.comparing.agreement import agree
from tui.evidence.comparing.clauses import clause
from tui.evidence.comparing.facts import Facts
from tui.evidence.comparing.found import Found, Side, side
from tui.evidence.comparing.numbers import Number
from tui.evidence.comparing.quantity import Quantity, is_part
from tui.evidence.comparing.related import Related
from tui.evidence.comparing.roles import counts_people, is_history, role_of, role_word
from tui.evidence.comparing.sentences import Sentence

_NOUNS = frozenset(
    (
        "one",
        "person",
        "people",
        "injuries",
        "casualties",
        "deaths",
        "fatalities",
        "passengers",
        "residents",
        "crew",
        "staff",
    )
)
_LONG = frozenset(("years", "decades", "year", "months", "century", "centuries"))
_TOLD = ("dead", "hurt", "missing", "rescued", "arrested", "trapped", "displaced", "aboard", "protesting", "absent")
_LABELS = {
    "dead": "people killed",
    "hurt": "people injured",
    "protesting": "people protesting",
    "absent": "abstentions",
}


class Toll(NamedTuple):
    """A figure for one role, and where it stands."""

    number: Number
    side: Side


def differing_tolls(facts: Facts, related: Related) -> Iterator[Found]:
    """Roles for which two related documents have one figure each that the other has not, the figures incompatible."""
    tables = [_tolls(here, facts) for here in facts.pool]
    for (i, one), (j, other) in combinations(enumerate(tables), 2):
        if (i, j) not in related:
            continue
        for role in _TOLD:
            here, there = _open(one.get(role, []), other.get(role, [])), _open(other.get(role, []), one.get(role, []))
            if not (_single(here) and _single(there)):
                continue
            label = _LABELS.get(role, f"people {role}")
            yield Found("conflict", label, "count", (here[0].side, there[0].side), 3.0)


def _open(here: Sequence[Toll], there: Sequence[Toll]) -> list[Toll]:
    """The figures of one document that none of the other's agrees with."""
    return [one for one in here if not any(agree(one.number, other.number) for other in there)]


def _single(tolls: Sequence[Toll]) -> bool:
    return bool(tolls) and all(agree(one.number, other.number) for one, other in pairwise(tolls))


def _tolls(here: Sequence[Sentence], facts: Facts) -> dict[str, list[Toll]]:
    found: dict[str, list[Toll]] = {}
    for sentence in here:
        for one in facts.quantities(sentence):
            if _counts(sentence, one) and not _past(sentence, one.first, facts):
                toll = Toll(one.number, side(sentence, one.first, one.last + bool(one.nouns)))
                found.setdefault(one.role, []).append(toll)
        for role, first, last in _nobody(sentence):
            none = Number(first, first, 0.0, 0.0, 0.0, "", False)
            found.setdefault(role, []).append(Toll(none, side(sentence, first, last)))
    return found


def _counts(sentence: Sentence, one: Quantity) -> bool:
    """Whether a quantity says of how many people something befell all of them."""
    whole = one.kind == "count" and one.role and not one.per and not is_part(sentence, one)
    return bool(whole) and (not one.nouns or counts_people(one.nouns))


def _past(sentence: Sentence, index: int, facts: Facts) -> bool:
    """Whether the figure is of another time: a history marker or "every year" in its clause, a year in its passage."""
    if any(sentence.low(at) in ("every", "each", "annually") for at in clause(sentence, index)):
        return True
    if any(token.low == "ago" and sentence.low(at - 1) in _LONG for at, token in enumerate(sentence.tokens)):
        return True
    return is_history(sentence, index) or any(when.year and not when.day for when in facts.times(sentence))


def _nobody(sentence: Sentence) -> Iterator[tuple[str, int, int]]:
    """ "No one was hurt", "no injuries": the role with its first and last token."""
    for index, token in enumerate(sentence.tokens):
        if token.low not in ("nobody", "none", "no"):
            continue
        if token.low != "no" or sentence.low(index + 1) in _NOUNS or role_word(sentence, index + 1) in _TOLD:
            named = token.low == "no" and sentence.low(index + 1) in _NOUNS
            after = Number(index, index + named, 0.0, 0.0, 0.0, "", False)
            role = role_of(sentence, after)
            if role in _TOLD:
                last = next(at for at in clause(sentence, index) if role_word(sentence, at) == role)
                if last > index:
                    yield role, index, last
