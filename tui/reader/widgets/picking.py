"""Words picked with the mouse: which character a cell of the sources stands for, and back.

Textual keeps a selection as two offsets of a column and a row, and reads them off the cells under the mouse. Here
the row of such an offset names a source and the character its line begins with, the column counts characters from
there: a selection means the same words after scrolling and resizing.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Offset
from textual.selection import Selection
from textual.strip import Strip

from tui.documents.model import Span
from tui.reader.widgets.column import Column
from tui.reader.widgets.columns import Columns

_BITS = 40  # for the character; the source's number stands above
_FAR = 1 << 30  # beyond either end of any line


def mouse_row(columns: Columns, y: int, held: Column | None) -> Strip:
    """Row `y` of the columns as the mouse meets it; while words of one column are picked, all cells are its."""
    if held is None:
        return Strip.join(_row(column, y, width) for column, (_, width) in columns.visible())
    parts: list[Strip] = []
    side = -_FAR
    for column, (_, width) in columns.visible():
        if column is held:
            parts.append(_row(column, y, width))
            side = _FAR
        else:
            parts.append(_end(held, y, width, side))
    return Strip.join(parts)


def _row(column: Column, y: int, width: int) -> Strip:
    line = column.line(y)
    if line is None:
        return _end(column, y, width, -_FAR if y < column.lead else _FAR)
    at = (column.number << _BITS) + line.start
    before = column.gutter + 1
    text = column.document.text[line.start : line.end].replace("\n", " ").replace("\t", " ")
    body = Strip([Segment(text, _meta(0, at))] if text else [])
    after = max(width - before - body.cell_length, 0)
    return Strip.join([_blank(before, _meta(-_FAR, at)), body, _blank(after, _meta(_FAR, at))])


def _end(column: Column, y: int, width: int, side: int) -> Strip:
    """Cells that stand for one end of the row, or of the row in view that is nearest."""
    rows = column.rows()
    if not rows:
        return _blank(width, Style())
    line = rows[min(max(y - column.lead, 0), len(rows) - 1)]
    return _blank(width, _meta(side, (column.number << _BITS) + line.start))


def _blank(width: int, style: Style) -> Strip:
    return Strip([Segment(" " * width, style)] if width > 0 else [], max(width, 0))


def _meta(x: int, y: int) -> Style:
    return Style.from_meta({"offset": (x, y)})


def picked(selection: Selection, columns: Sequence[Column]) -> tuple[Column, Span] | None:
    """The column and the characters a selection stands for; None where it means none."""
    if selection.start is None or selection.end is None:
        return None
    number = selection.start.y >> _BITS
    if number != selection.end.y >> _BITS or not 0 <= number < len(columns):
        return None
    column = columns[number]
    start, end = _character(selection.start, column), _character(selection.end, column)
    return (column, Span(start, end)) if start < end else None


def _character(offset: Offset, column: Column) -> int:
    begin = offset.y & ((1 << _BITS) - 1)
    if abs(offset.x) < _FAR // 2:
        return min(max(begin + offset.x, 0), len(column.document.text))
    line = next(iter(column.prose.rows(column.prose.spot(begin), 1)), None)
    return begin if offset.x < 0 or line is None else max(line.end, begin)


def selection_of(column: Column, span: Span) -> Selection:
    """A selection that stands for these characters."""
    at = column.number << _BITS
    return Selection(Offset(0, at + span.start), Offset(0, at + span.end))
