"""Whatever happens to a library's files: damage is noticed, nothing the user added is lost, adding mends it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from tests.unit.library_files import articles, found, texts_of
from tui.search import Library
from tui.search.library import LibraryError


def _library(base: Path) -> Path:
    Library.build(base / "l", [articles(base / "a"), articles(base / "b", {"x.txt": "Trawlers sailed."})])
    return base / "l"


def _mended(library: Path, base: Path) -> None:
    Library(library).add()
    assert Library(library).integrity() == ()
    assert [root for root, _ in Library(library).status().roots] == [str(base / "a"), str(base / "b")]
    assert texts_of(found(library, "trawlers").hits) == ["Trawlers sailed."]


DAMAGES: dict[str, Callable[[Path], object]] = {
    "emptied": lambda path: path.write_bytes(b""),
    "gone": lambda path: path.unlink(),
    "cut in half": lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
    "overwritten": lambda path: path.write_bytes(b"\xff" * path.stat().st_size),
    "another file": lambda path: path.write_bytes(b"SQLite format 3\0" + b"x" * 5000),
    "its end overwritten": lambda path: path.write_bytes(path.read_bytes()[:-2000] + b"\xff" * 2000),
}


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("name", ["index-1.db", "index-1.db.*.map", "library.json", "lock"])
def test_a_damaged_file_is_mended_by_adding(tmp_path: Path, name: str, damage: str) -> None:
    library = _library(tmp_path)
    (path,) = library.glob(name)
    DAMAGES[damage](path)
    try:
        assert texts_of(found(library, "trawlers").hits) in (["Trawlers sailed."], [])
    except LibraryError as error:
        assert "\n" not in str(error)
    _mended(library, tmp_path)


@pytest.mark.parametrize("ending", ["-wal", "-shm", "-journal"])
def test_rubbish_beside_the_index_does_no_harm(tmp_path: Path, ending: str) -> None:
    library = _library(tmp_path)
    (library / f"index-1.db{ending}").write_bytes(b"\xff" * 9000)
    try:
        assert texts_of(found(library, "trawlers").hits) == ["Trawlers sailed."]
    except LibraryError as error:
        assert "\n" not in str(error)
    _mended(library, tmp_path)


def test_flipped_bits_are_never_worse_than_one_line(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    library = _library(tmp_path)
    path, random = library / "index-1.db", Random(3)
    sound, memory = path.read_bytes(), found(library, "ferry harbour who")
    noticed = 0
    for _ in range(150):
        damaged = bytearray(sound)
        for _ in range(8):
            damaged[random.randrange(len(damaged))] ^= 1 << random.randrange(8)
        path.write_bytes(damaged)
        try:
            assert found(library, "ferry harbour who").total <= memory.total
        except LibraryError as error:
            noticed += 1
            assert "\n" not in str(error)
    assert noticed > 10
    path.write_bytes(damaged)
    Library(library).rebuild()
    _mended(library, tmp_path)
    record_property("P14", f"150 damaged indexes: {noticed} refused in one line, the others answered")


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM block WHERE first = (SELECT max(first) FROM block)",
        "UPDATE block SET b = (SELECT b FROM block WHERE first = 0) WHERE first = 3",
        "DELETE FROM chunk",
        "UPDATE chunk SET b = x'00'",
        "DELETE FROM word",
        "UPDATE meta SET value = x'00' WHERE key = 'arrays'",
        "UPDATE few SET b = x'00' WHERE k IN (SELECT max(k) FROM few)",
        "UPDATE few SET b = x'00000000' WHERE k IN (SELECT min(k) FROM few)",
        "DELETE FROM few WHERE k IN (SELECT min(k) FROM few)",
        "DELETE FROM form",
        "UPDATE form SET b = (SELECT b FROM chunk)",
        "UPDATE meta SET value = (SELECT value FROM meta WHERE key = 'held') WHERE key = 'of_form'",
        "UPDATE meta SET value = (SELECT value FROM meta WHERE key = 'held') WHERE key = 'uses'",
        "DELETE FROM meta WHERE key = 'held'",
        "UPDATE meta SET value = x'00' WHERE key = 'living'",
        "DELETE FROM meta WHERE key = 'arrays'",
        "UPDATE doc SET count = count + 1 WHERE id = 1",
    ],
)
def test_a_contradiction_is_found_by_the_check(tmp_path: Path, change: str) -> None:
    library = _library(tmp_path)
    with closing(sqlite3.connect(library / "index-1.db")) as connection, connection:
        connection.execute(change)
    problems = Library(library).integrity()
    assert problems
    assert all("\n" not in problem for problem in problems)
    Library(library).rebuild()
    _mended(library, tmp_path)


def test_an_index_of_another_version_is_made_anew(tmp_path: Path) -> None:
    library = _library(tmp_path)
    with closing(sqlite3.connect(library / "index-1.db")) as connection, connection:
        connection.execute("UPDATE meta SET value = '99 little' WHERE key = 'format'")
    with pytest.raises(LibraryError, match="another version"):
        Library(library).status()
    with pytest.raises(LibraryError, match="another version"):
        found(library, "trawlers")
    told: list[str] = []
    summary = Library(library, say=told.append).add()
    assert (summary.added, summary.rebuilt) == (4, "it was made by another version")
    assert told == ["the index is made anew: it was made by another version"]
    _mended(library, tmp_path)


def test_lost_altogether_is_said_in_one_line(tmp_path: Path) -> None:
    library = _library(tmp_path)
    (library / "index-1.db").write_bytes(b"x" * 99)
    (library / "library.json").write_bytes(b"\xff")
    with pytest.raises(LibraryError, match="add your paths again"):
        Library(library).add()


def test_a_library_of_nothing_answers_that_nothing_is_found(tmp_path: Path) -> None:
    """Its index once lacked what only articles wrote, was called damaged, and making it anew did not mend that."""
    (tmp_path / "a").mkdir()
    Library.build(tmp_path / "l", [tmp_path / "a"])
    assert found(tmp_path / "l", "harbour").hits == ()
    assert Library(tmp_path / "l").integrity() == ()
    articles(tmp_path / "a")
    Library(tmp_path / "l").add()
    assert len(found(tmp_path / "l", "harbour").hits) == 2
