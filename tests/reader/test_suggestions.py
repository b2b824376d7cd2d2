"""Suggested differences: faint after the author's own until they are kept or dropped, in the briefing's file."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.reader.page import COLOURS, SEEDS, footer, row_with, rows, run, screen
from tests.reader.test_live_reload import edit, look
from tests.unit.cli_runner import harbour
from tui import resources
from tui.briefing import load
from tui.check import check
from tui.documents import load as load_article
from tui.drafting import draft, yaml_text
from tui.reader import suggesting
from tui.reader.app import Hexapla
from tui.reader.start import make_app
from tui.reader.widgets.differences import DifferencesView


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The harbour briefing before its author noted any difference, with a comment at its end."""
    path = harbour(tmp_path)
    text = path.read_text(encoding="utf-8").partition("differences:")[0]
    path.write_text(f"{text}\n# kept\n", encoding="utf-8")
    return path


def app_on(path: Path) -> Hexapla:
    return make_app(path, theme="lamp", environ=COLOURS)


def view(app: Hexapla) -> DifferencesView:
    assert isinstance(app.view, DifferencesView)
    return app.view


async def settled(app: Hexapla, pilot: Pilot[None], path: Path, before: str) -> None:
    """Until the file is another one and that is on the page."""
    while path.read_text(encoding="utf-8") == before:
        await pilot.pause()
    await pilot.pause()
    while not (app.following.settled and app.comparing.settled):
        await pilot.pause()
    await pilot.pause()


async def test_what_is_suggested_stands_under_its_heading_and_says_how_it_is_decided(path: Path) -> None:
    async with run(app_on(path), (120, 40), ["4"], comparing=True) as (app, _):
        page = rows(app)
        heading = row_with([row[:34] for row in page], "Suggested")
        assert page[heading + 1].startswith("▌≠ ")
        assert "Found by comparing. + keeps it, - drops it." in " ".join(page)
        assert view(app).offered


async def test_only_the_suggestion_in_hand_names_the_keys_and_the_footer_counts_what_came_in_late() -> None:
    articles = sorted(SEEDS.glob("*.txt"))
    async with run(make_app(None, articles=articles, environ=COLOURS), (200, 50), ["4", "g"], comparing=True) as (
        app,
        _,
    ):
        assert len(view(app).shown) > 2
        assert " ".join(rows(app)).count("Found by comparing.") == 1
        assert footer(app).rstrip().endswith(f"suggested 1 of {len(view(app).offers.suggested)}")


@pytest.mark.parametrize(("key", "kind", "said"), [("plus", "conflict", "kept"), ("minus", "none", "dropped")])
async def test_a_decision_is_written_into_the_briefing_and_u_takes_it_back(
    path: Path, key: str, kind: str, said: str
) -> None:
    async with run(app_on(path), (120, 40), ["4"], comparing=True) as (app, pilot):
        before, current = path.read_text(encoding="utf-8"), view(app).current
        assert current is not None
        await pilot.press(key)
        await settled(app, pilot, path, before)
        assert [(one.about, one.kind) for one in load(path).differences] == [(current.difference.about, kind)]
        head = before.removesuffix("\n# kept\n")
        assert path.read_text(encoding="utf-8").startswith(head)
        assert path.read_text(encoding="utf-8").endswith("\n# kept\n")
        assert not [one for one in check(path).findings if "difference" in one.code]
        assert footer(app).startswith(f" {said}: ") and "u takes it back" in footer(app)
        assert not any(one.difference.about == current.difference.about for one in view(app).offers.suggested)
        after = path.read_text(encoding="utf-8")
        await pilot.press("u")
        await settled(app, pilot, path, after)
        assert path.read_text(encoding="utf-8") == before
        assert any(one.difference.about == current.difference.about for one in view(app).offers.suggested)
        again = view(app).current
        assert again is not None and again.difference.about == current.difference.about and view(app).offered


async def test_a_file_changed_meanwhile_is_left_alone(path: Path) -> None:
    async with run(app_on(path), (120, 40), ["4"], comparing=True) as (app, pilot):
        theirs = path.read_text(encoding="utf-8").replace("title:", "title:  ", 1)
        path.write_text(f"# new\n{theirs}", encoding="utf-8")
        await pilot.press("plus")
        while "changed meanwhile" not in footer(app):
            await pilot.pause()
        assert "✗ not kept" in footer(app) and path.read_text(encoding="utf-8") == f"# new\n{theirs}"


async def test_a_briefing_that_comes_with_the_package_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "_data" / "briefings"
    folder.mkdir(parents=True)
    path = harbour(folder)
    before = path.read_text(encoding="utf-8").partition("differences:")[0]
    path.write_text(before, encoding="utf-8")
    monkeypatch.setattr(resources, "shipped", lambda shelf: folder)
    async with run(app_on(path), (120, 40), ["4"], comparing=True) as (app, pilot):
        await pilot.press("plus")
        while "comes with Hexapla" not in footer(app):
            await pilot.pause()
        assert path.read_text(encoding="utf-8") == before


