"""Where the columns of the sections were scrolled to with the wheel, by what stands there rather than by its row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tui.evidence.model import ResolvedBriefing
from tui.reader.section_rows import Row
from tui.reader.session import is_count


class Spot(NamedTuple):
    """A statement, a quotation or difference of it (-1 each for its own words), and so many rows on.

    That is found again at any width.
    """

    statement: int
    quotation: int
    difference: int
    row: int


def spot_of(rows: Sequence[Row], top: int) -> Spot | None:
    """What stands on row `top`; None before the first statement."""
    if not 0 < top < len(rows):
        return None
    top = next((at for at in range(top, len(rows)) if rows[at].statement >= 0), len(rows) - 1)
    row, first = rows[top], top
    while first > 0 and _part(rows[first - 1]) == _part(row):
        first -= 1
    return Spot(*_part(row), top - first)


def row_of(rows: Sequence[Row], spot: Spot) -> int:
    """Where that stands now: of a quotation shown in fewer rows the last one, else the statement, else the start."""
    mine = [at for at, row in enumerate(rows) if _part(row) == spot[:3]]
    if not mine:
        mine = [at for at, row in enumerate(rows) if row.statement == spot.statement][:1]
    return mine[min(spot.row, len(mine) - 1)] if mine else 0


def _part(row: Row) -> tuple[int, int, int]:
    return row.statement, row.quotation, row.difference


def kept_spots(spots: Mapping[int, Spot], resolved: ResolvedBriefing) -> dict[str, list[object]]:
    """The spots by the ids of their sections and statements, as JSON takes them."""
    kept = dict[str, list[object]]()
    for index, spot in spots.items():
        section = resolved.sections[index]
        if 0 <= spot.statement < len(section.statements):
            kept[section.section.id] = [section.statements[spot.statement].statement.id, *spot[1:]]
    return kept


def spots(kept: object, resolved: ResolvedBriefing) -> dict[int, Spot]:
    """The spots a session file says, whatever that is."""
    found = dict[int, Spot]()
    if not isinstance(kept, dict):
        return found
    for index, section in enumerate(resolved.sections):
        ids = {one.statement.id: number for number, one in enumerate(section.statements)}
        match kept.get(section.section.id):
            case [str(name), int(quotation), int(difference), row] if name in ids and is_count(row):
                found[index] = Spot(ids[name], quotation, difference, row)
    return found
