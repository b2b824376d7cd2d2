"""What a thing is said to be: open in one document, closed in another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import combinations
from typing import NamedTuple

from tui.evidence.comparing.afar import Comparing, Stated, answering, stated
from tui.evidence.comparing.aligned import Aligned
from tui.evidence.comparing.clauses import clause
from tui.evidence.comparing.facts import Facts
from tui.evidence.comparing.found import Found, side
from tui.evidence.comparing.opposites import of_before, opposite, speaks_of_itself
from tui.evidence.comparing.polarity import negated
from tui.evidence.comparing.related import Related
from tui.evidence.comparing.roles import foretold
from tui.evidence.comparing.scoring import Scale
from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.stems import form
from tui.evidence.comparing.tables import members
from tui.evidence.comparing.titles import about

_LEAST = 4.5  # the weight of the words told around both


class _State(NamedTuple):
    """A word for a state, whether it is denied, and whether it is told of a time before or to come."""

    form: str
    denied: bool
    time: tuple[bool, bool]


def differing_states(facts: Facts, told: Related, scale: Scale) -> Iterator[Found]:
    """Opposite states of one thing in two related documents, neither of which tells of the other state as well."""
    tables = [_states(here, facts) for here in facts.pool]
    comparing = Comparing(_comparable, partial(_agree, scale))
    for (i, one), (j, other) in combinations(enumerate(tables), 2):
        for a, b, weight in answering(one, other, comparing, scale) if (i, j) in told else ():
            if weight >= _LEAST and _beside(a, b):
                sides = side(a.sentence, a.first, a.last), side(b.sentence, b.first, b.last)
                thing = about(Aligned(a.sentence, b.sentence, 0.0, scale), a.first, a.last)
                label = f"{sides[0].value} / {sides[1].value}"
                yield Found("conflict", f"{thing}: {label}" if thing else label, "opposite", sides, weight / 10)


def _states(here: Sequence[Sentence], facts: Facts) -> list[Stated[_State]]:
    found = []
    wanted = frozenset(form(word) for word in members("classes.txt", "state"))
    for before, sentence in zip((None, *here), here, strict=False):
        turned = negated(sentence)
        for place, index in enumerate(sentence.content):
            word = sentence.tokens[index]
            if word.kind != "word" or word.form not in wanted or speaks_of_itself(sentence, index):
                continue
            dated = any(when.year for when in facts.times(sentence) if when.first in clause(sentence, index))
            if not dated:
                time = of_before(sentence, index), foretold(sentence, index)
                found.append(stated(sentence, index, index, _State(word.form, place in turned, time), before))
    return found


def _comparable(one: _State, other: _State) -> bool:
    alike = one.form == other.form and one.denied == other.denied
    return one.time == other.time and (alike or opposite(one.form, other.form))


def _agree(scale: Scale, one: _State, other: _State) -> bool:
    same = one.form == other.form or other.form in scale.likeness.get(one.form, {})
    return (same and one.denied == other.denied) or (opposite(one.form, other.form) and one.denied != other.denied)


def _beside(a: Stated[_State], b: Stated[_State]) -> bool:
    """Whether a word of the clause of the one stands in the clause of the other as well."""
    here, there = (
        {one.sentence.tokens[at].form for at in clause(one.sentence, one.first) if one.sentence.tokens[at].content}
        for one in (a, b)
    )
    return bool(here & there)
