"""`list`, `themes`, `keys` and `paths` say what there is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.cli_runner import harbour, hexapla, process
from tui import resources
from tui.reader.commands import COMMANDS


@pytest.fixture
def at_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A home of its own for this test."""
    for kind in ("config", "data", "state", "cache"):
        monkeypatch.setenv(f"XDG_{kind.upper()}_HOME", str(tmp_path / kind))
    return tmp_path


def test_the_shipped_briefing_is_listed_with_its_title(at_home: Path) -> None:
    ran = hexapla("list")
    assert ran.out == "us-japan-2plus2-2024  shipped  US–Japan 2+2, Tokyo, 28 July 2024\n"


def test_your_own_briefings_are_listed_too(at_home: Path) -> None:
    folder = at_home / "data" / "hexapla" / "briefings"
    folder.mkdir(parents=True)
    harbour(folder)
    (folder / "bad.yaml").write_text("version: [")
    lines = hexapla("list").out.splitlines()
    assert lines[1:] == ["bad  yours  cannot be read: hexapla check bad", "harbour  yours  The harbour opens"]


def test_the_shipped_themes_are_listed_dark_or_light(at_home: Path) -> None:
    lines = hexapla("themes").out.splitlines()
    assert [line.split()[:3] for line in lines] == [
        ["ansi", "dark", "shipped"],
        ["compline", "dark", "shipped"],
        ["contrast-dark", "dark", "shipped"],
        ["contrast-light", "light", "shipped"],
        ["grisaille", "light", "shipped"],
        ["lamp", "dark", "shipped"],
        ["mono", "dark", "shipped"],
        ["vellum", "light", "shipped"],
    ]


def test_a_theme_of_yours_wins_and_a_bad_one_is_told(at_home: Path) -> None:
    folder = at_home / "config" / "hexapla" / "themes"
    folder.mkdir(parents=True)
    (folder / "mine.yaml").write_text((resources.shipped("themes") / "lamp.yaml").read_text().replace("lamp", "mine"))
    (folder / "bad.yaml").write_text("colors: [")
    ran = hexapla("themes")
    assert ["mine", "dark", "yours"] in [line.split()[:3] for line in ran.out.splitlines()]
    assert "bad.yaml" in ran.err
    assert ran.code == 0


def test_every_command_of_the_reader_is_printed_with_its_keys() -> None:
    lines = [line for line in hexapla("keys").out.splitlines() if line]
    assert len(lines) == len(COMMANDS)
    for command, line in zip(COMMANDS, lines, strict=True):
        assert line.split()[: 1 + len(command.keys)] == [command.id, *command.keys]
        assert line.endswith(command.title)


def test_the_folders_are_named(at_home: Path) -> None:
    out = hexapla("paths").out
    assert f"settings           {at_home / 'config' / 'hexapla'}\n" in out
    assert f"your briefings     {at_home / 'data' / 'hexapla' / 'briefings'}\n" in out


@pytest.mark.parametrize("command", [["list"], ["themes"], ["keys"], ["paths"], ["show", "us-japan-2plus2-2024"]])
@pytest.mark.parametrize("home", ["", "/nonexistent", "/proc", "relative"])
def test_a_missing_or_read_only_home_is_no_fault(command: list[str], home: str) -> None:
    xdg = {f"XDG_{kind}_HOME": "" for kind in ("CONFIG", "DATA", "STATE", "CACHE")}
    ran = process(*command, env={"HOME": home, **xdg})
    assert (ran.code, ran.err) == (0, "")
    assert ran.out
