"""What comes back the next time a briefing is opened: one small JSON file a briefing, in the state folder.

Each file is replaced whole (`tui.writing`), so that of two programs the last one to write is read, never a mixture.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final, TypeGuard

from tui import resources
from tui.briefing.model import Briefing
from tui.documents import clean_line
from tui.evidence.model import ResolvedBriefing
from tui.reader.hand import Place

LARGEST: Final = 1_000_000  # bytes; ours have a few thousand
MOST_QUERIES: Final = 50
LONGEST: Final = 1_000  # characters of a text
_NOT_IN_NAMES: Final = re.compile(r"[^A-Za-z0-9-]+")


@dataclass(frozen=True, slots=True)
class Session:
    """Where reading stood. Sections and statements go by their ids, so that an edited briefing keeps its place.

    `theme` is "" unless one was chosen for this briefing; `views` holds what each view wants to find again, by its
    name; `queries` are the searches made, the latest last; `sources` is how the sources are arranged, `marks` what
    the letters of marks stand for.
    """

    view: str = ""
    section: str = ""
    statement: str = ""
    quotation: int = 0
    theme: str = ""
    views: Mapping[str, Any] = field(default_factory=dict)
    queries: tuple[str, ...] = ()
    sources: Mapping[str, Any] = field(default_factory=dict)
    marks: Mapping[str, Any] = field(default_factory=dict)
    said: Mapping[str, str] = field(default_factory=dict)  # the `fingerprint` of the briefing as it was read

    def place(self, resolved: ResolvedBriefing) -> Place | None:
        """The place meant: where the statement is gone the section's first; None where that is gone too."""
        for at, section in enumerate(resolved.sections):
            if section.section.id == self.section:
                ids = [one.statement.id for one in section.statements]
                return Place(at, ids.index(self.statement), self.quotation) if self.statement in ids else Place(at)
        return None


def session_file(briefing: Briefing) -> Path | None:
    """Where the session of a briefing is kept; None for bare articles, and without a home."""
    state = resources.user_folder("state")
    if state is None or not briefing.id:
        return None
    path = str(briefing.path.absolute())
    digest = hashlib.sha256(path.encode("utf-8", "surrogateescape")).hexdigest()[:12]
    name = _NOT_IN_NAMES.sub("-", briefing.id)[:40].strip("-")
    return state / "sessions" / f"{name}-{digest}.json"


def load(briefing: Briefing) -> tuple[Session, str]:
    """The session kept for a briefing, and "" or, in a few words, why the one there is is not used."""
    path = session_file(briefing)
    if path is None or not path.exists():
        return Session(), ""
    import json  # 2.6 ms, for those alone who come back

    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
        if len(data) > LARGEST:
            return Session(), "it is too long"
        return _session(json.loads(data)), ""
    except FileNotFoundError:
        return Session(), ""
    except OSError as error:
        return Session(), clean_line(error.strerror or str(error)).lower()
    except (ValueError, RecursionError):
        return Session(), "it is damaged"


def save(briefing: Briefing, session: Session) -> None:
    """Keep a session. A state folder that cannot be written to is no reason to stop."""
    import json

    from tui.writing import replace_file

    path = session_file(briefing)
    if path is None:
        return
    with suppress(OSError, ValueError):
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, json.dumps(asdict(session), ensure_ascii=False, indent=1) + "\n")


def _session(said: object) -> Session:
    """The session a file says; ValueError when it is none. A field of another type is taken as absent."""
    if not isinstance(said, dict):
        raise ValueError("a session is an object")
    texts = {name: text(said.get(name)) for name in ("view", "section", "statement", "theme")}
    quotation, views, queries = said.get("quotation"), said.get("views"), said.get("queries")
    sources, marks = said.get("sources"), said.get("marks")
    return Session(
        **texts,
        quotation=quotation if is_count(quotation) else 0,
        views=views if isinstance(views, dict) else {},
        sources=sources if isinstance(sources, dict) else {},
        marks=marks if isinstance(marks, dict) else {},
        queries=tuple(filter(None, map(text, queries)))[-MOST_QUERIES:] if isinstance(queries, list) else (),
        said=_said(said.get("said")),
    )


def _said(value: object) -> dict[str, str]:
    pairs = value.items() if isinstance(value, dict) else ()
    return {name: number for name, number in pairs if isinstance(number, str)}


def text(value: object) -> str:
    """A text out of a file, clean; "" for what is none or too long."""
    return clean_line(value) if isinstance(value, str) and len(value) <= LONGEST else ""


def is_count(value: object) -> TypeGuard[int]:
    """Whether a value out of a file is a number that can be a place."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 1 << 40
