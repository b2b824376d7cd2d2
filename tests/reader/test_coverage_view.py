"""The Coverage view: signs, totals, blind spots, filters, cells that lead to sources, and many sources."""

from __future__ import annotations

import pytest

from tests.reader.made import SENTENCES, briefing, hard_words, many_sources, numbered
from tests.reader.page import footer, made, reader, row_with, rows, screen
from tests.unit.builders import a_statement
from tui.briefing.model import Evidence, Section
from tui.reader.app import Hexapla
from tui.reader.glyphs import PLAIN
from tui.reader.hand import Place


def in_hand(app: Hexapla) -> str:
    """The row with the red bar."""
    (row,) = [row for row in rows(app) if row.startswith("▌")]
    return row


async def test_signs_say_how_each_source_carries_a_statement() -> None:
    async with reader(keys=["3"]) as (app, _):
        table = rows(app)
        cells = table[row_with(table, "1.2 It goes on")].split("Command ")[1].split()
        assert cells == ["●", "¶9", "≠", "¶4", "●", "¶4", "3/3", "▕"]
        assert "◐ ¶13" in table[row_with(table, "1.4 Austin calls")]
        assert table[row_with(table, "1.5 Japan forms")].split("2025")[1].split()[:5] == ["·", "●", "¶4", "·", "1/3"]
        assert "1/3 ÷" in table[row_with(table, "1.5 Japan forms")]


async def test_sections_have_totals_and_say_who_is_silent() -> None:
    async with reader(keys=["3"]) as (app, _):
        table = rows(app)
        assert [part for part in table[row_with(table, "4 Trilateral memorandum   ")].split() if "/" in part] == [
            "3/4",
            "3/4",
        ]
        assert "silent" in table[row_with(table, "4 Trilateral memorandum   ")]


async def test_statements_of_all_sections_begin_in_one_column_however_many_a_section_has() -> None:
    said = [a_statement(f"Statement {n}.", Evidence("one", SENTENCES[2])) for n in range(11)]
    sections = [Section("a", "Many", statements=tuple(said)), Section("b", "One", statements=tuple(said[:1]))]
    async with made(briefing(["one", "two"], sections), keys=["3"]) as (app, _):
        assert len({row.index("Statement") for row in rows(app) if "Statement" in row}) == 1


async def test_on_a_wide_terminal_signs_stay_near_their_statements_and_the_panel_takes_the_cells() -> None:
    async with reader((200, 50), keys=["3"]) as (app, _):
        page = rows(app)
        assert page[0].index("all") < 140
        assert any("silent on 4 Trilateral memorandum" in row for row in page)


async def test_the_panel_names_blind_spots_single_sources_and_what_all_say() -> None:
    async with reader(keys=["3"]) as (app, _):
        panel = [row[86:].rstrip() for row in rows(app)]
        assert panel[2:4] == ["  C  CNN                 12 of 19", "     ━━━━━━━━━━━━───────"]
        assert panel[panel.index(" Blind spot") + 1] == " S silent on 4 Trilateral memora…"
        alone = panel.index(" ÷ One source alone")
        assert panel[alone + 1 : alone + 4] == [" C 1.6  2.5  4.4", " E 1.5  4.3", " S 3.2  3.3"]
        assert panel[panel.index(" All three") + 1].split() == ["1.1", "1.2", "1.4", "2.1", "2.4", "3.1"]
        assert panel[-5].split()[0] == "●" and panel[-1].split()[0] == "÷"


async def test_a_blind_spot_too_long_for_the_bottom_row_is_cut_before_how_many_more_there_are() -> None:
    said = (a_statement("The bridge was closed.", Evidence("one", SENTENCES[2])),)
    sections = [Section(name, "Bridges and harbours " * 4, statements=said) for name in "ab"]
    async with made(briefing(["one", "two"], sections), (60, 20), keys=["3"]) as (app, _):
        assert rows(app)[-2].startswith(" Blind spot T is silent on 1 Bridges and")
        assert rows(app)[-2].rstrip().endswith("…  and 1 more")


async def test_on_a_section_without_statements_no_source_is_silent() -> None:
    async with made(briefing(["one", "two"], [Section("a", "Bridges")]), (80, 24), keys=["3"]) as (app, _):
        assert rows(app)[row_with(rows(app), "1 Bridges")].split() == ["1", "Bridges", "·", "·"]
        assert rows(app)[-2].startswith(" No source is silent")


