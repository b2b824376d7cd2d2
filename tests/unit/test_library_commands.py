"""`hexapla library` and `search --library`: what they print, where, and how they end."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from tests.unit.cli_runner import hexapla
from tests.unit.library_files import OLD, TEXTS, articles, put
from tui.cli.entry import main
from tui.cli.library import described
from tui.cli.output import Output
from tui.search.library import Progress
from tui.search.library.folder import Folder


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with articles, in whose data folder the library will lie."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    articles(tmp_path / "articles")
    return tmp_path


def test_adding_tells_what_was_done_and_prints_no_data(base: Path) -> None:
    (base / "articles" / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))
    ran = hexapla("library", "add", base / "articles")
    assert (ran.code, ran.out) == (0, "")
    skipped, counted = ran.err.splitlines()
    assert skipped.startswith(f"skipped {base}/articles/picture.txt: ")
    assert counted == "3 added, 1 skipped"
    assert hexapla("library", "add").err.splitlines()[-1] == "3 unchanged, 1 skipped"


def test_the_library_is_searched_as_text_and_as_json(base: Path) -> None:
    hexapla("library", "add", base / "articles")
    ran = hexapla("search", "fishng boats", "--library")
    assert ran.code == 0
    assert ran.out == f"{base}/articles/night.txt ¶1  {TEXTS['night.txt']}\n"
    answer = json.loads(hexapla("search", "fishng boats", "--library", "--json").out)
    assert (answer["query"], answer["total"]) == ("fishng boats", 1)
    assert answer["hits"][0]["source"] == f"{base}/articles/night.txt"
    assert set(answer["hits"][0]) == {"source", "start", "end", "score", "highlights"}


def test_nothing_found_ends_with_1(base: Path) -> None:
    hexapla("library", "add", base / "articles")
    ran = hexapla("search", "'xylophone", "--library")
    assert (ran.code, ran.out) == (1, "")


def test_an_article_that_changed_is_told_on_stderr(base: Path) -> None:
    hexapla("library", "add", base / "articles")
    put(base / "articles" / "night.txt", "Other words.", OLD + 1)
    ran = hexapla("search", "fishing", "--library")
    assert TEXTS["night.txt"] in ran.out
    assert f"{base}/articles/night.txt has changed since" in ran.err


def test_the_status_names_the_paths_and_checks_on_demand(base: Path) -> None:
    hexapla("library", "add", base / "articles")
    hexapla("library", "remove", base / "articles" / "coast.md")
    ran = hexapla("library", "status", "--check")
    first, root, left_out = ran.out.splitlines()
    assert first.startswith("2 articles, 3 passages, ")
    assert root == f"        2  {base}/articles"
    assert left_out == f" left out  {base}/articles/coast.md"
    assert (ran.code, ran.err) == (0, "nothing is wrong\n")


def test_damage_is_told_in_one_line_and_mended(base: Path) -> None:
    hexapla("library", "add", base / "articles")
    index = base / "data" / "hexapla" / "library" / "index-1.db"
    index.write_bytes(index.read_bytes()[:9000])
    for command in (["search", "fishing", "--library"], ["library", "status"]):
        ran = hexapla(*command)
        assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
        assert "'hexapla library rebuild' makes it anew" in ran.err
    assert hexapla("library", "status", "--check").code in (1, 2)
    assert hexapla("library", "rebuild").err == "3 added\n"
    assert hexapla("search", "fishing", "--library").code == 0


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["search", "x", "--library"], "no library here; 'hexapla library add' makes one"),
        (["search", "x", "a.txt", "--library"], "name no files"),
        (["library", "rebuild"], "no library here; 'hexapla library add' makes one"),
        (["library", "remove"], "say which paths"),
        (["library", "remove", "/nowhere"], "no library here; 'hexapla library add' makes one"),
        (["library", "ad", "x"], "invalid choice: 'ad'"),
    ],
)
def test_what_cannot_be_done_is_refused(base: Path, argv: list[str], said: str) -> None:
    ran = hexapla(*argv)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_a_missing_package_is_one_line(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyroaring", None)
    for argv in (["library", "add", base], ["search", "x", "--library"]):
        ran = hexapla(*argv)
        said = "pip install 'hexapla[library]', in a checkout: uv pip install '.[library]'"
        assert (ran.code, ran.err) == (2, f"hexapla: a library needs more packages: {said}\n")


def test_a_path_where_nothing_is_is_refused_and_not_kept(base: Path) -> None:
    gone = base.parent / "gone"
    ran = hexapla("library", "add", gone)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"hexapla library add: {gone}: no such file or folder; nothing was added\n"
    assert str(gone) not in hexapla("library", "status").out


def test_a_second_writer_is_refused(base: Path) -> None:
    hexapla("library", "add", base / "articles")
    with Folder(base / "data" / "hexapla" / "library").locked():
        ran = hexapla("library", "add")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "another process is writing" in ran.err


def test_another_folder_may_be_named(base: Path) -> None:
    hexapla("library", "add", base / "articles", "--folder", base / "mine")
    assert (base / "mine" / "library.json").exists()
    assert hexapla("search", "fishing", "--library", "--folder", base / "mine").code == 0


def test_progress_is_shown_on_terminals_and_taken_away(base: Path) -> None:
    stderr = _Terminal()
    assert main(["library", "add", str(base / "articles")], Output(io.StringIO(), stderr)) == 0
    shown = stderr.getvalue()
    assert "\r\x1b[K1 of 3 articles, " in shown
    assert shown.endswith("\r\x1b[K3 added\n")


def test_progress_says_rate_and_time_left() -> None:
    half = Progress(articles=50, of_articles=100, bytes=500, of_bytes=1000, passages=2000, seconds=4.0)
    assert described(half) == "50 of 100 articles, 50 %, 500 passages a second, 4 s left"
    late = Progress(articles=1, of_articles=9000, bytes=1, of_bytes=5000, passages=1, seconds=2.0)
    assert described(late).endswith(" a second, 2 h 46 min left")
    assert described(Progress(articles=0, of_articles=0)) == "0 of 0 articles, 100 %"
