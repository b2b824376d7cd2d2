"""Rows are kept until they are to be painted anew: whatever happens, none of them shows what was."""

from __future__ import annotations

from random import Random

import pytest

from tests.reader.made import many_sources
from tests.reader.overlay_page import settle
from tests.reader.page import SHIPPED, made, reader, screen
from tests.reader.test_any_keys import KEYS
from tests.reader.test_search_repaint import painted
from tui.reader.app import Hexapla
from tui.reader.messages import Message
from tui.reader.widgets.frame import Footer
from tui.reader.widgets.part import Part

OVER = (["question_mark"], ["colon", "end"], ["e"], ["T"], ["a"], ["slash"], ["p"])


def forget(app: Hexapla) -> None:
    """Let every row be painted anew."""
    for part in app.screen.query(Part):
        part.refresh(layout=False)


@pytest.mark.parametrize("keys", OVER, ids="-".join)
async def test_what_lies_over_the_page_stands_after_a_resize_as_if_opened_there(keys: list[str]) -> None:
    async with reader((120, 40), keys=["2", *keys]) as (app, pilot):
        for size in [(120, 30), (62, 18), (200, 50), (120, 11)]:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            before = screen(app)
            await pilot.press("escape", *keys)
            await settle(app, pilot)
            assert screen(app) == before, size


async def test_an_error_takes_no_more_rows_than_a_lower_terminal_has_for_it() -> None:
    async with reader((80, 40)) as (app, pilot):
        app.say(Message("a.yaml:3:1", "no such key " * 30, kind="error"))
        await pilot.pause()
        assert app.query_one(Footer).size.height == 3
        await pilot.resize_terminal(80, 11)
        await pilot.pause()
        assert app.query_one(Footer).size.height == 1


async def test_a_view_chosen_where_it_is_leaves_no_way_back_in_the_footer() -> None:
    async with reader(keys=["enter"]) as (app, pilot):
        assert "Esc back" in screen(app)[-1]
        await pilot.press("2")
        assert "Esc back" not in screen(app)[-1]


async def test_going_back_to_the_evidence_says_so_above_and_below_it() -> None:
    async with reader(keys=["enter", "end"]) as (app, pilot):
        await pilot.press("enter")
        before = painted(app)
        forget(app)
        assert painted(app) == before


async def test_the_line_of_the_tour_is_veiled_with_the_page_and_unveiled_with_it() -> None:
    async with reader(briefing=SHIPPED, keys=["f1"]) as (app, pilot):
        for key in ("slash", "k", "enter"):
            await pilot.press(key)
            before = painted(app)
            forget(app)
            assert painted(app) == before, key


@pytest.mark.parametrize("seed", range(2))
async def test_after_any_keys_the_page_is_as_if_painted_afresh(seed: int) -> None:
    rng = Random(seed)
    async with made(many_sources(4), (120, 36)) as (app, pilot):
        for key in rng.choices([*KEYS.split(), "e", "A", "T", "question_mark", "colon"], k=30):
            await pilot.press(key)
            before = painted(app)
            forget(app)
            assert painted(app) == before, key
