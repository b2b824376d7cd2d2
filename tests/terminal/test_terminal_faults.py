"""Whatever is wrong with the machine, the reader opens or says in one line why not, and leaves no traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from tests.terminal import kit
from tests.terminal.conftest import Open, Reached
from tests.terminal.harness import LAUNCHER, HungError, Program, environment
from tests.unit.hostile import forbidden

CLOSED = "import os,sys;os.close({});os.execv(sys.executable,[sys.executable,'-m','tui',*sys.argv[1:]])"


def works(program: Program) -> None:
    """It opens, turns its views, searches, and ends in order."""
    program.started()
    assert "Hexapla" in program.screen.text(), program.screen.text()
    for key in ("2j", "34", "1/pier", "\x1b[27u", "t"):
        program.press(key)
    assert program.answers()
    program.press("q", settle=False)
    ended = program.end()
    assert (ended.code, ended.faults) == (0, [])
    assert b"Traceback" not in program.written


def refuses(program: Program) -> str:
    """It says why not, in words fit for a terminal, and takes no screen."""
    ended = program.end()
    assert ended.code == 2
    assert b"\x1b[?1049h" not in program.written
    assert b"Traceback" not in program.written
    assert not forbidden(program.told())
    return program.told()


ENVIRONMENTS: list[dict[str, str | None]] = [
    {"HOME": None, **dict.fromkeys([f"XDG_{kind}_HOME" for kind in ("CONFIG", "DATA", "STATE", "CACHE")])},
    {"LC_ALL": "C", "LANG": None},
    {"COLUMNS": "99999999", "LINES": "99999999"},
    {"NO_COLOR": "1"},
    {"LC_ALL": "de_DE.ISO-8859-1"},
    {"PYTHONIOENCODING": "latin-1"},
    {"TERM": "linux", "COLORTERM": None},
    {"TERM": "vt100", "COLORTERM": None},
    {"COLUMNS": "x", "LINES": "-5"},
    {"TZ": "Nowhere/At_All"},
    {"PYTHONUTF8": "0", "LC_ALL": "POSIX"},
]
QUICK = 2


def _environments() -> Iterator[ParameterSet]:
    for number, change in enumerate(ENVIRONMENTS):
        name = "-".join(f"{name}={value}"[:20] for name, value in list(change.items())[:2])
        yield pytest.param(change, id=name, marks=[pytest.mark.hostile] * (number >= QUICK))


@pytest.mark.parametrize("change", list(_environments()))
def test_it_works_in_any_environment(
    change: dict[str, str | None], reading: Open, shipped: Path, reached: Reached
) -> None:
    with reading(shipped, **change) as program:
        works(program)
    if change is ENVIRONMENTS[-1]:
        reached("P16", f"{len(ENVIRONMENTS)} environments, 1970 and 2100, homes read-only and none: 0 tracebacks")


@pytest.mark.hostile
def test_in_a_build_with_textuals_own_driver_a_wrong_size_hangs_it(reading: Open, shipped: Path) -> None:
    """A guard on the guard."""
    wrong = {"COLUMNS": "3000000", "LINES": "40"}
    with reading(shipped, faults="with_textual_driver", **wrong) as program, pytest.raises(HungError):
        program.started()


@pytest.mark.parametrize("fault", [pytest.param("in_the_past", marks=pytest.mark.hostile), "in_the_future"])
def test_it_works_whatever_the_clock_says(fault: str, reading: Open, shipped: Path) -> None:
    with reading(shipped, faults=fault) as program:
        works(program)


@pytest.mark.parametrize("mode", [0o500, pytest.param(0o000, marks=pytest.mark.hostile)])
def test_it_works_with_a_home_that_cannot_be_written(mode: int, reading: Open, shipped: Path, home: Path) -> None:
    for kind in ("config", "data", "state", "cache"):
        (home / kind).write_text("a file where a folder should be")
    home.chmod(mode)
    try:
        with reading(shipped) as program:
            works(program)
    finally:
        home.chmod(0o700)


def test_broken_files_of_its_own_are_no_reason_to_stop(reading: Open, shipped: Path, home: Path) -> None:
    themes, state = home / "config" / "hexapla" / "themes", home / "state" / "hexapla"
    themes.mkdir(parents=True)
    state.mkdir(parents=True)
    for name, text in kit.THEMES.items():
        (themes / f"{name}.yaml").write_text(text)
    os.mkfifo(themes / "pipe.yaml")
    for name in ("last-briefing", "session.json", "settings.yaml", "crash.log"):
        (state / name).write_bytes(b"\0\xff\x1b]0;owned\x07" * 99)
    with reading(shipped) as program:
        works(program)


def test_each_file_it_has_written_may_be_anything_the_next_time(reading: Open, shipped: Path, home: Path) -> None:
    with reading(shipped) as program:
        program.started()
        for key in ("2j", "b", "a", "a note", "\r", "ma", "/pier", "\r", "t"):
            program.press(key)
        program.press("q", settle=False)
        assert program.end().code == 0
    written = [path for path in home.rglob("*") if path.is_file()]
    assert len(written) >= 2
    for data in (b"\0\xff\x1b]0;owned\x07" * 99, b"[" * 50_000):
        for path in written:
            path.write_bytes(data)
        with reading(shipped) as program:
            works(program)


@pytest.mark.hostile
def test_special_files_are_named_and_never_waited_for(reading: Open, tmp_path: Path) -> None:
    with kit.special_files(tmp_path) as files:
        for path in files:
            with reading(path) as program:
                program.started()
                if program.running:
                    assert path.name[:4] in program.screen.text()
                    works(program)
                else:
                    assert path.name in refuses(program)


@pytest.mark.hostile
def test_a_window_of_any_size_is_drawn_in(reading: Open, shipped: Path) -> None:
    with reading(shipped, size=(20_000, 3)) as program:
        program.started()
        program.resize(3, 20_000)
        program.resize(120, 40)
        works(program)


def test_all_kinds_of_bytes_open_beside_each_other(reading: Open, tmp_path: Path) -> None:
    paths = [tmp_path / f"{name}.txt" for name in kit.BYTES]
    for path, data in zip(paths, kit.BYTES.values(), strict=True):
        path.write_bytes(data)
    with reading(*paths) as program:
        program.started()
        if program.running:
            works(program)
        else:
            refuses(program)


@pytest.mark.hostile
@pytest.mark.parametrize("name", kit.BYTES)
def test_any_bytes_open_or_are_refused_in_one_line(name: str, reading: Open, tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(kit.BYTES[name])
    with reading(path) as program:
        program.started()
        if program.running:
            works(program)
        else:
            assert "\n" not in refuses(program)


def test_articles_that_change_and_vanish_while_open_do_no_harm(reading: Open, tmp_path: Path) -> None:
    briefing = kit.briefing(tmp_path, 20)
    with reading(briefing) as program:
        program.started().press("2")
        (tmp_path / "hostile-0.txt").write_bytes(b"\0\xff" * 5_000)
        (tmp_path / "hostile-1.txt").unlink()
        os.mkfifo(tmp_path / "hostile-1.txt")
        briefing.write_text("{[")
        program.pause(1)
        for key in ("j", "3", "4", "1", "/opened", "\r", "y", "o", "\x1b[27u", "e", "\r", "\x1b[27u"):
            program.press(key)
        assert program.answers()
        assert program.running, program.told()
        program.press("q", settle=False)
        ended = program.end()
    assert (ended.code, ended.faults) == (0, [])


@pytest.mark.hostile
def test_a_briefing_whose_articles_are_all_gone_opens_and_says_so(reading: Open, tmp_path: Path) -> None:
    briefing = kit.briefing(tmp_path, 20)
    for number in range(kit.SOURCES):
        (tmp_path / f"hostile-{number}.txt").unlink()
    with reading(briefing) as program:
        works(program)


def test_no_key_waits_for_a_disk_that_does_not_answer(reading: Open, shipped: Path, reached: Reached) -> None:
    with reading(shipped, faults="silent_disk") as program:
        program.started().pause(1.5)
        works(program)
    reached("P6", "files on a disk that does not answer: keys as ever")


@pytest.mark.hostile
def test_where_files_are_looked_at_in_place_keys_wait_for_such_a_disk(reading: Open, shipped: Path) -> None:
    """A guard on the guard."""
    with reading(shipped, faults="silent_disk,looking_in_place") as program:
        program.started().pause(1.5)
        assert not program.answers()


def test_two_at_once_do_each_other_no_harm(home: Path, shipped: Path) -> None:
    env = environment(home)
    with Program("open", shipped, env=env) as one, Program("open", shipped, env=env) as other:
        for program in (one, other):
            program.started()
        for key in ("2", "j", "t", "3", "t"):
            one.press(key)
            other.press(key)
        for program in (one, other):
            program.press("q", settle=False)
            ended = program.end()
            assert (ended.code, ended.faults) == (0, [])
    with Program("open", env=env) as again:
        works(again)


@pytest.mark.parametrize("descriptor", [0, 1, pytest.param(2, marks=pytest.mark.hostile)])
def test_started_with_a_stream_closed_it_works_or_says_so(descriptor: int, home: Path, shipped: Path) -> None:
    code = CLOSED.format(descriptor)
    command = [sys.executable, "-c", code, "open", str(shipped)]
    with Program(env=environment(home), command=command) as program:
        if descriptor == 1:
            assert "no terminal" in refuses(program)
        else:
            works(program)


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_terminal_that_cannot_draw_is_refused(term: str, reading: Open, shipped: Path) -> None:
    with reading(shipped, TERM=term) as program:
        assert "hexapla show" in refuses(program)


def test_without_a_terminal_it_says_what_does_without_one(home: Path, shipped: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "tui", "open", shipped],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=environment(home),
        start_new_session=True,
        timeout=60,
        check=False,
    )
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert b"hexapla show" in ran.stderr


def test_a_pipe_closed_early_ends_a_command_quietly(home: Path, shipped: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "tui", "show", shipped],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(home),
    ) as showing:
        assert showing.stdout and showing.stderr
        showing.stdout.read(10)
        showing.stdout.close()
        assert showing.stderr.read() == b""
        assert showing.wait(timeout=60) in (0, -signal.SIGPIPE, 128 + signal.SIGPIPE)


def test_a_terminal_that_takes_no_output_does_not_hold_up_the_end(home: Path, shipped: Path) -> None:
    """A paused window: nothing is read, the buffer is full, and a signal still ends it."""
    with Program("open", shipped, env=environment(home), entry=(LAUNCHER,)) as program:
        program.started()
        for columns in range(60, 140):
            program.resize(columns, 40, settle=False)
            program.leave_alone(0.01)
        program.signal(signal.SIGTERM)
        assert program.process.wait(timeout=30) == 143
        assert program.termios_kept()
