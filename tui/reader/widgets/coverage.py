"""View 3: statements × sources, totals, blind spots (look.md, "3 Coverage")."""

from __future__ import annotations

from dataclasses import replace

from textual import events
from textual.strip import Strip

from tui.evidence.model import Carriage, Quotation, ResolvedBriefing, ResolvedStatement
from tui.reader.coverage_rows import FILTERS, Filter, Line, carried, lines, nearest, number
from tui.reader.hand import Place
from tui.reader.messages import Message
from tui.reader.painting import Run, fit, pad, strip, thumb, width_of
from tui.reader.unproved import MARK, any_failed
from tui.reader.widgets.coverage_panel import Panel, foot
from tui.reader.widgets.stepping import Listing

PANEL_FROM, PANEL = 110, 35  # the panel with its hairline
TOTAL, HEAD, FOOT = 5, 2, 3
LEAST_TEXT, MOST_WIDE = 24, 8  # cells a statement keeps; sources that may have wide cells


class CoverageView(Listing):
    """The matrix; every cell leads to its place in the sources."""

    HINTS = (
        ("go.source", "to the source"),
        ("move.down move.up", "statement"),
        ("section.next section.previous", "section"),
        ("view.filter", "filter"),
        ("export.open", "export"),
        ("help.open", "help"),
    )

    def __init__(self) -> None:
        super().__init__(id="coverage")
        self._top = 0
        self._first = 0
        self._filter: Filter = "all"
        self._turned: Filter = "all"  # the filter asked for last, which may have left nothing
        self._chosen = False
        self._lines: list[Line] | None = None
        self._panel: Panel | None = None

    # -- geometry

    @property
    def beside(self) -> bool:
        """Whether the panel stands beside the matrix."""
        return self.size.width >= PANEL_FROM

    @property
    def _width(self) -> int:
        return self.size.width - (PANEL if self.beside else 1)

    @property
    def room(self) -> int:
        low = self.size.height < 16
        return max(self.size.height - HEAD - (0 if self.beside or low else FOOT), 1)

    @property
    def _cell(self) -> int:
        wide = 8 if self.beside else 7
        sources = len(self.hand.letters)
        return wide if sources <= MOST_WIDE and sources * wide <= self._width - TOTAL - LEAST_TEXT else 3

    @property
    def _sources(self) -> range:
        """The sources in view: what leaves the statements their cells."""
        most = max((self._width - TOTAL - LEAST_TEXT) // self._cell, 1)
        last = max(len(self.hand.letters) - most, 0)
        self._first = min(self._first, last)
        return range(self._first, min(self._first + most, len(self.hand.letters)))

    def lines(self) -> list[Line]:
        """The rows the filter leaves."""
        if self._lines is None:
            self._lines = lines(self.hand.resolved, self._filter)
        return self._lines

    # -- painting

    @property
    def panel(self) -> Panel:
        """What stands beside the matrix, or below it."""
        if self._panel is None or not self._panel.holds(self.hand, self.ink):
            self._panel = Panel(self.hand, self.ink)
        return self._panel

    def render_line(self, y: int) -> Strip:
        ink, width = self.ink, self.size.width
        if y == 0:
            return self._head()
        if y == 1:
            return strip([(ink.glyphs.rule * width, ink("border"))], width, ink())
        if y >= HEAD + self.room:
            return foot(self.panel, width, y - HEAD - self.room)
        row = y - HEAD + self._top
        runs = self._line(self.lines()[row]) if row < len(self.lines()) else []
        body: list[Run] = [(s.text, s.style or ink()) for s in strip(runs, self._width, ink())]
        if self.beside:
            panel = self.panel.row(y - HEAD, self.room, PANEL - 1)
            return strip([*body, self._thumb(y - HEAD), *panel], width, ink())
        return strip([*body, self._thumb(y - HEAD)], width, ink())

    def _thumb(self, y: int) -> Run:
        """The hairline, which is the scrollbar."""
        total, room = len(self.lines()), self.room
        if total <= room:
            return (self.ink.glyphs.hairline if self.beside else " ", self.ink("border"))
        inside = y in thumb(room, total, self._top)
        glyphs = self.ink.glyphs
        return (glyphs.thumb if inside else glyphs.hairline, self.ink("dim" if inside else "border"))

    def _left(self) -> int:
        return self._width - self._cell * len(self._sources) - TOTAL

    def _head(self) -> Strip:
        ink, briefing = self.ink, self.hand.resolved.briefing
        title = "Who says it" if self._filter == "all" else f"Who says it: {self._filter}"
        shown, glyphs = self._sources, ink.glyphs
        title = fit(" " + title, self._left() - 3, glyphs.more)
        runs: list[Run] = [(pad(title, self._left() - 2), ink(attributes="b"))]
        runs.append((f"{glyphs.left} " if shown.start else "  ", ink("dim")))
        for at in shown:
            letter = briefing.sources[at].letter
            chip = f" {letter} " if self._cell > 3 else f"{letter} "
            runs.append((chip, ink("page", f"mark:{at}", "b")))
            runs.append((" " * (self._cell - len(chip)), ink()))
        if shown.stop < len(briefing.sources):
            runs[-1] = (pad(glyphs.right, self._cell - len(chip)) + " ", ink("dim"))
        runs.append(("all", ink("dim")))
        runs = [(s.text, s.style or ink()) for s in strip(runs, self._width + (2 if self.beside else 1), ink())]
        if self.beside:
            runs.append(("Sources", ink(attributes="b")))
        return strip(runs, self.size.width, ink())

    def _line(self, line: Line) -> list[Run]:
        if line.section < 0:
            return []
        return self._section(line) if line.statement < 0 else self._statement(line)

    def _section(self, line: Line) -> list[Run]:
        ink, section = self.ink, self.hand.resolved.sections[line.section]
        here = line.section == self.hand.place.section
        left = self._left()
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
            wide = f"{count}/{of}" if count else ink.glyphs.unknown if unread else "silent"
            text = f" {wide}" if self._cell > 3 else small
            runs.append((pad(text, self._cell), ink(f"mark:{at}" if count else "warning", attributes="b")))
        return runs

    def _statement(self, line: Line) -> list[Run]:
        ink = self.ink
        section = self.hand.resolved.sections[line.section]
        statement = section.statements[line.statement]
        place = self.hand.place
        here = (line.section, line.statement) == (place.section, place.statement)
        ground, bold = ("selection", "b") if here else ("background", "")
        figure = (
            pad(number(section, statement), 4) if len(section.statements) < 10 else f"{number(section, statement):<5}"
        )
        runs: list[Run] = [
            (ink.glyphs.bar if here else " ", ink("bar", ground)),
            (figure, ink("accent" if here else "dim", ground, bold)),
        ]
        room = self._left() - width_of(runs)
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
        quoted = self._quotation(statement, source.id)
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

    def _quotation(self, statement: ResolvedStatement, source: str) -> Quotation | None:
        """The quotation a cell leads to: the one that decided its sign, else the source's first."""
        mine = [quoted for quoted in statement.quotations if quoted.source.id == source]
        against = [quoted for quoted in mine if getattr(quoted.claim, "role", "") == "contradicts"]
        decisive = against if statement.coverage[source] is Carriage.DIFFERS else mine
        return next(iter(decisive or mine), None)

    # -- what the frame asks

    def footer_right(self, width: int) -> list[Run]:
        section, statement = self.hand.section, self.hand.statement
        if section is None or statement is None:
            return []
        of = f"{carried(statement)} of {len(statement.coverage)}"
        return [(f"{number(section, statement)}  ", self.ink("dim", "panel")), (of, self.ink("foreground", "panel"))]

    def scrolled(self) -> object:
        return self._top, self._first

    def return_to(self, where: object) -> None:
        if isinstance(where, tuple):
            self._top, self._first = where
        self.refresh()

    def hand_moved(self) -> None:
        self._take_shown()
        self._keep_in_view()
        self.refresh()

    def briefing_renewed(self, before: ResolvedBriefing) -> None:
        self._lines = None
        if nearest(self.lines(), Line()) is None:
            self._filter, self._lines = "all", None
        self.hand_moved()

    def _take_shown(self) -> None:
        """Where the filter hides the statement in hand, take the nearest it leaves: a row is always marked."""
        here = Line(self.hand.place.section, self.hand.place.statement)
        near = nearest(self.lines(), here)
        if self._filter != "all" and near is not None and near != here and self.reader.view is self:
            self._chosen = False
            self.hand.go(Place(near.section, near.statement))
            self.reader.refresh_footer()

    def _keep_in_view(self) -> None:
        if self.size.height <= HEAD:
            return
        place = self.hand.place
        rows = [n for n, one in enumerate(self.lines()) if one == Line(place.section, place.statement)]
        if not rows:
            return
        row = rows[0]
        head = row - 1 if row and self.lines()[row - 1].statement < 0 else row
        top = min(self._top, head)
        if row >= top + self.room:
            top = row - self.room + 1
        self._top = min(max(top, 0), max(len(self.lines()) - self.room, 0))

    def on_resize(self) -> None:
        self.hand_moved()

    def on_mount(self) -> None:
        self.hand_moved()

    # -- commands

    def step(self, by: int) -> None:
        statements = [line for line in self.lines() if line.statement >= 0]
        if not statements:
            return
        place = self.hand.place
        now = (place.section, place.statement)
        at = next((n for n, one in enumerate(statements) if (one.section, one.statement) >= now), len(statements) - 1)
        exact = (statements[at].section, statements[at].statement) == now
        goal = min(max(at + by - (0 if exact or by < 0 else 1), 0), len(statements) - 1)
        self._go(statements[goal])

    def _go(self, line: Line) -> None:
        self._chosen = False
        self.reader.moved(self.hand.go(Place(line.section, line.statement)))

    def across(self, by: int) -> None:
        """To the next source of the row that carries the statement."""
        statement = self.hand.statement
        if statement is None or not statement.quotations:
            return
        ordered = self.hand.ordered(statement)
        firsts = [n for n, one in enumerate(ordered) if one is self._quotation(statement, one.source.id)]
        now = min(self.hand.place.quotation, len(ordered) - 1)
        at = max((n for n, first in enumerate(firsts) if first <= now), default=0)
        goal = min(max(at + by, 0), len(firsts) - 1) if self._chosen else (0 if by > 0 else len(firsts) - 1)
        self._chosen = True
        self._show_source(self.hand.letters[ordered[firsts[goal]].source.id])
        self.hand.go(replace(self.hand.place, quotation=firsts[goal]))
        self.reader.moved()

    def _show_source(self, at: int) -> None:
        if at < self._sources.start:
            self._first = at
        elif at >= self._sources.stop:
            self._first = at - len(self._sources) + 1

    def do_view_filter(self) -> None:
        """Turn to the next filter; one that leaves nothing is told of, and the rows stay."""
        self._turned = FILTERS[(FILTERS.index(self._turned) + 1) % len(FILTERS)]
        left = lines(self.hand.resolved, self._turned)
        count = sum(line.statement >= 0 for line in left)
        if not count:
            self.reader.say(Message(f"statements: {self._turned}", f"none, so still shown: {self._filter}"))
            return
        self._filter, self._lines, self._top = self._turned, left, 0
        self.hand_moved()
        self.reader.say(Message(f"statements: {self._filter}", f"{count} shown"))

    def do_section_next(self) -> None:
        self._to_section(1)

    def do_section_previous(self) -> None:
        self._to_section(-1)

    def _to_section(self, way: int) -> None:
        """To the next section of which the filter leaves something."""
        at = self.hand.place.section
        if self._filter == "all":
            self.reader.moved(self.hand.turn(way))
            return
        firsts = {line.section: line for line in reversed(self.lines()) if line.statement >= 0}
        on = sorted((section for section in firsts if (section - at) * way > 0), key=lambda section: abs(section - at))
        if on:
            self._go(firsts[on[0]])

    # -- mouse

    def on_click(self, event: events.Click) -> None:
        row = event.y - HEAD + self._top
        if event.y < HEAD or row >= len(self.lines()) or event.x >= self._width:
            return
        line = self.lines()[row]
        if line.statement < 0:
            return
        column = (event.x - self._left()) // self._cell
        if 0 <= column < len(self._sources):
            self._click_cell(line, self._sources[column])
        else:
            self._go(line)

    def _click_cell(self, line: Line, at: int) -> None:
        statement = self.hand.resolved.sections[line.section].statements[line.statement]
        quoted = self._quotation(statement, self.hand.resolved.briefing.sources[at].id)
        if quoted is None:
            self._go(line)
            return
        index = next(n for n, one in enumerate(self.hand.ordered(statement)) if one is quoted)
        again = self.hand.place == Place(line.section, line.statement, index) and self._chosen
        self._chosen = True
        self.hand.go(Place(line.section, line.statement, index))
        self.reader.moved()
        if again:
            self.reader.do_go_source()

    def wheel(self, x: int, by: int) -> None:
        self._top = min(max(self._top + by, 0), max(len(self.lines()) - self.room, 0))
        self.refresh()
