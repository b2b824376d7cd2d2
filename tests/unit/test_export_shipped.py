"""The export of the shipped briefing cites its three articles to the character."""

from __future__ import annotations

import re

import pytest

from tests.unit.markdown_reading import PRESETS, active, body, definitions, marks
from tui import briefing, resources
from tui.evidence import resolve
from tui.export import markdown

SHIPPED = resources.shipped("briefings") / "us-japan-2plus2-2024.yaml"


@pytest.fixture(scope="module")
def export() -> str:
    return markdown(briefing.load(SHIPPED))


def test_every_footnote_can_be_looked_up_in_its_article(export: str) -> None:
    texts = {document.path.name: document.text for document in resolve(briefing.load(SHIPPED)).documents.values()}
    cited = [
        re.search(r": [“‘](.*)[”’]\. seeds/(\S+), characters (\d+)–(\d+)\.", note)
        for note in definitions(export).values()
    ]
    assert len(cited) > 100
    for match in cited:
        assert match is not None
        words, name, start, end = match.groups()
        assert texts[name][int(start) : int(end)] == words


def test_the_footnote_everyone_is_shown_first_is_there(export: str) -> None:
    assert (
        "[^1]: CNN, paragraph 9: ‘“restructured” into a joint force headquarters reporting to the U.S. Indo-Pacific "
        "Command’. seeds/000_c1fe3836bbdbdc8c.txt, characters 1276–1365.\n"
    ) in export


def test_footnotes_are_complete_and_in_order(export: str) -> None:
    numbers = list(dict.fromkeys(marks(body(export))))
    assert numbers == list(definitions(export)) == [str(n) for n in range(1, len(numbers) + 1)]


def test_the_unnamed_outlet_is_not_guessed(export: str) -> None:
    assert "S (*outlet not stated*)" in export


@pytest.mark.parametrize("preset", PRESETS)
def test_it_is_inert(export: str, preset: str) -> None:
    assert active(body(export), preset) == []
