"""The tour (`tour.start`): five steps on the page itself, in one line above the footer; Escape leaves at any time."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual.strip import Strip

from tui.reader.jumps import Standpoint, here, return_to
from tui.reader.messages import Message
from tui.reader.painting import Run, spread, width_of
from tui.reader.visitors import changed
from tui.reader.widgets.first_run import FirstRun, hide
from tui.reader.widgets.part import Part

if TYPE_CHECKING:
    from tui.reader.app import Hexapla
    from tui.reader.jumps import Jumps
    from tui.reader.walk import Walk


@dataclass(frozen=True, slots=True)
class Step:
    """What to press (ids of commands, each of which does, or `every` one of them), and what it shows, in many words
    and in few."""

    press: str
    shows: str
    briefly: str
    every: bool = False

    def left(self, pressed: Set[str]) -> str:
        """What is still to be pressed after that."""
        waiting = [one for one in self.press.split() if one not in pressed]
        return " ".join(waiting) if self.every or len(waiting) == len(self.press.split()) else ""


STEPS: Sequence[Step] = (
    Step("move.down move.up", "moves the statement; the words behind it light up.", "another statement"),
    Step("go.source", "goes to its words in the sources, side by side.", "to its sources"),
    Step(
        "view.coverage view.differences", "shows who says what, and where they disagree.", "who says what", every=True
    ),
    Step("search.open", "finds anything, slips forgiven; Esc leads back.", "search, Esc back"),
    Step("export.open", "shows the Markdown that can be cited before it is written.", "export, Esc back"),
)


def start(reader: Hexapla) -> None:
    """Begin on the page; where nothing is open, on the shipped briefing."""
    if reader.query(Tour):
        return
    if reader.resolved.sections:
        _begin(reader)
    elif reader.resolved.briefing.sources:
        reader.say(Message("the tour is of a briefing", hint=f"{reader.keys_of('picker.open')} opens one"))
    else:
        reader.run_worker(_on_shipped(reader), exclusive=True, group="tour")


async def _on_shipped(reader: Hexapla) -> None:
    from tui import resources
    from tui.briefing import load
    from tui.evidence import resolve
    from tui.reader.arrival import exchange

    shipped: list[Path] = [one.path for one in resources.briefings() if one.origin == "shipped"]
    if not shipped:
        reader.say(Message("no briefing came with this program", kind="warning"))
        return
    await exchange(reader, resolve(load(shipped[0], roots=reader.roots)))
    _begin(reader)


def _begin(reader: Hexapla) -> None:
    reader.close_overlay()
    reader.dismiss_message()
    tour = Tour(here(reader), reader.walk, deepcopy(reader.jumps))
    reader.hears = tour.heard
    reader.query(FirstRun).add_class("-hidden")  # one line at a time tells what to press
    reader.screen.mount(tour, after=reader.query_one("#body"))
    if reader.view_name == "differences":  # the only view without a statement to move
        reader.show_view("sections")


def leave(reader: Hexapla) -> bool:
    """End the tour and put everything back as it was before; False where there is none."""
    tours = list(reader.query(Tour))
    for tour in tours:
        reader.hears = None
        reader.query(FirstRun).remove_class("-hidden")
        tour.put_back()
        tour.remove()
    return bool(tours)


def has_way_back(reader: Hexapla) -> bool:
    """Whether Escape leads back to another page of the tour first."""
    return any(tour.has_way_back for tour in reader.query(Tour))


class Tour(Part):
    """Takes its row from the body, and goes on when it hears that a step was done."""

    DEFAULT_CSS = "Tour { height: 1; }"

    def __init__(self, origin: Standpoint, walk: Walk | None, jumps: Jumps) -> None:
        super().__init__(id="tour")
        self.at = 0
        self._pressed: set[str] = set()
        self._before = origin, walk, jumps

    @property
    def has_way_back(self) -> bool:
        """Whether a search was walked or the sources were entered since the tour began."""
        reader, (_, walk, jumps) = self.reader, self._before
        if reader.walk is not None:
            return reader.walk is not walk
        return reader.way_out is not None and reader.way_out != jumps.entrance

    def put_back(self) -> None:
        """Everything as it was before the tour."""
        reader, (origin, walk, jumps) = self.reader, self._before
        reader.close_overlay()
        reader.walk = walk
        if walk is None and reader.visitors.clear():
            changed(reader)
        return_to(reader, origin)
        reader.jumps = jumps

    def briefing_renewed(self, moved: Callable[[Standpoint], Standpoint]) -> None:
        """Another reading of the briefing: lead back to what it has; a search before the tour is given up."""
        origin, _, jumps = self._before
        self._before = moved(origin), None, jumps.each(moved)

    def heard(self, command: str) -> None:
        """A command was carried out: the next step, if this one is done. What was done ahead of its step is done, but
        for the last, which is looked at before the tour is over."""
        self._pressed.add(command)
        last = len(STEPS) - 1
        if self.at == last and command in STEPS[last].press.split():
            self.reader.hears = self._over
        while self.at < last and not STEPS[self.at].left(self._pressed):
            self.at += 1
        self.refresh()

    def _over(self, command: str) -> None:
        """The last step was done, and looked at until another command came."""
        reader = self.reader
        if reader.overlay is None:
            leave(reader)
            if reader.query(FirstRun):
                hide(reader)
            reader.say(Message("that was the tour", hint=f"{reader.keys_of('help.open')} lists every key"))

    def render_line(self, y: int) -> Strip:
        ink, width = self.reader.page_ink, self.size.width
        fill = ink("foreground", "selection")
        step = STEPS[self.at]
        for shows, leaving in zip(
            (step.shows, step.shows, step.briefly, ""), ("leaves the tour", "leaves", "leaves", "leaves"), strict=True
        ):
            left: list[Run] = [
                (ink.glyphs.bar, ink("bar", "selection")),
                (f"{self.at + 1}/{len(STEPS)}  ", ink("dim", "selection")),
                (self.reader.keys_of(step.left(self._pressed) or step.press) + " ", ink("accent", "selection", "b")),
                (shows, ink("foreground", "selection")),
            ]
            key = self.reader.keys_of("go.back")
            right: list[Run] = [("" if self.has_way_back else f"{key} {leaving} ", ink("dim", "selection"))]
            if width_of(left) + 1 + width_of(right) <= width:
                break
        return spread(left, right, width, fill, ink.glyphs.more)

    def on_click(self) -> None:
        leave(self.reader)
