"""A place with nothing in it says so in one sentence, with the two commands that help under the keys they have."""

from __future__ import annotations

import pytest

from tests.reader.made import briefing as made_briefing
from tests.reader.page import made, reader, rows, screen, typed
from tui.briefing.model import Section
from tui.reader.app import Hexapla


def below(shown: list[str], sentence: str) -> list[list[str]]:
    """The words of the two rows of commands under a sentence."""
    at = next(n for n, row in enumerate(shown) if sentence in row)
    assert not shown[at + 1].strip(" ▕")
    return [row[row.rindex("▕", 0, -1) + 1 if "▕" in row[:-1] else 0 :].split() for row in shown[at + 2 : at + 4]]


def keyed(app: Hexapla, *commands: str) -> list[str]:
    return [app.keys_of(command) for command in commands]


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 10)])
async def test_without_differences_counterparts_and_coverage_are_offered(size: tuple[int, int]) -> None:
    async with made(made_briefing(["one"], [Section("s", "S")]), size, keys=["4"]) as (app, _):
        said = below(rows(app), "No difference is noted")
        assert [words[0] for words in said] == keyed(app, "counterparts", "view.coverage")


async def test_without_statements_the_timeline_offers_the_sources_and_the_search() -> None:
    async with made(made_briefing(["one"], [Section("s", "S")]), keys=["5"]) as (app, _):
        said = below(rows(app), "No statement, so nothing to put in order.")
        assert [words[0] for words in said] == keyed(app, "view.sources", "search.open")


async def test_an_empty_search_offers_the_library_and_the_way_back_until_something_is_typed() -> None:
    async with reader((80, 24), keys=["slash"]) as (app, pilot):
        said = below(screen(app), "Typed words are found, slips forgiven.")
        assert [words[0] for words in said] == keyed(app, "search.scope", "go.back")
        await pilot.press("q")
        assert "slips forgiven" not in " ".join(screen(app))


async def test_an_empty_search_offers_the_one_before() -> None:
    async with reader((80, 24), keys=["slash", *typed("korea"), "enter", "slash"]) as (app, pilot):
        await pilot.press("ctrl+u")
        said = below(screen(app), "Typed words are found, slips forgiven.")
        assert [words[0] for words in said] == keyed(app, "search.recall", "search.scope")
