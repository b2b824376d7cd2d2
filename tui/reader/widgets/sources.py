"""View 2: the sources side by side, whole, the evidence of the statement in hand lit (look.md, "2 Sources")."""

from __future__ import annotations

from collections.abc import Sequence

from tui.evidence.model import ResolvedBriefing
from tui.reader.hand import Place
from tui.reader.lit import Light
from tui.reader.scrolling import LEVEL
from tui.reader.source_lights import SourceLights
from tui.reader.walk import Walk, lit
from tui.reader.widgets.column import Column
from tui.reader.widgets.columns_session import kept_columns, named, taken_up
from tui.reader.widgets.sources_page import SourcesPage
from tui.reader.widgets.view import Hint

NOWHERE = (-1, -1, -1)


class SourcesView(SourcesPage):
    """The statement over all, and under it every source on its evidence."""

    def __init__(self) -> None:
        super().__init__()
        self._at = NOWHERE  # section, statement and quotation shown
        self._awaited: object = None  # where to return to once there are columns
        self._led = False  # whether the evidence of the quotation in hand is asked for, wherever it is
        self._leading = False  # whether the move under way began in this view, so that the focus stays

    @property
    def _place(self) -> tuple[int, int, int]:
        now = self.hand.place
        return now.section, now.statement, now.quotation

    # -- what is shown

    def on_resize(self) -> None:
        first = not self.ready
        self.hand_moved(anyway=True)
        if first and self._awaited is not None:
            self.return_to(self._awaited)
        if first and self.reader.walk is not None:
            self.walk_moved(started=True)
        self.reader.refresh_footer()

    def hand_moved(self, *, anyway: bool = False) -> None:
        if not self.ready and not anyway:
            return
        if self.renew():
            self._lights = SourceLights(self.hand)
        if not self.ready:
            return
        if not self._leading:
            self._follow_hand()
        self.lay_out()
        self._show_hand()

    def briefing_renewed(self, before: ResolvedBriefing) -> None:
        self.screen.clear_selection()
        self._at = self._place
        self.hand_moved()
        if self.ready:
            self._light_walk()

    def visitors_changed(self) -> None:
        """Articles of the library came or left: every other column stays as it is."""
        if self.ready:
            self._at, self._leading = self._place, True
            try:
                self.hand_moved()
            finally:
                self._leading = False
            self._light_walk()
            self.reader.refresh_footer()

    def _light_walk(self) -> None:
        walk = self.reader.walk
        if walk is not None:
            self._light_hits(walk)
            self._light_hit(walk)

    def _follow_hand(self) -> None:
        """Focus the source of the quotation in hand."""
        quotation = self.hand.quotation
        if quotation is not None and self._place != self._at:
            number = self.hand.letters[quotation.source.id]
            if self._led:
                self.columns.lead_to(number)
            elif number in self.columns.order:
                self.columns.focus = number
        self._led = False

    def _show_hand(self) -> None:
        """Light the evidence, and after a move bring it level in every column that has some."""
        before, self._at = self._at, self._place
        if before != self._at:
            self.let_go()
        self._mark_notes()
        for column in self.columns.all:
            for light, layer in self._lights.layers(column.source.id).items():
                column.light(light, layer)
            if before[:2] != self._at[:2]:
                self._bring(column)
        if before[:2] == self._at[:2] and before != self._at and not self._leading:
            self._bring(self.columns.focused)
        self.refresh()

    def _mark_notes(self) -> None:
        """Stand the signs of notes and bookmarks beside their words."""
        for column in self.columns.all:
            notes = self.reader.notebook.of(column.source.id)
            column.mark((*one.span, bool(one.note.text)) for one in notes if one.span)

    def notes_changed(self) -> None:
        if self.ready:
            self._mark_notes()
            self.lay_out()
            self.refresh()

    def _bring(self, column: Column) -> None:
        """Stand a column on its evidence, a third down; a silent one stays where it is."""
        chosen, quotations = self.hand.quotation, self._lights.quotations(column.source.id)
        if chosen in quotations:
            quotations.insert(0, chosen)
        span = next((one.anchor.span for one in quotations if one.anchor.span is not None), None)
        if span is not None:
            column.place(span.start, LEVEL)

    def to_evidence(self) -> None:
        self._at, self._led, self._awaited = NOWHERE, True, None
        self.hand_moved()
        self.reader.refresh_footer()

    # -- walking hits

    def _light_hits(self, walk: Walk) -> None:
        """Light all hits."""
        for column in self.columns.all:
            hits = [*walk.of(column.source.id), *(hit for hit in walk.also if hit.source == column.source.id)]
            column.light(Light.HIT, [span for hit in hits for span in lit(hit)])

    def _light_hit(self, walk: Walk) -> Column:
        """Light the hit stood on, and no other that way; its column."""
        self.columns.unlight(Light.HERE)
        column = next(column for column in self.columns.all if column.source.id == walk.hit.source)
        column.light(Light.HERE, lit(walk.hit))
        return column

    def walk_moved(self, *, started: bool = False) -> None:
        walk = self.reader.walk
        if not self.ready:
            return
        self.let_go()
        if walk is None:
            self.columns.unlight(Light.HIT, Light.HERE)
            self.refresh()
            return
        if started:
            self._light_hits(walk)
            for column in self.columns.all:  # every one that has hits stands on its first
                also = [hit for hit in walk.also if hit.source == column.source.id and walk.row == LEVEL]
                if hits := walk.of(column.source.id) or also:
                    column.place(lit(hits[0])[0].start, walk.row)
        column = self._light_hit(walk)
        self.columns.lead_to(column.number)
        self.lay_out()
        column.place(lit(walk.hit)[0].start, walk.row)
        self.refresh()

    def scrolled(self) -> object:
        return (self._at, self.columns.where()) if self.ready else None

    def return_to(self, where: object) -> None:
        self._awaited = where
        if not self.ready:
            return
        self.let_go()
        self.columns.unlight(Light.HIT, Light.HERE)
        self._light_walk()
        if isinstance(where, tuple):
            self._at, columns = where
            self.columns.back_to(columns)
        else:
            self._at = NOWHERE
        self.lay_out()
        self._show_hand()

    def kept(self) -> object:
        at = named(self._at, self.hand.resolved)
        return {**kept_columns(self.columns), "linked": self.linked, "at": at} if self.ready else None

    def take_up(self, kept: object) -> None:
        found = taken_up(kept, self.hand.resolved)
        if found is None:
            return
        linked, widths, at, where = found
        self.linked = self.linked if linked is None else linked
        self.widths.take_up(widths)
        if at in (None, named(self._place, self.hand.resolved)):  # else it was left on other evidence
            self.return_to((self._place, where))

    # -- the sources as they are arranged

    @property
    def source_in_hand(self) -> int | None:
        return self.columns.focus if self.ready else None

    @property
    def guest(self) -> int | None:
        return self.columns.guest

    def take_source(self, number: int) -> None:
        self.columns.focus = number
        self._lead(True)

    def rearranged(self) -> None:
        if self.ready:
            self.lay_out()
            self.refresh()
            self.reader.refresh_footer()

    # -- the frame

    @property
    def HINTS(self) -> Sequence[Hint]:  # type: ignore[override]  # noqa: N802
        """The keys of the footer."""
        return (
            ("move.down move.up", "line" if self.bare else "statement"),
            ("move.left move.right", "source"),
            ("search.open", "search"),
            ("copy.citation", "copy"),
            ("open.article", "open"),
            *([("go.back", "back")] if self.reader.way_out else []),
            ("help.open", "help"),
        )

    # -- commands

    def _lead(self, moved: bool) -> None:
        """Tell the application of a move that began here; the focused source's quotation is taken in hand."""
        if not moved:
            return
        statement = self.hand.statement
        ordered = self.hand.ordered(statement) if statement and self.ready else []
        mine = [n for n, one in enumerate(ordered) if self.hand.letters[one.source.id] == self.columns.focus]
        if mine and self.hand.place.quotation not in mine:
            self.hand.go(self.hand.place._replace(quotation=mine[0]))
        self._leading = True
        try:
            self.reader.moved()
        finally:
            self._leading = False

    def _step(self, by: int) -> None:
        if self.bare:
            self.scroll_text(by)
        else:
            self._lead(self.hand.step(by) or self._step_on(by))

    def _step_on(self, by: int) -> bool:
        """From the last statement of a section to the first of the next, and back: `h` and `l` mean sources here."""
        sections, at = self.hand.resolved.sections, self.hand.place.section + by
        while 0 <= at < len(sections) and not sections[at].statements:
            at += by
        if not 0 <= at < len(sections):
            return False
        return self.hand.go(Place(at, 0 if by > 0 else len(sections[at].statements) - 1))

    def clicked(self, column: Column) -> None:
        moved, self.columns.focus = self.columns.focus != column.number, column.number
        self._lead(moved)

    def do_move_down(self) -> None:
        self._step(1)

    def do_move_up(self) -> None:
        self._step(-1)

    def do_move_left(self) -> None:
        self._lead(self.ready and self.columns.turn(-1))

    def do_move_right(self) -> None:
        self._lead(self.ready and self.columns.turn(1))

    def do_move_next_quotation(self) -> None:
        self.reader.moved(self.hand.pick(1))

    def do_move_previous_quotation(self) -> None:
        self.reader.moved(self.hand.pick(-1))

    def do_go_source(self) -> None:
        self.to_evidence()
