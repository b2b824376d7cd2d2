"""Bookmarks and notes: made with a key, shown beside their words, listed, found again when articles change."""

from __future__ import annotations

from pathlib import Path

from tests.reader.overlay_page import footer, inside, page, rows, style_at
from tests.reader.sources_page import column, view
from tests.reader.test_live_reload import edit, look
from tui.notes import read
from tui.reader.start import make_app
from tui.reader.widgets.note import NoteDialog
from tui.reader.widgets.notes import NotesDialog

NOTED = ["a", *"ask", "space", *"Ruiz", "enter"]


async def test_b_bookmarks_the_quotation_in_hand_and_takes_the_bookmark_away(path: Path, file: Path) -> None:
    async with page(path, ["b"]) as (app, pilot):
        assert footer(app).startswith(" bookmarked H ¶2")
        [note] = read(file).notes
        assert (note.source, note.quote, note.text) == ("herald", "the pier cost 40 million euros", "")
        await pilot.press("b")
        assert footer(app).startswith(" bookmark taken away from H ¶2")
        assert read(file).notes == ()


async def test_a_note_is_typed_on_one_line_and_empty_words_take_it_away(path: Path, file: Path) -> None:
    async with page(path, ["a"]) as (app, pilot):
        assert isinstance(app.overlay, NoteDialog)
        shown = inside(app)
        assert shown[0].strip().startswith("Note") and shown[0].rstrip().endswith("H ¶2")
        assert shown[2].strip() == "the pier cost 40 million euros"
        await pilot.press(*NOTED[1:])
        assert app.overlay is None and footer(app).startswith(" noted on H ¶2")
        assert [note.text for note in read(file).notes] == ["ask Ruiz"]
        await pilot.press("b")
        assert footer(app).startswith(" there is a note here  ask Ruiz")
        await pilot.press("a", *["backspace"] * 8, "enter")
        assert footer(app).startswith(" note taken away") and read(file).notes == ()


async def test_the_sign_stands_beside_the_quotation_in_the_sections_too_and_after_a_restart(path: Path) -> None:
    async with page(path, ["b"]) as (app, pilot):
        assert any(row.startswith("‣H▌the pier cost") for row in rows(app))
        await pilot.press(*NOTED)
        assert any(row.startswith("*H▌the pier cost") for row in rows(app))
    async with page(path) as (app, _):
        assert any(row.startswith("*H▌the pier cost") for row in rows(app))


async def test_the_sign_stands_in_the_gutter_red_where_the_reader_is(path: Path) -> None:
    async with page(path, ["b", "2"]) as (app, pilot):
        assert any(row.startswith("‣2▌Mayor Ana") for row in column(app, 0))
        style = style_at(app, "‣2▌")
        assert style.color and style.color.get_truecolor().hex == app.ink.colour("accent")
        await pilot.press("j")
        style = style_at(app, "‣2")
        assert style.color and style.color.get_truecolor().hex == app.ink.colour("dim")
        await pilot.press("k", *NOTED)
        assert any(row.startswith("*2▌Mayor Ana") for row in column(app, 0))


async def test_a_note_on_the_evidence_stands_below_the_statement(path: Path) -> None:
    async with page(path, [*NOTED, "2"]) as (app, pilot):
        assert rows(app)[2].startswith("  * H ¶2  ask Ruiz")
        await pilot.press("j")
        assert not any("ask Ruiz" in row for row in rows(app))


async def test_where_nothing_is_quoted_the_first_passage_in_view_is_taken(path: Path, file: Path) -> None:
    async with page(path, ["l", "2", "l", "b"]) as (app, _):
        assert view(app).columns.focused.source.id == "coast"
        assert [note.quote for note in read(file).notes] == ["A new harbour pier was opened by the mayor."]


async def test_the_list_leads_to_the_passage_and_n_to_the_next(path: Path) -> None:
    async with page(path, ["b", "l", *NOTED, "1", "A"]) as (app, pilot):
        assert isinstance(app.overlay, NotesDialog)
        shown = [row.strip() for row in inside(app)]
        assert shown[0].startswith("Notes and bookmarks") and shown[0].endswith("1 of 2")
        assert any("H ¶1  The harbour opened on Monday" in row for row in shown)
        assert any("* ask Ruiz" in row for row in shown) and any("‣ bookmark" in row for row in shown)
        await pilot.press("j", "enter")
        assert app.view_name == "sources" and footer(app).startswith(" * notes  2/2")
        await pilot.press("n")
        assert footer(app).startswith(" * notes  1/2")
        await pilot.press("escape")
        assert app.view_name == "sections"


