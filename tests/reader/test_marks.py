"""Marks: a letter keeps a place, and leads back to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reader.overlay_page import footer, page
from tests.reader.page import LOOK
from tests.reader.test_live_reload import edit, look


async def test_a_marked_place_is_gone_back_to_from_another_view() -> None:
    async with page(LOOK, ["j", "j", "m"]) as (app, pilot):
        assert footer(app).startswith(" ⠿ mark this place with a letter")
        await pilot.press("a")
        assert footer(app).startswith(" marked a  1.3")
        await pilot.press("l", "4", "apostrophe")
        assert footer(app).startswith(" ⠿ go to the mark  there are a")
        await pilot.press("a")
        assert app.view_name == "sections" and app.hand.place.statement == 2
        await pilot.press("ctrl+o")
        assert app.view_name == "differences"


async def test_the_mark_of_the_apostrophe_is_where_the_last_jump_was_made_from() -> None:
    async with page(LOOK, ["j", "enter", "apostrophe", "apostrophe"]) as (app, _):
        assert app.view_name == "sections" and app.hand.place.statement == 1


@pytest.mark.parametrize("key", ["escape", "down", "slash"])
async def test_any_other_key_calls_it_off(key: str) -> None:
    async with page(LOOK, ["m", key]) as (app, pilot):
        assert app.marks == {} and app.overlay is None and app.hand.place.statement == 0
        await pilot.press("j")
        assert app.hand.place.statement == 1


async def test_a_letter_that_marks_nothing_is_told() -> None:
    async with page(LOOK, ["apostrophe", "x"]) as (app, _):
        assert footer(app).startswith(" ! nothing is marked x")


async def test_a_mark_follows_its_statement_when_the_briefing_is_read_again(path: Path) -> None:
    async with page(path, ["l", "m", "a", "h"]) as (app, pilot):
        app.following.start()
        edit(path, "  - id: money\n", "  - id: first\n    title: New\n  - id: money\n")
        await look(app, pilot)
        await pilot.press("apostrophe", "a")
        assert app.hand.statement and app.hand.statement.statement.id == "monday"


async def test_a_click_on_a_command_calls_it_off_too() -> None:
    async with page(LOOK, ["m"]) as (app, pilot):
        app.run_command("view.sources")
        await pilot.press("j")
        assert app.view_name == "sources" and app.hand.place.statement == 1 and app.marks == {}
