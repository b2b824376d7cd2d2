"""Moving in the Sources view: statements, sources, text, and what stays when the window changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reader.sources_page import SEEDS, column, footer, row_with, rows, sources, style_at, view
from tui.reader.hand import Place
from tui.reader.start import make_app


async def test_j_and_k_move_the_statement_and_level_every_column() -> None:
    async with sources() as (app, pilot):
        await pilot.press("j", "j", "j")
        assert app.hand.place.statement == 3
        level = 3 + view(app).columns.focused.height // 3
        assert "“We consider this a historic" in column(app, 0)[level]
        assert "one of the" in column(app, 1)[level]
        assert "probably the most" in column(app, 2)[level]
        await pilot.press("k")
        assert rows(app)[0].startswith("▌1.3")


async def test_statements_go_on_from_section_to_section() -> None:
    async with sources(keys=["j"] * 6) as (app, pilot):
        assert rows(app)[0].startswith("▌2.1 The ministers call China")
        await pilot.press("k")
        assert rows(app)[0].startswith("▌1.6")
        await pilot.press(*["j"] * 40)
        assert rows(app)[0].startswith("▌4.4")


async def test_statement_moves_leave_the_focus_where_it_is() -> None:
    async with sources(keys=["l", "l", "j", "j"]) as (app, _):
        assert view(app).columns.focus == 2
        quotation = app.hand.quotation
        assert quotation is not None and quotation.source.id == "s004"


async def test_the_focused_source_lays_its_quotation_in_hand() -> None:
    async with sources(keys=["j"]) as (app, pilot):
        for key, source in (("l", "entre"), ("l", "s004"), ("h", "entre")):
            await pilot.press(key)
            assert app.hand.quotation is not None
            assert app.hand.quotation.source.id == source
            taken = view(app).to_copy()
            assert taken is not None and taken[0].id == source


async def test_a_silent_source_in_focus_has_nothing_to_copy() -> None:
    async with sources(keys=["j", "j", "l"]) as (app, _):
        assert view(app).to_copy() is None


async def test_brackets_walk_the_quotations_and_the_focus_follows() -> None:
    async with sources() as (app, pilot):
        await pilot.press("right_square_bracket")
        assert view(app).columns.focus == 1
        await pilot.press("right_square_bracket", "left_square_bracket", "left_square_bracket")
        assert view(app).columns.focus == 0


async def test_enter_in_sections_leads_to_the_source_of_the_quotation_in_hand() -> None:
    app = make_app(Path(__file__).parent / "look" / "look.yaml", roots=[SEEDS], environ={"COLORTERM": "truecolor"})
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("j", "right_square_bracket", "enter")
        await pilot.pause()
        assert rows(app)[1].startswith(" E ")
        await pilot.press("ctrl+d", "ctrl+d", "1", "enter")
        assert "would allow the US to withdraw" in column(app, 0)[3 + view(app).columns.focused.height // 3]


async def test_text_scrolls_by_line_half_screen_and_to_its_ends_in_the_focused_column_alone() -> None:
    async with sources(keys=["j", "g"]) as (app, pilot):
        others = column(app, 1), column(app, 2)
        height = view(app).columns.focused.height
        top = view(app).columns.focused.row
        for key, by in (("ctrl+e", 1), ("ctrl+y", -1), ("ctrl+d", height // 2), ("ctrl+u", -(height // 2))):
            await pilot.press(key)
            assert view(app).columns.focused.row - top == by
            top = view(app).columns.focused.row
        await pilot.press("G")
        assert "100 %" in footer(app)
        assert column(app, 0)[-1].strip()
        await pilot.press("g")
        assert "  0 %" in footer(app)
        assert (column(app, 1), column(app, 2)) == others


async def test_home_and_end_do_as_g_does() -> None:
    async with sources() as (app, pilot):
        await pilot.press("end")
        assert view(app).columns.focused.share == 100
        await pilot.press("home")
        assert view(app).columns.focused.share == 0


async def test_the_wheel_scrolls_the_column_under_the_pointer() -> None:
    async with sources(keys=["j"]) as (app, pilot):
        before = [one.row for one in view(app).columns.all]
        await pilot._post_mouse_events([_wheel_down()], view(app), offset=(90, 10))
        after = [one.row for one in view(app).columns.all]
        assert [b - a for a, b in zip(before, after, strict=True)] == [0, 0, 3]
        assert view(app).columns.focus == 0


async def test_a_click_gives_the_focus_and_one_on_the_hairline_goes_there() -> None:
    async with sources(keys=["j"]) as (app, pilot):
        await pilot.click("#sources", offset=(50, 10))
        assert view(app).columns.focus == 1
        bottom = view(app).size.height - 1
        await pilot.click("#sources", offset=(119, bottom))
        assert view(app).columns.focus == 2
        assert view(app).columns.focused.share == 100


async def test_evidence_stays_level_at_every_size() -> None:
    async with sources(keys=["j"]) as (app, pilot):
        for size in ((200, 50), (80, 24), (60, 20), (40, 10), (120, 40)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            level = view(app).above + view(app).columns.focused.height // 3
            assert "reporting to" in column(app, 0)[level]


async def test_a_scrolled_place_is_kept_by_character_through_resizes_and_themes() -> None:
    async with sources(keys=["j", "ctrl+d", "ctrl+d"]) as (app, pilot):
        before, word = rows(app), column(app, 0)[3][3:].split()[0]
        for size in ((80, 24), (200, 50), (60, 20)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert word in column(app, 0)[view(app).above]
        await pilot.press("t", "t", "t")
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert rows(app) == before


async def test_the_statement_moved_elsewhere_is_shown_on_coming_back() -> None:
    async with sources() as (app, pilot):
        await pilot.press("1", "l", "j", "2")
        await pilot.pause()
        assert rows(app)[0].startswith("▌2.2")
        assert app.hand.place == Place(1, 1)


async def test_coming_back_to_the_same_statement_keeps_what_was_scrolled() -> None:
    async with sources(keys=["j", "ctrl+d"]) as (app, pilot):
        before = rows(app)
        await pilot.press("1", "2")
        await pilot.pause()
        assert rows(app) == before


async def test_a_theme_change_changes_the_ink_and_nothing_else() -> None:
    async with sources(keys=["j"]) as (app, pilot):
        before = rows(app)
        at = row_with(column(app, 0), "▌reporting to the U.S.")
        await pilot.press("t")
        assert app.ink.theme.name == "vellum"
        assert rows(app) == before
        assert style_at(app, 3, at)[1] == app.ink.colour("strong:0")


@pytest.mark.parametrize("keys", [["k"], ["h"], ["g", "ctrl+u"], ["l", "l", "l", "l"]])
async def test_moves_beyond_an_end_change_nothing_more(keys: list[str]) -> None:
    async with sources(keys=keys) as (app, pilot):
        before = rows(app)
        await pilot.press(keys[-1])
        assert rows(app) == before


def _wheel_down() -> type:
    from textual.events import MouseScrollDown

    return MouseScrollDown
