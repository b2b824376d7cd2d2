"""Which of very many passages are worth scoring: those where the strongest readings of the terms meet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from itertools import islice
from operator import attrgetter

from tui.search import bits
from tui.search.bits import Passages
from tui.search.matching import Match
from tui.search.store import Store

MOST = 1000  # passages scored exactly
_MEETINGS = 200  # of readings looked for, on disk 5 µs each
_STEPS = (0.95, 0.8, 0.7, 0.55, 0.0)  # readings of weights from one to the one before are looked for together
_RARITY = attrgetter("rarity")

Level = tuple[float, Passages]  # what a term weighs in some passages, and these
_Met = tuple[int, ...]  # of the first terms each the place of one of its levels


def shortlist(store: Store, passages: Passages, matches: Sequence[Match], limit: int) -> Passages:
    """The passages worth scoring, at least `limit` and at most a thousand where `limit` is less.

    Readings meet in the order of the score they give before order, nearness and likeness are looked at: so a word that
    stands as typed does not bring forth passages that lack the others.
    """
    most, enough = max(MOST, limit), max(MOST // 4, limit)
    if len(passages) <= most:
        return passages
    chosen = store.of(())
    for met in islice(_Meetings(passages, matches), _MEETINGS):
        chosen = _with(store, chosen, met, most)
        if len(chosen) >= enough:
            return chosen
    for carrying in reversed(bits.at_least(match.found for match in matches)[1:]):
        chosen = _with(store, chosen, passages & carrying, most)
    return chosen


def _with(store: Store, chosen: Passages, more: Passages, most: int) -> Passages:
    """The chosen passages and others, the first of them, up to so many."""
    fresh = more - chosen
    return chosen | store.of(bits.first(fresh, most - len(chosen))) if fresh else chosen


class _Meetings:
    """Sets of passages where readings of one strength of every term meet, those first that score best."""

    def __init__(self, passages: Passages, matches: Sequence[Match]) -> None:
        matches = sorted(matches, key=_RARITY, reverse=True)  # the rarest first, as it leaves least
        self._terms = [_levels(passages, match) for match in matches]
        self._rarities = [match.rarity for match in matches]
        self._rarity = sum(self._rarities)
        self._met: dict[_Met, Passages] = {(): passages}

    def __iter__(self) -> Iterator[Passages]:
        strongest: _Met = (0,) * len(self._terms)
        waiting = [(-self._worth(strongest), strongest, 0)]
        while waiting:
            _, levels, last = heappop(waiting)
            yield self._meeting(levels)
            for at in range(last, len(levels)):
                if levels[at] + 1 < len(self._terms[at]):
                    weaker = (*levels[:at], levels[at] + 1, *levels[at + 1 :])
                    heappush(waiting, (-self._worth(weaker), weaker, at))

    def _meeting(self, levels: _Met) -> Passages:
        """The passages where these levels meet."""
        if levels not in self._met:
            before = self._meeting(levels[:-1])
            here = self._terms[len(levels) - 1][levels[-1]][1]
            self._met[levels] = before & here if before else before
        return self._met[levels]

    def _worth(self, levels: _Met) -> float:
        """What passages of these levels score, by the best of their readings."""
        total = held = 0.0
        for term, level, rarity in zip(self._terms, levels, self._rarities, strict=True):
            weight = term[level][0]
            total += weight * rarity
            held += rarity if weight else 0.0
        return total * (held / self._rarity) ** 2


def _levels(passages: Passages, match: Match) -> list[Level]:
    """What a term weighs in which passages: in steps, the strongest first, and 0 where it lacks."""
    levels: list[Level] = []
    least = 2.0
    for weight, holding in match.tiers:
        if weight >= least:
            strongest, others = levels.pop()
            levels.append((strongest, others | holding))
        else:
            least = next(step for step in _STEPS if weight >= step)
            levels.append((weight, holding))
    return [*levels, (0.0, passages - match.found)]
