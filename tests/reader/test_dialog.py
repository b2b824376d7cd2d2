"""Dialogs stand out from the page by their ground, and by free cells at their sides where there are no grounds."""

from __future__ import annotations

import pytest

from tests.reader.page import COLOURS, reader, screen
from tui.reader.app import Hexapla
from tui.reader.widgets.dialog import GUTTER, Dialog

SPARE = [{"TERM": "xterm"}, {"TERM": "xterm-256color", "NO_COLOR": "1"}]


def dialog(app: Hexapla) -> Dialog:
    assert isinstance(app.overlay, Dialog)
    return app.overlay


@pytest.mark.parametrize("environ", SPARE)
@pytest.mark.parametrize("key", ["e", "question_mark", "colon"])
async def test_without_tints_the_page_keeps_away_from_a_dialog(key: str, environ: dict[str, str]) -> None:
    async with reader((200, 50), keys=[key], environ=environ) as (app, _):
        inner, outer = dialog(app).content_region, dialog(app).region
        assert (inner.x - outer.x, outer.right - inner.right) == (GUTTER, GUTTER)
        assert all(row[outer.x : inner.x] == " " * GUTTER for row in screen(app)[outer.y : outer.bottom])
        assert all(row[inner.right : outer.right] == " " * GUTTER for row in screen(app)[outer.y : outer.bottom])
        assert screen(app)[inner.y + 1][inner.x : inner.right] == "━" * inner.width


async def test_without_tints_no_shreds_of_words_are_left_beside_a_dialog() -> None:
    async with reader((120, 40), keys=["question_mark"], environ=SPARE[0]) as (app, _):
        inner, outer = dialog(app).content_region, dialog(app).region
        assert (outer.x, outer.width, inner.width) == (0, 120, 108)


async def test_a_dialog_with_a_ground_of_its_own_needs_no_free_cells() -> None:
    async with reader(keys=["question_mark"]) as (app, _):
        assert dialog(app).content_region == dialog(app).region


async def test_a_theme_without_tints_frees_the_cells_at_once() -> None:
    async with reader(keys=["T"], environ=COLOURS) as (app, pilot):
        assert dialog(app).content_region == dialog(app).region
        await pilot.press("G")
        assert app.ink.depth == "mono"
        await pilot.pause()
        assert dialog(app).content_region.x - dialog(app).region.x == GUTTER
        assert dialog(app).region.right == app.size.width


@pytest.mark.parametrize(("size", "first"), [((40, 10), 0), ((40, 12), 1)])
async def test_where_there_is_no_header_a_dialog_begins_in_the_first_row(size: tuple[int, int], first: int) -> None:
    async with reader(size, keys=["question_mark"]) as (app, _):
        assert dialog(app).region.y == first
        assert dialog(app).region.bottom == size[1] - 1
