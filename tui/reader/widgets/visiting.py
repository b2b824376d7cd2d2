"""Columns of which the last may be those of articles of the library, which no briefing has."""

from __future__ import annotations

from tui.reader.messages import Message
from tui.reader.visitors import close
from tui.reader.widgets.arranging import Arranging
from tui.reader.widgets.taking import Taking


class Visiting(Taking, Arranging):
    """Columns of sources and, after them, of visitors: these are closed where a source would be hidden."""

    def do_source_hide(self) -> None:
        column = self.columns.focused if self.ready else None
        if column is None or not self.columns.is_visitor(column):
            super().do_source_hide()
            return
        close(self.reader, column.source.id)
        self.reader.say(Message(column.source.file_name, "closed; the briefing never had it"))

    def _move(self, by: int) -> None:
        if self.ready and self.columns.is_visitor(self.columns.focused):
            self.reader.say(Message("articles of the library stand last"))
        else:
            super()._move(by)