async def test_a_narrow_terminal_says_the_same_in_two_rows_at_the_bottom() -> None:
    async with reader((80, 24), keys=["3"]) as (app, _):
        assert rows(app)[-2].startswith(" Blind spot S is silent on 4 Trilateral memorandum")
        assert rows(app)[-1].split("  ")[0] == " ● as quoted"
    async with reader((52, 24), keys=["3"]) as (app, _):
        assert rows(app)[-1].rstrip().endswith("silent")


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("j", Place(0, 1)),
        ("jjjjjj", Place(1, 0)),
        ("jjjjjjk", Place(0, 5)),
        ("k", Place()),
        ("G", Place(3, 3)),
        ("Gj", Place(3, 3)),
        ("Gg", Place()),
        ("J", Place(1, 0)),
        ("JJK", Place(1, 0)),
        ("l", Place(0, 0, 0)),
        ("ll", Place(0, 0, 1)),
        ("llll", Place(0, 0, 2)),
        ("h", Place(0, 0, 2)),
        ("hh", Place(0, 0, 1)),
        ("jjjjl", Place(0, 4, 0)),
    ],
)
async def test_where_keys_lead(keys: str, expected: Place) -> None:
    async with reader(keys=["3", *keys]) as (app, _):
        assert app.hand.place == expected


