"""`hexapla config`: the settings in force, as a file to edit."""

from __future__ import annotations

import argparse

from tui.cli.output import Output
from tui.cli.parser import Parser


def arguments(parser: Parser) -> None:
    """Where the file is, or the defaults."""
    parser.add_argument("--path", action="store_true", help="print where the file is read from; it need not exist")
    parser.add_argument("--defaults", action="store_true", help="print the settings as they are without a file")


def run(options: argparse.Namespace, out: Output) -> int:
    """Valid YAML that reads back as the same settings; what is wrong with the file is told on stderr."""
    from tui import settings
    from tui.briefing import render
    from tui.reader.keymap import in_force
    from tui.settings.printing import yaml_text

    if options.path:
        out.line(str(settings.settings_file() or "none: there is no home folder"))
    elif options.defaults:
        out.own(yaml_text(settings.Settings()))
    else:
        loaded = settings.load()
        for finding in in_force(loaded)[1]:
            out.note_block(render(finding, loaded.lines))
        out.own(yaml_text(loaded.settings))
    return 0
