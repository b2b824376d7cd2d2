"""What is lit in a document: layers of spans, found for a line by bisection (look.md, "Layers in prose")."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from enum import IntFlag
from itertools import pairwise

from tui.reader.prose import Prose


class Light(IntFlag):
    """How characters are lit; each has its own channel, so they combine."""

    FAINT = 1  # evidence of the section
    STRONG = 2  # evidence of the statement in hand
    DIFFER = 4  # words a quotation has otherwise
    HIT = 8
    HERE = 16  # the hit the reader stands on
    PICKED = 32  # selected with the mouse


Piece = tuple[int, int, int]  # start, end and the lights of a run of characters


class Layer:
    """Spans of one document, sorted and merged where they touch, so that one is found in logarithmic time."""

    __slots__ = ("ends", "starts")

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        self.starts, self.ends = array("I"), array("I")
        for start, end in sorted(spans):
            if self.ends and start <= self.ends[-1]:
                self.ends[-1] = max(self.ends[-1], end)
            elif end > start:
                self.starts.append(start)
                self.ends.append(end)

    def __bool__(self) -> bool:
        return bool(self.starts)

    def within(self, start: int, end: int) -> list[tuple[int, int]]:
        """What of the layer lies in `[start, end)`."""
        first = bisect_right(self.ends, start)
        last = bisect_left(self.starts, end, first)
        return [(max(self.starts[n], start), min(self.ends[n], end)) for n in range(first, last)]


EMPTY = Layer()


def pieces(layers: Iterable[tuple[int, Layer]], start: int, end: int) -> tuple[Piece, ...]:
    """`[start, end)` cut wherever its lights change."""
    found = [(light, a, b) for light, layer in layers for a, b in layer.within(start, end)]
    if not found:
        return ((start, end, 0),) if end > start else ()
    cuts = sorted({start, end, *(a for _, a, _ in found), *(b for _, _, b in found)})
    parted = []
    for a, b in pairwise(cuts):
        lights = 0
        for light, begin, stop in found:
            if begin <= a and b <= stop:
                lights |= light
        parted.append((a, b, lights))
    return tuple(parted)


def density(prose: Prose, layer: Layer, height: int, *, points: bool = False) -> bytes:
    """For each of `height` cells beside a document whether something of the layer lies there, 0 or 1.

    With `points` a span counts only where it begins.
    """
    cells, total = bytearray(max(height, 0)), prose.total
    for start, end in zip(layer.starts, layer.ends, strict=True):
        first = prose.row_of(start)
        last = first * height // total + 1 if points else -(-(prose.row_of(end - 1) + 1) * height // total)
        for cell in range(first * height // total, min(last, height)):
            cells[cell] = 1
    return bytes(cells)
