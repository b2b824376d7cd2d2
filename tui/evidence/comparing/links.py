"""Pairs of passages that may be links: the best of each other within each pair of documents, by their wording."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tui.evidence.comparing.model import Band
from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.watching import Pulse, watched

RANKS = 4
# Measured on the seen events and the seeds: a lower score is asked where the two are nearly the best of each other.
SAME, _SAME_OF_BEST = 0.55, 0.75
_SIMILAR = ((0.44, 0.6), (0.40, 0.8))  # score, and share of the best of its row or column
_NEIGHBOUR, _NEIGHBOUR_FROM = 0.1, 0.3
_OFTEN = 5000  # pairs between two calls of the pulse

Scores = Mapping[tuple[int, int], float]


class Pair(NamedTuple):
    """Two passages, by their numbers in the pool, among the best of each other.

    `best` is the best score of row or column; `others` are the best either passage has with any other of the document
    over there, 0 where there is none.
    """

    a: int
    b: int
    score: float
    best: float
    others: tuple[float, float]

    def margin(self, most: float) -> float:
        """How far the score lies above (or below) what either has else, both added, each at most `most`."""
        return sum(max(-most, min(most, self.score - other)) for other in self.others)

    @property
    def band(self) -> Band | None:
        """The band by the wording alone, None where the two are too unlike to be linked."""
        if self.score >= SAME and self.score >= _SAME_OF_BEST * self.best:
            return "same"
        linked = any(self.score >= least and self.score >= share * self.best for least, share in _SIMILAR)
        return "similar" if linked else None


def with_neighbours(scores: Scores, everything: Sequence[Sentence], pulse: Pulse) -> dict[tuple[int, int], float]:
    """The scores, a little higher where the passages beside the two go together as well."""
    document = [sentence.document for sentence in everything]
    return {
        pair: score + _NEIGHBOUR * max(0.0, _beside(pair, scores, document) - _NEIGHBOUR_FROM)
        for pair, score in watched(scores.items(), pulse, _OFTEN)
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


def ranked(scores: Scores, everything: Sequence[Sentence], pulse: Pulse) -> list[Pair]:
    """The pairs in the top four of their row and of their column, in order."""
    tops = _tops(scores, everything, pulse)
    document = [sentence.document for sentence in everything]
    rows: list[list[Pair]] = [[] for _ in everything]
    for (a, b), score in watched(scores.items(), pulse, _OFTEN):
        row, column = tops[a, document[b]], tops[b, document[a]]
        if score >= row[-1] and score >= column[-1]:
            others = _other(score, row), _other(score, column)
            rows[a].append(Pair(a, b, score, max(row[0], column[0]), others))
    # Sorted row by row, as sorting all at once would hold up every other thread
    return [pair for row in watched(rows, pulse, _OFTEN) for pair in sorted(row)]


def _tops(scores: Scores, everything: Sequence[Sentence], pulse: Pulse) -> dict[tuple[int, int], list[float]]:
    """For each passage and each other document the best scores it has there, the best first."""
    document = [sentence.document for sentence in everything]
    lines: dict[tuple[int, int], list[float]] = {}
    for (a, b), score in watched(scores.items(), pulse, _OFTEN):
        for line in ((a, document[b]), (b, document[a])):
            if line in lines:
                lines[line].append(score)
            else:
                lines[line] = [score]
    for found in lines.values():
        if len(found) > 1:
            found.sort(reverse=True)
            del found[RANKS:]
    return lines


def _other(score: float, top: Sequence[float]) -> float:
    """The best score of a line beside one of its scores."""
    if score < top[0]:
        return top[0]
    return top[1] if len(top) > 1 else 0.0
