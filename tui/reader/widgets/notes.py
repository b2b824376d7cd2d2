"""All bookmarks and notes of the briefing, to jump to (`A`)."""

from __future__ import annotations

from textual import events
from textual.strip import Strip

from tui.documents import clean_line
from tui.notes import Placed
from tui.reader import noting
from tui.reader.painting import Run, fit, spread, strip
from tui.reader.widgets.dialog import Dialog
from tui.reader.widgets.steps import Steps

STEP = 3  # rows of an entry: the passage, the note, a blank one


class NotesDialog(Steps, Dialog):
    """An entry is the source's letter, the paragraph and the words, below them the note; `↵` jumps there."""

    HINTS = (
        ("go.source", "to the passage"),
        ("move.down move.up", "note"),
        ("note.edit", "change"),
        ("note.delete", "delete"),
        ("go.back", "back"),
    )

    def __init__(self, at: int = 0) -> None:
        super().__init__(name="notes")
        self.at = at
        self._top = 0

    @property
    def entries(self) -> list[Placed]:
        """All of them."""
        return self.reader.notebook.all()

    @property
    def _shown(self) -> int:
        return max((self.room + 1) // STEP, 1)

    def on_resize(self) -> None:
        self._show(self.at)

    def wanted_rows(self) -> int:
        return max(STEP * len(self.entries), STEP)

    def title_runs(self) -> tuple[list[Run], list[Run]]:
        ink = self.ink
        count = f"{self.at + 1} of {len(self.entries)}" if self.entries else ""
        return [("Notes and bookmarks", ink("foreground", "raised", "b"))], [(count, ink("dim", "raised"))]

    def row(self, y: int, width: int) -> Strip:
        ink, number = self.ink, self._top + y // STEP
        if not self.entries and y == 0:
            return strip([("  nothing is kept any more", ink("dim", "raised"))], width, ink("foreground", "raised"))
        if number >= len(self.entries) or y % STEP == STEP - 1:
            return strip([], width, ink("foreground", "raised"))
        here = number == self.at
        ground = "selection" if here else "raised"
        fill = ink("foreground", ground)
        bar: Run = (ink.glyphs.bar if here else " ", ink("bar", ground))
        entry = self.entries[number]
        runs = self._passage(entry, width, ground) if y % STEP == 0 else self._note(entry, width, ground)
        return spread([bar, (" ", fill), *runs], [], width, fill)

    def _passage(self, placed: Placed, width: int, ground: str) -> list[Run]:
        ink, source = self.ink, placed.note.source
        resolved = self.reader.resolved
        number = self.reader.hand.letters.get(source)
        letter = resolved.briefing.sources[number].letter if number is not None else "?"
        mark = ink(f"mark:{number}" if number is not None else "dim", ground, "b")
        document = resolved.documents.get(source)
        if placed.span is None or document is None:
            place, words = "not found", placed.note.quote
        else:
            paragraph = document.paragraph_at(placed.span.start)
            place = f"{ink.glyphs.paragraph}{paragraph.number}" if paragraph else ""
            words = document.text[placed.span.start : placed.span.end]
        style = ink("warning" if placed.span is None else "dim", ground)
        text = fit(clean_line(words), max(width - 8 - len(place), 8), ink.glyphs.more)
        return [(letter + " ", mark), (place + "  ", style), (text, ink("prose", ground))]

    def _note(self, placed: Placed, width: int, ground: str) -> list[Run]:
        ink = self.ink
        if not placed.note.text:
            return [(f"{ink.glyphs.bookmark} ", ink("dim", ground)), ("bookmark", ink("dim", ground))]
        text = fit(clean_line(placed.note.text), max(width - 8, 8), ink.glyphs.more)
        return [(f"{ink.glyphs.note} ", ink("dim", ground)), (text, ink("foreground", ground, "b"))]

    # -- commands

    def _to(self, at: int) -> None:
        self.reader.dismiss_message()
        self._show(at)

    def _show(self, at: int) -> None:
        self.at = min(max(at, 0), max(len(self.entries) - 1, 0))
        self._top = max(min(self._top, self.at), self.at - self._shown + 1)
        self.refresh(layout=False)

    def step(self, by: int) -> None:
        self._to(self.at + by)

    def leap(self, way: int) -> None:
        self.step(way * self._shown)

    def do_go_source(self) -> None:
        """To the passage, all notes lit."""
        entry = self.entries[self.at] if self.entries else None
        if entry is not None and entry.span is not None:
            noting.jump(self.reader, entry)

    def do_note_edit(self) -> None:
        """Change the note in hand; back to the list then."""
        from tui.reader.widgets.note import NoteDialog

        reader = self.reader
        if not self.entries:
            return
        entry, at = self.entries[self.at], self.at

        def keep(text: str) -> None:
            noting.change(reader, entry, text)
            if reader.notebook.all():
                reader.open_overlay(NotesDialog(at))

        words = clean_line(entry.note.quote)
        line = noting.Unfinished(reader, (entry.note.source, words), entry)
        reader.open_overlay(NoteDialog(entry.note.source, words, line, keep))

    def do_note_delete(self) -> None:
        """Keep the entry in hand no longer; the list stays, to take it back in."""
        if self.entries:
            noting.change(self.reader, self.entries[self.at], "")

    def do_undo(self) -> None:
        self.reader.do_undo()

    def do_app_quit(self) -> None:
        self.reader.close_overlay()

    def briefing_renewed(self) -> None:
        self._to(self.at)

    def notes_changed(self) -> None:
        self._show(self.at)  # word of the change stays

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self._to(self.at + 1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self._to(self.at - 1)

    def on_click(self, event: events.Click) -> None:
        number = self._top + (event.y - 2) // STEP
        if event.y < 2 or number >= len(self.entries):
            return
        again = number == self.at
        self._to(number)
        if again or event.chain > 1:
            self.do_go_source()
