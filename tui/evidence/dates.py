"""Dates in running text: the usual written forms, and relative ones where the text's own date tells which day is meant.

Nothing is guessed. A form that could mean two days (`03/04/2024`, "next Friday"), a weekday or month that may as well
lie ahead as behind, and a weekday that contradicts its date give no date at all.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tui.documents.model import Span
from tui.evidence.date_forms import pattern
from tui.evidence.date_readers import Base, Precision, Role, role

__all__ = ["Base", "Dated", "Precision", "Role", "dates", "spelt"]


class Dated(NamedTuple):
    """A time a text names: `first` to `last` day, both included, and where its words stand.

    `role` tells "by 2027", "until 2027" and "since 2022" from a time at which something is ("").
    """

    span: Span
    first: date
    last: date
    precision: Precision
    role: Role = ""

    @property
    def written(self) -> str:
        """`2024-07-28`, `2024-07`, `by 2027`, `2019–2021`, `2024-07-28–30`."""
        return spelt(self.first, self.last, self.precision, self.role)


def dates(text: str, start: int = 0, end: int | None = None, base: Base | None = None) -> list[Dated]:
    """The times `text[start:end)` names, in order; what cannot be told for sure is left out."""
    found: list[Dated] = []
    at, end = start, len(text) if end is None else end
    form, readers = pattern()
    while at < end and (match := form.search(text, at, end)):
        at = max(match.end(), at + 1)
        name = match.lastgroup or ""
        days = readers[name](match, base)
        if days is not None:
            found.append(
                Dated(Span(match.start(), match.end()), *days, role(match) if days.precision != "span" else "")
            )
    return found


def spelt(first: date, last: date, precision: Precision, role: Role = "") -> str:
    """A time in figures, a span by what its ends do not share (ISO 8601-1, §5.5.2.2, with a dash)."""
    lead = f"{role} " if role else ""
    if precision == "month":
        return f"{lead}{first:%Y-%m}"
    if precision == "year":
        return f"{lead}{first:%Y}"
    if precision == "day":
        return f"{lead}{first.isoformat()}"
    whole = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    if whole:
        return f"{first:%Y}–{last:%Y}"
    return f"{first}–{last:%d}" if (first.year, first.month) == (last.year, last.month) else f"{first}–{last}"
