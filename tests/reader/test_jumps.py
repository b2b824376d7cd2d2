"""Jumping leaves a trail that can be walked back and forth."""

from __future__ import annotations

import pytest

from tests.reader.page import footer, reader, rows
from tui.reader.hand import Place
from tui.reader.jumps import MOST, Jumps, Standpoint


def standpoint(number: int) -> Standpoint:
    return Standpoint("sections", Place(0, number), f"1.{number}", {})


def test_back_and_forward_go_over_the_same_places() -> None:
    jumps = Jumps()
    for number in range(3):
        jumps.left(standpoint(number))
    assert jumps.back(standpoint(3)) == standpoint(2)
    assert jumps.back(standpoint(2)) == standpoint(1)
    assert jumps.forward(standpoint(1)) == standpoint(2)
    assert jumps.forward(standpoint(2)) == standpoint(3)
    assert jumps.forward(standpoint(3)) is None


def test_a_new_jump_forgets_what_lay_ahead() -> None:
    jumps = Jumps()
    jumps.left(standpoint(0))
    assert jumps.back(standpoint(1)) == standpoint(0)
    jumps.left(standpoint(5))
    assert jumps.forward(standpoint(6)) is None


def test_the_place_one_is_at_is_no_jump_away() -> None:
    jumps = Jumps()
    jumps.left(standpoint(0))
    jumps.left(standpoint(0))
    assert jumps.back(standpoint(0)) is None


def test_the_trail_is_not_endless() -> None:
    jumps = Jumps()
    for number in range(3 * MOST):
        jumps.left(standpoint(number))
    assert len(jumps.past) == MOST
    assert jumps.past[-1] == standpoint(3 * MOST - 1)


async def test_a_jump_into_the_sources_can_be_taken_back_and_forth() -> None:
    async with reader(keys=["l", "j", "enter"]) as (app, pilot):
        await pilot.pause()
        there = rows(app)
        await pilot.press("ctrl+o")
        await pilot.pause()
        assert (app.view_name, app.hand.place) == ("sections", Place(1, 1))
        await pilot.press("tab")
        await pilot.pause()
        assert app.view_name == "sources"
        assert rows(app) == there


async def test_back_leads_to_what_the_view_had_scrolled_to() -> None:
    async with reader((120, 16), keys=["G", "l", "j", "j"]) as (app, pilot):
        before = rows(app)
        await pilot.press("enter", "j", "j", "2", "1")
        await pilot.press("ctrl+o")
        await pilot.pause()
        assert rows(app) == before


async def test_without_a_jump_it_says_so() -> None:
    async with reader(keys=["ctrl+o"]) as (app, pilot):
        assert footer(app).startswith(" no jump that way")
        await pilot.press("tab")
        assert footer(app).startswith(" no jump that way")


@pytest.mark.parametrize("view", ["1", "3"])
async def test_escape_leads_out_of_the_sources_to_where_they_were_entered(view: str) -> None:
    async with reader() as (app, pilot):
        await pilot.press(view, "j", "j")
        before = (app.view_name, app.hand.place)
        await pilot.press("enter", "j")
        assert app.view_name == "sources"
        assert "Esc back" in footer(app)
        await pilot.press("escape")
        assert (app.view_name, app.hand.place) == before


async def test_escape_stays_in_sources_that_were_chosen_by_their_number() -> None:
    async with reader() as (app, pilot):
        await pilot.press("2", "escape")
        assert app.view_name == "sources"
        assert "Esc back" not in footer(app)


async def test_escape_leads_nowhere_once_another_view_was_chosen_by_its_number() -> None:
    async with reader() as (app, pilot):
        await pilot.press("j", "enter", "3", "2")
        assert "Esc back" not in footer(app)
        await pilot.press("escape")
        assert app.view_name == "sources"