async def test_bare_articles_keep_and_drop_for_as_long_as_they_are_read(tmp_path: Path) -> None:
    folder = harbour(tmp_path).parent
    articles = sorted(folder.rglob("*.txt"))
    app = make_app(articles=articles, theme="lamp", environ=COLOURS)
    async with run(app, (120, 40), ["4"], comparing=True) as (app, pilot):
        first = view(app).current
        assert first is not None and view(app).offered and not view(app).offers.noted
        await pilot.press("plus")
        assert "hexapla new" in footer(app)
        assert [one.difference.id for one in view(app).offers.noted] == [first.difference.id]
        await pilot.press("u")
        assert not view(app).offers.noted
        await pilot.press("g", "minus")
        await pilot.pause()
        assert first.difference.id not in [one.difference.id for one in app.resolved.differences]
        await pilot.press("u")
        await pilot.pause()
        assert first.difference.id in [one.difference.id for one in app.resolved.differences]


async def test_what_was_taken_back_is_in_hand_again_so_that_it_can_be_decided_otherwise() -> None:
    app = make_app(articles=sorted(SEEDS.glob("*.txt")), theme="lamp", environ=COLOURS)
    async with run(app, (120, 40), ["4", "g", "j"], comparing=True) as (app, pilot):
        _, first, second, *_ = [one.difference.id for one in view(app).shown]
        at: list[str] = []
        for key in ("plus", "plus", "u", "u", "minus"):
            await pilot.press(key)
            current = view(app).current
            at.append(current.difference.id if current else "")
        assert (at[0], at[2], at[3]) == (second, second, first) and first not in (at[1], at[4])


async def test_bare_articles_that_changed_since_are_not_taken_back(tmp_path: Path) -> None:
    folder = harbour(tmp_path).parent
    app = make_app(articles=sorted(folder.rglob("*.txt")), theme="lamp", environ=COLOURS)
    async with run(app, (120, 40), ["4"], comparing=True) as (app, pilot):
        app.following.start()
        await pilot.press("plus")
        edit(folder / "coast.txt", "Nobody was hurt", "Somebody was hurt")
        await look(app, pilot)
        await pilot.press("u")
        assert "the articles are others by now" in footer(app)
        assert any("Somebody" in document.text for document in app.resolved.documents.values())


async def test_a_suggestion_goes_as_soon_as_one_of_its_articles_is_another(path: Path) -> None:
    async with run(app_on(path), (120, 40), ["4"], comparing=True) as (app, pilot):
        app.following.start()
        assert view(app).offered
        app.compares = False  # what is found out anew comes later
        edit(path.parent / "coast.txt", "45 million", "46 million")
        await look(app, pilot)
        assert not view(app).offers.suggested


async def test_a_decision_that_was_not_written_leads_nowhere_later(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(suggesting, "_packed", lambda path: True)
    third = "  - id: third\n    kind: framing\n    about: a day\n    values: [{source: herald, quote: Monday}]\n"
    path.write_text(f"{path.read_text(encoding='utf-8')}differences:\n{third}", encoding="utf-8")
    async with run(app_on(path), (120, 40), ["4", "G"], comparing=True) as (app, pilot):
        app.following.start()
        assert view(app).offered
        seen = view(app).current
        await pilot.press("plus")
        while "comes with Hexapla" not in footer(app):
            await pilot.pause()
        edit(path, "about: a day", "about: one day")
        await look(app, pilot)
        now = view(app).current
        assert seen and now and now.difference.id == seen.difference.id


async def test_the_authors_own_differences_are_not_decided_on(tmp_path: Path) -> None:
    path = harbour(tmp_path)
    before = path.read_text(encoding="utf-8")
    async with run(app_on(path), (60, 20), ["4"], comparing=True) as (app, pilot):
        assert not view(app).offered
        await pilot.press("plus", "minus")
        assert "nothing suggested is in hand" in footer(app)
        assert path.read_text(encoding="utf-8") == before


async def test_elsewhere_the_keys_say_where_suggestions_stand(path: Path) -> None:
    async with run(app_on(path), (100, 20), ["plus"]) as (app, _):
        assert "suggestions stand in the view of the differences" in screen(app)[-1]


@pytest.mark.parametrize(("key", "kind"), [("plus", "conflict"), ("minus", "none")])
async def test_what_a_draft_suggests_is_decided_where_it_stands(tmp_path: Path, key: str, kind: str) -> None:
    folder = harbour(tmp_path).parent
    path = folder / "draft.yaml"
    made = draft([load_article(one) for one in sorted(folder.glob("*.txt"))], folder).briefing
    path.write_text(f"# kept\n{yaml_text(made)}", encoding="utf-8")
    drafted = made.differences[0]
    async with run(app_on(path), (120, 40), ["4", "g"], comparing=True) as (app, pilot):
        before = path.read_text(encoding="utf-8")
        assert view(app).offered and not view(app).offers.noted and "Found by comparing." in " ".join(rows(app))
        assert len({one.difference.about for one in view(app).shown}) == len(view(app).shown)
        await pilot.press(key)
        await settled(app, pilot, path, before)
        after = before.replace("    kind: conflict\n    suggested: true\n", f"    kind: {kind}\n", 1)
        assert drafted.kind == "conflict" and path.read_text(encoding="utf-8") == after
        assert (drafted.about in [one.difference.about for one in view(app).offers.noted]) == (kind == "conflict")
        await pilot.press("u")
        await settled(app, pilot, path, after)
        assert path.read_text(encoding="utf-8") == before and view(app).offered
