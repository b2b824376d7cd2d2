"""What tests of the program in a terminal share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal.harness import LAUNCHER, Program, environment
from tui import resources

Open = Callable[..., Program]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The home of one test's programs."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def shipped() -> Path:
    """The shipped briefing."""
    return next(entry.path for entry in resources.briefings() if entry.origin == "shipped")


@pytest.fixture
def reading(home: Path, tmp_path: Path) -> Open:
    """Opens files in a program of its own, with faults by the names of `launch`; use it in a `with`."""

    def run(
        *files: str | Path,
        faults: str = "",
        size: tuple[int, int] = (120, 40),
        cwd: Path | None = None,
        **env: str | None,
    ) -> Program:
        entry = (LAUNCHER,) if faults else ("-m", "tui")
        changes = {"HEXAPLA_FAULTS": faults or None, **env}
        return Program("open", *files, env=environment(home, **changes), size=size, cwd=cwd or tmp_path, entry=entry)

    return run
