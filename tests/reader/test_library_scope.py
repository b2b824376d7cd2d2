"""The search drawer over the library: its hits open as articles beside the sources, and every trouble is one line."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.reader.page import footer, reader, screen, typed
from tests.reader.sources_page import column, view
from tests.unit.library_files import articles, put
from tui.reader.app import Hexapla
from tui.reader.counterparts import Counterparts
from tui.reader.widgets.search import SearchDrawer
from tui.search import Library

TEXTS = {
    "harbour.txt": "The harbour opened.\n\nMayor Ana Ruiz said the lighthouse cost 40 million euros.\n\nIt rained.",
    "coast.md": "A lighthouse was lit by the mayor. Nobody was hurt.\n\nThe lighthouse keeper was glad.",
}


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of two articles, and the library made of it, which is the usual one."""
    folder = articles(tmp_path / "articles", TEXTS)
    Library.build(tmp_path / "library", [folder])
    yield folder


def drawer(app: Hexapla) -> SearchDrawer:
    assert isinstance(app.overlay, SearchDrawer)
    return app.overlay


async def until(pilot: Pilot[None], app: Hexapla) -> None:
    """Wait for the library's answer to what is in the line."""
    while app.library.busy:
        await pilot.pause()
    await pilot.pause()


async def asked(pilot: Pilot[None], app: Hexapla, query: str) -> None:
    await pilot.press("slash", "ctrl+l", *typed(query))
    await until(pilot, app)


async def opened(pilot: Pilot[None], app: Hexapla) -> None:
    """Press Enter and wait for the article."""
    await pilot.press("enter")
    while app.overlay is not None and app.voice.now is None:
        await pilot.pause()
    await pilot.pause()


def environ(folder: Path) -> dict[str, str]:
    return {"TERM": "xterm-256color", "COLORTERM": "truecolor", "HEXAPLA_LIBRARY": str(folder.parent / "library")}


async def test_a_key_searches_the_library_and_hits_show_file_and_paragraph(library: Path) -> None:
    async with reader(environ=environ(library)) as (app, pilot):
        await asked(pilot, app, "lighthose keeper")
        assert screen(app)[1].rstrip().endswith("in the library")
        assert "lighthose ≈ lighthouse" in screen(app)[1]
        assert screen(app)[3].startswith("▌·▌  ¶2 coast.md  ")
        assert "The lighthouse keeper was glad." in screen(app)[4]
        assert "^L briefing" in footer(app)
        await pilot.press("ctrl+l")
        assert screen(app)[1].rstrip().endswith("in this briefing")
        assert {hit.source for hit in drawer(app).results.hits} <= {"cnn", "entre", "s004"}


async def test_one_passage_in_several_articles_is_one_hit_that_counts_the_others(library: Path) -> None:
    for name in ("other.txt", "third.txt"):
        put(library / name, TEXTS["coast.md"])
    Library.build(library.parent / "library", [library])
    async with reader((60, 20), environ=environ(library)) as (app, pilot):
        await asked(pilot, app, "lighthouse keeper glad")
        first, passage = screen(app)[3:5]
        assert first.startswith("▌·▌  ¶2 coast.md  ") and first.endswith(" + 2 more places  ")
        assert passage.strip("▌ ") == "The lighthouse keeper was glad."
        hits = drawer(app).results.hits
        assert {hit.also for hit in hits} == {2}
        assert screen(app)[0].rstrip().endswith(f" {3 * len(hits)} places")


async def test_the_scope_can_be_clicked(library: Path) -> None:
    async with reader(environ=environ(library), keys=["slash"]) as (app, pilot):
        await pilot.click(drawer(app), offset=(115, 1))
        assert drawer(app).library
        await until(pilot, app)
        await pilot.click(drawer(app), offset=(115, 1))
        assert not drawer(app).library


async def test_enter_lets_the_article_stand_beside_the_sources_with_its_hits_lit(library: Path) -> None:
    async with reader((200, 50), environ=environ(library)) as (app, pilot):
        await asked(pilot, app, "lighthouse mayor")
        await opened(pilot, app)
        assert app.view_name == "sources" and app.walk is not None
        visitor = app.visitors.sources[0]
        assert view(app).columns.focused.source is visitor
        assert visitor.letter not in {source.letter for source in app.resolved.briefing.sources}
        shown = view(app).columns.shown.index(3)
        assert column(app, shown)[1].startswith(f" {visitor.letter}  {visitor.file_name}")
        assert column(app, shown)[2].endswith("━ from the librar")
        assert footer(app).startswith(f" /lighthouse mayor  {app.walk.count}")
        assert {hit.source for hit in app.walk.hits} == {visitor.id}
        await pilot.press("n")
        assert app.walk.hit.source == visitor.id


