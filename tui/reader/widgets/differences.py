"""View 4: where the sources disagree or vary (look.md, "4 Differences")."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual import events

from tui.briefing.model import Source
from tui.documents.model import Document, Span
from tui.evidence.model import ResolvedBriefing, ResolvedDifference
from tui.reader import differing, sides
from tui.reader.hand import Place
from tui.reader.messages import Message
from tui.reader.session import is_count
from tui.reader.suggesting import decide
from tui.reader.widgets.differences_page import KINDS, LIST, DifferencesPage
from tui.reader.widgets.stepping import HEAD
from tui.reader.widgets.view import Hint

NOTHING_IN_HAND = (("counterparts", "counterparts"), ("view.coverage", "who says what"), ("help.open", "help"))


class DifferencesView(DifferencesPage):
    """The list of differences, and the apparatus of the one in hand with those that follow."""

    @property
    def HINTS(self) -> Sequence[Hint]:  # type: ignore[override]  # noqa: N802
        """The keys of the footer."""
        if self.current is None:
            return NOTHING_IN_HAND
        return (
            *([("suggestion.confirm suggestion.dismiss", "keep, drop")] if self.offered else []),
            ("move.down move.up", "difference"),
            ("go.source", "to the sources"),
            ("view.filter", "kind"),
            ("copy.citation", "copy"),
            ("help.open", "help"),
        )

    def __init__(self) -> None:
        super().__init__()
        self._next = ("", "")  # the ids of a suggestion and of what to go on with once it is decided on
        self._decided = list[str]()  # the ids of suggestions decided on: one suggested again comes back in hand

    # -- what the frame and copying ask

    def to_copy_all(self) -> list[tuple[Source, Document, Span]]:
        """The passages of every side of the difference in hand that was placed, in the order of the columns."""
        taken = sides.passages(self.current) if self.current else []
        return sorted(taken, key=lambda one: self.hand.letters[one[0].id])

    def scrolled(self) -> object:
        return self.current.difference.id if self.current else "", self._scroll

    def return_to(self, where: object) -> None:
        ids = [one.difference.id for one in self.shown]
        if isinstance(where, tuple) and where[0] in ids:  # else the filter, or a decision, has taken it away
            self._at, self._scroll = ids.index(where[0]), where[1]
        self.refresh()

    def kept(self) -> object:
        """The difference in hand, and how far of how many rows it is scrolled: that means something at other sizes."""
        current = self.current
        if current is None:
            return None
        rows = len(self._apparatus(current, True)) if self.size.width else 0
        return {"difference": current.difference.id, "kind": self._kind, "scroll": [self._scroll, rows]}

    def restore(self, kept: dict[str, Any]) -> None:
        if kept.get("kind") in KINDS and self.offers.of(kept["kind"]):
            self._kind = kept["kind"]
        ids = [one.difference.id for one in self.shown]
        self._at = min(self._at, max(len(ids) - 1, 0))
        if kept.get("difference") not in ids:
            return
        self._at, self._scroll = ids.index(kept["difference"]), 0
        match kept.get("scroll"):
            case [row, of] if is_count(row) and is_count(of) and of:
                self.wheel(0, round(row * len(self._apparatus(self.shown[self._at], True)) / of))
        self.refresh()

    def compared(self) -> None:
        """The sources are compared: there may be more to show."""
        self._take_up([one.difference.id for one in self.shown])
        self.reader.refresh_footer()

    def on_mount(self) -> None:
        self.offers.look()
        self.hand_moved()

    def hand_moved(self) -> None:
        """Turn to the first difference of the statement in hand, when the one shown hangs on another."""
        if self.offers.stale:
            self.compared()
        current = self.current
        place = self.hand.place
        if current is not None and self._same(self.home(current), place):
            self.refresh()
            return
        for number, resolved in enumerate(self.shown):
            if self._same(self.home(resolved), place):
                self._at, self._scroll = number, 0
                break
        self.refresh()

    def briefing_renewed(self, before: ResolvedBriefing) -> None:
        self._rows.clear()
        self._homes = None
        self._take_up([one.difference.id for one in self.shown])

    def _take_up(self, before: list[str]) -> None:
        """Look at what there is now; the difference in hand, of those there were `before`, stays in hand."""
        seen, (decided, on) = before[self._at : self._at + 1], self._next
        self._rows.clear()
        self.offers.look()
        ids = [one.difference.id for one in self.shown]
        suggested = {one.difference.id for one in self.offers.suggested}
        if seen == [decided] and decided not in suggested:
            seen, self._next = [on], ("", "")
            self._decided.append(decided)
        elif again := [one for one in self._decided if one in suggested and one in ids]:
            seen = again[-1:]
            self._decided.remove(again[-1])
        if seen and seen[0] in ids:
            self._at = ids.index(seen[0])
            self.refresh()
        else:
            self._at = min(self._at, max(len(ids) - 1, 0))
            self.hand_moved()

    def _same(self, one: Place | None, two: Place) -> bool:
        return one is not None and (one.section, one.statement) == (two.section, two.statement)

    def on_resize(self) -> None:
        self._rows.clear()
        self.take_up_awaited()
        self.refresh()

    # -- commands

    def step(self, by: int) -> None:
        if not self.shown:
            return
        self._at = min(max(self._at + by, 0), len(self.shown) - 1)
        self._scroll = 0
        place = self.home(self.shown[self._at])
        if place is not None:
            self.hand.go(place)
            self.reader.moved()
        else:  # the statement in hand, which has other differences, stays in hand
            self.reader.dismiss_message()
            self.reader.refresh_footer()
            self.refresh()

    def do_difference_next(self) -> None:
        self._round(1)

    def do_difference_previous(self) -> None:
        self._round(-1)

    def _round(self, way: int) -> None:
        """To the next of the differences shown, from the last on to the first."""
        count, to = len(self.shown), self._at + way
        if count:
            self.step(to % count - self._at)
            if not 0 <= to < count:
                self.reader.say(Message("differences", differing.WRAPPED[way]))

    def do_section_next(self) -> None:
        self._to_section(1)

    def do_section_previous(self) -> None:
        self._to_section(-1)

    def _to_section(self, way: int) -> None:
        """To the nearest difference of another section."""
        shown, at = self.shown, self._at
        while 0 <= at + way < len(shown):
            at += way
            if shown[at].difference.section != shown[self._at].difference.section:
                break
        self.step(at - self._at)

    def leap(self, way: int) -> None:
        self.wheel(0, way * (self._room // 2))

    def wheel(self, x: int, by: int) -> None:
        current = self.current
        most = max(len(self._apparatus(current, True)) - 2, 0) if current else 0
        self._scroll = min(max(self._scroll + by, 0), most)
        self.refresh()

    def do_view_filter(self) -> None:
        """Turn to the next kind that occurs."""
        before = self.current
        if before is None:
            self.reader.say(Message("nothing to filter", "no difference is noted"))
            return
        kinds = ["all", *(kind for kind in KINDS[1:] if self.offers.of(kind))]
        self._kind = kinds[(kinds.index(self._kind) + 1) % len(kinds)]
        self._at = self._nearest(before)
        self._scroll = 0
        self.step(0)
        self.reader.say(Message(f"differences: {self._kind}", f"{len(self.shown)} shown"))

    def _nearest(self, one: ResolvedDifference) -> int:
        """Where the list has that difference, or of those it has the one nearest in the briefing."""
        order = {id(difference): at for at, difference in enumerate(self.offers.of("all"))}
        shown = self.shown
        return min(range(len(shown)), key=lambda at: abs(order[id(shown[at])] - order[id(one)]))

    def do_suggestion_confirm(self) -> None:
        self._decide(keep=True)

    def do_suggestion_dismiss(self) -> None:
        self._decide(keep=False)

    def _decide(self, *, keep: bool) -> None:
        """Keep or drop the suggestion in hand, and go on with the next one."""
        current, at = self.current, self._at
        if current is None or not self.offered:
            self.reader.say(Message("nothing suggested is in hand", "the author's own differences are in the briefing"))
            return
        on = [*self.shown[at + 1 : at + 2], *self.shown[max(at - 1, 0) : at]]
        self._next = current.difference.id, on[0].difference.id if on else ""
        decide(self.reader, current, keep=keep)

    def do_go_source(self) -> None:
        """Into the sources, every side of the difference lit and walked by `n`."""
        if self.current is not None:
            sides.walk(self.reader, self.current)

    # -- mouse

    def on_click(self, event: events.Click) -> None:
        index = self._list.index(event.y - HEAD)
        if self.beside and event.x < LIST and 0 <= index < len(self.shown) and event.y >= HEAD:
            again = index == self._at
            self.step(index - self._at)
            if again:
                self.do_go_source()
