"""The tour: five steps on the page, noticed as they are done; nothing of the reader's state is lost by it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reader.overlay_page import LOOK, SEEDS, footer, page, row_with, rows
from tests.unit.cli_runner import harbour
from tui.briefing import load
from tui.evidence import resolve
from tui.reader.arrival import exchange
from tui.reader.start import make_app
from tui.reader.widgets.tour import STEPS, Tour


def step(app: object) -> str:
    """The line of the tour, above the footer."""
    return rows(app)[-2]  # type: ignore[arg-type]


async def test_it_begins_from_the_help_and_goes_on_as_each_key_is_pressed() -> None:
    async with page(LOOK, ["j", "question_mark", "enter"]) as (app, pilot):
        assert step(app).startswith("▌1/5  j k moves the statement; ") and "Esc leaves the tour" in step(app)
        await pilot.press("l")
        assert step(app).startswith("▌1/5")
        await pilot.press("j")
        assert step(app).startswith("▌2/5  ↵ goes to its words") and app.hand.place.section == 1
        await pilot.press("enter")
        assert step(app).startswith("▌3/5  3 4 shows who says what") and app.view_name == "sources"
        await pilot.press("3")
        assert step(app).startswith("▌3/5  4 shows who says what")
        await pilot.press("4", "slash", "escape")
        assert step(app).startswith("▌5/5  e shows the Markdown")
        await pilot.press("e", "escape")
        assert not app.query(Tour) and footer(app).startswith(" that was the tour")
        assert (app.view_name, app.hand.place.section, app.hand.place.statement) == ("sections", 0, 1)
        assert app.way_out is None and not app.jumps.past


async def test_escape_leaves_at_any_time_and_everything_is_as_before() -> None:
    async with page(LOOK, ["2", "slash", *"korea", "enter", "n"]) as (app, pilot):
        walk, before = app.walk, rows(app)
        await pilot.press("colon", *"tour", "enter", "j", "enter", "3", "escape")
        await pilot.pause()
        assert not app.query(Tour) and walk is not None and app.walk is walk
        assert rows(app)[:-1] == before[:-1]
        at = walk.index
        await pilot.press("n")
        assert walk.index == at + 1


async def test_escape_leads_back_first_and_leaves_the_tour_then_one_at_a_time() -> None:
    async with page(LOOK, ["f1", "j", "enter"]) as (app, pilot):
        assert app.view_name == "sources" and "leaves" not in step(app)
        await pilot.press("escape")
        assert app.view_name == "sections" and app.query(Tour) and "Esc leaves the tour" in step(app)
        await pilot.press("escape")
        assert not app.query(Tour)


async def test_from_the_differences_it_begins_where_there_are_statements_and_leads_back() -> None:
    async with page(LOOK, ["4", "f1"]) as (app, pilot):
        assert app.view_name == "sections" and step(app).startswith("▌1/5  j k moves the statement")
        await pilot.press("escape")
        assert app.view_name == "differences"


async def test_what_was_done_ahead_of_its_step_is_not_asked_for_again() -> None:
    async with page(LOOK, ["f1", "enter"]) as (app, pilot):
        assert step(app).startswith("▌1/5")
        await pilot.press("j")
        assert step(app).startswith("▌3/5  3 4 shows who says what")


async def test_the_line_for_newcomers_gives_way_to_it_and_comes_back() -> None:
    app = make_app(LOOK, roots=[SEEDS])
    app.first_run = True
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f1")
        await pilot.pause()
        assert "New here?" not in "".join(rows(app)) and step(app).startswith("▌1/5")
        await pilot.press("escape")
        await pilot.pause()
        assert step(app).startswith("▌New here?")


async def test_on_a_narrow_terminal_few_words_do_and_there_is_one_tour_at_a_time() -> None:
    async with page(LOOK, ["f1"], size=(60, 20)) as (app, _):
        assert step(app).startswith("▌1/5  j k another statement") and len(step(app)) == 60
        app.run_command("tour.start")
        assert len(app.query(Tour)) == 1


async def test_quitting_on_the_tour_keeps_the_place_from_before_it() -> None:
    app = make_app(LOOK, roots=[SEEDS], keeping=True)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("l", "f1", "j", "enter", "q")
    again = make_app(LOOK, roots=[SEEDS], keeping=True)
    assert (again.view_name, again.hand.place.section, again.hand.place.statement) == ("sections", 1, 0)


async def test_where_nothing_is_open_the_shipped_briefing_is() -> None:
    async with page(None, ["f1"]) as (app, pilot):
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.resolved.briefing.id == "us-japan-2plus2-2024" and row_with(app, "1/5  j k moves")
        assert len(STEPS) == 5


async def test_opening_another_briefing_ends_the_tour_of_this_one(tmp_path: Path) -> None:
    async with page(harbour(tmp_path), ["l", "f1", "j", "O"]) as (app, pilot):
        await exchange(app, resolve(load(LOOK, roots=[SEEDS])))
        await pilot.pause()
        assert not app.query(Tour) and app.hears is None
        assert (app.resolved.briefing.id, app.hand.place.section) == ("look", 0)


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (120, 40)])
async def test_its_line_stays_in_view_below_the_search_and_whatever_else_lies_over_the_page(
    size: tuple[int, int],
) -> None:
    async with page(LOOK, ["f1", "slash"], size=size) as (app, pilot):
        assert step(app).startswith("▌1/5")
        await pilot.press("escape", "e")
        assert step(app).startswith("▌1/5")
