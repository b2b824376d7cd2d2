"""`hexapla open` takes a terminal or says which command does without one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.cli_runner import harbour, hexapla, process
from tests.unit.terminal_runner import on_a_terminal
from tui import resources

REPORT = """
import sys, tui.reader
def run(**given):
    print("run", given["briefing"], *given["articles"], sys.stdin.isatty(), sys.stderr.isatty())
    return 0
tui.reader.run = run
from tui.cli import run as hexapla
sys.exit(hexapla())
"""


def test_without_a_terminal_it_names_the_command_that_needs_none(tmp_path: Path) -> None:
    path = harbour(tmp_path)
    ran = process("open", path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"hexapla open: stdout is no terminal; without one: hexapla show {path}\n"
    assert process().err.endswith("hexapla show BRIEFING\n")
    assert process("open", tmp_path / "coast.txt").err.endswith(f"hexapla search QUERY {tmp_path / 'coast.txt'}\n")


@pytest.mark.parametrize("name", ["articles", "articles.yaml"])
def test_a_folder_is_called_one_and_no_command_is_advised(name: str, tmp_path: Path) -> None:
    (tmp_path / name).mkdir()
    ran = process("open", tmp_path / name)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"hexapla: {tmp_path / name}: it is a folder, not a briefing or an article\n"


BROKEN = """
import sys, tui.reader
from tui.briefing import load
tui.reader.run = lambda **given: load(given["briefing"])
from tui.cli import run as hexapla
sys.exit(hexapla())
"""


def _on_a_terminal(
    *argv: str | Path, before: str = "", after: str = "", term: str = "xterm", report: str = REPORT
) -> tuple[int, str]:
    """Run `hexapla` from a shell on a terminal, the reader replaced by a report; `before` and `after` redirect it."""
    words = " ".join(map(str, argv))
    line = f"{before} {sys.executable} -c '{report}' {words} {after} 2>&1"
    return on_a_terminal(["bash", "-c", line], os.environ | {"TERM": term})


@pytest.mark.parametrize(("before", "after"), [("", ""), ("echo y |", ""), ("", "</dev/null"), ("", "<&-")])
def test_the_reader_gets_the_keyboard_even_when_stdin_is_a_pipe(before: str, after: str, tmp_path: Path) -> None:
    path = harbour(tmp_path)
    assert _on_a_terminal("open", path, before=before, after=after) == (0, f"run {path} True True\n")


def test_articles_are_opened_without_a_briefing(tmp_path: Path) -> None:
    harbour(tmp_path)
    code, written = _on_a_terminal("open", tmp_path / "coast.txt", tmp_path / "herald.txt")
    assert (code, written) == (0, f"run None {tmp_path / 'coast.txt'} {tmp_path / 'herald.txt'} True True\n")


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_terminal_that_cannot_draw_is_refused(term: str, tmp_path: Path) -> None:
    path = harbour(tmp_path)
    code, written = _on_a_terminal("open", path, term=term)
    assert code == 2
    assert written == f"hexapla open: this terminal (TERM={term}) cannot show the reader; use hexapla show {path}\n"


def test_a_missing_file_is_told_before_the_screen_is_taken(tmp_path: Path) -> None:
    ran = hexapla("open", tmp_path / "no.yaml")
    assert ran.code == 2
    assert ran.err == f"hexapla: {tmp_path / 'no.yaml'}: No such file or directory\n"


def test_an_unknown_theme_is_answered_with_those_there_are(tmp_path: Path) -> None:
    code, written = _on_a_terminal("open", harbour(tmp_path), "--theme", "lam")
    assert code == 2
    assert written.startswith("hexapla open: no theme 'lam': did you mean 'lamp'?\nThere are: lamp, ")


def test_a_briefing_with_an_error_is_told_with_its_place_and_not_opened_next_time(tmp_path: Path) -> None:
    path = harbour(tmp_path, ("        text: It opened", "        txet: It opened"))
    code, written = _on_a_terminal("open", path, report=BROKEN)
    assert code == 2
    assert written.startswith(f"{path}:")
    assert "did you mean 'text'?" in written
    assert resources.last_briefing() != path


def test_alone_it_opens_the_last_briefing_and_the_first_time_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    assert _on_a_terminal() == (0, "run None True True\n")
    path = harbour(tmp_path)
    resources.remember_briefing(path)
    assert _on_a_terminal() == (0, f"run {path} True True\n")


def test_two_briefings_at_once_are_refused(tmp_path: Path) -> None:
    path = harbour(tmp_path)
    assert "not several briefings" in hexapla("open", path, path).err


def test_an_interrupt_is_exit_130(tmp_path: Path) -> None:
    harbour(tmp_path)
    with subprocess.Popen(
        [sys.executable, "-m", "tui", "quote", "-", tmp_path / "coast.txt"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as waiting:
        assert waiting.stdin and waiting.stdout and waiting.stderr
        waiting.stdin.write(b'{"quote": "Nobody was hurt"}\n')
        waiting.stdin.flush()
        assert waiting.stdout.readline()
        waiting.send_signal(2)
        assert waiting.wait(timeout=60) == 130
        assert waiting.stderr.read() == b""
