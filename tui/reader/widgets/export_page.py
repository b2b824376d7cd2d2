"""The export dialog as it looks: the fields at the left, the Markdown itself beside them."""

from __future__ import annotations

from dataclasses import replace

from rich.cells import cell_len
from textual.geometry import Region
from textual.strip import Strip

from tui.reader.export_preview import Preview
from tui.reader.painting import Run, fit_end, spread
from tui.reader.widgets.dialog import Dialog
from tui.reader.widgets.export_fields import Field, Ticks
from tui.reader.widgets.export_rows import MARGINS, field_row
from tui.reader.widgets.typing import TypingLine

LEFT, LEFT_FROM, LEFT_SMALL, SMALLEST = 39, 100, 31, 24
PREVIEW_FROM = 56  # columns from which there is a preview beside the fields
PREVIEW_HEAD = 2  # its label and the blank row below
LONGEST_PATH = 4096
NOTHING = "Nothing is ticked, so nothing would be written."


class ExportPage(Dialog):
    """Lays out and paints; what its fields are and what keys do is said by who extends it."""

    fields: Ticks

    def __init__(self) -> None:
        super().__init__(name="export")
        self.line = TypingLine(longest=LONGEST_PATH)
        self.preview: Preview | None = None
        self._top = 0
        self._rows: list[Field] = []
        self._window: list[list[Run]] = []

    # -- geometry

    @property
    def left(self) -> int:
        """Cells of the fields, without the hairline."""
        width = self.size.width
        if width < PREVIEW_FROM:
            return width
        return LEFT if width >= LEFT_FROM else min(LEFT_SMALL, max(width * 2 // 5, SMALLEST))

    @property
    def _zone(self) -> int:
        """Cells of a field between the margins."""
        return self.left - MARGINS

    @property
    def _path_is_cut(self) -> bool:
        """Whether the path is longer than its line and nobody types in it: its end is shown, which names the file."""
        return self.fields.focus != "path" and cell_len(self.line.value) > self._zone

    def wanted_rows(self) -> int:
        return self.app.size.height * 3 // 4 - 3

    def lay(self) -> None:
        super().lay()
        self.settle_rows()

    def on_resize(self) -> None:
        self.settle_rows()

    def settle_rows(self) -> None:
        """Scroll the fields so that the one in hand is in view, put the path's line on its row, fit the preview."""
        rows = self.fields.rows()
        at = self.fields.row_of_focus
        last = len(rows) - self.room
        self._top = max(min(self._top, at - (at > 0), last), at - self.room + 1, 0)
        path = next(number for number, row in enumerate(rows) if row.kind == "path") - self._top
        self.line.display = 0 <= path < self.room and not self._path_is_cut
        self.line.place(2, path + 2, self._zone)
        if self.preview is not None:
            self.preview.lay_out(self.size.width - self.left - 4, self.room - PREVIEW_HEAD)
        self.refresh(layout=False)

    # -- painting

    def render_lines(self, crop: Region) -> list[Strip]:
        """What every row of a paint needs, worked out once."""
        self._rows = self.fields.rows()
        self._window = self.preview.window(self.ink) if self.preview else []
        return super().render_lines(crop)

    def title_runs(self) -> tuple[list[Run], list[Run]]:
        return [("Export", self.ink("foreground", "raised", "b"))], [("Markdown", self.ink("dim", "raised"))]

    def row(self, y: int, width: int) -> Strip:
        fill, left = self.ink("foreground", "raised"), self.left
        fields = self._field_row(y)
        if left == width:
            return fields
        index = y + self._top
        here = index < len(self._rows) and self._rows[index].name == self.fields.focus != "path"
        ground = "selection" if here and self.ink.depth == "full" else "raised"  # reversed, it would be a block
        hairline = (self.ink.glyphs.hairline, self.ink("border", ground))
        beside = spread([hairline, (" ", fill), *self._preview_row(y)], self._edge(y), width - left, fill)
        return Strip.join([fields, beside])

    def _edge(self, y: int) -> list[Run]:
        fill = self.ink("foreground", "raised")
        preview = self.preview
        if y == 0:
            counts = preview.counts(self.size.width - self.left - 14) if preview else ""
            return [(counts, self.ink("dim", "raised")), ("  ", fill)]
        here = preview is not None and y - PREVIEW_HEAD in preview.thumb
        return [(" ", fill), (self.ink.glyphs.thumb if here else " ", self.ink("border", "raised"))]

    def _preview_row(self, y: int) -> list[Run]:
        dim = self.ink("dim", "raised")
        if y == 0:
            return [("Preview", dim)]
        if self.preview is None:
            return [(f"{self.ink.glyphs.mark} being made", dim)] if y == PREVIEW_HEAD else []
        if not self.preview.lines:
            return [(NOTHING, dim)] if y == PREVIEW_HEAD else []
        return self._window[y - PREVIEW_HEAD] if 0 <= y - PREVIEW_HEAD < len(self._window) else []

    def _field_row(self, y: int) -> Strip:
        index = y + self._top
        row = self._rows[index] if index < len(self._rows) else None
        if row is not None and row.kind == "path" and self._path_is_cut:
            row = replace(row, text=fit_end(self.line.value, self._zone, self.ink.glyphs.more))
        return field_row(row, self.left, self.ink, here=row is not None and row.name == self.fields.focus)
