"""What was taken out gives its space back, without the articles that are left being read again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.library_files import TEXTS, articles, found, texts_of
from tui.search import Library
from tui.search.library import Progress, Summary, cutting, writer

LARGE = {f"{n}.txt": " ".join(f"Trawler {n * 40 + k} caught cod{n * 40 + k}." for k in range(40)) for n in range(20)}


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library of a few articles, one of them empty, and of many."""
    monkeypatch.setattr(writer, "_FEW", 0)
    Library.build(tmp_path / "l", [articles(tmp_path / "a", {**TEXTS, "nothing.txt": "\n"})])
    Library.build(tmp_path / "l", [articles(tmp_path / "large", LARGE)])
    return tmp_path / "l"


def test_a_library_most_of_which_is_removed_is_as_small_as_if_that_had_never_been_added(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Library.build(tmp_path / "fresh", [tmp_path / "a"])
    with monkeypatch.context() as patch:
        patch.setattr(cutting, "load", None)
        assert Library(library).remove([tmp_path / "large"]) == Summary(gone=20)
    left, fresh = Library(library).status(), Library(tmp_path / "fresh").status()
    assert (left.roots, left.passages, left.words) == (fresh.roots, fresh.passages, fresh.words)
    assert left.bytes <= 1.1 * fresh.bytes
    for query in ("'harbour", "who", '"health organization"'):
        assert found(library, query) == found(tmp_path / "fresh", query)
    assert Library(library).integrity() == ()
    assert [path.name for path in library.glob("*.db")] == ["index-2.db"]
    assert Library(library).add() == Summary(unchanged=4)


def test_a_reader_goes_on_while_the_space_comes_back(library: Path, tmp_path: Path) -> None:
    searcher = Library.open(library)
    assert searcher.search("'trawler").total == 800
    Library(library).remove([tmp_path / "large"])
    assert searcher.search("'trawler").total == 0
    assert texts_of(searcher.search("fishing").hits) == [TEXTS["night.txt"]]
    searcher.close()


def test_what_is_interrupted_while_the_space_comes_back_is_made_up_for_by_the_next_update(
    library: Path, tmp_path: Path
) -> None:
    def interrupt(_progress: Progress) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Library(library, progress=interrupt).remove([tmp_path / "large"])
    assert [path.name for path in library.glob("*.db")] == ["index-1.db"]
    status = Library(library).status()
    assert status.articles == 4 and status.spare > status.bytes / 2
    assert found(library, "'trawler").total == 0
    Library(library).add()
    assert Library(library).status().spare == 0
    assert Library(library).integrity() == ()


def test_a_library_of_which_everything_is_removed_is_one_that_holds_nothing(library: Path, tmp_path: Path) -> None:
    Library(library).remove([tmp_path / "large", tmp_path / "a"])
    assert Library(library).status().roots == ()
    assert Library(library).status().words == 0
    assert Library(library).integrity() == ()
    assert not found(library, "harbour").hits
