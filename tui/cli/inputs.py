"""From the names on the command line to briefings and documents. Everything unreadable becomes a `RefusedError`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.cli.errors import RefusedError, suggestion
from tui.cli.output import Output
from tui.cli.parser import Parser

if TYPE_CHECKING:
    from tui.briefing import BriefingError
    from tui.documents import Document
    from tui.evidence.model import ResolvedBriefing
    from tui.notes import Placed

SUFFIXES = (".yaml", ".yml")


class Inputs(NamedTuple):
    """What a command is to read: one briefing, or articles, or neither."""

    briefing: Path | None
    articles: tuple[Path, ...]


def add_root(parser: Parser, what: str = "briefing") -> None:
    """Add `--root`, for every command that opens or drafts a briefing."""
    parser.add_argument(
        "--root",
        action="append",
        default=[],
        type=Path,
        metavar="DIR",
        help=f"a folder the {what} may also take articles from, besides its own parent folder; repeatable",
    )


def tell_apart(names: Sequence[str]) -> Inputs:
    """A briefing (by its suffix or id) or articles; both at once are refused, so are two briefings."""
    kinds = [(name, _as_briefing(name)) for name in names]
    briefings = [path for _, path in kinds if path is not None]
    articles = tuple(Path(name) for name, path in kinds if path is None)
    if briefings and len(kinds) > 1:
        raise RefusedError("hexapla: give one briefing, or articles, not several briefings or both")
    return Inputs(briefings[0] if briefings else None, articles)


def or_default(inputs: Inputs) -> Inputs:
    """`inputs`; when they are empty the briefing opened last, or the only one at hand; still empty without either."""
    if inputs.briefing or inputs.articles:
        return inputs
    from tui import resources

    last = resources.last_briefing()
    if last is None:
        at_hand = resources.briefings()
        last = at_hand[0].path if len(at_hand) == 1 else None
    return Inputs(last, ())


def briefing_path(name: str) -> Path:
    """The briefing called `name`: a file, or the id of one at hand."""
    path = Path(name)
    if path.suffix in SUFFIXES or _exists(path):
        return path
    return _by_id(name)


def resolve(path: Path, roots: Sequence[Path], out: Output) -> ResolvedBriefing:
    """The briefing with every quotation placed. Sources that cannot be read are told on stderr.

    Raises RefusedError with all findings, carets and all, when the briefing has an error.
    """
    from tui import briefing, evidence

    try:
        authored = briefing.load(path, roots=roots)
    except briefing.BriefingError as error:
        raise refused(error) from None
    resolved = evidence.resolve(authored)
    for problem in resolved.problems:
        out.note(f"hexapla: {problem.message}")
    return resolved


def of_article(path: Path) -> str:
    """What to say where a briefing was asked for and an article is named; "" where that is not so."""
    if path.suffix not in (".txt", ".md"):
        return ""
    way = f"'hexapla open {path}' reads it, 'hexapla new' drafts a briefing from several"
    return f"hexapla: {path} looks like an article, not like a briefing: {way}"


def refused(error: BriefingError) -> RefusedError:
    """All errors of a briefing, carets and all."""
    from tui.briefing import render

    told = [render(finding, error.lines) for finding in error.findings if finding.severity == "error"]
    told += filter(None, [of_article(Path(error.findings[0].file))])
    return RefusedError("\n".join(told))


def load_documents(articles: Sequence[Path]) -> list[Document]:
    """Every article, loaded; raises RefusedError naming the first that cannot be."""
    from tui.documents import ArticleError, load

    try:
        return [load(path) for path in articles]
    except ArticleError as error:
        raise RefusedError(f"hexapla: {error}") from None


def kept_notes(resolved: ResolvedBriefing, out: Output) -> list[Placed]:
    """The reader's notes on the briefing; refused where their file is in disorder, said where there are none."""
    from tui.notes import notes_file, placed, read

    path = notes_file(resolved.briefing)
    kept = read(path) if path else None
    if kept is None or (not kept.notes and not kept.findings):
        out.note("nothing is bookmarked or noted in this briefing")
        return []
    if kept.findings:
        first = kept.findings[0]
        hint = f"; {first.hint}" if first.hint else ""
        raise RefusedError(f"{first.file}:{first.line}:{first.column}: {first.message}{hint}")
    return placed(kept.notes, resolved.documents)


def roots(options: argparse.Namespace) -> tuple[Path, ...]:
    """The folders given by `--root` and by the settings; raises RefusedError for a `--root` that is not a folder."""
    from tui import settings

    for folder in options.root:
        if not folder.is_dir():
            raise RefusedError(f"hexapla: --root {folder}: not a folder")
    return (*options.root, *settings.load().settings.roots)


def _as_briefing(name: str) -> Path | None:
    path = Path(name)
    if path.suffix in SUFFIXES:
        return path
    return None if _exists(path) else _by_id(name)


def _exists(path: Path) -> bool:
    try:
        return path.exists() or path.is_symlink()
    except (OSError, ValueError):  # A name too long, a folder that may not be searched: loading it says so.
        return True


def _by_id(name: str) -> Path:
    from tui import briefing, resources

    at_hand = {entry.id: entry.path for entry in resources.briefings()}
    if name in at_hand:
        return at_hand[name]
    own = {read.briefing.id: path for path in at_hand.values() if (read := briefing.read(path)).briefing}
    if name in own:
        return own[name]
    raise RefusedError(f"hexapla: {name}: no such file or briefing{suggestion(name, {**own, **at_hand})}")
