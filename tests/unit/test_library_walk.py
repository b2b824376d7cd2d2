"""Folders are walked for articles; whatever else lies there is left out, with one line each, and counted."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.unit.library_files import articles, found, put
from tui.search import Library
from tui.search.library import Summary

ODD = ("new\nline.txt", "esc\x1b[31m.txt", "quo'te\".txt", "per%20cent?#.txt", " blank .txt", "-dash.txt", "ü–漢.md")


def test_pipes_loops_and_binary_files_are_told_and_counted(tmp_path: Path) -> None:
    folder = articles(tmp_path / "a")
    os.mkfifo(folder / "pipe.txt")
    (folder / "loop").symlink_to(folder)
    (folder / "nowhere.txt").symlink_to(folder / "missing.txt")
    (folder / "circle.txt").symlink_to(folder / "circle.txt")
    (folder / "twice.txt").symlink_to(folder / "night.txt")
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))
    (folder / "ignored.bin").write_bytes(b"\0" * 99)
    told: list[str] = []
    summary = Library(tmp_path / "l", say=told.append).add([folder])
    assert (summary.added, summary.skipped) == (3, 6)
    assert len(told) == 6
    assert all(line.startswith(f"skipped {folder}/") and "\n" not in line for line in told)
    assert Library(tmp_path / "l").integrity() == ()


@pytest.mark.parametrize("name", ODD)
def test_names_with_odd_characters_are_kept_exactly(tmp_path: Path, name: str) -> None:
    folder = tmp_path / f"folder {name}"
    folder.mkdir()
    put(folder / name, "The ferry sank.")
    library = tmp_path / f"library {name}"
    assert Library.build(library, [folder]).added == 1
    assert found(library, "ferry").hits[0].source == str(folder / name)
    assert Library.build(library, [folder]) == Summary(unchanged=1)
    assert Library(library).status().roots == ((str(folder), 1),)


def test_a_name_that_is_no_text_is_kept_exactly(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(path)).write_text("The ferry sank.")
    Library.build(tmp_path / "l", [tmp_path])
    assert os.fsencode(found(tmp_path / "l", "ferry").hits[0].source) == path
    assert Library(tmp_path / "l").status().roots == ((str(tmp_path), 1),)


def test_a_file_named_by_the_user_needs_no_suffix(tmp_path: Path) -> None:
    put(tmp_path / "report", "The ferry sank.")
    assert Library.build(tmp_path / "l", [tmp_path / "report"]).added == 1


def test_folders_inside_each_other_are_read_once(tmp_path: Path) -> None:
    folder = articles(tmp_path / "a" / "b")
    Library.build(tmp_path / "l", [folder, tmp_path / "a"])
    assert Library(tmp_path / "l").add() == Summary(unchanged=3)


def test_an_article_without_text_does_no_harm(tmp_path: Path) -> None:
    articles(tmp_path / "a", {"empty.txt": "", "blank.txt": " \n\n ", "dots.txt": "… !"})
    assert Library.build(tmp_path / "l", [tmp_path / "a"]).added == 3
    assert not found(tmp_path / "l", "ferry").hits
    assert Library(tmp_path / "l").integrity() == ()
