"""A briefing opens where it was left: view, statement, columns, theme, and the searches made in it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.reader.overlay_page import COLOURS, LOOK, SEEDS, footer, rows, settle
from tui.briefing import load
from tui.evidence import resolve
from tui.reader.app import Hexapla
from tui.reader.arrival import exchange
from tui.reader.hand import Place
from tui.reader.session import session_file
from tui.reader.start import make_app
from tui.reader.widgets.search import SearchDrawer
from tui.reader.widgets.sources import SourcesView


@pytest.fixture
def briefing(tmp_path: Path) -> Path:
    """A copy of the look's briefing."""
    path = tmp_path / "look.yaml"
    path.write_text(LOOK.read_text(encoding="utf-8").replace("../../../seeds", str(SEEDS)), encoding="utf-8")
    return path


@asynccontextmanager
async def sitting(
    path: Path, keys: Sequence[str] = (), theme: str | None = None
) -> AsyncIterator[tuple[Hexapla, Pilot[None]]]:
    """The reader as `hexapla` opens it, until it is quit."""
    app = make_app(path, roots=[SEEDS], environ=COLOURS, keeping=True, theme=theme)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press(*keys)
        await settle(app, pilot)
        yield app, pilot
        app.exit()


async def test_view_statement_and_quotation_come_back(briefing: Path) -> None:
    async with sitting(briefing, ["l", "j", "j", "right_square_bracket", "3"]) as (app, _):
        place = app.hand.place
    assert place == Place(1, 2, 1)
    async with sitting(briefing) as (app, _):
        assert (app.view_name, app.hand.place) == ("coverage", place)


async def test_the_columns_of_the_sources_come_back_to_the_character(briefing: Path) -> None:
    keys = ["2", "j", "l", *["ctrl+d"] * 3, "h", "ctrl+e"]
    async with sitting(briefing, keys) as (app, _):
        assert isinstance(app.view, SourcesView)
        before, shown = app.view.columns.where(), rows(app)[:-1]
    async with sitting(briefing) as (app, _):
        assert isinstance(app.view, SourcesView)
        assert app.view.columns.where() == before
        assert rows(app)[:-1] == shown


async def test_a_theme_chosen_for_a_briefing_comes_back_and_one_on_the_command_line_wins(briefing: Path) -> None:
    async with sitting(briefing, ["T", "j", "j", "enter"]) as (app, _):
        assert app.ink.theme.name == "compline"
    async with sitting(briefing) as (app, _):
        assert app.ink.theme.name == "compline" and app.theme_chosen
    async with sitting(briefing, theme="mono") as (app, _):
        assert app.ink.theme.name == "mono"
    async with sitting(briefing, ["T", "g", "enter"]) as (app, _):
        pass
    assert app.ink.theme.name == "lamp" or app.theme_chosen


async def test_a_theme_not_chosen_is_not_kept(briefing: Path) -> None:
    async with sitting(briefing, theme="vellum"):
        pass
    async with sitting(briefing) as (app, _):
        assert app.ink.theme.name == "lamp"


async def test_an_edited_briefing_keeps_its_place_by_id(briefing: Path) -> None:
    async with sitting(briefing, ["l", "j"]) as (app, _):
        statement = app.hand.statement
        assert statement is not None
    text = briefing.read_text(encoding="utf-8")
    at = text.index("  - id:", text.index("\nsections:"))
    briefing.write_text(text[:at] + "  - {id: new, title: New}\n" + text[at:], encoding="utf-8")
    async with sitting(briefing) as (app, _):
        again = app.hand.statement
        assert again is not None and again.statement.id == statement.statement.id
        assert app.hand.place.section == 2


async def test_what_does_not_exist_any_more_is_begun_anew(briefing: Path) -> None:
    async with sitting(briefing, ["l", "j", "4"]):
        pass
    path = session_file(load(briefing, roots=[SEEDS]))
    assert path is not None
    for old, new in (('"differences"', '"nowhere"'), ('"section": "', '"section": "no-such-')):
        path.write_text(path.read_text().replace(old, new))
    async with sitting(briefing) as (app, _):
        assert (app.view_name, app.hand.place) == ("sections", Place())


@pytest.mark.parametrize(
    "text", ["", "{", '{"views": {"sources": {"places": {"cnn": [1, "x"]}, "focus": []}}, "view": "sources"}']
)
async def test_a_damaged_session_never_stops_the_reader(briefing: Path, text: str) -> None:
    path = session_file(load(briefing, roots=[SEEDS]))
    assert path is not None
    path.parent.mkdir(parents=True)
    path.write_text(text)
    async with sitting(briefing, ["j"]) as (app, pilot):
        assert app.hand.place == Place(0, 1)
        await pilot.press("2")
        assert app.view_name == "sources"


async def test_a_damaged_session_is_told_in_one_line(briefing: Path) -> None:
    path = session_file(load(briefing, roots=[SEEDS]))
    assert path is not None
    path.parent.mkdir(parents=True)
    path.write_text("{")
    async with sitting(briefing) as (app, _):
        assert "this briefing begins anew  its session file is not used: it is damaged" in footer(app)


async def test_turning_to_another_briefing_keeps_the_one_and_brings_the_other_back(
    briefing: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.yaml"
    other.write_text(briefing.read_text(encoding="utf-8"), encoding="utf-8")
    async with sitting(other, ["l", "l", "2", "t"]):
        pass
    async with sitting(briefing, ["j", "3"]) as (app, pilot):
        await exchange(app, resolve(load(other, roots=[SEEDS])))
        await settle(app, pilot)
        assert (app.view_name, app.hand.place.section) == ("sources", 2)
        assert app.ink.theme.name == "vellum"
        await exchange(app, resolve(load(briefing, roots=[SEEDS])))
        await settle(app, pilot)
        assert (app.view_name, app.hand.place) == ("coverage", Place(0, 1))
        assert app.ink.theme.name == "lamp"


async def test_earlier_searches_come_back_with_a_key_the_latest_first(briefing: Path) -> None:
    async with sitting(briefing, ["slash", *"korea", "enter", "escape", "slash", *"hawaii", "enter", "escape"]):
        pass
    async with sitting(briefing, ["slash", "ctrl+r"]) as (app, pilot):
        assert isinstance(app.overlay, SearchDrawer)
        line = app.overlay.line
        assert line.value == "hawaii" and app.overlay.results.hits
        await pilot.press("ctrl+r")
        assert line.value == "korea"
        await pilot.press("ctrl+r")
        assert line.value == "hawaii"
        await pilot.press("enter")
        assert app.queries == ["korea", "hawaii"] and app.view_name == "sources"


async def test_without_earlier_searches_the_key_says_so(briefing: Path) -> None:
    async with sitting(briefing, ["slash", "ctrl+r"]) as (app, _):
        assert "no earlier search" in footer(app)


async def test_what_is_opened_by_tests_and_tools_keeps_nothing(briefing: Path, tmp_path: Path) -> None:
    app = make_app(briefing, roots=[SEEDS], environ=COLOURS)
    async with app.run_test() as pilot:
        await pilot.press("j", "q")
    assert not (tmp_path / "state").exists()
