"""What a short form stands for comes back as it was counted, the commonest first; spellings come back whole."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.unit.library_files import articles, found, put, texts_of
from tui.search import Library
from tui.search.library import longs, tables
from tui.search.library.counted import counted
from tui.search.library.dictionary import short, whole
from tui.search.library.longs import BRACKETS, INITIALS


@pytest.fixture
def sql(tmp_path: Path) -> sqlite3.Connection:
    return tables.writing(tmp_path / "index.db")


def _count(sql: sqlite3.Connection, kind: int, learned: dict[tuple[str, tuple[int, ...]], int], sign: int = 1) -> None:
    longs.count(sql, kind, counted(learned), sign)


def _read(sql: sqlite3.Connection, most: int = 0) -> list[tuple[tuple[int, ...], int]]:
    return longs.Finder(sql, INITIALS).find("who", most)


def test_long_forms_are_counted_in_and_out(sql: sqlite3.Connection) -> None:
    _count(sql, BRACKETS, {("who", (7,)): 1})
    _count(sql, INITIALS, {("who", (1, 2, 3)): 2, ("who", (4, 5)): 1, ("un", (9,)): 1})
    _count(sql, INITIALS, {("who", (4, 5)): 4, ("who", (2_000_000, 5)): 1})
    assert _read(sql) == [((4, 5), 5), ((1, 2, 3), 2), ((2_000_000, 5), 1)]
    _count(sql, INITIALS, {("who", (4, 5)): 5, ("un", (9,)): 1}, -1)
    assert _read(sql) == [((1, 2, 3), 2), ((2_000_000, 5), 1)]
    assert sql.execute("SELECT count(*) FROM acronym").fetchone() == (2,)
    assert dict(longs.every(sql, BRACKETS)) == {"who": [((7,), 1)]}


def test_short_forms_that_begin_alike_are_kept_apart(sql: sqlite3.Connection) -> None:
    long_forms = {("un", (1, 2)): 3, ("unhcr", (1, 2, 3, 4, 5)): 1, ("unesco", (6,) * 200): 1}
    _count(sql, INITIALS, long_forms)
    assert {(short, long): n for short, found in longs.every(sql, INITIALS) for long, n in found} == long_forms
    assert longs.Finder(sql, INITIALS).find("unhcr", 8) == [((1, 2, 3, 4, 5), 1)]
    assert longs.Finder(sql, INITIALS).find("unicef", 8) == longs.Finder(sql, INITIALS).find("x", 8) == []


def test_the_commonest_come_with_all_as_common_as_the_last(sql: sqlite3.Connection) -> None:
    _count(sql, INITIALS, {("who", (n,)): max(9 - n, 6) for n in range(6)})
    assert [n for _, n in _read(sql, 3)] == [9, 8, 7]
    assert [n for _, n in _read(sql, 4)] == [9, 8, 7, 6, 6, 6]


@pytest.mark.parametrize("spelling", ["ferry", "Ferry", "FERRY", "fErry", "ﬁne", "é"])
@pytest.mark.parametrize("word", ["ferry", "fine", "e"])
def test_a_shortened_spelling_comes_back(spelling: str, word: str) -> None:
    assert whole(short(spelling, word), word) == spelling


def test_a_word_that_went_keeps_its_number_when_it_comes_again(tmp_path: Path) -> None:
    folder = articles(tmp_path / "a")
    Library.build(tmp_path / "l", [folder])
    text = (folder / "night.txt").read_text("utf-8")
    (folder / "night.txt").unlink()
    Library(tmp_path / "l").add()
    put(folder / "dawn.txt", "Before Zoe came nobody fished.")
    Library(tmp_path / "l").add()
    put(folder / "night.txt", text)
    Library(tmp_path / "l").add()
    assert texts_of(found(tmp_path / "l", "'fishing").hits) == [text]
    assert Library(tmp_path / "l").integrity() == ()
