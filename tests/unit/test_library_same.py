"""A library and a briefing are searched by one ranking: the same documents give the same hits in the same order."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bench.search.queries import Maker
from tests.unit.library_files import OLD, ROOT, articles, in_memory, put, told_nothing
from tests.unit.test_search_scripts import LINES
from tui.search import Library
from tui.search.library.searcher import LibrarySearcher
from tui.search.searcher import DocumentSearcher

OPERATORS = (
    "", " ", "!", "'", "^", "|", "'US", "'us", "'Japan", "Japan", "^the", "^The", "talks$", "^'The", "!japan", "!the",
    '"joint force headquarters"', "japan | korea", "source:seeds", "source:night china", "section:x", "'ap", "J", "un",
    "WHO", "who", "t", "zzzz", "qqqqqq japan", "54,000", "540", "'headquarters' command", "^'US",
    "'troops$", "said said",
)  # fmt: skip


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[DocumentSearcher, LibrarySearcher]]:
    """The same articles in memory and in a library that has seen additions, changes, removals and merging."""
    base = tmp_path_factory.mktemp("same")
    folder = articles(base / "articles")
    for name, line in LINES.items():
        put(folder / f"script-{name}.txt", line)
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        put(folder / path.name, path.read_text("utf-8"))
        put(folder / f"wire-{path.name}", path.read_text("utf-8"))
    bench = sorted((ROOT / "tests" / "bench" / "events").rglob("*.txt"))
    for path in [*bench, ROOT / "README.md"]:
        put(folder / f"more-{'-'.join(path.relative_to(ROOT).parts)}", path.read_text("utf-8"))
    library = base / "library"
    put(folder / "night.txt", "The night was another one. Japan slept (and so did the WHO).")
    everything = sorted(folder.iterdir())
    for at in range(0, len(everything), max(1, len(everything) // 6)):
        Library.build(library, everything[at : at + max(1, len(everything) // 6)])
    put(folder / "night.txt", "Fishing boats of the United Nations returned in the evening.", OLD + 1)
    (folder / "coast.md").unlink()
    Library.build(library, [folder])
    order = [path for path in everything if path.name not in ("coast.md", "night.txt")] + [folder / "night.txt"]
    searcher = Library.open(library)
    yield in_memory(order), searcher
    searcher.close()


def test_two_hundred_queries_find_the_same(pair: tuple[DocumentSearcher, LibrarySearcher]) -> None:
    memory, library = pair
    queries = Maker(memory.index, seed=7).make(14)
    assert len(queries) >= 200
    for query in queries:
        assert library.search(query.typed) == memory.search(query.typed), query


@pytest.mark.parametrize("query", OPERATORS)
def test_operators_and_unfinished_queries_find_the_same(
    query: str, pair: tuple[DocumentSearcher, LibrarySearcher]
) -> None:
    memory, library = pair
    for limit in (1, 10, 1000):
        assert library.search(query, limit) == memory.search(query, limit)


def test_every_key_of_a_typed_query_finds_the_same(pair: tuple[DocumentSearcher, LibrarySearcher]) -> None:
    memory, library = pair
    for query in ("joint hedquarters Tokyo", "'Indo-Pacific ^un", "северная", "防衛大臣", "source:har ferry !boats"):
        for end in range(len(query) + 1):
            assert told_nothing(library.search(query[:end])) == memory.search(query[:end]), query[:end]


PIECES = st.sampled_from(
    ["'", "^", "$", "!", "|", '"', "\\ ", "source:", "section:", "ferry", "the", "US", "japan", " "]
)


@settings(max_examples=150, deadline=None)
@given(typed=st.one_of(st.text(max_size=30), st.lists(PIECES, max_size=8).map("".join)))
def test_whatever_is_typed_finds_the_same(pair: tuple[DocumentSearcher, LibrarySearcher], typed: str) -> None:
    memory, library = pair
    assert library.search(typed) == memory.search(typed)


@settings(max_examples=150, deadline=None)
@given(typed=st.binary(max_size=300))
def test_bytes_that_are_no_text_do_no_harm(pair: tuple[DocumentSearcher, LibrarySearcher], typed: bytes) -> None:
    memory, library = pair
    query = typed.decode("utf-8", "surrogateescape")
    assert library.search(query) == memory.search(query)
