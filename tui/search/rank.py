"""Which of the matching passages come first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from operator import or_

from tui.search import bits, likeness
from tui.search.index import Index
from tui.search.matching import Match, Spot

SCORED = 2500  # passages scored exactly
_PLACED = 800  # pairs of a passage and a term looked at for order and nearness
_COMPARED = 48  # of these, compared with the query as a phrase
_WORDS, _NEARNESS, _PHRASE = 0.60, 0.22, 0.18
_AHEAD = {1: 1.0, 2: 0.75, 3: 0.6, 4: 0.45, 5: 0.4, 6: 0.4}
_BEHIND = {1: 0.5, 2: 0.35, 3: 0.3}


@dataclass(slots=True)
class Ranked:
    """A passage with its score in 0..1 and where each term holds in it (None: not looked at)."""

    passage: int
    score: float
    spots: list[list[Spot]] | None = None


def rank(index: Index, passages: int, matches: Sequence[Match], typed: str, limit: int) -> list[Ranked]:
    """The `limit` best of a set of passages, best first; equal ones stay in the order of the text.

    Score: for each term its best reading's weight times the term's rarity, over the sum of rarities, times coverage
    squared (the share of terms that hold); then order and nearness of the words, then likeness to the query.
    """
    if not matches:
        return [Ranked(passage, 1.0, []) for passage in bits.members(bits.first(passages, max(limit, 0)))]
    found = _score(_shortlist(passages, matches, max(SCORED, limit)), matches)
    for ranked in found[: max(_COMPARED, _PLACED // len(matches))]:
        tokens = index.tokens(ranked.passage)
        ranked.spots = [match.spots(index, tokens) for match in matches]
        ranked.score += _NEARNESS * _nearness(ranked.spots)
    found.sort(key=lambda ranked: (-ranked.score, ranked.passage))
    for ranked in found[:_COMPARED]:
        ranked.score += _PHRASE * max(0.0, likeness.phrase(typed, index.folded(ranked.passage)) - 0.5) * 2
    found.sort(key=lambda ranked: (-ranked.score, ranked.passage))
    return found[: max(limit, 0)]


def _shortlist(passages: int, matches: Sequence[Match], most: int) -> int:
    """At most `most` passages, those where the strongest readings of the most terms meet."""
    if passages.bit_count() <= most:
        return passages
    chosen = 0
    for least in (0.95, 0.8, 0.6, 0.0):
        strong = [reduce(or_, (p for weight, p in m.tiers if weight >= least), 0) for m in matches]
        for carrying in reversed(bits.at_least(strong)[1:]):
            room = most - chosen.bit_count()
            chosen |= bits.first(passages & carrying & ~chosen, room)
            if chosen.bit_count() >= most // 4 and least >= 0.6:
                return chosen
    return chosen


def _score(passages: int, matches: Sequence[Match]) -> list[Ranked]:
    weight = dict.fromkeys(bits.members(passages), 0.0)
    held = dict.fromkeys(weight, 0)
    for match in matches:
        for strength, holding in match.tiers:
            for passage in bits.members(holding & passages):
                weight[passage] += strength * match.rarity
                held[passage] += 1
    most = sum(match.rarity for match in matches) or 1.0
    terms = len(matches) or 1
    scores = {p: _WORDS * (w / most) * (held[p] / terms) ** 2 for p, w in weight.items()}
    return [Ranked(p, scores[p]) for p in sorted(scores, key=lambda p: (-scores[p], p))]


def _nearness(spots: Sequence[Sequence[Spot]]) -> float:
    """0..1: how far the terms stand as typed, each right after the one before."""
    if len(spots) < 2:
        return max((spot.weight for spot in spots[0]), default=0.0) if spots else 0.0
    pairs = pairwise(spots)
    return sum(_pair(left, right) for left, right in pairs) / (len(spots) - 1)


def _pair(left: Sequence[Spot], right: Sequence[Spot]) -> float:
    return max((_near(a, b) for a in left[:8] for b in right[:8]), default=0.0)


def _near(a: Spot, b: Spot) -> float:
    gap = b.at - (a.at + a.length - 1)
    place = 1.0 if gap == 0 else _AHEAD.get(gap, 0.25) if gap > 0 else _BEHIND.get(-gap, 0.15)
    return place * min(a.weight, b.weight)
