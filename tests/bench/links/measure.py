"""Precision and recall of links, and of rivals that are allowed the threshold best for them on the very pool."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from typing import NamedTuple

from tests.bench.links.labels import Pair, Pool
from tests.bench.links.rivals import RIVALS
from tui.evidence import compare


class Figures(NamedTuple):
    """How many pairs were drawn, how many of them are right, and how many there were to draw."""

    drawn: int
    right: int
    wanted: int

    @property
    def precision(self) -> float:
        """The share of what was drawn that is right."""
        return self.right / self.drawn if self.drawn else 1.0

    @property
    def recall(self) -> float:
        """The share of what was wanted that was drawn."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.right / (self.drawn + self.wanted) if self.drawn + self.wanted else 1.0


def drawn(pool: Pool) -> Iterator[tuple[str, Figures]]:
    """The links of `compare`: band same, all bands, and all bands against the pairs marked the same alone."""
    comparison = compare(pool.documents)
    links = {
        ((a.document, a.passage), (b.document, b.passage)): link.band
        for link in comparison.links
        for a, b in [(comparison.passages[link.a], comparison.passages[link.b])]
    }
    same = {pair for pair, band in links.items() if band == "same"}
    either = pool.same | pool.related
    yield "links same, right when same", _figures(same, pool.same)
    yield "links same, right when same or related", Figures(len(same), len(same & either), len(either))
    yield "all links, right when same or related", _figures(links, either)
    yield "all links, right when same", _figures(links, pool.same)


def linked(pool: Pool) -> Figures:
    """All links of `compare` against the pairs the same or related."""
    return dict(drawn(pool))["all links, right when same or related"]


def rival(pool: Pool) -> Iterator[tuple[str, Figures]]:
    """Each rival over all pairs of passages of different documents, at the threshold of its best F1."""
    places = [(d, p) for d, document in enumerate(pool.documents) for p in range(len(document.passages))]
    texts = [document.text[passage.start : passage.end] for document in pool.documents for passage in document.passages]
    pairs = [(a, b) for a, b in product(range(len(places)), repeat=2) if places[a][0] < places[b][0]]
    for name, made in RIVALS.items():
        like = made(texts)
        order = sorted(pairs, key=lambda pair: -like(*pair))
        marked: list[Pair] = [(places[a], places[b]) for a, b in order]
        yield f"{name}, best for same", _best(marked, pool.same)
        yield f"{name}, best for same or related", _best(marked, pool.same | pool.related)


def _best(order: Iterable[Pair], wanted: frozenset[Pair]) -> Figures:
    best, right = Figures(0, 0, len(wanted)), 0
    for count, pair in enumerate(order, 1):
        right += pair in wanted
        best = max(best, Figures(count, right, len(wanted)), key=lambda figures: figures.f1)
    return best


def _figures(found: Iterable[Pair], wanted: frozenset[Pair]) -> Figures:
    pairs = set(found)
    return Figures(len(pairs), len(pairs & wanted), len(wanted))
