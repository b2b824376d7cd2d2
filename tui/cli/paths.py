"""`hexapla paths`: where Hexapla reads and keeps its files."""

from __future__ import annotations

import argparse

from tui.cli.output import Output
from tui.cli.parser import Parser


def arguments(parser: Parser) -> None:
    """None."""


def run(options: argparse.Namespace, out: Output) -> int:
    """One line a folder: what it holds, where it is (it need not exist)."""
    from tui import resources

    config, data = resources.user_folder("config"), resources.user_folder("data")
    folders = {
        "settings": config,
        "your themes": config and config / "themes",
        "your briefings": data and data / "briefings",
        "state": resources.user_folder("state"),
        "cache": resources.user_folder("cache"),
        "shipped briefings": resources.shipped("briefings"),
        "shipped themes": resources.shipped("themes"),
        "shipped articles": resources.shipped("seeds"),
    }
    for name, folder in folders.items():
        out.line(f"{name:<17}  {folder or 'none: there is no home folder'}")
    return 0
