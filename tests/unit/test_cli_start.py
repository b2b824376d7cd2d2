"""No command loads what it does not need."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.cli_runner import harbour

LOADED = """
import io, sys
from tui.cli.entry import main
from tui.cli.output import Output
code = main(sys.argv[1:], Output(io.StringIO(), io.StringIO()))
print(code, *sorted({name.partition(".")[0] for name in sys.modules}))
"""
HEAVY = {"textual", "rich", "markdown_it", "yaml", "rapidfuzz", "platformdirs", "json", "importlib.metadata", "asyncio"}


def _loaded(*argv: str | Path) -> tuple[int, set[str]]:
    """The exit code and the top-level modules loaded after running the command in a fresh interpreter."""
    done = subprocess.run([sys.executable, "-c", LOADED, *map(str, argv)], capture_output=True, text=True, check=True)
    code, *modules = done.stdout.split()
    return int(code), set(modules)


@pytest.mark.parametrize("argv", [["--help"], ["serch"]])
def test_the_help_loads_nothing_heavy(argv: list[str]) -> None:
    _, modules = _loaded(*argv)
    assert not modules & HEAVY


def test_a_commands_own_help_loads_nothing_heavy_either() -> None:
    for command in ("open", "search", "quote", "compare", "check", "show", "export"):
        done = subprocess.run(
            [sys.executable, "-X", "importtime", "-m", "tui", command, "--help"],
            capture_output=True,
            text=True,
            check=True,
        )
        loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}
        assert "argparse" in loaded
        assert not loaded & HEAVY, command


@pytest.mark.parametrize(
    "argv",
    [["search", "pier"], ["compare"], ["check"], ["show"], ["export"]],
)
def test_no_command_but_open_loads_textual(argv: list[str], tmp_path: Path) -> None:
    code, modules = _loaded(*argv, harbour(tmp_path))
    assert code == 0
    assert "textual" not in modules


def test_quote_loads_no_textual_and_no_rich(tmp_path: Path) -> None:
    harbour(tmp_path)
    code, modules = _loaded("quote", "the pier cost", tmp_path / "herald.txt")
    assert code == 0
    assert not modules & {"textual", "rich", "markdown_it"}