async def test_escape_brings_the_page_back_exactly_and_the_visitor_is_gone(library: Path) -> None:
    for keys in (["2", "j", "l", "ctrl+d"], ["3", "j"], ["l", "j", "]"]):
        async with reader(environ=environ(library), keys=keys) as (app, pilot):
            before, place = screen(app), app.hand.place
            await asked(pilot, app, "lighthouse")
            await opened(pilot, app)
            assert app.visitors.all
            await pilot.press("n", "ctrl+d", "h", "escape")
            await pilot.pause()
            assert (screen(app), app.hand.place, app.visitors.all, app.walk) == (before, place, (), None)


async def test_two_articles_may_visit_and_one_is_closed_alone(library: Path) -> None:
    async with reader((200, 50), environ=environ(library), keys=["2"]) as (app, pilot):
        before = screen(app)
        await asked(pilot, app, "lighthouse")
        await opened(pilot, app)
        first = app.visitors.sources[0]
        await pilot.press("slash")
        await until(pilot, app)
        assert drawer(app).library and drawer(app).line.value == "lighthouse"
        other = next(n for n, hit in enumerate(drawer(app).results.hits) if hit.source != first.id)
        await pilot.press(*["down"] * other)
        await opened(pilot, app)
        assert len(app.visitors.all) == 2 and app.walk is not None
        assert {hit.source for hit in app.walk.hits} == {source.id for source in app.visitors.sources}
        await pilot.press("x")
        assert app.visitors.sources == (first,)
        assert {hit.source for hit in app.walk.hits} == {first.id}
        await pilot.press("l", "l", "l", "x")
        assert [*app.visitors.all, app.walk, app.view_name] == [None, "sources"]
        await pilot.press("escape")
        await pilot.pause()
        assert screen(app) == before


async def test_behind_the_last_hit_on_the_page_the_others_are_told_of_with_the_key_that_lists_them(
    library: Path,
) -> None:
    async with reader((120, 30), environ=environ(library), keys=["2"]) as (app, pilot):
        await asked(pilot, app, "lighthouse")
        await opened(pilot, app)
        assert app.walk is not None and app.walk.elsewhere
        await pilot.press(*"n" * (len(app.walk.hits) - app.walk.index))
        assert f"{app.walk.elsewhere} hit" in footer(app) and "in other articles" in footer(app)
        assert "/ lists" in footer(app)
        await pilot.press("slash")
        assert drawer(app).library and drawer(app).line.value == "lighthouse"


@pytest.mark.parametrize("way", ["escape", "1"])
async def test_after_the_last_hit_was_closed_the_others_stay_until_escape_or_another_view(
    library: Path, way: str
) -> None:
    async with reader((200, 50), environ=environ(library), keys=["2"]) as (app, pilot):
        before = screen(app)
        await asked(pilot, app, "Ana Ruiz")
        await opened(pilot, app)
        await pilot.press("slash", "ctrl+u", *typed("keeper"))
        await until(pilot, app)
        await opened(pilot, app)
        await pilot.press("x")
        assert [source.file_name for source in app.visitors.sources] == ["harbour.txt"] and app.walk is None
        await pilot.press(way)
        await pilot.pause()
        assert app.visitors.all == ()
        await pilot.press("2")
        await pilot.pause()
        assert len(view(app).columns.all) == len(app.resolved.briefing.sources)
        assert screen(app) == before or way == "1"  # the focus stays where the visitor was


async def test_a_visitor_closed_while_counterparts_are_walked_leaves_nothing_behind(library: Path) -> None:
    async with reader((200, 50), environ=environ(library), keys=["2"]) as (app, pilot):
        await asked(pilot, app, "lighthouse")
        await opened(pilot, app)
        await pilot.press("h", "c")
        while not isinstance(app.walk, Counterparts):
            await pilot.pause()
        view(app).take_source(view(app).columns.own)
        await pilot.press("x")
        await pilot.pause()
        assert isinstance(app.walk, Counterparts) and app.walk.outer is None and not app.visitors.all
        await pilot.press("escape")
        await pilot.pause()
        assert app.walk is None and app.view_name == "sources"


