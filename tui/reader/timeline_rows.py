"""What is dated, in order: the rows of the timeline, before any ink."""

from __future__ import annotations

from dataclasses import dataclass

from tui.evidence import timeline
from tui.evidence.events import carries
from tui.evidence.model import Quotation, ResolvedBriefing
from tui.reader.hand import Place

UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Row:
    """A statement with what it rests on, or the `words` of a source where those alone are dated, `text` being "".

    Statements that no date can be told of come last, their `when` is UNDATED.
    """

    when: str
    place: Place
    text: str
    words: str
    quotations: tuple[Quotation, ...]

    def sources(self) -> frozenset[str]:
        """The ids of the sources it rests on."""
        return frozenset(quotation.source.id for quotation in self.quotations)


def timeline_rows(resolved: ResolvedBriefing) -> list[Row]:
    """All facts: the dated ones in order of their dates, then the statements without a date."""
    events = timeline(resolved)
    found = [Row(e.when, Place(e.section, e.statement), e.text, e.words, e.quotations) for e in events]
    dated = {(e.section, e.statement) for e in events}
    letters = {source.id: at for at, source in enumerate(resolved.briefing.sources)}
    for at, section in enumerate(resolved.sections):
        for number, statement in enumerate(section.statements):
            if (at, number) not in dated:
                carried = [q for q in statement.quotations if carries(q)]
                carried.sort(key=lambda quotation: letters[quotation.source.id])
                found.append(Row(UNDATED, Place(at, number), statement.statement.text, "", tuple(carried)))
    return found


def lines(rows: list[Row]) -> list[int | None]:
    """The lines of the view as indices of rows; None parts one date from the next, the undated from the dated."""
    found: list[int | None] = []
    for at, row in enumerate(rows):
        found += [None] * bool(at and rows[at - 1].when != row.when)
        found.append(at)
    return found
