"""Coverage with its sources arranged, and its rows found again."""

from __future__ import annotations

from pathlib import Path

from tests.reader.made import many_sources, numbered
from tests.reader.page import footer, made, reader, rows, strips
from tests.reader.test_sessions import briefing, sitting
from tui.reader.widgets.coverage import CoverageView

__all__ = ["briefing"]


def heads(rows: list[str]) -> list[str]:
    """The letters of the sources in the first row."""
    return [word for word in rows[0].partition("Sources")[0].split() if len(word) == 1]


async def test_the_source_in_hand_is_hidden_here_and_in_the_sources() -> None:
    async with reader(keys=["3", "l", "l", "x"]) as (app, pilot):
        assert heads(rows(app)) == ["C", "S"] and footer(app).startswith(" E ENTRE News  hidden")
        await pilot.press("2", "j")
        assert "E  ENTRE" not in rows(app)[1] and "1 hidden" in footer(app)
        await pilot.press("3", "k", "l", "l")
        assert app.hand.quotation is not None and app.hand.quotation.source.letter == "S"
        await pilot.press("X", "H")
        assert heads(rows(app)) == ["C", "S", "E"]
        await pilot.press("h", "h", "l")
        assert app.hand.quotation.source.letter == "S"


async def test_without_a_cell_in_hand_there_is_nothing_to_hide() -> None:
    async with reader(keys=["3", "x"]) as (app, _):
        assert footer(app).startswith(" no source is in hand  h l choose one") and heads(rows(app)) == ["C", "E", "S"]


async def test_a_hidden_source_taken_in_another_view_is_not_in_hand_here() -> None:
    async with reader(keys=["3", "l", "l", "x", "1"]) as (app, pilot):
        await pilot.press("left_square_bracket")
        assert app.hand.quotation is not None and app.hand.quotation.source.letter == "E"
        await pilot.press("3", "x")
        assert footer(app).startswith(" no source is in hand")
        await pilot.press("L", "l")
        assert app.hand.quotation.source.letter == heads(rows(app))[0] == "C"


async def test_hidden_sources_give_their_cells_to_the_others() -> None:
    async with made(many_sources(12), (80, 24), keys=["3"]) as (app, pilot):
        for _ in range(5):
            await pilot.press("l", "x")
        await pilot.press("escape")
        assert "5 hidden" in footer(app)
        assert {strip.cell_length for strip in strips(app)} == {80}
        await pilot.press("l", "L", "L")
        assert {strip.cell_length for strip in strips(app)} == {80}


async def test_the_next_difference_is_among_the_rows_the_filter_leaves() -> None:
    async with reader(keys=["3", "f", "f", "f"]) as (app, pilot):
        assert "disputed" in rows(app)[0]
        seen = list[tuple[int, int]]()
        while "from the last on to the first" not in footer(app):
            await pilot.press("d")
            assert app.hand.statement is not None and app.hand.statement.differences
            seen.append((app.hand.place.section, app.hand.place.statement))
        assert len(seen) > 1 and seen[:-1] == sorted(set(seen[:-1])) and seen[-1] == min(seen)


async def test_what_the_wheel_left_stays_through_a_resize_and_a_restart(briefing: Path) -> None:
    async with sitting(briefing) as (app, pilot):
        app.compares = False
        await pilot.press("3", "f")
        await pilot.resize_terminal(120, 14)
        await pilot.pause()
        assert isinstance(app.view, CoverageView)
        app.view.wheel(0, 6)
        before = rows(app)[2]
        await pilot.resize_terminal(100, 14)
        await pilot.pause()
        assert rows(app)[2][:20] == before[:20]
    async with sitting(briefing) as (app, pilot):
        await pilot.resize_terminal(120, 14)
        await pilot.pause()
        assert "not everybody" in rows(app)[0]


async def test_a_long_list_comes_back_where_it_was_scrolled_to() -> None:
    async with made(numbered(60), (80, 20), keys=["3"]) as (app, pilot):
        assert isinstance(app.view, CoverageView)
        app.view.wheel(0, 30)
        before, kept = rows(app), app.view.kept()
        await pilot.press("g")
        assert rows(app) != before
        app.view.take_up(kept)
        await pilot.press("1", "3")
        app.view.take_up(kept)
        assert rows(app)[2:6] == before[2:6]


async def test_going_back_under_another_filter_leads_to_rows_that_are_there() -> None:
    async with reader((120, 12), keys=["3", "G", "enter", "3", "f", "f", "f"]) as (app, pilot):
        await pilot.press("ctrl+o", "ctrl+o")
        assert app.view_name == "coverage" and any(row.startswith("▌") for row in rows(app))
