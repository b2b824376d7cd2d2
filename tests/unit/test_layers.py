"""Nothing to the left knows what is to its right; only the reader knows Textual."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

LAYERS = ("documents", "briefing", "evidence", "search", "check", "export", "drafting", "reader", "cli")
BELOW = {
    "documents": set[str](),
    "briefing": {"documents"},
    "evidence": {"documents", "briefing"},
    "search": {"documents", "briefing"},
    "check": {"documents", "briefing", "evidence", "search"},
    "export": {"documents", "briefing", "evidence", "search"},
    "drafting": {"documents", "briefing", "evidence", "search", "check"},
}
DOMAIN = ("documents", "briefing", "evidence", "search")

IMPORT_ALL = """
import importlib, pkgutil, sys
package = importlib.import_module(sys.argv[1])
for module in pkgutil.walk_packages(getattr(package, "__path__", []), package.__name__ + "."):
    importlib.import_module(module.name)
print(*sys.modules)
"""


def _modules_of(package: str) -> set[str]:
    """All modules loaded after importing every module of `package` in a fresh interpreter."""
    done = subprocess.run([sys.executable, "-c", IMPORT_ALL, package], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("layer", BELOW)
def test_a_layer_loads_only_layers_below_it(layer: str) -> None:
    modules = _modules_of(f"tui.{layer}")
    loaded = {name.split(".")[1] for name in modules if name.startswith("tui.")} & set(LAYERS)
    assert loaded <= BELOW[layer] | {layer}


@pytest.mark.parametrize(
    "package",
    [
        *(f"tui.{layer}" for layer in BELOW),
        "tui.crash",
        "tui.notes",
        "tui.resources",
        "tui.settings",
        "tui.writing",
        "tui.cli",
    ],
)
def test_textual_is_the_readers_alone(package: str) -> None:
    assert "textual" not in _modules_of(package)


@pytest.mark.parametrize("layer", DOMAIN)
def test_the_domain_draws_nothing(layer: str) -> None:
    assert not _modules_of(f"tui.{layer}") & {"rich", "markdown_it"}


def test_the_reader_is_what_loads_textual() -> None:
    assert "textual" in _modules_of("tui.reader")


def test_the_table_of_the_readers_commands_is_read_without_textual() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import sys, tui.reader.commands; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "textual" not in done.stdout.split()


def test_the_contracts_are_kept() -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout
