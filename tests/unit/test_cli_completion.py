"""The completion scripts know every command and option, and run nothing that stands in a file's name."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.cli_runner import harbour, hexapla
from tui.cli.table import all_parsers


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_knows_every_command_and_every_option(shell: str) -> None:
    script = hexapla("completion", shell).out
    for command, parser in all_parsers():
        assert command.name in script
        for option in parser.options:
            if option.startswith("--"):
                assert option.removeprefix("--") in script


def _completed(typed: list[str], folder: Path) -> list[str]:
    """What bash would offer for the last word typed, with `hexapla` on the path being this program."""
    script = hexapla("completion", "bash").out
    words = " ".join(f"'{word}'" for word in ["hexapla", *typed])
    asked = f"""
hexapla() {{ {sys.executable} -m tui "$@"; }}
{script}
COMP_WORDS=({words}); COMP_CWORD={len(typed)}
_hexapla
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
    env = os.environ | {"XDG_DATA_HOME": str(folder)}
    done = subprocess.run(["bash", "-c", asked], capture_output=True, text=True, check=True, env=env, cwd=folder)
    assert done.stderr == ""
    return done.stdout.split("\n")[:-1]


def test_bash_completes_commands_options_and_ids(tmp_path: Path) -> None:
    assert _completed(["s"], tmp_path) == ["search", "show"]
    assert _completed(["export", "--no-"], tmp_path) == [
        "--no-h1",
        "--no-differences",
        "--no-coverage",
        "--no-timeline",
    ]
    assert _completed(["show", "us-j"], tmp_path) == ["us-japan-2plus2-2024"]
    assert _completed(["completion", "f"], tmp_path) == ["fish"]


def test_bash_completes_files_in_the_folder(tmp_path: Path) -> None:
    harbour(tmp_path)
    assert _completed(["search", "pier", "coa"], tmp_path) == ["coast.txt"]


def test_a_file_name_is_never_run(tmp_path: Path) -> None:
    folder = tmp_path / "hexapla" / "briefings"
    folder.mkdir(parents=True)
    (folder / "us-$(touch ran).yaml").write_text("version: 1")
    assert "us-$(touch ran)" in _completed(["show", "us-"], tmp_path)
    assert not (tmp_path / "ran").exists()
