"""The author's Markdown keeps its paragraphs, lists and emphasis; everything else in it is text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.hostile_markdown import hostile_strings
from tests.unit.markdown_reading import PRESETS, active
from tui.export.author import blocks

PARTS = [
    "word ",
    "*",
    "**",
    "_",
    "\n",
    "\n\n",
    "- ",
    "1. ",
    "  - ",
    "    ",
    "> ",
    "# ",
    "[x](y)",
    "http://a.org ",
    "`",
    "<b>",
]


def test_paragraphs_stay_apart_and_lines_are_joined() -> None:
    assert blocks("One line\nand its end.\n\nAnother.\n") == ["One line and its end.", "Another."]


def test_emphasis_is_kept() -> None:
    assert blocks("It is *not* **so**, _he_ says.") == ["It is *not* **so**, *he* says."]


def test_lists_are_kept_and_indented_as_a_formatter_would() -> None:
    assert blocks("* a\n* b\n    * c\n* d") == ["- a\n- b\n  - c\n- d"]
    assert blocks("3. a\n4. b") == ["1. a\n1. b"]


def test_a_list_of_several_paragraphs_is_loose() -> None:
    assert blocks("- a\n\n  more\n- b") == ["- a\n\n  more\n\n- b"]


def test_neighbouring_lists_of_one_kind_are_one_list() -> None:
    assert blocks("- a\n\n* b") == ["- a\n- b"]


def test_a_paragraph_of_emphasis_alone_is_not_a_heading() -> None:
    assert blocks("**Summary**") == ["Summary"]


@pytest.mark.parametrize(
    ("markdown", "written"),
    [
        ("# Heading", r"\# Heading"),
        ("> quoted", r"\> quoted"),
        ("    code", "code"),
        ("`code`", r"\`code\`"),
        ("```\ncode\n```", r"\`\`\` code \`\`\`"),
        ("<script>x</script>", r"\<script>x\</script>"),
        ("[x](javascript:alert)", r"\[x\](javascript:alert)"),
        ("![x](y.png)", r"!\[x\](y.png)"),
        ("&lt;b&gt;", r"\<b>"),
        (r"\*plain\*", r"\*plain\*"),
        ("---", r"\---"),
    ],
)
def test_everything_else_is_shown_as_typed(markdown: str, written: str) -> None:
    assert blocks(markdown) == [written]


def test_nothing_gives_no_blocks() -> None:
    assert (blocks(""), blocks(" \n\n"), blocks("-\n-")) == ([], [], [])


def test_deep_nesting_is_read_without_trouble() -> None:
    assert active("\n\n".join(blocks("- " * 3000 + "x")), "js-default") == []


@pytest.mark.parametrize("preset", PRESETS)
def test_hostile_summaries_are_inert(preset: str) -> None:
    assert [text for text in hostile_strings() if active("\n\n".join(blocks(text)), preset)] == []


@given(st.lists(st.sampled_from(PARTS), max_size=25).map("".join))
def test_what_was_written_once_is_written_the_same_again(markdown: str) -> None:
    once = "\n\n".join(blocks(markdown))
    assert "\n\n".join(blocks(once)) == once
    assert [active(once, preset) for preset in PRESETS] == [[], [], []]
