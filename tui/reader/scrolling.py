"""A place in a document that is kept by character, whatever the width and height it is shown at."""

from __future__ import annotations

from tui.documents.model import Document
from tui.reader.prose import Blocks, Line, Prose, Spot

LEVEL = -1  # the place is a third down


class Scrolled:
    """A document in a window `width` cells of text wide and `height` rows high.

    The place is a character and the row it stands on: the top one after scrolling, `LEVEL` after a jump to
    evidence or a hit, so that columns stay level when the window changes. A jump near the start of the document
    leaves `lead` rows blank above it. What stands before the character `body` is apparatus.
    """

    def __init__(self, document: Document, body: int = 0) -> None:
        self.document = document
        self.body = body
        self.blocks = Blocks(document, body)
        self.prose = Prose(self.blocks, 1)
        self.height = 0
        self.top: Spot = (0, 0)
        self.lead = 0
        self.anchor: tuple[int, int] = (0, 0)
        self._end: Spot = (0, 0)
        self._rows: list[Line] | None = None

    def lay_out(self, width: int, height: int) -> None:
        """Wrap for a window of this size, keeping the place."""
        if width != self.prose.width:
            self.prose = Prose(self.blocks, width)
        self.height = height
        self._end = self.prose.step(self.prose.last, 1 - max(height, 1))[0]
        self.place(*self.anchor)

    def place(self, offset: int, row: int) -> None:
        """Stand so that the character `offset` is on `row` from the top (`LEVEL`: a third down)."""
        self.anchor = (offset, row)
        down = self.height // 3 if row == LEVEL else row
        self.top, moved = self.prose.step(self.prose.spot(offset), -down)
        self.lead = down + moved
        if row != LEVEL and not self.lead:
            self.top = min(self.top, self._end)
        self._rows = None

    def scroll(self, by: int) -> bool:
        """Move the text by rows, not beyond its ends; whether it moved."""
        before = (self.top, self.lead)
        if by > 0:
            down = max(by - self.lead, 0)
            self.lead = max(self.lead - by, 0)
            if self.top < self._end:
                self.top = min(self.prose.step(self.top, down)[0], self._end)
        elif not self.lead:
            self.top = self.prose.step(self.top, by)[0]
        if (self.top, self.lead) == before:
            return False
        self.anchor = (self.prose.offset(self.top), self.lead)
        self._rows = None
        return True

    def to_end(self) -> None:
        """To where the last row stands at the bottom."""
        self.place(self.prose.offset(self._end), 0)

    def to_share(self, share: float) -> None:
        """To a part of the way down, 0..1."""
        last = max(len(self.document.text) - 1, 0)
        self.place(min(int(share * last), last), LEVEL)
        self.place(self.prose.offset(min(self.top, self._end)), 0)

    @property
    def share(self) -> int | None:
        """How far it is scrolled, in percent; None where all of the document is in view."""
        most = self.prose.total - self.height
        return min(max(100 * self.row // most, 0), 100) if most > 0 else None

    @property
    def row(self) -> int:
        """The number of the top row; negative where blank rows stand above the first."""
        return self.prose.row(self.top) - self.lead

    @property
    def thumb(self) -> range:
        """Which rows of the window thicken its scrollbar; none where all of the document is in view."""
        total, height = self.prose.total, self.height
        if total <= height:
            return range(0)
        top = min(max(self.row, 0), total - height)
        first = min(-(-top * height // total), height - 1)
        return range(first, max(-(-(top + height) * height // total), first + 1))

    def rows(self) -> list[Line]:
        """The rows of the document in view; `lead` blank ones stand above them."""
        if self._rows is None:
            self._rows = list(self.prose.rows(self.top, max(self.height - self.lead, 0)))
        return self._rows

    def line(self, y: int) -> Line | None:
        """The row of the document on row `y` of the window."""
        rows = self.rows()
        return rows[y - self.lead] if 0 <= y - self.lead < len(rows) else None
