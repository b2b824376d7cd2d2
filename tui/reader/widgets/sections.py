"""View 1: sections side by side, under each statement its quotations (look.md, "1 Sections")."""

from __future__ import annotations

from typing import NamedTuple

from textual import events
from textual.geometry import Region
from textual.strip import Strip

from tui.evidence.model import ResolvedBriefing
from tui.reader.hand import Place
from tui.reader.painting import Run, fit, pad, strip, thumb, width_of
from tui.reader.section_rows import Row, SectionRows
from tui.reader.session import is_count
from tui.reader.widgets.sections_footer import speaking, where
from tui.reader.widgets.sections_notes import Noted
from tui.reader.widgets.sections_picking import Picking
from tui.reader.widgets.sections_session import Spot, kept_spots, row_of, spot_of, spots
from tui.reader.widgets.stepping import Stepping
from tui.reader.widgets.widening import Widening
from tui.reader.widths import Spans, Widths, sharing

MOST, HEAD = 4, 2


class Column(NamedTuple):
    """A section in view: its rows, the first of them shown, and the cells it takes, hairline included."""

    at: int
    rows: list[Row]
    top: int
    last: bool
    left: int
    width: int


class SectionsView(Noted, Picking, Stepping, Widening):
    """Draws all visible section columns itself, row by row; each column scrolls on its own."""

    HINTS = (
        ("search.open", "search"),
        ("go.source", "to the source"),
        ("move.down move.up", "statement"),
        ("move.left move.right", "section"),
        ("copy.citation", "copy"),
        ("export.open", "export"),
        ("help.open", "help"),
    )

    def __init__(self) -> None:
        super().__init__(id="sections")
        self._first = 0
        self._tops: dict[int, int] = {}
        self._wheeled: dict[int, Spot] = {}  # where the wheel left sections since the hand last moved them
        self.widths = Widths()
        self._rows: dict[tuple[object, ...], list[Row]] = {}
        self._strips: dict[tuple[object, ...], tuple[Strip, Row]] = {}  # known by their row's identity, so it is kept
        self._layouts: dict[int, SectionRows] = {}
        self._painting: list[Column] | None = None
        self._clicked: Place | None = None

    # -- geometry

    @property
    def shown(self) -> range:
        """The sections in view."""
        first, spans = self._placed()
        return range(first, first + len(spans))

    @property
    def columns(self) -> int:
        """How many sections stand side by side."""
        return max(len(self.shown), 1)

    @property
    def column_width(self) -> int:
        """Cells a column takes where all are even, hairline included."""
        return self.size.width // sharing(len(self.hand.resolved.sections), self.size.width, MOST)

    def _placed(self) -> tuple[int, Spans]:
        """The first section in view, and the first cell and the width of each that is."""
        names = [section.section.id for section in self.hand.resolved.sections]
        slots = sharing(len(names), self.size.width, MOST)
        return self.widths.place(names, self.hand.place.section, self._first, self.size.width, slots, fill=False)

    def _cells(self, index: int) -> int:
        """Cells of the column of section `index`, as it has them or would have them even."""
        first, spans = self._placed()
        return spans[index - first][1] if 0 <= index - first < len(spans) else self.column_width

    @property
    def _room(self) -> int:
        return max(self.size.height - HEAD, 1)

    def _in_view(self) -> list[Column]:
        """The columns in view, worked out once a painting."""
        if self._painting is None:
            self._first, spans = self._placed()
            last = self._first + len(spans) - 1
            self._painting = [
                Column(at, self.rows(at, width), self.top(at), at == last, left, width)
                for at, (left, width) in enumerate(spans, self._first)
            ]
        return self._painting

    def rows(self, index: int, width: int = 0) -> list[Row]:
        """The laid-out rows of section `index` in `width` cells, by default those of its column.

        They are kept until width, height or the statement in hand change.
        """
        place, width = self.hand.place, width or self._cells(index)
        in_hand = place.statement if place.section == index else -1
        key = (index, width, self._room, in_hand, place.quotation if in_hand >= 0 else 0)
        if key not in self._rows:
            if len(self._rows) > 64:
                self._forget_rows()
            if width not in self._layouts:
                if len(self._layouts) >= 2 * MOST:
                    self._layouts.clear()
                self._layouts[width] = SectionRows(self.hand, self.ink.glyphs, width, self.noted)
            section = self.hand.resolved.sections[index]
            self._rows[key] = self._layouts[width].rows(section, self._room, in_hand, place.quotation)
        return self._rows[key]

    def notes_changed(self) -> None:
        self._forget_rows()
        self._layouts.clear()
        self.refresh()

    def _forget_rows(self) -> None:
        self._rows.clear()
        self._strips.clear()

    def top(self, index: int) -> int:
        """The first row shown of section `index`."""
        most = max(len(self.rows(index)) - self._room, 0)
        return min(self._tops.get(index, 0), most)

    # -- painting

    def render_lines(self, crop: Region) -> list[Strip]:
        self._painting = None
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        width, fill = self.size.width, self.ink()
        columns = [self._cell_row(column, y) for column in self._in_view()]
        if not columns:
            return strip([], width, fill)
        line = Strip.join(columns)
        return line if line.cell_length == width else line.extend_cell_length(width, fill).crop(0, width)

    def _cell_row(self, column: Column, y: int) -> Strip:
        if y == 0:
            return self._head(column.at, column.width)
        if y == 1:
            return self._rule(column.at, column.width)
        return self._body(column, y - HEAD)

    def _head(self, index: int, width: int) -> Strip:
        ink = self.ink
        section = self.hand.resolved.sections[index]
        focused = index == self.hand.place.section
        number = (f" {section.number} ", ink("accent" if focused else "dim", attributes="b" if focused else ""))
        pages = self._pages(index)
        room = width - len(number[0]) - (len(pages) + 3 if pages else 1)
        title: Run = (pad(fit(section.section.title, room, ink.glyphs.more), room), ink(attributes="b"))
        tail: list[Run] = [(f" {pages}  ", ink("dim"))] if pages else []
        return strip([number, title, *tail], width, ink())

    def _pages(self, index: int) -> str:
        shown, sections = [column.at for column in self._in_view()], len(self.hand.resolved.sections)
        if len(shown) == sections or index != shown[-1]:
            return ""
        glyphs = self.ink.glyphs
        before = glyphs.left + " " if shown[0] > 0 else ""
        after = " " + glyphs.right if shown[-1] < sections - 1 else ""
        span = f"{shown[0] + 1}{glyphs.dash}{shown[-1] + 1}" if len(shown) > 1 else f"{shown[0] + 1}"
        return f"{before}{span} of {sections}{after}"

    def _rule(self, index: int, width: int) -> Strip:
        ink = self.ink
        section = self.hand.resolved.sections[index]
        focused = index == self.hand.place.section
        tally = speaking(section, self.hand, ink)
        if width_of(tally) > width - 6:
            tally = [(f"{sum(map(bool, section.tally.values()))}/{len(section.tally)}", ink("dim"))]
        long = width - width_of(tally) - (2 if tally else 1)
        line = (ink.glyphs.rubric if focused else ink.glyphs.rule) * long
        return strip([(line, ink("accent" if focused else "border")), (" ", ink()), *tally], width, ink())

    def _body(self, column: Column, y: int) -> Strip:
        rows, number = column.rows, column.top + y
        edge = self._hairline(len(rows), column.top, y, column.last)
        row = rows[number] if number < len(rows) else Row(())
        key = (id(row) if row.runs else 0, edge, id(self.ink), column.width)
        if key not in self._strips:
            if len(self._strips) > 2048:
                self._strips.clear()
            self._strips[key] = self._strip(row, edge, column.width), row
        line = self._strips[key][0]
        return line if self.picked is None else self.lit(column.at, row, line)

    def _strip(self, row: Row, edge: str, width: int) -> Strip:
        ink = self.ink
        runs: list[Run] = [(text, ink(token, ground, attributes)) for text, token, ground, attributes in row.runs]
        body = strip(runs, width - 1, ink())
        return Strip([*body, *strip([self._edge_run(edge)], 1, ink())], width)

    def _edge_run(self, edge: str) -> Run:
        return (edge, self.ink("dim" if edge == self.ink.glyphs.thumb else "border"))

    def _hairline(self, rows: int, top: int, y: int, last: bool) -> str:
        room = self._room
        if rows <= room:
            return " " if last else self.ink.glyphs.hairline
        return self.ink.glyphs.thumb if y in thumb(room, rows, top) else self.ink.glyphs.hairline

    # -- what the frame asks

    def footer_right(self, width: int) -> list[Run]:
        return where(self.hand, self.ink, width)

    def hand_moved(self) -> None:
        self._to_hand()
        self.refresh()

    def _to_hand(self) -> None:
        self.let_go()
        place = self.hand.place
        if self.hand.resolved.sections and self.size.height > HEAD:
            rows = self.rows(place.section)
            mine = [number for number, row in enumerate(rows) if row.statement == place.statement]
            if mine:
                self._wheeled.pop(place.section, None)
                self._show(place.section, mine[0], mine[-1] + 1)

    def briefing_renewed(self, before: ResolvedBriefing) -> None:
        self._forget_rows()
        self._layouts.clear()
        self._wheeled = spots(kept_spots(self._wheeled, before), self.hand.resolved)
        self.hand_moved()

    def _show(self, index: int, start: int, end: int) -> None:
        top = self.top(index)
        if end > top + self._room:
            top = end - self._room
        if start < top:
            top = start
        self._tops[index] = top

    def scrolled(self) -> object:
        return self._first, dict(self._tops)

    def return_to(self, where: object) -> None:
        if isinstance(where, tuple):
            self._first, tops = where
            self._tops = dict(tops)
        self.refresh()

    def kept(self) -> object:
        kept = {"first": self._first, "wheeled": kept_spots(self._wheeled, self.hand.resolved)}
        return {**kept, "widths": self.widths.kept()}

    def take_up(self, kept: object) -> None:
        if not isinstance(kept, dict):
            return
        self._first = kept["first"] if is_count(kept.get("first")) else 0
        self.widths.take_up(kept.get("widths"))
        self._wheeled = spots(kept.get("wheeled"), self.hand.resolved)
        if self.size.height > HEAD:
            self._to_wheeled(self._wheeled)

    def _to_wheeled(self, wheeled: dict[int, Spot]) -> None:
        """Put sections back to where the wheel left them."""
        self._wheeled = wheeled
        for index, spot in wheeled.items():
            self._tops[index] = row_of(self.rows(index), spot)

    # -- widths

    @property
    def column_name(self) -> str:
        section = self.hand.section
        return section.section.id if section else ""

    def measure(self) -> tuple[int, int]:
        first, spans = self._placed()
        return spans[self.hand.place.section - first][1], len(spans)

    def widths_changed(self) -> None:
        self.on_resize()
        self.refresh()

    def inks_changed(self) -> None:
        self._strips.clear()
        self.refresh()

    def on_resize(self) -> None:
        # The new size is on the screen already: painted again is only what now stands elsewhere.
        before, wheeled = self._shown_tops(), dict(self._wheeled)
        self._to_hand()
        self._to_wheeled(wheeled)
        if self._shown_tops() != before:
            self.refresh()

    def _shown_tops(self) -> list[int]:
        return [self.top(index) for index in self.shown]

    # -- commands

    def step(self, by: int) -> None:
        self.reader.moved(self.hand.step(by))

    def do_move_left(self) -> None:
        self.reader.moved(self.hand.turn(-1))

    def do_move_right(self) -> None:
        self.reader.moved(self.hand.turn(1))

    def leap(self, way: int) -> None:
        """To the statement that begins about half the rows away."""
        place = self.hand.place
        rows = self.rows(place.section)
        here = next((n for n, row in enumerate(rows) if row.statement == place.statement), 0)
        goal = min(max(here + way * max(self._room // 2, 1), 0), len(rows) - 1)
        passed = [row.statement for row in rows[: goal + 1] if row.statement >= 0]
        to = passed[-1] if passed else 0
        if to == place.statement:
            to += way
        self.reader.moved(self.hand.step(to - place.statement))

    def do_move_next_quotation(self) -> None:
        self.reader.moved(self.hand.pick(1))

    def do_move_previous_quotation(self) -> None:
        self.reader.moved(self.hand.pick(-1))

    # -- mouse

    def _at(self, x: int, y: int) -> tuple[int, Row | None]:
        self._painting = None  # what was painted last may have moved since
        columns = self._in_view()
        column = next((one for one in columns if x < one.left + one.width), columns[-1])
        number = column.top + y - HEAD
        return column.at, column.rows[number] if y >= HEAD and number < len(column.rows) else None

    def met(self, x: int, y: int) -> tuple[int, Row | None, int]:
        index, row = self._at(x, y) if self.hand.resolved.sections else (0, None)
        return index, row, next((column.left for column in self._in_view() if column.at == index), 0)

    def on_click(self, event: events.Click) -> None:
        if not self.hand.resolved.sections or self.was_drag():
            return
        if event.chain == 2 and event.y < HEAD:
            self.do_column_zoom()
            return
        if event.chain > 1 and self._clicked == self.hand.place:  # the rows may have moved under the pointer
            self.reader.do_go_source()
            return
        index, row = self._at(event.x, event.y)
        if row is None or row.statement < 0:
            self.reader.moved(self.hand.turn(index - self.hand.place.section))
            return
        place = self._clicked = Place(index, row.statement, max(row.quotation, 0))
        again = place == self.hand.place and row.quotation >= 0
        moved = self.hand.go(place)
        self._keep(index, row, event.y - HEAD)
        self.reader.moved(moved)
        if again:
            self.reader.do_go_source()

    def _keep(self, index: int, clicked: Row, y: int) -> None:
        """Keep the words clicked on where they are, now that other rows above them may be more or fewer."""
        rows = self.rows(index)
        same = [
            n for n, row in enumerate(rows) if row.statement == clicked.statement and row.quotation == clicked.quotation
        ]
        if same:
            self._tops[index] = max(same[0] - y, 0)

    @property
    def hand_x(self) -> int:
        first, spans = self._placed()
        at = self.hand.place.section - first
        return spans[at][0] if 0 <= at < len(spans) else 0

    def wheel(self, x: int, by: int) -> None:
        if not self.hand.resolved.sections:
            return
        index, _ = self._at(x, 0)
        most = max(len(self.rows(index)) - self._room, 0)
        self._tops[index] = min(max(self.top(index) + by, 0), most)
        if spot := spot_of(self.rows(index), self._tops[index]):
            self._wheeled[index] = spot
        else:
            self._wheeled.pop(index, None)
        self.refresh(Region(0, HEAD, self.size.width, self._room))
