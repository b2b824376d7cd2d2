"""How much two passages report the same thing: words shared, alike and near each other, weighed by what they say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
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
_Akin = tuple[float, str, str]  # minus how alike two forms are, a form of the one passage, one of the other
_Placed = tuple[int, int, float, float]  # as a Match, for the million of pairs that are scored and forgotten


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
        return list(map(Match._make, self._placed(a.where, b.where, self._akin(a.where))))

    def score(self, a: Sentence, b: Sentence) -> float:
        """The link score of two passages, without their neighbours' part; 0..about 1.5."""
        return self.scores(a, (b,))[b.number]

    def scores(self, a: Sentence, others: Iterable[Sentence]) -> dict[int, float]:
        """The link scores of a passage with others, by their numbers."""
        akin, numbers = self._akin(a.where), [word for word in a.where if word in a.numbers]
        return {b.number: self._score(a, b, akin, numbers) for b in others}

    def _score(self, a: Sentence, b: Sentence, akin: Sequence[_Akin], numbers: Sequence[str]) -> float:
        placed = self._placed(a.where, b.where, akin)
        if not placed:
            return 0.0
        shared = sum([weight for _, _, _, weight in placed])
        of_numbers = sum([self.weights[word] for word in numbers if word in b.numbers])
        either = len(a.names | b.names)
        return (
            2 * (shared - (1 - _APART) * _scattered(placed)) / (self.totals[a.number] + self.totals[b.number])
            + _NUMBERS * min(1.0, of_numbers / _NUMBERS_ENOUGH)
            + _NAMES * (len(a.names & b.names) / either if either else 0.0)
            + _EVIDENCE * min(1.0, shared / _EVIDENCE_ENOUGH)
        )

    def _akin(self, here: Where) -> list[_Akin]:
        """What would go with the words of a passage without being equal, the likest first; not its own words."""
        return sorted(
            (-degree, one, other)
            for one in here
            if one in self.likeness
            for other, degree in self.likeness[one].items()
            if other not in here
        )

    def _placed(self, here: Where, there: Where, akin: Sequence[_Akin]) -> list[_Placed]:
        """Words that go together, each in one pair, at the occurrences that best keep the company of the others."""
        weights = self.weights
        pairs = [(here[word], there[word], 1.0, weights[word]) for word in here if word in there]
        if len(pairs) < min(len(here), len(there)):
            for degree, one, other in _apart([each for each in akin if each[2] in there and each[1] not in there]):
                pairs.append((here[one], there[other], -degree, -degree * (weights[one] + weights[other]) / 2))
        anchors = [(i[0], j[0]) for i, j, _, _ in pairs if len(i) == len(j) == 1]
        return [
            (i[0], j[0], degree, weight) if len(i) == len(j) == 1 else (*_best_place(i, j, anchors), degree, weight)
            for i, j, degree, weight in pairs
        ]


def scale(pool: Sequence[Sequence[Sentence]]) -> Scale:
    """The scale of a pool."""
    weighed = weights(pool)
    totals = [sum(weighed[word] for word in sentence.where) for here in pool for sentence in here]
    return Scale(weighed, likeness(pool), totals)


def _apart(akin: list[_Akin]) -> list[_Akin]:
    """Of words that are alike the likest pairs, each word in one."""
    if len(akin) < 2:
        return akin
    taken: set[str] = set()
    kept = []
    for each in akin:
        _, one, other = each
        if one not in taken and other not in taken:
            taken.update((one, other))
            kept.append(each)
    return kept


def _best_place(i: Sequence[int], j: Sequence[int], anchors: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The occurrences with most anchors near on both sides, the earliest of equals."""
    best, most = (i[0], j[0]), -1
    for x in i[:_OCCURRENCES]:
        beside = [q for p, q in anchors if -_NEAR <= p - x <= _NEAR]
        for y in j[:_OCCURRENCES]:
            near = len([q for q in beside if -_NEAR <= q - y <= _NEAR])
            if near > most:
                best, most = (x, y), near
    return best


def _scattered(placed: Sequence[_Placed]) -> float:
    """The weight of the matches that have no other match near on both sides."""
    alone = 0.0
    for match in placed:
        i, j, _, weight = match
        for other in placed:
            if other is not match and -_NEAR <= other[0] - i <= _NEAR and -_NEAR <= other[1] - j <= _NEAR:
                break
        else:
            alone += weight
    return alone
