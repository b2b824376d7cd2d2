"""A note on a passage: its words, and one line to type (`a`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from textual import on
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from tui.documents import clean_line
from tui.reader.noting import Unfinished
from tui.reader.painting import Run, fit, strip
from tui.reader.widgets.dialog import HEAD, MARGIN, WIDEST, Dialog
from tui.reader.widgets.typing import TypingLine
from tui.reader.wrapping import wrap

LONGEST = 1_000
MOST_ROWS = 4  # of the passage


class NoteDialog(Dialog):
    """`↵` keeps what is typed; without any words the note is taken away. Left otherwise, what is typed waits."""

    HINTS = (("go.source", "keep"), ("empty", "takes it away"), ("go.back", "back"))

    def __init__(self, where: str, words: str, unfinished: Unfinished, keep: Callable[[str], None]) -> None:
        super().__init__(name="note")
        self.where = where
        self.words = words
        self._keep = keep
        self._unfinished: Unfinished | None = unfinished
        self._brought_back = unfinished.is_brought_back
        self.line = TypingLine(unfinished.text, longest=LONGEST)

    def compose(self) -> Iterator[TypingLine]:
        yield self.line

    def on_mount(self) -> None:
        super().on_mount()
        self.line.focus()
        self.line.cursor_position = len(self.line.value)

    @property
    def first(self) -> Widget:
        return self.line

    def focus(self, scroll_visible: bool = True) -> NoteDialog:
        return self  # the line takes the keys, once it is there

    def lay(self) -> None:
        super().lay()
        self.line.place(2, HEAD + len(self._passage()) + 1, self._wide)

    @property
    def _wide(self) -> int:
        """Cells between the margins, known before the dialog has its size."""
        width = self.app.size.width
        return (min(WIDEST, width - 2 * MARGIN) if width >= 100 else width) - 4

    def _passage(self) -> list[str]:
        width = self._wide
        rows = [self.words[start:end] for start, end in wrap(self.words, max(width, 8))]
        if len(rows) > MOST_ROWS:
            rows[MOST_ROWS - 1] = fit(rows[MOST_ROWS - 1] + " " + rows[MOST_ROWS], width - 1, self.ink.glyphs.more)
        return rows[:MOST_ROWS]

    def wanted_rows(self) -> int:
        return len(self._passage()) + 2

    def title_runs(self) -> tuple[list[Run], list[Run]]:
        title = "Note, not kept yet" if self._brought_back else "Note"
        return [(title, self.ink("foreground", "raised", "b"))], [(self.where, self.ink("dim", "raised"))]

    def row(self, y: int, width: int) -> Strip:
        ink, rows = self.ink, self._passage()
        text: Run = (rows[y] if y < len(rows) else "", ink("prose", "raised"))
        return strip([("  ", ink("foreground", "raised")), text], width, ink("foreground", "raised"))

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.do_go_source()

    def do_go_source(self) -> None:
        """Keep what is typed."""
        text = self._typed
        unfinished, self._unfinished = self._unfinished, None
        if unfinished is not None:
            unfinished.done()
        self.reader.close_overlay()
        self._keep(text)

    @property
    def _typed(self) -> str:
        return clean_line(self.line.value).strip()

    def closing(self) -> None:
        if self._unfinished is not None:
            self._unfinished.leave(self._typed)

    def interrupted(self) -> bool:
        if self._unfinished is None or not self._unfinished.is_unkept(self._typed):
            return False
        self.reader.close_overlay()
        return True

    def do_app_quit(self) -> None:
        self.reader.close_overlay()
