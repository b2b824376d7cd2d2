"""The sources as they look: the statement over all, heads and rules over the columns, and what the footer says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.strip import Strip

from tui.reader.painting import Run, width_of
from tui.reader.source_lights import SourceLights
from tui.reader.trail import source_place
from tui.reader.widgets.column import Column
from tui.reader.widgets.source_footer import hit_place, place, walking
from tui.reader.widgets.source_heads import StatementBar, head, letters, note_row, rule, says
from tui.reader.widgets.visiting import Visiting

if TYPE_CHECKING:
    from tui.notes import Placed

HEAD = 2  # rows of a column's head and rule
LEAST_FOR_NOTES = 12  # rows of the view from which a note takes one


class SourcesPage(Visiting):
    """Paints what stands above the columns; what is lit in them and what keys do is said by who extends it."""

    _lights: SourceLights

    def __init__(self) -> None:
        super().__init__("sources")
        self._bar: StatementBar | None = None
        self._noted: list[Placed] = []  # the note below the statement, if there is one

    @property
    def bare(self) -> bool:
        """Whether there are only articles, and no statements."""
        return not self.hand.resolved.sections

    @property
    def bar(self) -> StatementBar:
        """The statement in hand, over the columns."""
        if self._bar is None or not self._bar.fits(self.hand, self.ink, self.size.width):
            self._bar = StatementBar(self.hand, self.ink, self.size.width)
        return self._bar

    @property
    def above(self) -> int:
        return self.bar.height + len(self._noted) + HEAD

    def lay_out(self) -> None:
        self._noted = self._note_below()
        super().lay_out()

    def _note_below(self) -> list[Placed]:
        """The note that stands below the statement, of those on its evidence: the focused source's, else the first."""
        statement = self.hand.statement
        if statement is None or self.size.height < LEAST_FOR_NOTES:
            return []
        spans = [(one.source.id, one.anchor.span) for one in self.hand.ordered(statement) if one.anchor.span]
        notes = [note for source, span in spans if (note := self.reader.notebook.on(source, span)) and note.note.text]
        focused = self.columns.focused.source.id if self.ready else ""
        return sorted(notes, key=lambda one: one.note.source != focused)[:1]

    # -- painting

    def row_above(self, y: int) -> Strip:
        bar = self.bar
        if y < bar.height:
            return bar.row(y)
        if self._noted and y == bar.height:
            return note_row(self._noted[0], self.hand, self.ink, self.size.width)
        part = self._head if y == self.above - HEAD else self._rule
        return Strip.join(part(column, width) for column, (_, width) in self.columns.visible())

    def _head(self, column: Column, width: int) -> Strip:
        walk = self.reader.walk  # the sides of a difference and noted passages are walked too, and are no hits
        searched = walk is not None and walk.sign == "/"
        count, what = (len(walk.of(column.source.id)), "hit") if walk and searched else (column.blocks.words, "word")
        tally = "" if count is None else f"{count} {what}{'' if count == 1 else 's'}"
        tally = "not read" if column.fault else tally
        hidden = self._hidden(column.number)
        return head(column.number, column.source, self.ink, width, tally, hidden, file=self.by_file(column))

    def _hidden(self, number: int) -> tuple[str, str]:
        columns, glyphs = self.columns, self.ink.glyphs
        sources = [columns.all[each].source for each in columns.order]
        first, shown = columns.order.index(columns.shown[0]), columns.shown
        before = letters(sources[:first], glyphs.left, before=True) if number == shown[0] else ""
        after = letters(sources[first + len(shown) :], glyphs.right, before=False) if number == shown[-1] else ""
        return before, after

    def _rule(self, column: Column, width: int) -> Strip:
        statement, tally = self.hand.statement, list[Run]()
        if self.columns.is_visitor(column):
            tally = [("from the library", self.ink("dim", attributes="i"))]
        elif self.reached is not None and self.reached[0] is column:
            paragraph = column.document.paragraph_at(self.reached[1].start)
            where = f"{self.ink.glyphs.paragraph}{paragraph.number} " if paragraph else ""
            tally = [(f"{where}in hand", self.ink(f"mark:{column.number}", attributes="b"))]
        elif statement is not None and not column.fault:
            how = statement.coverage.get(column.source.id)
            tally = says(column.number, self._lights.quotations(column.source.id), how, self.ink)
        return rule(self.ink, width, tally, focused=column is self.columns.focused)

    def is_head(self, row: int) -> bool:
        return -HEAD <= row < 0

    # -- the frame

    def standing(self) -> list[Run]:
        if not self.ready or self.columns.focused.fault:
            return []
        column = self.columns.focused
        paragraph = column.document.paragraph_at(column.anchor[0])
        return source_place(column.number, self.ink, column.source, paragraph.number if paragraph else None)

    def footer_left(self, width: int) -> list[Run] | None:
        walk = self.reader.walk
        return walking(walk, self.ink, self.reader.keys_of, width) if walk else None

    def footer_right(self, width: int) -> list[Run]:
        if not self.ready:
            return []
        column, walk = self.columns.focused, self.reader.walk
        if walk is None:
            linked: list[Run] = [("linked  ", self.ink("dim", "panel"))] if self.linked else []
            state = [*self.hidden_run(), *linked]
            there = place(column.source, column.number, self.ink, width, file=self.by_file(column), share=column.share)
            if state and width_of([*state, *there]) > width // 2:
                there = there[:1]  # without how far it is scrolled
            if state and width_of([*state, *there]) > width - 12:
                there = [(column.source.letter, there[0][1])]
            return [*state, *there]
        runs = hit_place(walk, column.source, column.number, self.ink, width, file=self.by_file(column))
        left = self.footer_left(width) or []
        return runs if width_of(left) + width_of(runs) + 4 <= width else []
