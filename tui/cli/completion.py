"""`hexapla completion`: completion scripts, made from the table of commands."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from tui.cli.output import Output
from tui.cli.parser import Parser

TOP = {"help": "show the help", "version": "print the version"}
IDS = "hexapla list 2>/dev/null | sed 's/  .*//'"  # a briefing's id ends where the two spaces begin


def arguments(parser: Parser) -> None:
    """SHELL."""
    parser.add_argument("shell", choices=sorted(SCRIPTS), metavar="SHELL", help="bash, zsh or fish")


def run(options: argparse.Namespace, out: Output) -> int:
    """Print the script: `source <(hexapla completion bash)`."""
    from tui.cli.table import all_parsers

    commands = {command.name: (command.help, parser) for command, parser in all_parsers()}
    out.own(SCRIPTS[options.shell](commands))
    return 0


Commands = dict[str, tuple[str, Parser]]


def _takes_briefing(parser: Parser) -> bool:
    return any("BRIEFING" in str(action.metavar) for action in parser.described if not action.option_strings)


def _options(parser: Parser) -> list[argparse.Action]:
    return [action for action in parser.described if action.option_strings]


def _bash(commands: Commands) -> str:
    options = "\n".join(
        f"      {name}) options='{' '.join(parser.options)}' ;;" for name, (_, parser) in commands.items()
    )
    briefing = "|".join(name for name, (_, parser) in commands.items() if _takes_briefing(parser))
    # Ids are compared in a loop: `compgen -W` would run what stands in `$(…)` in a file's name.
    return f"""\
_hexapla() {{
  local cur=${{COMP_WORDS[COMP_CWORD]}} options='' id
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W '{" ".join(commands)} {" ".join(f"--{name}" for name in TOP)}' -- "$cur"))
    return
  fi
  if [[ $cur == -* ]]; then
    case ${{COMP_WORDS[1]}} in
{options}
    esac
    COMPREPLY=($(compgen -W "$options" -- "$cur"))
    return
  fi
  case ${{COMP_WORDS[1]}} in
    {briefing})
      while IFS= read -r id; do [[ $id == "$cur"* ]] && COMPREPLY+=("$id"); done < <({IDS}) ;;
    completion) COMPREPLY=($(compgen -W 'bash fish zsh' -- "$cur")); return ;;
  esac
  while IFS= read -r id; do COMPREPLY+=("$id"); done < <(compgen -f -- "$cur")
}}
complete -o filenames -F _hexapla hexapla
"""


def _zsh(commands: Commands) -> str:
    names = "\n".join(f"    '{name}:{_quoted(summary)}'" for name, (summary, _) in commands.items())
    options = "\n".join(
        f"    {name}) options=({' '.join(map(_zsh_option, _options(parser)))}) ;;"
        for name, (_, parser) in commands.items()
    )
    briefing = "|".join(name for name, (_, parser) in commands.items() if _takes_briefing(parser))
    top = " ".join(f"'--{name}:{does}'" for name, does in TOP.items())
    return f"""\
#compdef hexapla
_hexapla() {{
  local -a commands top options ids
  top=({top})
  commands=(
{names}
  )
  if ((CURRENT == 2)); then
    _describe command commands -- top
    return
  fi
  case $words[2] in
{options}
  esac
  if [[ $words[CURRENT] == -* ]]; then
    _describe option options
    return
  fi
  case $words[2] in
    {briefing}) ids=(${{(f)"$({IDS})"}}); compadd -a ids ;;
    completion) compadd bash fish zsh; return ;;
  esac
  _files
}}
if [[ $funcstack[1] == _hexapla ]]; then _hexapla "$@"; else compdef _hexapla hexapla; fi
"""


def _zsh_option(action: argparse.Action) -> str:
    return f"'{action.option_strings[-1]}:{_quoted(action.help or '')}'"


def _fish(commands: Commands) -> str:
    lines = ["# fish completion for hexapla"]
    lines += [f"complete -c hexapla -n __fish_use_subcommand -l {name} -d '{does}'" for name, does in TOP.items()]
    for name, (summary, parser) in commands.items():
        lines.append(f"complete -c hexapla -n __fish_use_subcommand -a {name} -d '{_quoted(summary)}'")
        lines += [
            f"complete -c hexapla -n '__fish_seen_subcommand_from {name}' {_fish_option(a)}" for a in _options(parser)
        ]
        if _takes_briefing(parser):
            lines.append(f"complete -c hexapla -n '__fish_seen_subcommand_from {name}' -a \"({IDS})\"")
    lines.append("complete -c hexapla -n '__fish_seen_subcommand_from completion' -f -a 'bash fish zsh'")
    return "\n".join(lines) + "\n"


def _fish_option(action: argparse.Action) -> str:
    names = [f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in action.option_strings]
    takes = " -r" if action.nargs is None else ""
    return f"{' '.join(names)}{takes} -d '{_quoted(action.help or '')}'"


def _quoted(text: str) -> str:
    """Help as it may stand between single quotes in all three shells."""
    return text.replace("'", "").replace(":", ",")


SCRIPTS: dict[str, Callable[[Commands], str]] = {"bash": _bash, "zsh": _zsh, "fish": _fish}
