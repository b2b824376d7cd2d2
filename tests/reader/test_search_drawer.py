"""The search drawer: typing finds, what is unfinished never empties the list, and Escape changes nothing."""

from __future__ import annotations

import pytest
from textual import events

from tests.reader.page import LOOK, cell, footer, reader, row_with, rows, screen, typed
from tui.documents import Limits
from tui.reader.app import Hexapla
from tui.reader.widgets.search import SearchDrawer


def drawer(app: Hexapla) -> SearchDrawer:
    assert isinstance(app.overlay, SearchDrawer)
    return app.overlay


def keys(query: str) -> list[str]:
    return ["slash", *typed(query)]


def listed(app: Hexapla) -> list[str]:
    """The rows of the list."""
    shown = drawer(app).list
    return [row[: shown.size.width - 1].rstrip() for row in screen(app)[3 : 3 + shown.size.height]]


async def test_hits_come_while_one_types() -> None:
    async with reader(keys=["slash"]) as (app, pilot):
        counts = []
        for letter in typed("memorandum"):
            await pilot.press(letter)
            counts.append(drawer(app).results.total)
        assert all(counts)
        assert counts[-1] < counts[0]
        assert screen(app)[0].startswith(" / memorandum ")
        assert screen(app)[0].rstrip().endswith(f"{counts[-1]} hits")


async def test_a_hit_shows_letter_paragraph_and_what_was_matched() -> None:
    async with reader(keys=keys("memorandum")) as (app, _):
        hit = drawer(app).results.hits[0]
        assert listed(app)[0].startswith(f"▌E▌ ¶{hit.paragraph} ") or listed(app)[0].startswith(
            f"▌E▌  ¶{hit.paragraph} "
        )
        y = next(n for n, row in enumerate(screen(app)) if "memorandum" in row and n > 2)
        style = cell(app.screen._compositor.render_strips()[y], screen(app)[y].index("memorandum"))
        assert style.bold and style.underline
        assert style.color is not None and style.color.get_truecolor().hex == app.ink.colour("accent")


@pytest.mark.parametrize("query", ["pacfic comand", "comand pacfic", "command pacif", "headquaters", "Blinkn"])
async def test_it_forgives_slips_word_order_and_half_words(query: str) -> None:
    async with reader(keys=keys(query)) as (app, _):
        assert drawer(app).results.hits


async def test_how_words_were_understood_is_said() -> None:
    async with reader(keys=keys("pacfic !korea")) as (app, _):
        said = screen(app)[1]
        assert said.startswith("   read as  pacfic ≈ Pacific")
        assert said.rstrip().endswith("in this briefing")
        assert said.removesuffix("in this briefing ").rstrip().endswith("not korea")


async def test_a_source_is_found_by_its_file_and_one_nobody_has_is_said_to_be_none() -> None:
    async with reader(keys=keys("source:004 hawaii")) as (app, _):
        assert {hit.source for hit in drawer(app).results.hits} == {"s004"}
    async with reader(keys=keys("source:xyz9 hawaii")) as (app, _):
        assert "no source is called xyz9" in screen(app)[1] and "≈ xyz9" not in screen(app)[1]


@pytest.mark.parametrize(
    "query",
    [
        "command !",
        "command '",
        'command "',
        "command |",
        "command ^",
        "command source:",
        "command section:",
        'command "joint',
    ],
)
async def test_an_unfinished_operator_never_empties_the_list(query: str) -> None:
    async with reader(keys=["slash"]) as (app, pilot):
        for key in typed(query):
            await pilot.press(key)
            assert drawer(app).results.hits, drawer(app).line.value


async def test_finding_nothing_says_the_nearest_word() -> None:
    async with reader(keys=keys("'memorandums")) as (app, _):
        assert screen(app)[0].rstrip().endswith("0 hits")
        assert screen(app)[1].startswith("   nearest word in these sources: ")
        assert not any(row.strip() for row in listed(app))


async def test_a_word_that_stands_nowhere_is_said_to() -> None:
    async with reader(keys=keys("korea unicorn")) as (app, _):
        assert screen(app)[1].startswith("   unicorn: nowhere ") and "≈" not in screen(app)[1]
        assert drawer(app).results.hits


async def test_enter_on_nothing_does_nothing() -> None:
    async with reader(keys=[*keys("'memorandums"), "enter", "down", "up"]) as (app, _):
        assert app.view_name == "sections" and app.overlay is not None


async def test_arrows_choose_a_hit_and_the_footer_counts() -> None:
    async with reader(keys=[*keys("korea"), "down", "down", "up", "down"]) as (app, pilot):
        total = len(drawer(app).results.hits)
        assert footer(app).rstrip().endswith(f"best first  3 of {total}")
        await pilot.press(*["down"] * (total + 5))
        assert footer(app).rstrip().endswith(f"{total} of {total}")
        assert any(row.startswith("▌") for row in listed(app))
        await pilot.press("pageup", "pagedown")
        assert footer(app).rstrip().endswith(f"{total} of {total}")


@pytest.mark.parametrize("size", [(120, 40), (200, 50), (99, 40), (80, 24), (60, 20), (40, 10)])
async def test_the_hit_chosen_is_whole_in_view_on_every_size(size: tuple[int, int]) -> None:
    async with reader(size, keys=keys("japan")) as (app, pilot):
        for _ in range(12):
            assert len([row for row in listed(app) if row.startswith("▌")]) == 2
            await pilot.press("down")


