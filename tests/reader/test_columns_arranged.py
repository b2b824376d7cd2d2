"""Columns of sources: zoomed, wider, narrower, hidden, in another order, scrolled together."""

from __future__ import annotations

import pytest

from tests.reader.made import many_sources
from tests.reader.page import made, reader
from tests.reader.sources_page import column, footer, rows, sources, strips, view
from tui.documents.model import Span
from tui.reader.app import Hexapla
from tui.reader.widgets.sections import SectionsView
from tui.search.model import Hit


def letters(app: Hexapla) -> str:
    """The letters of the columns in view, from left to right."""
    return "".join(view(app).columns.all[number].source.letter for number in view(app).columns.shown)


def widths(app: Hexapla) -> list[int]:
    return [cells for _, cells in view(app).columns.spans]


async def test_one_column_takes_the_whole_width_and_gives_it_back_with_the_place_kept() -> None:
    async with sources(keys=["j", "l"]) as (app, pilot):
        before = rows(app)
        await pilot.press("z")
        assert letters(app) == "E" and widths(app) == [120]
        assert "‹ C" in rows(app)[1] and "S ›" in rows(app)[1]
        await pilot.press("l")
        assert letters(app) == "S"
        await pilot.press("h", "z")
        assert rows(app) == before


async def test_a_column_grows_at_the_cost_of_the_others_which_page_when_too_narrow() -> None:
    async with sources() as (app, pilot):
        await pilot.press("greater_than_sign")
        assert widths(app)[0] > 40 and sum(widths(app)) == 120 and letters(app) == "CES"
        await pilot.press(*["greater_than_sign"] * 3)
        assert letters(app) == "CE" and "S ›" in rows(app)[1]
        await pilot.press(*["greater_than_sign"] * 9)
        assert letters(app) == "C"
        assert footer(app).startswith(" no wider  this column has the whole width")
        await pilot.press(*["less_than_sign"] * 20)
        assert letters(app) == "CES" and min(widths(app)) >= 30
        assert footer(app).startswith(" no narrower")


async def test_a_window_of_one_column_says_that_it_cannot_be_changed() -> None:
    async with sources((60, 20)) as (app, pilot):
        for key in ("z", "greater_than_sign", "less_than_sign"):
            await pilot.press(key)
            assert letters(app) == "C" and ("one column" in footer(app) or " no " in footer(app))
        await pilot.press("3")
        assert app.voice.now is None
        await pilot.press("2")
        await pilot.resize_terminal(120, 20)
        await pilot.pause()
        assert widths(app) == [40, 40, 40]


async def test_a_double_click_on_a_head_zooms_its_column() -> None:
    async with sources() as (app, pilot):
        await pilot.click("#sources", offset=(50, 1), times=2)
        assert letters(app) == "E"
        await pilot.click("#sources", offset=(50, 2), times=2)
        assert letters(app) == "CES"


async def test_a_hidden_source_is_told_and_comes_back() -> None:
    async with sources(keys=["l", "x"]) as (app, pilot):
        assert letters(app) == "CS" and widths(app) == [60, 60]
        assert footer(app).startswith(" E ENTRE News  hidden")
        assert view(app).columns.focused.source.letter == "S"
        await pilot.press("j")
        assert "1 hidden" in footer(app)
        await pilot.press("x", "x")
        assert letters(app) == "C" and "the last source stays" in footer(app)
        await pilot.press("X")
        assert letters(app) == "CES" and "2 shown again" in footer(app)


async def test_a_column_changes_places_and_keeps_letter_and_colour() -> None:
    async with sources(keys=["j", "L"]) as (app, pilot):
        assert letters(app) == "ECS"
        assert "C CNN" in footer(app) or "CNN" in rows(app)[1][40:]
        assert "reporting to the U.S. Indo-Pacific" in "".join(column(app, 1))
        await pilot.press("L", "L")
        assert letters(app) == "ESC" and "stands last already" in footer(app)
        await pilot.press("h", "H")
        assert letters(app) == "SEC"


async def test_a_hit_in_a_hidden_source_shows_it_for_as_long_as_it_is_stood_on() -> None:
    async with sources(keys=["l", "x"]) as (app, pilot):
        document = app.resolved.documents["entre"]
        passage = document.passages[3]
        hit = Hit("entre", Span(passage.start, passage.end), passage.paragraph, 1.0, (), "")
        app.start_walk("x", [hit], 0)
        await pilot.pause()
        assert letters(app) == "CES" and view(app).columns.focused.source.letter == "E"
        await pilot.press("escape")
        assert letters(app) == "CS"


async def test_enter_leads_to_a_hidden_source_and_statements_do_not() -> None:
    async with sources(keys=["x", "1", "2"]) as (app, pilot):
        assert letters(app) == "ES"
        await pilot.press("1", "left_square_bracket", "enter")
        await pilot.pause()
        assert letters(app) == "CES"
        await pilot.press("l")
        assert letters(app) == "ES"


