"""`hexapla open`: the reader. The only command that needs a terminal, and the only one that imports Textual."""

from __future__ import annotations

import argparse
import os
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path

from tui.cli.errors import RefusedError, suggestion
from tui.cli.inputs import Inputs, add_root, refused, roots, tell_apart
from tui.cli.output import Output
from tui.cli.parser import Parser

_SLOW = 3_000_000  # bytes of files named that take more than half a second to be read


def arguments(parser: Parser) -> None:
    """One briefing, or articles, or nothing."""
    parser.add_argument(
        "files",
        nargs="*",
        metavar="BRIEFING | ARTICLE",
        help="the last briefing, or a list to pick from, when none is given",
    )
    parser.add_argument("--theme", metavar="NAME", help="one of those 'hexapla themes' shows")
    add_root(parser)


def run(options: argparse.Namespace, out: Output) -> int:
    """Read until the reader quits; returns its exit code."""
    inputs = _or_last(tell_apart(options.files))
    allowed = roots(options)
    given = [*filter(None, (inputs.briefing, *inputs.articles))]
    for path in given:
        _must_be_readable(path)
    _must_not_be_folders(given)
    _need_terminal(inputs, options.files)

    if options.theme is not None:
        _must_be_theme(options.theme)
    size = sum(path.stat().st_size for path in given)
    if size > _SLOW:
        out.passing(f"reading {size / 1e6:,.0f} MB, which may take seconds; Ctrl+C ends it")
    code = _read(inputs, allowed, options.theme)
    if size > _SLOW:
        out.passing("")
    return code


def _or_last(inputs: Inputs) -> Inputs:
    """`inputs`; when they are empty the briefing opened last; still empty the first time: the reader has a list."""
    if inputs.briefing or inputs.articles:
        return inputs
    from tui import resources

    return Inputs(resources.last_briefing(), ())


def _read(inputs: Inputs, allowed: Sequence[Path], theme: str | None) -> int:
    from tui import reader
    from tui.briefing import BriefingError
    from tui.documents import ArticleError

    try:
        return reader.run(briefing=inputs.briefing, articles=inputs.articles, roots=allowed, theme=theme)
    except BriefingError as error:
        raise refused(error) from None
    except ArticleError as error:
        raise RefusedError(f"hexapla: {error}") from None


def _must_be_theme(name: str) -> None:
    from tui.reader.wardrobe import Wardrobe

    themes = Wardrobe(name)
    if themes.first.name != name:
        names = [theme.name for theme in themes]
        raise RefusedError(f"hexapla open: no theme '{name}'{suggestion(name, names)}\nThere are: {', '.join(names)}")


def _must_be_readable(path: Path) -> None:
    """A name mistyped is told before the screen is taken."""
    try:
        path.stat()
    except (OSError, ValueError) as error:
        raise RefusedError(f"hexapla: {path}: {getattr(error, 'strerror', error)}") from None


def _must_not_be_folders(paths: Sequence[Path]) -> None:
    """No command reads a folder, so none is advised; articles beside one are read, and the reader tells of it."""
    if paths and all(path.is_dir() for path in paths):
        raise RefusedError(f"hexapla: {paths[0]}: it is a folder, not a briefing or an article")


def _need_terminal(inputs: Inputs, names: Sequence[str]) -> None:
    """Refuse without a terminal, in one line; give the reader the terminal when stdin or stderr is a pipe."""
    instead = _instead(inputs, names)
    if not _is_terminal(1):
        raise RefusedError(f"hexapla open: stdout is no terminal; without one: {instead}")
    if os.environ.get("TERM", "dumb") in {"", "dumb", "unknown"}:
        raise RefusedError(
            f"hexapla open: this terminal (TERM={os.environ.get('TERM', '')}) cannot show the reader; use {instead}"
        )
    # The reader reads keys from descriptor 0 and draws on 2: `… | hexapla` would wait for ever.
    if not (_is_terminal(0) and _is_terminal(2)) and not _reopen_terminal():
        raise RefusedError(f"hexapla open: stdin is no terminal and /dev/tty cannot be opened; without one: {instead}")


def _instead(inputs: Inputs, names: Sequence[str]) -> str:
    files = shlex.join(names)
    if inputs.articles:
        return f"hexapla search QUERY {files}"
    return f"hexapla show {files or 'BRIEFING'}"


def _is_terminal(descriptor: int) -> bool:
    try:
        return os.isatty(descriptor)
    except OSError:
        return False


def _reopen_terminal() -> bool:
    """Put the controlling terminal on descriptors 0 and 2 where they are something else."""
    try:
        terminal = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY)
    except OSError:
        return False
    for descriptor in (0, 2):
        if not _is_terminal(descriptor):
            os.dup2(terminal, descriptor)
    if terminal > 2:  # it is 0 itself when the program was started with stdin closed
        os.close(terminal)
    # A stream closed at start is None: Textual asks for its descriptor.
    sys.stdin = sys.__stdin__ = sys.__stdin__ or os.fdopen(0, closefd=False)  # type: ignore[misc]
    sys.stderr = sys.__stderr__ = sys.__stderr__ or os.fdopen(2, "w", closefd=False)  # type: ignore[misc]
    return True
