"""Which of the matching passages come first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from heapq import heappushpop
from itertools import accumulate, islice, pairwise
from operator import and_, attrgetter, or_

from tui.search import bits, likeness
from tui.search.bits import Passages
from tui.search.matching import Match, Spot
from tui.search.store import Store

_SCORED = 1000  # passages scored exactly
_COMPARED, _PLACED, _PAIRS = (
    48,
    100,
    300,
)  # passages, and pairs of a passage and a term, looked at for order, nearness, likeness
_PIECE = 24  # passages read at first, where fewer are asked for
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
    found = _scored(_shortlist(store, passages, matches, limit), matches, max(limit, _PLACED))
    if len(matches) == 1:  # one term is as near as it is good
        for ranked in found:
            ranked.score *= 1 + _NEARNESS / WORDS
    _look_closer(store, found[: max(_COMPARED, min(_PLACED, _PAIRS // len(matches)))], matches, typed, limit)
    _sort(found)
    return found[:limit]


def _look_closer(store: Store, found: Sequence[Ranked], matches: Sequence[Match], typed: str, limit: int) -> None:
    """Add what order, nearness and likeness are worth to scored passages, best first.

    Passages are read in pieces. Nothing is added where `limit` of those before are as good as a passage could be if its
    words stood as typed: so the first ones come out as if all had been looked at.
    """
    near = _NEARNESS if len(matches) > 1 else 0.0
    ahead = list(accumulate((_most(ranked, near) for ranked in reversed(found)), max))[::-1]
    best = [-1.0] * limit  # a heap, the least in front
    at, size = 0, max(limit, _PIECE)
    while at < len(found) and best[0] < ahead[at]:
        piece = found[at : at + size]
        lines = dict(store.lines(ranked.passage for ranked in piece))
        for ranked in piece:
            line = lines[ranked.passage]
            if near and _most(ranked, near) > best[0]:
                ranked.spots = [match.spots(store, ranked.passage, line) for match in matches]
                ranked.score += near * _nearness(ranked.spots) * ranked.coverage**2
            if _most(ranked, 0.0) > best[0]:
                alike = likeness.phrase(typed, store.vocabulary.text(line.words))
                ranked.score += _PHRASE * max(0.0, 2 * alike - 1) * ranked.coverage**2
                heappushpop(best, ranked.score)
        at, size = at + size, 2 * size


def _most(ranked: Ranked, near: float) -> float:
    """The score a passage has when its words stand in a row as typed, nearness being worth so much."""
    return ranked.score + near * 1.0 * ranked.coverage**2 + _PHRASE * 1.0 * ranked.coverage**2


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
    for match in matches:
        for strength, holding in match.tiers:
            more = strength * match.rarity
            for passage in holding & passages:
                weight[passage] += more
    rarity = sum(match.rarity for match in matches)
    held = _held(passages, matches, rarity)
    scores = {passage: WORDS * (w / rarity) * (held[passage] / rarity) ** 2 for passage, w in weight.items()}
    least = sorted(scores.values(), reverse=True)[:most][-1] if scores else 0.0
    found = [Ranked(passage, score, held[passage] / rarity) for passage, score in scores.items() if score > least]
    equal = (Ranked(p, score, held[p] / rarity) for p, score in scores.items() if score == least)
    found += islice(equal, most - len(found))
    _sort(found)
    return found


def _held(passages: Passages, matches: Sequence[Match], rarity: float) -> dict[int, float]:
    """By passage the rarity of the terms that hold in it, together; `rarity` is that of all."""
    every = reduce(and_, (match.found for match in matches), passages)
    held = dict.fromkeys(every, rarity)
    if others := passages - every:
        held.update(dict.fromkeys(others, 0.0))
        for match in matches:
            for passage in match.found & others:
                held[passage] += match.rarity
    return held


def _nearness(spots: Sequence[Sequence[Spot]]) -> float:
    """0..1: how far the terms stand as typed, each right after the one before."""
    return sum(_pair(left, right) for left, right in pairwise(spots)) / (len(spots) - 1)


def _pair(left: Sequence[Spot], right: Sequence[Spot]) -> float:
    return max((_near(a, b) for a in left[:8] for b in right[:8]), default=0.0)


def _near(a: Spot, b: Spot) -> float:
    gap = b.at - (a.at + a.length - 1)
    place = 1.0 if gap == 0 else _AHEAD.get(gap, 0.25) if gap > 0 else _BEHIND.get(-gap, 0.15)
    return place * min(a.weight, b.weight)
