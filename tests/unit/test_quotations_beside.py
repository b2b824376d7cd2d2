"""The reader points at a word that turns a verified quotation round, right beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.briefing.model import Evidence, Source
from tui.documents import from_text
from tui.evidence import Quotation, anchor
from tui.reader.unproved import beside, told


@pytest.mark.parametrize(
    ("quote", "lines"),
    [
        ("The army will", ["the source goes on: “not”"]),
        ("attack the city", ["the source has “not” before it"]),
        ("The army will not attack", []),
        ("The navy will", []),
    ],
)
def test_a_turning_word_beside_a_verified_quotation_is_told(quote: str, lines: list[str]) -> None:
    document = from_text("The army will not attack the city. It is late.", "a.txt")
    source = Source("a", "a.txt", Path("a.txt"), "A")
    placed = Quotation(source, document, Evidence("a", quote), anchor(document, quote), 1)
    assert beside(placed) == lines
    assert not (lines and told(placed, {}))
