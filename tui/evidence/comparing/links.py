"""Pairs of passages that may be links: the best of each other within each pair of documents, by their wording."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tui.evidence.comparing.model import Band
from tui.evidence.comparing.scores import Scores
from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.watching import Pulse, watched

RANKS = 4
# Measured on the seen events and the seeds: a lower score is asked where the two are nearly the best of each other.
SAME, _SAME_OF_BEST = 0.55, 0.75
_SIMILAR = ((0.44, 0.6), (0.40, 0.8))  # score, and share of the best of its row or column
# Judged by eye in six events no rule was made by: 33 of 36 same links with such a score were right, 4 of 9 below
SAME_SCORE = 0.5
_LEAST, _OF_BEST = 0.15, 0.6
_NEIGHBOUR, _NEIGHBOUR_FROM = 0.1, 0.3
_OFTEN = 20  # rows between two calls of the pulse


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
        here, there = self.others
        return max(-most, min(most, self.score - here)) + max(-most, min(most, self.score - there))

    @property
    def compared(self) -> bool:
        """Whether the words of the two are compared: not where one has a far better counterpart over there."""
        return self.score >= max(_LEAST, _OF_BEST * self.best)

    @property
    def counts(self) -> bool:
        """Whether the two may be a link, or have their words compared."""
        return self.score >= SAME_SCORE or self.compared

    @property
    def band(self) -> Band | None:
        """The band by the wording alone, None where the two are too unlike to be linked."""
        if self.score >= SAME and self.score >= _SAME_OF_BEST * self.best:
            return "same"
        linked = any(self.score >= least and self.score >= share * self.best for least, share in _SIMILAR)
        return "similar" if linked else None


def with_neighbours(scores: Scores, everything: Sequence[Sentence], pulse: Pulse) -> Scores:
    """The scores, a little higher where the passages beside the two go together as well."""
    return Scores(watched(_lifted(scores, [sentence.document for sentence in everything]), pulse, _OFTEN))


def _lifted(scores: Scores, document: Sequence[int]) -> Iterator[dict[int, float]]:
    before: Mapping[int, float] = {}
    here = scores.row(0)
    for a in range(len(document)):
        after = scores.row(a + 1)
        beside = [row for at, row in ((a - 1, before), (a + 1, after)) if document[at : at + 1] == [document[a]]]
        lifts = _lifts(beside, here, document)
        yield {
            b: score + _NEIGHBOUR * (lifts[b] - _NEIGHBOUR_FROM) if b in lifts else score for b, score in here.items()
        }
        before, here = here, after


def _lifts(
    beside: Sequence[Mapping[int, float]], here: Mapping[int, float], document: Sequence[int]
) -> dict[int, float]:
    """Column → the best score of a pair one passage up or down on both sides, where it is high enough to count."""
    best: dict[int, float] = {}
    for row in beside:
        for j, score in row.items():
            if score > _NEIGHBOUR_FROM:
                for b in (j - 1, j + 1):
                    if b in here and document[b] == document[j] and score > best.get(b, 0.0):
                        best[b] = score
    return best


def ranked(scores: Scores, pool: Sequence[Sequence[Sentence]], pulse: Pulse) -> Iterator[Pair]:
    """The pairs in the top four of their row and of their column, in order, made document by document."""
    document = [sentence.document for here in pool for sentence in here]
    for here in pool:
        pulse()
        rows = [(sentence.number, scores.row(sentence.number)) for sentence in here]
        columns: dict[int, list[float]] = {}
        for _, row in watched(rows, pulse, _OFTEN):
            for b, score in row.items():
                columns.setdefault(b, []).append(score)
        _cut(columns)
        for a, row in watched(rows, pulse, _OFTEN):
            yield from _best(a, row, columns, document)


def _best(
    a: int, row: Mapping[int, float], columns: Mapping[int, Sequence[float]], document: Sequence[int]
) -> Iterator[Pair]:
    """The best pairs of one row; `columns` are the best scores of passages in the document of `a`."""
    lines: dict[int, list[float]] = {}
    for b, score in row.items():
        lines.setdefault(document[b], []).append(score)
    _cut(lines)
    for b, score in row.items():
        line, column = lines[document[b]], columns[b]
        if score >= line[-1] and score >= column[-1]:
            yield Pair(a, b, score, max(line[0], column[0]), (_other(score, line), _other(score, column)))


def _cut(lines: Mapping[int, list[float]]) -> None:
    """Keep the best scores of each line, the best first."""
    for found in lines.values():
        if len(found) > 1:
            found.sort(reverse=True)
            del found[RANKS:]


def _other(score: float, top: Sequence[float]) -> float:
    """The best score of a line beside one of its scores."""
    if score < top[0]:
        return top[0]
    return top[1] if len(top) > 1 else 0.0