async def test_a_hit_in_an_article_of_the_briefing_opens_in_its_own_column(tmp_path: Path) -> None:
    seeds = Path(__file__).parents[2] / "seeds"
    Library.build(tmp_path / "library", [seeds])
    async with reader(environ=environ(tmp_path / "articles"), keys=[]) as (app, pilot):
        await asked(pilot, app, "memorandum trilateral")
        await opened(pilot, app)
        assert app.visitors.all == () and app.walk is not None
        assert app.walk.hit.source in {"cnn", "entre", "s004"}
        assert view(app).columns.focused.source.id == app.walk.hit.source


async def test_nothing_of_a_visitor_gets_into_notes_counterparts_or_session(library: Path) -> None:
    async with reader(environ=environ(library)) as (app, pilot):
        await asked(pilot, app, "lighthouse")
        await opened(pilot, app)
        await pilot.press("b")
        assert "notes are kept on the briefing’s own sources" in footer(app)
        await pilot.press("c")
        assert "among the briefing’s own sources" in footer(app)
        await pilot.press("H")
        assert "stand last" in footer(app)
        kept = view(app).kept()
        assert app.visitors.sources[0].id not in str(kept)
        await pilot.press("y", "v", "escape", "o", "escape", "p")
        assert app.is_running


async def test_a_file_that_is_gone_or_no_longer_says_so_is_told_in_one_line(library: Path) -> None:
    async with reader(environ=environ(library)) as (app, pilot):
        await asked(pilot, app, "keeper")
        assert len(drawer(app).results.hits) == 1
        put(library / "coast.md", "Something else. The lighthouse keeper was sad.")
        await opened(pilot, app)
        assert "coast.md  has changed since it was added" in footer(app)
        (library / "coast.md").unlink()
        app.dismiss_message()
        await opened(pilot, app)
        assert footer(app).startswith(" ✗ coast.md") and app.overlay is not None
        assert app.visitors.all == ()


async def test_a_passage_that_moved_is_found_again(library: Path) -> None:
    async with reader(environ=environ(library)) as (app, pilot):
        await asked(pilot, app, "keeper")
        put(library / "coast.md", "A new first line.\n\n" + TEXTS["coast.md"])
        await opened(pilot, app)
        assert app.walk is not None
        hit, document = app.walk.hit, app.visitors.all[0].document
        assert document.text[slice(*hit.span)] == "The lighthouse keeper was glad." == hit.text
        assert [document.text[slice(*span)] for span in hit.highlights] == ["keeper"]
        assert hit.paragraph == 3


@pytest.mark.parametrize("lack", ["numpy", "pyroaring"])
async def test_without_the_extra_one_line_names_it(library: Path, monkeypatch: pytest.MonkeyPatch, lack: str) -> None:
    monkeypatch.setitem(sys.modules, lack, None)
    async with reader(environ=environ(library)) as (app, pilot):
        await asked(pilot, app, "mem")
        assert "pip install 'hexapla[library]'" in footer(app)


async def test_without_a_library_one_line_says_how_to_make_one_and_the_briefing_is_searched(tmp_path: Path) -> None:
    async with reader(environ=environ(tmp_path / "articles")) as (app, pilot):
        await asked(pilot, app, "memorandum")
        assert "no library yet  in the shell, hexapla library add PATH makes one" in footer(app)
        assert not drawer(app).library
        assert drawer(app).line.value == "memorandum" and drawer(app).results.hits


async def test_an_empty_library_says_how_to_fill_it(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    Library.build(tmp_path / "library", [tmp_path / "none"])
    async with reader(environ=environ(tmp_path / "articles")) as (app, pilot):
        await asked(pilot, app, "memorandum")
        assert "the library is empty  in the shell, hexapla library add PATH fills it" in footer(app)


async def test_a_copy_of_a_briefings_article_opens_as_that_source(tmp_path: Path) -> None:
    seed = Path(__file__).parents[2] / "seeds" / "000_c1fe3836bbdbdc8c.txt"
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "copy.txt").write_bytes(seed.read_bytes())
    Library.build(tmp_path / "library", [folder])
    async with reader(environ=environ(folder)) as (app, pilot):
        await asked(pilot, app, "korea")
        await opened(pilot, app)
        assert app.visitors.all == () and app.walk is not None and app.walk.hit.source == "cnn"


async def test_the_footer_says_how_many_hits_are_in_other_articles(library: Path) -> None:
    async with reader((160, 40), environ=environ(library)) as (app, pilot):
        await asked(pilot, app, "lighthouse")
        total = len(drawer(app).results.hits)
        await opened(pilot, app)
        assert app.walk is not None and 0 < len(app.walk.hits) < total
        assert f" in reading order, {total - len(app.walk.hits)} in other articles" in footer(app)
