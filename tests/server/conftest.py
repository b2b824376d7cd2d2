"""Tests of the shared library on a real server. Without the server's programs they are left out, said in one line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.server.cluster import Cluster, programs, running
from tests.unit.library_files import articles

MISSING = programs() is None
collect_ignore_glob = ["test_*.py"] if MISSING else []


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what is left out."""
    if MISSING:
        terminalreporter.write_line(
            "left out: the library on PostgreSQL, as no server's programs are here (Debian: apt-get install postgresql)"
        )


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A server for all tests that do it no harm."""
    with running() as server:
        yield server


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three small articles."""
    return articles(tmp_path / "articles")


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Articles enough for every server to get some, whatever their paths are."""
    return articles(tmp_path / "many", {f"{number}.txt": f"The harbour has {number} boats." for number in range(30)})
