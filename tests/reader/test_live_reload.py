"""A briefing and its articles change on disk: read again, every place kept, a fault told until it is mended."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.reader.overlay_page import footer, page, rows, settle
from tests.reader.sources_page import column, view
from tests.unit.cli_runner import harbour
from tui.reader.app import Hexapla
from tui.reader.goal import Goal
from tui.reader.widgets.differences import DifferencesView
from tui.reader.widgets.export import ExportDialog
from tui.reader.widgets.search import SearchDrawer


def edit(path: Path, old: str, new: str) -> None:
    """Change a file in one place; its size is another then."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


async def look(app: Hexapla, pilot: Pilot[None]) -> None:
    """Look at the files now, and wait until what changed is on the page."""
    app.lookout.look()
    while not app.following.settled:
        await pilot.pause()
    await settle(app, pilot)


async def test_a_changed_statement_is_on_the_page_and_the_one_in_hand_stays_in_hand(path: Path) -> None:
    async with page(path, ["l"]) as (app, pilot):
        app.following.start()
        edit(path, "  - id: money\n", "  - id: first\n    title: Something new\n    statements: []\n  - id: money\n")
        edit(path, "text: It opened on Monday.", "text: It was opened on a Monday.")
        await look(app, pilot)
        assert app.hand.statement and app.hand.statement.statement.id == "monday"
        assert app.hand.place.section == 2
        assert any("It was opened on a" in row for row in rows(app)) and any(
            "Something new" in row for row in rows(app)
        )
        assert footer(app).startswith(f" {path.name}  read again")


async def test_a_statement_whose_id_is_another_is_known_by_its_words(path: Path) -> None:
    async with page(path, ["l"]) as (app, pilot):
        app.following.start()
        edit(path, "id: monday", "id: weekday")
        edit(path, "  - id: money\n", "  - id: first\n    title: New\n  - id: money\n")
        await look(app, pilot)
        assert app.hand.statement and app.hand.statement.statement.id == "weekday"


async def test_the_quotation_in_hand_is_known_by_its_source_and_words(path: Path) -> None:
    async with page(path, ["right_square_bracket"]) as (app, pilot):
        app.following.start()
        line = '          - {source: herald, quote: "Fishing boats returned in the evening"}\n'
        edit(path, "          - {source: coast, quote", line + "          - {source: coast, quote")
        await look(app, pilot)
        assert app.hand.quotation and app.hand.quotation.source.id == "coast"


async def test_where_the_statement_is_gone_the_nearest_is_in_hand(path: Path) -> None:
    async with page(path, ["l"]) as (app, pilot):
        app.following.start()
        text = path.read_text(encoding="utf-8")
        begin, end = text.index("  - id: day"), text.index("differences:")
        path.write_text(text[:begin] + text[end:], encoding="utf-8")
        await look(app, pilot)
        assert app.hand.statement and app.hand.statement.statement.id == "price"


async def test_a_fault_is_one_line_until_it_is_mended_and_the_page_stays(path: Path) -> None:
    async with page(path) as (app, pilot):
        app.following.start()
        before = app.resolved
        edit(path, "kind: conflict", "kind: conflct")
        await look(app, pilot)
        line = next(n for n, one in enumerate(path.read_text(encoding="utf-8").split("\n"), 1) if "conflct" in one)
        assert footer(app).startswith(f" ✗ {path.name}:{line}:11  ")
        assert footer(app).rstrip().endswith("o opens it")
        assert app.resolved is before
        await pilot.press("l", "h")
        assert footer(app).startswith(" ✗ ")
        edit(path, "kind: conflct", "kind: conflict")
        await look(app, pilot)
        assert app.following.fault is None
        app.dismiss_message()
        await pilot.pause()
        assert footer(app).startswith(" / search")


