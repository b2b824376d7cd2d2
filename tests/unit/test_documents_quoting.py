"""Words are quoted so that the marks around them are not taken for their own."""

from __future__ import annotations

import pytest

from tui.documents import quoted


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("signed a memorandum", "“signed a memorandum”"),
        ("“restructured” into a headquarters", "‘“restructured” into a headquarters’"),
        ('it would "facilitate"', '‘it would "facilitate"’'),
        ("‘provocative’ behaviour", "“‘provocative’ behaviour”"),
        ("a “joint” force", "“a “joint” force”"),
        ("“restructured” by the allies’", "«“restructured” by the allies’»"),
        ("", "“”"),
    ],
)
def test_words_that_begin_or_end_with_a_mark_are_given_another(words: str, written: str) -> None:
    assert quoted(words) == written
