"""Where a library is kept: folders and addresses are told apart, and of an address nothing secret is shown."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.unit.cli_runner import hexapla
from tests.unit.library_files import articles, in_memory
from tui.search import Library, Searcher, libraries
from tui.search.library import DamagedError, LibraryError
from tui.search.postgres import shown
from tui.search.postgres.link import ASKING, Link
from tui.search.postgres.making import check
from tui.search.postgres.searcher import SharedSearcher
from tui.search.postgres.tables import FORMAT


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("postgresql://ana@db.example:5432/news", "postgresql://ana@db.example:5432/news"),
        ("postgresql://ana:s3cret@db.example/news", "postgresql://ana@db.example/news"),
        ("postgres://db.example", "postgres://db.example"),
        ("postgresql:///news?host=/run/postgresql&password=s3cret", "postgresql:///news"),
        ("postgresql://ana:s3%40cret@[::1]:5432,b:6432/news", "postgresql://ana@[::1]:5432,b:6432/news"),
        ("postgresql://ana:s3cr@et@db.example/news", "postgresql://…"),
        ("postgresql://ana:s3/cret@db.example/news", "postgresql://…"),
        ("postgresql://ana:s3?cret@db.example/news", "postgresql://…"),
        ("postgresql://ana:s3cret", "postgresql://…"),
        ("postgresql://ana:s3cret/news", "postgresql://…"),
        ("postgresql:/ana:s3cret@db.example/news", "postgresql://…"),
        ("postgresql://\x1b]52;c;\x07@h/x", "postgresql://…"),
    ],
)
def test_an_address_is_shown_without_what_is_secret(address: str, said: str) -> None:
    assert shown(address) == said


def test_a_place_is_one_folder_or_addresses() -> None:
    assert libraries.places("") == ()
    assert libraries.places("  ") == ()
    assert libraries.places("/srv/the library") == ("/srv/the library",)
    assert libraries.places(" postgresql://a/x  postgresql://b/x ") == ("postgresql://a/x", "postgresql://b/x")


def test_a_folder_beside_an_address_is_refused() -> None:
    ran = hexapla("library", "status", "--folder", "postgresql://a/x", "--folder", "here")
    assert (ran.code, ran.err.count("\n")) == (2, 1)


@pytest.mark.parametrize("scheme", ["Postgresql://", " postgresql:/", "mysql://", "https://", "postgres:"])
def test_an_address_written_amiss_is_no_folder_and_its_password_stays_unsaid(scheme: str, tmp_path: Path) -> None:
    """Such a one was once taken for a folder's name: it was made, and said aloud with the password."""
    ran = hexapla("library", "add", tmp_path, "--folder", f"{scheme}ana:s3cret@db.example/news")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert "is no address: write postgresql://user@host" in ran.err
    assert "s3cret" not in ran.err


def test_a_place_without_a_name_is_refused() -> None:
    ran = hexapla("library", "add", "x", "--folder", "")
    assert (ran.code, ran.err) == (2, "hexapla: --folder has no name: say where the library is kept\n")


def test_a_library_named_and_not_asked_is_refused() -> None:
    ran = hexapla("search", "x", "--folder", "here")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "name --library too" in ran.err


@pytest.mark.parametrize("command", [("library", "add", "x"), ("library", "status"), ("search", "x", "--library")])
def test_without_the_extra_the_one_line_names_it(monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    monkeypatch.setenv("HEXAPLA_LIBRARY", "postgresql://127.0.0.1:1/x")
    ran = hexapla(*command)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "hexapla: a library on PostgreSQL needs one more package: pip install 'hexapla[postgres]', " + (
        "in a checkout: uv pip install '.[postgres]'\n"
    )


@pytest.mark.parametrize("said", [{"index": "x; DROP SCHEMA y"}, {"servers": "one"}, {"index": ""}, {"format": "0"}])
def test_a_server_names_no_schema_but_a_librarys(said: dict[str, str]) -> None:
    state = {"format": FORMAT, "id": "a", "index": "hexapla_2", "servers": "1"}
    link = Link("postgresql://db.example/news", ASKING)
    check(state, "a", 1, link)
    with pytest.raises(LibraryError, match="another database") as told:
        check(state | said, "a", 1, link)
    assert not isinstance(told.value, DamagedError)  # no rebuild would mend it


def test_a_server_named_twice_is_refused() -> None:
    """It was once taken for two, which wait for each other."""
    ran = hexapla("library", "status", "--folder", "postgresql://a:s3cret@h/x", "--folder", "postgresql://a:s3cret@h/x")
    assert (ran.code, ran.err) == (2, "hexapla: postgresql://a@h/x is named twice\n")


def test_a_library_is_a_searcher_wherever_it_is(tmp_path: Path) -> None:
    Library.build(tmp_path / "library", [articles(tmp_path / "articles")])
    assert isinstance(libraries.open_at([str(tmp_path / "library")]), Searcher)
    assert isinstance(in_memory([]), Searcher)
    assert issubclass(SharedSearcher, Searcher)
