"""Every place where a levelled text holds a levelled quotation word for word."""

from __future__ import annotations

from typing import NamedTuple

from tui.evidence.model import Change
from tui.evidence.words import is_edge

# Beyond this many places (or false starts) more of them say nothing new; they only cost time.
_MOST = 500


class Place(NamedTuple):
    """`[start, end)` of a levelled text."""

    start: int
    end: int


class Placed(NamedTuple):
    """A quotation at one place of the levelled text; `whole` when all of it stands there, changed or not.

    `bits` is the evidence for the place, compared between places of one quotation only.
    """

    place: Place
    changes: tuple[Change, ...]
    whole: bool
    cost: float
    bits: float = 0.0


def places(text: str, quote: str, start: int = 0, end: int | None = None) -> list[Place]:
    """The places of `quote` in `text[start:end]` that begin and end at word edges, first to last."""
    found: list[Place] = []
    stop = len(text) if end is None else end
    at = text.find(quote, start, stop) if quote else -1
    tries = 0
    while at >= 0 and len(found) < _MOST and tries < 4 * _MOST:
        tries += 1
        if is_edge(text, at) and is_edge(text, at + len(quote)):
            found.append(Place(at, at + len(quote)))
            at += len(quote) - 1
        at = text.find(quote, at + 1, stop)
    return found
