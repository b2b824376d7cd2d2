"""How far a comparison is: whoever asked for it hears from it often, and may end it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Progress = Callable[[int, int], None]
Pulse = Callable[[], None]

_T = TypeVar("_T")


def watched(items: Iterable[_T], pulse: Pulse, every: int = 1) -> Iterator[_T]:
    """The items, with a call of `pulse` before the first of each `every`; what it raises ends the work on them."""
    for number, item in enumerate(items):
        if number % every == 0:
            pulse()
        yield item
