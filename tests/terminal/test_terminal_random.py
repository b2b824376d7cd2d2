"""No keys, mouse, pastes, sizes or bytes, in any order, crash the reader, hang it or reach the terminal as commands."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from tests.terminal import kit, monkey
from tests.terminal.conftest import Open, Reached
from tests.terminal.grammar import copied, foreign
from tests.terminal.harness import Program
from tests.unit.hostile import forbidden

SEEDS, EVENTS = 20, 300


def handle(program: Program, seed: int, events: int, home: Path) -> None:
    """Let the hand act; fails with what it did last, and the log, when the program does not stand it."""
    done: deque[str] = deque(maxlen=12)
    for event in monkey.events(seed, events):
        done.append(event.name)
        event.do(program)
        if not program.running:
            log = home / "state" / "hexapla" / "crash.log"
            what = log.read_text() if log.exists() else program.told()
            raise AssertionError(f"seed {seed}: it ended after\n" + "\n".join(done) + f"\n{what}")
    assert program.answers(), f"seed {seed}: it does not answer after {list(done)}"


def finish(program: Program) -> None:
    """End it from wherever the hand has led: nothing foreign was written, and the terminal is given back."""
    program.resize(120, 40)
    for _ in range(5):
        program.press("\x1b[27u")
    program.press("q", settle=False)
    ended = program.end()
    assert (ended.code, ended.faults) == (0, [])
    for text in copied(program.written):
        assert not forbidden(text)


def test_anything_may_be_pressed(reading: Open, tmp_path: Path, home: Path) -> None:
    with reading(kit.briefing(tmp_path, 7), EDITOR=None) as program:
        program.started()
        handle(program, 1, 40, home)
        finish(program)


@pytest.mark.hostile
@pytest.mark.parametrize("seed", range(SEEDS))
def test_anything_may_be_pressed_for_long(
    seed: int, reading: Open, shipped: Path, tmp_path: Path, home: Path, reached: Reached
) -> None:
    opened = ((shipped,), (kit.briefing(tmp_path, 7),), tuple(kit.articles(tmp_path)))[seed % 3]
    with reading(*opened, EDITOR=None) as program:
        program.started()
        handle(program, 100 + seed, EVENTS, home)
        finish(program)
    if seed == SEEDS - 1:
        reached(
            "P16", f"{SEEDS} seeds of {EVENTS} random keys, mouse events, pastes, sizes and bytes: 0 crashes, 0 hangs"
        )


def _sizes() -> Iterator[ParameterSet]:
    yield pytest.param((1, 1))
    for size in ((2, 1), (1, 2), (7, 2), (3, 3), (20, 5), (36, 11), (59, 19), (300, 100)):
        yield pytest.param(size, marks=pytest.mark.hostile)


@pytest.mark.parametrize("size", list(_sizes()))
def test_every_view_stands_every_size(size: tuple[int, int], reading: Open, shipped: Path) -> None:
    with reading(shipped, size=size) as program:
        program.started()
        for key in ("2", "3", "4", "1", "/", "p", "\x1b[B", "\r", "?", "\x1b[27u", ":", "\x1b[27u", "e"):
            program.press(key)
            assert program.running, key
        assert program.answers()
        program.resize(120, 40)
        assert "Hexapla" in program.screen.text()
        assert not foreign(program.written)
        finish(program)
