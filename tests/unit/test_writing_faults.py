"""Whatever operation fails, and whenever the process is killed, the file is the old one or the new one."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tui.writing import replace_file, sweep

OPERATIONS = ("open", "write", "fsync", "close", "fchmod", "fstat", "stat", "replace", "link", "unlink", "scandir")
OLD, NEW = "old\n" * 5000, "new\n" * 7000

WRITER = """
import sys
from tui.writing import replace_file
turn = 0
while True:
    turn += 1
    replace_file(sys.argv[1], "even" * 60000 if turn % 2 == 0 else "odd!" * 40000)
    sys.stdout.write("w")
    sys.stdout.flush()
"""


class Failing:
    """Makes the Nth call of these functions of `os` fail, and every later one too when `for_good`."""

    def __init__(self, nth: int, code: int, *, for_good: bool) -> None:
        self.nth, self.code, self.for_good = nth, code, for_good
        self.calls = 0

    def wrap(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            self.calls += 1
            if self.calls == self.nth or (self.for_good and self.calls > self.nth):
                raise OSError(self.code, os.strerror(self.code))
            return function(*arguments, **named)

        return call

    @contextmanager
    def installed(self) -> Iterator[None]:
        with pytest.MonkeyPatch.context() as patch:
            for name in OPERATIONS:
                patch.setattr(os, name, self.wrap(getattr(os, name)))
            yield


def attempt(path: Path, failing: Failing, *, force: bool) -> bool:
    """Whether the write went through."""
    with failing.installed():
        try:
            replace_file(path, NEW, force=force)
        except OSError:
            return False
    return True


@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC])
@pytest.mark.parametrize("for_good", [False, True])
def test_the_nth_operation_failing_keeps_the_old_file_or_brings_the_new_one(
    tmp_path: Path, code: int, for_good: bool
) -> None:
    path = tmp_path / "a.md"
    outcomes = []
    for nth in range(1, 100):
        path.write_text(OLD)
        failing = Failing(nth, code, for_good=for_good)
        outcomes.append(attempt(path, failing, force=True))
        assert path.read_text() in (OLD, NEW), nth
        if failing.calls < nth:
            break
        if not for_good:
            assert [name.name for name in tmp_path.iterdir()] == ["a.md"], nth
    assert outcomes[-1]
    assert outcomes.count(False) >= 5


@pytest.mark.parametrize("for_good", [False, True])
def test_a_new_file_is_there_whole_or_not_at_all(tmp_path: Path, for_good: bool) -> None:
    path = tmp_path / "a.md"
    outcomes = []
    for nth in range(1, 100):
        path.unlink(missing_ok=True)
        failing = Failing(nth, errno.EIO, for_good=for_good)
        outcomes.append(attempt(path, failing, force=False))
        assert not path.exists() or path.read_text() == NEW, nth
        if failing.calls < nth:
            break
    assert outcomes[-1]
    assert outcomes.count(False) >= 4


def test_an_interrupt_leaves_no_temporary_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(descriptor: int) -> None:
        raise KeyboardInterrupt

    (tmp_path / "a.md").write_text(OLD)
    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        replace_file(tmp_path / "a.md", NEW)
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("a.md", OLD)]


def test_a_folder_that_cannot_be_flushed_is_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fsync = os.fsync

    def files_only(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", files_only)
    replace_file(tmp_path / "a.md", NEW)
    assert (tmp_path / "a.md").read_text() == NEW


def test_forty_kills_tear_no_file_and_what_they_leave_is_swept(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("even" * 60000)
    for kill in range(40):
        with subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            writer.stdout.read(1 + kill % 5)
            sum(range(kill * 700))  # a few microseconds more each time, so that each kill falls elsewhere
            writer.send_signal(signal.SIGKILL)
        assert path.read_text() in ("even" * 60000, "odd!" * 40000)
    replace_file(path, NEW)
    assert [one.name for one in tmp_path.iterdir()] == ["a.md"]


def dead_process() -> int:
    """The number of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def temporary_name(folder: Path, process: int, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A temporary file as `process` would have left it."""
    with monkeypatch.context() as patch:
        patch.setattr(os, "getpid", lambda: process)
        patch.setattr(os, "unlink", lambda path: None)
        patch.setattr(os, "replace", lambda source, target: None)
        before = set(folder.iterdir())
        replace_file(folder / "x", "half")
    (left,) = set(folder.iterdir()) - before
    return left


def test_only_temporary_files_of_ended_processes_are_swept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stale = temporary_name(tmp_path, dead_process(), monkeypatch)
    living = temporary_name(tmp_path, os.getpid(), monkeypatch)
    others = stale.name.split("-")
    elsewhere = tmp_path / "-".join([others[0], "0" * 8, *others[2:]])
    similar = tmp_path / f"{stale.name}.md"
    for path in (elsewhere, similar):
        path.write_text("mine")
    assert sweep(tmp_path) == [stale]
    assert sorted(tmp_path.iterdir()) == sorted([living, elsewhere, similar])


def test_a_stale_name_that_is_a_folder_or_a_link_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stale = temporary_name(tmp_path, dead_process(), monkeypatch)
    stale.unlink()
    stale.mkdir()
    assert (sweep(tmp_path), stale.is_dir()) == ([], True)
    stale.rmdir()
    stale.symlink_to("elsewhere")
    assert (sweep(tmp_path), stale.is_symlink()) == ([], True)


def test_sweeping_what_is_not_there_removes_nothing(tmp_path: Path) -> None:
    assert sweep(tmp_path / "no") == []
