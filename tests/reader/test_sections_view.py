"""The Sections view: moving, paging, scrolling, the mouse, and keeping the place."""

from __future__ import annotations

import pytest

from tests.reader.made import briefing as made_briefing
from tests.reader.made import hard_words, many_sources, numbered
from tests.reader.page import SHIPPED, footer, made, reader, row_with, rows, screen
from tui.reader.app import Hexapla
from tui.reader.hand import Place
from tui.reader.widgets.sections import SectionsView


def place(app: Hexapla) -> tuple[int, int, int]:
    at = app.hand.place
    return at.section, at.statement, at.quotation


def in_hand(app: Hexapla) -> list[str]:
    """The rows of the statement in hand that are in view: those with the red bar, without what is beside them."""
    assert isinstance(app.view, SectionsView)
    width, at = app.view.column_width, app.hand.place.section
    left = width * (at - app.view.shown.start)
    return [row[left + 1 : left + width - 1].rstrip() for row in rows(app) if row[left] == "▌"]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("j", (0, 1, 0)),
        ("jj", (0, 2, 0)),
        ("jjk", (0, 1, 0)),
        ("k", (0, 0, 0)),
        ("G", (0, 5, 0)),
        ("Gj", (0, 5, 0)),
        ("Gg", (0, 0, 0)),
        ("l", (1, 0, 0)),
        ("jl", (1, 0, 0)),
        ("lllll", (3, 0, 0)),
        ("lh", (0, 0, 0)),
        ("h", (0, 0, 0)),
        ("JJK", (1, 0, 0)),
        ("]", (0, 0, 1)),
        ("]]]]", (0, 0, 2)),
        ("]][", (0, 0, 1)),
        ("]j", (0, 1, 0)),
    ],
)
async def test_where_keys_lead(keys: str, expected: tuple[int, int, int]) -> None:
    async with reader(keys=list(keys)) as (app, _):
        assert place(app) == expected


async def test_arrows_and_ends_do_what_the_letters_do() -> None:
    async with reader(keys=["down", "right", "left", "end", "home", "down"]) as (app, _):
        assert place(app) == (0, 1, 0)


async def test_half_a_screen_leads_to_another_statement_however_long_this_one_is() -> None:
    async with reader((60, 12)) as (app, pilot):
        seen = [place(app)]
        for _ in range(8):
            await pilot.press("ctrl+d")
            seen.append(place(app))
        assert seen[-1] == (0, 5, 0)
        assert seen == sorted(seen)
        await pilot.press("ctrl+u")
        assert place(app) < (0, 5, 0)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20), (40, 10), (200, 50), (300, 100)])
async def test_the_statement_in_hand_is_in_view_wherever_one_goes(size: tuple[int, int]) -> None:
    async with reader(size) as (app, pilot):
        for key in "jjjjjlljjjjlkkhjj":
            await pilot.press(key)
            statement = app.hand.statement
            assert statement is not None
            assert in_hand(app)[0].startswith(f"{statement.number} {statement.statement.text[:9]}")


