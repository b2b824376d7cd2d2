"""What was done to the notes is taken back with one key."""

from __future__ import annotations

from pathlib import Path

from tests.reader.overlay_page import footer, page
from tests.unit.cli_runner import harbour
from tui.notes import read

NOTED = ["a", *"ask", "enter"]


async def test_u_goes_back_from_the_note_taken_away_over_the_text_changed_to_before_it_was_made(
    tmp_path: Path, file: Path
) -> None:
    async with page(harbour(tmp_path), [*NOTED, "a", *"!", "enter", "a", *["backspace"] * 4, "enter"]) as (app, pilot):
        assert read(file).notes == ()
        assert footer(app).startswith(" note taken away") and footer(app).rstrip().endswith("u takes it back")
        await pilot.press("u")
        assert [note.text for note in read(file).notes] == ["ask!"]
        assert footer(app).startswith(" taken back  note taken away") and "u once more: 2 left" in footer(app)
        await pilot.press("u")
        assert [note.text for note in read(file).notes] == ["ask"]
        await pilot.press("u")
        assert read(file).notes == ()
        await pilot.press("u")
        assert footer(app).startswith(" nothing to take back")


async def test_a_bookmark_taken_away_comes_back(tmp_path: Path, file: Path) -> None:
    async with page(harbour(tmp_path), ["b"]) as (_, pilot):
        [kept] = read(file).notes
        await pilot.press("b", "u")
        assert read(file).notes == (kept,)


async def test_a_bookmark_and_a_note_just_added_go_again(tmp_path: Path, file: Path) -> None:
    async with page(harbour(tmp_path), ["b", "l", *NOTED]) as (app, pilot):
        assert sorted(note.text for note in read(file).notes) == ["", "ask"]
        assert footer(app).startswith(" noted on ") and footer(app).rstrip().endswith("u takes it back")
        await pilot.press("u")
        assert [note.text for note in read(file).notes] == [""]
        assert footer(app).startswith(" taken back  noted on ")
        await pilot.press("u")
        assert read(file).notes == ()
        assert footer(app).startswith(" taken back  bookmarked ")


async def test_a_note_changed_by_another_hand_is_not_taken_away_for_the_one_that_was_added(
    tmp_path: Path, file: Path
) -> None:
    async with page(harbour(tmp_path), NOTED) as (app, pilot):
        file.write_text(file.read_text(encoding="utf-8").replace("ask", "asked, and answered"), encoding="utf-8")
        await pilot.press("u")
        assert [note.text for note in read(file).notes] == ["asked, and answered"]
        assert footer(app).startswith(" ✗ not taken back  the note was changed or taken away elsewhere")


async def test_what_cannot_be_taken_back_is_told_and_the_file_stays(tmp_path: Path, file: Path) -> None:
    async with page(harbour(tmp_path), ["b", "b"]) as (app, pilot):
        file.write_text("version: 1\nnotes: never\n", encoding="utf-8")
        await pilot.press("u")
        assert footer(app).startswith(" ✗ not taken back  harbour.yaml:2:")
        assert file.read_text(encoding="utf-8") == "version: 1\nnotes: never\n"
