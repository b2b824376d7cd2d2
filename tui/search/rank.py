"""Which of the matching passages come first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from heapq import heappushpop, merge
from itertools import accumulate, islice, pairwise
from operator import and_, attrgetter

from tui.search import likeness
from tui.search.bits import Passages
from tui.search.copies import Texts
from tui.search.matching import Match, Spot
from tui.search.shortlist import MOST, shortlist
from tui.search.store import Line, Store

# Passages, and pairs of a passage and a term, looked at for order, nearness, likeness; more find no more known ones.
_COMPARED, _PLACED, _PAIRS = 48, 64, 192
_PIECE = 24  # passages read at first, where fewer are asked for
# Shares near these find as many known passages; without the last two a phrase comes no sooner than its words.
WORDS, _NEARNESS, _PHRASE = 0.75, 0.15, 0.10
_ROUNDS = 4  # more, where copies fill what is scored
_PASSAGE, _SCORE = attrgetter("passage"), attrgetter("score")
# By how many words one stands behind another; before it, under 0.
_PLACES = {0: 1.0, 1: 1.0, 2: 0.75, 3: 0.6, 4: 0.45, 5: 0.4, 6: 0.4, -1: 0.5, -2: 0.35, -3: 0.3}
_FAR_AHEAD, _FAR_BEHIND = 0.25, 0.15


@dataclass(slots=True)
class Ranked:
    """A passage with its score in 0..1, its coverage, and where each term holds in it (None: not looked at)."""

    passage: int
    score: float
    coverage: float = 1.0
    spots: list[list[Spot]] | None = None


def rank(
    store: Store, passages: Passages, matches: Sequence[Match], typed: str, limit: int, texts: Texts | None = None
) -> list[Ranked]:
    """The `limit` best of a set of passages, best first; equal ones stay in the order of the text.

    Score: for each term its best reading's weight times the term's rarity, over the sum of rarities; order and nearness
    of the words; likeness to the query; all times coverage squared, the share (by rarity) of terms that hold at all.

    With `texts`, of passages with one text the first alone is listed.
    """
    if limit <= 0:
        return []
    if not matches:
        every = (Ranked(passage, 1.0, spots=[]) for passage in islice(passages, max(MOST, limit)))
        return _first(store, every, limit, texts)
    among = shortlist(store, passages, matches, limit)
    found = _best(store, among, matches, typed, limit, texts)
    for _ in range(_ROUNDS):
        if texts is None or len(found) >= limit or len(among) == len(passages):
            break
        passages = texts.without(passages - among)  # copies had taken the places of others
        among = shortlist(store, passages, matches, limit)
        found += _best(store, among, matches, typed, limit, texts)
    _sort(found)
    return found[:limit]


def _best(
    store: Store, among: Passages, matches: Sequence[Match], typed: str, limit: int, texts: Texts | None
) -> list[Ranked]:
    """The `limit` best of the passages worth scoring."""
    if len(reduce(and_, (match.counted for match in matches), among)) < limit:
        matches = [match.over(among) for match in matches]
    scored = _scored(among, matches)
    closer = _Closer(store, matches, typed, limit, texts)
    wanted, looked = max(_COMPARED, min(_PLACED, _PAIRS // len(matches))), list[Ranked]()
    while some := list(islice(scored, wanted)):
        kept = closer.look(some)
        looked, wanted = looked + kept, len(some) - len(kept)  # for each copy another is looked at
    _sort(looked)
    return _first(store, merge(looked, scored, key=_order), limit, texts)


def _first(store: Store, found: Iterator[Ranked], limit: int, texts: Texts | None) -> list[Ranked]:
    """The `limit` first; with `texts`, of passages with one text the first alone."""
    if texts is None:
        return list(islice(found, limit))
    chosen: list[Ranked] = []
    while len(chosen) < limit and (some := list(islice(found, limit - len(chosen)))):
        for passage, line in store.lines(ranked.passage for ranked in some if ranked.passage not in texts):
            texts.take(passage, line)
        chosen += [ranked for ranked in some if ranked.passage in texts]
    return chosen


class _Closer:
    """Adds what order, nearness and likeness are worth to scored passages.

    Nothing is added where `limit` of those before are as good as a passage could be if its words stood as typed: so
    the first ones come out as if all had been looked at.
    """

    def __init__(
        self, store: Store, matches: Sequence[Match], typed: str, limit: int, texts: Texts | None = None
    ) -> None:
        self._store, self._matches, self._typed, self._limit, self._texts = store, matches, typed, limit, texts
        self._near = _NEARNESS if len(matches) > 1 else 0.0
        self._best = [-1.0] * limit  # a heap, the least in front

    def look(self, found: Sequence[Ranked]) -> list[Ranked]:
        """Look at passages, best first, in pieces; all of them without those known to be copies."""
        ahead = list(accumulate((_most(ranked, self._near) for ranked in reversed(found)), max))[::-1]
        kept: list[Ranked] = []
        at, size = 0, max(self._limit, _PIECE)
        while at < len(found) and self._best[0] < ahead[at]:
            kept += self._piece(found[at : at + size])
            at, size = at + size, 2 * size
        return [*kept, *found[at:]]

    def _piece(self, piece: Sequence[Ranked]) -> Sequence[Ranked]:
        lines, texts = dict(self._store.lines(ranked.passage for ranked in piece)), self._texts
        if texts is not None:
            piece = [ranked for ranked in piece if texts.take(ranked.passage, lines[ranked.passage])]
        for ranked in piece:
            self._add(ranked, lines[ranked.passage])
        return piece

    def _add(self, ranked: Ranked, line: Line) -> None:
        near, best, square = self._near, self._best, ranked.coverage**2
        if _most(ranked, near) <= best[0]:
            return
        alike = likeness.phrase(self._typed, self._store.vocabulary.text(line.words))
        phrase = _PHRASE * max(0.0, 2 * alike - 1) * square
        # Likeness costs half of what finding the words' places does, and leaves half of them to be found.
        if near and ranked.score + near * 1.0 * square + phrase > best[0]:
            ranked.spots = [match.spots(self._store, ranked.passage, line) for match in self._matches]
            ranked.score += near * _nearness(ranked.spots) * square
        if ranked.score + phrase > best[0]:
            ranked.score += phrase
            heappushpop(best, ranked.score)


def _order(ranked: Ranked) -> tuple[float, int]:
    return -ranked.score, ranked.passage


def _most(ranked: Ranked, near: float) -> float:
    """The score a passage has when its words stand in a row as typed, nearness being worth so much."""
    return ranked.score + near * 1.0 * ranked.coverage**2 + _PHRASE * 1.0 * ranked.coverage**2


def _sort(found: list[Ranked]) -> None:
    """Best first, equal ones in the order of the text."""
    found.sort(key=_PASSAGE)
    found.sort(key=_SCORE, reverse=True)


def _scored(passages: Passages, matches: Sequence[Match]) -> Iterator[Ranked]:
    """The passages, those first that are best before order, nearness and likeness are looked at."""
    weight, first = dict.fromkeys(passages, 0.0), matches[0]
    for strength, holding in first.tiers:
        weight.update(dict.fromkeys(holding & passages, strength * first.rarity))
    for match in matches[1:]:
        for strength, holding in match.tiers:
            more = strength * match.rarity
            for passage in holding & passages:
                weight[passage] += more
    rarity = sum(match.rarity for match in matches)
    held = _held(passages, matches, rarity)
    alike: dict[tuple[float, float], list[int]] = {}  # few scores are told apart, of up to a thousand passages
    for passage, w in weight.items():
        alike.setdefault((w, held[passage]), []).append(passage)
    scores: dict[float, list[tuple[int, float]]] = {}
    for (w, h), some in alike.items():
        coverage = h / rarity
        scores.setdefault(WORDS * (w / rarity) * coverage**2, []).extend((passage, coverage) for passage in some)
    worth = 1 + _NEARNESS / WORDS if len(matches) == 1 else 1.0  # one term is as near as it is good
    best = ((score, sorted(scores[score])) for score in sorted(scores, reverse=True))
    return (Ranked(passage, score * worth, coverage) for score, some in best for passage, coverage in some)


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
    best = 0.0
    for begin, length, weight, _ in left[:8]:
        last = begin + length - 1
        for at, _, other, _ in right[:8]:
            gap = at - last
            near = _PLACES.get(gap, _FAR_AHEAD if gap > 0 else _FAR_BEHIND)
            best = max(best, near * min(weight, other))
    return best
