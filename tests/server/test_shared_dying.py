"""A server that dies in the middle of typing: one clear line, the others go on, and so does the briefing's search."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.server.cluster import Cluster, running
from tests.unit.library_files import TEXTS, in_memory
from tui.search.library import LibraryError
from tui.search.postgres import searcher as asking
from tui.search.postgres import shown
from tui.search.postgres.library import SharedLibrary


@pytest.fixture(scope="module")
def second() -> Iterator[Cluster]:
    """Another server."""
    with running() as server:
        yield server


@pytest.fixture
def mortal(second: Cluster) -> Iterator[Cluster]:
    """A server that may be killed; the next test finds it alive."""
    yield second
    second.start()


def test_a_server_stopped_while_typing_is_one_line_and_the_briefings_search_goes_on(
    mortal: Cluster, folder: Path
) -> None:
    address = mortal.database()
    library = SharedLibrary([address])
    library.add([folder])
    searcher, briefing = library.open(), in_memory([folder / name for name in TEXTS])
    typed, said = "fishng boats", list[str]()
    for end in range(1, len(typed) + 1):
        if end == 6:
            mortal.stop()
        try:
            searcher.search(typed[:end])
        except LibraryError as error:
            said.append(str(error))
        assert briefing.search(typed[:end]).hits
    assert set(said) == {f"{shown(address)}: the server does not answer (Connection refused)"}
    assert len(said) == len(typed) - 5
    mortal.start()
    assert searcher.search(typed).hits, "it is asked at once when there is none else to ask"
    searcher.close()


def test_the_living_server_answers_for_itself_and_says_so(cluster: Cluster, mortal: Cluster, many: Path) -> None:
    address = mortal.database()
    library = SharedLibrary([cluster.database(), address])
    library.add([many])
    searcher = library.open()
    assert searcher.search("harbor boats").total == 30
    mortal.stop()
    results = searcher.search("harbor boats")
    assert 0 < results.total < 30
    gone = f"{shown(address)}: the server does not answer (Connection refused)"
    assert results.notices == (f"a part of the library is left out: {gone}",)
    with pytest.raises(LibraryError, match="does not answer"):
        library.add([many])
    searcher.close()


def test_a_server_that_stands_still_is_not_waited_for(
    mortal: Cluster, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "_PATIENCE", 0.2)
    address = mortal.database()
    library = SharedLibrary([address])
    library.add([folder])
    searcher = library.open()
    mortal.freeze()
    with pytest.raises(LibraryError, match="it has said nothing for too long"):
        searcher.search("harbour")
    mortal.thaw()
    searcher.close()


def test_a_connection_the_server_ends_is_made_anew_unseen(cluster: Cluster, folder: Path) -> None:
    address = cluster.database()
    library = SharedLibrary([address])
    library.add([folder])
    searcher = library.open()
    with psycopg.connect(cluster.url(), autocommit=True) as connection:
        ended = connection.execute(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = %s",
            (address.rpartition("/")[2],),
        ).fetchone()
    assert ended == (1,)
    results = searcher.search("harbour")
    assert (len(results.hits), results.notices) == (2, ())
    searcher.close()


def test_a_server_brought_back_from_before_is_read_anew(cluster: Cluster, folder: Path, tmp_path: Path) -> None:
    address = cluster.database()
    library = SharedLibrary([address])
    library.add([folder / "night.txt"])
    library.add([folder])
    searcher = library.open()
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("DROP SCHEMA hexapla, hexapla_1 CASCADE")
    library.add([folder / "coast.md"])
    assert searcher.search("'fishing").total == 0
    assert searcher.search("'harbour").total == 1
    searcher.close()
