"""Themes while reading: `t` turns, `T` lists all with a live preview, Escape leaves everything as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reader.overlay_page import LOOK, footer, inside, page, rows, spot
from tui import resources
from tui.reader import chosen
from tui.reader.wardrobe import FIRST
from tui.reader.widgets.theme_picker import ThemePicker

LAMP = resources.shipped("themes") / "lamp.yaml"


@pytest.fixture
def mine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The user's folder of themes."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    folder = tmp_path / "hexapla" / "themes"
    folder.mkdir(parents=True)
    return folder


async def test_t_goes_through_all_themes_and_round() -> None:
    async with page(LOOK) as (app, pilot):
        seen = []
        for _ in FIRST:
            await pilot.press("t")
            seen.append(app.ink.theme.name)
            assert f"theme  {app.ink.theme.name}" in footer(app)
        assert seen == [*FIRST[1:], FIRST[0]]


async def test_the_picker_lists_every_theme_with_the_one_worn_in_hand() -> None:
    async with page(LOOK, ["T"]) as (app, _):
        assert isinstance(app.overlay, ThemePicker)
        shown = inside(app)
        assert shown[0].split()[0] == "Themes" and f"1 of {len(FIRST)}" in shown[0]
        assert [row[2:].split()[0] for row in shown[2 : 2 + len(FIRST)]] == list(FIRST)
        assert shown[2].startswith("▌ lamp") and "CES●●●●●" in shown[2]
        assert "↵ keep" in footer(app) and "Esc as it was" in footer(app)


async def test_moving_in_the_picker_puts_the_theme_on_at_once_and_the_page_is_not_veiled() -> None:
    async with page(LOOK, ["T", "j", "down"]) as (app, _):
        assert app.ink.theme.name == FIRST[2]
        assert not app.page_ink.veiled
        assert app.theme == f"hexapla-{FIRST[2]}"


async def test_escape_reverts_and_enter_keeps() -> None:
    async with page(LOOK, ["T", "j", "escape"]) as (app, pilot):
        assert app.overlay is None and app.ink.theme.name == "lamp" and not app.theme_chosen
        await pilot.press("T", "G", "enter")
        assert app.overlay is None and app.ink.theme.name == FIRST[-1] and app.theme_chosen
        assert "theme  mono" in footer(app) and "hexapla config" in footer(app)
        await pilot.press("T", "g", "enter")
        assert app.ink.theme.name == "lamp" and not app.theme_chosen


@pytest.mark.parametrize("key", ["2", "question_mark"])
async def test_whatever_else_takes_the_picker_away_reverts_too(key: str) -> None:
    async with page(LOOK, ["T", "j", key]) as (app, _):
        assert not isinstance(app.overlay, ThemePicker)
        assert app.ink.theme.name == "lamp"


async def test_the_mouse_tries_with_one_click_and_keeps_with_two() -> None:
    async with page(LOOK, ["T"]) as (app, pilot):
        await pilot.click(offset=spot(app, "compline"))
        assert app.ink.theme.name == "compline" and app.overlay is not None
        await pilot.click(offset=spot(app, "compline"))
        assert app.overlay is None and app.theme_chosen


@pytest.mark.parametrize("size", [(200, 50), (80, 24), (60, 20), (40, 10)])
async def test_the_theme_in_hand_is_in_view_at_every_size(size: tuple[int, int]) -> None:
    async with page(LOOK, ["T"], size=size) as (app, pilot):
        for name in FIRST[1:]:
            await pilot.press("j")
            assert any(row.startswith("▌") and name in row for row in inside(app)), name
            assert {len(row) for row in rows(app)} == {size[0]}


async def test_bad_files_of_yours_are_one_notice_in_the_footer(mine: Path) -> None:
    (mine / "bad.yaml").write_text("dark: perhaps\n")
    (mine / "worse.yaml").write_text("[")
    async with page(LOOK) as (app, pilot):
        assert "cannot be used" not in footer(app)  # they are not read before they are asked for
        await pilot.press("T")
        assert "! 2 themes cannot be used: bad.yaml:1:" in footer(app) and "more" in footer(app)
        await pilot.press("j")
        assert "cannot be used" not in footer(app)


async def test_a_theme_edited_on_disk_is_put_on_again_and_a_fault_leaves_it_as_it_was(mine: Path) -> None:
    path = mine / "night.yaml"
    path.write_text(LAMP.read_text().replace("name: lamp", "name: night"))
    async with page(LOOK, theme="night") as (app, pilot):
        chosen.watch(app)
        path.write_text(path.read_text().replace("#161513", "#000011"))
        app.lookout.look()
        assert app.ink.colour("background") == "#000011"
        path.write_text("dark: perhaps\n")
        app.lookout.look()
        await pilot.pause()
        assert app.ink.colour("background") == "#000011"
        assert "night.yaml:1:" in footer(app)
        (mine / "new.yaml").write_text(LAMP.read_text().replace("name: lamp", "name: new"))
        app.lookout.look()
        await pilot.press("T")
        assert any("new" in row and "yours" in row for row in inside(app))
