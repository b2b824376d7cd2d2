"""Where one is, for the header: section › statement › source and paragraph, in the cells the title leaves."""

from __future__ import annotations

from typing import Final

from tui.briefing.model import Source
from tui.reader.hand import Hand
from tui.reader.ink import Ink
from tui.reader.painting import Run, fit, width_of

LEAST: Final = 8  # cells of a section's title that are worth showing


def source_place(number: int, ink: Ink, source: Source, paragraph: int | None) -> list[Run]:
    """`C ¶9`, in the ink of the source's number."""
    where = f" {ink.glyphs.paragraph}{paragraph}" if paragraph else ""
    return [(source.letter, ink(f"mark:{number}", "panel", "b")), (where, ink("dim", "panel"))]


def trail(hand: Hand, ink: Ink, standing: list[Run], room: int) -> list[Run]:
    """The steps that `room` cells hold: the section's title is cut, then left out; with less, nothing is said.

    Nor is the statement's number by itself: every view has that.
    """
    dim = ink("dim", "panel")
    step: Run = (f" {ink.glyphs.right} ", dim)
    section, statement = hand.section, hand.statement
    number = f"{section.number}.{statement.number}" if section and statement else ""
    steps: list[Run] = [*([step, (number, dim)] if number else []), *([step, *standing] if standing else [])]
    left = room - width_of(steps)
    if not steps or left < 0:
        return []
    if section is None:
        return steps
    lead = f"{section.number} "
    title = fit(section.section.title, left - width_of([step]) - len(lead), ink.glyphs.more)
    if len(title) < min(LEAST, len(section.section.title)):
        return steps if standing else []
    return [step, (lead + title, dim), *steps]
