"""Painting rows of cells: runs of styled text made into strips of an exact width."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

Run = tuple[str, Style]

_FIGURE = re.compile(r"\d[\d.,]*$")


def width_of(runs: Iterable[Run]) -> int:
    """Cells the runs take."""
    return sum(cell_len(text) for text, _ in runs)


def fit(text: str, width: int, more: str = "…") -> str:
    """`text` cut to `width` cells; what was cut is shown by `more` in the last cell, never by half a character.

    A figure is left out rather than cut, since `7…` would be read as another one than `70`.
    """
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return text
    cut = set_cell_size(text, width - 1)
    if _goes_on_with_figures(text, len(cut)):
        cut = _FIGURE.sub("", cut) or cut
    return cut.rstrip(" ,;:") + more


def fit_end(text: str, width: int, more: str = "…") -> str:
    """The text if `width` cells hold it, else as much of its end as fits behind `more`."""
    if cell_len(text) <= width:
        return text
    room, start = width - cell_len(more), len(text)
    while start and cell_len(text[start - 1 :]) <= room:
        start -= 1
    return more + text[start:]


def _goes_on_with_figures(text: str, at: int) -> bool:
    """Whether a cut before the character `at` would fall into a figure."""
    return text[at : at + 1].isdigit() or (text[at : at + 1] in ".," and text[at + 1 : at + 2].isdigit())


def cut(runs: Iterable[Run], width: int, more: str = "…") -> list[Run]:
    """The runs that fit into `width` cells; where some do not, the last one kept ends in `more`."""
    runs = list(runs)
    if width_of(runs) <= max(width, 0):
        return runs
    kept, room = list[Run](), width - 1
    if room < 0:
        return kept
    for text, style in runs:
        if cell_len(text) > room:
            return [*kept, (set_cell_size(text, room).rstrip(" ,;:") + more, style)]
        kept.append((text, style))
        room -= cell_len(text)
    return kept


def part(runs: Iterable[Run], start: int, end: int) -> list[Run]:
    """The runs of the characters `start` to `end` of their text."""
    kept, at = list[Run](), 0
    for text, style in runs:
        words = text[max(start - at, 0) : max(end - at, 0)]
        kept += [(words, style)] if words else []
        at += len(text)
    return kept


def pad(text: str, width: int) -> str:
    """`text` followed by the spaces it lacks to `width` cells (cut hard when longer)."""
    return set_cell_size(text, max(width, 0))


def strip(runs: Iterable[Run], width: int, fill: Style) -> Strip:
    """The runs as a strip of exactly `width` cells, cut or filled with `fill`."""
    segments = [Segment(text, style) for text, style in runs if text]
    length = sum(cell_len(segment.text) for segment in segments)
    if length < width:
        segments.append(Segment(" " * (width - length), fill))
    line = Strip(segments, max(length, width))
    return line.crop(0, width) if length > width else line


def spread(left: list[Run], right: list[Run], width: int, fill: Style, more: str = "…") -> Strip:
    """`left` at the left edge and `right` at the right edge of a row of `width` cells; left gives way.

    Where words of it are cut `more` says so, a cell before the right side.
    """
    room = max(width - width_of(right), 0)
    if width_of(left) > room:
        worded = cell_len("".join(text for text, _ in left).rstrip()) > room
        left = cut(left, room - bool(right), more) if worded else _runs(strip(left, room, fill), fill)
    return strip([*left, (" " * (room - width_of(left)), fill), *right], width, fill)


def _runs(line: Strip, fill: Style) -> list[Run]:
    return [(segment.text, segment.style or fill) for segment in line]


def whole(items: Sequence[Sequence[Run]], room: int) -> list[Run]:
    """As many of the items as `room` cells hold from the first on, each whole."""
    kept: list[Run] = []
    for item in items:
        room -= width_of(item)
        if room < 0:
            break
        kept += item
    return kept


def thumb(room: int, total: int, top: int) -> range:
    """The rows out of `room` that the scrollbar's thumb takes, where row `top` of `total` is the first shown."""
    size = max(round(room * room / total), 1)
    start = (room - size) * top // max(total - room, 1)
    return range(start, start + size)
