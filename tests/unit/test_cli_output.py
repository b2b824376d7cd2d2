"""What is printed is clean, complete, and in the right stream, whatever the other end of the pipe is."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.cli_runner import Ran, harbour, process
from tests.unit.terminal_runner import on_a_terminal
from tui.cli.output import Output, Strong
from tui.documents import clean


def _recorded(answer: dict[str, object]) -> str:
    stdout = io.StringIO()
    Output(stdout, io.StringIO()).record(answer)
    return stdout.getvalue()


@given(st.text(alphabet=st.characters()))
def test_json_is_harmless_on_a_terminal_and_exact(text: str) -> None:
    line = _recorded({"id": text})
    assert json.loads(line) == {"id": text}
    assert clean(line) == line


@given(st.lists(st.text(), max_size=5))
def test_a_line_of_text_is_one_clean_line(pieces: list[str]) -> None:
    stdout = io.StringIO()
    Output(stdout, io.StringIO()).line(*pieces)
    assert stdout.getvalue().count("\n") == 1
    assert clean(stdout.getvalue()) == stdout.getvalue()


def test_bold_is_for_terminals_only() -> None:
    stdout = io.StringIO()
    Output(stdout, io.StringIO()).line("a ", Strong("pier"))
    assert stdout.getvalue() == "a pier\n"


def _on_a_terminal(*argv: str | Path, **env: str) -> str:
    """What the command writes when stdout is a terminal."""
    ours = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    code, written = on_a_terminal([sys.executable, "-m", "tui", *argv], ours | env)
    assert code == 0
    return written


@pytest.mark.parametrize(
    ("env", "bold"),
    [
        ({"TERM": "xterm-256color"}, True),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, False),
        ({"TERM": "dumb"}, False),
    ],
)
def test_matched_letters_are_bold_on_a_terminal_that_takes_it(env: dict[str, str], bold: bool, tmp_path: Path) -> None:
    written = _on_a_terminal("search", "pier", harbour(tmp_path), **env)
    assert ("\x1b[1mpier\x1b[0m" in written) is bold
    assert ("\x1b" in written) is bold


def _into_closed_pipe(*argv: str | Path) -> Ran:
    ours, theirs = os.pipe()
    os.close(ours)
    done = subprocess.run(
        [sys.executable, "-m", "tui", *map(str, argv)], stdout=theirs, stderr=subprocess.PIPE, check=False, timeout=60
    )
    os.close(theirs)
    return Ran(done.returncode, "", done.stderr.decode())


def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    path = harbour(tmp_path)
    for argv in (["--help"], ["show", path], ["search", "pier", path], ["export", path], ["search", "--help"]):
        assert _into_closed_pipe(*argv) == Ran(0, "", ""), argv


def test_a_closed_pipe_does_not_hide_that_there_were_findings(tmp_path: Path) -> None:
    path = harbour(tmp_path, ("cost 40 million euros", "cost 44 million euros"))
    assert _into_closed_pipe("check", path).code == 1


def test_a_stdout_that_was_closed_at_start_is_no_fault(tmp_path: Path) -> None:
    shell = f"exec {sys.executable} -m tui show {harbour(tmp_path)} >&-"
    done = subprocess.run(["bash", "-c", shell], capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_full_device_is_told_in_one_line(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "tui", "show", harbour(tmp_path)],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
    assert done.returncode == 2
    assert done.stderr.decode() == "hexapla: cannot write to stdout: No space left on device\n"


@pytest.mark.parametrize("env", [{"LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}])
def test_a_poor_locale_loses_nothing_in_a_pipe(env: dict[str, str], tmp_path: Path) -> None:
    path = harbour(tmp_path)
    assert process("show", path, env=env) == process("show", path)
    assert "“the pier cost 40 million euros”" in process("show", path, env=env).out


def test_a_poor_locale_on_a_terminal_traces_nothing_back(tmp_path: Path) -> None:
    written = _on_a_terminal(
        "show", harbour(tmp_path), LC_ALL="C", PYTHONUTF8="0", TERM="xterm", PYTHONIOENCODING="ascii"
    )
    assert "?the pier cost 40 million euros?" in written
    assert "Traceback" not in written
