"""Views in which one steps from row to row and the wheel scrolls what lies under it."""

from __future__ import annotations

from abc import abstractmethod

from textual import events

from tui.reader.widgets.view import View

FAR = 10**6  # further than any list is long
WHEEL = 3  # rows a notch of the wheel


class Stepping(View):
    """Makes keys and the wheel out of `step` and `wheel`."""

    @abstractmethod
    def step(self, by: int) -> None:
        """To the row `by` away, stopping at the ends."""

    @abstractmethod
    def wheel(self, x: int, by: int) -> None:
        """Scroll what lies at column `x` by so many rows, stopping at the ends."""

    def do_move_down(self) -> None:
        self.step(1)

    def do_move_up(self) -> None:
        self.step(-1)

    def do_move_top(self) -> None:
        self.step(-FAR)

    def do_move_bottom(self) -> None:
        self.step(FAR)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.wheel(event.x, WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.wheel(event.x, -WHEEL)


class Listing(Stepping):
    """One list from edge to edge: half screens are steps, left and right go through the sources of the row in hand."""

    @property
    @abstractmethod
    def room(self) -> int:
        """Rows of the list on the screen."""

    @abstractmethod
    def across(self, by: int) -> None:
        """To the source `by` away in the row in hand, stopping at the ends."""

    def do_move_half_down(self) -> None:
        self.step(max(self.room // 2, 1))

    def do_move_half_up(self) -> None:
        self.step(-max(self.room // 2, 1))

    def do_move_left(self) -> None:
        self.across(-1)

    def do_move_right(self) -> None:
        self.across(1)
