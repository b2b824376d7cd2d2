"""The table of commands: name, one line of help, and the module that carries it out."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from importlib import import_module
from typing import NamedTuple, Protocol, cast

from tui.cli.output import Output
from tui.cli.parser import Parser

HELP = """\
usage: hexapla [COMMAND] [ARGUMENT …]

Read several sources about one event side by side, with every quotation proved.

commands:
{commands}

options:
  -h, --help  show this help, or a command's own: hexapla COMMAND --help
  --version   print the version

Without a command the last briefing opens. BRIEFING is a YAML file, or the id of a briefing
that 'hexapla list' shows; ARTICLE is a text file. Data goes to stdout, all else to stderr.
Exit: 0 done, 1 findings or nothing found, 2 wrong usage or unreadable input, 130 interrupted.
"""


class Module(Protocol):
    """What a command's module offers."""

    def arguments(self, parser: Parser) -> None:
        """Add the command's arguments."""

    def run(self, options: argparse.Namespace, out: Output) -> int:
        """Carry the command out; returns the exit code."""


class Command(NamedTuple):
    """One command; `module` is imported when the command is asked for."""

    name: str
    help: str
    module: str

    def load(self) -> Module:
        """The module that carries the command out."""
        return cast(Module, import_module(f"tui.cli.{self.module}"))


COMMANDS = (
    Command("open", "read a briefing, or compare articles, in the reader", "open"),
    Command("search", "fuzzy search, best first", "search"),
    Command("quote", "place a quotation in articles, or say why not", "quote"),
    Command("compare", "links, groups and differences between articles", "compare"),
    Command("check", "every finding about a briefing, with its place", "check"),
    Command("show", "a briefing as plain text", "show"),
    Command("export", "a briefing as Markdown that can be cited", "export"),
    Command("new", "a briefing drafted from articles", "new"),
    Command("library", "an index over many articles on disk: add, remove, status, rebuild", "library"),
    Command("list", "the briefings at hand", "listing"),
    Command("themes", "the themes at hand", "themes"),
    Command("keys", "the keys of the reader, with the ids to remap them by", "keys"),
    Command("config", "the settings in force, as a file to edit", "config"),
    Command("paths", "where Hexapla reads and keeps its files", "paths"),
    Command("completion", "a completion script for bash, zsh or fish", "completion"),
)
BY_NAME = {command.name: command for command in COMMANDS}


def command_parser(command: Command) -> Parser:
    """The parser of one command, with its arguments."""
    parser = Parser(prog=f"hexapla {command.name}", description=f"{command.help[0].upper()}{command.help[1:]}.")
    command.load().arguments(parser)
    return parser


def all_parsers() -> Iterator[tuple[Command, Parser]]:
    """Every command with its parser, for the completion scripts."""
    for command in COMMANDS:
        yield command, command_parser(command)


def main_help() -> str:
    """The help of `hexapla` itself."""
    return HELP.format(commands="\n".join(f"  {command.name:<10}  {command.help}" for command in COMMANDS))
