"""Which of the matching passages come first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import islice, pairwise
from operator import attrgetter, or_

from tui.search import bits, likeness
from tui.search.bits import Passages
from tui.search.matching import Match, Spot
from tui.search.store import Line, Store

_SCORED = 1000  # passages scored exactly
_PLACED, _PAIRS = 100, 300  # passages, and pairs of a passage and a term, looked at for order and nearness
_COMPARED = 48  # passages compared with the query as a phrase
# Shares near these find as many known passages; without the last two a phrase comes no sooner than its words.
WORDS, _NEARNESS, _PHRASE = 0.75, 0.15, 0.10
_PASSAGE, _SCORE = attrgetter("passage"), attrgetter("score")
_AHEAD = {1: 1.0, 2: 0.75, 3: 0.6, 4: 0.45, 5: 0.4, 6: 0.4}
_BEHIND = {1: 0.5, 2: 0.35, 3: 0.3}


@dataclass(slots=True)
class Ranked:
    """A passage with its score in 0..1, its coverage, and where each term holds in it (None: not looked at)."""

    passage: int
    score: float
    coverage: float = 1.0
    spots: list[list[Spot]] | None = None


def rank(store: Store, passages: Passages, matches: Sequence[Match], typed: str, limit: int) -> list[Ranked]:
    """The `limit` best of a set of passages, best first; equal ones stay in the order of the text.

    Score: for each term its best reading's weight times the term's rarity, over the sum of rarities; order and nearness
    of the words; likeness to the query; all times coverage squared, the share (by rarity) of terms that hold at all.
    """
    if limit <= 0:
        return []
    if not matches:
        return [Ranked(passage, 1.0, spots=[]) for passage in bits.first(passages, limit)]
    closer = max(_COMPARED, min(_PLACED, _PAIRS // len(matches)))
    found = _scored(_shortlist(store, passages, matches, limit), matches, max(limit, closer))
    lines: dict[int, Line] = {}
    if len(matches) > 1:
        looked_at = found[:closer]
        lines |= store.lines(ranked.passage for ranked in looked_at)
        for ranked in looked_at:
            ranked.spots = [match.spots(store, ranked.passage, lines[ranked.passage]) for match in matches]
            ranked.score += _NEARNESS * _nearness(ranked.spots) * ranked.coverage**2
    else:  # one term is as near as it is good
        for ranked in found:
            ranked.score *= 1 + _NEARNESS / WORDS
    _sort(found)
    compared = found[:_COMPARED]
    lines |= store.lines(ranked.passage for ranked in compared if ranked.passage not in lines)
    vocabulary = store.vocabulary.words
    for ranked in compared:
        folded = " ".join([vocabulary[word] for word in lines[ranked.passage].words])
        likeness_to_query = likeness.phrase(typed, folded)
        ranked.score += _PHRASE * max(0.0, 2 * likeness_to_query - 1) * ranked.coverage**2
    _sort(found)
    return found[:limit]


def _sort(found: list[Ranked]) -> None:
    """Best first, equal ones in the order of the text."""
    found.sort(key=_PASSAGE)
    found.sort(key=_SCORE, reverse=True)


def _shortlist(store: Store, passages: Passages, matches: Sequence[Match], limit: int) -> Passages:
    """The passages worth scoring, at least `limit`: those where the strongest readings of the most terms meet."""
    most, enough = max(_SCORED, limit), max(_SCORED // 4, limit)
    if len(passages) <= most:
        return passages
    nothing = chosen = store.of(())
    for least in (0.95, 0.8, 0.6, 0.0):
        strong = [reduce(or_, (p for weight, p in m.tiers if weight >= least), nothing) for m in matches]
        for carrying in reversed(bits.at_least(strong)[1:]):
            chosen = chosen | store.of(bits.first((passages & carrying) - chosen, most - len(chosen)))
            if len(chosen) >= enough:
                return chosen
    return chosen


def _scored(passages: Passages, matches: Sequence[Match], most: int) -> list[Ranked]:
    """The `most` passages that are best before order, nearness and likeness are looked at, best first."""
    weight = dict.fromkeys(passages, 0.0)
    held = dict.fromkeys(weight, 0.0)
    for match in matches:
        for strength, holding in match.tiers:
            for passage in holding & passages:
                weight[passage] += strength * match.rarity
                held[passage] += match.rarity
    rarity = sum(match.rarity for match in matches)
    scores = {passage: WORDS * (w / rarity) * (held[passage] / rarity) ** 2 for passage, w in weight.items()}
    least = sorted(scores.values(), reverse=True)[:most][-1] if scores else 0.0
    found = [Ranked(passage, score, held[passage] / rarity) for passage, score in scores.items() if score > least]
    equal = (Ranked(p, score, held[p] / rarity) for p, score in scores.items() if score == least)
    found += islice(equal, most - len(found))
    _sort(found)
    return found


def _nearness(spots: Sequence[Sequence[Spot]]) -> float:
    """0..1: how far the terms stand as typed, each right after the one before."""
    return sum(_pair(left, right) for left, right in pairwise(spots)) / (len(spots) - 1)


def _pair(left: Sequence[Spot], right: Sequence[Spot]) -> float:
    return max((_near(a, b) for a in left[:8] for b in right[:8]), default=0.0)


def _near(a: Spot, b: Spot) -> float:
    gap = b.at - (a.at + a.length - 1)
    place = 1.0 if gap == 0 else _AHEAD.get(gap, 0.25) if gap > 0 else _BEHIND.get(-gap, 0.15)
    return place * min(a.weight, b.weight)
