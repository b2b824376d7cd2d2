"""What one article says is the case and another denies, or gives the contrary of: wherever the two stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from tui.evidence.comparing.afar import Comparing, Stated, answering, stated
from tui.evidence.comparing.asserted import Asserted, contraries
from tui.evidence.comparing.facts import Facts
from tui.evidence.comparing.found import Found, side
from tui.evidence.comparing.opposites import speaks_of_itself
from tui.evidence.comparing.related import Related, together
from tui.evidence.comparing.roles import is_history
from tui.evidence.comparing.scoring import Scale
from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.standing import both_true, of_another
from tui.evidence.comparing.within import in_common_within

_LEAST_WITHIN = 4.0
_LEAST = 3.0  # the weight of the words told around both: whom and what it is said of

_Told = Stated[Asserted]
_Table = dict[str, list[_Told]]
_COMPARING: Comparing[Asserted] = Comparing(lambda one, other: True, lambda one, other: one.side == other.side)


def differing_contraries(facts: Facts, related: Related, scale: Scale) -> Iterator[Found]:
    """What two related documents say the contrary of, of the same things, neither of them the other's as well."""
    said = [[(sentence, list(contraries(sentence))) for sentence in here] for here in facts.pool]
    sides: dict[str, set[int]] = {}
    for _, found in chain.from_iterable(said):
        for one in found:
            sides.setdefault(one.key, set()).add(one.side)
    disputed = frozenset(key for key, which in sides.items() if len(which) > 1)
    tables = [_table(here, disputed) for here in said]
    for here, there in together(tables, related, facts.pulse):
        for key in sorted(here.keys() & there.keys()):
            if len({told.value.side for told in (*here[key], *there[key])}) > 1:
                yield from _differing(here[key], there[key], facts, scale)


def _differing(here: Sequence[_Told], there: Sequence[_Told], facts: Facts, scale: Scale) -> Iterator[Found]:
    for a, b, weight in answering(here, there, _COMPARING, scale):
        if weight < _LEAST or _of_two(a, b, facts):
            continue
        own = frozenset(told.sentence.tokens[told.first].form for told in (a, b))
        if in_common_within(a, b, scale, but=own) >= _LEAST_WITHIN:
            sides = tuple(side(told.sentence, told.value.begins, told.value.ends) for told in (a, b))
            yield Found("conflict", f"{sides[0].value} / {sides[1].value}", "opposite", sides, weight / 10)


def _table(here: Sequence[tuple[Sentence, Sequence[Asserted]]], disputed: frozenset[str]) -> _Table:
    """What a document asserts, by what it is compared by; nobody's own words of themselves."""
    found: _Table = {}
    before = None
    for sentence, said in here:
        for one in said:
            if one.key in disputed and not speaks_of_itself(sentence, one.first):
                found.setdefault(one.key, []).append(stated(sentence, one.first, one.last, one, before))
        before = sentence
    return found


def _of_two(a: _Told, b: _Told, facts: Facts) -> bool:
    """Whether one alone tells of another thing or of the past, of some alone, or they are of different years."""
    if of_another(a.sentence, a.first) != of_another(b.sentence, b.first):
        return True
    if both_true(a.sentence, a.first, b.sentence, b.first):
        return True
    past = is_history(a.sentence, a.first) != is_history(b.sentence, b.first)
    return past or facts.years_apart(a.sentence, a.first, b.sentence, b.first)
