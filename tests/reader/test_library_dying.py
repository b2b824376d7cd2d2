"""A library that is slow, loses a server or dies while one types: one line says it, the briefing is searched on."""

from __future__ import annotations

from threading import Event

import pytest
from textual.pilot import Pilot

from tests.reader.page import footer, reader, screen, typed
from tui.documents.model import Span
from tui.reader.app import Hexapla
from tui.reader.widgets import search
from tui.reader.widgets.search import SearchDrawer
from tui.search import Explanation, Hit, Results, libraries
from tui.search.library.errors import LibraryError

SERVED = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "HEXAPLA_LIBRARY": "postgresql://db.example/news"}
HIT = Hit("/srv/news/pier.txt", Span(0, 9), 1, 1.0, (Span(0, 4),), "Pier news")


class Far:
    """A searcher that answers when it may, or no more."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.may = Event()
        self.may.set()
        self.dead = ""
        self.notices: tuple[str, ...] = ()

    def warm(self) -> None:
        """Nothing to fetch."""

    def search(self, query: str, limit: int = 10) -> Results:
        """The one hit, once it may be told."""
        self.may.wait()
        self.asked.append(query)
        if self.dead:
            raise LibraryError(self.dead)
        return Results(query, 1, (HIT,), notices=self.notices)

    def explain(self, query: str, hit: Hit) -> Explanation | None:
        """Nobody asks."""
        return None


@pytest.fixture
def far(monkeypatch: pytest.MonkeyPatch) -> Far:
    """The searcher the library is opened to."""
    searcher = Far()
    monkeypatch.setattr(libraries, "open_at", lambda where: searcher)
    return searcher


def drawer(app: Hexapla) -> SearchDrawer:
    assert isinstance(app.overlay, SearchDrawer)
    return app.overlay


async def answered(pilot: Pilot[None], app: Hexapla) -> None:
    while app.library.busy:
        await pilot.pause()
    await pilot.pause()


async def test_of_what_is_typed_while_the_library_thinks_the_last_alone_is_asked(far: Far) -> None:
    async with reader(keys=["slash", "ctrl+l"], environ=SERVED) as (app, pilot):
        await answered(pilot, app)
        far.asked.clear()
        far.may.clear()
        await pilot.press(*typed("korea"))  # no key waits, whatever the library does
        assert drawer(app).line.value == "korea"
        far.may.set()
        await answered(pilot, app)
        assert far.asked == ["k", "korea"]
        assert drawer(app).results.query == "korea"


async def test_enter_typed_ahead_opens_the_hit_of_what_was_typed(far: Far) -> None:
    async with reader(keys=["slash", "ctrl+l"], environ=SERVED) as (app, pilot):
        await answered(pilot, app)
        far.may.clear()
        await pilot.press(*typed("pier"), "enter")
        assert app.overlay is not None and app.voice.now is None
        far.may.set()
        await answered(pilot, app)
        while app.voice.now is None:
            await pilot.pause()
        assert footer(app).startswith(" ✗ pier.txt")  # it lies on another machine


async def test_a_library_that_takes_long_is_said_to_be_asked_until_it_answers(
    far: Far, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "AT_ONCE", 0.001)
    async with reader(keys=["slash", "ctrl+l", "p"], environ=SERVED) as (app, pilot):
        await answered(pilot, app)
        assert screen(app)[0].endswith("1 hit ")
        far.may.clear()
        await pilot.press("i")
        while not drawer(app).slow:
            await pilot.pause()
        assert screen(app)[0].endswith("⠿ asking "), "the hits below are of what was typed before"
        far.may.set()
        await answered(pilot, app)
        assert screen(app)[0].endswith("1 hit ")


async def test_closing_the_drawer_or_going_back_to_the_briefing_drops_what_was_asked(far: Far) -> None:
    async with reader(keys=["slash", "ctrl+l"], environ=SERVED) as (app, pilot):
        await answered(pilot, app)
        far.may.clear()
        await pilot.press("k", "ctrl+l", "o")
        hits = drawer(app).results.hits
        far.may.set()
        await answered(pilot, app)
        assert drawer(app).results.hits == hits and HIT not in hits
        far.may.clear()
        await pilot.press("ctrl+l", "escape")
        far.may.set()
        await answered(pilot, app)
        assert app.overlay is None


async def test_a_server_that_dies_while_one_types_is_told_in_one_line_and_the_briefing_is_searched(far: Far) -> None:
    async with reader(keys=["slash", "ctrl+l", *typed("ko")], environ=SERVED) as (app, pilot):
        await answered(pilot, app)
        far.dead = "postgresql://db.example/news: the server does not answer"
        await pilot.press(*typed("rea"))
        await answered(pilot, app)
        assert "the library gives no answer  postgresql://db.example/news: the server does not answer" in footer(app)
        assert footer(app).endswith("^L asks it again ")
        assert not drawer(app).library and drawer(app).line.value == "korea"
        assert {hit.source for hit in drawer(app).results.hits} == {"cnn", "entre", "s004"}
        far.dead = ""
        await pilot.press("ctrl+l")
        await answered(pilot, app)
        assert drawer(app).results.hits == (HIT,) and app.voice.now is None


async def test_a_part_that_is_lost_is_told_above_the_hits_of_the_others(far: Far) -> None:
    far.notices = ("a part of the library is left out: postgresql://b.example/news is gone", "another")
    async with reader((160, 40), keys=["slash", "ctrl+l", *typed("ko")], environ=SERVED) as (app, pilot):
        await answered(pilot, app)
        said = "! a part of the library is left out: postgresql://b.example/news is gone (and 1 more)"
        assert said in screen(app)[1]
        assert screen(app)[3].startswith("▌·▌  ¶1 pier.txt  /srv/news")
