"""From `sys.argv` to an exit code.

0 done, 1 findings or nothing found, 2 wrong usage or unreadable input, 130 interrupted.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from tui.cli.errors import RefusedError, suggestion
from tui.cli.output import Output
from tui.cli.table import BY_NAME, command_parser, main_help

DONE, NOTHING, WRONG, INTERRUPTED = 0, 1, 2, 130


def run() -> int:
    """The `hexapla` command: carries out the process's arguments and returns the exit code."""
    out = Output(sys.stdout, sys.stderr)
    try:
        return out.finish(main(sys.argv[1:], out))
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - a fault of the program itself: told in one line, not in a traceback
        from tui import crash

        out.note(crash.line(error, crash.log(error)))
        return WRONG


def main(argv: Sequence[str], out: Output) -> int:
    """Carry out `argv` (without the program's name), printing to `out`; returns the exit code."""
    try:
        return _dispatch(list(argv) or ["open"], out)
    except RefusedError as refusal:
        out.note_block(str(refusal))
        return WRONG
    except SystemExit as done:  # argparse, after --help and --version
        return done.code if isinstance(done.code, int) else DONE


def _dispatch(argv: list[str], out: Output) -> int:
    name, *rest = argv
    command = BY_NAME.get(name)
    if command is not None:
        return command.load().run(command_parser(command).parse(rest), out)
    if name in {"-h", "--help"}:
        out.own(main_help())
    elif name == "--version":
        # The distribution's metadata takes 20 ms to read: only when asked for.
        from importlib.metadata import version

        out.own(f"hexapla {version('hexapla')}\n")
    else:
        raise RefusedError(_unknown(name))
    return DONE


def _unknown(name: str) -> str:
    if name.startswith("-"):
        message = f"unknown option '{name}'{suggestion(name, ['--help', '--version'])}"
    elif name.endswith((".yaml", ".yml", ".txt", ".md")):
        message = f"'{name}' is not a command: did you mean 'hexapla open {name}'?"
    else:
        message = f"'{name}' is not a command{suggestion(name, BY_NAME)}"
    return f"hexapla: {message}\nTry 'hexapla --help'."
