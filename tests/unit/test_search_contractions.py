"""Words cut to their beginning and their last letter are read as what they are short for."""

from __future__ import annotations

from pathlib import Path

import pytest

import tui.search
from tests.unit.library_files import articles, found, in_memory
from tui.documents import from_text
from tui.search.explaining import kind

LINES = (
    "The teachers of the association met.",
    "The mule was sold at the fair.",
    "The multiple choices were handed out.",
    "Talks on the accreditation resumed.",
    "Assignments were handed out on Monday.",
    "Το συμβούλιο συνεδρίασε χθες.",
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("teachers assn", 0), ("choices mule", 2), ("handed mule", 2), ("talks accrn", 3), ("συμβο χθες", 5), ("συμο", 5)],
)
def test_a_word_cut_to_its_beginning_and_end_finds_it_wherever_it_is_kept(
    tmp_path: Path, typed: str, meant: int
) -> None:
    folder = articles(tmp_path / "articles", {"lines.txt": "\n\n".join(LINES)})
    tui.search.Library.build(tmp_path / "library", [folder])
    results = found(tmp_path / "library", typed)
    assert results == in_memory([folder / "lines.txt"]).search(typed)
    assert results.hits[0].text == LINES[meant]


def test_a_word_as_typed_comes_before_what_it_may_be_short_for() -> None:
    hits = tui.search.open([from_text("\n\n".join(reversed(LINES)))]).search("mule").hits
    assert [hit.text for hit in hits][:2] == [LINES[1], LINES[2]]


def test_it_is_explained_as_letters_left_out() -> None:
    assert kind("assn", ["association"]) == kind("accrn", ["accreditation"]) == "letters left out"
    assert kind("mulr", ["mule"]) == "1 edit"
