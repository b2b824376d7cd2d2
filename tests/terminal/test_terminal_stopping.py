"""Ctrl+Z, fg, bg, and being stopped by others: the terminal is the shell's while the reader does not run."""

from __future__ import annotations

import signal
import sys
import termios
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal.conftest import Open
from tests.terminal.grammar import modes_left
from tests.terminal.harness import Ending, Program, environment
from tui import resources

CTRL_Z = "\x1a"
TAKEN = b"\x1b[?1049h"


@pytest.fixture
def shell(home: Path) -> Iterator[Program]:
    """A shell with job control."""
    env = environment(home, PS1="ready>")
    with Program(env=env, command=["/bin/bash", "--norc", "--noprofile", "--noediting", "-i"]) as program:
        program.read_until(b"ready>")
        yield program


def begin(shell: Program, *words: str | Path) -> None:
    """Run the reader from the shell, and wait for its first screen."""
    briefing = next(entry.path for entry in resources.briefings() if entry.origin == "shipped")
    shell.press(" ".join(map(str, [*words, sys.executable, "-m", "tui", "open", briefing])) + "\n", settle=False)
    await_screen(shell)


def await_screen(shell: Program, since: int = 0) -> None:
    """Wait until the screen was taken and painted after `since` bytes."""
    shell.read_until_after(since, TAKEN)
    shell.read_until_after(shell.written.index(TAKEN, since), b"help")


def stop(shell: Program) -> int:
    """Press Ctrl+Z, wait for the shell's word of it; how much was written by then."""
    since = len(shell.written)
    shell.press(CTRL_Z, settle=False)
    shell.read_until_after(since, b"Stopped")
    shell.read_until_after(shell.written.index(b"Stopped", since), b"ready>")
    assert modes_left(shell.written) == []
    assert shell.termios_kept()
    return len(shell.written)


def leave(shell: Program) -> Ending:
    """Quit the reader, and the shell with its exit code."""
    since = len(shell.written)
    shell.press("q", settle=False)
    shell.read_until_after(since, b"ready>")
    shell.press("exit $?\n", settle=False)
    return shell.end()


def test_the_shell_gets_its_terminal_and_the_reader_gets_it_back(shell: Program) -> None:
    begin(shell)
    for _ in range(3):
        since = stop(shell)
        shell.press("fg\n", settle=False)
        await_screen(shell, since)
    ended = leave(shell)
    assert (ended.code, ended.faults) == (0, [])


def test_in_the_background_it_waits_for_the_foreground(shell: Program) -> None:
    begin(shell)
    since = stop(shell)
    shell.press("bg\n", settle=False)
    shell.read_until_after(since, b"ready>")
    shell.pause(0.5)
    assert modes_left(shell.written) == []
    assert shell.termios_kept()
    since = len(shell.written)
    shell.press("fg\n", settle=False)
    await_screen(shell, since)
    ended = leave(shell)
    assert (ended.code, ended.faults) == (0, [])


def test_what_it_was_started_by_stops_with_it(shell: Program) -> None:
    """A reader that alone stopped would leave `make run` waiting, and whoever sits before it without a shell."""
    begin(shell, "/bin/bash", "-c", "'\"$@\"; exit $?'", "-")
    since = stop(shell)
    shell.press("fg\n", settle=False)
    await_screen(shell, since)
    assert leave(shell).code == 0


def test_stopped_it_can_be_ended(shell: Program) -> None:
    begin(shell)
    stop(shell)
    shell.press("kill %1; wait -f %1; exit $?\n", settle=False)
    ended = shell.end()
    assert (ended.code, ended.faults) == (143, [])


def test_continued_in_the_background_it_can_be_ended_before_it_stops_again(shell: Program) -> None:
    """Signals that come together may be told of in either order."""
    begin(shell)
    stop(shell)
    shell.press("kill -CONT %1; kill -TERM %1; wait -f %1; exit $?\n", settle=False)
    ended = shell.end()
    assert (ended.code, ended.faults) == (143, [])


@pytest.fixture
def editor(tmp_path: Path) -> Path:
    """An editor that says so and waits for a line."""
    script = tmp_path / "editor"
    script.write_text("#!/bin/sh\necho EDITING\nread line\n")
    script.chmod(0o755)
    return script


def test_an_editor_gets_the_terminal_and_the_reader_gets_it_back(reading: Open, shipped: Path, editor: Path) -> None:
    with reading(shipped, EDITOR=str(editor)) as program:
        program.started().press("o", settle=False)
        program.read_until(b"EDITING")
        assert modes_left(program.written) == []
        assert program.termios_kept()
        since = len(program.written)
        program.press("done\n", settle=False)
        program.read_until_after(since, TAKEN)
        program.settle()
        assert "Hexapla" in program.screen.text()
        program.press("q", settle=False)
        ended = program.end()
    assert (ended.code, ended.faults) == (0, [])


def test_ctrl_z_in_the_editor_stops_both_and_fg_continues_both(shell: Program, editor: Path) -> None:
    begin(shell, f"EDITOR={editor}")
    shell.press("o", settle=False)
    shell.read_until(b"EDITING")
    since = stop(shell)
    shell.press("fg\n", settle=False)
    shell.read_until_after(since, b"tui open")
    shell.press("done\n", settle=False)
    await_screen(shell, since)
    assert leave(shell).code == 0


def test_where_no_shell_could_continue_it_the_key_does_not_freeze_it(reading: Open, shipped: Path) -> None:
    with reading(shipped) as program:
        since = len(program.started().written)
        program.press(CTRL_Z, settle=False)
        program.read_until_after(since, TAKEN)
        program.settle()
        assert program.answers()
        assert "Hexapla" in program.screen.text()
        program.press("q", settle=False)
        ended = program.end()
    assert (ended.code, ended.faults) == (0, [])


def test_stopped_without_a_word_it_sets_the_terminal_anew(reading: Open, shipped: Path) -> None:
    with reading(shipped) as program:
        program.started().signal(signal.SIGSTOP)
        while program.state() != "T":
            program.pause(0.01)
        program.reset()
        since = len(program.written)
        program.signal(signal.SIGCONT)
        program.read_until_after(since, TAKEN)
        program.settle()
        assert not program.settings()[3] & termios.ECHO
        assert "Hexapla" in program.screen.text()
        program.press("j")
        program.press("q", settle=False)
        ended = program.end()
    assert (ended.code, ended.faults) == (0, [])
