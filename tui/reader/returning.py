"""The reader and its session: what is kept when it ends or turns to another briefing, and what comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.reader import session as sessions
from tui.reader.arrangement import arrangement
from tui.reader.hand import Place
from tui.reader.messages import Message
from tui.reader.session import MOST_QUERIES, Session

if TYPE_CHECKING:
    from tui.evidence.model import ResolvedBriefing
    from tui.reader.app import Hexapla


def now(reader: Hexapla) -> Session:
    """Where reading stands. While hits are walked it stands where the walk began."""
    from tui.reader import fingerprint

    section, statement = reader.hand.section, reader.hand.statement
    known = [name for _, name in reader.view_names()]
    view = reader.view_name if reader.view_name in known else reader.view_before
    mine = {name: view.kept() for name, view in reader.views.items()}
    return Session(
        view=view if view in known else "",
        section=section.section.id if section else "",
        statement=statement.statement.id if statement else "",
        quotation=reader.hand.place.quotation,
        theme=reader.ink.theme.name if reader.theme_chosen else "",
        views={**reader.session.views, **{name: kept for name, kept in mine.items() if kept is not None}},
        queries=tuple(reader.queries[-MOST_QUERIES:]),
        sources=reader.arrangement.kept(),
        marks=marks(reader),
        said=fingerprint.of(reader.resolved),
    )


def save(reader: Hexapla) -> None:
    """Keep where reading stands, where sessions are kept at all."""
    if reader.keeps_sessions and reader.resolved.briefing.sources:
        sessions.save(reader.resolved.briefing, now(reader))


def load(resolved: ResolvedBriefing, keeps: bool) -> tuple[Session, str]:
    """The session of a briefing, where sessions are kept, and why there is none."""
    return sessions.load(resolved.briefing) if keeps else (Session(), "")


def take_up(reader: Hexapla, session: Session, why: str = "") -> None:
    """Make a briefing none of whose views was shown yet begin where it was left; `why` says what hinders that."""
    reader.session, reader.queries = session, list(session.queries)
    reader.arrangement = arrangement(session.sources)
    if session.marks:
        from tui.reader.marks import taken_up

        reader.marks = taken_up(session.marks, reader.resolved)
    reader.hand.go(session.place(reader.resolved) or Place())
    if session.view in (name for _, name in reader.view_names()):
        reader.view_name = reader.view_before = session.view
    if why:
        reader.notices.append(
            Message("this briefing begins anew", f"its session file is not used: {why}", kind="warning")
        )


def dress(reader: Hexapla) -> None:
    """Put on the theme chosen for the briefing, else the usual one."""
    chosen = reader.themes.named(reader.session.theme) if reader.session.theme else None
    reader.theme_chosen = chosen is not None
    theme = chosen or reader.themes.named(reader.usual_theme)
    if theme is not None and theme != reader.ink.theme:
        reader.wear(theme)


def marks(reader: Hexapla) -> dict[str, Any]:
    """The marks as a session keeps them."""
    if not reader.marks:
        return {}
    from tui.reader.marks import kept

    return kept(reader.marks, reader.resolved)
