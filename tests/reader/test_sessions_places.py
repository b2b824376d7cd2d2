"""What else of a briefing comes back: how sources are arranged, what the wheel scrolled, marks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.reader.overlay_page import SEEDS, rows
from tests.reader.test_sessions import briefing, sitting
from tui.briefing import load
from tui.reader.hand import Place
from tui.reader.session import session_file
from tui.reader.widgets.differences import DifferencesView
from tui.reader.widgets.sections import SectionsView
from tui.reader.widgets.sources import SourcesView
from tui.reader.widgets.timeline import TimelineView

__all__ = ["briefing"]


def kept(briefing: Path) -> Path:
    path = session_file(load(briefing, roots=[SEEDS]))
    assert path is not None
    return path


async def test_order_hiding_widths_and_linked_scrolling_come_back(briefing: Path) -> None:
    async with sitting(briefing, ["2", "L", "h", "x", "s", "greater_than_sign", "j"]) as (app, _):
        before = rows(app)[:-1]
    async with sitting(briefing) as (app, pilot):
        assert rows(app)[:-1] == before
        assert isinstance(app.view, SourcesView) and app.view.linked
        await pilot.press("X", "3", "2")
        assert [app.view.columns.all[n].source.letter for n in app.view.columns.order] == ["E", "C", "S"]


async def test_sections_stand_where_the_wheel_left_them_at_another_size_too(briefing: Path) -> None:
    async with sitting(briefing) as (app, pilot):
        await pilot.resize_terminal(120, 16)
        await pilot.pause()
        assert isinstance(app.view, SectionsView)
        app.view.wheel(40, 15)
        top = app.view.rows(1)[app.view.top(1)]
    for height in (16, 13):
        async with sitting(briefing) as (app, pilot):
            await pilot.resize_terminal(120, height)
            await pilot.pause()
            assert isinstance(app.view, SectionsView)
            assert app.view.rows(1)[app.view.top(1)].statement == top.statement > 0


async def test_a_difference_comes_back_with_what_was_scrolled_of_it(briefing: Path) -> None:
    async with sitting(briefing, ["4", "j", "j", "ctrl+d"]) as (app, pilot):
        await pilot.resize_terminal(80, 12)
        await pilot.press("ctrl+d")
        assert isinstance(app.view, DifferencesView)
        before = app.view.scrolled()
        assert before[1] > 0  # type: ignore[index]
    async with sitting(briefing) as (app, pilot):
        assert isinstance(app.view, DifferencesView) and app.view.scrolled()[0] == before[0]  # type: ignore[index]
        await pilot.resize_terminal(80, 12)


async def test_marks_come_back_by_statement_and_character(briefing: Path) -> None:
    async with sitting(briefing, ["2", "j", "l", *["ctrl+e"] * 4, "m", "a", "J", "1", "m", "b"]) as (app, pilot):
        await pilot.press("apostrophe", "a")
        before = rows(app)[:-1]
        await pilot.press("1", "J")
    async with sitting(briefing) as (app, pilot):
        await pilot.press("apostrophe", "a")
        await pilot.pause()
        assert rows(app)[:-1] == before and app.hand.place == Place(0, 1, 1)
        await pilot.press("apostrophe", "b")
        assert app.view_name == "sections" and app.hand.place.section == 1


async def test_marks_of_sections_that_are_gone_are_left_out(briefing: Path) -> None:
    async with sitting(briefing, ["m", "a", "l", "m", "b"]):
        pass
    path = kept(briefing)
    said = json.loads(path.read_text())
    said["marks"]["a"]["section"] = "gone"
    path.write_text(json.dumps(said))
    async with sitting(briefing) as (app, _):
        assert sorted(app.marks) == ["b"]


@pytest.mark.parametrize(
    "wrong", [3, [], "x", {"a": 1}, {"a": {"view": "sources", "section": [], "kept": {"places": 1}}}]
)
async def test_damage_in_any_part_is_passed_over(briefing: Path, wrong: object) -> None:
    views = {
        "sections": {"wheeled": wrong, "widths": wrong, "first": wrong},
        "differences": {"scroll": wrong, "kind": wrong},
    }
    views |= {"coverage": {"top": wrong, "filter": wrong}, "sources": {"places": {}, "widths": wrong, "linked": wrong}}
    path = kept(briefing)
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({"sources": wrong, "marks": wrong, "views": views}))
    async with sitting(briefing, ["2", "3", "4", "1", "apostrophe", "a"]) as (app, _):
        assert app.view_name in ("sections", "sources") and app.hand.place == Place()


async def test_the_timeline_comes_back_to_its_event_and_what_the_wheel_left_on_top(briefing: Path) -> None:
    async with sitting(briefing, ["5", "j", "j", "j"]) as (app, pilot):
        await pilot.resize_terminal(100, 12)
        await pilot.pause()
        assert isinstance(app.view, TimelineView)
        app.view.wheel(0, 6)
        before, row = rows(app)[:4], app.view.row
        kept = app.view.kept()
        app.view.wheel(0, -99)
        app.view.take_up(kept)
        await pilot.pause()
        assert rows(app)[:4] == before
    async with sitting(briefing) as (app, pilot):
        assert isinstance(app.view, TimelineView) and app.view.row is not None and row is not None
        assert app.view.row.when == row.when and app.view.row.place == row.place


async def test_after_a_restart_enter_goes_to_the_source_and_not_to_where_the_columns_were_left(briefing: Path) -> None:
    async with sitting(briefing, ["l", "enter"]) as (app, _):
        meant = rows(app)[:-1]
        path = kept(briefing)
    path.unlink()
    async with sitting(briefing, ["2", "1"]):
        pass
    async with sitting(briefing, ["l", "enter"]) as (app, _):
        assert rows(app)[:-1] == meant


async def test_the_sources_of_another_statement_are_not_shown_where_the_columns_were_left(briefing: Path) -> None:
    async with sitting(briefing, ["l", "2"]) as (app, _):
        meant = rows(app)[:-1]
    kept(briefing).unlink()
    async with sitting(briefing, ["2", "ctrl+d", "1", "l"]):
        pass
    async with sitting(briefing, ["2"]) as (app, _):
        assert rows(app)[:-1] == meant
