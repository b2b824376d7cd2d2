"""A key in the search drawer paints in one go what it changes, nothing else, and nothing stays as it was by mistake."""

from __future__ import annotations

import pytest
from textual.strip import Strip

from tests.reader.page import reader, typed
from tests.reader.test_search_drawer import drawer
from tui.reader.app import Hexapla
from tui.reader.widgets.hit_list import HitList

KEYS = [*typed("pacfic !k"), *["backspace"] * 5, *typed("oma"), "down", "down", "n", "up", *["backspace"] * 4]


def painted(app: Hexapla) -> list[list[tuple[str, object]]]:
    """Every cell and style on the screen."""
    return [[(part.text, part.style) for part in row.simplify()] for row in app.screen._compositor.render_strips()]


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_after_every_key_the_drawer_is_as_if_painted_afresh(size: tuple[int, int]) -> None:
    async with reader(size, keys=["slash"]) as (app, pilot):
        for key in KEYS:
            await pilot.press(key)
            before = painted(app)
            drawer(app).inks_changed()
            assert painted(app) == before, key


async def test_a_key_that_changes_no_hit_paints_no_row_of_the_list(monkeypatch: pytest.MonkeyPatch) -> None:
    async with reader(keys=["slash", *typed("memorandum")]) as (app, pilot):
        rows = list[int]()
        paint = HitList.render_line

        def counted(self: HitList, y: int) -> Strip:
            rows.append(y)
            return paint(self, y)

        monkeypatch.setattr(HitList, "render_line", counted)
        await pilot.press("space")
        assert (drawer(app).results.query, rows) == ("memorandum ", [])
        await pilot.press("j")
        assert rows


async def test_hits_are_there_with_the_letter_not_a_frame_later() -> None:
    async with reader(keys=["slash"]) as (app, _):
        drawer(app).line.value = "memorandum"
        assert drawer(app).results.hits
