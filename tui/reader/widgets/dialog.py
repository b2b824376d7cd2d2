"""A box over the veiled page: title, rubric rule, rows; no frame (look.md, "Export, help")."""

from __future__ import annotations

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.reader.painting import Run, spread, strip
from tui.reader.widgets.frame import LOWEST_WITH_HEADER
from tui.reader.widgets.overlay import Overlay
from tui.reader.widgets.part import Rows

WIDEST, MARGIN = 108, 6
HEAD = 2  # the title and its rule
GUTTER = 2  # cells kept free beside a box that has no ground of its own to stand out by
SHREDS = 12  # the most cells of the page beside it that would hold no whole words, and are kept free too


class Gutters(Rows):
    """Rows with the free cells left and right of them, which are the padding of the dialog."""

    def render_widget(self, widget: Widget, crop: Region) -> list[Strip]:
        assert isinstance(widget, Dialog)
        left, right = widget.styles.padding.left, widget.styles.padding.right
        if not left + right:
            return super().render_widget(widget, crop)
        rows = super().render_widget(widget, Region(0, crop.y, widget.size.width, crop.height))
        before, after = (strip([], cells, widget.ink("foreground", "raised")) for cells in (left, right))
        return [Strip.join([before, row, after]).crop(*crop.column_span) for row in rows]


class Dialog(Overlay):
    """Base of dialogs. A subclass says its title, how many rows it would like, and paints them."""

    DEFAULT_CSS = "Dialog { position: absolute; background: $surface; }"

    def __init__(self, *, name: str) -> None:
        super().__init__(name=name)
        self._styles_cache = Gutters()

    def title_runs(self) -> tuple[list[Run], list[Run]]:
        """What stands at the left and at the right of the title row."""
        return [], []

    def wanted_rows(self) -> int:
        """Rows below the rule the dialog would fill."""
        return 20

    def row(self, y: int, width: int) -> Strip:
        """Row `y` below the rule."""
        return strip([], width, self.ink("foreground", "raised"))

    @property
    def inner(self) -> int:
        """Cells between the margins of two."""
        return self.size.width - 4

    @property
    def room(self) -> int:
        """Rows below the rule."""
        return max(self.size.height - HEAD, 1)

    @property
    def wide(self) -> int:
        """The cells of a row, known before it is laid."""
        width = self.app.size.width
        return min(WIDEST, width - 2 * MARGIN) if width >= 100 else width

    def lay(self) -> None:
        """Take the place the terminal leaves: a box on a large one, everything below the header on a small one."""
        size, width = self.app.size, self.wide
        above = 1 if size.height >= LOWEST_WITH_HEADER else 0
        below = size.height - 1 - above - self.spared
        height = min(self.wanted_rows() + HEAD + 1, below - 4) if size.height >= 32 and size.width >= 100 else below
        self.take_place((size.width - width) // 2, above + (below - height) // 2, width, height)

    def take_place(self, x: int, y: int, width: int, height: int) -> None:
        """Stand at a cell of the screen, `width` by `height` cells, with what is kept free beside them."""
        left, right = (self._free(cells) for cells in (x, self.app.size.width - x - width))
        self.styles.padding = (0, right, 0, left)
        self.styles.width, self.styles.height = left + width + right, height
        self.styles.offset = (x - left, y)

    def _free(self, beside: int) -> int:
        if self.ink.depth == "full":
            return 0
        return beside if beside <= SHREDS else GUTTER

    def inks_changed(self) -> None:
        if self.is_mounted:  # with other inks it may have no ground any more
            self.lay()
        super().inks_changed()

    def on_mount(self) -> None:
        self.lay()

    def render_line(self, y: int) -> Strip:
        ink, width = self.ink, self.size.width
        fill = ink("foreground", "raised")
        if y == 0:
            left, right = self.title_runs()
            return spread([("  ", fill), *left], [*right, ("  ", fill)], width, fill, ink.glyphs.more)
        if y == 1:
            return strip([(ink.glyphs.rubric * width, ink("accent", "raised"))], width, fill)
        return self.row(y - HEAD, width)
