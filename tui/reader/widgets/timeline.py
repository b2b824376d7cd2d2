"""View 5: what is dated, in order, with its sources (look.md, "5 Timeline")."""

from __future__ import annotations

from typing import Any

from rich.cells import cell_len
from textual import events
from textual.strip import Strip

from tui.documents import quoted
from tui.evidence.model import ResolvedBriefing
from tui.reader.empty_rows import empty_rows
from tui.reader.hand import Place
from tui.reader.painting import Run, fit, pad, strip, width_of
from tui.reader.timeline_rows import UNDATED, Row, lines, timeline_rows
from tui.reader.widgets.stepping import HEAD, Listing

DATE, LONGEST_DATE = 10, 21
DATE_SHARE = 0.4  # of the width at most: 60 cells hold a span of two whole dates, 40 still `until 2024-05-04`
NONE = "No statement, so nothing to put in order."
HELPS = (("view.sources", "the sources side by side"), ("search.open", "finds words in them"))
MOST_SIGLA = 8  # sources named by letter in every row; of more the row says how many


class TimelineView(Listing):
    """One row an event; every row leads to its place in the sources."""

    HINTS = (
        ("go.source", "to the source"),
        ("move.down move.up", "event"),
        ("move.left move.right", "source"),
        ("export.open", "export"),
        ("help.open", "help"),
    )

    def __init__(self) -> None:
        super().__init__(id="timeline")
        self._at = 0
        self._rows: list[Row] | None = None
        self._lines: list[int | None] = []
        self._longest = DATE

    def rows(self) -> list[Row]:
        """All events, worked out once a briefing."""
        if self._rows is None:
            self._rows = timeline_rows(self.hand.resolved)
            self._lines = lines(self._rows)
            self._longest = max((cell_len(row.when) for row in self._rows), default=DATE)
        return self._rows

    @property
    def row(self) -> Row | None:
        """The row in hand."""
        rows = self.rows()
        return rows[min(self._at, len(rows) - 1)] if rows else None

    # -- geometry

    @property
    def room(self) -> int:
        return max(self.size.height - HEAD, 1)

    @property
    def length(self) -> int:
        return len(self._lines)

    @property
    def _date(self) -> int:
        most = min(LONGEST_DATE, int(DATE_SHARE * self.size.width))
        return max(min(self._longest, most), DATE)

    @property
    def _sigla(self) -> int:
        count = len(self.hand.letters)
        return count if count <= MOST_SIGLA else len(f"{count}/{count}")

    # -- painting

    def render_line(self, y: int) -> Strip:
        ink, width = self.ink, self.size.width
        if y == 0:
            return self._head()
        if y == 1:
            return strip([(ink.glyphs.rule * width, ink("border"))], width, ink())
        self.rows()
        line = y - HEAD + self._top
        at = self._lines[line] if line < len(self._lines) else None
        runs = self._line(at) if at is not None else []
        if not self.rows():
            empty = empty_rows(NONE, HELPS, self.reader.keys_of, ink, width - 1, "background")
            runs = empty[y - HEAD - 1] if 0 < y - HEAD <= len(empty) else []
        body: list[Run] = [(s.text, s.style or ink()) for s in strip(runs, width - 1, ink())]
        return strip([*body, self.scrollbar(y - HEAD, self.room, self.length, self._top)], width, ink())

    def _head(self) -> Strip:
        ink, rows = self.ink, self.rows()
        dated = sum(row.when != UNDATED for row in rows)
        count = f"{dated} dated" + (f", {len(rows) - dated} not" if len(rows) > dated else "")
        left: list[Run] = [(pad(" When", 1 + self._date + 2), ink(attributes="b"))]
        if len(self.hand.letters) <= MOST_SIGLA:
            for at, source in enumerate(self.hand.resolved.briefing.sources):
                left.append((source.letter, ink(f"mark:{at}", attributes="b")))
        else:
            left.append((" " * self._sigla, ink()))
        room = self.size.width - width_of(left) - 2
        return strip([*left, (f"  {fit(count, room, ink.glyphs.more)}", ink("dim"))], self.size.width, ink())

    def _line(self, at: int) -> list[Run]:
        ink, row = self.ink, self.rows()[at]
        here = at == self._at
        ground, bold = ("selection", "b") if here else ("background", "")
        dated = row.when != UNDATED
        first = at == 0 or self.rows()[at - 1].when != row.when
        when = fit(row.when, self._date, ink.glyphs.more) if first or here else ""
        runs: list[Run] = [
            (ink.glyphs.bar if here else " ", ink("bar", ground)),
            (pad(when, self._date + 2), ink("foreground" if dated else "dim", ground, bold if dated else "")),
            *self._letters(row, ground),
            (" ", ink("foreground", ground)),
            self._stripe(row, here, ground),
        ]
        room = self.size.width - 1 - width_of(runs) - 1
        text = row.text.rstrip(".") or quoted(row.words)
        runs.append((fit(text, room, ink.glyphs.more), ink("foreground", ground, bold)))
        left = self.size.width - 1 - width_of(runs)
        return [*runs, (" " * left, ink("foreground", ground))]

    def _letters(self, row: Row, ground: str) -> list[Run]:
        ink, mine, sources = self.ink, row.sources(), self.hand.resolved.briefing.sources
        if len(sources) > MOST_SIGLA:
            return [(pad(f"{len(mine)}/{len(sources)}", self._sigla), ink("dim", ground))]
        chosen = self._chosen(row)
        runs: list[Run] = []
        for at, source in enumerate(sources):
            if source.id not in mine:
                runs.append((ink.glyphs.silent, ink("dim", ground)))
            elif source.id == chosen:
                chip = ink(attributes="b") if ink.depth == "mono" else ink("page", f"mark:{at}", "b")
                runs.append((source.letter, chip))  # without colour the row is reversed, so the chip is not
            else:
                runs.append((source.letter, ink(f"mark:{at}", ground, "b")))
        return runs

    def _chosen(self, row: Row) -> str:
        """The source that ↵ leads to, where the row in hand has several to choose from."""
        quoted = self.hand.quotation
        several = row is self.row and len(row.sources()) > 1
        return quoted.source.id if several and quoted is not None and quoted in row.quotations else ""

    def _stripe(self, row: Row, here: bool, ground: str) -> Run:
        if not row.quotations:
            return (" ", self.ink("foreground", ground))
        quoted = self.hand.quotation if here and self.hand.quotation in row.quotations else row.quotations[0]
        at = self.hand.letters[(quoted or row.quotations[0]).source.id]
        glyphs = self.ink.glyphs
        return (glyphs.bar if here else glyphs.faint_bar, self.ink(f"mark:{at}", ground))

    # -- what the frame asks

    def footer_right(self, width: int) -> list[Run]:
        row = self.row
        if row is None:
            return []
        number = f"{row.place.section + 1}.{row.place.statement + 1}"
        of = f"{len(row.sources())} of {len(self.hand.letters)}"
        return [(f"{number}  ", self.ink("dim", "panel")), (of, self.ink("foreground", "panel"))]

    def scrolled(self) -> object:
        return self._top, self._at

    def return_to(self, where: object) -> None:
        if isinstance(where, tuple):
            self._top, self._at = where
        self.refresh()

    def kept(self) -> object:
        """The row in hand, and the one on top where the wheel has left it: by statement and date."""
        rows = self.rows()
        if not rows:
            return None
        top = next((at for at in self._lines[self._top :] if at is not None), self._at) if self._wheeled else None
        return {"at": self._named(self._at), "top": None if top is None else self._named(top)}

    def _named(self, at: int) -> list[str]:
        row = self.rows()[min(at, len(self.rows()) - 1)]
        section = self.hand.resolved.sections[row.place.section]
        return [section.section.id, section.statements[row.place.statement].statement.id, row.when]

    def _found(self, named: object) -> int | None:
        return next((at for at in range(len(self.rows())) if self._named(at) == named), None)

    def restore(self, kept: dict[str, Any]) -> None:
        if (at := self._found(kept.get("at"))) is not None and _same(self.rows()[at].place, self.hand.place):
            self._at = at
            self.hand_moved()
        if (top := self._found(kept.get("top"))) is not None:
            self.wheel_to(self._lines.index(top))

    def hand_moved(self) -> None:
        """Keep the row where it is of the statement in hand, else go to the first that is."""
        rows, place = self.rows(), self.hand.place
        if not (self._at < len(rows) and _same(rows[self._at].place, place)):
            self._at = next((n for n, row in enumerate(rows) if _same(row.place, place)), 0)
        self._keep_in_view()
        self.refresh()

    def briefing_renewed(self, before: ResolvedBriefing) -> None:
        self._rows = None
        self.hand_moved()

    def _keep_in_view(self) -> None:
        if self.size.height <= HEAD or not self.rows():
            return
        line, room = self._lines.index(self._at), self.room
        self._top = min(max(self._top, line - room + 1), line)
        self._top = min(self._top, max(len(self._lines) - room, 0))
        self._wheeled = False

    # -- commands

    def step(self, by: int) -> None:
        if self.rows():
            self._go(min(max(self._at + by, 0), len(self.rows()) - 1))

    def _go(self, at: int) -> None:
        self._at = at
        row = self.rows()[at]
        self._take(row, 0)

    def _take(self, row: Row, number: int) -> None:
        """Put the row's statement in hand with its quotation `number`."""
        statement = self.hand.resolved.sections[row.place.section].statements[row.place.statement]
        ordered = self.hand.ordered(statement)
        index = next((n for n, one in enumerate(ordered) if row.quotations and one is row.quotations[number]), 0)
        self.hand.go(row.place._replace(quotation=index))
        self.reader.moved()

    def across(self, by: int) -> None:
        """To another source of the event."""
        row, quoted = self.row, self.hand.quotation
        if row is None or not row.quotations:
            return
        now = next((n for n, one in enumerate(row.quotations) if one is quoted), 0)
        self._take(row, min(max(now + by, 0), len(row.quotations) - 1))

    def do_go_source(self) -> None:
        """To the words the event rests on, though another statement's quotation may have been in hand."""
        row, quoted = self.row, self.hand.quotation
        if row is not None and row.quotations and not any(one is quoted for one in row.quotations):
            self._take(row, 0)
        self.reader.do_go_source()

    # -- mouse

    def on_click(self, event: events.Click) -> None:
        line = event.y - HEAD + self._top
        if event.y < HEAD or line >= len(self._lines):
            return
        at = self._lines[line]
        if at is None:
            return
        again = at == self._at
        self._go(at)
        if again:
            self.do_go_source()


def _same(one: Place, other: Place) -> bool:
    return (one.section, one.statement) == (other.section, other.statement)
