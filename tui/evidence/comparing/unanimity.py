"""Decided unanimously, one article says; by 31 votes to 14, says another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from tui.evidence.comparing.afar import Stated, stated
from tui.evidence.comparing.clauses import clause
from tui.evidence.comparing.facts import Facts
from tui.evidence.comparing.found import Found, side
from tui.evidence.comparing.polarity import negates
from tui.evidence.comparing.related import Related
from tui.evidence.comparing.roles import is_history
from tui.evidence.comparing.scoring import Scale
from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.within import in_common_within

_LEAST = 3.5  # the weight of what the clauses of both tell of
_UNANIMOUS = frozenset(("unanimous", "unanimously"))
_VOTING = frozenset(("vote", "votes", "voted", "ruled", "decided", "approved", "rejected", "passed", "majority"))

_Told = Stated[bool]  # whether all were of one mind


def differing_unanimity(facts: Facts, related: Related, scale: Scale) -> Iterator[Found]:
    """A vote without dissent in one of two related documents that was none in the other, told of the same thing."""
    tables = [_votes(here, facts) for here in facts.pool]
    for (i, one), (j, other) in combinations(enumerate(tables), 2):
        if (i, j) not in related:
            continue
        for a, b in product(one, other):
            if a.value != b.value and in_common_within(a, b, scale) >= _LEAST:
                sides = side(a.sentence, a.first, a.last), side(b.sentence, b.first, b.last)
                yield Found("conflict", f"result: {sides[0].value} / {sides[1].value}", "score", sides, 0.5)


def _votes(here: Sequence[Sentence], facts: Facts) -> list[_Told]:
    found = []
    for before, sentence in zip((None, *here), here, strict=False):
        for index, token in enumerate(sentence.tokens):
            if token.low in _UNANIMOUS and not any(negates(sentence.low(at)) for at in clause(sentence, index)):
                found.append(stated(sentence, index, index, True, before))
        for one in facts.quantities(sentence):
            voted = any(sentence.low(at) in _VOTING for at in clause(sentence, one.first))
            if one.kind == "score" and voted and one.number.low > 0 and not is_history(sentence, one.first):
                found.append(stated(sentence, one.first, one.last, False, before))
    return found
