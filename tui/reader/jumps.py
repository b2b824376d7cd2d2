"""Standpoints: where the reader was, exactly, and the list of them that `^O` and Tab walk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from tui.evidence.model import ResolvedBriefing
from tui.reader.hand import Place

if TYPE_CHECKING:
    from tui.reader.app import Hexapla

MOST = 100  # standpoints kept


class Standpoint(NamedTuple):
    """The view, the statement in hand and its number (`3.1`, or ""), and what each view had scrolled to.

    `kept` is what the view would find again in another sitting (`View.kept`); only marks have it.
    """

    view: str
    place: Place
    name: str
    scrolled: Mapping[str, object]
    kept: object = None


def here(reader: Hexapla) -> Standpoint:
    """Where the reader is now."""
    scrolled = {name: view.scrolled() for name, view in reader.views.items()}
    return Standpoint(reader.view_name, reader.hand.place, named(reader.hand.place, reader.resolved), scrolled)


def named(place: Place, resolved: ResolvedBriefing) -> str:
    """`3.1`: the number of a place's statement; "" where there are no sections."""
    return f"{place.section + 1}.{place.statement + 1}" if resolved.sections else ""


def return_to(reader: Hexapla, standpoint: Standpoint) -> None:
    """Back to exactly that standpoint."""
    reader.hand.go(standpoint.place)
    reader.show_view(standpoint.view)
    reader.view.hand_moved()
    if standpoint.scrolled:
        for name, view in reader.views.items():
            view.return_to(standpoint.scrolled.get(name))
    elif standpoint.view == reader.view_name:  # from another sitting
        reader.view.take_up(standpoint.kept)
        reader.view.refresh()
    reader.refresh_footer()


@dataclass
class Jumps:
    """What was left by a jump (`past`, the latest last) and what was gone back from (`future`).

    `entrance` is where the sources were entered from; Escape leads back there.
    """

    past: list[Standpoint] = field(default_factory=list)
    future: list[Standpoint] = field(default_factory=list)
    entrance: Standpoint | None = None

    def left(self, standpoint: Standpoint) -> None:
        """A jump leaves `standpoint`; what lay ahead is forgotten, as in every browser."""
        if not self.past or self.past[-1] != standpoint:
            self.past.append(standpoint)
            del self.past[:-MOST]
        self.future.clear()

    def each(self, change: Callable[[Standpoint], Standpoint]) -> Jumps:
        """The same with every standpoint changed."""
        entrance = self.entrance and change(self.entrance)
        return Jumps([*map(change, self.past)], [*map(change, self.future)], entrance)

    def back(self, now: Standpoint) -> Standpoint | None:
        """The standpoint before, `now` being kept for the way forward; None at the start."""
        return _turn(self.past, self.future, now)

    def forward(self, now: Standpoint) -> Standpoint | None:
        """The standpoint gone back from; None at the end."""
        return _turn(self.future, self.past, now)


def _turn(take: list[Standpoint], give: list[Standpoint], now: Standpoint) -> Standpoint | None:
    while take and (take[-1].view, take[-1].place) == (now.view, now.place) and take[-1].scrolled == now.scrolled:
        take.pop()
    if not take:
        return None
    give.append(now)
    return take.pop()
