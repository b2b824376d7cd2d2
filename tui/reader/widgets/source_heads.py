"""What stands above the prose of the sources: the statement in hand, and each column's head and rule."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.strip import Strip

from tui.briefing.model import Source
from tui.documents import clean_line
from tui.evidence.model import Carriage, Quotation, ResolvedStatement
from tui.reader.hand import Hand, called
from tui.reader.ink import Ink
from tui.reader.painting import Run, fit, spread, strip, width_of
from tui.reader.unproved import MARK, UNPLACED, failed
from tui.reader.wrapping import wrap

if TYPE_CHECKING:
    from tui.notes import Placed

COUNT_FROM = 100  # columns from which the bar says `2 of 6`
LETTERS = 4  # hidden sources named before they are counted


class StatementBar:
    """The statement in hand over the whole width: one row, two when it wraps, none where there is no statement."""

    def __init__(self, hand: Hand, ink: Ink, width: int) -> None:
        self.hand = hand
        self.ink = ink
        self.width = width
        self.statement = hand.statement
        self.height = min(len(self._lines()), 2) if self.statement else 0  # rows the bar takes

    def fits(self, hand: Hand, ink: Ink, width: int) -> bool:
        """Whether this is the bar to show."""
        return self.statement is hand.statement and self.ink is ink and self.width == width

    def _number(self, statement: ResolvedStatement) -> str:
        section = self.hand.section
        return f"{section.number if section else ''}.{statement.number} "

    def _lines(self) -> list[str]:
        statement = self.statement
        if statement is None:
            return []
        text = statement.statement.text
        room = self.width - 1 - len(self._number(statement)) - width_of(self._right(statement)) - 1
        return [text[start:end] for start, end in wrap(text, max(room, 8))] or [""]

    def _right(self, statement: ResolvedStatement) -> list[Run]:
        ink, section = self.ink, self.hand.section
        runs: list[Run] = []
        if section is not None and self.width >= COUNT_FROM:
            runs.append((f"{statement.number} of {len(section.statements)}  ", ink("dim", "selection")))
        how = list(statement.coverage.values())
        if 2 * len(how) > self.width // 3:
            return [*runs, (f"{len(statement.speaking)}/{len(how)} ", ink("dim", "selection"))]
        for number, (source, one) in enumerate(zip(self.hand.resolved.briefing.sources, how, strict=True)):
            if not one.speaks:
                runs.append((ink.glyphs.carriage(one) + " ", ink("dim", "selection")))
            else:
                runs.append((source.letter + " ", ink(f"mark:{number}", "selection", "b")))
        return runs

    def row(self, y: int) -> Strip:
        """Row `y` of the bar."""
        ink, statement = self.ink, self.statement
        if statement is None:
            return strip([], self.width, ink())
        lines, number = self._lines(), self._number(statement)
        line = lines[y] if y < len(lines) else ""
        if y == 1 and len(lines) > 2:
            line = fit(line + " " + lines[2], self.width - len(number) - 2, ink.glyphs.more)
        # The terminal's own colours reverse the bar's ground; the sign itself must not be.
        edge: Run = (ink.glyphs.bar, ink("bar", "selection"))
        mark: Run = (number if y == 0 else " " * len(number), ink("accent", "selection", "b"))
        text: Run = (line, ink("foreground", "selection", "b"))
        right = self._right(statement) if y == 0 else []
        return spread([edge, mark, text], right, self.width, ink("foreground", "selection", "b"))


def note_row(placed: Placed, hand: Hand, ink: Ink, width: int) -> Strip:
    """A note on the evidence of the statement in hand, below the bar: its source, where, and what it says."""
    number = hand.letters[placed.note.source]
    source, document = hand.resolved.briefing.sources[number], hand.resolved.documents[placed.note.source]
    paragraph = document.paragraph_at(placed.span.start) if placed.span else None
    there = f"{ink.glyphs.paragraph}{paragraph.number}  " if paragraph else ""
    runs: list[Run] = [
        (f"  {ink.glyphs.note} ", ink("accent", attributes="b")),
        (f"{source.letter} ", ink(f"mark:{number}", attributes="b")),
        (there, ink("dim")),
    ]
    text = fit(clean_line(placed.note.text), max(width - width_of(runs) - 1, 1), ink.glyphs.more)
    return strip([*runs, (text, ink(attributes="i"))], width, ink())


def name(source: Source, room: int, *, file: bool) -> tuple[str, bool]:
    """What a column is called in `room` cells, and whether that is only that nobody stated it.

    `file`: a source without an outlet is called by its file name, as bare articles are; else, where it has no title
    either, the file name stands beside as far as there is room for the whole of it.
    """
    if stated := called(source, by_file=file):
        return stated, False
    unstated = "outlet not stated"
    if cell_len(beside := f"{unstated}  {source.file_name}") <= room:
        return beside, True
    return (unstated if len(unstated) <= room else "not stated"), True


def head(
    number: int, source: Source, ink: Ink, width: int, tally: str, hidden: tuple[str, str], *, file: bool
) -> Strip:
    """Chip, name, the sources not in view and a count of words or hits.

    Those to the left stand behind the name: before the count they would be read as whose count it is.
    """
    before, after = f"  {hidden[0]}" if hidden[0] else "", hidden[1]
    chip: list[Run] = [(f" {source.letter} ", ink("page", f"mark:{number}", "b")), (" ", ink())]
    parted = "   " if width >= 60 else "  "
    right = f"{after}{parted if after and tally else ''}{tally}  "
    room = max(width - 4 - cell_len(right) - cell_len(before), 0)
    words, unstated = name(source, room - 1, file=file)
    words = fit(words, room - 1, ink.glyphs.more)
    style = ink("dim", attributes="i") if unstated else ink(attributes="b")
    gap = " " * (room - cell_len(words))
    return strip([*chip, (words, style), (before, ink("dim")), (gap, ink()), (right, ink("dim"))], width, ink())


def rule(ink: Ink, width: int, tally: list[Run], *, focused: bool) -> Strip:
    """The rule under a head: rubric where the focus is, ending in what the source says of the statement."""
    if width_of(tally) > width - 6:
        tally = []
    long = max(width - width_of(tally) - (2 if tally else 1), 0)
    line = (ink.glyphs.rubric if focused else ink.glyphs.rule) * long
    return strip([(line, ink("accent" if focused else "border")), (" ", ink()), *tally], width, ink())


def says(number: int, quotations: Sequence[Quotation], how: Carriage | None, ink: Ink) -> list[Run]:
    """What a source says of the statement in hand, for its rule: `¶9`, `◐ ¶14`, `≠ ¶4`, `· silent on this`.

    `◐! ¶4` where a quotation is not as the source has it, `✗! ¶4` where one is not in it.
    """
    glyphs = ink.glyphs
    if how is Carriage.UNKNOWN:
        return [(f"{glyphs.unknown} {how}", ink("dim"))]
    if not quotations:
        return [(f"{glyphs.silent} silent on this", ink("dim"))]
    paragraphs = list(dict.fromkeys(q.paragraph for q in quotations if q.paragraph is not None))
    if not paragraphs:
        return [(f"{glyphs.fault} not found", ink("error", attributes="b"))]
    sign = glyphs.carriage(how) if how in (Carriage.PARTLY, Carriage.DIFFERS) else ""
    statuses = [quotation.anchor.status for quotation in quotations if failed(quotation)]
    if statuses:
        sign = (glyphs.fault if any(status in UNPLACED for status in statuses) else sign or glyphs.partly) + MARK
    sign += " " if sign else ""
    places = " ".join(f"{glyphs.paragraph}{paragraph}" for paragraph in paragraphs[:2])
    more = " " + glyphs.more if len(paragraphs) > 2 else ""
    return [(sign + places + more, ink(f"mark:{number}", attributes="b"))]


def letters(sources: Sequence[Source], glyph: str, *, before: bool) -> str:
    """The sources out of view on one side: `E S ›`, or how many where they are many."""
    if not sources:
        return ""
    named = " ".join(source.letter for source in sources) if len(sources) <= LETTERS else str(len(sources))
    return f"{glyph} {named}" if before else f"{named} {glyph}"
