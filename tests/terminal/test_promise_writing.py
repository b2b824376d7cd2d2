"""P13 at length: a thousand kills tear no file."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from random import Random

import pytest

from tests.terminal.conftest import Reached
from tui.writing import replace_file

KILLS, MUTANT_KILLS = 1_000, 60
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