async def test_the_preview_shows_the_passage_in_its_paragraph() -> None:
    async with reader(keys=keys("memorandum")) as (app, _):
        drawn = drawer(app)
        hit = drawn.results.hits[0]
        right = [row[drawn.list.size.width :] for row in screen(app)[3 : drawn.rows - 1]]
        assert right[0].startswith(" E  ENTRE News") or right[0].startswith("  E  ENTRE News")
        assert f"¶{hit.paragraph}  {hit.span.start:,}–{hit.span.end:,}" in right[0]
        assert any("▌" in row for row in right)


@pytest.mark.parametrize(("size", "below"), [((80, 24), True), ((80, 17), False), ((60, 20), True), ((40, 10), False)])
async def test_a_narrow_terminal_has_the_preview_below_and_a_low_one_has_none(
    size: tuple[int, int], below: bool
) -> None:
    async with reader(size, keys=keys("memorandum")) as (app, _):
        assert any(row.startswith("  E  ENTRE News") for row in screen(app)) is below


async def test_enter_leads_to_the_source_with_every_hit_lit() -> None:
    async with reader(keys=[*keys("korea"), "down", "enter"]) as (app, pilot):
        await pilot.pause()
        assert (app.overlay, app.view_name) == (None, "sources")
        assert app.walk is not None
        assert footer(app).startswith(f" /korea  {app.walk.count}")


async def test_escape_changes_nothing() -> None:
    async with reader(keys=["l", "j", "]"]) as (app, pilot):
        before, place = screen(app), app.hand.place
        await pilot.press(*keys("korea"), "down", "escape")
        await pilot.pause()
        assert (screen(app), app.hand.place, app.overlay, app.walk) == (before, place, None, None)


async def test_the_page_is_veiled_below_the_drawer_and_clear_again_after_it() -> None:
    async with reader() as (app, pilot):
        page = app.page_ink
        await pilot.press("slash")
        assert app.page_ink.veiled
        await pilot.press("escape")
        assert app.page_ink is page


async def test_letters_that_are_commands_elsewhere_are_typed() -> None:
    async with reader(keys=keys("jkqGgyen1234")) as (app, _):
        assert drawer(app).line.value == "jkqGgyen1234"


async def test_what_is_pasted_is_cleaned_to_one_line() -> None:
    async with reader(keys=["slash"]) as (app, pilot):
        app.post_message(events.Paste("joint\x1b[31m\nforce\thead\u202equarters\x07\n"))
        await pilot.pause()
        value = drawer(app).line.value
        assert value.startswith("joint") and " force head" in value
        assert not set(value) & set("\x1b\n\t\u202e\x07")


async def test_what_is_pasted_takes_the_place_of_what_is_selected() -> None:
    async with reader(keys=keys("korea")) as (app, pilot):
        drawer(app).line.select_all()
        app.post_message(events.Paste("japan"))
        await pilot.pause()
        assert drawer(app).line.value == "japan"


async def test_a_query_is_at_most_as_long_as_one_may_be() -> None:
    most = Limits().query
    async with reader(keys=[*keys("ab")]) as (app, pilot):
        app.post_message(events.Paste("word " * 400))
        await pilot.pause()
        await pilot.press("x", "y")
        value = drawer(app).line.value
        assert value.startswith("abword word")
        assert len(value) == most == 256


async def test_hits_can_be_clicked_and_a_second_click_opens() -> None:
    async with reader(keys=keys("korea")) as (app, pilot):
        await pilot.click(drawer(app).list, offset=(20, 6))
        assert drawer(app).list.selected == 2
        await pilot.click(drawer(app).list, offset=(20, 6))
        await pilot.pause()
        assert app.view_name == "sources" and app.walk is not None


async def test_a_resize_keeps_the_query_and_the_hit_chosen() -> None:
    async with reader(keys=[*keys("korea"), "down", "down"]) as (app, pilot):
        for size in ((80, 24), (40, 10), (200, 50), (120, 40)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert drawer(app).line.value == "korea"
            assert drawer(app).list.selected == 2
            assert len([row for row in listed(app) if row.startswith("▌")]) == 2


async def test_the_drawer_takes_two_thirds_of_a_tall_terminal_and_all_of_a_low_one() -> None:
    async with reader((120, 40), keys=keys("korea")) as (app, _):
        assert drawer(app).rows == 27
        assert screen(app)[26] == "▁" * 120
    async with reader((80, 24), keys=keys("korea")) as (app, _):
        assert drawer(app).rows == 23


async def test_without_colour_matches_are_bold_and_underlined_and_the_row_chosen_reversed() -> None:
    async with reader(briefing=LOOK, keys=keys("memorandum"), environ={"NO_COLOR": "1", "TERM": "xterm-256color"}) as (
        app,
        _,
    ):
        y = next(n for n, row in enumerate(screen(app)) if "memorandum" in row and n > 2)
        style = cell(app.screen._compositor.render_strips()[y], screen(app)[y].index("memorandum"))
        assert style.bold and style.underline and style.reverse


async def test_a_source_can_be_asked_alone() -> None:
    async with reader(keys=keys("japan source:cnn")) as (app, _):
        assert {hit.source for hit in drawer(app).results.hits} == {"cnn"}
        assert row_with(screen(app), "read as") == 1


async def test_the_rows_of_the_page_are_not_touched_by_the_drawer() -> None:
    async with reader() as (app, pilot):
        before = rows(app)
        await pilot.press(*keys("korea"))
        assert rows(app) == before
