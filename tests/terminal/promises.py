"""What Hexapla promises on hostile input and faults: the rows of the table `make hostile` prints."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence

PROMISES = {
    "P1": "nothing in a file, name, YAML, query or paste acts on the terminal",
    "P2": "hidden and direction-changing characters are visible and counted",
    "P3": "text is never markup",
    "P4": "any bytes open as an article, or are refused in one line",
    "P5": "special files never block",
    "P6": "keys are answered whatever is open",
    "P7": "any YAML is loaded, or refused with file, line and column",
    "P8": "a briefing opens only files under its roots",
    "P9": "an export is inert",
    "P10": "search never freezes",
    "P11": "only http, https and mailto are ever opened",
    "P13": "a written file is the old one or the new one",
    "P14": "an index is disposable: damaged, killed or shared, articles stay and it is made anew",
    "P15": "the terminal is given back, however the reader ends",
    "P16": "any environment, size and clock will do",
    "P18": "a crash is one line and a log without text",
}
_WIDTH, _PROMISE = 118, 44


def table(figures: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The rows: number, promise, figures reached in this run."""
    yield f"{'':4} {'promise':{_PROMISE}} reached"
    for number, promise in PROMISES.items():
        reached = "; ".join(figures.get(number, ["not measured in this run"]))
        left = textwrap.wrap(promise, _PROMISE - 1)
        right = textwrap.wrap(reached, _WIDTH - _PROMISE - 5)
        for row in range(max(len(left), len(right))):
            says, got = (side[row] if row < len(side) else "" for side in (left, right))
            yield f"{number if row == 0 else '':4} {says:{_PROMISE}} {got}".rstrip()
