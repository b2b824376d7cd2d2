"""README says what the program does today: every command in it is run."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.cli_runner import COAST, HARBOUR, hexapla
from tests.unit.readme_blocks import README, ROOT, refreshed
from tui.cli.table import COMMANDS
from tui.settings import load

TEXT = README.read_text(encoding="utf-8")


def _blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)


def test_the_console_blocks_and_the_keys_are_what_the_program_prints() -> None:
    assert refreshed(TEXT) == TEXT, "`make readme` writes README.md anew"


def test_the_settings_shown_are_in_force_as_they_are_printed(tmp_path: Path) -> None:
    (shown,) = re.findall(r"`(keys: \{.*\})`", TEXT)
    (tmp_path / "settings.yaml").write_text(shown, encoding="utf-8")
    loaded = load(tmp_path / "settings.yaml")
    assert (loaded.findings, [one.keys for one in loaded.settings.keys.bind]) == ((), [("x", "F9")])


def test_every_make_target_named_is_there() -> None:
    targets = re.findall(r"^make ([a-z]+)", "\n".join(_blocks("sh")), re.MULTILINE)
    assert {"run", "test", "lint", "hostile", "fresh", "readme", "lock", "clean"} == set(targets)
    for target in targets:
        subprocess.run(["make", "--dry-run", target], cwd=ROOT, capture_output=True, check=True)


def test_the_shell_blocks_hold_only_commands_that_other_tests_run() -> None:
    lines = [line.partition("#")[0].strip() for block in _blocks("sh") for line in block.splitlines()]
    assert {line for line in lines if not line.startswith("make ")} == {"pip install .", "hexapla"}


def test_every_command_is_in_the_table_of_commands() -> None:
    for command in COMMANDS:
        assert re.search(rf"^\| `hexapla.*\b{command.name}\b", TEXT, re.MULTILINE), command.name


def test_the_briefing_shown_is_sound(tmp_path: Path) -> None:
    (tmp_path / "herald.txt").write_text(HARBOUR, encoding="utf-8")
    (tmp_path / "coast.txt").write_text(COAST, encoding="utf-8")
    (block,) = _blocks("yaml")
    path = tmp_path / "harbour.yaml"
    path.write_text(block.replace("…", hashlib.sha256(HARBOUR.encode()).hexdigest()), encoding="utf-8")
    assert "error" not in hexapla("check", path).out
    assert "the pier cost 40 million euros" in hexapla("show", path).out


def test_the_python_shown_runs(tmp_path: Path) -> None:
    (block,) = _blocks("python")
    done = subprocess.run([sys.executable, "-c", block], capture_output=True, text=True, check=True, cwd=ROOT)
    status, passage = done.stdout.splitlines()
    assert status.startswith("verified Span(start=")
    assert "army staff" in passage


@pytest.mark.parametrize("path", re.findall(r"`((?:tui|themes|briefings|seeds)/[^`]*)`", TEXT))
def test_every_file_named_is_there(path: str) -> None:
    assert (ROOT / path).exists()
