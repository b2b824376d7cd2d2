"""Measured attributes, document against document: what it cost, what it is worth, how long, how far."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations, pairwise
from typing import NamedTuple

from tui.evidence.comparing.agreement import agree
from tui.evidence.comparing.clauses import clause
from tui.evidence.comparing.facts import Facts
from tui.evidence.comparing.found import Found, Side, side
from tui.evidence.comparing.quantities import bare_numbers
from tui.evidence.comparing.quantity import MEASURED, Quantity, comparable, is_part
from tui.evidence.comparing.related import Related
from tui.evidence.comparing.roles import is_marked_past, past_span
from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.standing import of_another, span_of, standing
from tui.evidence.comparing.tables import mapping

_NEAR, _NEAREST = 6, 3  # tokens from the attribute to its figure; the latter where the document has others of the kind
_AWAY = ("from", "off", "away", "outside", "north", "south", "east", "west", "upstream", "downstream")
_AFTER = dict.fromkeys(_AWAY, "distance") | {"down": "depth", "underground": "depth", "up": "height"}
_TIMED = frozenset(("duration", "percent"))


class Measure(NamedTuple):
    """A figure of an attribute, where it stands, and the numbers its passage gives without their unit."""

    quantity: Quantity
    side: Side
    bare: frozenset[float]


def differing_attributes(facts: Facts, related: Related) -> Iterator[Found]:
    """Attributes for which two related documents have one figure each that the other has not, incompatible."""
    tables = [_measures(here, facts) for here in facts.pool]
    for (i, one), (j, other) in combinations(enumerate(tables), 2):
        for key in sorted(one.keys() & other.keys()) if (i, j) in related else ():
            here, there = _open(one[key], other[key]), _open(other[key], one[key])
            if _single(here) and _single(there) and comparable(here[0].quantity, there[0].quantity):
                sides = here[0].side, there[0].side
                about = f"how long: {key[0]}" if key[1] == "duration" else key[0]
                yield Found("conflict", about, key[1], sides, 1.5)


def _open(here: Sequence[Measure], there: Sequence[Measure]) -> list[Measure]:
    """The figures of one document that none of the other's agrees with."""
    return [one for one in here if not any(_agree(one, other) for other in there)]


def _single(found: Sequence[Measure]) -> bool:
    return bool(found) and all(_agree(one, other) for one, other in pairwise(found))


def _agree(one: Measure, other: Measure) -> bool:
    a, b = one.quantity, other.quantity
    if a.number.low in other.bare or b.number.low in one.bare:
        return True
    return agree(a.number, b.number, a.factor, b.factor)


def _measures(here: Sequence[Sentence], facts: Facts) -> dict[tuple[str, ...], list[Measure]]:
    """Attribute, kind of figure, spans it is told of and its standing → the figures a document gives for it."""
    found: dict[tuple[str, ...], list[Measure]] = {}
    for sentence in here:
        for one in facts.quantities(sentence):
            named = attribute(sentence, one, _NEAR if facts.alone(sentence, one) else _NEAREST)
            if named and not _apart(sentence, one, facts):
                measure = Measure(one, side(sentence, one.first, one.last), bare_numbers(sentence))
                told = sorted(standing(sentence, one) | span_of(sentence, one.first))
                found.setdefault((named, one.kind, past_span(sentence, one.first), *told), []).append(measure)
    return found


def attribute(sentence: Sentence, one: Quantity, near: int = _NEAREST) -> str:
    """The attribute named nearest the figure in its clause, for money, measures, durations and shares; or ""."""
    if one.kind == "place":
        return "place taken"
    if one.kind == "length" and (told := _AFTER.get(sentence.low(one.last + 1))):
        return told
    if one.kind not in MEASURED | _TIMED and not one.kind.startswith("money"):
        return ""
    here, whole = clause(sentence, one.first), range(len(sentence.tokens))
    for step in range(1, near + 1):
        for at in (one.last + step, one.first - step):
            inside = at in here or (at in whole and step <= _NEAREST)
            if inside and (named := _attributes(one.kind).get(sentence.low(at))):
                return named
    return ""


@cache
def _attributes(kind: str) -> dict[str, str]:
    """Word → attribute, those that figures of this kind measure."""
    of = "money" if kind.startswith("money") else kind if kind in _TIMED else "measure"
    heads = (head.partition(" ") for head in set(mapping("attributes.txt").values()))
    wanted = {f"{name} {rest}" for name, _, rest in heads if name == of}
    return {word: head.partition(" ")[2] for word, head in mapping("attributes.txt").items() if head in wanted}


def _apart(sentence: Sentence, one: Quantity, facts: Facts) -> bool:
    """Whether the figure is a rate, a part, of another time, or a conversion in brackets, another thing's."""
    other_time = is_marked_past(sentence, one.first) or bool(facts.seasons(sentence, one.first))
    part = one.kind != "percent" and is_part(sentence, one)
    return bool(one.per) or one.bracketed or part or other_time or of_another(sentence, one.first)
