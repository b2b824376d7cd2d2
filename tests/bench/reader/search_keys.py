"""`python -m tests.bench.reader.search_keys [KEYS]`: CPU from a key in the search drawer to the painted result.

Types queries as people do, with slips and operators, and takes them back, over the shipped briefing in a
pseudo-terminal; the goal is a frame of 16 ms at the 99th percentile.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import cycle, islice
from statistics import quantiles

from tests.bench.reader.terminal import Terminal

QUERIES = (
    "pacfic comand !korea",
    "joint force headquaters",
    '"trilateral agreement" | memorandum',
    "source:cnn taiwan strait",
    "'70 years",
    "north korea russia missiles ukraine",
    "blinkn austin kihara",
    "deterence section:china",
)
BACKSPACE = b"\x7f"


def typed() -> Iterator[bytes]:
    """Query after query, each taken back letter by letter."""
    for query in cycle(QUERIES):
        yield from (letter.encode() for letter in query)
        yield from [BACKSPACE] * len(query)


def main(count: int = 300) -> None:
    """Measure and print."""
    terminal = Terminal("tui", ["open", "briefings/us-japan-2plus2-2024.yaml"], 120, 40)
    try:
        terminal.settle(least=2000)
        opened = 1000 * terminal.key(b"/")
        spent = [(1000 * terminal.key(key), key) for key in islice(typed(), count)]
    finally:
        terminal.close()
    cuts = quantiles([cost for cost, _ in spent], n=100)
    print(f"opening the drawer {opened:.1f} ms CPU, making the index among it")
    print(f"{count} keys: p50 {cuts[49]:.1f}  p95 {cuts[94]:.1f}  p99 {cuts[98]:.1f}  most {max(spent)[0]:.1f} ms CPU")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
