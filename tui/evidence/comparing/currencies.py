"""The same sum in another currency: "$5bn" against "€5bn"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from tui.evidence.comparing.aligned import Aligned
from tui.evidence.comparing.facts import Facts
from tui.evidence.comparing.found import Found, side
from tui.evidence.comparing.quantity import Quantity
from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.values import vetoed

_LEAST = 3.0  # the aligned weight around both sums


def differing_currencies(pair: Aligned, facts: Facts) -> Iterator[Found]:
    """Equal sums of two currencies in places that correspond, neither currency named anywhere in the other article."""
    for one, other in product(_sums(pair.a, facts), _sums(pair.b, facts)):
        equal = (one.number.low, one.number.high) == (other.number.low, other.number.high)
        if one.kind == other.kind or not equal or vetoed(pair, one, other, facts):
            continue
        if facts.of_kind(pair.b.document, one.kind) or facts.of_kind(pair.a.document, other.kind):
            continue
        around = pair.slot((one.first, one.last), (other.first, other.last))
        if around >= pair.least(_LEAST):
            sides = side(pair.a, one.first, one.last), side(pair.b, other.first, other.last)
            about = f"currency: {sides[0].value} / {sides[1].value}"
            yield Found("conflict", about, "currency", sides, around - _LEAST + pair.score)


def _sums(sentence: Sentence, facts: Facts) -> list[Quantity]:
    return [one for one in facts.quantities(sentence) if one.kind.startswith("money")]
