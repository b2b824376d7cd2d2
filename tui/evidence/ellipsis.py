"""Quotations with words left out: `A … B` stands where A and B follow each other, close together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from tui.documents.model import Span
from tui.evidence.exact import Place, places
from tui.evidence.words import first_word

_GAP = re.compile(r"\s*(?:[\[(]\s*\.{3,}\s*[\])]|\.{3,}(?!/)|\.(?: \.){2,})\s*")

# Words left out inside one story, in characters; further apart two parts no longer belong together, and one or two
# words alone belong to nothing much further away than the sentence.
REACH = 3_000
_NEAR = 400
_MOST_PARTS = 24


def parts(quote: str) -> list[Span]:
    """The parts of a levelled quotation between its ellipses, without empty ones; with very many gaps it is one.

    A sign that is a word, as "%" and "€" are, is a part like any other.
    """
    found: list[Span] = []
    start = 0
    for gap in _GAP.finditer(quote):
        found.append(Span(start, gap.start()))
        start = gap.end()
    found.append(Span(start, len(quote)))
    worded = [span for span in found if first_word(quote, *span)]
    return worded if len(worded) <= _MOST_PARTS else [Span(worded[0].start, worded[-1].end)]


def reach(*parts_joined: str) -> int:
    """How many characters may lie between two parts."""
    return REACH if all(part.count(" ") >= 2 for part in parts_joined) else _NEAR


def chains(text: str, sought: Sequence[str]) -> list[tuple[Place, ...]]:
    """The places of all parts in order, each within reach of the last; the tightest for each beginning."""
    runs: list[tuple[Place, ...]] = [(place,) for place in places(text, sought[0])]
    for before, part in pairwise(sought):
        runs = _joined(runs, places(text, part), reach(before, part)) if runs else []
    return list({run[0]: run for run in reversed(runs)}.values())[::-1]


def _joined(runs: list[tuple[Place, ...]], following: list[Place], most: int) -> list[tuple[Place, ...]]:
    """Each run of parts with the first place that follows it; the latest run for each such place."""
    latest: dict[Place, tuple[Place, ...]] = {}
    at = 0
    for run in runs:
        while at < len(following) and following[at].start < run[-1].end:
            at += 1
        if at < len(following) and following[at].start <= run[-1].end + most:
            latest[following[at]] = (*run, following[at])
    return list(latest.values())
