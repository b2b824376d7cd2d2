"""Which passages a term holds in, how strongly, and where in a passage."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import islice, pairwise, takewhile
from math import log
from operator import and_, or_
from types import MappingProxyType
from typing import NamedTuple

from tui.search import bits
from tui.search.bits import Passages
from tui.search.store import Line, Store

_PIECE = 200  # passages read at a time for words in a row, on disk 5 µs each
_APART = 8  # times as many passages as were added lately are not copied for these: that takes most of a union on disk
_NEAR = 2  # letters a word may go on for, when fewer than typed, and still be lit whole


class Spot(NamedTuple):
    """A place in a passage: `length` words from word `at`; `loose` when only the typed letters belong to it."""

    at: int
    length: int
    weight: float
    loose: bool


class Seek(NamedTuple):
    """How far to look for words in a row: until so many are found (None: to the last), among these passages alone.

    With `counting`, a store that can tell which are near counts more of them.
    """

    enough: int | None = None
    among: Passages | None = None
    counting: bool = False


EVERYWHERE = Seek()
ENOUGH = 100  # passages of a phrase, more than anybody looks at


@dataclass(frozen=True, slots=True)
class Row:
    """Words that stand in a row: each place takes any of its ids, forms when `cased`, else words.

    With `start` or `end` they must be the first or last words of the passage. `words` are the places of a `cased` row
    of several as words, so that it is sought by them as well.
    """

    places: tuple[Collection[int], ...]
    weight: float = 1.0
    cased: bool = False
    start: bool = False
    end: bool = False
    loose: bool = False
    words: tuple[Collection[int], ...] = ()

    def standing(self, store: Store, seek: Seek = EVERYWHERE) -> Standing:
        """The passages it stands in, sought among those that hold its words.

        Seeking ends where enough are found: `"one of the"` is in many texts, and that it stands in one cannot be told
        without reading it. Fewer are never given up: those are sought to the last. Where it ends depends on which
        passages hold the words, not on how few of them a store can tell to be near: so all stores find the same.
        """
        near, certain = self.near(store)
        if certain and (len(self.places) == 1 or seek.enough is None or seek.counting):
            return Standing(self, near)
        near = near if seek.among is None else near & seek.among
        found, left = list[int](), iter(near)
        while some := list(islice(left, _PIECE)):
            found += some if certain else self._where(store, some)
            if seek.enough is not None and len(found) >= seek.enough:
                every = near if seek.counting else self._holding(store, seek.among)
                last, more = bits.piece(every, found[seek.enough - 1], _PIECE)
                rest = list(takewhile(last.__ge__, left))
                found = [passage for passage in found if passage <= last]
                found += rest if certain else self._where(store, rest)
                return Standing(self, store.of(found), whole=not more)
        return Standing(self, store.of(found))

    def _where(self, store: Store, passages: Sequence[int]) -> list[int]:
        """Those of these passages it stands in, by reading them."""
        if self.cased or self.start or self.end:
            return [passage for passage, line in store.lines(passages) if self.spots(line)]
        return store.in_rows([(passages, self.places)])[0]

    def _holding(self, store: Store, among: Passages | None) -> Passages:
        """The passages that hold a word of every place."""
        every = reduce(and_, (_holding(store, place) for place in (self.words if self.cased else self.places)))
        return self._at_ends(store, every if among is None else every & among)

    def first(self, store: Store, most: int, among: Passages | None) -> tuple[Passages, bool, bool]:
        """The passages it may stand in, of the first `most` that hold its words; whether it does, and whether that is
        all of them."""
        near, certain = self.near(store)
        near = near if among is None or len(self.places) == 1 else near & among
        rarest = (store.vocabulary.frequency[word] for place in self.places if len(place) == 1 for word in place)
        if len(self.places) == 1 or min(rarest, default=most + 1) <= most:
            return near, certain, True
        every = self._holding(store, among)
        if len(every) <= most:
            return near, certain, True
        return near & store.of(bits.first(every, most)), certain, False

    def near(self, store: Store) -> tuple[Passages, bool]:
        """The passages that may hold it, and whether they all do."""
        words = self.words if self.cased else self.places
        if len(words) == 1 and (self.start or self.end) and not self.cased:
            ends = [store.opening(words[0])] if self.start else []
            ends += [store.closing(words[0])] if self.end else []
            return reduce(and_, ends), len(ends) == 1
        if len(words) > 1:
            near = [store.adjoining(left, right) for left, right in pairwise(words)]
            passages, certain = reduce(and_, (found for found, _ in near)), near[0][1] and len(near) == 1
        else:
            (place,) = self.places
            passages, certain = store.written_as(place) if self.cased else _holding(store, place), True
        certain = certain and not (self.start or self.end or (self.cased and len(words) > 1))
        return self._at_ends(store, passages), certain

    def _at_ends(self, store: Store, passages: Passages) -> Passages:
        """Those of these passages that begin or end with its words, where they must."""
        if self.start and not self.cased:
            passages = passages & store.opening(self.places[0])
        if self.end and not self.cased:
            passages = passages & store.closing(self.places[-1])
        return passages

    def spots(self, line: Line) -> list[Spot]:
        """Every place it stands in the words of one passage."""
        ids = line.forms if self.cased else line.words
        n = len(self.places)
        last = len(ids) - n
        begins: Iterable[int] = range(last + 1)
        if self.start or self.end:
            begins = {0 if self.start else last, last if self.end else 0}
            begins = begins if len(begins) == 1 and last >= 0 else ()
        places = self.places
        found = [at for at in begins if ids[at] in places[0]]
        if n > 1:
            found = [at for at in found if all(ids[at + i] in places[i] for i in range(1, n))]
        return [Spot(at, n, self.weight, self.loose) for at in found]


def standing(store: Store, asked: Sequence[tuple[Row, Passages | None]], most: int) -> list[Standing]:
    """The passages each of several rows stands in, sought among the first `most` of those given with it (None: of all)
    that hold its words.

    Those to be read are read together, as each reading costs a statement of its own.
    """
    near = [row.first(store, most, among) for row, among in asked]
    sought = [[] if certain else list(passages) for passages, certain, _ in near]
    read = iter(store.in_rows([(some, row.places) for some, (row, _) in zip(sought, asked, strict=True) if some]))
    return [
        Standing(row, passages if certain else store.of(next(read) if some else ()), whole=whole)
        for (row, _), (passages, certain, whole), some in zip(asked, near, sought, strict=True)
    ]


def _holding(store: Store, place: Collection[int]) -> Passages:
    return store.beginning(place) if isinstance(place, range) else store.holding(place)


class Standing(NamedTuple):
    """A row and the passages it stands in; when not `whole`, there may be more."""

    row: Row
    passages: Passages
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Match:
    """A term held against an index.

    `tiers` are disjoint sets of passages with their weights, strongest first; `found` is their union and `counted` the
    part that is good enough to make a hit. `rarity` is one figure for all readings, so a rare reading does not
    outweigh a good one; 0 for a term that only filters. The rest says which words do it, as in an `Expansion`;
    `unread` are rows that may stand in more passages than were looked at. `weaker` gives the match with readings that
    are too weak to make a hit; without them it holds in its `counted` passages as well.
    """

    typed: str
    tiers: tuple[tuple[float, Passages], ...]
    found: Passages
    counted: Passages
    rarity: float
    weights: Mapping[int, float]
    loose: frozenset[int] = frozenset()
    ranges: tuple[tuple[range, float], ...] = ()
    rows: tuple[Standing, ...] = ()
    unread: tuple[Row, ...] = ()
    weaker: Callable[[], Match] | None = None

    def over(self, passages: Passages) -> Match:
        """The match as it holds in these passages: with its weaker readings where its strong ones lack some."""
        return self.weaker() if self.weaker is not None and passages - self.counted else self

    @property
    def whole(self) -> bool:
        """Whether no row was given up before all its passages were read."""
        return all(row.whole for row in self.rows)

    def spots(self, store: Store, passage: int, line: Line) -> list[Spot]:
        """Where in a passage, given by its words, the term holds."""
        words, weights = line.words, self.weights
        found = [Spot(at, 1, weights[word], word in self.loose) for at, word in enumerate(words) if word in weights]
        for beginning, weight in self.ranges:
            longest = len(self.typed) + min(_NEAR, len(self.typed) - 1)
            low, high = beginning.start, beginning.stop
            for at, word in enumerate(words):
                if low <= word < high and weights.get(word, 0.0) < weight:
                    found.append(Spot(at, 1, weight, len(store.vocabulary.words[word]) > longest))
        for row, passages, _ in self.rows:
            if passage in passages:
                found += row.spots(line)
        return found


def rarity(size: int, holding: int) -> float:
    """Inverse passage frequency of a term that `holding` of `size` passages hold."""
    return log(1 + size / (holding + 0.5))


def held(
    typed: str,
    layers: Iterable[tuple[float, Passages]],
    store: Store,
    *,
    enough: float = 0.0,
    weights: Mapping[int, float] = MappingProxyType({}),
    loose: frozenset[int] = frozenset(),
    ranges: tuple[tuple[range, float], ...] = (),
    rows: tuple[Standing, ...] = (),
) -> Match:
    """A match from sets of passages with weights, which may overlap: a passage counts in its strongest.

    Weights under `enough` add to a score but do not make a passage a hit.
    """
    tiers: list[tuple[float, Passages]] = []
    none = found = lately = store.of(())
    counted: Passages | None = None
    for weight, passages in sorted(layers, key=lambda layer: -layer[0]):
        if weight < enough and counted is None:
            counted, lately = found | lately, none
            found = counted
        if fresh := passages - found - lately:
            tiers.append((weight, fresh))
            lately = lately | fresh
            if _APART * len(lately) > len(found):
                found, lately = found | lately, none
    found = found | lately if lately else found
    counted = found if counted is None else counted
    return Match(typed, tuple(tiers), found, counted, rarity(store.size, len(counted)), weights, loose, ranges, rows)


def filtering(typed: str, passages: Passages) -> Match:
    """A term that only says where to look."""
    return Match(typed, ((1.0, passages),), passages, passages, 0.0, {})


def either(store: Store, matches: Sequence[Match]) -> Match:
    """Alternatives: a passage counts by the best of them."""
    if len(matches) == 1:
        return matches[0]
    matches = [match.over(store.everything) for match in matches]
    weights: dict[int, float] = {}
    for match in matches:
        for word, weight in match.weights.items():
            weights[word] = max(weight, weights.get(word, 0.0))
    found = held(
        matches[0].typed,
        [tier for match in matches for tier in match.tiers],
        store,
        weights=weights,
        loose=frozenset(word for match in matches for word in match.loose),
        ranges=tuple(words for match in matches for words in match.ranges),
        rows=tuple(row for match in matches for row in match.rows),
    )
    return replace(found, counted=reduce(or_, (match.counted for match in matches)))


def both(store: Store, matches: Sequence[Match]) -> Match:
    """Words typed as one term: a passage counts when all of them hold, by the weakest."""
    joined = either(store, matches)
    found = reduce(and_, (match.counted for match in matches))
    tiers = tuple((weight, passages & found) for weight, passages in joined.tiers)
    return replace(joined, tiers=tiers, found=found, counted=found, rarity=rarity(store.size, len(found)))
