"""The quick way through cleaning is never a way around it."""

from __future__ import annotations

from collections import Counter

from tui.documents import clean, cleaning
from tui.documents.replacing import replace


def test_what_passes_as_plain_would_not_be_replaced() -> None:
    plain = [chr(code) for code in range(0x110000) if cleaning._PLAIN.fullmatch(chr(code))]
    assert len(plain) > 1_000
    assert [character for character in plain if replace(character, Counter()) != character] == []


def test_plain_characters_are_none_that_neighbours_can_change() -> None:
    plain = "".join(chr(code) for code in range(0x3000) if cleaning._PLAIN.fullmatch(chr(code)))
    assert replace(plain * 2, Counter()) == plain * 2
    assert clean(plain) == plain
