"""Links: which of the likeliest pairs of passages report the same thing, told from what else each could go with.

A score of wording says little by itself: 0.35 is much for two short sentences and little for two long ones on one
theme. What tells a link is that no other passage over there comes near, and that both stand at a like place of their
articles. Documents not known to tell of one event have no such choice to speak of: there the wording alone decides,
and in a pool that may hold several events it must be beyond doubt.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import sqrt

from tui.evidence.comparing.links import SAME_SCORE, Pair
from tui.evidence.comparing.model import Band, Link
from tui.evidence.comparing.polarity import negates
from tui.evidence.comparing.related import BEYOND_DOUBT, Related
from tui.evidence.comparing.scoring import Scale
from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.strength import Strengths

_SIMILAR, _SAME = 0.32, 0.75
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
    found: list[dict[int, Link]] = [{} for _ in everything]
    for pair in pairs:
        related = (everything[pair.a].document, everything[pair.b].document) in told
        if band := bands.of_related(pair) if related else bands.of_unrelated(pair):
            found[pair.a][pair.b] = Link(pair.a, pair.b, min(1.0, pair.score), band)
    for pair in likelier:
        if strength(pair) >= _SIMILAR and pair.b not in found[pair.a]:
            found[pair.a][pair.b] = Link(pair.a, pair.b, min(1.0, pair.score), "similar")
    return [row[b] for row in found for b in sorted(row)]


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
        sure = pair.score >= SAME_SCORE and self._strength(pair) >= _SAME
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
        return self._share_of_own(a, b)

    def _share_of_own(self, a: Sentence, b: Sentence) -> bool:
        """Whether enough of the shorter passage's weight is shared, words counting less that stand all over an article.

        Words that are equal mostly are enough, and sooner found than those that are alike.
        """
        totals, weights = self._scale.totals, self._scale.weights
        least = _OWN * max(_LEAST_TOTAL, min(totals[a.number], totals[b.number]))
        here, there = self._spread[a.document], self._spread[b.document]
        equal = sum([weights[word] / sqrt(here[word] * there[word]) for word in a.where if word in b.where])
        if equal >= least:
            return True
        alike = self._scale.matches(a, b)
        return sum(match.weight / sqrt(here[a.form(match.a)] * there[b.form(match.b)]) for match in alike) >= least
