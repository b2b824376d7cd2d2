"""How far a comparison is: whoever asked for it hears from it often, and may end it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Progress = Callable[[int, int], None]
Pulse = Callable[[], None]

_T = TypeVar("_T")


class Course:
    """How far a comparison is, told in documents: called, it says once more where it is."""

    def __init__(self, progress: Progress, documents: int) -> None:
        self._progress, self._of = progress, documents
        self._share = 0.0

    def __call__(self) -> None:
        self._progress(int(self._of * self._share), self._of)

    def reach(self, share: float) -> None:
        """So much of the work is done, 0..1."""
        self._share = share
        self()

    def part(self, first: float, last: float) -> Progress:
        """The progress of a piece of the work that goes from one share of the whole to another."""
        return lambda done, of: self.reach(first + (last - first) * done / max(1, of))


def watched(items: Iterable[_T], pulse: Pulse, every: int = 1) -> Iterator[_T]:
    """The items, with a call of `pulse` before the first of each `every`; what it raises ends the work on them."""
    for number, item in enumerate(items):
        if number % every == 0:
            pulse()
        yield item
