"""Words typed with capitals find the same in a folder as in memory, whatever Unicode takes for a capital."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.unit.library_files import articles, in_memory
from tui.search import Library
from tui.search.library.searcher import LibrarySearcher
from tui.search.searcher import DocumentSearcher

TEXT = """The ǅ stood beside the ǆ of the alphabet. ᾼδης was read as ᾳδης once.

A footnote of xᴬ on the pier. Another note of xᵃ on the pier. JAPAN was written loudly, and Japan was not.

Nobody wrote of the pier in japan with care."""
TYPED = (
    "ǅ stood", "'ǅ", "'D", "'ᾼδης", "ᾼδης read", "'A", "'xA",
    "xA pier", "'Ⓐjapan", "'🅐japan", "'japan'S", "'J", "'pIer",
)  # fmt: skip


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[DocumentSearcher, LibrarySearcher]]:
    """The same article in memory and in a library."""
    base = tmp_path_factory.mktemp("capitals")
    folder = articles(base / "a", {"x.txt": TEXT})
    Library.build(base / "l", [folder])
    searcher = Library.open(base / "l")
    yield in_memory(folder.iterdir()), searcher
    searcher.close()


@pytest.mark.parametrize("typed", TYPED)
def test_capitals_find_the_same(typed: str, pair: tuple[DocumentSearcher, LibrarySearcher]) -> None:
    memory, library = pair
    assert library.search(typed) == memory.search(typed)


def test_a_capital_outside_the_word_minds_no_case(pair: tuple[DocumentSearcher, LibrarySearcher]) -> None:
    for typed in ("'Ⓐjapan", "'japan'S"):
        assert [searcher.search(typed).total for searcher in pair] == [2, 2], typed
