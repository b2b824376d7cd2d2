"""What tests of the program in a terminal share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from _pytest.terminal import TerminalReporter

from tests.terminal.harness import LAUNCHER, Program, environment
from tests.terminal.promises import table
from tui import resources

Open = Callable[..., Program]
Reached = Callable[[str, str], None]


@pytest.fixture
def reached(record_property: Callable[[str, object], None]) -> Reached:
    """Note the figure reached for a promise, `reached("P1", "0 foreign sequences")`: it stands in the table."""
    return lambda promise, figure: record_property(promise, figure)


def pytest_terminal_summary(terminalreporter: TerminalReporter) -> None:
    """The table of the promises, when the long part was run."""
    if "not hostile" in terminalreporter.config.option.markexpr:
        return
    figures: dict[str, list[str]] = {}
    for report in terminalreporter.getreports("passed") + terminalreporter.getreports("failed"):
        for promise, figure in report.user_properties:
            figures.setdefault(promise, []).append(figure + (" (failed)" if report.failed else ""))
    if figures:
        terminalreporter.write_line("")
        for line in table(figures):
            terminalreporter.write_line(line)


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