async def test_the_row_in_hand_is_in_view_on_every_size_with_its_section_head_where_possible() -> None:
    async with reader(keys=["3"]) as (app, pilot):
        for size in ((120, 40), (80, 24), (60, 12), (40, 10), (200, 50)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            for key in ("g", "j", "j", "J", "j", "j", "J", "J", "G", "k", "g"):
                await pilot.press(key)
                section, statement = app.hand.section, app.hand.statement
                assert section is not None and statement is not None
                assert in_hand(app)[1:].startswith(f"{section.number}.{statement.number} ")


async def test_half_a_screen_leads_further_than_a_row() -> None:
    async with reader((80, 20), keys=["3", "ctrl+d"]) as (app, pilot):
        assert (app.hand.place.section, app.hand.place.statement) > (0, 2)
        await pilot.press("ctrl+u")
        assert app.hand.place == Place()


async def test_the_cell_chosen_is_the_one_whose_source_is_opened() -> None:
    async with reader(keys=["3", "j", "l", "l", "enter"]) as (app, pilot):
        await pilot.pause()
        assert app.view_name == "sources"
        assert app.hand.quotation is not None and app.hand.quotation.source.id == "entre"


@pytest.mark.parametrize(
    ("times", "title", "count"),
    [(1, "not everybody", 13), (2, "one source alone", 7), (3, "disputed", 3), (4, "all", 19)],
)
async def test_filters_say_what_they_leave(times: int, title: str, count: int) -> None:
    async with reader(keys=["3", *"f" * times]) as (app, pilot):
        assert f"statements: {title}" in footer(app)
        assert f"{count} shown" in footer(app)
        shown = [row for row in rows(app) if row[1:2].isdigit() and row[2:3] == "."]
        assert len(shown) == count
        assert rows(app)[0].startswith(" Who says it" if title == "all" else f" Who says it: {title}")
        await pilot.press("j")
        assert footer(app).startswith(" ↵ to the source")


async def test_rows_walked_are_those_the_filter_leaves() -> None:
    async with reader(keys=["3", "f", "f", "g", "j", "j", "k"]) as (app, _):
        assert app.hand.place == Place(0, 5)
        assert in_hand(app).startswith("▌1.6")


async def test_a_click_takes_a_row_or_a_cell_in_hand_and_a_second_one_opens_it() -> None:
    async with reader(keys=["3"]) as (app, pilot):
        y = row_with(rows(app), "2.2 Beijing")
        await pilot.click(app.view, offset=(20, y))
        assert app.hand.place == Place(1, 1)
        x = rows(app)[y].rindex("●")
        await pilot.click(app.view, offset=(x, y))
        assert app.hand.place == Place(1, 1, 1)
        assert app.view_name == "coverage"
        await pilot.click(app.view, offset=(x, y))
        await pilot.pause()
        assert app.view_name == "sources"


async def test_a_click_on_silence_takes_the_row() -> None:
    async with reader(keys=["3", "j"]) as (app, pilot):
        y = row_with(rows(app), "1.5 Japan forms")
        await pilot.click(app.view, offset=(rows(app)[y].index("·"), y))
        assert app.hand.place == Place(0, 4)


@pytest.mark.parametrize("offset", [(5, 0), (5, 1), (110, 20), (5, 37), (84, 5), (119, 37)])
async def test_no_click_anywhere_is_a_fault(offset: tuple[int, int]) -> None:
    async with reader(keys=["3"]) as (app, pilot):
        await pilot.click(app.view, offset=offset)
        assert app.is_running


async def test_the_wheel_scrolls_and_stops_at_the_ends() -> None:
    from textual.events import MouseScrollDown, MouseScrollUp

    async with reader((80, 16), keys=["3"]) as (app, pilot):
        first = rows(app)
        await pilot._post_mouse_events([MouseScrollDown] * 20, app.view, offset=(5, 6))
        await pilot.pause()
        assert any("4.4" in row for row in rows(app))
        await pilot._post_mouse_events([MouseScrollUp] * 20, app.view, offset=(5, 6))
        await pilot.pause()
        assert rows(app) == first


async def test_twelve_sources_get_narrow_cells_with_their_letters() -> None:
    async with made(many_sources(12), (80, 24), keys=["3"]) as (app, _):
        assert rows(app)[0].split()[3:] == [*"ABCDEFGHIJKL", "all"]
        y = row_with(rows(app), "1.2 A joint")
        assert rows(app)[y].split("up")[1].split() == [*"●·●·●·●·●·●·", "6/12"]
        assert all(len(row.rstrip()) <= 80 for row in rows(app))


async def test_twelve_sources_are_paged_where_they_do_not_fit() -> None:
    async with made(many_sources(12), (50, 24), keys=["3"]) as (app, pilot):
        assert rows(app)[0].split()[3:] == [*"ABCDEF", "›", "all"]
        await pilot.press(*"lllllllll")
        assert rows(app)[0].split()[3:] == ["‹", *"DEFGHI", "›", "all"]
        await pilot.press("h")
        await pilot.press(*"llllllll")
        assert rows(app)[0].split()[3:] == ["‹", *"GHIJKL", "all"]
        await pilot.press(*"hhhhhhhhhhhh")
        assert rows(app)[0].split()[3:] == [*"ABCDEF", "›", "all"]


async def test_three_sources_never_leave_a_small_terminal() -> None:
    async with reader((40, 10), keys=["3"]) as (app, _):
        assert rows(app)[0].split()[3:] == ["C", "E", "S", "all"]


async def test_columns_of_signs_stand_under_their_letters() -> None:
    for size in ((120, 40), (80, 24), (40, 10)):
        async with reader(size, keys=["3"]) as (app, _):
            table = rows(app)
            at = [table[0].index(f" {letter} ") for letter in "CES"]
            for row in table[3:8]:
                signs = [x for x, sign in enumerate(row) if sign in "●◐≠" or (sign == "·" and row[x - 1] == " ")]
                assert [x - 1 for x in signs] == at


@pytest.mark.parametrize("size", [(30, 8), (61, 20), (109, 24), (110, 24), (200, 50)])
async def test_rows_are_as_wide_as_the_terminal_whatever_the_words(size: tuple[int, int]) -> None:
    from textual.geometry import Region

    async with made(hard_words(), size, keys=["3"]) as (app, _):
        strips = app.view.render_lines(Region(0, 0, *app.view.size))
        assert {strip.cell_length for strip in strips} == {size[0]}


async def test_one_source_alone_in_a_briefing_is_no_warning() -> None:
    async with made(numbered(3), keys=["3"]) as (app, _):
        assert "1/1" in in_hand(app)
        assert "1/1 ÷" not in in_hand(app)


async def test_plain_signs_are_used_throughout() -> None:
    async with made(many_sources(3), glyphs=PLAIN, keys=["3"]) as (app, _):
        assert not any(sign in row for row in screen(app) for sign in "●◐≠·÷▌▕▐━─¶…")


async def test_a_filter_that_hides_the_statement_in_hand_leaves_the_nearest_row_marked() -> None:
    async with reader(keys=["3", "G", "f", "f", "f"]) as (app, pilot):
        section, statement = app.hand.section, app.hand.statement
        assert section is not None and statement is not None
        assert in_hand(app)[1:].startswith(f"{section.number}.{statement.number} ")
        marked = in_hand(app)
        await pilot.press("enter")
        assert app.view_name == "sources"
        assert marked[1:4] == f"{app.hand.place.section + 1}.{app.hand.place.statement + 1}"


async def test_sections_are_walked_among_those_the_filter_leaves() -> None:
    async with reader(keys=["3", "f", "f", "f", "g"]) as (app, pilot):
        shown = {row[1:2] for row in rows(app) if row[1:2].isdigit() and row[2:3] == "."}
        walked = {in_hand(app)[1:2]}
        for _ in range(4):
            await pilot.press("J")
            walked.add(in_hand(app)[1:2])
        assert walked == shown
        await pilot.press("K", "K", "K", "K")
        assert in_hand(app)[1:2] == min(shown)


async def test_a_statement_in_hand_elsewhere_is_brought_to_a_row_the_filter_leaves() -> None:
    async with reader(keys=["3", "f", "f", "f", "1", "g", "3"]) as (app, _):
        assert in_hand(app)[1:2].isdigit()


async def test_a_filter_that_leaves_nothing_says_so_and_keeps_the_rows() -> None:
    async with made(numbered(4), keys=["3"]) as (app, pilot):
        before = rows(app)
        await pilot.press("f")
        assert "statements: not everybody  none, so still shown: all" in footer(app)
        assert rows(app) == before
        await pilot.press("f")
        assert "statements: one source alone" in footer(app)
