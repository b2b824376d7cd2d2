"""Measured attributes, document against document: what it cost, what it is worth, how long, how far."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations
from typing import NamedTuple

from tui.evidence.comparing.agreement import agree
from tui.evidence.comparing.clauses import clause
from tui.evidence.comparing.facts import Facts
from tui.evidence.comparing.found import Found, Side, side
from tui.evidence.comparing.quantities import MEASURED, Quantity, is_part
from tui.evidence.comparing.roles import is_history
from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.tables import mapping

_NEAR = 5


class Measure(NamedTuple):
    """A figure that is the only one of its kind in its document, and where it stands."""

    quantity: Quantity
    side: Side


def differing_attributes(facts: Facts, related: frozenset[tuple[int, int]]) -> Iterator[Found]:
    """Attributes for which two related documents have one figure each, the only one of its kind, incompatible."""
    tables = [_measures(here, facts) for here in facts.pool]
    for (i, one), (j, other) in combinations(enumerate(tables), 2):
        for key in sorted(one.keys() & other.keys()) if (i, j) in related else ():
            a, b = one[key], other[key]
            if not agree(a.quantity.number, b.quantity.number, a.quantity.factor, b.quantity.factor):
                yield Found("conflict", key[0], a.quantity.kind, (a.side, b.side), 1.5)


def _measures(here: Sequence[Sentence], facts: Facts) -> dict[tuple[str, str], Measure]:
    found: dict[tuple[str, str], Measure] = {}
    for sentence in here:
        for one in facts.quantities(sentence):
            attribute = _attribute(sentence, one)
            if attribute and facts.alone(sentence, one) and not _apart(sentence, one, facts):
                found.setdefault((attribute, one.kind), Measure(one, side(sentence, one.first, one.last)))
    return found


def _attribute(sentence: Sentence, one: Quantity) -> str:
    """The attribute named nearest the figure in its clause, for money and measures."""
    if one.kind not in MEASURED and not one.kind.startswith("money"):
        return ""
    here = clause(sentence, one.first)
    for step in range(1, _NEAR + 1):
        for at in (one.first - step, one.last + step):
            if at in here and sentence.low(at) in _attributes():
                return _attributes()[sentence.low(at)]
    return ""


@cache
def _attributes() -> dict[str, str]:
    return mapping("attributes.txt")


def _apart(sentence: Sentence, one: Quantity, facts: Facts) -> bool:
    """Whether the figure is a rate, a part, of another time, or a conversion in brackets."""
    other_time = is_history(sentence, one.first) or bool(facts.seasons(sentence, one.first))
    return bool(one.per) or one.bracketed or is_part(sentence, one) or other_time
