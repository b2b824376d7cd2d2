"""The command line: parse, call, print. A command's module is imported when it is asked for, and no sooner."""

from tui.cli.entry import run

__all__ = ["run"]
