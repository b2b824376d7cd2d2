"""The dated facts in order, each with its footnotes."""

from __future__ import annotations

from collections.abc import Iterable

from tui.documents import quoted
from tui.evidence.events import Event
from tui.export.footnotes import Footnotes
from tui.export.inline import Piece, paragraph


def event_list(events: Iterable[Event], footnotes: Footnotes) -> str:
    """One item an event: the statement where it is borne out, and the words of a source where those alone are dated."""
    lines = []
    for one in events:
        said = " ".join(filter(None, (one.text, quoted(one.words) if one.words else "")))
        pieces: list[Piece] = [f"{one.when}: {said}", *footnotes.marks(one.quotations)]
        lines.append(f"- {paragraph(pieces)}")
    return "\n".join(lines)
