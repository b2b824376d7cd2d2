"""The wheel is whole: installed in a new environment, away from the checkout, it opens what it ships."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.terminal_runner import Terminal

ROOT = Path(__file__).parents[2]
SHIPPED = "us-japan-2plus2-2024"

pytestmark = pytest.mark.fresh


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    maker = tmp_path_factory.mktemp("maker") / "venv"
    _run(sys.executable, "-m", "venv", maker)
    _run(maker / "bin" / "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT)
    return next(folder.glob("hexapla-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `hexapla` command of a new environment that holds the wheel."""
    environment = tmp_path_factory.mktemp("installed") / "venv"
    _run(sys.executable, "-m", "venv", environment)
    _run(environment / "bin" / "pip", "install", "--quiet", wheel)
    return environment / "bin" / "hexapla"


def _run(*command: str | Path, cwd: Path | None = None, env: dict[str, str] | None = None) -> str:
    done = subprocess.run(
        [str(word) for word in command],
        capture_output=True,
        text=True,
        check=False,
        cwd=cwd,
        env=os.environ | (env or {}),
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_wheel_holds_program_and_licences_and_no_tests(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        names = packed.namelist()
    assert {name.split("/")[0] for name in names if ".dist-info" not in name} == {"tui"}
    assert "tui/py.typed" in names
    for licence in ("LICENSE", "tui/evidence/data/ORIGIN.md", "tui/evidence/comparing/data/ORIGIN.md"):
        assert any(name.endswith(f".dist-info/licenses/{licence}") for name in names)


def test_every_data_file_of_the_tree_is_in_the_wheel_to_the_byte(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        held = {name: packed.read(name) for name in packed.namelist() if ".dist-info" not in name}
    data = dict(_data_files())
    assert {name: held.get(name) for name in data} == data
    assert {name for name in held if not name.endswith(".py")} == set(data)


def _data_files() -> Iterator[tuple[str, bytes]]:
    """What is no program, by its name in the wheel."""
    for path in (ROOT / "tui").rglob("*"):
        if path.is_file() and path.suffix not in (".py", ".pyc"):
            yield path.relative_to(ROOT).as_posix(), path.read_bytes()
    for folder in ("briefings", "seeds", "themes"):
        for path in (ROOT / folder).iterdir():
            yield f"tui/_data/{folder}/{path.name}", path.read_bytes()


def test_the_shipped_briefing_is_proved_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    assert "_data/briefings" in _run(installed, "paths", cwd=tmp_path)
    assert _run(installed, "check", SHIPPED, cwd=tmp_path) == ""


def test_the_wheel_shows_and_exports_what_the_checkout_does(installed: Path, tmp_path: Path) -> None:
    for command in ("show", "export"):
        here = _run(sys.executable, "-m", "tui", command, SHIPPED, cwd=tmp_path)
        assert _run(installed, command, SHIPPED, cwd=tmp_path) == here
        assert len(here) > 5_000


def test_the_reader_opens_on_a_terminal_and_gives_it_back(installed: Path, tmp_path: Path) -> None:
    env = os.environ | {"TERM": "xterm-256color", "COLUMNS": "120", "LINES": "40"}
    with Terminal([installed, "open", SHIPPED], env, cwd=tmp_path) as terminal:
        terminal.read_until(rb"US Forces Japan")
        terminal.type(b"q")
        assert terminal.end() == 0
        assert b"\x1b[?1049l" in terminal.written
