"""How much two passages report the same thing: words shared, alike and near each other, weighed by what they say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tui.evidence.comparing.likeness import Likeness, likeness
from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.weights import weights

_NEAR = 4
_APART = 0.6
_OCCURRENCES = 6  # of one word in one passage; a passage that has more is a table or an attack
_NUMBERS, _NUMBERS_ENOUGH = 0.2, 6.0
_NAMES = 0.1
_EVIDENCE, _EVIDENCE_ENOUGH = 0.2, 30.0

Where = Mapping[str, Sequence[int]]


class Match(NamedTuple):
    """A content word of `a`, by its place in `a.content`, and the one of `b` it goes with.

    `weight` is likeness × rarity.
    """

    a: int
    b: int
    likeness: float
    weight: float


@dataclass(frozen=True, slots=True)
class Scale:
    """What passages of one pool are weighed by."""

    weights: Mapping[str, float]
    likeness: Likeness
    totals: Sequence[float]  # of each sentence's distinct words, by its number

    def matches(self, a: Sentence, b: Sentence) -> list[Match]:
        """Every distinct word of `a` with the likest of `b`, each word of `b` taken once; equal words first."""
        here, there = a.where, b.where
        pairs = [(word, word, 1.0) for word in here if word in there]
        if len(pairs) < min(len(here), len(there)):
            pairs += self._alike(here, there)
        return self._placed(here, there, pairs)

    def _alike(self, here: Where, there: Where) -> list[tuple[str, str, float]]:
        """Words that are alike without being equal, the likest pairs first, each word in one pair."""
        found = [
            (degree, one, other)
            for one in here
            if one not in there and one in self.likeness
            for other, degree in self.likeness[one].items()
            if other in there and other not in here
        ]
        if len(found) > 1:
            found.sort(key=lambda pair: (-pair[0], pair[1], pair[2]))
        taken: set[str] = set()
        kept = []
        for degree, one, other in found:
            if one not in taken and other not in taken:
                taken.update((one, other))
                kept.append((one, other, degree))
        return kept

    def _placed(self, here: Where, there: Where, pairs: list[tuple[str, str, float]]) -> list[Match]:
        """Each pair at the occurrences that best keep the company of the other pairs."""
        single = [(here[one], there[other]) for one, other, _ in pairs]
        anchors = [(i[0], j[0]) for i, j in single if len(i) == len(j) == 1]
        placed = []
        for (one, other, degree), (i, j) in zip(pairs, single, strict=True):
            at = (i[0], j[0]) if len(i) == len(j) == 1 else _best_place(i, j, anchors)
            placed.append(Match(*at, degree, degree * (self.weights[one] + self.weights[other]) / 2))
        return placed

    def score(self, a: Sentence, b: Sentence) -> float:
        """The link score of two passages, without their neighbours' part; 0..about 1.5."""
        matches = self.matches(a, b)
        if not matches:
            return 0.0
        shared = sum(match.weight for match in matches)
        numbers = sum(self.weights[word] for word in a.where if word in a.numbers and word in b.numbers)
        either = len(a.names | b.names)
        return (
            2 * (shared - (1 - _APART) * _scattered(matches)) / (self.totals[a.number] + self.totals[b.number])
            + _NUMBERS * min(1.0, numbers / _NUMBERS_ENOUGH)
            + _NAMES * (len(a.names & b.names) / either if either else 0.0)
            + _EVIDENCE * min(1.0, shared / _EVIDENCE_ENOUGH)
        )


def scale(pool: Sequence[Sequence[Sentence]]) -> Scale:
    """The scale of a pool."""
    weighed = weights(pool)
    totals = [sum(weighed[word] for word in sentence.where) for here in pool for sentence in here]
    return Scale(weighed, likeness(pool), totals)


def _best_place(i: Sequence[int], j: Sequence[int], anchors: list[tuple[int, int]]) -> tuple[int, int]:
    """The occurrences with most anchors near on both sides, the earliest of equals."""
    places = [(x, y) for x in i[:_OCCURRENCES] for y in j[:_OCCURRENCES]]
    near = [sum(1 for p, q in anchors if abs(p - x) <= _NEAR and abs(q - y) <= _NEAR) for x, y in places]
    return places[near.index(max(near))]


def _scattered(matches: list[Match]) -> float:
    """The weight of the matches that have no other match near on both sides."""
    alone = 0.0
    for match in matches:
        i, j = match.a, match.b
        for other in matches:
            if other is not match and -_NEAR <= other.a - i <= _NEAR and -_NEAR <= other.b - j <= _NEAR:
                break
        else:
            alone += match.weight
    return alone