async def test_a_resize_keeps_the_statement_in_view() -> None:
    async with reader(keys=["l", "j", "j", "j"]) as (app, pilot):
        for size in ((60, 12), (40, 10), (200, 50), (80, 24), (33, 8), (120, 40)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert place(app) == (1, 3, 0)
            assert in_hand(app)[0].startswith("4 They condemn")


async def test_other_columns_stay_where_they_were_scrolled() -> None:
    async with reader((80, 16)) as (app, pilot):
        await pilot.press("G")
        left = [row[:40] for row in rows(app)[2:]]
        await pilot.press("l")
        assert [row[1:39] for row in rows(app)[2:]] != [row[1:39] for row in left]
        await pilot.press("j", "k", "h")
        await pilot.press("G")
        assert [row[:40] for row in rows(app)[2:]] == left


@pytest.mark.parametrize(("width", "shown"), [(40, "1 of 4 ›"), (60, "1–2 of 4 ›"), (90, "1–3 of 4 ›"), (120, "")])
async def test_sections_that_do_not_fit_are_paged(width: int, shown: str) -> None:
    async with reader((width, 24)) as (app, pilot):
        assert ("of 4" in rows(app)[0]) is bool(shown)
        assert shown in rows(app)[0]
        await pilot.press("l", "l", "l")
        assert "4 Trilateral" in rows(app)[0] or width == 40
        assert ("‹" in rows(app)[0]) is (width < 120)


async def test_the_wheel_scrolls_the_column_under_it_and_leaves_the_statement() -> None:
    async with reader((120, 16)) as (app, pilot):
        view = app.view
        assert isinstance(view, SectionsView)
        await pilot._post_mouse_events([_wheel()], view, offset=(40, 6))
        await pilot.pause()
        assert (view.top(0), view.top(1)) == (0, 3)
        assert place(app) == (0, 0, 0)


def _wheel() -> type:
    from textual.events import MouseScrollDown

    return MouseScrollDown


async def test_a_click_takes_a_statement_or_a_quotation_in_hand() -> None:
    async with reader() as (app, pilot):
        y = row_with(rows(app), "2 It goes on")
        await pilot.click(app.view, offset=(5, y))
        assert place(app) == (0, 1, 0)
        y = row_with(rows(app), "S▌whilst nonetheless")
        await pilot.click(app.view, offset=(5, y))
        assert place(app) == (0, 1, 2)
        await pilot.click(app.view, offset=(95, 0))
        assert place(app) == (3, 0, 0)


async def test_a_second_click_on_a_quotation_leads_to_its_source() -> None:
    async with reader() as (app, pilot):
        y = row_with(rows(app), "E▌“The United States")
        await pilot.click(app.view, offset=(5, y))
        assert app.view_name == "sections"
        await pilot.click(app.view, offset=(5, y))
        await pilot.pause()
        assert app.view_name == "sources"
        assert place(app) == (0, 0, 1)


async def test_a_double_click_on_a_statement_leads_to_its_sources() -> None:
    async with reader() as (app, pilot):
        y = row_with(rows(app), "2 It goes on")
        await pilot.double_click(app.view, offset=(5, y))
        await pilot.pause()
        assert (app.view_name, place(app)) == ("sources", (0, 1, 0))


@pytest.mark.parametrize("offset", [(5, 39), (119, 20), (0, 1), (29, 5), (119, 39)])
async def test_no_click_anywhere_is_a_fault(offset: tuple[int, int]) -> None:
    async with reader() as (app, pilot):
        await pilot.click(offset=offset)
        await pilot.pause()
        assert app.is_running


async def test_the_footer_names_all_sources_or_where_it_is_narrow_the_one_in_hand() -> None:
    async with reader() as (app, _):
        assert footer(app).rstrip().endswith("C CNN  E ENTRE News  S not stated")
    async with reader((90, 24), keys=["]", "]"]) as (app, _):
        assert footer(app).rstrip().endswith("S not stated ¶2   statement 1 of 6")
    async with reader((60, 24), keys=["j"]) as (app, _):
        assert footer(app).rstrip().endswith("2 of 6")


@pytest.mark.parametrize("width", range(20, 130, 7))
async def test_hints_drop_as_whole_items_and_help_stays(width: int) -> None:
    hints = ["/ search", "↵ to the source", "j k statement", "h l section", "y copy", "e export", "? help"]
    async with reader((width, 24)) as (app, _):
        left = footer(app)
        kept = [hint for hint in hints if hint in left]
        assert kept == [*hints[: len(kept) - 1], "? help"]
        assert left.startswith(" " + "  ".join(kept) + "  ") or width < 30


@pytest.mark.parametrize("size", [(30, 12), (61, 20), (97, 24), (120, 40), (211, 50)])
@pytest.mark.parametrize("resolved", [hard_words(), many_sources(12)], ids=["hard words", "12 sources"])
async def test_grid_and_hairlines_stay_straight_whatever_the_words(resolved: object, size: tuple[int, int]) -> None:
    async with made(resolved, size) as (app, _):  # type: ignore[arg-type]
        from textual.geometry import Region

        view = app.view
        assert isinstance(view, SectionsView)
        strips = view.render_lines(Region(0, 0, *view.size))
        assert {strip.cell_length for strip in strips} == {size[0]}
        for column in range(1, view.columns):
            edges = {
                strip.crop(column * view.column_width - 1, column * view.column_width).text for strip in strips[2:]
            }
            assert edges <= {"▕", "▐"}


async def test_an_empty_section_and_a_briefing_of_one_statement_can_be_walked() -> None:
    async with made(hard_words(), keys=["l", "j", "k", "G", "g", "]", "enter"]) as (app, _):
        assert app.view_name == "sources"
    async with made(numbered(1), keys=["j", "k", "l", "ctrl+d", "ctrl+u"]) as (app, _):
        assert app.hand.place == Place()


async def test_a_briefing_without_sections_shows_its_sources() -> None:
    async with made(made_briefing(["one", "two"], [])) as (app, _):
        assert app.view_name == "sources"
        assert "Sections" not in screen(app)[0]


async def test_the_shipped_briefing_opens_on_its_first_statement() -> None:
    async with reader(briefing=SHIPPED) as (app, _):
        assert in_hand(app)[0].startswith("1 US Forces Japan")
        assert len([row for row in rows(app) if "≠" in row]) >= 2


async def test_what_is_clicked_on_stays_under_the_pointer() -> None:
    async with reader((120, 24), keys=["j"]) as (app, pilot):
        for _ in range(3):
            await pilot._post_mouse_events([_wheel()], app.view, offset=(5, 6))
        y = row_with(rows(app), "3 About 54,000")
        await pilot.click(app.view, offset=(5, y))
        assert place(app) == (0, 2, 0)
        assert row_with(rows(app), "3 About 54,000") == y
