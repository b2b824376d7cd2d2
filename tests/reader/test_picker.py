"""The page without a briefing: what is listed, what opens, what says why it does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.reader.overlay_page import LOOK, footer, page, row_with, rows, settle, spot, style_at
from tests.unit.cli_runner import harbour, own_briefings
from tui import resources
from tui.cli.table import BY_NAME
from tui.reader.app import Hexapla
from tui.reader.arrival import NOTHING
from tui.reader.widgets.picker import SHELL, PickerView


@pytest.fixture(autouse=True)
def _a_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return own_briefings(tmp_path, monkeypatch)


def picker(app: Hexapla) -> PickerView:
    assert isinstance(app.view, PickerView)
    return app.view


async def opened(app: Hexapla, pilot: Pilot[None]) -> None:
    """Until the briefing asked for is on the page, or refused."""
    while isinstance(app.view, PickerView) and app.view.waiting is not None:
        await pilot.pause()
    await pilot.pause()


async def test_without_a_briefing_there_is_a_sentence_the_list_and_what_to_type() -> None:
    async with page(None) as (app, _):
        shown = [row.strip() for row in rows(app)]
        at = shown.index("No briefing is open.")
        assert shown[at + 1] == ""
        assert shown[at + 2].startswith("▌ US–Japan 2+2, Tokyo, 28 July 2024   3 sources · 2024-07-28 · shipped")
        assert shown[at + 3] == "The harbour opens                   2 sources · 2024-05-06 · yours"
        assert shown[at + 4 : at + 8] == [
            "",
            "Or, from the shell",
            "hexapla open a.txt b.txt    compares bare articles",
            "hexapla new a.txt b.txt     drafts a briefing",
        ]
        assert rows(app)[0].rstrip() == " ⠿ Hexapla"
        assert footer(app).rstrip() == " ↵ open  j k briefing  f filter  ? help  q quit"


def test_the_commands_shown_are_commands() -> None:
    assert {command.split()[1] for command, _ in SHELL} <= set(BY_NAME)


@pytest.mark.parametrize(("size", "first"), [((120, 40), 14), ((80, 24), 6)])
async def test_it_stands_where_the_look_has_it(size: tuple[int, int], first: int, _a_home: Path) -> None:
    (_a_home / "harbour.yaml").unlink()
    async with page(None, size=size) as (app, _):
        row = rows(app)[first]
        assert row.strip() == "No briefing is open."
        listed = rows(app)[first + 2]
        left = len(listed) - len(listed.lstrip())
        assert row.index("No") == left + 2
        assert abs(left - (size[0] - len(listed.strip()) - 2) // 2) <= 1
        assert style_at(app, "No briefing").bold


async def test_enter_opens_the_one_in_hand_and_it_is_the_one_to_begin_with_next_time(_a_home: Path) -> None:
    async with page(None, ["j", "enter"]) as (app, pilot):
        await opened(app, pilot)
        assert app.resolved.briefing.id == "harbour"
        assert app.view_name == "sections"
        assert "The harbour opens" in rows(app)[0] and "1 Sections" in rows(app)[0]
        assert row_with(app, "The pier cost some tens of")
        assert resources.last_briefing() == _a_home / "harbour.yaml"


async def test_a_click_takes_a_briefing_in_hand_and_another_opens_it() -> None:
    async with page(None) as (app, pilot):
        at = spot(app, "The harbour opens")
        await pilot.click(offset=at)
        assert row_with(app, "The harbour opens").strip().startswith("▌")
        await pilot.click(offset=at)
        await opened(app, pilot)
        assert app.resolved.briefing.id == "harbour"


async def test_a_briefing_with_an_error_is_listed_with_it_and_not_opened(_a_home: Path) -> None:
    harbour(_a_home, ("        text: It opened", "        txet: It opened"))
    async with page(None, ["j"]) as (app, pilot):
        row = row_with(app, "▌ harbour")
        assert "✗ " in row and "missing key 'text'" in row
        await pilot.press("enter")
        await opened(app, pilot)
        finding = picker(app).entries[1].finding
        assert finding is not None
        assert footer(app).startswith(f" ✗ harbour.yaml:{finding.line}:{finding.column}  {finding.message}"[:110])
        assert not app.resolved.briefing.sources
        assert footer(app).rstrip().endswith("o opens it")
        assert resources.last_briefing() is None
        to_open = picker(app).to_open()
        assert to_open is not None and (to_open.path.name, to_open.line) == ("harbour.yaml", finding.line)
        await pilot.press("k")
        assert footer(app).startswith(" ↵ open")


async def test_an_error_too_long_for_its_row_is_cut_with_a_sign(_a_home: Path) -> None:
    harbour(_a_home, ("file: herald.txt", "file: " + "../" * 30 + "x.txt"))
    async with page(None, ["j"], size=(80, 24)) as (app, _):
        assert row_with(app, "▌ harbour").rstrip().endswith("…")
        assert {len(row) for row in rows(app)} == {80}


async def test_another_briefing_can_be_opened_at_any_time_and_escape_goes_back(tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    mine = harbour(folder, ("title: The harbour opens", "title: Another harbour"))
    resources.remember_briefing(mine)
    async with page(mine, ["j", "2", "O"]) as (app, pilot):
        await settle(app, pilot)
        assert row_with(app, "Open another briefing.")
        assert "▌ Another harbour" in row_with(app, "opened last")
        assert footer(app).rstrip() == " ↵ open  j k briefing  f filter  ? help  Esc back"
        await pilot.press("escape")
        assert app.view_name == "sources" and app.resolved.briefing.title == "Another harbour"
        await pilot.press("O", "G", "enter")
        await opened(app, pilot)
        assert app.resolved.briefing.title == "The harbour opens"
        assert app.view_name == "sections"
        assert list(app.views) == ["sections"] and not app.hand.place.statement


async def test_search_after_picking_finds_in_the_briefing_picked() -> None:
    async with page(None, ["enter"]) as (app, pilot):
        await opened(app, pilot)
        assert app.searcher.search("restructured").total > 0
        await pilot.press("O", "j", "enter")
        await opened(app, pilot)
        assert app.searcher.search("restructured").total == 0
        assert app.searcher.search("harbour").total > 0


async def test_views_and_searching_ask_for_nothing_where_no_briefing_is_open() -> None:
    async with page(None, ["1", "2", "3", "n", "y", "e", "J"]) as (app, pilot):
        assert app.view_name == "picker" and app.overlay is None
        await pilot.press("slash", "escape")
        assert row_with(app, "No briefing is open.")


async def test_a_list_longer_than_the_screen_keeps_the_one_in_hand_in_view(_a_home: Path) -> None:
    for number in range(30):
        text = (_a_home / "harbour.yaml").read_text(encoding="utf-8")
        (_a_home / f"b{number:02}.yaml").write_text(text.replace("The harbour opens", f"Harbour {number}"))
    async with page(None, ["G"], size=(80, 16)) as (app, pilot):
        assert row_with(app, "▌ The harbour opens")
        assert "32 of 32" in footer(app)
        await pilot.press("g", "j")
        assert row_with(app, "▌ Harbour 0")
        assert row_with(app, "Or, from the shell")


async def test_what_is_amiss_with_the_sources_of_the_one_picked_is_told(_a_home: Path) -> None:
    (_a_home / "coast.txt").write_text("The pier cost 45 million euros now.\n", encoding="utf-8")
    async with page(None, ["j", "enter"]) as (app, pilot):
        await opened(app, pilot)
        assert "! K outlet not stated changed since this briefing was written: 2 of 2 quotations" in footer(app)


async def test_briefings_of_one_title_are_told_apart_by_their_file_names_and_others_are_not(_a_home: Path) -> None:
    (_a_home / "second.yaml").write_bytes((_a_home / "harbour.yaml").read_bytes())
    async with page(None) as (app, _):
        shown = [row.strip() for row in rows(app) if "The harbour opens" in row]
        assert [row.split("opens")[1].split() for row in shown] == [
            ["harbour.yaml", "·", "2", "sources", "·", "2024-05-06", "·", "yours"],
            ["second.yaml", "·", "2", "sources", "·", "2024-05-06", "·", "yours"],
        ]
        assert "yaml" not in row_with(app, "US–Japan 2+2, Tokyo")
        dim = style_at(app, "second.yaml").color
        assert dim and dim.get_truecolor().hex == app.ink.colour("dim")


async def test_of_one_title_and_one_name_the_folder_is_told_too(tmp_path: Path, _a_home: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    resources.remember_briefing(harbour(elsewhere))
    async with page(None) as (app, _):
        assert row_with(app, "elsewhere/harbour.yaml · 2 sources")
        assert row_with(app, "briefings/harbour.yaml · 2 sources")


@pytest.mark.parametrize("keys", [[], ["O"]])
async def test_a_briefing_opened_last_that_is_gone_is_told_of(keys: list[str], tmp_path: Path, _a_home: Path) -> None:
    (tmp_path / "other").mkdir()
    gone = harbour(tmp_path / "other").rename(tmp_path / "gone.yaml")
    resources.remember_briefing(gone)
    gone.unlink()
    async with page(_a_home / "harbour.yaml" if keys else None, keys) as (app, pilot):
        assert footer(app).rstrip() == " ! gone.yaml is gone"
        await pilot.press("j")
        assert "is gone" not in footer(app)


async def test_a_briefing_given_up_while_it_is_opened_does_not_come_later() -> None:
    async with page(LOOK, ["O"]) as (app, pilot):
        view = picker(app)
        view.waiting = entry = view.listed[0]
        await pilot.press("escape")
        view.post_message(PickerView.Opened(entry, NOTHING))
        await pilot.pause()
        assert app.resolved is not NOTHING and app.view_name == "sections"
