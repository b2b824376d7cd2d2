"""Words picked with the mouse: their characters, not their cells."""

from __future__ import annotations

from textual.events import MouseMove
from textual.pilot import Pilot

from tests.reader.sources_page import column, footer, row_with, sources, style_at, view
from tui.reader.app import Hexapla


async def drag(pilot: Pilot[None], start: tuple[int, int], end: tuple[int, int]) -> None:
    """Press at `start`, move to `end`, let go."""
    await pilot.mouse_down("#sources", offset=start)
    await pilot._post_mouse_events([MouseMove], "#sources", offset=end, button=1)
    await pilot.mouse_up("#sources", offset=end)
    await pilot.pause()


def words(app: Hexapla) -> str:
    """What is picked."""
    return app.screen.get_selected_text() or ""


async def test_a_drag_over_a_line_picks_its_words() -> None:
    async with sources(keys=["j"]) as (app, pilot):
        at = row_with(column(app, 0), "Japan would be “restructured” into")
        await drag(pilot, (3, at), (7, at))
        assert words(app) == "Japan"
        assert style_at(app, 3, at)[1] == app.ink.colour("foreground")
        assert style_at(app, 9, at)[1] == app.ink.colour("background")


async def test_lines_and_paragraphs_are_picked_as_the_article_has_them() -> None:
    async with sources(keys=["j"]) as (app, pilot):
        at = row_with(column(app, 0), "dominant power, observers say.")
        await drag(pilot, (12, at), (8, at + 3))
        document = view(app).columns.all[0].document
        start, end = document.text.index("power, observers"), document.text.index("Under the new plan") + 6
        assert words(app) == document.text[start:end].rstrip("\n")


async def test_backwards_is_the_same_as_forwards() -> None:
    async with sources(keys=["j"]) as (app, pilot):
        at = row_with(column(app, 0), "Japan would be “restructured” into")
        await drag(pilot, (7, at + 1), (3, at))
        document = view(app).columns.all[0].document
        start = document.text.index("Japan would be")
        assert words(app) == document.text[start : document.text.index("a joint force headquarters") + 5]


async def test_a_drag_into_another_column_stays_in_its_own() -> None:
    async with sources(keys=["j"]) as (app, pilot):
        at = row_with(column(app, 1), "the event of war. The move would")
        await drag(pilot, (43, at), (100, at))
        assert words(app) == "the event of war. The move would"
        await drag(pilot, (47, at), (10, at))
        assert words(app) == "the e"


async def test_what_is_picked_is_what_y_copies() -> None:
    async with sources(keys=["j"]) as (app, pilot):
        at = row_with(column(app, 2), "The United States has about")
        await drag(pilot, (83, at), (102, at))
        taken = view(app).to_copy()
        assert taken is not None
        source, document, span = taken
        assert (source.id, document.text[span.start : span.end]) == (
            "s004",
            "The United States ha",
        )


async def test_picked_words_stay_picked_through_scrolling_and_resizing() -> None:
    async with sources(keys=["j"]) as (app, pilot):
        at = row_with(column(app, 0), "Japan would be “restructured” into")
        await drag(pilot, (3, at), (16, at))
        await pilot.press("ctrl+e", "ctrl+e")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert words(app) == "Japan would be"


async def test_a_double_click_picks_the_whole_passage() -> None:
    async with sources(keys=["j"]) as (app, pilot):
        at = row_with(column(app, 0), "which has been wary of the US")
        await pilot.click("#sources", offset=(10, at), times=2)
        await pilot.pause()
        assert words(app).startswith("The move could anger Beijing, which has been wary of the US")
        assert words(app).endswith("observers say.")


async def test_escape_lets_go_of_what_was_picked() -> None:
    async with sources(keys=["j"]) as (app, pilot):
        at = row_with(column(app, 0), "Japan would be “restructured” into")
        await drag(pilot, (3, at), (7, at))
        await pilot.press("escape")
        assert words(app) == ""
        assert style_at(app, 3, at)[1] == app.ink.colour("background")
        assert "C CNN" in footer(app)
