"""Counts of one kind of thing, document against document: 600 firefighters here, 900 there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from tui.evidence.comparing.agreement import agree
from tui.evidence.comparing.facts import Facts
from tui.evidence.comparing.found import Found, side
from tui.evidence.comparing.quantity import Quantity, comparable, is_part
from tui.evidence.comparing.related import Related
from tui.evidence.comparing.roles import is_marked_past, past_span
from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.weights import rarity

_FEWEST = 10  # smaller counts are too often of another few: three cars here, seven cars there
_TELLING = 4.5  # how rare a word must be: "people" and "years" are counted of everything
_UNLISTED = 7.5
_SCORE = 1.5

_Tally = tuple[Sentence, Quantity]


def differing_tallies(facts: Facts, related: Related) -> Iterator[Found]:
    """Nouns that two related documents count once each, with incompatible figures."""
    tables = [_tallies(here, facts) for here in facts.pool]
    for (i, one), (j, other) in combinations(enumerate(tables), 2):
        for noun in sorted(one.keys() & other.keys()) if (i, j) in related else ():
            if _single(one[noun]) and _single(other[noun]):
                (here, a), (there, b) = one[noun][0], other[noun][0]
                if (
                    not agree(a.number, b.number)
                    and comparable(a, b)
                    and not (_told(a, facts, there.document) or _told(b, facts, here.document))
                ):
                    sides = side(here, a.first, a.last + 1), side(there, b.first, b.last + 1)
                    about = f"number of {here.written(a.last + 1, a.last + 1)}"
                    yield Found("conflict", about, "count", sides, _SCORE)


def _told(one: Quantity, facts: Facts, document: int) -> bool:
    """Whether a document has that count as well, whatever it counts by it."""
    return any(one.number.low == other.number.low for other in facts.of_kind(document, "count"))


def _single(tallies: Sequence[_Tally]) -> bool:
    return all(agree(one.number, other.number) for (_, one), (_, other) in pairwise(tallies))


def _tallies(here: Sequence[Sentence], facts: Facts) -> dict[tuple[str, str], list[_Tally]]:
    """Noun and past span → its counts in one document, those of a part or of what befell people left out."""
    found: dict[tuple[str, str], list[_Tally]] = {}
    for sentence in here:
        dated = any(when.year and not when.day for when in facts.times(sentence))
        for one in facts.quantities(sentence):
            if one.kind != "count" or not one.nouns or rarity().get(one.nouns[0], _UNLISTED) < _TELLING:
                continue
            apart = one.role or one.per or is_part(sentence, one) or is_marked_past(sentence, one.first) or dated
            if not apart and one.number.low >= _FEWEST and sentence.tokens[one.last + 1].kind == "word":
                found.setdefault((one.nouns[0], past_span(sentence, one.first)), []).append((sentence, one))
    return found
