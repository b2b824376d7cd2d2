"""Many articles are read by a second process: the index is the same, and its death takes nothing away."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path

import pytest

from tests.unit.library_files import articles, found
from tui.search import Library
from tui.search.library import Progress, ahead, cutting

MANY = {f"{n}.txt": f"Report {n} of the ferry. Ship number {n} sailed\n(so says the WHO)." for n in range(30)}


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """The processes that were started; one is worth it for any article."""
    processes: list[subprocess.Popen[bytes]] = []
    start = ahead.start

    def kept() -> subprocess.Popen[bytes] | None:
        process = start()
        processes.extend([process] if process else [])
        return process

    monkeypatch.setattr(ahead, "_LEAST", 1)
    monkeypatch.setattr(ahead, "_cores", lambda: 2)
    monkeypatch.setattr(ahead, "start", kept)
    return processes


def test_two_processes_make_the_same_index(
    tmp_path: Path, started: list[subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    articles(tmp_path / "a", MANY)
    (tmp_path / "a" / "12a.txt").write_bytes(b"\0" * 100)
    monkeypatch.setattr(cutting, "load", lambda path: pytest.fail(f"{path} was read here"))
    summary = Library.build(tmp_path / "l", [tmp_path / "a"])
    monkeypatch.undo()
    assert (summary.added, summary.skipped) == (30, 1)
    assert started[0].returncode is not None
    Library.build(tmp_path / "alone", [tmp_path / "a"])
    assert found(tmp_path / "l", "ferry | ship | who", 100) == found(tmp_path / "alone", "ferry | ship | who", 100)
    assert Library(tmp_path / "l").integrity() == ()


def test_what_a_killed_process_did_not_read_is_read_here(
    tmp_path: Path, started: list[subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ahead, "_AHEAD", 1)
    articles(tmp_path / "a", MANY)

    def kill(progress: Progress) -> None:
        if progress.articles == 7:
            os.kill(started[0].pid, signal.SIGKILL)

    assert Library(tmp_path / "l", progress=kill).add([tmp_path / "a"]).added == 30
    assert Library(tmp_path / "l").integrity() == ()


def test_a_python_that_cannot_be_started_is_done_without(
    tmp_path: Path, started: list[subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.executable", str(tmp_path / "nowhere"))
    articles(tmp_path / "a", MANY)
    assert Library.build(tmp_path / "l", [tmp_path / "a"]).added == 30
    assert not started


def test_few_articles_start_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "start", lambda: pytest.fail("a process was started"))
    assert Library.build(tmp_path / "l", [articles(tmp_path / "a", MANY)]).added == 30
