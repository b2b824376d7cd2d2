"""A library on servers is searched as the one on disk: the same hits in the same order, from one server or from two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.bench.search.queries import Maker
from tests.server.cluster import Cluster
from tests.unit.library_files import OLD, ROOT, articles, in_memory, put, told_nothing
from tests.unit.test_library_same import OPERATORS
from tests.unit.test_search_scripts import LINES
from tui.search import Library
from tui.search.library.searcher import LibrarySearcher
from tui.search.postgres.library import SharedLibrary
from tui.search.postgres.searcher import SharedSearcher

KEYS = ("joint hedquarters Tokyo", "'Indo-Pacific ^un", "северная", "防衛大臣", "source:har ferry !boats")


@pytest.fixture(scope="module", params=[1, 2], ids=["one server", "two servers"])
def pair(
    request: pytest.FixtureRequest, cluster: Cluster, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[LibrarySearcher, SharedSearcher, list[Path]]]:
    """The same articles on disk and on servers, after additions, changes, removals and merging."""
    base = tmp_path_factory.mktemp("shared")
    folder = articles(base / "articles")
    for name, line in LINES.items():
        put(folder / f"script-{name}.txt", line)
    for path in [*(ROOT / "seeds").glob("*.txt"), *sorted((ROOT / "tests" / "bench" / "events").rglob("*.txt"))[::5]]:
        put(folder / "-".join(path.relative_to(ROOT).parts), path.read_text("utf-8"))
    for path in (ROOT / "seeds").glob("*.txt"):
        put(folder / f"wire-{path.name}", path.read_text("utf-8"))
    shared = SharedLibrary([cluster.database() for _ in range(request.param)])
    everything = sorted(folder.iterdir())
    for part in (everything[: len(everything) // 2], everything):
        Library(base / "library").add(part)
        shared.add(part)
    put(folder / "night.txt", "Fishing boats of the United Nations returned in the evening.", OLD + 1)
    (folder / "coast.md").unlink()
    for library in (Library(base / "library"), shared):
        library.add([folder])
    on_disk, on_servers = Library.open(base / "library"), shared.open()
    yield on_disk, on_servers, sorted(folder.iterdir())
    on_disk.close()
    on_servers.close()


def test_queries_and_operators_find_the_same(pair: tuple[LibrarySearcher, SharedSearcher, Sequence[Path]]) -> None:
    on_disk, on_servers, paths = pair
    typed = [query.typed for query in Maker(in_memory(paths).index, seed=7).make(3)]
    for query in (*typed, *OPERATORS):
        assert on_servers.search(query) == on_disk.search(query), query


@pytest.mark.hostile
def test_two_hundred_more_find_the_same(pair: tuple[LibrarySearcher, SharedSearcher, Sequence[Path]]) -> None:
    on_disk, on_servers, paths = pair
    queries = Maker(in_memory(paths).index, seed=11).make(14)
    assert len(queries) >= 200
    for query in queries:
        assert on_servers.search(query.typed) == on_disk.search(query.typed), query


def test_every_key_of_a_typed_query_finds_the_same(
    pair: tuple[LibrarySearcher, SharedSearcher, Sequence[Path]],
) -> None:
    on_disk, on_servers, _ = pair
    for query in KEYS:
        for end in range(len(query) + 1):
            assert told_nothing(on_servers.search(query[:end], 100)) == told_nothing(on_disk.search(query[:end], 100))
