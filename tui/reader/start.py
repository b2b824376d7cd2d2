"""From the command line to the first screen: load, prove, choose inks, run."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui import resources
from tui.reader.ink import Depth
from tui.reader.wardrobe import Wardrobe
from tui.settings import Loaded

_CLEARING_UP = 1.0  # seconds after the start

if TYPE_CHECKING:
    from tui.evidence.model import ResolvedBriefing
    from tui.reader.app import Hexapla


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
    from tui import settings
    from tui.reader import chosen
    from tui.reader.widgets.first_run import is_first_run

    loaded = settings.load()
    app = make_app(briefing, articles=articles, roots=roots, theme=theme, loaded=loaded, keeping=True)
    chosen.watch(app)
    app.following.start()
    if briefing is not None:
        resources.remember_briefing(briefing)
    app.first_run = is_first_run()
    _clear_up_later(app)
    return _run(app)


def _clear_up_later(app: Hexapla) -> None:
    """Once the screen stands, remove what killed programs have left beside files that are written."""
    from threading import Timer

    from tui.notes.files import notes_file
    from tui.reader.export_target import last_folder
    from tui.reader.session import session_file
    from tui.writing import sweep

    briefing = app.resolved.briefing
    files = [session_file(briefing), notes_file(briefing), briefing.path if briefing.path.name else None]
    folders = {file.parent for file in files if file}

    def clear() -> None:
        for folder in folders | set(filter(None, (resources.user_folder("state"), last_folder()))):
            sweep(folder)

    timer = Timer(_CLEARING_UP, clear)
    timer.daemon = True
    timer.start()


def _run(app: Hexapla) -> int:
    """Run `app` on the terminal, which it gives back however it ends; raises the fault it ended over."""
    from tui.reader.crash import raise_fault
    from tui.reader.driver import ReaderDriver
    from tui.reader.ending import Ending
    from tui.reader.importing import one_at_a_time
    from tui.reader.terminal import fill_control_tables

    one_at_a_time()
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
    loaded: Loaded | None = None,
    keeping: bool = False,
) -> Hexapla:
    """The application, loaded but not running. Raises ArticleError or BriefingError, each one clean line or more.

    `loaded` are the settings, by default none; with `keeping` the briefing begins where it was left, and where
    reading stands is kept at the end.
    """
    from tui.reader import chosen, returning
    from tui.reader.app import Hexapla

    loaded = loaded or Loaded()
    resolved = _resolved(briefing, articles, roots)
    session, why = returning.load(resolved, keeping)
    usual = theme or chosen.theme_name(loaded.settings, environ)
    wardrobe = themes(usual if theme else session.theme or usual)
    signs = chosen.glyphs(loaded.settings, environ)
    app = Hexapla(resolved, wardrobe, depth=colour_depth(environ), glyphs=signs, roots=roots)
    app.environ, app.keeps_sessions, app.usual_theme = environ, keeping, usual
    app.theme_chosen = not theme and bool(session.theme) and wardrobe.first.name == session.theme
    chosen.take_settings(app, loaded)
    returning.take_up(app, session, why)
    app.notices += chosen.theme_notices(wardrobe)
    return app


def _resolved(briefing: str | Path | None, articles: Sequence[Path], roots: Sequence[Path]) -> ResolvedBriefing:
    from tui.briefing import load
    from tui.documents import ArticleError
    from tui.evidence import resolve

    if briefing is not None:
        return resolve(load(Path(briefing), roots=roots))
    if articles:
        from tui.drafting import opened  # with all that comparing takes; a briefing is read without it

        resolved = resolve(opened(articles))
        if not resolved.documents:
            raise ArticleError(resolved.problems[0].message)
        return resolved
    from tui.reader.arrival import NOTHING

    return NOTHING


def themes(first: str | None) -> Wardrobe:
    """All themes, `first` (by default lamp) to begin with."""
    return Wardrobe(first or "")


def colour_depth(environ: Mapping[str, str]) -> Depth:
    """What the terminal can show, as the environment says it (https://no-color.org; terminfo names)."""
    if environ.get("NO_COLOR") or environ.get("TERM", "").endswith(("-mono", "-m")) or environ.get("TERM") == "vt100":
        return "mono"
    if environ.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return "full"
    if "256" in environ.get("TERM", ""):  # as in tmux and over ssh, which hand COLORTERM on to nobody
        return "palette"
    return "sixteen" if environ.get("TERM") in ("linux", "xterm", "screen", "ansi", "rxvt", "vt220") else "full"
