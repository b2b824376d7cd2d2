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
