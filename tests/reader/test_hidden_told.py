"""Sources hidden in an earlier session: told at the start, and shown again from every view."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reader.page import footer
from tests.reader.test_sessions import briefing, sitting

__all__ = ["briefing"]


@pytest.mark.parametrize("view", ["1", "4", "5"])
async def test_a_start_with_hidden_sources_says_so_and_one_key_shows_them(briefing: Path, view: str) -> None:
    async with sitting(briefing, ["2", "x", "x", view]) as (app, _):
        assert app.arrangement.hidden(app.resolved) == 2
    async with sitting(briefing) as (app, pilot):
        assert footer(app).startswith(" ! 2 sources are hidden  since the last time: X shows them")
        await pilot.press("X")
        assert footer(app).startswith(" all sources  2 shown again") and not app.arrangement.hidden(app.resolved)
