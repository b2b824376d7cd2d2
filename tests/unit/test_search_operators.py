"""The operators as fzf publishes them, one row a fact: which passages a query finds."""

from __future__ import annotations

import pytest

import tui.search
from tui.documents import from_text

LINES = (
    "Green apples were sold.",
    "Green pears were sold.",
    "Red apples rotted.",
    "The joint force met.",
    "A force from the joint came.",
    "Danço com o vento.",
    "The IT office opened.",
    "She said it rained.",
)
DOCUMENT = from_text("\n\n".join(LINES), "lines")
APPLES, PEARS, RED, JOINT, APART, VENTO, OFFICE, RAINED = range(len(LINES))


def found(query: str, searcher: tui.search.DocumentSearcher | None = None) -> set[int]:
    """The numbers of the lines a query finds."""
    results = (searcher or tui.search.open([DOCUMENT])).search(query, limit=len(LINES))
    assert results.total == len(results.hits)
    return {hit.paragraph - 1 for hit in results.hits}


@pytest.mark.parametrize(
    ("query", "lines"),
    [
        ("green apples", {APPLES}),  # all words hold
        ("green | red apples", {APPLES, RED}),  # OR binds tighter than AND: (green | red) apples
        ("apples green | red", {APPLES, RED}),
        ("green|pears 'apples", {APPLES}),
        ("'apples | 'pears", {APPLES, PEARS, RED}),
        ("!'apples ^Green", {PEARS}),
        ("!apples | !pears", set(range(len(LINES)))),  # either may be missing
        ("!apples !pears sold", set()),
        ("!apples sold", {PEARS}),
        ("^Green", {APPLES, PEARS}),
        ("sold$", {APPLES, PEARS}),
        ("^Green sold$", {APPLES, PEARS}),
        ("^sold", set()),
        ("Green$", set()),
        (r"joint\ force", {JOINT}),  # an escaped space is a literal one
        ('"joint force"', {JOINT}),
        ("joint force", {JOINT, APART}),
        (r"!joint\ force 'force", {APART}),
        ("danco", {VENTO}),  # accents are folded
        ("'danco", {VENTO}),
        ("DANÇO", {VENTO}),
        ("'it", {OFFICE, RAINED}),  # smart case: small letters are either,
        ("'IT'", {OFFICE}),  # a capital is a capital
        ("'It", set()),
    ],
)
def test_a_query_finds(query: str, lines: set[int]) -> None:
    assert found(query) == lines


@pytest.mark.parametrize(
    "unfinished",
    ["'", "^", "!", "!'", "!^", "^'", '"', '!"', "|", " |", " | ", " '", " ^", " !", "\\", "source:", "!source:"],
)
def test_a_term_that_is_only_an_operator_changes_nothing_yet(unfinished: str) -> None:
    assert found(f"apples {unfinished}") == found("apples") == {APPLES, RED}


def test_only_words_that_must_hold_narrow_what_was_found_before() -> None:
    searcher = tui.search.open([DOCUMENT])
    before = found("green", searcher)
    assert found("green apples", searcher) < before
    assert found("green | red", searcher) > before  # another alternative widens
    assert found("green !apples", searcher) == {PEARS}
    assert found("green", searcher) == before


@pytest.mark.parametrize(
    "query",
    ["green | red apples", "!apples sold", r"joint\ force", "^Green 'apples", "'IT'", "sold$ !pears", "danco|it"],
)
def test_typed_key_by_key_with_slips_taken_back_it_finds_what_it_finds_at_once(query: str) -> None:
    searcher = tui.search.open([DOCUMENT])
    for end in range(1, len(query) + 1):
        found(query[:end] + "q", searcher)
        assert found(query[:end], searcher) == found(query[:end])
