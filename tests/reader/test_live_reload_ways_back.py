"""Files change on disk while something is under way: every way back leads to what was left, wherever that is now."""

from __future__ import annotations

from pathlib import Path

from tests.reader.overlay_page import page, rows
from tests.reader.sources_page import view
from tests.reader.test_live_reload import edit, look
from tui.reader.app import Hexapla
from tui.reader.following import read_again
from tui.reader.widgets.export import ExportDialog

FIRST = "  - id: first\n    title: Something new\n    statements: []\n  - id: money\n"
THIRD = """  - id: third
    section: day
    kind: framing
    about: the day
    values:
      - {source: herald, quote: Monday}
      - {source: coast, quote: Nobody was hurt}
"""


def at(app: Hexapla) -> tuple[str, str]:
    """The view, and the id of the statement in hand."""
    assert app.hand.statement is not None
    return app.view_name, app.hand.statement.statement.id


async def test_escape_leads_from_the_sources_to_where_they_were_entered_from(path: Path) -> None:
    async with page(path, ["l", "enter"]) as (app, pilot):
        app.following.start()
        edit(path, "  - id: money\n", FIRST)
        await look(app, pilot)
        await pilot.press("escape")
        assert at(app) == ("sections", "monday")


async def test_escape_leads_from_hits_to_where_the_search_began(path: Path) -> None:
    async with page(path, ["l", "slash", *"pier", "enter"]) as (app, pilot):
        app.following.start()
        edit(path, "  - id: money\n", FIRST)
        await look(app, pilot)
        assert app.walk is not None
        await pilot.press("escape")
        assert at(app) == ("sections", "monday")


async def test_and_so_where_the_hits_are_gone_because_an_article_changed(path: Path) -> None:
    async with page(path, ["l", "slash", *"pier", "enter"]) as (app, pilot):
        app.following.start()
        edit(path.parent / "coast.txt", "pier", "jetty")
        await look(app, pilot)
        assert app.walk is None
        await pilot.press("escape")
        assert at(app) == ("sections", "monday")


async def test_a_selection_ends_where_it_began(path: Path) -> None:
    async with page(path, ["l", "v"]) as (app, pilot):
        app.following.start()
        edit(path, "  - id: money\n", FIRST)
        await look(app, pilot)
        assert app.overlay is None and at(app) == ("sections", "monday")


async def test_the_tour_leads_back_past_a_search_whose_articles_have_changed(path: Path) -> None:
    async with page(path, ["l", "slash", *"pier", "enter", "f1"]) as (app, pilot):
        app.following.start()
        edit(path.parent / "coast.txt", "pier", "jetty")
        await look(app, pilot)
        await pilot.press("escape", "n")
        assert app.walk is None and at(app)[1] == "monday"


async def test_a_hidden_source_that_a_hit_has_shown_stays_in_view(path: Path) -> None:
    async with page(path, ["2", "x", "slash", *"monday", "enter"]) as (app, pilot):
        app.following.start()
        before = view(app).columns.focus, view(app).columns.shown
        assert before == (0, (0, 1))
        edit(path, "It opened on Monday.", "It opened then.")
        await look(app, pilot)
        assert (view(app).columns.focus, view(app).columns.shown) == before


async def test_differences_are_gone_back_to_by_what_they_are(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    path.write_text(text + THIRD, encoding="utf-8")
    async with page(path, ["4", "G", "enter"]) as (app, pilot):
        app.following.start()
        path.write_text(text, encoding="utf-8")
        await look(app, pilot)
        await pilot.press("escape")
        assert app.view_name == "differences" and "conflict  what the pier cost" in rows(app)[3]


async def test_a_dialog_on_its_way_takes_the_newer_reading(path: Path) -> None:
    async with page(path) as (app, pilot):
        app.open_overlay(ExportDialog())
        assert app.overlay is not None
        app.overlay.briefing_renewed()
        await pilot.pause()
        assert any("What it cost" in row for row in rows(app))


async def test_what_was_read_for_a_page_that_is_gone_is_dropped(path: Path) -> None:
    async with page(path) as (app, _):
        before = app.resolved
    edit(path, "text: It opened on Monday.", "text: It was opened on a Monday.")
    app.following._take(before, read_again(before, ()))
    assert app.resolved is before
