"""P13 at length: a thousand kills tear no file."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

import tui
from tests.terminal.conftest import Reached
from tests.terminal.harness import environment
from tui.writing import replace_file

KILLS, MUTANT_KILLS = 1_000, 60
BOUNDED = """
import os, resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000))
os.execv(sys.executable, sys.argv[1:])
"""
TEXTS = ("even" * 120_000, "odd!" * 90_000)


def _write_for_ever(path: Path, naive: bool) -> None:
    turn = 0
    while True:
        turn += 1
        if naive:
            with path.open("w", encoding="utf-8") as file:
                file.write(TEXTS[turn % 2])
        else:
            replace_file(path, TEXTS[turn % 2])


def torn(path: Path, kills: int, *, naive: bool) -> int:
    """How many of so many kills at any moment left neither text whole."""
    random, count = Random(kills), 0
    for _ in range(kills):
        child = os.fork()
        if child == 0:
            try:
                _write_for_ever(path, naive)
            finally:
                os._exit(1)
        time.sleep(random.uniform(0.002, 0.012))  # the moment of the kill is the point
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        count += path.read_text(encoding="utf-8") not in TEXTS
    return count


@pytest.mark.hostile
def test_a_thousand_kills_tear_no_file_and_leave_nothing(tmp_path: Path, reached: Reached) -> None:
    path = tmp_path / "export.md"
    path.write_text(TEXTS[0], encoding="utf-8")
    assert torn(path, KILLS, naive=False) == 0
    left = len(list(tmp_path.iterdir())) - 1
    replace_file(path, "new")
    assert [one.name for one in tmp_path.iterdir()] == ["export.md"]
    reached(
        "P13",
        f"{KILLS:,} SIGKILLs: 0 torn; {left} temporary files, swept by the next write; every Nth failing"
        " operation keeps the old file",
    )


@pytest.mark.hostile
def test_a_naive_write_is_torn_by_the_same_kills(tmp_path: Path) -> None:
    path = tmp_path / "export.md"
    path.write_text(TEXTS[0], encoding="utf-8")
    assert torn(path, MUTANT_KILLS, naive=True) > MUTANT_KILLS // 4


def test_files_are_written_nowhere_but_through_the_one_that_is_whole_or_not_at_all() -> None:
    package = Path(tui.__file__).parent
    writing = re.compile(
        r"\.write_(?:text|bytes)\(|\bopen\([^)]*[\"'][wax]b?\+?[\"']|\bos\.rename\(|\.rename\(|shutil\.(?:copy|move)"
    )
    found = [
        f"{path.relative_to(package)}: {line.strip()}"
        for path in sorted(package.rglob("*.py"))
        if path.name != "writing.py"
        for line in path.read_text(encoding="utf-8").splitlines()
        if writing.search(line) and "fdopen" not in line
    ]
    assert found == []


def test_a_disk_that_takes_no_more_keeps_the_old_file(tmp_path: Path, shipped: Path, home: Path) -> None:
    """A bound on the size of files stands for the full disk: the write fails half-way through."""
    target = tmp_path / "export.md"
    target.write_text("old", encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-c", BOUNDED, sys.executable, "-B", "-m", "tui", "export", shipped, "-o", target, "--force"],
        env=environment(home),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 2, ran.stderr
    assert len(ran.stderr.splitlines()) == 1
    assert target.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir() if path != home] == ["export.md"]
