"""Adding again reads only what changed, and says what became of the rest."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.unit.library_files import OLD, TEXTS, articles, found, put, texts_of
from tui.documents import load
from tui.search import Library
from tui.search.library import LibraryError, Summary, beginnings, cutting, stored
from tui.search.library.merging import smallest


def _refuse(path: object) -> None:
    raise AssertionError(f"{path} was read")


def test_unchanged_articles_are_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = articles(tmp_path / "a")
    assert Library.build(tmp_path / "l", [folder]) == Summary(added=3, passages=6)
    monkeypatch.setattr(cutting, "load", _refuse)
    assert Library.build(tmp_path / "l", [folder]) == Summary(unchanged=3)


def test_an_article_with_another_time_and_the_same_bytes_is_not_indexed_again(tmp_path: Path) -> None:
    folder = articles(tmp_path / "a")
    Library.build(tmp_path / "l", [folder])
    os.utime(folder / "night.txt", (OLD + 5, OLD + 5))
    assert Library.build(tmp_path / "l", [folder]) == Summary(unchanged=3)
    assert not found(tmp_path / "l", "fishing").notices


def test_a_changed_article_takes_its_own_place(tmp_path: Path) -> None:
    folder = articles(tmp_path / "a")
    Library.build(tmp_path / "l", [folder])
    put(folder / "night.txt", "The trawlers stayed out.", OLD + 1)
    assert Library.build(tmp_path / "l", [folder]) == Summary(changed=1, unchanged=2, passages=1)
    assert texts_of(found(tmp_path / "l", "trawlers").hits) == ["The trawlers stayed out."]
    assert not found(tmp_path / "l", "'fishing").hits
    assert Library(tmp_path / "l").integrity() == ()


def test_a_change_in_the_tick_it_was_read_in_is_seen(tmp_path: Path) -> None:
    folder = articles(tmp_path / "a", {"one.txt": "The first word."})
    now = (folder / "one.txt").stat().st_ctime_ns
    os.utime(folder / "one.txt", ns=(now, now))
    Library.build(tmp_path / "l", [folder])
    (folder / "one.txt").write_text("The other word.")
    os.utime(folder / "one.txt", ns=(now, now))
    assert Library.build(tmp_path / "l", [folder]).changed == 1
    assert found(tmp_path / "l", "other").hits


def test_what_is_gone_is_forgotten(tmp_path: Path) -> None:
    folder = articles(tmp_path / "a")
    Library.build(tmp_path / "l", [folder])
    (folder / "coast.md").unlink()
    assert Library(tmp_path / "l").add() == Summary(gone=1, unchanged=2)
    assert not found(tmp_path / "l", "'geneva 'who").hits
    assert Library(tmp_path / "l").integrity() == ()


def test_a_root_that_is_away_keeps_its_articles(tmp_path: Path) -> None:
    folder = articles(tmp_path / "a")
    Library.build(tmp_path / "l", [folder])
    folder.rename(tmp_path / "away")
    told: list[str] = []
    assert Library(tmp_path / "l", say=told.append).add() == Summary(skipped=1)
    assert told == [f"skipped {folder}: no such file or directory"]
    results = found(tmp_path / "l", "fishing")
    assert texts_of(results.hits) == [TEXTS["night.txt"]]
    assert results.notices == (f"{folder}/night.txt can no longer be read; what is shown was there when it was added",)


def test_an_article_changed_since_is_told_and_quoted_as_it_was(tmp_path: Path) -> None:
    folder = articles(tmp_path / "a")
    Library.build(tmp_path / "l", [folder])
    put(folder / "night.txt", "Quite another text.", OLD + 1)
    results = found(tmp_path / "l", "fishing")
    assert texts_of(results.hits) == [TEXTS["night.txt"]]
    assert results.notices == (f"{folder}/night.txt has changed since; what is shown was there when it was added",)


def test_removed_paths_stay_out_until_they_are_added_again(tmp_path: Path) -> None:
    folder = articles(tmp_path / "a")
    Library.build(tmp_path / "l", [folder])
    library = Library(tmp_path / "l")
    assert library.remove([folder / "night.txt"]) == Summary(gone=1)
    assert library.add() == Summary(unchanged=2)
    assert library.status().without == (str(folder / "night.txt"),)
    assert library.add([folder / "night.txt"]).added == 1
    assert library.remove([folder]) == Summary(gone=3)
    assert (library.status().roots, library.status().without, library.status().articles) == ((), (), 0)
    assert library.integrity() == ()


def test_what_was_never_added_cannot_be_removed(tmp_path: Path) -> None:
    Library.build(tmp_path / "l", [articles(tmp_path / "a")])
    with pytest.raises(LibraryError, match="is not in the library"):
        Library(tmp_path / "l").remove([tmp_path / "b"])


def test_an_open_searcher_sees_what_is_added_and_what_is_rebuilt(tmp_path: Path) -> None:
    folder = articles(tmp_path / "a")
    Library.build(tmp_path / "l", [folder])
    searcher = Library.open(tmp_path / "l")
    assert not searcher.search("'trawlers").hits
    put(folder / "new.txt", "The trawlers stayed out.")
    Library.build(tmp_path / "l", [folder])
    assert searcher.search("'trawlers").hits
    Library(tmp_path / "l").rebuild()
    assert texts_of(searcher.search("'trawlers").hits) == ["The trawlers stayed out."]
    searcher.close()


def test_a_library_of_many_small_additions_stays_in_few_pieces(tmp_path: Path) -> None:
    folder = articles(tmp_path / "a", {})
    for number in range(20):
        put(folder / f"{number}.txt", f"Report number {number} says ferry. The end.")
        Library.build(tmp_path / "l", [folder / f"{number}.txt"])
    assert found(tmp_path / "l", "'ferry", 100).total == 20
    assert Library(tmp_path / "l").integrity() == ()
    assert load(folder / "3.txt").text in texts_of(found(tmp_path / "l", "number 3 report").hits)[0] + " The end."


def test_a_beginning_that_many_words_share_only_later_finds_the_earlier_ones_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (beginnings, stored):
        monkeypatch.setattr(module, "MANY", 4)
    first = articles(tmp_path / "a", {"a.txt": "Saltmarsh. Salmon. Sailors."})
    Library.build(tmp_path / "l", [first])
    later = articles(tmp_path / "b", {"b.txt": "Saltwater. Salute. Salvage."})
    Library.build(tmp_path / "l", [later])
    assert texts_of(found(tmp_path / "l", "^sal", 9).hits)[:2] == ["Saltmarsh.", "Salmon."]
    assert found(tmp_path / "l", "sal").total == 5
    assert found(tmp_path / "l", "sa").total == 6
    assert Library(tmp_path / "l").integrity() == ()


def test_a_small_library_can_be_warmed(tmp_path: Path) -> None:
    Library.build(tmp_path / "l", [articles(tmp_path / "a", {"a.txt": "Terns."})])
    searcher = Library.open(tmp_path / "l")
    searcher.warm()
    assert texts_of(searcher.search("trens").hits) == ["Terns."]
    searcher.close()


def test_what_is_small_is_joined_with_each_other_and_not_with_what_is_large() -> None:
    large = [(number, 250_000) for number in range(4)]
    assert smallest([(7, 1), (4, 2), (5, 2), (6, 9), *large], 2) == [7, 4, 5]
    assert smallest(large, 2) == [0, 1, 2, 3]
    assert smallest([(4, 10), *large], 2) == [4, 0, 1, 2, 3]
