"""Words of a quotation picked with the mouse in the sections: their characters in the source, which `y` takes."""

from __future__ import annotations

from textual.events import MouseMove
from textual.pilot import Pilot

from tests.reader.page import cell, reader, row_with, rows, strips
from tui.reader.app import Hexapla


async def drag(pilot: Pilot[None], start: tuple[int, int], end: tuple[int, int]) -> None:
    """Press at `start`, move to `end`, let go."""
    await pilot.mouse_down("#sections", offset=start)
    await pilot._post_mouse_events([MouseMove], "#sections", offset=end, button=1)
    await pilot.mouse_up("#sections", offset=end)
    await pilot.pause()


def taken(app: Hexapla) -> str:
    """The words `y` would copy."""
    passage = app.view.to_copy()
    assert passage is not None
    _, document, span = passage
    return document.text[span.start : span.end]


def spot(app: Hexapla, words: str) -> tuple[int, int]:
    """The cell of the view on which the words begin."""
    y = row_with(rows(app), words)
    return rows(app)[y].index(words), y


async def test_a_drag_picks_words_of_a_quotation_over_its_lines_and_moves_nothing() -> None:
    async with reader() as (app, pilot):
        x, y = spot(app, "upgrade US Forces Japan to")
        await drag(pilot, (x, y), (x + len("a joint"), y + 1))
        assert taken(app) == "upgrade US Forces Japan to a joint"
        assert (app.view_name, app.hand.place.statement, app.hand.place.quotation) == ("sections", 0, 0)
        cursor = app.ink("page", "cursor")
        assert cell(strips(app)[y], x).bgcolor == cell(strips(app)[y + 1], x).bgcolor == cursor.bgcolor
        assert cell(strips(app)[y + 1], x + len("a joint")).bgcolor != cursor.bgcolor


async def test_backwards_and_behind_a_sign_it_is_the_same() -> None:
    async with reader() as (app, pilot):
        x, y = spot(app, "would allow the US to")
        assert rows(app)[y][x - 2] == "≠"
        await drag(pilot, (x + len("would allow"), y), (x, y))
        assert taken(app) == "would allow"


async def test_it_stays_in_the_quotation_it_began_in_and_ends_when_the_hand_moves() -> None:
    async with reader() as (app, pilot):
        x, y = spot(app, "reporting to the U.S.     ▐")
        await drag(pilot, (x, y), (x + 50, y + 6))
        assert taken(app) == "reporting to the U.S. Indo-Pacific Command"
        await drag(pilot, (x, y), (x, 3))
        assert taken(app) == "“restructured” into a joint force headquarters "
        await pilot.press("j")
        assert taken(app) == "reporting to the U.S. Indo-Pacific Command"
