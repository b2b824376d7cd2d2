"""The differences as they look: the list, and beside or instead of it the apparatus (look.md, "4 Differences")."""

from __future__ import annotations

from abc import abstractmethod
from collections import Counter

from textual.strip import Strip

from tui.evidence.model import ResolvedDifference
from tui.reader.difference_list import DifferenceList
from tui.reader.difference_rows import DifferenceRows, Tokens
from tui.reader.empty_rows import empty_rows
from tui.reader.hand import Place
from tui.reader.painting import Run, cut, spread, strip, width_of
from tui.reader.suggesting import SUGGESTED, Offers
from tui.reader.widgets.stepping import HEAD, Awaiting

LIST_FROM, LIST = 110, 36
KINDS = ("all", "conflict", "variant", "framing", SUGGESTED)
NONE = "No difference is noted in this briefing."
HELPS = (("counterparts", "what others report of the statement in hand"), ("view.coverage", "who says what"))


class DifferencesPage(Awaiting):
    """Lays out and paints; which difference is in hand and what keys do is said by who extends it."""

    def __init__(self) -> None:
        super().__init__(id="differences")
        self._at = 0
        self._kind = "all"
        self._scroll = 0
        self._rows: dict[tuple[object, ...], list[Tokens]] = {}
        self._homes: dict[int, Place] | None = None
        self._offers: Offers | None = None

    # -- content

    @property
    def offers(self) -> Offers:
        """What the author notes and what is suggested."""
        if self._offers is None:
            self._offers = Offers(self.reader, self.compared)
        return self._offers

    @abstractmethod
    def compared(self) -> None:
        """The sources are compared: there may be more to show."""

    @property
    def shown(self) -> list[ResolvedDifference]:
        """The differences of the kind in force, those suggested last."""
        return self.offers.of(self._kind)

    @property
    def current(self) -> ResolvedDifference | None:
        """The difference in hand."""
        shown = self.shown
        return shown[min(self._at, len(shown) - 1)] if shown else None

    def home(self, resolved: ResolvedDifference) -> Place | None:
        """The statement a difference hangs on."""
        if self._homes is None:
            self._homes = {
                one.number: Place(s, n)
                for s, section in enumerate(self.hand.resolved.sections)
                for n, statement in enumerate(section.statements)
                for one in statement.differences
            }
        return self._homes.get(resolved.number)

    @property
    def offered(self) -> bool:
        """Whether the difference in hand is only suggested."""
        current = self.current
        return current is not None and current.difference.suggested

    def _number(self, resolved: ResolvedDifference) -> str:
        if resolved.difference.suggested:
            return SUGGESTED
        place = self.home(resolved)
        return f"{place.section + 1}.{place.statement + 1}" if place else ""

    def _count(self) -> str:
        """`2 of 21`; those suggested, below them in the list, are counted by themselves: `suggested 1 of 2`."""
        suggested = sum(one.difference.suggested for one in self.shown)
        noted = len(self.shown) - suggested
        return f"suggested {self._at + 1 - noted} of {suggested}" if self.offered else f"{self._at + 1} of {noted}"

    @property
    def beside(self) -> bool:
        """Whether the list stands beside the apparatus."""
        return self.size.width >= LIST_FROM

    @property
    def _left(self) -> int:
        return LIST if self.beside else 0

    @property
    def _room(self) -> int:
        return max(self.size.height - HEAD, 1)

    def _apparatus(self, resolved: ResolvedDifference, current: bool) -> list[Tokens]:
        width, faint = self.size.width - self._left - 1, ""
        if resolved.difference.suggested:
            keep, drop = (self.reader.keys_of(f"suggestion.{way}") for way in ("confirm", "dismiss"))
            faint = f"Found by comparing. {keep} keeps it, {drop} drops it."
        key = (resolved.number, current, width, faint)
        if key not in self._rows:
            layout = DifferenceRows(self.hand, self.ink.glyphs, width)
            self._rows[key] = layout.rows(resolved, self._number(resolved), current, faint)
        return self._rows[key]

    def _body(self, y: int) -> Tokens:
        """Row `y` of the apparatus, the difference in hand first."""
        row = y + self._scroll
        for number, resolved in enumerate(self.shown[self._at :]):
            rows = self._apparatus(resolved, number == 0)
            if row < len(rows) - (resolved is self.shown[-1]):  # the last needs no rule to part it from the next
                return rows[row]
            row -= len(rows)
        return ()

    # -- painting

    def render_line(self, y: int) -> Strip:
        ink, width = self.ink, self.size.width
        if y == 0:
            return self._head()
        if y == 1:
            lead = LIST if self.beside else width
            runs: list[Run] = [(ink.glyphs.rubric * lead, ink("accent"))]
            return strip([*runs, (ink.glyphs.rule * (width - lead), ink("border"))], width, ink())
        left: list[Run] = []
        if self.beside:
            listed = strip(self._list.entry(y - HEAD, LIST - 1), LIST - 1, ink())
            left = [(s.text, s.style or ink()) for s in listed]
            left.append((ink.glyphs.hairline, ink("border")))
        if self.current is None:
            rows = empty_rows(NONE, HELPS, self.reader.keys_of, ink, width - self._left, "background")
            return strip([*left, *(rows[y - HEAD - 1] if 0 < y - HEAD <= len(rows) else ())], width, ink())
        body: list[Run] = [(text, ink(token, ground, mark)) for text, token, ground, mark in self._body(y - HEAD)]
        painted = strip([*left, (" ", ink()), *body], width - 1, ink())
        return strip([*((s.text, s.style or ink()) for s in painted), self._edge(y - HEAD)], width, ink())

    def _edge(self, y: int) -> Run:
        """The scrollbar of the difference in hand, where all of it is not in view."""
        current = self.current
        rows = len(self._apparatus(current, True)) - 2 if current else 0  # without what parts it from the next
        return self.scrollbar(y, self._room, rows, self._scroll)

    def _head(self) -> Strip:
        ink, width = self.ink, self.size.width
        runs: list[Run] = []
        if self.beside:
            counts = Counter[str](one.difference.kind for one in self.offers.noted)
            figures = "  ".join(f"{counts[kind]} {ink.glyphs.kind(kind)}" for kind in KINDS[1:] if counts[kind])
            title = {"all": "Differences", SUGGESTED: "Suggested"}.get(self._kind, f"{self._kind.capitalize()}s")
            head = spread([(" " + title, ink(attributes="b"))], [(figures, ink("dim"))], LIST - 1, ink())
            runs = [(s.text, s.style or ink()) for s in head]
            runs.append((" ", ink()))
        current = self.current
        if current is not None:
            section = next((s for s in self.hand.resolved.sections if s.section.id == current.difference.section), None)
            if section is not None:
                runs += [(f" {section.number} ", ink("accent", attributes="b")), (section.section.title, ink())]
            of: list[Run] = [(self._count() + " ", ink("dim"))]
            return spread(cut(runs, width - width_of(of) - 1, ink.glyphs.more), of, width, ink())
        return strip(runs, width, ink())

    @property
    def _list(self) -> DifferenceList:
        return DifferenceList(self.hand, self.ink, self.shown, self._at, self._room)

    # -- what the frame asks

    def footer_right(self, width: int) -> list[Run]:
        place = (self._count(), self.ink("dim", "panel"))
        return [place] if self.beside and self.current else []

    def standing(self) -> list[Run]:
        current = self.current
        if current is None:
            return []
        sign = self.ink.glyphs.kind(current.difference.kind)
        return [(f"{sign} {self._count()}", self.ink("dim", "panel"))]
