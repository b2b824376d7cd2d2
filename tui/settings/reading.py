"""Reading the settings file, leniently: what cannot be used is a finding with its place, the rest still counts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui import resources
from tui.settings.model import Settings

if TYPE_CHECKING:
    from tui.briefing.findings import Finding

NAME = "settings.yaml"


class Loaded(NamedTuple):
    """The settings in force, the faults of their file, and its lines, for carets; `path` is None without a home."""

    settings: Settings = Settings()
    findings: tuple[Finding, ...] = ()
    lines: tuple[str, ...] = ()
    path: Path | None = None


def settings_file() -> Path | None:
    """Where the settings are read from; the file need not exist. None without a home folder."""
    folder = resources.user_folder("config")
    return folder / NAME if folder else None


def load(path: Path | None = None) -> Loaded:
    """The settings in `path`, by default the user's; without a file the defaults. Raises nothing."""
    path = path or settings_file()
    if path is None or not path.exists():
        return Loaded(path=path)
    from tui.settings.parsing import parse

    return parse(path)
