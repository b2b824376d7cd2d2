"""What one article says is the case and another denies, or gives the contrary of: wherever the two stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from tui.evidence.comparing.afar import Comparing, Stated, answering, stated
from tui.evidence.comparing.asserted import Asserted, contraries, plain
from tui.evidence.comparing.facts import Facts
from tui.evidence.comparing.found import Found, side
from tui.evidence.comparing.opposites import speaks_of_itself
from tui.evidence.comparing.related import Related
from tui.evidence.comparing.roles import is_history
from tui.evidence.comparing.scoring import Scale
from tui.evidence.comparing.sentences import Sentence

_LEAST, _LEAST_ALONE = 4.0, 3.3  # the weight of the words told around both; the latter where nothing else compares

_Told = Stated[Asserted]
_Table = dict[str, list[_Told]]
_COMPARING: Comparing[Asserted] = Comparing(lambda one, other: True, lambda one, other: one.side == other.side)


def differing_contraries(facts: Facts, related: Related, scale: Scale) -> Iterator[Found]:
    """What two related documents say the contrary of, of the same things, neither of them the other's as well."""
    denied = frozenset(one.key for here in facts.pool for sentence in here for one in plain(sentence) if one.side)
    tables = [_table(here, denied) for here in facts.pool]
    for (i, one), (j, other) in combinations(enumerate(tables), 2):
        for key in sorted(one.keys() & other.keys()) if (i, j) in related else ():
            if len({told.value.side for told in (*one[key], *other[key])}) < 2:
                continue
            for a, b, weight in answering(one[key], other[key], _COMPARING, scale):
                alone = len(one[key]) == len(other[key]) == 1
                if weight >= (_LEAST_ALONE if alone else _LEAST) and not _of_two_times(a, b, facts):
                    sides = tuple(side(told.sentence, told.value.begins, told.value.ends) for told in (a, b))
                    about = f"{sides[0].value} / {sides[1].value}"
                    yield Found("conflict", about, "opposite", sides, weight / 10)


def _table(here: Sequence[Sentence], denied: frozenset[str]) -> _Table:
    """What a document asserts, by what it is compared by; of plain words those alone that some document denies."""
    found: _Table = {}
    for before, sentence in zip((None, *here), here, strict=False):
        for one in (*contraries(sentence), *(one for one in plain(sentence) if one.key in denied)):
            if speaks_of_itself(sentence, one.first):
                continue
            found.setdefault(one.key, []).append(stated(sentence, one.first, one.last, one, before))
    return found


def _of_two_times(a: _Told, b: _Told, facts: Facts) -> bool:
    """Whether one alone tells of the past, or they are told of different years."""
    if is_history(a.sentence, a.first) != is_history(b.sentence, b.first):
        return True
    here, there = ({year for year, _ in facts.seasons(told.sentence, told.first) if year} for told in (a, b))
    return bool(here or there) and not here & there
