"""Where an export goes: the name and folder proposed, and what goes along."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Key

from tests.reader.export_page import dialog, name
from tests.reader.overlay_page import footer, inside, page, row_with, settle
from tests.unit.cli_runner import harbour
from tui.briefing import load
from tui.export import markdown
from tui.reader import export_target
from tui.reader.completing import Completion, complete
from tui.reader.start import make_app

pytestmark = pytest.mark.usefixtures("in_a_folder_of_its_own")


async def test_one_section_alone_is_three_keys_and_names_the_file(tmp_path: Path) -> None:
    async with page(harbour(tmp_path), ["e", "o"]) as (app, pilot):
        only = app.resolved.sections[0].section.id
        assert row_with(app, f"harbour-{only}.md")
        await pilot.press("enter")
        written = Path(f"harbour-{only}.md").read_text(encoding="utf-8")
        assert written == markdown(app.resolved, [only])
        assert [path.name for path in Path().iterdir()] == [f"harbour-{only}.md"]


async def test_all_sections_are_ticked_again_and_the_name_is_that_of_the_whole(tmp_path: Path) -> None:
    async with page(harbour(tmp_path), ["e", "o", "a"]) as (app, _):
        assert dialog(app).fields.options.whole
        assert dialog(app).line.value == "harbour.md"


async def test_a_name_somebody_gave_does_not_follow(tmp_path: Path) -> None:
    async with page(harbour(tmp_path), ["e"]) as (app, pilot):
        await name(app, pilot, "mine.md")
        await pilot.press("o")
        assert dialog(app).line.value == "mine.md"


async def test_a_proposed_name_that_exists_is_told_as_it_follows(tmp_path: Path) -> None:
    async with page(harbour(tmp_path), ["e"]) as (app, pilot):
        Path(f"harbour-{app.resolved.sections[0].section.id}.md").write_text("mine", encoding="utf-8")
        await pilot.press("o")
        assert row_with(app, "! This file exists")
        await pilot.press("a")
        assert not any("This file exists" in row for row in inside(app))


async def test_only_this_where_no_section_is_in_hand_says_so(tmp_path: Path) -> None:
    async with page(harbour(tmp_path), ["e", "tab", "o"]) as (app, _):
        assert "! no section is in hand" in footer(app)
        assert dialog(app).fields.options.whole


async def test_a_space_typed_ahead_of_the_dialog_ticks_in_it(tmp_path: Path) -> None:
    async with page(harbour(tmp_path)) as (app, pilot):
        for key, character in (("e", "e"), ("space", " "), ("enter", "\r")):
            app.post_message(Key(key, character))
        await settle(app, pilot)
        assert f"harbour-{app.resolved.sections[1].section.id}.md" in [path.name for path in Path().iterdir()]


async def test_notes_and_timeline_go_along_when_ticked(tmp_path: Path) -> None:
    async with page(harbour(tmp_path), ["a", *"ask", "enter", "e", "tab", "j", "j", "space"]) as (app, pilot):
        assert "▌ [ ] timeline" in row_with(app, "timeline") and "[ ] your notes" in row_with(app, "your notes")
        await pilot.press("j", "space", "enter")
        written = Path("harbour.md").read_text(encoding="utf-8")
        assert written == markdown(app.resolved, timeline=False, notes=app.notebook.all())
        assert "- Note, The Herald, paragraph 2: ask.[^" in written


async def test_the_folder_of_the_last_export_is_proposed_while_it_is_there(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    app = make_app(harbour(tmp_path), keeping=True)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("e")
        assert dialog(app).line.value == "harbour.md"
        dialog(app).line.value = f"{folder}/mine.md"
        await pilot.press("enter", "e")
        assert dialog(app).line.value == f"{folder}/harbour.md"
        await pilot.press("o")
        assert dialog(app).line.value == f"{folder}/harbour-money.md"
        await pilot.press("escape")
        (folder / "mine.md").unlink()
        folder.rmdir()
        await pilot.press("e")
        assert dialog(app).line.value == "harbour.md"


async def test_the_folder_of_an_export_is_not_proposed_for_another_briefing(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    first = harbour(tmp_path)
    export_target.remember_folder(folder / "mine.md", load(first))
    other = tmp_path / "other.yaml"
    other.write_bytes(first.read_bytes())
    for briefing, proposed in ((first, f"{folder}/harbour.md"), (other, "harbour.md")):
        app = make_app(briefing, keeping=True)
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.press("e")
            assert dialog(app).line.value == proposed


async def test_tab_goes_on_with_a_path_somebody_types_and_shows_how_else_it_may_go_on(tmp_path: Path) -> None:
    for folder in ("reports", "reports/a\x1b[31m", "reports/old"):
        Path(folder).mkdir()
    for file in ("reports/one.md", "reports/other.MD", "reports/o.txt", "reports/.hidden.md"):
        Path(file).touch()
    async with page(harbour(tmp_path), ["e", "tab", "tab", *["backspace"] * 10, *"re", "tab"]) as (app, pilot):
        assert dialog(app).line.value == "reports/"
        await pilot.press("o", "tab")
        assert footer(app).startswith(" 3 go on so  old/  one.md  other.MD") and dialog(app).fields.focus == "path"
        await pilot.press("n", "tab")
        assert dialog(app).line.value == "reports/one.md"
        await pilot.press("tab")
        assert dialog(app).fields.focus == "overwrite"


def test_names_one_line_cannot_hold_are_no_way_on_and_nothing_raises() -> None:
    Path("a\x1b[31m").mkdir()
    assert complete("") == Completion("") and complete("nowhere/x") == Completion("nowhere/x")
    assert complete("\0") == Completion("\0")
    Path("Übersicht").mkdir()
    assert complete("übe").path == "Übersicht/"
