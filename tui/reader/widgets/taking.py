"""What is taken out of the sources: to copy, to note something on, to open outside."""

from __future__ import annotations

from bisect import bisect_left

from tui.briefing.model import Source
from tui.documents.model import Document, Span
from tui.reader.goal import Goal, goal
from tui.reader.widgets.column import Column
from tui.reader.widgets.columns_view import ColumnsView


class Taking(ColumnsView):
    """Columns of which words picked, the hit stood on, the quotation in hand or what is in view can be taken."""

    def to_copy(self) -> tuple[Source, Document, Span] | None:
        """Words picked with the mouse, else the passage gone to by its number, the hit stood on or the quotation, each
        of the source in focus."""
        if not self.ready:
            return None
        if self.picked is not None:
            column, span = self.picked
            return column.source, column.document, span
        column, walk, quotation = self.columns.focused, self.reader.walk, self.hand.quotation
        if self.reached is not None and self.reached[0] is column:
            return column.source, column.document, self.reached[1]
        if walk is not None and walk.hit.source == column.source.id:
            return column.source, column.document, walk.hit.span
        return super().to_copy() if quotation and quotation.source.id == column.source.id else None

    def to_mark(self) -> tuple[Source, Document, Span] | None:
        """What `y` takes, where it is in view; else the first passage that is."""
        if not self.ready:
            return None
        taken, column = self.to_copy(), self.columns.focused
        lines = [line for line in column.rows() if line.end > line.start]
        if column.fault or not lines:
            return None
        first, last = lines[0].start, lines[-1].end
        if taken and (self.picked is not None or (taken[2].start < last and first < taken[2].end)):
            return taken
        passages = column.document.passages
        index = bisect_left(passages, first, key=lambda one: one.start)
        if index == len(passages) or passages[index].start >= last:
            index -= 1
        return (column.source, column.document, Span(passages[index].start, passages[index].end)) if passages else None

    def by_file(self, column: Column) -> bool:
        """Whether a source without an outlet is called by its file."""
        return self.hand.bare or self.columns.is_visitor(column)

    def to_open(self) -> Goal | None:
        """The article of the source in focus, where `y` would take from it, else at the row on top."""
        if not self.ready:
            return None
        taken, column = self.to_copy(), self.columns.focused
        offset = taken[2].start if taken else column.prose.offset(column.top)
        return goal(column.source, column.document, offset, by_file=self.by_file(column))
