"""Links: which of the likeliest pairs of passages report the same thing, told from what else each could go with.

A score of wording says little by itself: 0.35 is much for two short sentences and little for two long ones on one
theme. What tells a link is that no other passage over there comes near, and that both stand at a like place of their
articles. Documents not known to tell of one event have no such choice to speak of: there the wording alone decides,
and in a pool that may hold several events it must be beyond doubt.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import sqrt

from tui.evidence.comparing.links import Pair
from tui.evidence.comparing.model import Band, Link
from tui.evidence.comparing.polarity import negates
from tui.evidence.comparing.related import BEYOND_DOUBT, Related
from tui.evidence.comparing.scoring import Scale
from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.strength import Strengths

_SIMILAR, _SAME = 0.32, 0.75
# Judged by eye in six events no rule was made by: 33 of 36 same links with such a score were right, 4 of 9 below
_SAME_SCORE = 0.5
_FEW = 6  # documents chosen to be read side by side; in larger pools no link of 144 between unrelated ones was right
_OWN, _LEAST_TOTAL = 0.25, 8.0


def linked(
    pairs: Iterable[Pair],
    likelier: Iterable[Pair],
    told: Related,
    pool: Sequence[Sequence[Sentence]],
    everything: Sequence[Sentence],
    scale: Scale,
    strength: Strengths,
) -> list[Link]:
    """The links among pairs of passages, in their order; `told` are the documents that tell of one event.

    `pairs` are ranked by their wording, `likelier` those of `told` by the sorts of their figures and by third articles
    as well: passages are the same by their wording alone, and similar by all of these.
    """
    bands = _Bands(pool, everything, scale, strength)
    found: dict[tuple[int, int], Link] = {}
    for pair in pairs:
        related = (everything[pair.a].document, everything[pair.b].document) in told
        if band := bands.of_related(pair) if related else bands.of_unrelated(pair):
            found[pair.a, pair.b] = Link(pair.a, pair.b, min(1.0, pair.score), band)
    for pair in likelier:
        if strength(pair) >= _SIMILAR:
            found.setdefault((pair.a, pair.b), Link(pair.a, pair.b, min(1.0, pair.score), "similar"))
    return [found[place] for place in sorted(found)]


class _Bands:
    """How surely a pair is a link, by its wording and by where the two stand."""

    def __init__(
        self, pool: Sequence[Sequence[Sentence]], everything: Sequence[Sentence], scale: Scale, strength: Strengths
    ) -> None:
        self._everything, self._scale = everything, scale
        self._documents = len(pool)
        self._strength = strength
        self._spread = [Counter(word for sentence in here for word in sentence.where) for here in pool]
        self._denying = [any(negates(token.low) for token in sentence.tokens) for sentence in everything]

    def of_related(self, pair: Pair) -> Band | None:
        """Same or nothing, for documents that tell of one event."""
        sure = pair.score >= _SAME_SCORE and self._strength(pair) >= _SAME
        return "same" if sure and self._firm(pair) else None

    def of_unrelated(self, pair: Pair) -> Band | None:
        """The band by the wording alone; in a pool of several events it must be beyond doubt."""
        if self._documents > _FEW and pair.score < BEYOND_DOUBT:
            return None
        return "similar" if pair.band == "same" and not self._firm(pair) else pair.band

    def _firm(self, pair: Pair) -> bool:
        """Whether two passages share enough of their own, and neither figures nor denials speak against them."""
        a, b = self._everything[pair.a], self._everything[pair.b]
        if self._denying[pair.a] != self._denying[pair.b] or (a.numbers and b.numbers and not a.numbers & b.numbers):
            return False
        return _own(a, b, self._spread, self._scale) >= _OWN


def _own(a: Sentence, b: Sentence, spread: Sequence[Counter[str]], scale: Scale) -> float:
    """The share of the shorter passage's weight that is shared, words counting less that stand all over an article."""
    return sum(_weights(a, b, spread, scale)) / max(_LEAST_TOTAL, min(scale.totals[a.number], scale.totals[b.number]))


def _weights(a: Sentence, b: Sentence, spread: Sequence[Counter[str]], scale: Scale) -> Iterator[float]:
    for match in scale.matches(a, b):
        here = spread[a.document][a.tokens[a.content[match.a]].form]
        there = spread[b.document][b.tokens[b.content[match.b]].form]
        yield match.weight / sqrt(here * there)
