"""A note that was typed and not kept: it waits for its reader, and Ctrl+C takes nothing away at once."""

from __future__ import annotations

from pathlib import Path

from tests.reader.overlay_page import footer, inside, page
from tui.notes import read
from tui.reader.crash import INTERRUPTED
from tui.reader.noting import notes_changed
from tui.reader.widgets.note import NoteDialog
from tui.reader.widgets.notes import NotesDialog


async def test_escape_leaves_the_text_where_a_brings_it_back_from(path: Path, file: Path) -> None:
    async with page(path, ["a", *"later", "escape"]) as (app, pilot):
        assert app.overlay is None and not file.exists()
        assert footer(app).startswith(" text kept for now: a brings it back")
        await pilot.press("a")
        assert isinstance(app.overlay, NoteDialog) and app.overlay.line.value == "later"
        assert inside(app)[0].strip().startswith("Note, not kept yet")
        await pilot.press("enter", "a")
        assert [note.text for note in read(file).notes] == ["later"]
        assert inside(app)[0].strip().startswith("Note  ")
        await pilot.press("escape")
        assert "brings it back" not in footer(app)


async def test_a_text_brought_back_and_emptied_is_gone(path: Path, file: Path) -> None:
    async with page(path, ["a", "x", "escape", "a", "backspace", "escape", "a"]) as (app, _):
        assert isinstance(app.overlay, NoteDialog) and app.overlay.line.value == "" and not file.exists()


async def test_control_c_leaves_a_note_with_text_first_and_the_program_then(path: Path) -> None:
    async with page(path, ["a", *"later", "ctrl+c"]) as (app, pilot):
        assert app.overlay is None and app.return_code is None
        assert footer(app).startswith(" text kept for now: a brings it back")
        await pilot.press("ctrl+c")
        assert app.return_code == INTERRUPTED


async def test_control_c_ends_the_program_over_a_note_without_text(path: Path) -> None:
    async with page(path, ["a", "ctrl+c"]) as (app, _):
        assert app.return_code == INTERRUPTED


async def test_the_list_deletes_a_note_and_u_brings_it_back(path: Path, file: Path) -> None:
    async with page(path, ["a", *"ask", "enter", "A"]) as (app, pilot):
        assert isinstance(app.overlay, NotesDialog)
        assert "Del delete" in footer(app)
        await pilot.press("delete")
        notes_changed(app)  # as when the file is seen to be another
        assert footer(app).startswith(" note taken away") and read(file).notes == ()
        assert inside(app)[2].strip() == "nothing is kept any more"
        await pilot.press("u")
        assert [note.text for note in read(file).notes] == ["ask"] and isinstance(app.overlay, NotesDialog)


async def test_delete_takes_away_the_note_on_the_passage_in_hand(path: Path, file: Path) -> None:
    async with page(path, ["a", *"ask", "enter", "delete"]) as (app, pilot):
        assert footer(app).startswith(" note taken away") and read(file).notes == ()
        await pilot.press("delete")
        assert footer(app).startswith(" ! no note or bookmark on the passage in hand")
