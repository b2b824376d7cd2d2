"""Comparing goes on behind the page: told, stopped by Escape, kept for the same articles, never begun on huge ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import NoReturn

import pytest

from tests.reader.page import footer, made
from tests.reader.test_counterparts import three
from tui.evidence.model import ResolvedBriefing
from tui.reader import comparing


def endless(resolved: ResolvedBriefing, known: object, progress: Callable[[int, int], None]) -> NoReturn:
    """A comparison that is never done."""
    while True:
        progress(1, 3)


async def test_it_tells_how_far_it_is_takes_keys_and_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "compared", endless)
    monkeypatch.setattr(comparing, "TELLING", 0.05)
    async with made(three(), keys=["c"]) as (app, pilot):
        while "comparing" not in footer(app):
            await pilot.pause()
        assert footer(app).startswith(" ⠿ comparing  1 of 3 articles") and "Esc stops it" in footer(app)
        await pilot.press("l")
        await pilot.press("escape")
        await pilot.pause()
        assert app.comparing.settled and app.walk is None
        assert footer(app).startswith(" comparing stopped")


async def test_another_reading_of_the_same_articles_is_not_compared_again(monkeypatch: pytest.MonkeyPatch) -> None:
    from tui.reader.renewal import renew

    async with made(three(), keys=["c"]) as (app, pilot):
        while not app.comparing.settled:
            await pilot.pause()
        first = app.comparing.found
        renew(app, three())
        assert app.comparing.found is None
        app.comparing.ask(app.refresh_footer)
        while not app.comparing.settled:
            await pilot.pause()
        again = app.comparing.found
        assert first is not None and again is not None and again.comparison is first.comparison


async def test_very_long_articles_are_compared_only_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "UNASKED", 100)
    async with made(three()) as (app, _):
        assert app.comparing.ask(app.refresh_footer, unasked=True) is None and app.comparing.settled
        app.comparing.ask(app.refresh_footer)
        assert not app.comparing.settled
