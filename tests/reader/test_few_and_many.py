"""Few sections, many sources: nothing stands cut, cramped in a corner or beside its column."""

from __future__ import annotations

import pytest

from tests.reader.made import many_sources, numbered
from tests.reader.page import SHIPPED, made, reader, rows, screen, typed
from tui.reader.widths import sharing


@pytest.mark.parametrize(
    ("every", "width", "columns"),
    [(1, 40, 1), (1, 80, 1), (1, 120, 2), (2, 120, 2), (3, 120, 3), (4, 120, 4), (9, 120, 4), (9, 80, 2), (1, 300, 4)],
)
def test_few_sections_share_the_width_until_their_lines_grow_too_long(every: int, width: int, columns: int) -> None:
    assert sharing(every, width, 4) == columns


async def test_a_single_section_fills_a_small_window() -> None:
    async with made(numbered(60), (80, 24)) as (app, _):
        assert rows(app)[2].rstrip("▐▕ ").endswith("O") and rows(app)[2].startswith("▌1 Statement number 1.")
        assert rows(app)[1].startswith("━" * 70)


async def test_a_tally_without_room_counts_the_sources_that_speak() -> None:
    async with made(many_sources(12), (40, 24)) as (app, _):
        assert rows(app)[1].endswith("━ 12/12 ")


async def test_the_count_of_the_timeline_stands_above_its_texts_however_many_sources_there_are() -> None:
    async with made(many_sources(12), (80, 24), keys=["5"]) as (app, _):
        head, row = rows(app)[0], next(row for row in rows(app)[2:] if "The bridge was closed" in row)
        assert head.index("dated") - len("1 ") == row.index("The bridge was closed")


async def test_a_narrow_terminal_has_the_cells_for_two_words_and_how_they_were_read() -> None:
    async with reader((60, 20), briefing=SHIPPED, keys=["slash", *typed("trilatral memrandum")]) as (app, _):
        assert screen(app)[1].rstrip() == "   read as  trilatral ≈ trilateral  memrandum ≈ memorandum"


async def test_the_smallest_terminal_has_the_cells_for_how_words_were_read() -> None:
    async with reader((40, 10), keys=["slash", *"comand"]) as (app, _):
        assert screen(app)[1].startswith("   read as  comand ≈ ")
