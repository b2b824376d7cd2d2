"""Words are selected with the keyboard: by word, line and passage, copied with their citation, left without a trace."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reader.overlay_page import footer, page
from tests.reader.sources_page import sources, style_at, view
from tests.unit.cli_runner import harbour
from tui.documents import from_text
from tui.documents.model import Span
from tui.notes import read
from tui.reader.app import Hexapla
from tui.reader.stretch import Stretch
from tui.reader.widgets.selecting import Selecting

TEXT = "One two-three, 1,000.5 men.\n\nNext: 東京で会議。 End."


def taken(app: Hexapla) -> str:
    assert isinstance(app.overlay, Selecting)
    return app.overlay.document.text[slice(*app.overlay.stretch.span)]


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    found: list[str] = []
    monkeypatch.setattr("tui.reader.clipboard.native_commands", lambda: iter(()))
    monkeypatch.setattr(Hexapla, "copy_to_clipboard", lambda _, text: found.append(text))
    return found


def test_a_stretch_grows_and_shrinks_at_the_end_that_moves_and_is_never_empty() -> None:
    document = from_text(TEXT)
    stretch = Stretch(document, Span(0, 3))
    ends = []
    for by in (1, 1, 1, 1, 1, 1, -1, *[-1] * 9):
        stretch.by_word(by)
        ends.append(document.text[: stretch.span.end].split(maxsplit=5)[-1])
    assert ends[:7] == ["two-three", "1,000.5", "men", "Next", "東", "東京", "東"]
    assert document.text[slice(*stretch.span)] == "One"
    stretch.swap()
    stretch.by_word(1)
    assert stretch.span == Span(0, 3)
    stretch.swap()
    stretch.by_passage(1)
    assert document.text[slice(*stretch.span)] == "One two-three, 1,000.5 men."


async def test_v_begins_with_the_passage_in_hand_and_keys_move_its_end(copied: list[str]) -> None:
    async with sources(keys=["j", "v"]) as (app, pilot):
        begun = taken(app)
        assert begun and app.hand.quotation is not None and begun == app.hand.quotation.text
        assert "h l word" in footer(app) and "y copy" in footer(app)
        await pilot.press("l")
        assert taken(app).startswith(begun) and len(taken(app).split()) == len(begun.split()) + 1
        await pilot.press("h", "h")
        assert len(taken(app).split()) == len(begun.split()) - 1
        shorter = taken(app)
        await pilot.press("right_square_bracket")
        assert taken(app).startswith(shorter) and taken(app).endswith(".”")
        await pilot.press("j")
        longer = taken(app)
        assert longer.endswith(tuple("abcdefghijklmnopqrstuvwxyz.,”"))
        await pilot.press("v", "h")
        assert taken(app).endswith(longer)
        words = " ".join(taken(app).split())
        await pilot.press("y")
        assert app.overlay is None and copied[0].startswith(f"“{words}” (CNN, paragraph ")
        assert footer(app).startswith(" copied with its citation  to the clipboard of this terminal (OSC 52)")


async def test_what_is_selected_is_lit_and_escape_leaves_nothing_lit() -> None:
    async with sources(keys=["j", "v"]) as (app, pilot):
        column = view(app).columns.focused
        assert isinstance(app.overlay, Selecting)
        start = app.overlay.stretch.span.start
        row = next(y for y in range(column.height) if (line := column.line(y)) and line.end > start)
        x, y = view(app).columns.spans[0][0] + column.gutter + 1, view(app).above + row
        assert app.ink.colour("foreground") in {style_at(app, x + n, y)[1] for n in range(30)}
        await pilot.press("escape")
        assert app.overlay is None
        assert app.ink.colour("foreground") not in {style_at(app, x + n, y)[1] for n in range(30)}


async def test_from_the_sections_the_words_are_shown_in_their_source_and_left_again(
    tmp_path: Path, copied: list[str]
) -> None:
    async with page(harbour(tmp_path), ["v"]) as (app, pilot):
        assert app.view_name == "sources" and taken(app) == "the pier cost 40 million euros"
        await pilot.press("h", "h", "h", "y")
        assert app.view_name == "sections" and copied[0].startswith("“the pier cost” (The Herald, paragraph 2;")
        await pilot.press("v", "escape", "l")
        assert app.view_name == "sections" and app.hand.place.section == 1


async def test_a_note_is_made_on_the_words_selected(path: Path, file: Path) -> None:
    async with page(path, ["v", "h", "h", "h", "b"]):
        [note] = read(file).notes
        assert note.quote == "the pier cost"


async def test_the_form_of_copies_turns_and_is_said(tmp_path: Path, copied: list[str]) -> None:
    async with page(harbour(tmp_path), ["Y", "y"]) as (app, pilot):
        assert copied[0].startswith("> “the pier cost 40 million euros”")
        assert footer(app).startswith(" copied with its citation as Markdown  to the clipboard of this")
        await pilot.press("Y")
        assert footer(app).startswith(" copies are Markdown with footnotes now")
        await pilot.press("Y", "y")
        assert copied[1].startswith("“the pier cost 40 million euros” (The Herald, paragraph 2;")


async def test_where_there_is_no_passage_nothing_can_be_selected() -> None:
    async with page(None, ["v"]) as (app, _):
        assert app.overlay is None and footer(app).startswith(" ! no passage to select here")
