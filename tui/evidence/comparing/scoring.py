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
_NUMBERS, _NUMBERS_ENOUGH = 0.2, 6.0
_NAMES = 0.1
_EVIDENCE, _EVIDENCE_ENOUGH = 0.2, 30.0


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
        equal = [word for word in a.where if word in b.where]
        taken = set(equal)
        found = [(word, word, 1.0) for word in equal]
        for word in a.where:
            if word in b.where or word not in self.likeness:
                continue
            near = self.likeness[word]
            best = max(
                ((degree, other) for other, degree in near.items() if other in b.where and other not in taken),
                default=None,
            )
            if best is not None:
                taken.add(best[1])
                found.append((word, best[1], best[0]))
        return self._placed(a, b, found)

    def _placed(self, a: Sentence, b: Sentence, pairs: list[tuple[str, str, float]]) -> list[Match]:
        """Each pair at the occurrences that best keep the company of the other pairs."""
        anchors = [
            (a.where[one][0], b.where[other][0])
            for one, other, _ in pairs
            if len(a.where[one]) == len(b.where[other]) == 1
        ]
        placed = []
        for one, other, degree in pairs:
            at = min(
                ((i, j) for i in a.where[one] for j in b.where[other]),
                key=lambda pair: (-_company(pair, anchors), pair),
            )
            weight = degree * (self.weights[one] + self.weights[other]) / 2
            placed.append(Match(*at, degree, weight))
        return placed

    def score(self, a: Sentence, b: Sentence) -> float:
        """The link score of two passages, without their neighbours' part; 0..about 1.5."""
        return self.judge(a, b, self.matches(a, b))

    def judge(self, a: Sentence, b: Sentence, matches: list[Match]) -> float:
        """The link score from the matches."""
        if not matches:
            return 0.0
        anchors = [(match.a, match.b) for match in matches]
        close = [match.weight * (1.0 if _company((match.a, match.b), anchors) > 1 else _APART) for match in matches]
        whole = self.totals[a.number] + self.totals[b.number]
        numbers = sum(self.weights[word] for word in a.numbers & b.numbers)
        either = len(a.names | b.names)
        return (
            2 * sum(close) / whole
            + _NUMBERS * min(1.0, numbers / _NUMBERS_ENOUGH)
            + _NAMES * (len(a.names & b.names) / either if either else 0.0)
            + _EVIDENCE * min(1.0, sum(match.weight for match in matches) / _EVIDENCE_ENOUGH)
        )


def scale(pool: Sequence[Sequence[Sentence]]) -> Scale:
    """The scale of a pool."""
    weighed = weights(pool)
    totals = [sum(weighed[word] for word in sentence.where) for here in pool for sentence in here]
    return Scale(weighed, likeness(pool), totals)


def _company(pair: tuple[int, int], anchors: list[tuple[int, int]]) -> int:
    """How many matched pairs are near on both sides, itself counted where it is one."""
    i, j = pair
    return sum(1 for x, y in anchors if abs(x - i) <= _NEAR and abs(y - j) <= _NEAR)
