"""P13 at length: a thousand kills tear no file."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from itertools import count as count_from
from pathlib import Path
from random import Random

import pytest

import tui
from tests.terminal.conftest import Reached
from tests.terminal.harness import Program, environment
from tests.terminal.writers import KINDS, Write, states, writers
from tui import resources

KILLS, MUTANT_KILLS = 1_000, 60
BOUNDED = """
import os, resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000))
os.execv(sys.executable, sys.argv[1:])
"""


def torn(path: Path, write: Write, kills: int) -> int:
    """How many of so many kills at any moment left neither of the two states whole."""
    whole = states(path, write)
    random, count = Random(kills), 0
    for _ in range(kills):
        child = os.fork()
        if child == 0:
            try:
                for turn in count_from(1):
                    write(turn % 2)
            finally:
                os._exit(1)
        time.sleep(random.uniform(0.002, 0.012))  # the moment of the kill is the point
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        count += path.read_text(encoding="utf-8") not in whole
    return count


def _killed_before_the_last_step(write: Write) -> None:
    child = os.fork()
    if child == 0:
        os.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
        write(1)
        os._exit(1)
    assert os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGKILL


@pytest.mark.hostile
def test_a_thousand_kills_tear_no_file_and_the_next_start_clears_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reached: Reached
) -> None:
    for kind in KINDS:
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind.lower()))
    every = list(writers(tmp_path, size=100_000))
    kills = -(-KILLS // len(every))
    assert [name for name, path, write in every if torn(path, write, kills)] == []
    for _, _, write in every:
        _killed_before_the_last_step(write)
    left = list(tmp_path.rglob(".hexapla-*.tmp"))
    assert len({path.parent for path in left}) == len({path.parent for _, path, _ in every})
    with Program("open", tmp_path / "b.yaml", env=environment(tmp_path)) as program:
        program.started()
        while any(path.exists() for path in left):
            program.pause(0.2)
        program.press("q", settle=False)
        assert program.end().code == 0
    reached(
        "P13",
        f"{kills * len(every):,} SIGKILLs while {', '.join(name for name, _, _ in every)} are written: 0 torn;"
        f" {len(left)} temporary files, swept at the next start",
    )


@pytest.mark.hostile
def test_a_naive_write_is_torn_by_the_same_kills(tmp_path: Path) -> None:
    path = tmp_path / "export.md"
    texts = ("even" * 120_000, "odd!" * 90_000)
    assert torn(path, lambda turn: path.write_text(texts[turn]), MUTANT_KILLS) > MUTANT_KILLS // 4


# The arrays beside an index are put in place whole too, and made again from it where they are lost.
_WRITERS = ("writing.py", "search/library/arrays.py")


def test_files_are_written_nowhere_but_through_the_one_that_is_whole_or_not_at_all() -> None:
    package = Path(tui.__file__).parent
    writing = re.compile(
        r"\.write_(?:text|bytes)\(|\bopen\([^)]*[\"'][wax]b?\+?[\"']|\bos\.rename\(|\.rename\(|shutil\.(?:copy|move)"
    )
    found = [
        f"{path.relative_to(package)}: {line.strip()}"
        for path in sorted(package.rglob("*.py"))
        if str(path.relative_to(package)) not in _WRITERS
        for line in path.read_text(encoding="utf-8").splitlines()
        if writing.search(line) and "fdopen" not in line
    ]
    assert found == []


def test_a_full_disk_keeps_every_old_file(tmp_path: Path, reached: Reached) -> None:
    """A disk of 256 kB in a name space of its own where the machine allows that, else a bound on the size of files."""
    mount = 'mount -t tmpfs -o size=256k none "$0" && exec "$@"'
    space: list[str | Path] = ["unshare", "--map-root-user", "--mount", "sh", "-c", mount, tmp_path]
    possible = (
        bool(shutil.which("unshare"))
        and subprocess.run([*space, "true"], capture_output=True, check=False).returncode == 0
    )
    if not possible:
        _bounded(tmp_path)
        reached("P13", "full disk (a bound on the size of files stands for it): the old file kept")
        return
    command: list[str | Path] = [*space, sys.executable, "-m", "tests.terminal.writers", tmp_path]
    ran = subprocess.run(command, env=environment(tmp_path), capture_output=True, text=True, timeout=60, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
    reached("P13", "full disk (a tmpfs of 256 kB): every file old or new, a library told of in one line")


def _bounded(folder: Path) -> None:
    """A write that fails half-way through."""
    target, source = folder / "export.md", next(entry.path for entry in resources.briefings())
    target.write_text("old", encoding="utf-8")
    words = [sys.executable, "-B", "-m", "tui", "export", source, "-o", target, "--force"]
    command = [sys.executable, "-c", BOUNDED, *map(str, words)]
    ran = subprocess.run(command, env=environment(folder), capture_output=True, text=True, timeout=60, check=False)
    assert ran.returncode == 2, ran.stderr
    assert len(ran.stderr.splitlines()) == 1
    assert target.read_text(encoding="utf-8") == "old"
    assert not list(folder.glob("*.tmp"))


def test_where_no_disk_can_be_made_a_bound_on_the_size_of_files_stands_for_it(tmp_path: Path) -> None:
    _bounded(tmp_path)
