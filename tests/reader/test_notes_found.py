"""The reader's search finds what was noted, shows it as a note, and leads to the passage."""

from __future__ import annotations

from pathlib import Path

from tests.reader.overlay_page import footer, page, row_with, rows
from tests.unit.cli_runner import harbour, hexapla
from tui.reader.widgets.search import SearchDrawer

NOTED = ["a", *"ask", "space", *"audit", "enter"]


async def test_a_note_is_a_hit_shown_as_one_and_enter_leads_to_its_passage(tmp_path: Path) -> None:
    async with page(harbour(tmp_path), [*NOTED, "slash", *"audit"]) as (app, pilot):
        assert isinstance(app.overlay, SearchDrawer)
        assert "* ask audit" in row_with(app, "¶2")
        shown = [row[:60].rstrip() for row in rows(app)]
        at = next(number for number, row in enumerate(shown) if "* ask audit" in row)
        assert shown[at + 1].endswith("the pier cost 40 million euros")
        await pilot.press("enter")
        await pilot.press("n")
        assert app.view_name == "sources" and footer(app).startswith(" /audit  1/1")
        assert app.walk is not None
        assert app.resolved.documents["herald"].text[slice(*app.walk.hit.span)] == "the pier cost 40 million euros"


async def test_note_limits_the_hits_to_what_is_noted_as_it_is_now(tmp_path: Path) -> None:
    async with page(harbour(tmp_path), ["slash", *"note", "colon", *"audit"]) as (app, pilot):
        assert isinstance(app.overlay, SearchDrawer) and app.overlay.results.total == 0
        await pilot.press("escape", *NOTED, "slash", *"note", "colon", *"audit")
        assert isinstance(app.overlay, SearchDrawer)
        assert [hit.source for hit in app.overlay.results.hits] == ["herald"]


async def test_the_command_searches_notes_when_asked(tmp_path: Path) -> None:
    path = harbour(tmp_path)
    async with page(path, NOTED):
        pass
    assert hexapla("search", "audit", path).code == 1
    found = hexapla("search", "--notes", "note:audit", path)
    assert found.out == "H herald ¶2  * ask audit  “the pier cost 40 million euros”\n"
    assert '"note": "ask audit"' in hexapla("search", "--notes", "--json", "audit", path).out
    assert hexapla("search", "--notes", "audit", tmp_path / "herald.txt").code == 2
