"""Words of a quotation picked with the mouse in the sections: `y`, `b` and `a` take them, as in the sources."""

from __future__ import annotations

from abc import abstractmethod

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.strip import Strip

from tui.documents.model import Span
from tui.evidence.model import Quotation
from tui.reader.citing import Passage
from tui.reader.section_rows import Row
from tui.reader.widgets.view import View


class Picking(View):
    """A drag picks from the character it began on to the one it is on, all of one quotation; a click lets go."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - as Textual calls it
        super().__init__(id=id)
        self.picked: tuple[Quotation, Span] | None = None
        self._begun: tuple[Quotation, int, tuple[int, int]] | None = None  # with the row and the cell
        self._dragged = False

    @abstractmethod
    def met(self, x: int, y: int) -> tuple[int, Row | None, int]:
        """The section at `x`, `y`, its row that stands there, and the first cell of its column."""

    def _quoted(self, index: int, row: Row | None) -> Quotation | None:
        """The quotation of which a row shows a line."""
        if row is None or row.begin < 0:
            return None
        statement = self.hand.resolved.sections[index].statements[row.statement]
        return self.hand.ordered(statement)[row.quotation]

    def on_mouse_down(self, event: events.MouseDown) -> None:
        found = self._character(event)
        self._begun, self._dragged = (*found, (event.y, event.x)) if found else None, False
        self.let_go()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if not event.button or self._begun is None:
            return
        (quoted, first, began), found = self._begun, self._character(event)
        whole = quoted.anchor.span
        if found is not None and found[0] is quoted:
            last = found[1]
        elif whole is not None:  # beyond it, on either side
            last = whole.end if (event.y, event.x) > began else whole.start
        start, end = sorted((first, last))
        self._dragged = self._dragged or start < end
        self.picked = (quoted, Span(start, end)) if start < end else None
        self.refresh()

    def on_mouse_up(self) -> None:
        self._begun = None

    def was_drag(self) -> bool:
        """Whether the click that comes now ends a drag, and so is none; asked once."""
        dragged, self._dragged = self._dragged, False
        return dragged

    def let_go(self) -> None:
        """Pick nothing."""
        if self.picked is not None:
            self.picked = None
            self.refresh()

    def _character(self, event: events.MouseEvent) -> tuple[Quotation, int] | None:
        index, row, left = self.met(event.x, event.y)
        quoted = self._quoted(index, row)
        if row is None or quoted is None or quoted.document is None or quoted.anchor.span is None:
            return None
        words, room = quoted.document.text[row.begin : row.end], event.x - left - row.lead
        before = next((n for n in range(len(words)) if cell_len(words[: n + 1]) > room), len(words))
        return quoted, row.begin + before

    def lit(self, index: int, row: Row, line: Strip) -> Strip:
        """The line of a row of a section with what is picked of it as the cursor stands."""
        quoted = self._quoted(index, row)
        if self.picked is None or quoted is not self.picked[0] or quoted.document is None:
            return line
        span = self.picked[1]
        start, end = max(span.start, row.begin), min(span.end, row.end)
        if start >= end:
            return line
        text = quoted.document.text
        left = row.lead + cell_len(text[row.begin : start])
        right = min(left + cell_len(text[start:end]), line.cell_length - 1)
        style = self.ink("page", "cursor")
        shown = Strip([Segment(line.crop(left, right).text, style)], right - left)
        return Strip.join([line.crop(0, left), shown, line.crop(right)])

    # -- what is taken

    def to_copy(self) -> Passage | None:
        if self.picked is None or self.picked[0].document is None:
            return super().to_copy()
        quoted, span = self.picked
        return quoted.source, self.picked[0].document, span
