"""The rows of the coverage matrix: what a section and a statement have in the column of each source."""

from __future__ import annotations

from collections.abc import Sequence

from tui.evidence.model import Carriage, Quotation, ResolvedStatement
from tui.reader.coverage_rows import Line, carried, figures, number
from tui.reader.hand import Hand
from tui.reader.ink import Ink
from tui.reader.painting import Run, fit, pad, width_of
from tui.reader.unproved import MARK, any_failed

TOTAL = 5  # cells of the count at the end of a row


class Cells:
    """Rows of `left` cells of text, then `cell` for each of `sources`.

    `at` are section and statement of the row in hand, None where another kind of row is; `chosen` says whether the
    cell of the quotation in hand is marked in it.
    """

    def __init__(
        self,
        hand: Hand,
        ink: Ink,
        sources: Sequence[int],
        cell: int,
        left: int,
        *,
        at: tuple[int, int] | None,
        chosen: bool,
    ) -> None:
        self.hand = hand
        self.ink = ink
        self._sources = sources
        self._cell = cell
        self._left = left
        self._at = at
        self._chosen = chosen

    def section(self, line: Line) -> list[Run]:
        """The row of a section: how many of its statements each source speaks to."""
        ink, section = self.ink, self.hand.resolved.sections[line.section]
        here = line.section == self.hand.place.section
        left = self._left
        runs: list[Run] = [
            (f" {section.number} ", ink("accent" if here else "dim", attributes="b" if here else "")),
        ]
        room = left - width_of(runs)
        runs.append((pad(fit(section.section.title, room - 1, ink.glyphs.more), room), ink(attributes="b")))
        of = len(section.statements)
        for at in self._sources:
            source = self.hand.resolved.briefing.sources[at].id
            count, unread = section.tally[source], source not in self.hand.resolved.documents
            small = f"{count}" if count else ink.glyphs.unknown if unread else ink.glyphs.silent
            wide = f"{count}/{of}" if count else small if unread or not of else "silent"
            text = f" {wide}" if self._cell > 3 else small
            token = f"mark:{at}" if count else "warning" if of else "dim"  # without statements nobody is silent on any
            runs.append((pad(text, self._cell), ink(token, attributes="b")))
        return runs

    def statement(self, line: Line) -> list[Run]:
        """The row of a statement."""
        ink = self.ink
        section = self.hand.resolved.sections[line.section]
        statement = section.statements[line.statement]
        here = (line.section, line.statement) == self._at
        ground, bold = ("selection", "b") if here else ("background", "")
        figure = pad(number(section, statement), figures(self.hand.resolved))
        runs: list[Run] = [
            (ink.glyphs.bar if here else " ", ink("bar", ground)),
            (figure, ink("accent" if here else "dim", ground, bold)),
        ]
        room = self._left - width_of(runs)
        text = fit(statement.statement.text.rstrip("."), room - 1, ink.glyphs.more)
        runs.append((pad(text, room), ink("foreground", ground, bold)))
        for at in self._sources:
            runs += self._mark(at, statement, ground, here)
        return [*runs, *self._total(statement, ground)]

    def _total(self, statement: ResolvedStatement, ground: str) -> list[Run]:
        ink, of = self.ink, len(statement.coverage)
        if statement.alone is not None and of > 1:
            return [(pad(f"1/{of} {ink.glyphs.alone}", TOTAL), ink("warning", ground, "b"))]
        return [(pad(f"{carried(statement)}/{of}", TOTAL), ink("foreground", ground))]

    def _mark(self, at: int, statement: ResolvedStatement, ground: str, here: bool) -> list[Run]:
        ink, source = self.ink, self.hand.resolved.briefing.sources[at]
        how = statement.coverage[source.id]
        filled = self._cell - 1
        under = {
            Carriage.VERIFIED: f"strong:{at}",
            Carriage.PARTLY: f"faint:{at}",
            Carriage.DIFFERS: "differ",
        }.get(how, ground)
        text = "foreground"
        quoted = quotation(statement, source.id)
        if here and self._chosen and quoted is not None and quoted is self.hand.quotation:
            text, under = "page", f"mark:{at}"
        lead = " " if filled > 2 else ""
        wrong = any_failed(one for one in statement.quotations if one.source.id == source.id)
        if how is Carriage.SILENT and not wrong:
            return [(pad(lead + ink.glyphs.silent, self._cell), ink("dim", ground))]
        sign = ink.glyphs.fault if how is Carriage.SILENT else ink.glyphs.carriage(how)
        mark = MARK if wrong else " "
        paragraph = f"{ink.glyphs.paragraph}{quoted.paragraph}" if quoted and quoted.paragraph and filled >= 7 else ""
        if ink.depth != "full":  # no tints: the sign alone is marked, on a reversed row by not being reversed
            if here and under == "differ":
                under = "background"
            elif here and not under.startswith("mark"):
                under = ground
            rest: list[Run] = [(pad(mark + paragraph, filled - len(lead) - 1), ink("dim", ground))]
            return [(lead, ink(text, ground)), (sign, ink(text, under, "b")), *rest, (" ", ink(text, ground))]
        return [
            (f"{lead}{sign}{mark}", ink(text, under, "b")),
            (pad(paragraph, filled - len(lead) - 2), ink(text, under)),
            (" ", ink("foreground", ground)),
        ]


def quotation(statement: ResolvedStatement, source: str) -> Quotation | None:
    """The quotation a cell leads to: the one that decided its sign, else the source's first."""
    mine = [quoted for quoted in statement.quotations if quoted.source.id == source]
    against = [quoted for quoted in mine if getattr(quoted.claim, "role", "") == "contradicts"]
    decisive = against if statement.coverage[source] is Carriage.DIFFERS else mine
    return next(iter(decisive or mine), None)
