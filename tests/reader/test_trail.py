"""Where one is stands in the header, in the cells the title leaves."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from tests.reader.made import briefing, hard_words, numbered
from tests.reader.page import bar, made, reader
from tui.reader.glyphs import FULL
from tui.reader.hand import Hand
from tui.reader.ink import Ink
from tui.reader.start import themes
from tui.reader.trail import trail

TITLE = "US–Japan 2+2, Tokyo, 28 July 2024"


@pytest.mark.parametrize(
    ("keys", "where"),
    [
        (["1", "j"], "› 1 Command restructuring › 1.2 › C ¶9 "),
        (["1", "l", "right_square_bracket"], "› 2 China concerns › 2.1 › E ¶"),
        (["2", "j", "l"], "› 1 Command restructuring › 1.2 › E ¶"),
        (["3"], "› 1 Command restructuring › 1.1  "),
        (["3", "l"], "› 1 Command restructuring › 1.1 › C ¶"),
        (["4"], "› 1 Command restructuring › 1.1 › ≈ 1 of "),
        (["5"], "› 1.1 › C ¶"),
    ],
)
async def test_every_view_tells_section_statement_and_what_is_stood_on(keys: list[str], where: str) -> None:
    async with reader((200, 30), keys=keys) as (app, pilot):
        await pilot.pause()
        assert f"{TITLE} › " in bar(app, "header") and where in bar(app, "header")


async def test_scrolling_tells_the_paragraph_come_to() -> None:
    async with reader((200, 30), keys=["2", "p", "4", "enter"]) as (app, pilot):
        assert "› C ¶4 " in bar(app, "header")
        await pilot.press(*["ctrl+e"] * 6)
        assert "› C ¶4 " not in bar(app, "header")


@pytest.mark.parametrize("width", [120, 80, 60, 40])
async def test_where_the_title_leaves_no_room_nothing_is_cut_for_it(width: int) -> None:
    async with reader((width, 20)) as (app, _):
        assert "›" not in bar(app, "header") and cell_len(bar(app, "header")) == width


@pytest.mark.parametrize("room", range(0, 60, 3))
def test_it_never_takes_more_cells_than_there_are(room: int) -> None:
    ink = Ink(themes("lamp").first, "full", glyphs=FULL)
    for resolved in (hard_words(), numbered(3), briefing(["one"], [])):
        found = trail(Hand(resolved), ink, [("C ¶12", ink())], room)
        assert sum(cell_len(text) for text, _ in found) <= room


async def test_wide_characters_leave_the_header_straight() -> None:
    async with made(hard_words(), (160, 20), keys=["j"]) as (app, _):
        assert cell_len(bar(app, "header")) == 160
