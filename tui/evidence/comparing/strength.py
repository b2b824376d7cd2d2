"""How surely two passages go together: by their wording, by what else either could go with, and by where they stand."""

from __future__ import annotations

from collections.abc import Sequence

from tui.evidence.comparing.links import Pair
from tui.evidence.comparing.sentences import Sentence

# Measured over the seeds and fourteen events (tests/bench/links): the mean F1 of wording alone is 0.70 at its best
# threshold, with the margin 0.75, with the place as well 0.78; nearby values do as well within 0.01.
_MARGIN, _MARGIN_MOST = 0.8, 0.3
_APART, _APART_MOST = 0.6, 0.5


class Strengths:
    """The strengths of pairs of passages of one pool."""

    def __init__(self, pool: Sequence[Sequence[Sentence]]) -> None:
        # How far down its article each passage stands, 0..1
        self._places = [(sentence.passage + 0.5) / len(here) for here in pool for sentence in here]

    def __call__(self, pair: Pair) -> float:
        """The score, with how far it is ahead of what else either has, less for places of the articles far apart."""
        apart = abs(self._places[pair.a] - self._places[pair.b])
        return pair.score + _MARGIN * pair.margin(_MARGIN_MOST) - _APART * min(_APART_MOST, apart)
