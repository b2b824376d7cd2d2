"""A view that is mostly columns of documents: their layout, their scrolling, and what the mouse does in them."""

from __future__ import annotations

from abc import abstractmethod

from textual import events
from textual.geometry import Region, Size
from textual.selection import Selection
from textual.strip import Strip
from textual.timer import Timer

from tui.documents.model import Span
from tui.reader.lit import Light
from tui.reader.messages import Message
from tui.reader.painting import strip
from tui.reader.widgets.column import Column
from tui.reader.widgets.columns import Columns
from tui.reader.widgets.picking import mouse_row, picked, selection_of
from tui.reader.widgets.widening import Widening
from tui.reader.widths import Widths

SLICE, PAUSE = 0.008, 0.002  # seconds of laying out at a time, and between
WHEEL = 3  # rows


class ColumnsView(Widening):
    """Draws all visible columns itself, row by row; each scrolls on its own, or all in view with it while `linked`.

    Before it is first sized it has no `columns` and shows nothing. Those who extend it say how many rows stand
    `above` the columns and draw them.
    """

    def __init__(self, name: str) -> None:
        super().__init__(id=name)
        self.linked = False
        self.widths = Widths()
        self._columns: Columns | None = None
        self._laid = (Size(0, 0), 0)  # the size laid out for, and the rows above the columns then
        self._timer: Timer | None = None
        self._painting = False  # whether rows are asked for to be painted, not to see what the mouse is on
        self._held: Column | None = None  # the column in which words are being picked
        self.picked: tuple[Column, Span] | None = None
        self.reached: tuple[Column, Span] | None = None  # the passage gone to by its number, until another is in hand

    @property
    def ready(self) -> bool:
        """Whether there are columns to draw."""
        return self._columns is not None and bool(self._columns.all)

    @property
    def columns(self) -> Columns:
        """The columns; only when `ready`."""
        assert self._columns is not None
        return self._columns

    @property
    @abstractmethod
    def above(self) -> int:
        """Rows above the columns."""

    @abstractmethod
    def is_head(self, row: int) -> bool:
        """Whether a row, counted from the first below those above the columns, is of the columns' heads."""

    @abstractmethod
    def row_above(self, y: int) -> Strip:
        """Row `y` of those above the columns."""

    def renew(self) -> bool:
        """Make the columns, anew when the briefing is another; whether they were made."""
        before, resolved, visitors = self._columns, self.hand.resolved, self.reader.visitors.all
        if before is not None and before.resolved is resolved and before.visitors == visitors:
            return False
        self._columns = Columns(resolved, self.reader.arrangement, self.widths, visitors)
        if before is not None:
            self._columns.like(before)
        self.picked = self._held = self.reached = None
        return True

    def lay_out(self) -> None:
        """Lay the columns out in the room there is."""
        self._laid = size, above = self.size, self.above
        self.columns.lay_out(size.width, max(size.height - above, 0))
        self._refine()

    def _refine(self) -> None:
        """Work out exact rows for a moment, and go on after a pause where more is left."""
        again, self._timer = self._timer is not None, None
        if not self.columns.refine(SLICE):
            self._timer = self.set_timer(PAUSE, self._refine)
        elif again:
            self.refresh()

    def inks_changed(self) -> None:
        if self.ready:
            for column in self.columns.all:
                column.forget()
        self.refresh()

    # -- painting

    def render_lines(self, crop: Region) -> list[Strip]:
        self._painting = True
        try:
            return super().render_lines(crop)
        finally:
            self._painting = False

    def render_line(self, y: int) -> Strip:
        width, fill = self.size.width, self.ink()
        if not self.ready:
            return strip([], width, fill)
        if self._laid != (self.size, self.above):  # painted before word of what changed has come
            self.lay_out()
        row = y - self.above
        if not self._painting:
            return mouse_row(self.columns, row, self._held)
        if row < 0:
            line = self.row_above(y)
        else:
            last, ink = self.columns.shown[-1], self.ink
            columns = [column for column, _ in self.columns.visible()]
            segments = [part for column in columns for part in column.paint(row, ink, column.number == last)]
            line = Strip(segments, sum(column.width for column in columns))
        return line if line.cell_length == width else line.extend_cell_length(width, fill).crop(0, width)

    # -- widths

    @property
    def column_name(self) -> str:
        return self.columns.focused.source.id if self.ready else ""

    def measure(self) -> tuple[int, int]:
        return self.columns.measure(self.size.width)

    def widths_changed(self) -> None:
        self.lay_out()
        self.refresh()
        self.reader.refresh_footer()

    # -- scrolling

    def do_scroll_link(self) -> None:
        """Let all columns in view scroll together, or each on its own again."""
        self.linked = not self.linked
        what = "columns in view scroll together" if self.linked else "the column in hand scrolls alone"
        self.reader.say(Message("linked" if self.linked else "not linked", what))

    def _scrolling(self, column: Column | None = None) -> list[Column]:
        """The columns that scroll with one, by default the focused one."""
        if not self.ready:
            return []
        return [one for one, _ in self.columns.visible()] if self.linked else [column or self.columns.focused]

    def scroll_text(self, by: int, column: Column | None = None) -> None:
        """Scroll a column, by default the focused one, by rows."""
        for one in self._scrolling(column):
            if one.scroll(by):
                self.text_scrolled(one)

    def text_scrolled(self, column: Column) -> None:
        """Paint anew what a scrolled column covers."""
        for other, (left, width) in self.columns.visible():
            if other is column:
                self.refresh(Region(left, self.above, width, column.height))
        self.reader.refresh_footer()

    def do_move_top(self) -> None:
        for column in self._scrolling():
            column.place(0, 0)
            self.text_scrolled(column)

    def do_move_bottom(self) -> None:
        for column in self._scrolling():
            column.to_end()
            self.text_scrolled(column)

    def do_paragraph_go(self) -> None:
        """To the paragraph of the column in hand whose number is asked for."""
        from tui.reader import paragraphs

        if self.ready:
            paragraphs.ask(self)

    def do_move_half_down(self) -> None:
        self.scroll_text(self._half)

    def do_move_half_up(self) -> None:
        self.scroll_text(-self._half)

    @property
    def _half(self) -> int:
        return max(self.columns.focused.height // 2, 1) if self.ready else 0

    def do_scroll_line_down(self) -> None:
        self.scroll_text(1)

    def do_scroll_line_up(self) -> None:
        self.scroll_text(-1)

    def reach(self, column: Column, offset: int) -> None:
        """Take the passage at an offset, which was gone to by its number, in hand: lit as words picked are."""
        index = column.document.passage_at(offset)
        self.let_go()
        if index is not None:
            passage = column.document.passages[index]
            self.reached = column, Span(passage.start, passage.end)
            column.light(Light.PICKED, [self.reached[1]])
        self.refresh()

    def let_go(self) -> None:
        """Another passage is in hand than the one gone to by its number."""
        if self.reached is not None:
            self.reached = None
            self.columns.unlight(Light.PICKED)

    # -- mouse

    def clicked(self, column: Column) -> None:
        """A column was clicked: give it the focus."""

    def on_click(self, event: events.Click) -> None:
        found = self.columns.at(event.x) if self.ready else None
        if found is None:
            return
        column, left, width = found
        row = event.y - self.above
        if event.x == left + width - 1 and 0 <= row < column.height:
            column.to_share(row / max(column.height - 1, 1))
            self.text_scrolled(column)
        elif event.chain == 2 and row >= 0:
            self._pick_passage(column, row)
        self.clicked(column)
        if event.chain == 2 and self.is_head(row):
            self.do_column_zoom()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._wheel(event, WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._wheel(event, -WHEEL)

    def _wheel(self, event: events.MouseEvent, by: int) -> None:
        event.stop()
        found = self.columns.at(event.x) if self.ready else None
        if found is not None:
            self.scroll_text(by, found[0])

    # -- words picked with the mouse

    def selection_updated(self, selection: Selection | None) -> None:
        if not self.ready:
            return
        self.reached = None
        self.columns.unlight(Light.PICKED)
        self.picked = picked(selection, self.columns.all) if selection else None
        if self.picked is not None:
            column, span = self.picked
            column.light(Light.PICKED, [span])
        self.refresh()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        found = picked(selection, self.columns.all) if self.ready else None
        if found is None:
            return None
        column, span = found
        return column.document.text[span.start : span.end], "\n"

    def text_select_all(self) -> None:
        """Textual asks for this on a double click; `on_click` picks the passage under it instead."""

    def _pick_passage(self, column: Column, row: int) -> None:
        """Pick the whole passage that begins or goes on in a row."""
        line = column.line(row)
        index = column.document.passage_at(line.start) if line is not None and line.end > line.start else None
        if index is not None:
            passage = column.document.passages[index]
            self.screen.selections = {self: selection_of(column, Span(passage.start, passage.end))}

    def on_mouse_down(self, event: events.MouseDown) -> None:
        found = self.columns.at(event.x) if self.ready else None
        self._held = found[0] if found else None

    def on_mouse_up(self) -> None:
        self._held = None

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if not event.button:
            self._held = None
