"""A fault of the program itself is told in one line, and logged without a word of what was read."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.unit.cli_runner import harbour
from tui import crash, search
from tui.cli import run


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A search that fails over article text; returns the state folder."""

    def fail(*_: object, **__: object) -> None:
        try:
            raise KeyError("SECRET ARTICLE TEXT")
        except KeyError as error:
            raise ValueError("more SECRET ARTICLE TEXT") from error

    monkeypatch.setattr(search, "open", fail)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr(sys, "argv", ["hexapla", "search", "pier", str(harbour(tmp_path))])
    return tmp_path / "state" / "hexapla"


def test_it_is_one_line_on_stderr_that_names_the_log(failing: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run() == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("hexapla stopped over a fault of its own: ValueError at test_cli_crash.py:")
    assert told.err.endswith(f"; the log is {failing / 'crash.log'}\n")


def test_the_log_says_where_and_nothing_of_what_was_read(failing: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run()
    text = (failing / "crash.log").read_text()
    assert text.index("builtins.KeyError") < text.index("builtins.ValueError")
    assert "tui/cli/search.py:" in text
    assert "SECRET" not in text + capsys.readouterr().err


def test_without_a_folder_for_the_log_the_line_is_all(failing: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failing.parent.write_text("a file where the folder should be")
    assert crash.log(ValueError("x")) is None
    assert crash.line(ValueError("x"), None) == "hexapla stopped over a fault of its own: ValueError"
