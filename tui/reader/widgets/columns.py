"""The columns of the sources: which are in view, where, and which has the focus (look.md, "2 Sources")."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from tui.briefing.model import Source
from tui.documents.model import Document, Paragraph
from tui.evidence.model import ResolvedBriefing
from tui.reader.arrangement import Arrangement
from tui.reader.lit import Light
from tui.reader.visitors import Visitor
from tui.reader.widgets.column import Column
from tui.reader.widths import Spans, Widths

NARROWEST, MOST = 36, 3
SAME = 40  # characters that tell a place again in a changed article


class Columns:
    """One column a source, in `all` as the briefing has them, then the visitors. Those that do not fit stand sideways;
    the one in focus is always in view.

    `shown` are the numbers of those in view, `spans` their first cells and widths.
    """

    def __init__(
        self, resolved: ResolvedBriefing, arrangement: Arrangement, widths: Widths, visitors: tuple[Visitor, ...] = ()
    ) -> None:
        self.resolved = resolved
        self.visitors = visitors
        self.arrangement = arrangement
        self.widths = widths
        self.all = [_column(number, source, resolved) for number, source in enumerate(resolved.briefing.sources)]
        self.own = len(self.all)  # columns of the briefing's sources; those of visitors stand after them
        self.all += [Column(self.own + n, visitor.source, visitor.document) for n, visitor in enumerate(visitors)]
        self.focus = 0
        self.shown: tuple[int, ...] = ()
        self.spans: Spans = []
        self._first = 0
        self.guest: int | None = None  # shown while it has the focus, though it may be hidden

    def like(self, other: Columns) -> None:
        """Take over the focus and the places of another briefing's columns, source by source."""
        before = {column.source.id: column for column in other.all}
        for column in self.all:
            if column.source.id in before:
                column.anchor = _same_place(before[column.source.id], column.document.text)
        ids = [column.source.id for column in self.all]
        focused = other.focused.source.id if other.all else ""
        self.focus = ids.index(focused) if focused in ids else min(other.focus, max(len(ids) - 1, 0))
        self.guest = self.focus if other.guest == other.focus and focused in ids else None
        self._first = other._first

    @property
    def order(self) -> tuple[int, ...]:
        """The numbers of all columns that are not hidden, from left to right."""
        return (*self.arrangement.shown(self.resolved, self.guest), *range(self.own, len(self.all)))

    def is_visitor(self, column: Column) -> bool:
        """Whether a column is that of an article of the library."""
        return column.number >= self.own

    def lead_to(self, number: int) -> None:
        """Give a column the focus; one that is hidden stays in view for as long as it has it."""
        self.focus = self.guest = number

    @property
    def focused(self) -> Column:
        """The column that scrolls and whose evidence is in hand."""
        return self.all[self.focus]

    def turn(self, by: int) -> bool:
        """Move the focus; whether it moved."""
        before, order = self.focus, self.order
        self.focus = order[min(max(order.index(before) + by, 0), len(order) - 1)] if before in order else order[0]
        return self.focus != before

    def take_in_focus(self) -> None:
        """Let the focus be on a column that is shown: in the place of a hidden one on the next in the briefing."""
        if self.guest != self.focus:
            self.guest = None
        if self.focus not in self.order:
            self.focus = min(self.order, key=lambda number: (number < self.focus, abs(number - self.focus)))

    def lay_out(self, width: int, height: int) -> None:
        """Place the columns in `width` × `height` cells."""
        if not self.all:
            return
        self.take_in_focus()
        self._first, self.spans = self._placed(width)
        self.shown = self.order[self._first : self._first + len(self.spans)]
        for column, (_, cells) in self.visible():
            if (column.width, column.height) != (cells, height):
                column.resize(cells, height)

    def _placed(self, width: int) -> tuple[int, Spans]:
        names = [self.all[number].source.id for number in self.order]
        at, slots = self.order.index(self.focus), min(MOST, width // NARROWEST)
        return self.widths.place(names, at, self._first, width, slots, fill=True)

    def measure(self, width: int) -> tuple[int, int]:
        """The cells of the column in focus and how many stand beside each other, in a window of that width."""
        first, spans = self._placed(width)
        return spans[self.order.index(self.focus) - first][1], len(spans)

    def refine(self, seconds: float) -> bool:
        """Work out exact rows and count words for so long; whether all is known."""
        until = perf_counter() + seconds
        return all(
            column.prose.refine(until) and column.blocks.count(until) is not None for column, _ in self.visible()
        )

    def visible(self) -> Iterator[tuple[Column, tuple[int, int]]]:
        """The columns in view, each with its first cell and its width."""
        return zip((self.all[number] for number in self.shown), self.spans, strict=True)

    def at(self, x: int) -> tuple[Column, int, int] | None:
        """The column at cell `x`, with its first cell and its width."""
        for column, (left, width) in self.visible():
            if left <= x < left + width:
                return column, left, width
        return None

    def where(self) -> tuple[int, int, tuple[tuple[int, int], ...]]:
        """Focus, page and places, for `back_to`."""
        return self.focus, self._first, tuple(column.anchor for column in self.all)

    def back_to(self, where: tuple[int, int, tuple[tuple[int, int], ...]]) -> None:
        """To where the columns were."""
        focus, self._first, anchors = where
        self.lead_to(min(max(focus, 0), max(len(self.all) - 1, 0)))
        for column, anchor in zip(self.all, anchors, strict=False):
            column.place(*anchor)

    def unlight(self, *lights: Light) -> None:
        """Put lights out in all columns."""
        for column in self.all:
            for light in lights:
                column.light(light, ())


def _same_place(column: Column, text: str) -> tuple[int, int]:
    """Where the words at the column's place now stand in `text`: the nearest of them, else the same character."""
    offset, row = column.anchor
    words = column.document.text[offset : offset + SAME]
    if text.startswith(words, offset):
        return offset, row
    found = [at for at in (text.find(words, offset), text.rfind(words, 0, offset + SAME)) if at >= 0]
    return (min(found, key=lambda at: abs(at - offset)) if found else min(offset, len(text)), row)


def _column(number: int, source: Source, resolved: ResolvedBriefing) -> Column:
    document = resolved.documents.get(source.id)
    if document is not None:
        return Column(number, source, document)
    said = next((one.message for one in resolved.problems if one.source.id == source.id), "this source cannot be read")
    paragraphs = (Paragraph(0, 0, len(said), 1),)
    return Column(number, source, Document(source.file, source.path, said, paragraphs, (), ""), fault=True)
