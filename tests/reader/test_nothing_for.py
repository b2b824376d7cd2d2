"""A key that the view has nothing for says so in the footer."""

from __future__ import annotations

import pytest

from tests.reader.page import footer, reader


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (["1", "f"], "nothing to filter in this view"),
        (["2", "f"], "nothing to filter in this view"),
        (["5", "f"], "nothing to filter in this view"),
        (["4", "left_square_bracket"], "no quotation to step to in this view"),
        (["1", "ctrl+r"], "no search is open"),
        (["4", "h"], "section or source to the left: not in this view"),
        (["4", "n"], "no search yet"),
    ],
)
async def test_a_key_without_effect_is_answered(keys: list[str], said: str) -> None:
    async with reader(keys=keys) as (app, pilot):
        assert footer(app).startswith(f" {said}")
        await pilot.press("j")
        assert said not in footer(app)


async def test_what_lies_over_the_page_is_not_talked_over() -> None:
    async with reader(keys=["e", "f"]) as (app, _):
        assert "nothing to filter" not in footer(app)


async def test_the_palette_offers_nothing_the_view_has_nothing_for() -> None:
    async with reader(keys=["1"]) as (app, _):
        assert not app.can_run("view.filter")
