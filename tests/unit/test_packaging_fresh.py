"""On a machine that has only Python and make, the two commands of README work."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.fresh


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's files without anything that was installed or built."""
    folder = tmp_path_factory.mktemp("fresh") / "checkout"
    shutil.copytree(
        ROOT, folder, ignore=shutil.ignore_patterns(".venv", ".git", ".*_cache", "__pycache__", ".hypothesis")
    )
    return folder


def _make(checkout: Path, *words: str) -> str:
    """Run make with a `uv` on the path that does not run, as if there were none."""
    programs = checkout / ".no-uv"
    programs.mkdir(exist_ok=True)
    (programs / "uv").write_text("#!/bin/sh\nexit 127\n")
    (programs / "uv").chmod(0o755)
    done = subprocess.run(
        ["make", "--no-print-directory", *words],
        capture_output=True,
        text=True,
        check=False,
        cwd=checkout,
        env=os.environ | {"PATH": f"{programs}:{os.environ['PATH']}"},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_make_run_installs_and_runs(checkout: Path) -> None:
    assert _make(checkout, "run", "ARGS=--version").startswith("hexapla 0.")


def test_a_second_time_nothing_is_installed(checkout: Path) -> None:
    _make(checkout, "run", "ARGS=--version")
    assert "pip install" not in _make(checkout, "--dry-run", "run")


def test_make_test_installs_and_tests(checkout: Path) -> None:
    assert "passed" in _make(checkout, "test", "ARGS=tests/unit/test_packaging_lock.py")
