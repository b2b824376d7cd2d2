"""`hexapla library`: an index over many articles on disk."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from tui.cli.errors import RefusedError
from tui.cli.interrupting import waiting
from tui.cli.output import Output, ProgressLine
from tui.cli.parser import Parser

if TYPE_CHECKING:
    from tui.search.libraries import Kept
    from tui.search.library import Progress, Summary

_WORTH_TELLING = 2**20  # bytes


def arguments(parser: Parser) -> None:
    """ACTION, then paths."""
    parser.add_argument("action", choices=sorted(_ACTIONS), metavar="ACTION", help="add, remove, status or rebuild")
    parser.add_argument("paths", nargs="*", metavar="PATH", help="articles, or folders with .txt and .md files")
    parser.add_argument("--check", action="store_true", help="with status: read the whole index and say what is wrong")
    add_folder(parser)


def add_folder(parser: Parser) -> None:
    """Add `--folder`, for every command that asks a library."""
    parser.add_argument(
        "--folder",
        action="append",
        default=[],
        metavar="DIR | URL",
        help="where the library is kept, if not in your data folder: a folder, or postgresql://…, once a server; "
        "HEXAPLA_LIBRARY says the same",
    )


def run(options: argparse.Namespace, out: Output) -> int:
    """Carry the action out; 1 when `--check` found something."""
    with refusing():
        return _ACTIONS[options.action](options, out)


def where(options: argparse.Namespace) -> tuple[str, ...]:
    """Where the library is kept: `--folder`, else `HEXAPLA_LIBRARY`, else the user's data folder."""
    from tui.search import libraries

    given = tuple(place for text in options.folder for place in libraries.places(text))
    if options.folder and not given:
        raise RefusedError("hexapla: --folder has no name: say where the library is kept")
    given = given or libraries.usual(os.environ)
    if not given:
        raise RefusedError("hexapla: there is no home folder: say with --folder where the library is kept")
    return given


@contextmanager
def refusing() -> Iterator[None]:
    """Refuse, in one line, what a library refuses."""
    from tui.search.library import DamagedError, LibraryError

    try:
        yield
    except DamagedError as error:
        raise RefusedError(
            f"hexapla: the library's index is damaged ({error}); 'hexapla library rebuild' makes it anew"
        ) from None
    except LibraryError as error:
        raise RefusedError(f"hexapla: {error}") from None


def _add(options: argparse.Namespace, out: Output) -> int:
    from tui.search import libraries
    from tui.search.library import Progress

    reached = Progress()

    def tell(progress: Progress) -> None:
        nonlocal reached
        reached = progress
        rest()
        line.show(lambda: described(progress))

    with ProgressLine(out) as line:
        say = partial(out.passing, "interrupted: what was read is being written; Ctrl+C once more ends at once")
        with waiting(lambda: reached.articles > 0, say) as rest:
            library = libraries.at(where(options), say=out.note, progress=tell)
            _must_be_there(options.paths, library)
            try:
                summary = library.add(options.paths)
            except KeyboardInterrupt:
                line.interrupted = _kept(reached)
                raise
    _tell(summary, out)
    return 0


def _kept(reached: Progress) -> str:
    """What an interrupted addition leaves."""
    if not reached.indexed:
        return "interrupted: nothing is indexed yet; the same command begins anew"
    counts = f"{reached.indexed:,} of {reached.of_articles:,} articles"
    return f"interrupted: {counts} are indexed; the same command goes on from there"


def _must_be_there(paths: Sequence[str], library: Kept) -> None:
    """Refuse a path where nothing is, unless it was added before: what is there no more is forgotten."""
    gone = [path for path in paths if not os.path.lexists(path)]
    known = {root for root, _ in library.status().roots} if gone else set[str]()
    for path in gone:
        if os.path.abspath(path) not in known:  # noqa: PTH100 - as the library makes paths absolute
            raise RefusedError(f"hexapla library add: {path}: no such file or folder; nothing was added")


def _remove(options: argparse.Namespace, out: Output) -> int:
    if not options.paths:
        raise RefusedError("hexapla library remove: say which paths; 'hexapla library status' lists them")
    with _library(options, out) as library:
        summary = library.remove(options.paths)
    _tell(summary, out)
    return 0


def _rebuild(options: argparse.Namespace, out: Output) -> int:
    with _library(options, out) as library:
        summary = library.rebuild()
    _tell(summary, out)
    return 0


def _status(options: argparse.Namespace, out: Output) -> int:
    with _library(options, out) as library:
        status = library.status()
        problems = library.integrity() if options.check else ()
    counts = f"{status.articles:,} articles, {status.passages:,} passages, {status.words:,} different words"
    out.line(f"{counts}, {_megabytes(status.bytes)} on disk")
    for root, articles in status.roots:
        out.line(f"{articles:>9,}  ", root)
    if status.spare >= max(_WORTH_TELLING, status.bytes // 5):
        out.note(f"about {_megabytes(status.spare)} of it is left of articles taken out: 'library rebuild' frees it")
    for path in status.without:
        out.line(f"{'left out':>9}  ", path)
    if not options.check:
        return 0
    for problem in problems:
        out.line("wrong: ", problem)
    out.note(
        f"{len(problems)} wrong; 'hexapla library rebuild' makes the index anew" if problems else "nothing is wrong"
    )
    return 1 if problems else 0


_ACTIONS = {"add": _add, "remove": _remove, "rebuild": _rebuild, "status": _status}


@contextmanager
def _library(options: argparse.Namespace, out: Output) -> Iterator[Kept]:
    """The library, whose progress is shown."""
    from tui.search import libraries

    with ProgressLine(out) as line:
        yield libraries.at(
            where(options), say=out.note, progress=lambda progress: line.show(lambda: described(progress))
        )


def described(progress: Progress) -> str:
    """An update in words: how far, how fast, how long yet."""
    done = progress.bytes / progress.of_bytes if progress.of_bytes else 1.0
    text = f"{progress.articles:,} of {progress.of_articles:,} articles, {100 * done:.0f} %"
    if progress.seconds < 1 or not progress.passages:
        return text
    rate = progress.passages / progress.seconds
    left = progress.seconds * (1 - done) / done if done else 0.0
    return f"{text}, {rate:,.0f} passages a second, {_span(left)} left"


def _span(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min {rest} s" if minutes else f"{rest} s"


def _tell(summary: Summary, out: Output) -> None:
    counts = {
        "added": summary.added,
        "changed": summary.changed,
        "unchanged": summary.unchanged,
        "gone": summary.gone,
        "skipped": summary.skipped,
    }
    said = [f"{count:,} {name}" for name, count in counts.items() if count]
    out.note(", ".join(said) or "nothing to do")


def _megabytes(count: int) -> str:
    return f"{count / 2**20:,.1f} MB"
