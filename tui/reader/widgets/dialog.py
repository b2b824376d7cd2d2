"""A box over the veiled page: title, rubric rule, rows; no frame (look.md, "Export, help")."""

from __future__ import annotations

from textual.strip import Strip

from tui.reader.painting import Run, spread, strip
from tui.reader.widgets.overlay import Overlay

WIDEST, MARGIN = 108, 6
HEAD = 2  # the title and its rule


class Dialog(Overlay):
    """Base of dialogs. A subclass says its title, how many rows it would like, and paints them."""

    DEFAULT_CSS = "Dialog { position: absolute; background: $surface; }"

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
        below = size.height - 2 - self.spared
        height = min(self.wanted_rows() + HEAD + 1, below - 4) if size.height >= 32 and size.width >= 100 else below
        self.styles.width, self.styles.height = width, height
        self.styles.offset = ((size.width - width) // 2, 1 + (below - height) // 2)

    def on_mount(self) -> None:
        self.lay()

    def on_resize(self) -> None:
        self.lay()

    def render_line(self, y: int) -> Strip:
        ink, width = self.ink, self.size.width
        fill = ink("foreground", "raised")
        if y == 0:
            left, right = self.title_runs()
            return spread([("  ", fill), *left], [*right, ("  ", fill)], width, fill)
        if y == 1:
            return strip([(ink.glyphs.rubric * width, ink("accent", "raised"))], width, fill)
        return self.row(y - HEAD, width)
