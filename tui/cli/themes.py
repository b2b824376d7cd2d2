"""`hexapla themes`: the themes at hand."""

from __future__ import annotations

import argparse

from tui.cli.output import Output
from tui.cli.parser import Parser


def arguments(parser: Parser) -> None:
    """None."""


def run(options: argparse.Namespace, out: Output) -> int:
    """One line a theme: name, dark or light, shipped or yours, where it lies. A bad file is told on stderr."""
    from tui import resources
    from tui.briefing import render
    from tui.reader.themes import read_theme

    entries = resources.themes()
    width = max((len(entry.id) for entry in entries), default=0)
    for entry in entries:
        theme, findings = read_theme(entry.path)
        for finding in findings:
            out.note_block(render(finding, ()))
        if theme is not None:
            out.line(f"{theme.name:<{width}}  {'dark ' if theme.dark else 'light'}  {entry.origin:<7}  {entry.path}")
    return 0
