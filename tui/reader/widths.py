"""How wide the columns of a view stand: evenly, or as a reader wants some of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

LEAST: Final = 30  # cells; columns that would be narrower page sideways
WIDEST: Final = 80  # cells; lines of columns that would be wider are too long to read
STEP: Final = 1.25  # what a column's share grows by
MOST: Final = 8  # how often
KEPT: Final = 1_000  # columns remembered out of a file that may hold anything

Spans = list[tuple[int, int]]  # first cell and width of each column in view


def sharing(every: int, width: int, most: int) -> int:
    """Among how many columns a width is shared: at most `most`, and fewer where there are only `every`."""
    return max(min(most, width // LEAST, max(every, -(-width // WIDEST))), 1)


class Widths:
    """What share of the window each column has, by name; while `zoomed` the one in hand has all of it."""

    def __init__(self) -> None:
        self.steps: dict[str, int] = {}
        self.zoomed = False

    def turn(self, name: str, by: int) -> bool:
        """Give a column a larger or smaller share; False at the ends."""
        step = self.steps.get(name, 0) + by
        if abs(step) > MOST:
            return False
        self.steps[name] = step
        return True

    def place(
        self, names: Sequence[str], focus: int, first: int, width: int, slots: int, *, fill: bool
    ) -> tuple[int, Spans]:
        """The first column in view and the spans of all that are: the `focus`-th is, `first` was the first before.

        At most `slots` stand side by side. With `fill` fewer columns take the whole width, else those that lack stay
        blank. Where shares leave one of them less than `LEAST` cells, fewer stand side by side.
        """
        every = len(names)
        if not every:
            return 0, []
        slots = 1 if self.zoomed else max(min(slots, every) if fill else slots, 1)
        beside = min(slots, every)
        for shown, counted in [(beside, slots), *((fewer, fewer) for fewer in range(beside, 0, -1))]:
            begin = max(min(min(max(first, focus - shown + 1), focus), every - shown), 0)
            wide = self._shares(names[begin : begin + shown], width, counted)
            if shown == 1 or not self._wanted(names[begin : begin + shown]) or min(wide) >= LEAST:
                break
        if counted == shown and (
            self._wanted(names[begin : begin + shown]) or (fill and shown == every) or self.zoomed
        ):
            wide[-1] += width - sum(wide)
        return begin, [(sum(wide[:at]), cells) for at, cells in enumerate(wide)]

    def _wanted(self, names: Sequence[str]) -> bool:
        return any(self.steps.get(name) for name in names)

    def _shares(self, names: Sequence[str], width: int, counted: int) -> list[int]:
        """Cells of each of the columns, of `counted` that share the width."""
        shares = [STEP ** self.steps.get(name, 0) for name in names]
        total = sum(shares) + counted - len(names)
        return [int(width * share / total + 1e-9) for share in shares]

    def kept(self) -> dict[str, object]:
        """What a session keeps; nothing where all is even."""
        steps = {name: step for name, step in self.steps.items() if step}
        return {**({"steps": steps} if steps else {}), **({"zoomed": True} if self.zoomed else {})}

    def take_up(self, said: object) -> None:
        """Take what a session file says, whatever that is."""
        if not isinstance(said, dict):
            return
        self.zoomed = said.get("zoomed") is True
        steps = said.get("steps")
        for name, step in list(steps.items())[:KEPT] if isinstance(steps, dict) else ():
            if isinstance(step, int) and not isinstance(step, bool) and abs(step) <= MOST:
                self.steps[name] = step
