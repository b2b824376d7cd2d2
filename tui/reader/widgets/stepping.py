"""Views in which one steps from row to row and the wheel scrolls what lies under it."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any

from textual import events

from tui.reader.painting import Run, thumb
from tui.reader.widgets.steps import Steps
from tui.reader.widgets.view import View

HEAD = 2  # rows above a list
WHEEL = 3  # rows a notch of the wheel


class Stepping(Steps, View):
    """Makes the wheel out of `wheel`."""

    @abstractmethod
    def wheel(self, x: int, by: int) -> None:
        """Scroll what lies at column `x` by so many rows, stopping at the ends."""

    @property
    def hand_x(self) -> int:
        """A column of cells under which lies what is in hand."""
        return 0

    def scrollbar(self, y: int, room: int, total: int, top: int) -> Run:
        """Row `y` of the hairline, which is the scrollbar: row `top` of `total` is the first of the `room` shown.

        Blank where everything is in view.
        """
        if total <= room:
            return (" ", self.ink())
        glyphs, inside = self.ink.glyphs, y in thumb(room, total, min(top, total - room))
        return (glyphs.thumb if inside else glyphs.hairline, self.ink("dim" if inside else "border"))

    def do_scroll_line_down(self) -> None:
        self.wheel(self.hand_x, 1)

    def do_scroll_line_up(self) -> None:
        self.wheel(self.hand_x, -1)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.wheel(event.x, WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.wheel(event.x, -WHEEL)


class Awaiting(Stepping):
    """Takes up what a session kept once the size is known, since that says where rows stand."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - as Textual calls it
        super().__init__(id=id)
        self._awaited: object = None  # what a session kept, until the size is known

    @abstractmethod
    def kept(self) -> object:
        """What stands where, by the ids of the briefing."""

    @abstractmethod
    def restore(self, kept: dict[str, Any]) -> None:
        """Let stand again what `kept` said, as far as it is still there."""

    def take_up(self, kept: object) -> None:
        self._awaited = kept
        self.take_up_awaited()

    def take_up_awaited(self) -> None:
        """Let stand again what is waited with, if by now there is room for it."""
        if self.size.height > HEAD:
            kept, self._awaited = self._awaited, None
            if isinstance(kept, dict):
                self.restore(kept)


class Listing(Awaiting):
    """One list from edge to edge: half screens are steps, left and right go through the sources of the row in hand.

    The wheel may leave the row in hand, and a session keeps that.
    """

    def __init__(self, *, id: str) -> None:  # noqa: A002 - as Textual calls it
        super().__init__(id=id)
        self._top = 0
        self._wheeled = False  # whether the rows were scrolled since the row in hand was brought into view

    @property
    @abstractmethod
    def room(self) -> int:
        """Rows of the list on the screen."""

    @property
    @abstractmethod
    def length(self) -> int:
        """Rows of the list in all."""

    def on_resize(self) -> None:
        kept = self._awaited or (self.kept() if self._wheeled else None)
        self.hand_moved()
        self.take_up(kept)

    def on_mount(self) -> None:
        self.hand_moved()

    def wheel(self, x: int, by: int) -> None:
        self.wheel_to(self._top + by)

    def wheel_to(self, top: int) -> None:
        """Let the row `top` stand first, as far as the list reaches."""
        self._top = min(max(top, 0), max(self.length - self.room, 0))
        self._wheeled = True
        self.refresh()

    @abstractmethod
    def across(self, by: int) -> None:
        """To the source `by` away in the row in hand, stopping at the ends."""

    def leap(self, way: int) -> None:
        self.step(way * max(self.room // 2, 1))

    def do_move_previous_quotation(self) -> None:
        self.across(-1)

    def do_move_next_quotation(self) -> None:
        self.across(1)

    def do_move_left(self) -> None:
        self.across(-1)

    def do_move_right(self) -> None:
        self.across(1)