async def test_a_note_is_changed_from_the_list_and_stays_in_hand(path: Path, file: Path) -> None:
    async with page(path, ["b", "l", *NOTED, "1", "A", "j", "a", *"!", "enter"]) as (app, _):
        assert isinstance(app.overlay, NotesDialog) and app.overlay.at == 1
        assert sorted(note.text for note in read(file).notes) == ["!", "ask Ruiz"]


async def test_an_empty_list_says_what_fills_it(path: Path) -> None:
    async with page(path, ["A"]) as (app, _):
        assert app.overlay is None
        assert footer(app).startswith(" nothing is bookmarked or noted yet")
        assert footer(app).rstrip().endswith("b a bookmark, note")


async def test_notes_come_back_and_follow_their_words(path: Path, tmp_path: Path) -> None:
    async with page(path, [*NOTED]):
        pass
    async with page(path, ["2"]) as (app, pilot):
        app.following.start()
        assert any(row.startswith("*2") for row in column(app, 0))
        edit(tmp_path / "herald.txt", "\n\nMayor", "\n\nIt rained.\n\nMayor")
        await look(app, pilot)
        assert any(row.startswith("*3") for row in column(app, 0))


async def test_words_that_are_gone_stay_in_the_list_and_in_the_file(path: Path, file: Path, tmp_path: Path) -> None:
    async with page(path, [*NOTED]):
        pass
    (tmp_path / "herald.txt").write_text("Nothing of that kind.\n", encoding="utf-8")
    async with page(path, ["A"]) as (app, pilot):
        assert any("not found" in row and "the pier cost 40" in row for row in inside(app))
        await pilot.press("enter")
        assert isinstance(app.overlay, NotesDialog)
        await pilot.press("escape", "l", "b")
        assert len(read(file).notes) == 1 or "ask Ruiz" in [note.text for note in read(file).notes]


async def test_what_another_hand_wrote_meanwhile_is_kept_and_shown(path: Path, file: Path) -> None:
    async with page(path, [*NOTED, "2"]) as (app, pilot):
        app.following.start()
        app.lookout.look()
        more = '  - source: coast\n    quote: "Nobody was hurt"\n'
        file.write_text(file.read_text(encoding="utf-8") + more, encoding="utf-8")
        await look(app, pilot)
        assert any("‣2" in row for row in column(app, 1))
        file.write_text(file.read_text(encoding="utf-8") + more.replace("Nobody was hurt", "A new"), encoding="utf-8")
        await pilot.press("j", "b")
        assert len(read(file).notes) == 4


async def test_a_file_in_disorder_is_told_and_never_written_over(path: Path, file: Path) -> None:
    file.parent.mkdir(parents=True)
    file.write_text("version: 1\nnotes:\n  - sauce: coast\n    quote: x\n", encoding="utf-8")
    before = file.read_text(encoding="utf-8")
    async with page(path, ["b"]) as (app, pilot):
        assert footer(app).startswith(" ✗ not kept  harbour.yaml:3:5: ")
        await pilot.press("A")
        assert footer(app).startswith(" ! harbour.yaml:3:5  ")
    assert file.read_text(encoding="utf-8") == before


async def test_bare_articles_have_no_place_for_notes(path: Path, tmp_path: Path) -> None:
    app = make_app(articles=[tmp_path / "herald.txt", tmp_path / "coast.txt"])
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press("b")
        assert footer(app).startswith(" ✗ not kept  there is no briefing to keep notes with")


async def test_the_list_follows_when_another_hand_takes_notes_away(path: Path, file: Path) -> None:
    async with page(path, ["b", "l", "b", "A", "G"]) as (app, pilot):
        app.following.start()
        assert isinstance(app.overlay, NotesDialog) and app.overlay.at == 1
        kept = read(file).notes[0].quote
        text = file.read_text(encoding="utf-8")
        file.write_text(text[: text.rindex("\n  - ") + 1], encoding="utf-8")
        app.lookout.look()
        assert app.overlay.at == 0 and app.overlay.entries[0].note.quote == kept
        await pilot.press("enter")
        assert app.view_name == "sources"
