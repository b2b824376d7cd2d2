"""Columns wider, narrower, and one alone over the whole width: the commands of every view that has columns."""

from __future__ import annotations

from abc import abstractmethod

from tui.reader.messages import Message
from tui.reader.widgets.view import View
from tui.reader.widths import LEAST, MOST, Widths


class Widening(View):
    """A view whose columns stand as its `widths` say."""

    widths: Widths

    @property
    @abstractmethod
    def column_name(self) -> str:
        """The name of the column in hand in `widths`; "" where there is none."""

    @abstractmethod
    def measure(self) -> tuple[int, int]:
        """The cells of the column in hand, and how many columns are in view, as `widths` now would have it."""

    @abstractmethod
    def widths_changed(self) -> None:
        """Lay the columns out anew, in their places, and paint them."""

    def do_column_zoom(self) -> None:
        """The column in hand over the whole width, or beside the others again."""
        if not self.column_name:
            return
        before, self.widths.zoomed = self.measure(), not self.widths.zoomed
        if self.measure() == before and self.widths.zoomed:
            self.widths.zoomed = False
            self.reader.say(Message("one column", "has the whole width already"))
            return
        self.widths_changed()

    def do_column_wider(self) -> None:
        """A larger share for the column in hand."""
        if self.column_name and not self._turn(1):
            self.reader.say(Message("no wider", "this column has the whole width"))

    def do_column_narrower(self) -> None:
        """A smaller share for the column in hand, but no less than can be read in."""
        if self.column_name and not self._turn(-1):
            alone = self.measure()[1] < 2
            why = "this column stands alone" if alone else f"a column has at least {LEAST} cells"
            self.reader.say(Message("no narrower", why))

    def _turn(self, way: int) -> bool:
        """Change the share until that is to be seen; where it never is, leave it as it was."""
        steps, (cells, beside) = dict(self.widths.steps), self.measure()
        for _ in range(2 * MOST + 1):
            if self.widths.zoomed or not self.widths.turn(self.column_name, way):
                break
            now, shown = self.measure()
            if way < 0 and shown < beside:
                break
            if (now - cells) * way > 0:
                self.widths_changed()
                return True
        self.widths.steps = steps
        return False
