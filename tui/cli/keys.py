"""`hexapla keys`: the reader's keys, from the one command table."""

from __future__ import annotations

import argparse

from tui.cli.output import Output
from tui.cli.parser import Parser


def arguments(parser: Parser) -> None:
    """None."""


def run(options: argparse.Namespace, out: Output) -> int:
    """One line a command: id, its keys by their names, what it does; a blank line between groups."""
    from tui.reader.commands import COMMANDS

    ids = max(len(command.id) for command in COMMANDS)
    keys = max(len(" ".join(command.keys)) for command in COMMANDS)
    group = COMMANDS[0].group
    for command in COMMANDS:
        if command.group != group:
            out.own("\n")
            group = command.group
        out.line(f"{command.id:<{ids}}  {' '.join(command.keys):<{keys}}  {command.title}")
    return 0
