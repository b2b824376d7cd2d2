"""`hexapla list`: the briefings at hand."""

from __future__ import annotations

import argparse

from tui.cli.output import Output
from tui.cli.parser import Parser


def arguments(parser: Parser) -> None:
    """None."""


def run(options: argparse.Namespace, out: Output) -> int:
    """One line a briefing: id, shipped or yours, title."""
    from tui import briefing, resources

    for entry in resources.briefings():
        reading = briefing.read(entry.path)
        title = reading.briefing.title if reading.briefing else f"cannot be read: hexapla check {entry.id}"
        out.line(f"{entry.id}  {entry.origin}  {title}")
    return 0
