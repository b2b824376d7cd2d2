"""The export dialog: what is ticked is what is shown and what is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import MouseScrollDown

from tests.reader.export_page import dialog, name
from tests.reader.overlay_page import LOOK, footer, inside, page, row_with, rows, settle, spot, style_at
from tests.unit.cli_runner import harbour
from tui.export import markdown
from tui.reader.start import make_app

SIZES = [(200, 50), (120, 40), (80, 24), (60, 20), (40, 10)]
pytestmark = pytest.mark.usefixtures("in_a_folder_of_its_own")


async def test_a_path_longer_than_its_line_shows_the_name_of_its_file_until_it_is_in_hand() -> None:
    async with page(LOOK, "e", size=(60, 20)) as (app, pilot):
        await name(app, pilot, "a-folder/of-some-length.md")
        assert row_with(app, "length.md").startswith("  …er/of-some-length.md ▕")
        await pilot.press("tab", "tab")
        await settle(app, pilot)
        assert dialog(app).line.has_focus and row_with(app, "a-folder").startswith("▌ ")


async def test_everything_is_ticked_and_a_name_is_proposed() -> None:
    async with page(LOOK, "e") as (app, _):
        assert [row[:39].rstrip() for row in inside(app)[:15]] == [
            "  Export",
            "━" * 39,
            "  Sections",
            "▌ [×] Command restructuring          6",
            "  [×] China concerns                 5",
            "  [×] North Korea and Russia         4",
            "  [×] Trilateral memorandum          4",
            "",
            "  [×] differences",
            "  [×] coverage table",
            "  [×] timeline",
            "",
            "  Write to",
            "  look.md",
            "  " + "─" * 36,
        ]
        assert footer(app).rstrip() == " Tab next field  Space tick  ↵ write  o only this  a all  Esc back"


async def test_a_narrow_footer_names_the_act_first_and_keeps_it() -> None:
    async with page(LOOK, ["e"], size=(40, 10)) as (app, _):
        assert footer(app).rstrip() == " ↵ write  Tab next field  Esc back"


async def test_the_preview_is_the_export_itself() -> None:
    async with page(LOOK, "e", size=(200, 50)) as (app, pilot):
        preview = dialog(app).preview
        assert preview is not None
        assert [line.text for line in preview.lines if not line.text.startswith("|")] == [
            line for line in markdown(app.resolved).split("\n")[:-1] if not line.startswith("|")
        ]
        await pilot.press("G")
        assert row_with(app, " [^43]: ENTRE News, paragraph 10: “signed a memorandum of")


async def test_headings_are_bold_marks_of_footnotes_lit_and_footnotes_dim() -> None:
    async with page(LOOK, "e") as (app, pilot):
        warning, dim = app.ink.colour("warning"), app.ink.colour("dim")
        assert style_at(app, "# US–Japan 2+2").bold
        await pilot.press(*["ctrl+d"] * 4)
        lit = style_at(app, "[^1][^2]")
        assert lit.bold and lit.color and lit.color.get_truecolor().hex == warning
        assert not style_at(app, "US Forces Japan becomes a joint force headquarters.[").bold
        await pilot.press("G")
        note = style_at(app, ": ENTRE News, paragraph 10: “signed")
        assert note.color and note.color.get_truecolor().hex == dim


async def test_what_is_unticked_leaves_the_preview_and_the_counts() -> None:
    async with page(LOOK, "e") as (app, pilot):
        assert "4 sections · 43 footnotes" in row_with(app, "Preview")
        await pilot.press("j", "j", "space")
        await settle(app, pilot)
        chosen = markdown(app.resolved, ["command", "china", "trilateral"])
        notes = sum(line.startswith("[^") for line in chosen.split("\n"))
        size = f"{len(chosen.encode()) / 1000:.1f} kB"
        assert f"3 sections · {notes} footnotes · {size}" in row_with(app, "Preview")
        assert not any('- "korea"' in row for row in inside(app))
        assert "▌ [ ] North Korea and Russia" in row_with(app, "North Korea and Russia  ")


async def test_differences_and_coverage_can_be_left_out(tmp_path: Path) -> None:
    async with page(harbour(tmp_path), ["e", "tab", "space", "down", "space"]) as (app, pilot):
        await settle(app, pilot)
        preview = dialog(app).preview
        expected = markdown(app.resolved, differences=False, coverage=False)
        assert preview is not None and preview.size == len(expected.encode())


async def test_enter_writes_the_file_and_says_so(tmp_path: Path) -> None:
    async with page(harbour(tmp_path), ["e", "enter"]) as (app, _):
        assert app.overlay is None
        written = Path("harbour.md").read_text(encoding="utf-8")
        assert written == markdown(app.resolved)
        assert f"wrote harbour.md  2 sections · 5 footnotes · {len(written.encode()) / 1000:.1f} kB" in footer(app)


async def test_a_file_that_exists_is_overwritten_only_when_that_is_ticked(tmp_path: Path) -> None:
    Path("harbour.md").write_text("mine" * 300, encoding="utf-8")
    async with page(harbour(tmp_path), ["e"]) as (app, pilot):
        fields = [row[:39].strip() for row in inside(app)]
        at = fields.index("! This file exists (1.2 kB)")
        assert fields[at + 1 : at + 3] == ["[ ] overwrite it", "or give it another name"]
        await pilot.press("enter")
        assert "✗ harbour.md  exists; tick “overwrite it” or give another name" in footer(app)
        assert Path("harbour.md").read_text(encoding="utf-8") == "mine" * 300
        assert row_with(app, "▌ [ ] overwrite it")
        await pilot.press("space", "enter")
        assert "wrote harbour.md" in footer(app)
        assert Path("harbour.md").read_text(encoding="utf-8") == markdown(app.resolved)


async def test_leave_to_overwrite_is_for_one_name_only(tmp_path: Path) -> None:
    for existing in ("harbour.md", "other.md"):
        Path(existing).write_text("mine", encoding="utf-8")
    async with page(harbour(tmp_path), ["e", "enter", "space"]) as (app, pilot):
        await name(app, pilot, "other.md")
        await pilot.press("enter")
        assert "✗ other.md  exists" in footer(app)
        assert Path("other.md").read_text(encoding="utf-8") == "mine"


async def test_a_file_that_appeared_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    async with page(harbour(tmp_path), ["e"]) as (app, pilot):
        Path("harbour.md").write_text("mine", encoding="utf-8")
        await pilot.press("enter")
        assert "✗ harbour.md  exists" in footer(app)
        assert Path("harbour.md").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("path", "said", "told"),
    [
        ("", "! Give the file a name", "✗ export  give the file a name"),
        ("..", "! This is a folder", "this is a folder"),
        ("no/such/folder.md", "! There is no such folder", "✗ folder.md  there is no such folder"),
        ("/dev/null", "! This is no plain file", "✗ null  this is no plain file"),
        ("../harbour.yaml", "! The briefing and its articles stay", "✗ harbour.yaml  the briefing and its articles"),
        ("../coast.txt", "! The briefing and its articles stay", "✗ coast.txt  the briefing and its articles stay"),
        ("x" * 300, "! No file can be called that", "no file can be called that"),
    ],
)
async def test_what_cannot_be_written_is_told_in_one_line_and_the_dialog_stays(
    path: str, said: str, told: str, tmp_path: Path
) -> None:
    async with page(harbour(tmp_path), ["e"]) as (app, pilot):
        await name(app, pilot, path)
        assert row_with(app, said)
        await pilot.press("enter")
        assert told in footer(app) or (len(path) > 100 and "✗ xxxx" in footer(app))
        assert dialog(app).is_attached
        assert not list(Path().iterdir())


async def test_no_permission_is_told_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, text: str, *, force: bool = True) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("tui.writing.replace_file", refuse)
    async with page(harbour(tmp_path), ["e", "enter"]) as (app, pilot):
        assert "✗ harbour.md  no permission to write there" in footer(app)
        await pilot.press("down")
        assert footer(app).startswith(" Tab next field  Space tick  ↵ write")


async def test_nothing_ticked_is_said_and_not_written(tmp_path: Path) -> None:
    async with page(harbour(tmp_path), ["e", "space", "down", "space"]) as (app, pilot):
        await settle(app, pilot)
        assert row_with(app, "Nothing is ticked, so nothing would be written.")
        await pilot.press("enter")
        assert "✗ nothing is ticked" in footer(app)
        assert not list(Path().iterdir())


async def test_tab_goes_round_the_fields_and_letters_typed_in_the_path_stay_letters(tmp_path: Path) -> None:
    async with page(harbour(tmp_path), ["e", "tab", "tab"]) as (app, pilot):
        assert dialog(app).fields.focus == "path"
        await pilot.press("q", "space", "j", "1")
        assert dialog(app).line.value == "harbour.mdq j1"
        await pilot.press("tab", "shift+tab", "shift+tab", "up")
        assert dialog(app).fields.focus == "section 1"
        await pilot.press("q")
        assert app.overlay is None and app.is_running


async def test_a_click_ticks_and_a_click_into_the_path_takes_it_in_hand(tmp_path: Path) -> None:
    async with page(harbour(tmp_path), ["e"]) as (app, pilot):
        await pilot.click(offset=spot(app, "The day  "))
        await settle(app, pilot)
        assert "▌ [ ] The day" in row_with(app, "The day  ")
        await pilot.click(offset=spot(app, "harbour-money.md"))
        assert dialog(app).fields.focus == "path" and dialog(app).line.has_focus


async def test_the_wheel_and_half_screens_scroll_the_preview_between_its_ends() -> None:
    async with page(LOOK, ["e"]) as (app, pilot):
        preview = dialog(app).preview
        assert preview is not None
        await pilot.press("pagedown")
        assert preview.top > (0, 0)
        await pilot.press("ctrl+u", "ctrl+u")
        assert preview.top == (0, 0)
        await pilot._post_mouse_events([MouseScrollDown], offset=(80, 20))
        assert preview.top == (3, 0)
        await pilot.press("G")
        last = preview.top
        await pilot.press("ctrl+d")
        assert preview.top == last and len(preview.window(app.ink)) == preview.height


@pytest.mark.parametrize("size", SIZES)
async def test_every_row_fills_the_screen_at_any_size(size: tuple[int, int]) -> None:
    async with page(LOOK, ["e", "tab", "tab"], size=size) as (app, pilot):
        for key in ("pagedown", "tab", "down", "G"):
            await pilot.press(key)
            assert {len(row) for row in rows(app)} == {size[0]}
            assert any(row.lstrip(" ▌").startswith(("look.md", "[×]")) for row in rows(app)) or size[0] >= 100


async def test_on_the_smallest_terminal_the_field_in_hand_is_in_view() -> None:
    async with page(LOOK, ["e"], size=(40, 10)) as (app, pilot):
        seen = []
        for _ in dialog(app).fields.names:
            seen += [row for row in rows(app) if row.startswith("▌")]
            await pilot.press("tab" if len(seen) < 1 else "down")
        assert len(seen) >= len(dialog(app).fields.names) - 3


async def test_bare_articles_have_nothing_to_export(tmp_path: Path) -> None:
    from tests.reader.overlay_page import COLOURS

    harbour(tmp_path)
    app = make_app(articles=[tmp_path / "coast.txt"], environ=COLOURS)
    async with app.run_test() as pilot:
        await pilot.press("e")
        assert app.overlay is None
        assert "! nothing to export" in footer(app)


async def test_a_letter_held_down_stops_at_the_last_row_to_tick_and_types_nothing(tmp_path: Path) -> None:
    async with page(harbour(tmp_path), ["e", *["j"] * 12, *["down"] * 3]) as (app, pilot):
        assert dialog(app).fields.focus == "timeline"
        assert dialog(app).line.value == "harbour.md"
        await pilot.press(*["k"] * 12)
        assert dialog(app).fields.focus == "section 0"


async def test_the_row_to_overwrite_is_reached_past_the_path_and_the_path_is_left_by_an_arrow(tmp_path: Path) -> None:
    Path("harbour.md").write_text("mine", encoding="utf-8")
    async with page(harbour(tmp_path), ["e", *["j"] * 12]) as (app, pilot):
        assert dialog(app).fields.focus == "overwrite"
        await pilot.press("k")
        assert dialog(app).fields.focus == "timeline"
        await pilot.press("tab", "up")
        assert dialog(app).fields.focus == "timeline" and dialog(app).line.value == "harbour.md"
