"""What a third article adds: two passages that both go with one passage of it are likely to go with each other.

Two tellings of one fact may share few words, and each have enough in common with a third.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest
from itertools import combinations

from tui.evidence.comparing.links import Pair
from tui.evidence.comparing.related import Related
from tui.evidence.comparing.scores import Scores
from tui.evidence.comparing.scoring import Scale
from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.watching import Pulse, watched

# Measured over the seeds and fourteen events (tests/bench/links): mean F1 of all links 0.794 without, 0.827 with 0.3,
# 0.830 with 0.35, 0.827 with 0.4; chosen with one pool left out and measured on it, 0.824.
_SHARED, _MOST = 0.35, 0.9
_COMPANY = 8  # counterparts of one passage that are brought together; with all there are, nothing changes
_LEAST = 0.3  # of a tie that brings up a pair which its own words did not
_OFTEN = 20  # rows between two calls of the pulse


def with_thirds(
    scores: Scores,
    likely: Iterable[Pair],
    told: Related,
    everything: Sequence[Sentence],
    strength: Callable[[Pair], float],
    scale: Scale,
    pulse: Pulse,
) -> Scores:
    """The scores, higher where both passages go with one of a third document; and pairs that were no candidates.

    `scores` are those of documents that tell of one event, `likely` the pairs among them that are the best of each
    other, `strength` says how surely such a pair goes together.
    """
    ties = _ties(likely, everything, strength)
    rows = zip(everything, scores, ties, strict=True)
    return Scores(_raised(a, row, tied, told, everything, scale) for a, row, tied in watched(rows, pulse, _OFTEN))


def _raised(
    a: Sentence,
    row: Mapping[int, float],
    tied: Mapping[int, float],
    told: Related,
    everything: Sequence[Sentence],
    scale: Scale,
) -> dict[int, float]:
    raised = {b: score + _SHARED * tied[b] if b in tied else score for b, score in row.items()}
    for b, tie in tied.items():
        if tie >= _LEAST and b not in raised and (a.document, everything[b].document) in told:
            raised[b] = scale.score(a, everything[b]) + _SHARED * tie
    return raised


def _ties(
    likely: Iterable[Pair], everything: Sequence[Sentence], strength: Callable[[Pair], float]
) -> list[dict[int, float]]:
    """For two passages, row and column, the weaker of the strengths that bind them to a third one, where that binds
    them most."""
    company: dict[int, list[tuple[float, int]]] = {}
    for each in likely:
        if (strong := strength(each)) > 0:
            company.setdefault(each.a, []).append((-min(_MOST, strong), each.b))
            company.setdefault(each.b, []).append((-min(_MOST, strong), each.a))
    ties: list[dict[int, float]] = [{} for _ in everything]
    for here in company.values():
        for (one, other), tie in _bound(nsmallest(_COMPANY, here), everything):
            ties[one][other] = max(tie, ties[one].get(other, 0.0))
    return ties


def _bound(
    company: Sequence[tuple[float, int]], everything: Sequence[Sentence]
) -> Iterator[tuple[tuple[int, int], float]]:
    """Each two of a passage's counterparts, the stronger first, that stand in different documents."""
    for (_, one), (weaker, other) in combinations(company, 2):
        if everything[one].document != everything[other].document:
            yield (min(one, other), max(one, other)), -weaker
