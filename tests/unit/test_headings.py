"""Headings are told from sentences, belong to no section and are no fact that a statement is missing for."""

from __future__ import annotations

import pytest

from tui.briefing.model import Route, Section
from tui.documents import from_text
from tui.evidence import compare, routes
from tui.evidence.headings import headings


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Harbour pier to be rebuilt\n\nThe pier cost 40 million euros. It opened in May.", {0}),
        ("The pier cost 40 million euros.\n\n‘Too dear’\n\nIt opened in May.", {1}),
        ("The pier cost 40 million euros.\n\nIs it too dear?\n\nIt opened in May.", set()),
        ("港口重建\n\n码头耗资四千万欧元。", {0}),
        ("Roses are red\n\nViolets are blue", set()),
        ("The pier cost 40 million euros. And then", set()),
        ("", set()),
    ],
)
def test_a_line_of_its_own_that_ends_no_sentence_is_a_heading(text: str, found: set[int]) -> None:
    assert headings(from_text(text, "one")) == found


def test_a_heading_goes_to_no_section() -> None:
    text = "Harbour pier dearer than ever\n\nThe harbour pier cost 40 million euros."
    comparison = compare([from_text(text, "one"), from_text("A pier costs 40 million euros.", "other")])
    section = Section("money", "Money", route=Route(words=("pier",)))
    assert list(routes(comparison, [section])) == [(), ("money",), ("money",)]


@pytest.mark.parametrize(
    ("word", "march", "month"), [("marched", True, False), ("March", False, True), ("march", True, True)]
)
def test_the_month_of_march_is_no_marching(word: str, march: bool, month: bool) -> None:
    text = "They marched to the harbour. The pier opens in March."
    comparison = compare([from_text(text, "one"), from_text("Gulls cried.", "other")])
    found = routes(comparison, [Section("one", "One", route=Route(words=(word,)))])
    assert [bool(sections) for sections in found] == [march, month, False]
