"""One line asked for in the place of the footer, so that nothing covers what is read."""

from __future__ import annotations

from collections.abc import Callable

from rich.cells import cell_len
from textual import on
from textual.strip import Strip
from textual.widgets import Input

from tui.documents import clean_line
from tui.reader.messages import Message
from tui.reader.painting import Run, fit, spread, width_of
from tui.reader.widgets.one_line import OneLine
from tui.reader.widgets.typing import TypingLine

ROOM = 8  # cells for what is typed


class Prompt(OneLine):
    """Asks for a few characters; `take` answers what is wrong with them, or "" once it has done what they say."""

    def __init__(self, subject: str, about: str, take: Callable[[str], str]) -> None:
        super().__init__("prompt", TypingLine("", longest=ROOM - 1))
        self.subject = subject
        self.about = about
        self._take = take
        self._wrong = ""

    def lay(self) -> None:
        self.line.place(cell_len(self._label()), 0, ROOM)

    def _label(self) -> str:
        return f" {self.ink.glyphs.mark} {self.subject} "

    def render_line(self, y: int) -> Strip:
        ink, width = self.ink, self.size.width
        fill = ink("foreground", "raised")
        mark, subject = self._label()[:3], self._label()[3:]
        left: list[Run] = [(mark, ink("accent", "raised", "b")), (subject, ink("foreground", "raised", "b"))]
        room = width - width_of(left) - ROOM - 1
        wrong = Message(self._wrong, kind="error").runs(ink, room + 2)[0] if self._wrong else []
        right = wrong or [(fit(self.about, room, ink.glyphs.more), ink("dim", "raised"))]
        return spread(left, [*right, (" ", fill)], width, fill)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._wrong = ""
        self.refresh(layout=False)

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.do_go_source()

    def do_go_source(self) -> None:
        """Take what is typed; what is wrong with it is told here, and can be typed over."""
        self._wrong = self._take(clean_line(self.line.value).strip())
        if self._wrong:
            self.refresh(layout=False)
