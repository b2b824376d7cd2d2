"""`d` and `D`: to the statements the sources disagree or vary on, from any view."""

from __future__ import annotations

import pytest

from tests.reader.made import numbered
from tests.reader.page import footer, made, reader
from tui.reader.differing import places
from tui.reader.widgets.differences import DifferencesView


@pytest.mark.parametrize("view", ["1", "2", "5"])
async def test_every_statement_with_a_difference_is_come_to_in_order_and_round_the_end(view: str) -> None:
    async with reader(keys=[view, "J", "K"]) as (app, pilot):
        there = [(one.section, one.statement) for one in places(app.resolved)]
        start = there.index((0, 0)) + 1 if (0, 0) in there else 0
        for place in [*there[start:], *there[:1]]:
            await pilot.press("d")
            assert (app.hand.place.section, app.hand.place.statement) == place
            assert f"of {len(there)} statements" in footer(app)
        assert "from the last on to the first" in footer(app)
        await pilot.press("D")
        assert "from the first back to the last" in footer(app)


async def test_in_the_differences_it_is_the_next_one_shown() -> None:
    async with reader(keys=["4", "d"]) as (app, pilot):
        assert isinstance(app.view, DifferencesView)
        current = app.view.current
        await pilot.press("D", "d")
        assert app.view.current is current
        await pilot.press(*["d"] * (len(app.view.shown) - 1))
        assert app.view.current is app.view.shown[0] and footer(app).startswith(" differences  from the last")


async def test_where_nothing_differs_that_is_said() -> None:
    async with made(numbered(3), keys=["d"]) as (app, _):
        assert footer(app).startswith(" no difference is noted")
