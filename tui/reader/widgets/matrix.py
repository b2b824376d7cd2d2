"""The columns of the coverage matrix: which sources have one, how wide, and which cell is in hand."""

from __future__ import annotations

from abc import abstractmethod

from tui.reader.coverage_cells import TOTAL, quotation
from tui.reader.painting import Run
from tui.reader.widgets.arranging import Arranging
from tui.reader.widgets.stepping import Listing

PANEL_FROM, PANEL = 110, 35  # columns from which a panel stands beside the matrix, and its cells with the hairline
WIDEST_PANEL = 60
LEAST_TEXT, MOST_TEXT = 24, 110  # cells of a statement: its signs are not to stand far off
MOST_WIDE = 8  # sources that may have wide cells


class Matrix(Listing, Arranging):
    """Rows of statements, and in each a cell for every source shown; `_chosen` says whether one of them is in hand."""

    def __init__(self, name: str) -> None:
        super().__init__(id=name)
        self._first = 0
        self._chosen = False

    @property
    def beside(self) -> bool:
        """Whether the panel stands beside the matrix."""
        return self.size.width >= PANEL_FROM

    @property
    def _most(self) -> int:
        """The cells a row of the matrix may take."""
        return self.size.width - (PANEL if self.beside else 1)

    @property
    def _width(self) -> int:
        """The cells it takes."""
        widest = MOST_TEXT + self._cell * len(self._sources) + TOTAL
        return min(self._most, widest) if self.beside else self._most

    @property
    def _beside_width(self) -> int:
        """The cells of the panel after the hairline."""
        return min(self.size.width - self._width - 1, WIDEST_PANEL)

    @property
    @abstractmethod
    def on_statement(self) -> bool:
        """Whether the row in hand is a statement's."""

    @property
    def _order(self) -> tuple[int, ...]:
        return self.reader.arrangement.shown(self.hand.resolved)

    @property
    def _cell(self) -> int:
        wide, sources = 8 if self.beside else 7, len(self._order)
        return wide if sources <= MOST_WIDE and sources * wide <= self._most - TOTAL - LEAST_TEXT else 3

    @property
    def _sources(self) -> tuple[int, ...]:
        """The sources in view: what leaves the statements their cells."""
        order, most = self._order, max((self._most - TOTAL - LEAST_TEXT) // self._cell, 1)
        self._first = min(self._first, max(len(order) - most, 0))
        return order[self._first : self._first + most]

    def _left(self) -> int:
        return self._width - self._cell * len(self._sources) - TOTAL

    def across(self, by: int) -> None:
        """To the next source of the row that carries the statement."""
        cells = self._carrying()
        if not cells:
            return
        order, number = self._order, self.source_in_hand
        now = -1 if number is None else order.index(number)
        on = [at for at in cells if at > now] if by > 0 else [at for at in reversed(cells) if at < now or now < 0]
        if on:
            self._choose(order[on[0]])

    def _carrying(self) -> list[int]:
        """Where in the order the sources stand that the statement in hand quotes."""
        statement, order = self.hand.statement, self._order
        numbers = {self.hand.letters[one.source.id] for one in statement.quotations} if statement else ()
        return [at for at, number in enumerate(order) if number in numbers]

    def _choose(self, number: int) -> None:
        """Take the cell of a source that carries the statement in hand."""
        statement = self.hand.statement
        found = quotation(statement, self.hand.resolved.briefing.sources[number].id) if statement else None
        if statement is None or found is None:
            return
        index = next(at for at, one in enumerate(self.hand.ordered(statement)) if one is found)
        self._chosen = True
        self._show_source(number)
        self.hand.go(self.hand.place._replace(quotation=index))
        self.reader.moved()

    def _show_source(self, number: int) -> None:
        at, shown = self._order.index(number), len(self._sources)
        self._first = min(max(self._first, at - shown + 1), at)

    def standing(self) -> list[Run]:
        return super().standing() if self.source_in_hand is not None else []

    # -- the sources as they are arranged

    @property
    def source_in_hand(self) -> int | None:
        quoted = self.hand.quotation
        if not (quoted and self._chosen and self.on_statement):
            return None
        number = self.hand.letters[quoted.source.id]
        return number if number in self._order else None  # another view may have hidden it

    def take_source(self, number: int) -> None:
        self._chosen = False
        self._choose(number)

    def rearranged(self) -> None:
        number = self.source_in_hand
        if number is not None:
            self._show_source(number)
        self.refresh()
        self.reader.refresh_footer()
