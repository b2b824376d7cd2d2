"""Which documents tell of one event: only what these say can be set against each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations

from tui.evidence.comparing.links import Pair
from tui.evidence.comparing.sentences import Sentence

_BEYOND_DOUBT = 0.75
_ENOUGH, _FIRM = 3, 4  # points: a link of band same 2, beyond doubt 3, a similar one 1

Related = frozenset[tuple[int, int]]


def related(pairs: Iterable[Pair], everything: Sequence[Sentence]) -> Related:
    """Pairs of documents with two links or more, one of them the same, or with one beyond doubt.

    Where two documents are both firmly tied to a third, they are related as well.
    """
    points: Counter[tuple[int, int]] = Counter()
    for pair in pairs:
        documents = everything[pair.a].document, everything[pair.b].document
        if pair.band == "same":
            points[documents] += 3 if pair.score >= _BEYOND_DOUBT else 2
        elif pair.band:
            points[documents] += 1
    found = {documents for documents, enough in points.items() if enough >= _ENOUGH}
    return frozenset(found | _through_a_third(documents for documents, enough in points.items() if enough >= _FIRM))


def _through_a_third(firm: Iterable[tuple[int, int]]) -> set[tuple[int, int]]:
    tied: dict[int, set[int]] = {}
    for one, other in firm:
        tied.setdefault(one, set()).add(other)
        tied.setdefault(other, set()).add(one)
    return {pair for near in tied.values() for pair in combinations(sorted(near), 2)}
