"""Letters that no passage has as a word beside the others are read as the first of words in a row."""

from __future__ import annotations

from pathlib import Path

import pytest

import tui.search
from tests.unit.library_files import articles, found, in_memory
from tui.documents import from_text

LINES = (
    "The harbour pilot was asked about the night ferry.",
    "The ferry left the harbour at noon; a pilot stayed.",
    "A coastal patrol boat met the ferry.",
    "An hp printer stood in the office.",
    "The office of the night watch was closed.",
)


@pytest.mark.parametrize(("typed", "meant"), [("ferry hp", 0), ("cpb ferry", 2), ("noon ap", 1), ("hp office", 3)])
def test_letters_find_the_words_they_begin_wherever_these_are_kept(tmp_path: Path, typed: str, meant: int) -> None:
    folder = articles(tmp_path / "articles", {"lines.txt": "\n\n".join([*LINES, *LINES[3:4] * 150])})
    tui.search.Library.build(tmp_path / "library", [folder])
    results = found(tmp_path / "library", typed)
    assert results == in_memory([folder / "lines.txt"]).search(typed)
    assert results.hits[0].text == LINES[meant]


def test_a_common_word_is_not_taken_apart() -> None:
    searcher = tui.search.open([from_text("\n\n".join(LINES))])
    assert searcher.search("an office").total == 1
