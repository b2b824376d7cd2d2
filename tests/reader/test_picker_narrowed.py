"""Many briefings: the list is narrowed by typing, and each says what is other since it was last read."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.reader.overlay_page import footer, page, row_with, rows, settle
from tests.unit.cli_runner import own_briefings
from tui.reader.app import Hexapla
from tui.reader.start import make_app
from tui.reader.widgets.narrowing import Narrowing
from tui.reader.widgets.picker import PickerView


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return own_briefings(tmp_path, monkeypatch)


async def narrowed(app: Hexapla, pilot: Pilot[None]) -> list[str]:
    await settle(app, pilot)
    assert isinstance(app.view, PickerView)
    return [entry.name for entry in app.view.listed]


@pytest.mark.parametrize("typed", ["harb", "harbor yaml", "2024-05", "opens hrabour", "yours"])
async def test_title_file_date_and_a_slip_narrow_the_list_and_enter_opens(typed: str) -> None:
    async with page(None, ["slash"]) as (app, pilot):
        assert isinstance(app.overlay, Narrowing)
        await pilot.press(*({" ": "space", "-": "minus"}.get(key, key) for key in typed))
        assert await narrowed(app, pilot) == ["harbour.yaml"]
        await pilot.press("enter")
        while isinstance(app.view, PickerView) and app.view.waiting is not None:
            await pilot.pause()
        await pilot.pause()
        assert app.resolved.briefing.id == "harbour"


async def test_escape_lists_all_again_and_keeps_the_one_in_hand() -> None:
    async with page(None, ["f", *"harb", "escape"]) as (app, pilot):
        assert len(await narrowed(app, pilot)) == 2 and row_with(app, "▌ The harbour opens")
        await pilot.press("f", *"xyzzy")
        assert any("No briefing has that." in row for row in rows(app)) and await narrowed(app, pilot) == []
        await pilot.press("enter", "down")
        assert app.view_name == "picker" and footer(app).rstrip().endswith("↵ open  Esc all")


async def test_what_changed_since_it_was_read_is_said(folder: Path, tmp_path: Path) -> None:
    app = make_app(folder / "harbour.yaml", keeping=True)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("q")
    async with page(None) as (app, pilot):
        await settle(app, pilot)
        assert row_with(app, "The harbour opens").rstrip().endswith("yours")
    (folder / "coast.txt").write_text("The pier cost 45 million euros now.\n", encoding="utf-8")
    edited = (folder / "harbour.yaml").read_text(encoding="utf-8")
    more = "        text: It opened"
    assert more in edited
    (folder / "harbour.yaml").write_text(edited.replace(more, more + " at last"), encoding="utf-8")
    async with page(None) as (app, pilot):
        await settle(app, pilot)
        assert row_with(app, "The harbour opens").rstrip().endswith("yours · 1 statement reworded, 1 article changed")


async def test_a_long_list_is_there_before_it_is_read(folder: Path) -> None:
    text = (folder / "harbour.yaml").read_text(encoding="utf-8")
    for number in range(60):
        (folder / f"b{number:02}.yaml").write_text(text.replace("The harbour opens", f"Harbour {number}"))
    app = make_app(None)
    async with app.run_test(size=(120, 40)) as pilot:
        assert isinstance(app.view, PickerView) and not app.view.settled
        assert any("b00" in row for row in rows(app))
        await pilot.press("f", *"b5")
        assert len(app.view.listed) == 10
