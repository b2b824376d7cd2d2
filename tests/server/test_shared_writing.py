"""Adding to a library on servers: incremental, whole at any moment, one writer at a time, readers never waiting."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.server.cluster import Cluster
from tests.unit.library_files import OLD, put, texts_of
from tui.search.library import BusyError, LibraryError, Progress, Summary
from tui.search.postgres.library import SharedLibrary
from tui.search.postgres.link import Link
from tui.search.postgres.share import Share


@pytest.fixture
def addresses(cluster: Cluster) -> list[str]:
    """Two databases, as two servers."""
    return [cluster.database(), cluster.database()]


def _found(library: SharedLibrary, query: str) -> list[str]:
    searcher = library.open()
    try:
        return texts_of(searcher.search(query).hits)
    finally:
        searcher.close()


def test_what_changed_is_read_again_and_what_is_gone_is_forgotten(addresses: list[str], folder: Path) -> None:
    library = SharedLibrary(addresses)
    assert library.add([folder]) == Summary(added=3, passages=6)
    put(folder / "night.txt", "The trawlers stayed out.", OLD + 1)
    (folder / "coast.md").unlink()
    assert library.add() == Summary(changed=1, unchanged=1, gone=1, passages=1)
    assert _found(library, "trawlers") == ["The trawlers stayed out."]
    assert _found(library, "'fishing | 'geneva | 'who") == []
    assert library.remove([folder / "night.txt"]) == Summary(gone=1)
    assert library.add() == Summary(unchanged=1)
    assert library.integrity() == ()
    assert (library.status().articles, library.status().without) == (1, (str(folder / "night.txt"),))


def test_an_interruption_keeps_what_was_read(addresses: list[str], folder: Path) -> None:
    def interrupt(progress: Progress) -> None:
        if progress.articles == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        SharedLibrary(addresses, progress=interrupt).add([folder])
    library = SharedLibrary(addresses)
    assert library.status().articles == 2
    summary = library.add()
    assert (summary.added, summary.unchanged) == (1, 2)
    assert library.integrity() == ()


def test_an_open_search_sees_what_another_process_adds(addresses: list[str], folder: Path) -> None:
    library = SharedLibrary(addresses)
    library.add([folder / "night.txt"])
    searcher = library.open()
    assert not searcher.search("'harbour").hits
    library.add([folder])
    assert searcher.search("'harbour").total == 2
    library.rebuild()
    assert searcher.search("'harbour").total == 2
    searcher.close()


def test_an_addition_that_is_cut_off_leaves_a_whole_library_and_completes_when_repeated(
    addresses: list[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = SharedLibrary(addresses)
    library.add([folder / "night.txt"])
    for table in ("passage", "post", "begun"):
        with monkeypatch.context() as patch:
            patch.setattr(Link, "put", _cut_at(table))
            with pytest.raises(LibraryError, match="does not answer"):
                library.add([folder])
        assert library.integrity() == ()
        assert _found(library, "'fishing")
    library.add([folder])
    assert library.integrity() == ()
    assert library.status().articles == 3


def _cut_at(wanted: str) -> object:
    put = Link.put

    def cut(link: Link, table: str, columns: str, types: tuple[str, ...], rows: Iterator[tuple[object, ...]]) -> None:
        if table == wanted:
            link.cut()
        put(link, table, columns, types, rows)

    return cut


def test_a_second_writer_is_told_and_a_reader_does_not_wait(
    addresses: list[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library, told = SharedLibrary(addresses), list[str]()
    library.add([folder / "night.txt"])
    add = Share.add

    def meanwhile(share: Share, *given: object) -> None:
        add(share, *given)  # type: ignore[arg-type]
        with pytest.raises(BusyError) as busy:
            SharedLibrary(addresses).add([folder])
        told.extend([str(busy.value), *_found(library, "'fishing")])

    monkeypatch.setattr(Share, "add", meanwhile)
    library.add([folder])
    assert told[0] == "another process is writing to the library: try again when it is done"
    assert told[1].startswith("Fishing boats")


def test_rebuilding_keeps_what_lies_on_other_machines_and_spreads_over_more_servers(
    cluster: Cluster, many: Path
) -> None:
    first, second = cluster.database(), cluster.database()
    SharedLibrary([first]).add([many])
    many.rename(many.with_name("away"))
    both = SharedLibrary([first, second])
    with pytest.raises(LibraryError, match="is spread over 1 server"):
        both.open()
    assert both.rebuild() == Summary(skipped=1)
    assert both.status().articles == 30
    assert both.integrity() == ()
    assert _found(both, "harbur boats")
    with pytest.raises(LibraryError, match="is spread over 2 servers"):
        SharedLibrary([first]).open()
    with psycopg.connect(second) as connection:
        assert connection.execute("SELECT count(*) FROM hexapla_2.doc").fetchone() != (0,)


def test_a_path_that_is_no_text_is_kept_as_it_is(addresses: list[str], tmp_path: Path) -> None:
    path = tmp_path / "odd-\udcff-\n.txt"
    put(path, "The harbour opened.")
    library = SharedLibrary(addresses)
    library.add([path])
    searcher = library.open()
    assert [hit.source for hit in searcher.search("harbour").hits] == [str(path)]
    assert library.status().roots == ((str(path), 1),)
    searcher.close()
