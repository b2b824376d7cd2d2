"""Walking the hits of a search through the sources, and back to exactly where one was."""

from __future__ import annotations

import re

import pytest

from tests.reader.sources_page import column, footer, row_with, rows, sources, style_at, view
from tui.documents import Span
from tui.reader.app import Hexapla
from tui.reader.lit import Light
from tui.reader.widgets.search import SearchDrawer
from tui.search.model import Hit


def hits(app: Hexapla, word: str) -> list[Hit]:
    """Every passage that has the word, the last first, as a ranking might have them."""
    found: list[Hit] = []
    for name, document in app.resolved.documents.items():
        for passage in document.passages:
            text = document.text[passage.start : passage.end]
            lit = tuple(
                Span(passage.start + match.start(), passage.start + match.end()) for match in re.finditer(word, text)
            )
            if lit:
                found.append(Hit(name, Span(passage.start, passage.end), passage.paragraph, 1.0, lit, text))
    return found[::-1]


def walk(app: Hexapla, word: str, at: int) -> list[Hit]:
    """Start a walk at the `at`-th hit in reading order; the hits in that order."""
    ranked = hits(app, word)
    app.start_walk(word, ranked, len(ranked) - 1 - at)
    return ranked[::-1]


async def test_the_hit_chosen_stands_a_third_down_and_reversed() -> None:
    async with sources(keys=["j"]) as (app, pilot):
        order = walk(app, "Korea", 2)
        await pilot.pause()
        shown = view(app).columns.focused
        line = shown.line(shown.height // 3)
        assert line is not None and line.start <= order[2].highlights[0].start < line.end
        x = 3 + order[2].highlights[0].start - line.start
        ink, ground, bold, _, underlined = style_at(app, x, 3 + shown.height // 3)
        assert (ink, ground) == (app.ink.colour("background"), app.ink.colour("foreground"))
        assert bold and underlined


async def test_other_hits_are_bold_and_underlined_on_the_ground_they_stand_on() -> None:
    async with sources() as (app, pilot):
        walk(app, "Japan", 0)
        await pilot.pause()
        at = row_with(column(app, 2), "Forces Japan to a joint power")
        x = 80 + column(app, 2)[at].index("Japan")
        ink, ground, bold, _, underlined = style_at(app, x, at)
        assert (ink, ground) == (app.ink.colour("foreground"), app.ink.colour("strong:2"))
        assert bold and underlined


async def test_heads_count_the_hits_of_each_source_and_the_footer_the_walk() -> None:
    async with sources() as (app, pilot):
        order = walk(app, "Korea", 1)
        await pilot.pause()
        head = rows(app)[1]
        for at, source in ((0, "cnn"), (40, "entre"), (80, "s004")):
            count = sum(hit.source == source for hit in order)
            assert f"{count} hit" in head[at : at + 40]
        assert footer(app).startswith(
            f" /Korea  2/{len(order)} in reading order  n next  N previous  / change  Esc back to 1.1"
        )
        assert footer(app).rstrip().endswith(f"¶{order[1].paragraph} C CNN")


async def test_on_the_narrowest_terminal_too_it_says_in_what_order_the_hits_are_counted() -> None:
    async with sources((60, 20)) as (app, pilot):
        order = walk(app, "Korea", 1)
        await pilot.pause()
        assert footer(app).startswith(f" /Korea  2/{len(order)} in reading order  n next  Esc back")


async def test_n_goes_on_in_reading_order_across_the_sources_and_round_the_end() -> None:
    async with sources() as (app, pilot):
        order = walk(app, "Korea", 0)
        for hit in [*order[1:], order[0]]:
            await pilot.press("n")
            assert app.walk is not None and app.walk.hit == hit
            assert view(app).columns.focused.source.id == hit.source
        await pilot.press("N")
        assert app.walk is not None and app.walk.hit == order[-1]


async def test_columns_with_hits_elsewhere_stand_on_their_first() -> None:
    async with sources() as (app, pilot):
        walk(app, "Korea", 0)
        await pilot.pause()
        level = 3 + view(app).columns.focused.height // 3
        assert all("Korea" in column(app, number)[level] for number in range(3))


async def test_escape_leads_back_to_view_statement_focus_and_places() -> None:
    async with sources(keys=["j", "l", "ctrl+d"]) as (app, pilot):
        before, place = rows(app), app.hand.place
        walk(app, "Korea", 3)
        await pilot.press("n", "n", "j", "j")
        await pilot.press("escape")
        assert app.walk is None
        assert (rows(app), app.hand.place) == (before, place)


async def test_escape_leads_back_to_the_sections_with_what_they_had_scrolled() -> None:
    async with sources(keys=["1", "l", "j"]) as (app, pilot):
        place, scrolled = app.hand.place, app.view.scrolled()
        walk(app, "Korea", 5)
        await pilot.pause()
        assert app.view_name == "sources"
        await pilot.press("n", "escape")
        await pilot.pause()
        assert (app.view_name, app.hand.place, app.view.scrolled()) == ("sections", place, scrolled)


async def test_a_search_within_a_walk_still_leads_back_to_the_first_place() -> None:
    async with sources(keys=["j"]) as (app, pilot):
        before = rows(app)
        walk(app, "Korea", 3)
        await pilot.press("n")
        walk(app, "Japan", 7)
        await pilot.pause()
        assert "/Japan" in footer(app)
        await pilot.press("escape")
        assert rows(app) == before


async def test_a_walk_from_another_view_comes_back_to_the_sources() -> None:
    async with sources() as (app, pilot):
        walk(app, "Korea", 0)
        await pilot.press("1", "n")
        await pilot.pause()
        assert app.view_name == "sources"
        assert app.walk is not None and app.walk.index == 1


async def test_change_opens_the_search_with_the_words_walked() -> None:
    async with sources() as (app, pilot):
        walk(app, "Korea", 0)
        await pilot.press("slash")
        await pilot.pause()
        assert isinstance(app.overlay, SearchDrawer)
        assert app.overlay.line.value == "Korea"


async def test_a_search_that_found_nothing_starts_no_walk() -> None:
    async with sources() as (app, _):
        app.start_walk("nothing", [], 0)
        assert app.walk is None


async def test_n_without_a_search_says_so() -> None:
    async with sources(keys=["n"]) as (app, _):
        assert "no search yet" in footer(app)


@pytest.mark.parametrize(("width", "kept"), [(80, "in reading order"), (60, "n next"), (40, "Esc back to 1.1")])
async def test_the_walk_keeps_its_way_back_in_narrow_windows(width: int, kept: str) -> None:
    async with sources((width, 20)) as (app, pilot):
        walk(app, "Korea", 0)
        await pilot.pause()
        assert kept in footer(app)
        assert "Esc back to 1.1" in footer(app)


async def test_hits_of_the_search_itself_can_be_walked() -> None:
    async with sources(keys=["slash", *"missile", "enter"]) as (app, pilot):
        await pilot.pause()
        assert app.overlay is None
        assert app.walk is not None and app.walk.query == "missile"
        assert any("missile" in row for row in rows(app))
        await pilot.press("escape")
        assert app.walk is None


async def test_heads_count_hits_of_a_search_alone_and_words_again_after_it() -> None:
    async with sources() as (app, pilot):
        words = rows(app)[1 if " words" in rows(app)[1] else 2]
        assert " words" in words and " hit" not in words
        at = rows(app).index(words)
        walk(app, "Korea", 0)
        await pilot.pause()
        assert " hit" in rows(app)[at]
        await pilot.press("escape")
        assert rows(app)[at] == words


async def test_the_sides_of_a_difference_are_no_hits_even_after_a_search_given_up() -> None:
    async with sources() as (app, pilot):
        app.start_walk("dispute", hits(app, "Korea"), 0, sign="≠")
        await pilot.press("slash", "escape")
        await pilot.pause()
        assert app.walk is not None
        assert not any(" hit" in row[:120] and " words" not in row for row in rows(app)[:4])
        assert any(" words" in row for row in rows(app)[:4])


async def test_a_walk_ends_when_another_view_is_turned_to_by_its_number() -> None:
    async with sources(keys=["j"]) as (app, pilot):
        walk(app, "Korea", 2)
        await pilot.press("1", "enter")
        await pilot.pause()
        assert app.walk is None and "Korea" not in footer(app)
        assert not any(Light.HIT in one.layers for one in view(app).columns.all)
        await pilot.press("escape")
        assert app.view_name == "sections"


async def test_enter_in_another_view_ends_a_walk_that_was_jumped_out_of() -> None:
    async with sources() as (app, pilot):
        await pilot.press("1")
        walk(app, "Korea", 2)
        await pilot.press("ctrl+o", "j", "enter")
        await pilot.pause()
        assert app.walk is None and app.view_name == "sources"
        await pilot.press("escape")
        assert (app.view_name, app.hand.place.statement) == ("sections", 1)
