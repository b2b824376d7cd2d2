"""The dated facts in order, each with its footnotes."""

from __future__ import annotations

from collections.abc import Iterable

from tui.evidence.events import Event
from tui.export.footnotes import Footnotes
from tui.export.inline import Piece, paragraph


def event_list(events: Iterable[Event], footnotes: Footnotes) -> str:
    """One item an event; the words of a source stand in quotation marks."""
    lines = []
    for one in events:
        words = f"“{one.text}”" if one.quoted else one.text
        pieces: list[Piece] = [f"{one.when}: {words}", *footnotes.marks(one.quotations)]
        lines.append(f"- {paragraph(pieces)}")
    return "\n".join(lines)