async def test_linked_columns_scroll_together() -> None:
    async with sources(keys=["j", "s"]) as (app, pilot):
        assert footer(app).startswith(" linked  columns in view scroll together")
        before = [one.row for one in view(app).columns.all]
        await pilot.press("ctrl+e", "ctrl+e")
        assert [one.row - was for one, was in zip(view(app).columns.all, before, strict=True)] == [2, 2, 2]
        assert "linked" in footer(app)
        await pilot.press("s", "ctrl+e")
        assert [one.row - was for one, was in zip(view(app).columns.all, before, strict=True)] == [3, 2, 2]
        await pilot.press("j", "k")
        assert [one.row for one in view(app).columns.all] == before and "linked" not in footer(app)


async def test_a_paragraph_is_gone_to_by_its_number_and_left_by_a_jump() -> None:
    async with sources(keys=["j", "l"]) as (app, pilot):
        before = view(app).columns.focused.row
        await pilot.press("p", "9", "enter")
        assert app.overlay is None
        assert column(app, 1)[3].startswith(" 9 ")
        await pilot.press("ctrl+o")
        assert view(app).columns.focused.row == before


async def test_a_paragraph_gone_to_is_in_hand_until_another_passage_is() -> None:
    async with sources(keys=["j", "l", "p", "9", "enter"]) as (app, pilot):
        taken, document = view(app).to_mark(), view(app).columns.focused.document
        there = next(one for one in document.paragraphs if one.number == 9)
        assert taken is not None and taken[2].start == there.start == (view(app).to_copy() or taken)[2].start
        assert "¶9 in hand" in " ".join(rows(app))
        await pilot.press("j")
        assert view(app).reached is None and "in hand" not in " ".join(rows(app))


@pytest.mark.parametrize(
    ("said", "wrong"), [("999", "no ¶999: 1 to 24"), ("x", "no number: 1 to 24"), ("", "no number: 1 to 24")]
)
async def test_a_wrong_paragraph_is_told_with_those_there_are(said: str, wrong: str) -> None:
    async with sources((44, 12), keys=["p", *said, "enter"]) as (app, pilot):
        await pilot.pause()
        assert f"✗ {wrong}" in screen_foot(app)
        await pilot.press("escape")
        assert app.overlay is None and "? help" in footer(app)


def screen_foot(app: Hexapla) -> str:
    return "".join(segment.text for segment in app.screen._compositor.render_strips()[-1])


@pytest.mark.parametrize("size", [(40, 10), (60, 20), (200, 50)])
async def test_arranged_columns_fill_every_size(size: tuple[int, int]) -> None:
    async with made(many_sources(9), size, keys=["2"]) as (app, pilot):
        for key in (
            "greater_than_sign",
            "x",
            "L",
            "z",
            "s",
            "G",
            "z",
            "less_than_sign",
            "H",
            "l",
            "x",
            "p",
            "escape",
            "escape",
        ):
            await pilot.press(key)
            assert {strip.cell_length for strip in strips(app)} == {size[0]}
            assert set(view(app).columns.shown) <= set(view(app).columns.order)
        assert "2 hidden" in footer(app)


async def test_sections_take_the_whole_width_and_page_like_sources() -> None:
    async with reader() as (app, pilot):
        assert isinstance(app.view, SectionsView)
        even = rows(app)
        await pilot.press("greater_than_sign")
        assert rows(app)[0].startswith(" 1 Command restructuring") and app.view.columns < 4
        await pilot.press("less_than_sign")
        assert rows(app) == even
        await pilot.press("l", "z")
        assert app.view.columns == 1 and rows(app)[0].startswith(" 2 China concerns") and "2 of 4 ›" in rows(app)[0]
        await pilot.click("#sections", offset=(20, 0), times=2)
        assert app.view.columns == 4 and app.hand.place.section == 1


async def test_what_the_wheel_left_stays_through_a_resize() -> None:
    async with reader((120, 14)) as (app, pilot):
        assert isinstance(app.view, SectionsView)
        app.view.wheel(40, 6)
        spot = app.view.kept()
        before = app.view.rows(1)[app.view.top(1)].statement
        await pilot.resize_terminal(70, 14)
        await pilot.pause()
        assert app.view.rows(1)[app.view.top(1)].statement in (before, before + 1) and app.view.top(1) > 0
        await pilot.resize_terminal(120, 14)
        await pilot.pause()
        assert app.view.kept() == spot


async def test_a_small_footer_keeps_help_whole_and_drops_the_share_for_what_is_hidden_and_linked() -> None:
    async with sources((40, 10), keys=["x", "l", "s", "j"]) as (app, pilot):
        assert footer(app) == " ? help             1 hidden  linked  S "
        await pilot.press("X", "s", "j")
        assert " % " in footer(app)
