"""The arrays beside an index: noticed when they are not those written, made again without reading articles."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from tests.unit.library_files import articles, found, put
from tui.search import Library
from tui.search.library import DamagedError, LibraryError, arrays

ARRAYS: dict[str, arrays.Array] = {
    "text": np.frombuffer(b"harbour", np.uint8),
    "numbers": np.arange(5_000, dtype=np.uint32),
    "none": np.zeros(0),
}


@pytest.fixture(autouse=True, params=[0, 10**6], ids=["as they are", "deflated"])
def _small(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrays, "_SMALL", request.param)


def _written(base: Path) -> tuple[Path, bytes, Path]:
    index = base / "index.db"
    stored = arrays.write(index, 7, ARRAYS)
    return index, stored, base / "index.db.7.map"


def _map(library: Path) -> Path:
    (path,) = library.glob("*.map")
    return path


def test_arrays_come_back_as_they_were_written(tmp_path: Path) -> None:
    index, stored, _ = _written(tmp_path)
    kept = arrays.Arrays(index, stored)
    assert list(kept) == list(ARRAYS)
    assert all(np.array_equal(kept[name], ARRAYS[name]) for name in ARRAYS)
    assert kept.text("text")[:7] == b"harbour"
    assert (arrays.number(stored), arrays.number(None)) == (7, -1)


@pytest.mark.parametrize("at", [0, 6, 64, 64 + 4 * 1024, 64 + 4 * 4_999])
def test_one_changed_bit_is_noticed(tmp_path: Path, at: int) -> None:
    index, stored, path = _written(tmp_path)
    damaged = bytearray(path.read_bytes())
    damaged[at % len(damaged)] ^= 4
    path.write_bytes(damaged)
    assert not arrays.are_sound(index, stored)
    with pytest.raises(DamagedError, match="changed on disk"):
        list(arrays.Arrays(index, stored).values())


def test_blocks_that_change_places_are_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrays, "_SMALL", 0)
    index, stored, path = _written(tmp_path)
    sound = path.read_bytes()
    first, second = sound[64 : 64 + 4096], sound[64 + 4096 : 64 + 8192]
    path.write_bytes(sound[:64] + second + first + sound[64 + 8192 :])
    assert not arrays.are_sound(index, stored)


def test_few_arrays_are_deflated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = list[int]()
    for small in (0, 10**6):
        monkeypatch.setattr(arrays, "_SMALL", small)
        sizes.append(_written(tmp_path)[2].stat().st_size)
    assert sizes[1] < sizes[0] / 4


def test_an_index_that_begins_with_few_articles_has_small_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Library.build(tmp_path / "few", [articles(tmp_path / "a")])
    monkeypatch.setattr("tui.search.library.library._LITTLE", 100)
    Library.build(tmp_path / "many", [tmp_path / "a"])
    few, many = ((tmp_path / name / "index-1.db").read_bytes() for name in ("few", "many"))
    assert (few[16:18].hex(), many[16:18].hex()) == ("1000", "2000")
    assert len(few) < 0.6 * len(many)


@pytest.mark.parametrize("harm", [Path.unlink, lambda path: path.write_bytes(b"x" * path.stat().st_size)])
def test_lost_arrays_are_made_again_without_reading_articles(tmp_path: Path, harm: Callable[[Path], object]) -> None:
    folder, library = articles(tmp_path / "a"), tmp_path / "l"
    Library.build(library, [folder])
    before = found(library, "ferry harbour who")
    harm(_map(library))
    with pytest.raises(LibraryError):
        found(library, "harbour")
    assert Library(library).integrity()
    summary = Library(library).add()
    assert (summary.unchanged, summary.changed, summary.rebuilt) == (3, 0, "")
    assert found(library, "ferry harbour who") == before
    assert Library(library).integrity() == ()


def test_an_open_searcher_outlives_the_file_it_has_mapped(tmp_path: Path) -> None:
    folder, library = articles(tmp_path / "a"), tmp_path / "l"
    Library.build(library, [folder])
    searcher = Library.open(library)
    searcher.search("harbour")
    first = _map(library)
    put(folder / "new.txt", "A second harbour was opened.")
    Library(library).add()
    assert _map(library) != first
    assert searcher.search("'second").total == 1
    searcher.close()


def test_a_file_that_others_cut_off_is_noticed_by_the_search_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arrays, "_SMALL", 0)
    folder, library = articles(tmp_path / "a"), tmp_path / "l"
    Library.build(library, [folder])
    searcher = Library.open(library)
    before = searcher.search("harbour")
    os.truncate(_map(library), 1)
    for _ in range(2):
        with pytest.raises(LibraryError, match="cut off"):
            searcher.search("ferry")
    Library(library).add()
    assert searcher.search("harbour") == before
    searcher.close()


@pytest.mark.parametrize("renew", [Library.add, Library.rebuild])
def test_a_file_taken_away_while_it_is_opened_is_that_of_an_older_state(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, renew: Callable[[Library], object]
) -> None:
    folder, library = articles(tmp_path / "a"), tmp_path / "l"
    Library.build(library, [folder])
    opened, late = arrays.Arrays.__init__, [True]

    def open_late(self: arrays.Arrays, index: Path, stored: object) -> None:
        if late and late.pop():
            put(folder / "new.txt", "A second harbour was opened.")
            renew(Library(library))
        opened(self, index, stored)

    monkeypatch.setattr(arrays.Arrays, "__init__", open_late)
    assert found(library, "'second").total == 1


def test_what_a_killed_writer_left_is_swept(tmp_path: Path) -> None:
    folder, library = articles(tmp_path / "a"), tmp_path / "l"
    Library.build(library, [folder])
    for name in ("index-1.db.99.map", "index-1.db.99.tmp", "index-2.db.1.map"):
        (library / name).write_bytes(b"x")
    Library(library).add()
    assert len(list(library.glob("*.map"))) == 1
    assert not list(library.glob("*.tmp"))
