"""The dated facts in order, each with its footnotes."""

from __future__ import annotations

from collections.abc import Iterable

from tui.documents import quoted
from tui.evidence.events import Event
from tui.export.footnotes import Footnotes
from tui.export.inline import Piece, paragraph


def event_list(events: Iterable[Event], footnotes: Footnotes) -> str:
    """One item an event: the statement where it is dated itself, else the words of a source that are."""
    lines = []
    for one in events:
        pieces: list[Piece] = [f"{one.when}: {one.text or quoted(one.words)}", *footnotes.marks(one.quotations)]
        lines.append(f"- {paragraph(pieces)}")
    return "\n".join(lines)
