"""Links: pairs of passages decided within each pair of documents, by rank and by score."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tui.evidence.comparing.model import Band
from tui.evidence.comparing.sentences import Sentence

RANKS = 3
# Measured on the seen events and the seeds: a lower score is asked where the two are nearly the best of each other.
SAME, _SAME_OF_BEST = 0.55, 0.75
_SIMILAR = ((0.44, 0.6), (0.40, 0.8))  # score, and share of the best of its row or column
_NEIGHBOUR, _NEIGHBOUR_FROM = 0.1, 0.3

Scores = Mapping[tuple[int, int], float]


class Pair(NamedTuple):
    """Two passages, by their numbers in the pool, among the best of each other; `best` is the best of row or column."""

    a: int
    b: int
    score: float
    best: float

    @property
    def band(self) -> Band | None:
        """The band of the link, None where the two are too unlike to be linked."""
        if self.score >= SAME and self.score >= _SAME_OF_BEST * self.best:
            return "same"
        linked = any(self.score >= least and self.score >= share * self.best for least, share in _SIMILAR)
        return "similar" if linked else None


def with_neighbours(scores: Scores, everything: Sequence[Sentence]) -> dict[tuple[int, int], float]:
    """The scores, a little higher where the passages beside the two go together as well."""
    document = [sentence.document for sentence in everything]
    return {
        pair: score + _NEIGHBOUR * max(0.0, _beside(pair, scores, document) - _NEIGHBOUR_FROM)
        for pair, score in scores.items()
    }


def _beside(pair: tuple[int, int], scores: Scores, document: Sequence[int]) -> float:
    """The best score of a pair one passage up or down on both sides."""
    best, (a, b), last = 0.0, pair, len(document) - 1
    for i in (a - 1, a + 1):
        for j in (b - 1, b + 1):
            score = scores.get((i, j), 0.0)
            if score > best and j <= last and document[i] == document[a] and document[j] == document[b]:
                best = score
    return best


def ranked(scores: Scores, everything: Sequence[Sentence]) -> list[Pair]:
    """The pairs in the top three of their row and of their column, in order."""
    lines: dict[tuple[int, int], list[float]] = {}
    for (a, b), score in scores.items():
        for line in _lines(a, b, everything):
            lines.setdefault(line, []).append(score)
    tops = {line: sorted(found, reverse=True)[:RANKS] for line, found in lines.items()}
    return [
        Pair(a, b, score, max(tops[line][0] for line in _lines(a, b, everything)))
        for (a, b), score in sorted(scores.items())
        if all(score >= tops[line][-1] for line in _lines(a, b, everything))
    ]


def _lines(a: int, b: int, everything: Sequence[Sentence]) -> Iterable[tuple[int, int]]:
    return (a, everything[b].document), (b, everything[a].document)
