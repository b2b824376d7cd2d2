"""A paragraph wrapped by hand comes back whole, whatever stands around it, and what is no prose stays lines."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.test_documents_paragraphs import paragraphs

TEXT = """the wall of reservoir gave way after four on killing people and flooding three villages officials said runs
    its sensors (which were new) had shown nothing unusual before; nobody called us, mayor told reporters about cubic
    metres escaped within forty minutes according to regional water authority"""
WORDS = TEXT.split()
LIST = [f"* item number {number} of the list" for number in range(1, 30)]
AROUND = {
    "bullets": LIST,
    "numbers": [f"{number}. the answer of somebody to question {number}" for number in range(1, 30)],
    "heading": ["# The wall of the reservoir", "## What is known"],
    "poem": ["Shall I compare thee to a summer's day?", "Thou art more lovely and more temperate:"] * 7,
    "code": ["def gave_way(wall):", "    return wall.height > 12 and not wall.drained", "", "print(gave_way(wall))"]
    * 4,
    "fenced": ["```js", "const { spawn } = require('node:child_process');", "spawn('ls', ['-lh', '/usr']);", "```"],
    "table": ["| village    | people |", "|------------|--------|", *["| above Osk  |     12 |"] * 12],
    "columns": ["village        people        houses        schools"] * 12,
}


@st.composite
def prose(draw: st.DrawFn) -> str:
    """A paragraph of 50 to 90 words, wrapped at 60 to 100 columns."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=50, max_size=90))
    return textwrap.fill(" ".join(words).capitalize() + ".", draw(st.integers(60, 100)))


@given(st.lists(prose(), min_size=1, max_size=3), st.lists(st.sampled_from(sorted(AROUND)), max_size=3))
def test_wrapped_prose_comes_back_whole_whatever_stands_around_it(blocks: list[str], names: list[str]) -> None:
    around = ["\n".join(AROUND[name]) for name in names]
    found = paragraphs("\n\n".join([*around, *blocks, *around]))
    lines = [line for one in around for line in one.split("\n") if line]
    assert found == [*lines, *blocks, *lines]


@given(prose(), st.sampled_from(["bullets", "numbers", "heading", "fenced"]))
def test_no_blank_line_is_needed_where_the_marks_tell(block: str, name: str) -> None:
    assert paragraphs("\n".join([block, *AROUND[name]])) == [block, *AROUND[name]]


@pytest.mark.parametrize("items", [1, 15, 20, 200])
def test_no_list_however_long_tears_an_article(items: int) -> None:
    sentence = "The wall of the reservoir gave way on Wednesday, killing 14 people, and nobody had been warned of it."
    blocks = [textwrap.fill(f"{sentence} {sentence}", 60)] * 10
    listed = [f"* item number {number} of the list" for number in range(items)]
    assert paragraphs("\n\n".join(blocks) + "\n" + "\n".join(listed)) == [*blocks, *listed]


def test_a_number_that_came_to_stand_first_on_a_line_begins_no_list() -> None:
    block = (
        "The two reports about the wall were handed to the company on May\n"
        "12. Nobody answered them, she said, and on Wednesday the wall gave\n"
        "way, as both had foretold."
    )
    assert paragraphs(block) == [block]
