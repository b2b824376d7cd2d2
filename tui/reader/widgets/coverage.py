"""View 3: statements × sources, totals, blind spots (look.md, "3 Coverage")."""

from __future__ import annotations

from typing import Any

from textual import events
from textual.strip import Strip

from tui.briefing.model import Source
from tui.documents.model import Document, Span
from tui.evidence.model import ResolvedBriefing
from tui.reader import differing
from tui.reader.coverage_cells import TOTAL, Cells, quotation
from tui.reader.coverage_rows import FILTERS, Filter, Line, carried, figures, lines, nearest, number
from tui.reader.hand import Place
from tui.reader.messages import Message
from tui.reader.painting import Run, fit, pad, strip
from tui.reader.session import Session, is_count
from tui.reader.uncovered_rows import HEADING, OpenFacts
from tui.reader.widgets.coverage_panel import Panel, foot
from tui.reader.widgets.matrix import Matrix
from tui.reader.widgets.stepping import HEAD

FOOT = 3


class CoverageView(Matrix):
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
        super().__init__("coverage")
        self._filter: Filter = "all"
        self._turned: Filter = "all"  # the filter asked for last, which may have left nothing
        self._lines: list[Line] | None = None
        self._panel: Panel | None = None
        self._open: OpenFacts | None = None
        self._seen: Place | None = None  # the statement in hand when the view last heard of it

    @property
    def open(self) -> OpenFacts:
        """What no statement covers."""
        if self._open is None:
            self._open = OpenFacts(self.reader, self.compared)
        return self._open

    def compared(self) -> None:
        """The sources are compared: there may be more rows, and the row in hand stays where it is on the screen."""
        row = self._row()
        if self.open.look():
            self._lines = self._panel = None
            self._top += self._row() - row
            self._keep_in_view()
            self.refresh()

    # -- geometry

    @property
    def room(self) -> int:
        low = self.size.height < 16
        return max(self.size.height - HEAD - (0 if self.beside or low else FOOT), 1)

    @property
    def length(self) -> int:
        return len(self.lines())

    @property
    def on_statement(self) -> bool:
        return self.open.at < 0

    def lines(self) -> list[Line]:
        """The rows the filter leaves."""
        if self._lines is None:
            self._lines = lines(self.hand.resolved, self._filter, self.open.all)
        return self._lines

    # -- painting

    @property
    def panel(self) -> Panel:
        """What stands beside the matrix, or below it."""
        if self._panel is None or not self._panel.holds(self.hand, self.ink):
            self._panel = Panel(self.hand, self.ink, self.open.all)
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
            panel = self.panel.row(y - HEAD, self.room, self._beside_width)
            return strip([*body, self._edge(y - HEAD), *panel], width, ink())
        return strip([*body, self._edge(y - HEAD)], width, ink())

    def _edge(self, y: int) -> Run:
        """The hairline right of the rows; where they do not scroll it only parts them from the panel."""
        if self.beside and self.length <= self.room:
            return (self.ink.glyphs.hairline, self.ink("border"))
        return self.scrollbar(y, self.room, self.length, self._top)

    def _head(self) -> Strip:
        ink, briefing = self.ink, self.hand.resolved.briefing
        title = "Who says it" if self._filter == "all" else f"Who says it: {self._filter}"
        shown, glyphs = self._sources, ink.glyphs
        title = fit(" " + title, self._left() - 3, glyphs.more)
        runs: list[Run] = [(pad(title, self._left() - 2), ink(attributes="b"))]
        runs.append((f"{glyphs.left} " if self._first else "  ", ink("dim")))
        for at in shown:
            letter = briefing.sources[at].letter
            chip = f" {letter} " if self._cell > 3 else f"{letter} "
            runs.append((chip, ink("page", f"mark:{at}", "b")))
            runs.append((" " * (self._cell - len(chip)), ink()))
        if self._first + len(shown) < len(self._order):
            runs[-1] = (pad(glyphs.right, self._cell - len(chip)) + " ", ink("dim"))
        runs.append(("all", ink("dim")))
        runs = [(s.text, s.style or ink()) for s in strip(runs, self._width + (2 if self.beside else 1), ink())]
        if self.beside:
            runs.append(("Sources", ink(attributes="b")))
        return strip(runs, self.size.width, ink())

    def _line(self, line: Line) -> list[Run]:
        if line.section < 0:
            return []
        if line.fact >= 0:
            return self.open.row(line.fact, self.ink, self._left(), self._cell, self._sources, TOTAL)
        if line.open or line.more:
            shows = f"{self.reader.keys_of('view.filter')} shows {'it' if line.more == 1 else 'them'}"
            text = f"and {line.more} more: {shows}" if not line.open else HEADING
            text += f": {line.more} passage{'s' * (line.more > 1)}, {shows}" if line.open and line.more else ""
            lead = " " * (figures(self.hand.resolved) + 1)
            words = fit(text, self._width - len(lead) - 1, self.ink.glyphs.more)
            return [(lead, self.ink()), (words, self.ink("dim"))]
        if line.section == len(self.hand.resolved.sections):
            return [("   ", self.ink()), ("In no section", self.ink(attributes="b"))]
        place = self.hand.place
        at = (place.section, place.statement) if self.open.at < 0 else None
        cells = Cells(self.hand, self.ink, self._sources, self._cell, self._left(), at=at, chosen=self._chosen)
        return cells.section(line) if line.statement < 0 else cells.statement(line)

    # -- what the frame asks

    def footer_right(self, width: int) -> list[Run]:
        if self.open.current is not None:
            of = f"{len(self.open.current.sources)} of {len(self.hand.letters)}"
            return [
                *self.hidden_run(),
                ("not yet covered  ", self.ink("dim", "panel")),
                (of, self.ink("foreground", "panel")),
            ]
        section, statement = self.hand.section, self.hand.statement
        if section is None or statement is None:
            return []
        of = f"{carried(statement)} of {len(statement.coverage)}"
        where = (f"{number(section, statement)}  ", self.ink("dim", "panel"))
        return [*self.hidden_run(), where, (of, self.ink("foreground", "panel"))]

    def scrolled(self) -> object:
        return self._filter, self._top, self._first

    def return_to(self, where: object) -> None:
        if isinstance(where, tuple) and where[0] == self._filter:  # another one leaves other rows
            _, self._top, self._first = where
        self.refresh()

    def kept(self) -> object:
        """The filter, and what stands on top where the wheel has left the row in hand."""
        lines, sections = self.lines(), self.hand.resolved.sections
        top = next((line for line in lines[self._top :] if line.takes_hand and line.fact < 0), None)
        if not self._wheeled or top is None:
            return {"filter": self._filter}
        section = sections[top.section]
        named = [section.section.id, section.statements[top.statement].statement.id]
        return {"filter": self._filter, "top": [*named, lines.index(top) - self._top]}

    def restore(self, kept: dict[str, Any]) -> None:
        if kept.get("filter") in FILTERS and any(
            line.takes_hand for line in lines(self.hand.resolved, kept["filter"], self.open.all)
        ):
            self._filter = self._turned = kept["filter"]
            self._lines = None
            self.hand_moved()
        match kept.get("top"):
            case [str(section), str(statement), below] if is_count(below):
                place = Session(section=section, statement=statement).place(self.hand.resolved) or Place()
                line = Line(place.section, place.statement)
                if line in self.lines():
                    self.wheel_to(self.lines().index(line) - below)

    def to_copy_all(self) -> list[tuple[Source, Document, Span]]:
        fact = self.open.current
        return super().to_copy_all() if fact is None else self.open.passages(fact)

    def do_go_source(self) -> None:
        """Into the sources: to the evidence of the statement in hand, or along the passages of what none covers."""
        fact = self.open.current
        if fact is None:
            self.reader.do_go_source()
        else:
            self.open.walk(fact)

    def hand_moved(self) -> None:
        if self.open.look():
            self._lines = self._panel = None
        if self._seen is not None and self._seen != self.hand.place:
            self.open.at = -1
        self._take_shown()
        self._seen = self.hand.place
        self._keep_in_view()
        self.refresh()

    def briefing_renewed(self, before: ResolvedBriefing) -> None:
        self._lines = None
        if not any(line.takes_hand for line in self.lines()):
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
        row = self._row()
        if not 0 <= row < len(self.lines()):
            return
        head = row - 1 if row and not self.lines()[row - 1].takes_hand else row
        top = min(self._top, head)
        last = not any(line.takes_hand for line in self.lines()[row + 1 :])  # then what stands below it is shown too
        foot = min(len(self.lines()) - 1, head + self.room - 1) if last else row
        if foot >= top + self.room:
            top = foot - self.room + 1
        self._top = min(max(top, 0), max(self.length - self.room, 0))
        self._wheeled = False

    def _row(self) -> int:
        """The row in hand, counted from the first; -1 where the filter has left it out."""
        place, fact = self.hand.place, self.open.at
        at = (line.fact == fact if fact >= 0 else line == Line(place.section, place.statement) for line in self.lines())
        return next((row for row, here in enumerate(at) if here), -1)

    # -- commands

    def step(self, by: int) -> None:
        rows = [row for row, line in enumerate(self.lines()) if line.takes_hand]
        if not rows:
            return
        now = self._row()
        at = next((n for n, row in enumerate(rows) if row >= now), len(rows) - 1)
        goal = min(max(at + by - (0 if rows[at] == now or by < 0 else 1), 0), len(rows) - 1)
        self._go(self.lines()[rows[goal]])

    def _go(self, line: Line) -> None:
        self._chosen = False
        self.open.at = line.fact
        if line.fact < 0 and self.hand.go(Place(line.section, line.statement)):
            self.reader.moved()
        else:
            self.reader.dismiss_message()
            self.hand_moved()
            self.reader.refresh_footer()

    def do_view_filter(self) -> None:
        """Turn to the next filter; one that leaves nothing is told of, and the rows stay."""
        filters: list[Filter] = [one for one in FILTERS if one != "not yet covered" or self.open.all]
        self._turned = filters[(filters.index(self._turned) + 1) % len(filters)] if self._turned in filters else "all"
        what = "passages" if self._turned == "not yet covered" else "statements"
        left = lines(self.hand.resolved, self._turned, self.open.all)
        count = sum(line.takes_hand for line in left)
        if not count:
            self.reader.say(Message(f"{what}: {self._turned}", f"none, so still shown: {self._filter}"))
            return
        self._filter, self._lines, self._top = self._turned, left, 0
        self.open.at = next((line.fact for line in left if line.fact >= 0), -1) if what == "passages" else -1
        self.hand_moved()
        self.reader.say(Message(f"{what}: {self._filter}", f"{count} shown"))

    def do_difference_next(self) -> None:
        self._to_difference(1)

    def do_difference_previous(self) -> None:
        self._to_difference(-1)

    def _to_difference(self, way: int) -> None:
        self.open.at = -1
        shown = {(line.section, line.statement) for line in self.lines()}
        differing.step(self.reader, way, shown if self._filter != "all" else None)

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
        if line.fact >= 0:
            again = line.fact == self.open.at
            self._go(line)
            if again:
                self.do_go_source()
        if line.statement < 0:
            return
        column = (event.x - self._left()) // self._cell
        if 0 <= column < len(self._sources):
            self._click_cell(line, self._sources[column])
        else:
            self._go(line)

    def _click_cell(self, line: Line, at: int) -> None:
        statement = self.hand.resolved.sections[line.section].statements[line.statement]
        quoted = quotation(statement, self.hand.resolved.briefing.sources[at].id)
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
