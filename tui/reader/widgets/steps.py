"""The keys that go through anything row by row: to the next and the one before, half a screen, to the ends."""

from __future__ import annotations

from abc import abstractmethod

FAR = 10**6  # further than any list is long


class Steps:
    """Makes keys out of `step` and `leap`."""

    @abstractmethod
    def step(self, by: int) -> None:
        """To the row `by` away, stopping at the ends."""

    @abstractmethod
    def leap(self, way: int) -> None:
        """Half a screen on (1) or back (-1)."""

    def do_move_down(self) -> None:
        self.step(1)

    def do_move_up(self) -> None:
        self.step(-1)

    def do_move_half_down(self) -> None:
        self.leap(1)

    def do_move_half_up(self) -> None:
        self.leap(-1)

    def do_move_top(self) -> None:
        self.step(-FAR)

    def do_move_bottom(self) -> None:
        self.step(FAR)
