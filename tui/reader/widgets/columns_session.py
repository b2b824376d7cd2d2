"""What a session keeps of the columns of the sources: focus, page, widths, and every place by its character."""

from __future__ import annotations

from tui.evidence.model import ResolvedBriefing
from tui.reader.scrolling import LEVEL
from tui.reader.session import is_count
from tui.reader.widgets.columns import Columns

TALLEST = 1000  # rows of any terminal

Where = tuple[int, int, tuple[tuple[int, int], ...]]


def kept_columns(columns: Columns) -> dict[str, object]:
    """Where the columns are, as JSON takes it."""
    focus, page, _ = columns.where()
    places = {column.source.id: list(column.anchor) for column in columns.all[: columns.own]}
    return {
        "focus": columns.all[min(focus, columns.own - 1)].source.id,
        "page": page,
        "places": places,
        "widths": columns.widths.kept(),
    }


def named(place: tuple[int, int, int], resolved: ResolvedBriefing) -> list[object]:
    """Section, statement and quotation by their ids and the quotation's number; [] where there is no statement."""
    section, statement, quotation = place
    if not 0 <= section < len(resolved.sections) or statement >= len(resolved.sections[section].statements):
        return []
    one = resolved.sections[section]
    return [one.section.id, one.statements[statement].statement.id, quotation]


def taken_up(kept: object, resolved: ResolvedBriefing) -> tuple[bool | None, object, object, Where] | None:
    """Whether scrolling is linked, the widths, on whose evidence (`named`; None where that is not said) the columns
    are, and where; out of a file that may hold anything."""
    if not isinstance(kept, dict) or not isinstance(places := kept.get("places"), dict):
        return None
    ids = [source.id for source in resolved.briefing.sources]
    anchors: list[tuple[int, int]] = []
    for source in ids:
        document = resolved.documents.get(source)
        match places.get(source):
            case [int(offset), int(row)] if document and LEVEL <= row < TALLEST:
                anchors.append((min(max(offset, 0), max(len(document.text) - 1, 0)), row))
            case _:
                anchors.append((0, 0))
    focus = ids.index(kept["focus"]) if kept.get("focus") in ids else 0
    page = kept["page"] if is_count(kept.get("page")) else 0
    linked = kept.get("linked")
    where = focus, min(page, len(ids) - 1), tuple(anchors)
    return linked if isinstance(linked, bool) else None, kept.get("widths"), kept.get("at"), where
