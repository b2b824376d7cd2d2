"""Which letters of a hit are lit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from tui.documents.model import Span
from tui.search import fold
from tui.search.matching import Match, Spot
from tui.search.store import Written

_BESIDE = 0.75  # readings this near to a passage's best one are lit with it


def highlights(passage: Written, matches: Sequence[Match], spots: Sequence[Sequence[Spot]]) -> tuple[Span, ...]:
    """Spans in the document's clean text, ascending, apart from each other: whole words, or only the letters typed."""
    lit: list[Span] = []
    for match, places in zip(matches, spots, strict=True):
        best = max((spot.weight for spot in places), default=0.0)
        strong = (spot for spot in places if spot.weight >= _BESIDE * best)
        for at, length, loose in dict.fromkeys((spot.at, spot.length, spot.loose) for spot in strong):
            lit.extend(_lit(passage, match.typed, passage.words[at : at + length], loose=loose))
    return tuple(_merged(lit))


def _lit(passage: Written, typed: str, words: Sequence[tuple[int, int]], *, loose: bool) -> Iterator[Span]:
    for start, end in words:
        if not loose:
            yield Span(start, end)
            continue
        spelling = passage.text[start - passage.place.start : end - passage.place.start]
        for at in letters(typed, spelling):
            yield Span(start + at, start + at + 1)


@lru_cache(maxsize=4096)  # the same few spellings stand in most hits
def letters(typed: str, spelling: str) -> tuple[int, ...]:
    """The places in `spelling` of the letters of `typed`: in one piece where they stand so, else one after another."""
    shape = [(c, i) for i, character in enumerate(spelling) for c in fold.fold(character)]
    folded = "".join(c for c, _ in shape)
    at = folded.find(typed)
    if at >= 0:
        return tuple(sorted({place for _, place in shape[at : at + len(typed)]}))
    found: list[int] = []
    at = 0
    for letter in typed:
        step = folded.find(letter, at)
        if step >= 0:
            found.append(shape[step][1])
            at = step + 1
    return tuple(sorted({*found, *_within_figures(spelling, sorted(found))}))


def _within_figures(spelling: str, lit: Sequence[int]) -> Iterator[int]:
    """What parts the digits of one figure, where digits on both its sides are lit."""
    for before, after in pairwise(lit):
        between = spelling[before + 1 : after]
        if spelling[before].isdigit() and spelling[after].isdigit() and not any(c.isalnum() for c in between):
            yield from range(before + 1, after)


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    current: Span | None = None
    for span in sorted(spans):
        if current is not None and span.start <= current.end:
            current = Span(current.start, max(current.end, span.end))
            continue
        if current is not None:
            yield current
        current = span
    if current is not None:
        yield current
