"""Words taken with the keyboard (`v`): from the passage in hand on, by word, line and passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.documents.model import Span
from tui.reader import clipboard, noting
from tui.reader.citing import Passage
from tui.reader.jumps import Standpoint, here, return_to
from tui.reader.lit import Light
from tui.reader.messages import Message
from tui.reader.painting import Run
from tui.reader.stretch import Stretch
from tui.reader.widgets.column import Column
from tui.reader.widgets.overlay import Overlay
from tui.reader.widgets.sources import SourcesView

if TYPE_CHECKING:
    from tui.reader.app import Hexapla


def start(reader: Hexapla) -> None:
    """Begin with the passage in hand; from another view it is shown in the sources, and afterwards left again."""
    passage = reader.view.to_mark()
    if passage is None:
        reader.say(Message("no passage to select here", kind="warning"))
        return
    reader.dismiss_message()
    origin = here(reader) if reader.view_name != "sources" else None
    if origin is not None:
        reader.show_view("sources")
        reader.view.to_evidence()
    reader.open_overlay(Selecting(passage, origin))


class Selecting(Overlay):
    """Takes the keys and paints nothing: the words are lit in their column."""

    DEFAULT_CSS = "Selecting { position: absolute; width: 1; height: 0; }"
    VEILS = False
    HINTS = (
        ("copy.citation", "copy"),
        ("move.left move.right", "word"),
        ("move.down move.up", "line"),
        ("select.start", "other end"),
        ("move.previous-quotation move.next-quotation", "passage"),
        ("note.edit", "note"),
        ("go.back", "leave"),
    )

    def __init__(self, passage: Passage, origin: Standpoint | None = None) -> None:
        super().__init__(name="selecting")
        self.origin = origin
        self.source, self.document, span = passage
        self.stretch = Stretch(self.document, span)

    def on_mount(self) -> None:
        self.call_after_refresh(self._show)

    # -- where the words stand

    @property
    def _view(self) -> SourcesView | None:
        view = self.reader.view
        return view if isinstance(view, SourcesView) and view.ready else None

    @property
    def _column(self) -> Column | None:
        view = self._view
        columns = view.columns.all if view else ()
        return next((one for one in columns if one.source.id == self.source.id), None)

    def _show(self) -> None:
        """Light what is taken, with the end that moves in view."""
        view, column = self._view, self._column
        if view is None or column is None:
            return
        view.columns.unlight(Light.PICKED)
        column.light(Light.PICKED, [self.stretch.span])
        head = self.stretch.head - (self.stretch.head > self.stretch.anchor)
        row = column.prose.row(column.prose.spot(head)) - column.row
        if not 0 <= row < column.height:
            column.scroll(row if row < 0 else row - column.height + 1)
        view.refresh()
        self.reader.refresh_footer()

    def closing(self) -> None:
        if self._view is not None:
            self._view.columns.unlight(Light.PICKED)
            self._view.refresh()

    def _leave(self) -> None:
        """Back to where the selection began."""
        reader, origin = self.reader, self.origin
        reader.close_overlay()
        if origin is not None:
            return_to(reader, origin)

    def briefing_renewed(self) -> None:
        # The characters taken may be others now, and what the views had scrolled to.
        self.reader.close_overlay()
        if self.origin is not None:
            self.reader.show_view(self.origin.view)

    # -- the frame

    def footer_right(self, width: int) -> list[Run]:
        count = self.stretch.words
        where = noting.where(self._taken)
        return [(f"{count} word{'' if count == 1 else 's'}  {where}", self.ink("dim", "panel"))]

    @property
    def _taken(self) -> Passage:
        return self.source, self.document, self.stretch.span

    # -- commands

    def _row(self, offset: int, by: int) -> Span | None:
        column = self._column
        if column is None:
            return None
        spot, moved = column.prose.step(column.prose.spot(offset), by)
        line = next(iter(column.prose.rows(spot, 1)), None)
        return Span(line.start, line.end) if line is not None and moved == by else None

    def do_move_right(self) -> None:
        self.stretch.by_word(1)
        self._show()

    def do_move_left(self) -> None:
        self.stretch.by_word(-1)
        self._show()

    def do_move_down(self) -> None:
        self.stretch.by_line(1, self._row)
        self._show()

    def do_move_up(self) -> None:
        self.stretch.by_line(-1, self._row)
        self._show()

    def do_move_next_quotation(self) -> None:
        self.stretch.by_passage(1)
        self._show()

    def do_move_previous_quotation(self) -> None:
        self.stretch.by_passage(-1)
        self._show()

    def do_select_start(self) -> None:
        """Move the other end."""
        self.stretch.swap()
        self._show()

    def do_copy_citation(self) -> None:
        taken = self._taken
        self._leave()
        clipboard.take(self.reader, [taken])

    def do_note_bookmark(self) -> None:
        taken = self._taken
        self._leave()
        noting.bookmark(self.reader, taken)

    def do_note_edit(self) -> None:
        taken = self._taken
        self._leave()
        noting.annotate(self.reader, taken)

    def do_go_back(self) -> None:
        self._leave()

    def do_app_quit(self) -> None:
        self._leave()
