"""`hexapla new`: where a draft goes, and what it refuses in one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.cli_runner import hexapla
from tui.briefing import load

FIRST = """The council of Arden voted 7-2 on Monday to close the old swimming pool in Mill Street.

Repairs would have cost 3.2 million euros, mayor Ilse Brandt said.

The pool was opened in 1961 and has 40,000 visitors a year.
"""
SECOND = """Arden's council has voted to close the swimming pool in Mill Street by 7-2.

Mayor Ilse Brandt put the cost of repairs at 4.1 million euros.

Swimmers protested outside the town hall.
"""
OTHER = """A comet was discovered beyond Neptune by astronomers in Chile.

It will come nearest to the sun in eleven years.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with articles, which is the current one."""
    here = tmp_path / "here"
    here.mkdir()
    for name, text in (("first.txt", FIRST), ("second.txt", SECOND), ("other.txt", OTHER)):
        (here / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(here)
    return here


def test_without_a_file_the_draft_goes_to_stdout(folder: Path) -> None:
    ran = hexapla("new", "first.txt", "second.txt")
    assert ran.code == 0
    (folder / "draft.yaml").write_text(ran.out, encoding="utf-8")
    briefing = load(folder / "draft.yaml")
    assert [source.file for source in briefing.sources] == ["first.txt", "second.txt"]
    assert [source.outlet for source in briefing.sources] == ["", ""]
    assert ran.err.startswith("1 section, ")


def test_files_are_written_from_where_the_draft_lies(folder: Path) -> None:
    (folder / "briefings").mkdir()
    assert hexapla("new", "first.txt", "second.txt", "-o", "briefings/pool.yaml").code == 0
    assert [source.file for source in load("briefings/pool.yaml").sources] == ["../first.txt", "../second.txt"]


def test_an_existing_file_is_left_alone_without_force(folder: Path) -> None:
    (folder / "pool.yaml").write_text("mine", encoding="utf-8")
    refused = hexapla("new", "first.txt", "second.txt", "-o", "pool.yaml")
    assert (refused.code, refused.err) == (2, "hexapla new: pool.yaml exists; --force overwrites it\n")
    assert (folder / "pool.yaml").read_text(encoding="utf-8") == "mine"
    assert hexapla("new", "first.txt", "second.txt", "-o", "pool.yaml", "--force").code == 0
    assert load(folder / "pool.yaml").sections


def test_one_article_is_refused(folder: Path) -> None:
    ran = hexapla("new", "first.txt")
    assert (ran.code, ran.out, ran.err) == (2, "", "hexapla new: a draft needs two articles or more\n")


def test_articles_with_nothing_in_common_are_refused(folder: Path) -> None:
    ran = hexapla("new", "first.txt", "other.txt", "-o", "pool.yaml")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert "nothing in common" in ran.err
    assert not (folder / "pool.yaml").exists()


def test_an_article_that_is_there_twice_is_left_out_and_named(folder: Path) -> None:
    (folder / "again.txt").write_text(FIRST, encoding="utf-8")
    ran = hexapla("new", "first.txt", "second.txt", "again.txt")
    assert "hexapla new: left out first.txt: it is the same article as again.txt\n" in ran.err
    assert hexapla("new", "first.txt", "again.txt").code == 2


def test_a_third_article_that_shares_nothing_is_quoted_all_the_same(folder: Path) -> None:
    assert hexapla("new", "first.txt", "second.txt", "other.txt", "-o", "three.yaml").code == 0
    assert hexapla("check", "three.yaml").code == 0


def test_articles_the_draft_could_not_open_are_refused_before_any_work(folder: Path, tmp_path: Path) -> None:
    far = tmp_path / "far" / "away"
    far.mkdir(parents=True)
    refused = hexapla("new", "first.txt", "second.txt", "-o", far / "pool.yaml")
    assert (refused.code, refused.err.count("\n")) == (2, 1)
    assert "--root" in refused.err
    made = hexapla("new", "first.txt", "second.txt", "-o", far / "pool.yaml", "--root", folder)
    assert made.code == 0
    assert made.err.endswith(f"; open it with --root {folder}\n")
    assert hexapla("check", far / "pool.yaml", "--root", folder).code == 0


def test_an_article_that_cannot_be_read_is_named(folder: Path) -> None:
    ran = hexapla("new", "first.txt", "missing.txt")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "missing.txt" in ran.err


def test_a_file_whose_name_no_briefing_can_write_is_refused(folder: Path) -> None:
    (folder / "two\nlines.txt").write_text(SECOND, encoding="utf-8")
    ran = hexapla("new", "first.txt", "two\nlines.txt")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "such a file name cannot stand in a briefing" in ran.err
