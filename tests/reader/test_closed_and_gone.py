"""What was closed is let go: opening and closing a thousand times takes no more memory than once."""

from __future__ import annotations

import gc
import weakref

import pytest
from textual.strip import Strip

from tests.reader.page import reader
from tui.reader.widgets.overlay import Overlay

FEWEST = 8  # rows that any of them paints


@pytest.mark.parametrize("key", ["slash", "question_mark", "colon", "e", "T", "a"])
async def test_what_lay_over_the_page_is_not_kept(key: str) -> None:
    async with reader() as (app, pilot):
        opened, rows = weakref.WeakSet[Overlay](), list[int]()
        for _ in range(6):
            await pilot.press(key)
            await pilot.pause()
            assert app.overlay is not None
            opened.add(app.overlay)
            await pilot.press("escape", "escape")
            await pilot.pause()
            assert app.overlay is None
            gc.collect()
            rows.append(sum(isinstance(one, Strip) for one in gc.get_objects()))
        # The last may still be in hand somewhere, and what was open when something large had been made ready (`behind`)
        # is never looked at by the collector again.
        assert len(opened) <= 2
        assert min(rows[3:]) < max(rows[:3]) + FEWEST  # nor are the rows it painted
