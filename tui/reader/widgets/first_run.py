"""One line above the footer for whoever is new here; Escape hides it for good (look.md, "First run")."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from textual.strip import Strip

from tui import resources
from tui.reader.painting import Run, spread, width_of
from tui.reader.widgets.part import Part

if TYPE_CHECKING:
    from tui.reader.app import Hexapla

# What the keys do, in the words of a wide, a middling and a narrow terminal.
_WORDS: tuple[tuple[tuple[str, str], ...], ...] = (
    (
        ("move.down move.up", "moves the statement, "),
        ("go.source", "opens its sources, "),
        ("search.open", "finds anything, "),
        ("help.open", "lists every key."),
    ),
    (
        ("move.down move.up", "move, "),
        ("go.source", "sources, "),
        ("search.open", "search, "),
        ("help.open", "every key."),
    ),
    (("help.open", "every key."),),
)
# In the sources, where there is no way to them.
_IN_SOURCES = (("counterparts", "shows counterparts, "), ("counterparts", "counterparts, "), ("", ""))
_HIDING = ("hides this for good", "hides this", "hides this")
NEW = "New here?  "


def is_first_run() -> bool:
    """Whether the line was never hidden. Without a home it shows every time."""
    note = _note()
    return note is None or not note.exists()


def hide(reader: Hexapla) -> None:
    """Take the line away for good; a state folder that cannot be written to makes it show again, no more."""
    reader.first_run = False
    reader.query(FirstRun).remove()
    note = _note()
    if note is not None:
        with suppress(OSError):
            note.parent.mkdir(parents=True, exist_ok=True)
            note.touch()


def _note() -> Path | None:
    state = resources.user_folder("state")
    return state / "not-new-here" if state else None


class FirstRun(Part):
    """Takes its row from the body."""

    DEFAULT_CSS = "FirstRun { height: 1; } FirstRun.-hidden { display: none; }"

    def __init__(self) -> None:
        super().__init__(id="first-run")

    def render_line(self, y: int) -> Strip:
        ink, width = self.reader.page_ink, self.size.width
        fill = ink("foreground", "selection")
        for words, there, hiding in zip(_WORDS, _IN_SOURCES, _HIDING, strict=True):
            here = self.reader.view_name == "sources"
            left = self._left(tuple(there if here and one[0] == "go.source" else one for one in words))
            right: list[Run] = [(f"{self.reader.keys_of('go.back')} {hiding} ", ink("dim", "selection"))]
            if width_of(left) + 1 + width_of(right) <= width:
                break
        return spread(left, right, width, fill, ink.glyphs.more)

    def _left(self, words: tuple[tuple[str, str], ...]) -> list[Run]:
        ink = self.reader.page_ink
        runs: list[Run] = [(ink.glyphs.bar, ink("bar", "selection")), (NEW, ink("foreground", "selection", "b"))]
        for commands, does in words:
            runs.append((self.reader.keys_of(commands) + " ", ink("accent", "selection", "b")))
            runs.append((does, ink("foreground", "selection")))
        return runs

    def on_click(self) -> None:
        hide(self.reader)
