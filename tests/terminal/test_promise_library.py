"""P14 at length: an index is disposable, whoever else is at it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal.conftest import Reached
from tests.terminal.harness import environment
from tests.unit import test_library_kills
from tui.search import Library

KILLS, ARTICLES = 200, 150


@pytest.mark.hostile
def test_two_hundred_kills_of_an_addition_do_no_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, record_property: Callable[[str, object], None]
) -> None:
    monkeypatch.setattr(test_library_kills, "KILLS", KILLS)
    test_library_kills.test_a_killed_addition_does_no_harm(tmp_path, monkeypatch, record_property)


def _begun(home: Path, *words: str | Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tui", *map(str, words)],
        env=environment(home),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.hostile
def test_two_processes_at_once_on_one_library_do_each_other_no_harm(
    tmp_path: Path, home: Path, reached: Reached
) -> None:
    """Two add, one searches: each does its work or says in one line that another is at it; then all is there."""
    library = tmp_path / "library"
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        for number in range(ARTICLES):
            (tmp_path / folder / f"{number}.txt").write_text(f"Report {number} of folder {folder}. The ferry sailed.")
    adding = [_begun(home, "library", "--folder", library, "add", tmp_path / folder) for folder in ("one", "two")]
    searching = [_begun(home, "search", "ferry", "--library", "--folder", library) for _ in range(2)]
    for process in (*adding, *searching):
        said = process.communicate(timeout=60)[1]
        assert process.returncode in (0, 1, 2), said
        assert "Traceback" not in said
        assert process.returncode != 2 or len(said.splitlines()) == 1, said
    Library.build(library, [tmp_path / "one", tmp_path / "two"])
    assert Library(library).integrity() == ()
    assert Library(library).status().articles == 2 * ARTICLES
    reached("P14", "two processes that add and two that search at once: each works or says in one line who does")
