"""However the reader ends, the terminal is as it was and the exit code says why."""

from __future__ import annotations

import signal
from pathlib import Path
from random import Random

import pytest

from tests.terminal.conftest import Open, Reached
from tests.terminal.harness import Ending
from tests.terminal.launch import SECRET

LONG = pytest.mark.hostile
SIGNALS = [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130), (signal.SIGQUIT, 131)]


@pytest.mark.parametrize(
    ("key", "code"),
    [("q", 0), ("\x03", 130), pytest.param("\x1b[113;1u", 0, marks=LONG), pytest.param("\x1b[99;5u", 130, marks=LONG)],
)
def test_keys_that_end_it_give_the_terminal_back(key: str, code: int, reading: Open, shipped: Path) -> None:
    with reading(shipped) as program:
        program.started().press(key, settle=False)
        ended = program.end()
    assert (ended.code, ended.faults) == (code, [])


@pytest.mark.parametrize("after", ["e/quick", pytest.param("\x1a", marks=LONG), "2?4:tjj\x03"])
def test_keys_behind_the_last_change_nothing(after: str, reading: Open, shipped: Path) -> None:
    with reading(shipped) as program:
        program.started().press("q" + after, settle=False)
        ended = program.end()
    assert ended.faults == []
    assert ended.code in ((0, 130) if "\x03" in after else (0,))


@pytest.mark.parametrize(("number", "code"), SIGNALS)
def test_a_signal_ends_it_in_order(number: int, code: int, reading: Open, shipped: Path) -> None:
    with reading(shipped) as program:
        program.started().signal(number)
        ended = program.end()
    assert (ended.code, ended.faults) == (code, [])


@pytest.mark.parametrize("fault", ["busy", pytest.param("asleep", marks=LONG)])
def test_a_signal_ends_it_even_when_it_is_at_work(fault: str, reading: Open, shipped: Path) -> None:
    with reading(shipped, faults=fault) as program:
        program.started().press("t", settle=False)
        program.pause(0.3)
        program.signal(signal.SIGTERM)
        ended = program.end()
    assert (ended.code, ended.faults) == (143, [])


def test_a_closed_window_ends_it(reading: Open, shipped: Path) -> None:
    with reading(shipped) as program:
        program.started().hang_up()
        assert program.end().code == 129


@pytest.mark.parametrize("fault", ["failing_key", "failing_paint", "failing_start", "failing_worker"])
def test_a_fault_is_told_in_one_line_and_logged_without_text(
    fault: str, reading: Open, shipped: Path, home: Path
) -> None:
    with reading(shipped, faults=fault) as program:
        program.started().press("t", settle=False)
        ended = program.end()
        told = program.told()
    log = home / "state" / "hexapla" / "crash.log"
    assert (ended.code, ended.faults) == (2, [])
    assert told.startswith("hexapla stopped over a fault of its own: ")
    assert told.endswith(f"; the log is {log}")
    assert "\n" not in told
    text = log.read_text()
    assert "launch.py:" in text
    assert "terminal 120 × 40" in text
    assert "3 documents" in text
    assert SECRET.encode() not in text.encode() + program.written


def test_without_its_guards_the_same_runs_fail(reading: Open, shipped: Path) -> None:
    """A guard on the guard: each mutation is noticed by what the tests above look at."""

    def ends(faults: str, key: str, number: int = 0) -> Ending:
        with reading(shipped, faults=faults) as program:
            program.started().press(key, settle=False)
            if number:
                program.pause(0.3)
                program.signal(number)
            return program.end()

    assert ends("without_signals", "j", signal.SIGTERM).faults
    assert ends("without_signals", "j", signal.SIGHUP).faults
    with reading(shipped, faults="with_textual_faults,failing_key") as program:
        program.started().press("t", settle=False)
        program.end()
        assert SECRET.encode() in program.written


MOMENTS = 60


@pytest.mark.hostile
@pytest.mark.parametrize("part", range(4))
def test_a_signal_at_any_moment_leaves_the_terminal_as_it_was(
    part: int, reading: Open, shipped: Path, reached: Reached
) -> None:
    """While Python starts, while the briefing is read, the screen taken, the first view painted, keys handled."""
    random = Random(part)
    for moment in range(MOMENTS // 4):
        number, code = SIGNALS[moment % len(SIGNALS)]
        with reading(shipped) as program:
            program.pause(random.uniform(0.0, 1.2))
            program.press("2j4", settle=False)
            program.signal(number)
            ended = program.end()
        # Before the program has begun to read, the system's own way with a signal, or Python's: 1 while it starts.
        python = [1] if number == signal.SIGINT and not program.written.count(b"\x1b[?1049h") else []
        assert ended.code in (code, -number, *python), (moment, number)
        assert ended.faults == [], (moment, number)
    if part == 3:
        reached(
            "P15", f"{MOMENTS} signals at any moment, quit, Ctrl+C, faults, Ctrl+Z, fg, bg: termios and modes as before"
        )
        reached("P18", "faults in a key, in painting, in a worker and at the start: 1 line, a log without text")
