"""Files are looked at now and then; whoever asked is told when one changed, came or went."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tui.reader.watch import Watch


@pytest.fixture
def told() -> list[str]:
    return []


def test_what_did_not_change_is_not_told(tmp_path: Path, told: list[str]) -> None:
    file = tmp_path / "a"
    file.write_text("x")
    watch = Watch()
    watch.add(lambda: [file, tmp_path / "none"], lambda: told.append("a"))
    watch.look()
    watch.look()
    assert told == []


def test_a_change_a_coming_and_a_going_are_told_once_each(tmp_path: Path, told: list[str]) -> None:
    file = tmp_path / "a"
    watch = Watch()
    watch.add(lambda: [file], lambda: told.append("changed"))
    for act in (lambda: file.write_text("x"), lambda: file.write_text("xy"), file.unlink):
        act()
        watch.look()
        watch.look()
    assert told == ["changed"] * 3


def test_a_file_replaced_by_one_as_long_and_as_old_is_told(tmp_path: Path, told: list[str]) -> None:
    file, other = tmp_path / "a", tmp_path / "b"
    for path in (file, other):
        path.write_text("x")
        os.utime(path, (1, 1))
    watch = Watch()
    watch.add(lambda: [file], lambda: told.append("changed"))
    other.replace(file)
    watch.look()
    assert told == ["changed"]


def test_each_hears_of_its_own_files_and_a_new_one_is_no_change(tmp_path: Path, told: list[str]) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    files = [one]
    watch = Watch()
    watch.add(lambda: files, lambda: told.append("first"))
    watch.add(lambda: [tmp_path / "else"], lambda: told.append("second"))
    two.write_text("x")
    files.append(two)
    watch.look()
    assert told == []
    two.write_text("xx")
    watch.look()
    assert told == ["first"]
