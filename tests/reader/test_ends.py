"""Home, End and the keys and wheel between them do the same wherever something is longer than the screen."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot
from textual.strip import Strip

from tests.reader.overlay_page import page
from tests.reader.page import SHIPPED
from tui.reader.app import Hexapla

PLACES = (["1"], ["2"], ["3"], ["4"], ["5"], ["question_mark"], ["colon"], ["slash", "e"], ["T"])


def between(app: Hexapla) -> list[Strip]:
    """What stands between header and footer."""
    return app.screen._compositor.render_strips()[1:-1]


async def after(app: Hexapla, pilot: Pilot[None], *keys: str) -> list[Strip]:
    """What stands there after these keys."""
    await pilot.press(*keys)
    await pilot.pause()
    return between(app)


@pytest.mark.parametrize("opened", PLACES, ids="-".join)
async def test_end_and_home_lead_to_the_ends_and_pages_lead_on(opened: list[str]) -> None:
    home, end = ["home", "home"], ["end", "end"]  # the first one is for the line, where letters were typed
    async with page(SHIPPED, [*opened, *home], size=(80, 24)) as (app, pilot):
        first = between(app)
        assert await after(app, pilot, "pagedown") != first
        assert await after(app, pilot, *home) == first
        last = await after(app, pilot, *end)
        assert last != first and await after(app, pilot, "end") == last
        assert await after(app, pilot, *home, "pageup") == first


@pytest.mark.parametrize("view", "12345")
async def test_text_scrolls_by_a_line_in_every_view(view: str) -> None:
    async with page(SHIPPED, [view, "l", "home"], size=(80, 24)) as (app, pilot):
        place, first = app.hand.place, between(app)
        assert await after(app, pilot, "ctrl+e") != first
        assert await after(app, pilot, "ctrl+y") == first and app.hand.place == place


@pytest.mark.parametrize("view", "35")
async def test_quotations_are_stepped_through_where_each_row_is_a_statement(view: str) -> None:
    async with page(SHIPPED, [view, "l"]) as (app, pilot):
        first = app.hand.quotation
        await pilot.press("right_square_bracket")
        second = app.hand.quotation
        assert first and second and second.source is not first.source
        await pilot.press("left_square_bracket")
        assert app.hand.quotation is first
