"""Which forms of the pool are alike without being equal: synonyms, common beginnings, names spelt alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain, combinations

from rapidfuzz.distance import OSA

from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.weights import likes

SYNONYM, NAME, BEGINNING = 0.7, 0.75, 0.55
_BEGINNING = 5

Likeness = Mapping[str, Mapping[str, float]]


def likeness(pool: Sequence[Sequence[Sentence]]) -> Likeness:
    """For every form the others it is like, with the degree in 0..1; symmetric."""
    kinds: dict[str, set[str]] = {}
    for sentence in chain.from_iterable(pool):
        for index in sentence.content:
            kinds.setdefault(sentence.tokens[index].form, set()).add(sentence.tokens[index].kind)
    found: dict[str, dict[str, float]] = {}
    for members, degree in (*_beginnings(kinds), *_synonyms(kinds), *_names(kinds)):
        for one, other in combinations(members, 2):
            for a, b in ((one, other), (other, one)):
                near = found.setdefault(a, {})
                near[b] = max(near.get(b, 0.0), degree)
    return found


def _synonyms(kinds: Mapping[str, set[str]]) -> list[tuple[list[str], float]]:
    sets: dict[int, list[str]] = {}
    for word in kinds:
        for number in likes().get(word, ()):
            sets.setdefault(number, []).append(word)
    return [(members, SYNONYM) for members in sets.values()]


def _beginnings(kinds: Mapping[str, set[str]]) -> list[tuple[list[str], float]]:
    sets: dict[str, list[str]] = {}
    for word in kinds:
        if len(word) >= _BEGINNING and word.isalpha() and kinds[word] != {"name"}:
            sets.setdefault(word[:_BEGINNING], []).append(word)
    return [(members, BEGINNING) for members in sets.values()]


def _names(kinds: Mapping[str, set[str]]) -> list[tuple[list[str], float]]:
    """Names a slip or an ending apart: "Anthony" and "Antony", "Hawaii" and "Hawaiian"."""
    sets: dict[str, list[str]] = {}
    for word in kinds:
        if kinds[word] == {"name"} and len(word) >= 5 and word.isalpha():
            sets.setdefault(word[:3], []).append(word)
    pairs = []
    for members in sets.values():
        for one, other in combinations(sorted(members), 2):
            if other.startswith(one) or OSA.distance(one, other, score_cutoff=2) <= (
                1 if min(len(one), len(other)) < 7 else 2
            ):
                pairs.append(([one, other], NAME))
    return pairs
