"""Of more passages than are scored, those are chosen in which all terms are read well together."""

from __future__ import annotations

import pytest

import tui.search
from tui.documents import from_text

WANTED = "What railway ministers type is kept."
MANY = [f"The typ {number} is where they rail at minis." for number in range(1200)]


@pytest.mark.parametrize("wanted_at", [0, 600, 1200])
def test_one_word_as_typed_does_not_crowd_out_a_passage_that_has_all_as_begun(wanted_at: int) -> None:
    text = "\n\n".join([*MANY[:wanted_at], WANTED, *MANY[wanted_at:]])
    results = tui.search.open([from_text(text)]).search("railw minist typ")
    assert results.total > 1000
    assert results.hits[0].text == WANTED


def test_as_many_hits_are_listed_as_are_asked_for() -> None:
    searcher = tui.search.open([from_text("\n\n".join([*MANY, WANTED]))])
    for limit in (1, 10, 1100):
        assert len(searcher.search("railw minist typ", limit).hits) == limit
