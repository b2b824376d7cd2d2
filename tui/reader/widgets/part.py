"""A part of the page, or of what lies over it, that paints every one of its cells itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from textual._styles_cache import StylesCache
from textual.filter import ANSIToTruecolor, LineFilter
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    from tui.reader.app import Hexapla


class Rows(StylesCache):
    """The rows of a part as it has painted them, kept until they are to be painted anew.

    Textual's own asks the styles anew for each row what border, padding, tint and opacity go around it. Parts have
    none, and without those questions a row is on the screen in half the time.
    """

    def render_widget(self, widget: Widget, crop: Region) -> list[Strip]:
        (width, height), rows = widget.size, self._cache
        if width != self._width:
            self.clear()
            self._width = width
        for y in crop.line_range:
            if y in self._dirty_lines or y not in rows:
                row = widget.render_line(y) if y < height else Strip([], 0)  # its place may be one it just had
                rows[y] = row.adjust_cell_length(width)
        self._dirty_lines.difference_update(crop.line_range)
        strips = [rows[y] for y in crop.line_range]
        for line_filter in widget.get_line_filters():
            strips = [strip.apply_filter(line_filter, widget.background_colors[1]) for strip in strips]
        left, right = crop.column_span
        return strips if (left, right) == (0, width) else [strip.crop(left, right) for strip in strips]


class Part(Widget):
    """Paints itself by `render_line`, each row as wide as it is."""

    def __init__(self, *, name: str | None = None, id: str | None = None) -> None:  # noqa: A002  (Textual's word)
        super().__init__(name=name, id=id)
        self._styles_cache = Rows()

    @property
    def reader(self) -> Hexapla:
        """The application."""
        return cast("Hexapla", self.app)

    def get_line_filters(self) -> Sequence[LineFilter]:
        # No ink has a colour to be converted: it is a true colour, or the terminal's own that is to stay.
        return [one for one in super().get_line_filters() if not isinstance(one, ANSIToTruecolor)]