async def test_o_opens_the_faulty_line(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def edit_it(goal: Goal, *_: object, **__: object) -> str:
        opened.append(f"{goal.path.name}:{goal.line}")
        return ""

    monkeypatch.setattr("tui.reader.widgets.opening.edit", edit_it)
    async with page(path) as (app, pilot):
        app.following.start()
        edit(path, "version: 1", "version: 9")
        await look(app, pilot)
        await pilot.press("o")
        assert opened == [f"{path.name}:1"]
        await pilot.press("escape")
        assert footer(app).startswith(" / search")


async def test_an_article_that_goes_away_leaves_its_last_state_on_the_page(path: Path, tmp_path: Path) -> None:
    async with page(path, ["2"]) as (app, pilot):
        app.following.start()
        article = tmp_path / "coast.txt"
        text = article.read_text(encoding="utf-8")
        article.unlink()
        await look(app, pilot)
        said = " ".join(rows(app)[-3:])
        assert " ✗ K " in said and "coast.txt" in said and "the page keeps what was read" in " ".join(said.split())
        assert any("45 million" in row for row in rows(app))
        article.write_text(text + "\nMore was said.\n", encoding="utf-8")
        await look(app, pilot)
        assert any("More was said." in row for row in rows(app))


async def test_an_article_that_drifts_says_so_once(path: Path, tmp_path: Path) -> None:
    async with page(path) as (app, pilot):
        app.following.start()
        edit(tmp_path / "herald.txt", "40 million", "41 million")
        await look(app, pilot)
        assert "The Herald changed since this briefing was written: 1 of 3 quotations still stand" in footer(app)
        edit(path, "title: What it cost", "title: What the pier cost")
        await look(app, pilot)
        assert footer(app).startswith(f" {path.name}  read again")


async def test_a_scrolled_column_stays_on_its_words(path: Path, tmp_path: Path) -> None:
    article = tmp_path / "coast.txt"
    article.write_text("\n\n".join(f"Paragraph {n} of the report." for n in range(1, 200)), encoding="utf-8")
    async with page(path, ["2"]) as (app, pilot):
        app.following.start()
        await pilot.press("l", *["ctrl+d"] * 4)
        top = column(app, 1)[3:6]
        assert any("Paragraph" in row for row in top)
        edit(article, "Paragraph 2 of", "A new paragraph.\n\nOne more, new.\n\nParagraph 2 of")
        await look(app, pilot)
        words = [row[3:].strip() for row in column(app, 1)[3:6]]
        assert words == [row[3:].strip() for row in top]
        assert view(app).columns.focused.source.id == "coast"


async def test_hits_stay_lit_while_their_articles_are_the_same_and_end_with_them(path: Path, tmp_path: Path) -> None:
    async with page(path, ["slash", *"euros", "enter"]) as (app, pilot):
        app.following.start()
        edit(path, "title: What it cost", "title: Its cost")
        await look(app, pilot)
        app.dismiss_message()
        await pilot.press("n")
        assert app.walk and footer(app).startswith(" /euros")
        edit(tmp_path / "coast.txt", "Nobody", "No one")
        await look(app, pilot)
        assert app.walk is None
        await pilot.press("j")
        assert "/euros" not in footer(app)


async def test_the_search_drawer_finds_in_the_new_articles(path: Path, tmp_path: Path) -> None:
    async with page(path, ["slash", *"harbour"]) as (app, pilot):
        app.following.start()
        assert isinstance(app.overlay, SearchDrawer)
        before = app.overlay.results.total
        edit(tmp_path / "coast.txt", "Nobody was hurt.", "Nobody was hurt. The harbour rejoiced.")
        await look(app, pilot)
        assert isinstance(app.overlay, SearchDrawer) and app.overlay.results.total == before + 1
        assert app.overlay.line.value == "harbour"


async def test_the_export_dialog_offers_the_new_sections_and_keeps_its_ticks(path: Path) -> None:
    async with page(path, ["e", "space"]) as (app, pilot):
        app.following.start()
        edit(path, "title: The day", "title: The day of the opening")
        await look(app, pilot)
        assert isinstance(app.overlay, ExportDialog)
        assert any("[ ] What it cost" in row for row in rows(app))
        assert any("[×] The day of the opening" in row for row in rows(app))
        assert any("2 The day of the opening" in row or "## The day of the opening" in row for row in rows(app))


async def test_the_difference_in_hand_is_known_by_its_id(path: Path) -> None:
    async with page(path, ["4"]) as (app, pilot):
        app.following.start()
        values = "[{source: herald, quote: on Monday}, {source: coast, quote: A new harbour}]"
        other = f"  - {{id: before, section: money, kind: variant, about: the day, values: {values}}}\n"
        edit(path, "  - id: price\n    section: money", f"{other}  - id: price\n    section: money")
        await look(app, pilot)
        assert isinstance(app.view, DifferencesView) and app.view.current
        assert app.view.current.difference.id == "price" and app.view.current.number == 2


async def test_without_sections_only_the_sources_are_left(path: Path) -> None:
    async with page(path, ["3"]) as (app, pilot):
        app.following.start()
        text = path.read_text(encoding="utf-8")
        path.write_text(text[: text.index("sections:")], encoding="utf-8")
        await look(app, pilot)
        assert app.view_name == "sources"
        assert any("harbour" in row for row in rows(app))


async def test_bare_articles_are_read_again_too(tmp_path: Path) -> None:
    from tui.reader.start import make_app

    harbour(tmp_path)
    app = make_app(articles=[tmp_path / "herald.txt", tmp_path / "coast.txt"])
    async with app.run_test(size=(120, 40)) as pilot:
        app.following.start()
        await pilot.pause()
        title = app.title_text
        edit(tmp_path / "coast.txt", "Nobody was hurt.", "A gull was hurt.")
        await look(app, pilot)
        assert any("A gull" in row for row in rows(app))
        assert app.title_text == title


async def test_what_changes_while_it_is_read_is_read_once_more(path: Path) -> None:
    async with page(path) as (app, pilot):
        app.following.start()
        edit(path, "title: The day", "title: One")
        app.lookout.look()
        edit(path, "title: One", "title: Another")
        await look(app, pilot)
        assert [one.section.title for one in app.resolved.sections] == ["What it cost", "Another"]


async def test_places_jumped_from_follow_their_statements(path: Path) -> None:
    async with page(path, ["l", "enter", "1", "h"]) as (app, pilot):
        app.following.start()
        edit(path, "  - id: money\n", "  - id: first\n    title: New\n  - id: money\n")
        await look(app, pilot)
        await pilot.press("ctrl+o")
        assert app.hand.statement and app.hand.statement.statement.id == "monday"
