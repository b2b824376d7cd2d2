"""The rows of the views are the ones the look asks for, and their inks are its tokens."""

from __future__ import annotations

import pytest

from tests.reader.look_rows import LOOKS, kept, painted
from tests.reader.page import reader, row_with, rows, style_at


@pytest.mark.parametrize("name", LOOKS)
async def test_the_rows_are_as_they_should_look(name: str) -> None:
    assert await painted(name) == kept(name)


@pytest.mark.parametrize("name", LOOKS)
def test_rows_that_should_look_so_fill_the_screen_and_no_more(name: str) -> None:
    (width, height), _ = LOOKS[name]
    assert len(kept(name)) == height
    assert all(len(row) <= width for row in kept(name))


async def test_the_statement_in_hand_is_bold_on_the_selection_behind_a_red_bar() -> None:
    async with reader() as (app, _):
        y = row_with(rows(app), "1 US Forces Japan")
        ink = app.ink.colour
        assert style_at(app, 0, y)[:2] == (ink("accent"), ink("selection"))
        assert style_at(app, 1, y) == (ink("accent"), ink("selection"), True, False, False)
        assert style_at(app, 3, y) == (ink("foreground"), ink("selection"), True, False, False)


async def test_its_quotations_are_lit_strongly_and_all_others_faintly() -> None:
    async with reader() as (app, _):
        strong, faint = row_with(rows(app), "“restructured” into a"), row_with(rows(app), "C▎reporting to the U.S.")
        ink = app.ink.colour
        assert style_at(app, 3, strong)[:2] == (ink("foreground"), ink("strong:0"))
        assert style_at(app, 3, faint)[:2] == (ink("soft"), ink("faint:0"))


async def test_the_quotation_in_hand_has_its_letter_as_a_chip() -> None:
    async with reader(keys=["]"]) as (app, _):
        ink = app.ink.colour
        first = row_with(rows(app), "“restructured” into a")
        second = row_with(rows(app), "“The United States will")
        assert style_at(app, 1, first)[:2] == (ink("mark:0"), ink("background"))
        assert style_at(app, 1, second)[:2] == (ink("background"), ink("mark:1"))


async def test_the_tint_fills_the_lines_of_a_quotation_so_that_its_edge_is_calm() -> None:
    async with reader() as (app, _):
        y = row_with(rows(app), "▌ ▌Indo-Pacific Command")
        assert {style_at(app, x, y)[1] for x in range(3, 29)} == {app.ink.colour("strong:0")}
        assert style_at(app, 29, y)[1] == app.ink.colour("background")


async def test_a_silent_source_is_named_in_the_tally_as_a_warning() -> None:
    async with reader() as (app, _):
        tally = rows(app)[1].rindex("S·")
        assert style_at(app, tally, 1)[0] == app.ink.colour("warning")
        assert style_at(app, tally - 3, 1)[0] == app.ink.colour("mark:1")


async def test_contradicting_words_carry_their_sign_on_the_ground_of_differing_words() -> None:
    async with reader() as (app, _):
        y = row_with(rows(app), "E▎≠ would allow")
        assert style_at(app, 3, y)[:3] == (app.ink.colour("foreground"), app.ink.colour("differ"), True)
        assert style_at(app, 5, y)[1] == app.ink.colour("faint:1")


async def test_cells_of_the_coverage_are_filled_by_how_a_source_carries_the_statement() -> None:
    async with reader(keys=["3", "j"]) as (app, _):
        table, ink = rows(app), app.ink.colour
        y = row_with(table, "1.4 Austin calls it")
        x = table[y].index("◐")
        assert style_at(app, x, y)[1] == ink("faint:0")
        assert style_at(app, x + 8, y)[1] == ink("strong:1")
        y = row_with(table, "1.2 It goes on")
        assert style_at(app, table[y].index("≠"), y)[1] == ink("differ")
        y = row_with(table, "1.5 Japan forms")
        assert style_at(app, table[y].index("·"), y)[1] == ink("background")


async def test_words_under_words_are_dim_where_they_are_the_same_and_lit_where_they_are_not() -> None:
    async with reader(keys=["4"]) as (app, _):
        page, ink = rows(app), app.ink.colour
        y = row_with(page, "S▌The US")
        x = page[y].index("The US")
        assert style_at(app, x, y - 1)[:2] == (ink("foreground"), ink("background"))
        assert style_at(app, x, y)[:2] == (ink("dim"), ink("background"))
        assert style_at(app, x + 4, y) == (ink("foreground"), ink("differ"), True, False, False)
