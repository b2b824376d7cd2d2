"""`hexapla keys`: the reader's keys as they are in force, from the one command table."""

from __future__ import annotations

import argparse

from tui.cli.output import Output
from tui.cli.parser import Parser


def arguments(parser: Parser) -> None:
    """Which keys: those in force, or a preset's."""
    parser.add_argument("--preset", choices=["vim", "plain"], help="the keys of a preset, whatever the settings say")


def run(options: argparse.Namespace, out: Output) -> int:
    """One line a command: id, its keys by their names, what it does; a blank line between groups."""
    from tui import settings
    from tui.briefing import render
    from tui.reader.keymap import in_force

    loaded = settings.load()
    if options.preset:
        loaded = settings.Loaded(settings.Settings(keys=settings.Keys(options.preset)))
    commands, findings = in_force(loaded)
    for finding in findings:
        out.note_block(render(finding, loaded.lines))
    ids = max(len(command.id) for command in commands)
    keys = max(len(" ".join(command.keys)) for command in commands)
    group = commands[0].group
    for command in commands:
        if command.group != group:
            out.own("\n")
            group = command.group
        out.line(f"{command.id:<{ids}}  {' '.join(command.keys):<{keys}}  {command.title}")
    return 0
