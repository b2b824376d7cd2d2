"""An overlay of one line in the place of the footer, typed into, so that nothing covers what is read."""

from __future__ import annotations

from collections.abc import Iterator

from textual.widget import Widget

from tui.reader.widgets.overlay import Overlay
from tui.reader.widgets.typing import TypingLine


class OneLine(Overlay):
    """The line takes the keys it types with; the others are the overlay's commands."""

    DEFAULT_CSS = "OneLine { dock: bottom; height: 1; }"
    VEILS = False

    def __init__(self, name: str, line: TypingLine) -> None:
        super().__init__(name=name)
        self.line = line

    def compose(self) -> Iterator[TypingLine]:
        yield self.line

    def on_mount(self) -> None:
        self.line.focus()
        self.lay()

    @property
    def first(self) -> Widget:
        return self.line

    def focus(self, scroll_visible: bool = True) -> OneLine:
        return self  # the line takes the keys, once it is there
