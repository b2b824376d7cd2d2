"""The one line a person types into: search, help, palette, file names. What is pasted is cleaned first."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from rich.highlighter import Highlighter
from textual import events
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from tui.documents import Limits, clean_line

if TYPE_CHECKING:
    from tui.reader.app import Hexapla


class TypingLine(Input):
    """A bare input of one row: no border, no blink, at most as long as a query may be."""

    DEFAULT_CSS = """
    TypingLine, TypingLine:focus {
        border: none; height: 1; padding: 0; position: absolute;
        background: $surface; background-tint: transparent 0%; color: $foreground; text-style: bold;
    }
    TypingLine > .input--placeholder { color: $dim; text-style: not bold; }
    """

    # The line has its width from its parent: what is typed need not lay the screen out anew, which takes 3 ms a key.
    virtual_size = Reactive(Size(0, 0), layout=False)

    def __init__(self, value: str = "", *, highlighter: Highlighter | None = None, longest: int = 0) -> None:
        most = longest or Limits().query
        super().__init__(clean_line(value), highlighter=highlighter, max_length=most, select_on_focus=False)
        self.cursor_blink = False

    def on_mount(self) -> None:
        self._page = self.screen

    def on_unmount(self) -> None:
        # Textual's own line stays subscribed for ever, and so in memory, and its drawer with all hits.
        self._page.text_selection_started_signal.unsubscribe(self)
        self._styles_cache.clear()  # a function of its own keeps it, as long as a thousand others have not come since

    def _on_paste(self, event: events.Paste) -> None:
        """Take what is pasted as one line, as much of it as fits; Textual would take its first line, or nothing."""
        event.prevent_default()
        event.stop()
        start, end = sorted(self.selection)
        room = (self.max_length or 0) - len(self.value) + end - start
        self.replace(clean_line(event.text).strip()[:room], start, end)

    def action_home(self, select: bool = False) -> None:
        """To the start of the line; from there, to that of the list below it."""
        if self.cursor_at_start and self.selection.is_empty and not select:
            self._reader.run_command("move.top")
        super().action_home(select)

    def action_end(self, select: bool = False) -> None:
        """To the end of the line; from there, to that of the list below it."""
        if self.cursor_at_end and self.selection.is_empty and not select:
            self._reader.run_command("move.bottom")
        super().action_end(select)

    @property
    def _reader(self) -> Hexapla:
        return cast("Hexapla", self.app)

    def replace(self, text: str, start: int, end: int) -> None:
        super().replace(clean_line(text), start, end)

    def place(self, x: int, y: int, width: int) -> None:
        """Stand at a cell of the parent, `width` cells wide."""
        self.styles.offset = (x, y)
        self.styles.width = max(width, 4)
