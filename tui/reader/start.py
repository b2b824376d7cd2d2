"""From the command line to the first screen: load, prove, choose inks, run."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui import resources
from tui.reader.glyphs import FULL, PLAIN, Glyphs
from tui.reader.ink import Depth
from tui.reader.themes import Theme, load_themes

if TYPE_CHECKING:
    from tui.evidence.model import ResolvedBriefing
    from tui.reader.app import Hexapla

FIRST_THEMES = ("lamp", "vellum", "mono")


def start(
    *,
    briefing: Path | None = None,
    articles: Sequence[Path] = (),
    roots: Sequence[Path] = (),
    theme: str | None = None,
) -> int:
    """Run the reader; the exit code of the program. Raises ArticleError or BriefingError before the screen is taken.

    A briefing that was read is the one to begin with the next time.
    """
    from tui.reader.widgets.first_run import is_first_run

    app = make_app(briefing, articles=articles, roots=roots, theme=theme)
    if briefing is not None:
        resources.remember_briefing(briefing)
    app.first_run = is_first_run()
    return _run(app)


def _run(app: Hexapla) -> int:
    """Run `app` on the terminal, which it gives back however it ends; raises the fault it ended over."""
    from tui.reader.crash import raise_fault
    from tui.reader.driver import ReaderDriver
    from tui.reader.ending import Ending
    from tui.reader.terminal import fill_control_tables

    fill_control_tables()
    app.driver_class = ReaderDriver
    with Ending(app):
        app.run()
    raise_fault(app)
    return app.return_code or 0


def make_app(
    briefing: str | Path | None = None,
    *,
    articles: Sequence[Path] = (),
    roots: Sequence[Path] = (),
    theme: str | None = None,
    environ: Mapping[str, str] = os.environ,
) -> Hexapla:
    """The application, loaded but not running. Raises ArticleError or BriefingError, each one clean line or more."""
    from tui.reader.app import Hexapla

    resolved = _resolved(briefing, articles, roots)
    return Hexapla(resolved, themes(theme), depth=colour_depth(environ), glyphs=glyphs(environ), roots=roots)


def _resolved(briefing: str | Path | None, articles: Sequence[Path], roots: Sequence[Path]) -> ResolvedBriefing:
    from tui.briefing import load
    from tui.briefing.bare import from_articles
    from tui.evidence import resolve

    if briefing is not None:
        return resolve(load(Path(briefing), roots=roots))
    if articles:
        return resolve(from_articles(articles))
    from tui.reader.arrival import NOTHING

    return NOTHING


def themes(first: str | None) -> list[Theme]:
    """All themes, `first` (by default lamp) in front, then the shipped order, then the user's by name."""
    order = {name: number for number, name in enumerate(FIRST_THEMES)}
    found, findings = load_themes(shelved.path for shelved in resources.themes())
    for finding in findings:
        sys.stderr.write(f"hexapla: {finding.file}:{finding.line}:{finding.column}: {finding.message}\n")
    return sorted(found, key=lambda theme: (theme.name != first, order.get(theme.name, 9), theme.name))


def colour_depth(environ: Mapping[str, str]) -> Depth:
    """What the terminal can show, as the environment says it (https://no-color.org; terminfo names)."""
    if environ.get("NO_COLOR") or environ.get("TERM", "").endswith(("-mono", "-m")) or environ.get("TERM") == "vt100":
        return "mono"
    if environ.get("COLORTERM", "").lower() in ("truecolor", "24bit") or "256" in environ.get("TERM", ""):
        return "full"
    return "sixteen" if environ.get("TERM") in ("linux", "xterm", "screen", "ansi", "rxvt", "vt220") else "full"


def glyphs(environ: Mapping[str, str]) -> Glyphs:
    """Plain signs for the Linux console and wherever `HEXAPLA_GLYPHS=plain` asks for them."""
    plain = environ.get("TERM") == "linux" or environ.get("HEXAPLA_GLYPHS") == "plain"
    return PLAIN if plain else FULL
