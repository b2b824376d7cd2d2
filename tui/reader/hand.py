"""The statement in hand: where the reader is, whatever the view."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from tui.briefing.model import Source
from tui.evidence.model import Quotation, ResolvedBriefing, ResolvedSection, ResolvedStatement
from tui.reader.unproved import places


class Place(NamedTuple):
    """Indices from 0: the section, the statement in it, the quotation of it that `y` and `↵` act on."""

    section: int = 0
    statement: int = 0
    quotation: int = 0


def called(source: Source, *, by_file: bool) -> str:
    """What a source goes by: its outlet, else its title; "" where nobody states them.

    `by_file`: its file's name and not the title, as articles go by that no briefing names.
    """
    return source.stated_name if source.outlet or not by_file else source.file_name


class Hand:
    """Moves a place over a resolved briefing; every move answers whether something moved."""

    def __init__(self, resolved: ResolvedBriefing, place: Place | None = None) -> None:
        self.resolved = resolved
        self.letters = {source.id: index for index, source in enumerate(resolved.briefing.sources)}
        self.place = self._valid(place or Place())

    def name(self, source: Source) -> tuple[str, bool]:
        """What a source is called, and whether somebody stated that. Bare articles go by their file.

        The title stands in for an outlet nobody stated.
        """
        name = called(source, by_file=self.bare)
        return (name, True) if name else ("outlet not stated", False)

    @property
    def bare(self) -> bool:
        """Whether the sources are articles opened without a briefing; what they share may have been compared."""
        return not self.resolved.briefing.path.name

    @cached_property
    def amiss(self) -> bool:
        """Whether a quotation of the briefing is not as its source has it; asked for every row painted."""
        return next(places(self.resolved), None) is not None

    def _valid(self, place: Place) -> Place:
        sections = self.resolved.sections
        if not sections:
            return Place()
        section = min(max(place.section, 0), len(sections) - 1)
        statement = min(max(place.statement, 0), max(len(sections[section].statements) - 1, 0))
        return Place(section, statement, max(place.quotation, 0))

    @property
    def section(self) -> ResolvedSection | None:
        """The section in hand; None when the briefing has none."""
        sections = self.resolved.sections
        return sections[self.place.section] if sections else None

    @property
    def statement(self) -> ResolvedStatement | None:
        """The statement in hand; None in an empty section."""
        section = self.section
        return section.statements[self.place.statement] if section and section.statements else None

    def ordered(self, statement: ResolvedStatement) -> list[Quotation]:
        """The statement's quotations in source order."""
        return sorted(statement.quotations, key=lambda quotation: self.letters[quotation.source.id])

    @property
    def quotation(self) -> Quotation | None:
        """The quotation in hand; None where the statement has none."""
        statement = self.statement
        quotations = self.ordered(statement) if statement else []
        return quotations[min(self.place.quotation, len(quotations) - 1)] if quotations else None

    def go(self, place: Place) -> bool:
        """To `place`, bent to what exists."""
        before, self.place = self.place, self._valid(place)
        return self.place != before

    def step(self, by: int) -> bool:
        """To another statement of the section, `by` away, stopping at its ends."""
        section = self.section
        if section is None or not section.statements:
            return False
        to = min(max(self.place.statement + by, 0), len(section.statements) - 1)
        return self.go(Place(self.place.section, to))

    def turn(self, by: int) -> bool:
        """To another section, `by` away."""
        return self.go(Place(min(max(self.place.section + by, 0), len(self.resolved.sections) - 1)))

    def pick(self, by: int) -> bool:
        """To another quotation of the statement in hand."""
        statement = self.statement
        count = len(statement.quotations) if statement else 0
        if not count:
            return False
        to = min(max(min(self.place.quotation, count - 1) + by, 0), count - 1)
        return self.go(self.place._replace(quotation=to))
