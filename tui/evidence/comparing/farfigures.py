"""Figures that whole documents give for one thing, told in other words and other places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from tui.evidence.comparing.afar import Comparing, Stated, answering, in_common, stated
from tui.evidence.comparing.aligned import Aligned
from tui.evidence.comparing.facts import Facts
from tui.evidence.comparing.found import Found, Side, side
from tui.evidence.comparing.quantity import Quantity, comparable
from tui.evidence.comparing.related import Related
from tui.evidence.comparing.scoring import Scale
from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.titles import title
from tui.evidence.comparing.values import count_the_same, settle_figure, shown, vetoed

_LEAST = 2.5  # the weight of the words told around both
_WORDS_OF_SHARES = 2  # one word in common is too little where everything has its percent

_Figure = Stated[Quantity]
_Table = dict[str, list[_Figure]]


def far_figures(facts: Facts, related: Related, scale: Scale) -> Iterator[Found]:
    """Figures of one kind that two related documents give each for itself, told of with the same telling words."""
    tables = [_figures(here, facts) for here in facts.pool]
    for (i, one), (j, other) in combinations(enumerate(tables), 2):
        for kind in sorted(one.keys() & other.keys()) if (i, j) in related else ():
            yield from _differing(one[kind], other[kind], facts, scale)


def _figures(here: Sequence[Sentence], facts: Facts) -> _Table:
    found: _Table = {}
    for before, sentence in zip((None, *here), here, strict=False):
        for one in facts.quantities(sentence):
            if not one.bracketed:
                found.setdefault(one.kind, []).append(stated(sentence, one.first, one.last, one, before))
    return found


def _differing(here: Sequence[_Figure], there: Sequence[_Figure], facts: Facts, scale: Scale) -> Iterator[Found]:
    for one, other, weight in answering(here, there, Comparing(_comparable, settle_figure), scale):
        equal, alike = in_common(one, other, scale)
        if weight < _LEAST or not equal or (one.value.kind == "percent" and equal + alike < _WORDS_OF_SHARES):
            continue
        pair = Aligned(one.sentence, other.sentence, 0.0, scale)
        if count_the_same(pair, one.value, other.value) and not (
            vetoed(pair, one.value, other.value, facts)
            or _counted_elsewhere(one, other, facts)
            or _counted_elsewhere(other, one, facts)
        ):
            yield Found("conflict", title(pair, one.value), one.value.kind, (_side(one), _side(other)), weight / 10)


def _counted_elsewhere(one: _Figure, other: _Figure, facts: Facts) -> bool:
    """Whether the other document counts the very thing as well, and this is a figure of something like it."""
    noun = one.value.nouns[:1] if one.value.kind == "count" else ()
    return noun != other.value.nouns[:1] and any(
        found.nouns[:1] == noun for found in facts.of_kind(other.sentence.document, "count") if noun
    )


def _comparable(one: Quantity, other: Quantity) -> bool:
    """Whether two figures are near enough to be one in dispute, and per the same."""
    return one.per == other.per and comparable(one, other)


def _side(figure: _Figure) -> Side:
    return side(figure.sentence, figure.first, shown(figure.value))
