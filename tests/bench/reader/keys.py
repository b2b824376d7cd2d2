"""`python -m tests.bench.reader.keys [WORDS SPANS]`: CPU of a key and of a resize, and memory, in the Sources view.

Runs the program in a pseudo-terminal over three made-up articles and over the shipped briefing, and beside it a
bare Textual app whose page is one `Static`, the least any Textual program can cost.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from tests.bench.reader.made import articles
from tests.bench.reader.terminal import Terminal

MOVES = {
    "statement (j k)": [b"j"] * 20 + [b"k"] * 20,
    "line (^E ^Y)": [b"\x05"] * 20 + [b"\x19"] * 20,
    "half a screen (^D ^U)": [b"\x04"] * 20 + [b"\x15"] * 20,
    "source (h l)": [b"l", b"l", b"h", b"h"] * 10,
    "end, start (G g)": [b"G", b"g"] * 10,
}
SIZES = [(200, 50), (120, 40), (80, 24), (120, 40), (60, 20), (120, 40)]


@dataclass
class Costs:
    """Milliseconds and megabytes; `first` is what opening the view costs, `before` the memory until then."""

    first: float = 0.0
    before: float = 0.0
    keys: dict[str, list[float]] = field(default_factory=dict)
    resize: list[float] = field(default_factory=list)
    memory: float = 0.0

    @property
    def all(self) -> list[float]:
        """Every key."""
        return [cost for costs in self.keys.values() for cost in costs]


def measure(module: str, arguments: list[str], *, moves: dict[str, list[bytes]], first: bytes) -> Costs:
    """Start the program, open the view with the key `first`, then count."""
    terminal = Terminal(module, arguments, 120, 40)
    costs = Costs()
    try:
        terminal.settle(least=2000)
        costs.before = terminal.memory()
        costs.first = 1000 * terminal.key(first)
        for name, keys in moves.items():
            costs.keys[name] = [1000 * terminal.key(key) for key in keys]
        costs.resize = [1000 * terminal.resize(*size) for size in SIZES]
        costs.memory = terminal.memory()
    finally:
        terminal.close()
    return costs


def main(words: int = 100_000, spans: int = 2_000) -> None:
    """Measure and print."""
    bare = measure("tests.bench.reader.peer", [], moves={"line": [b"\x1b[B"] * 20 + [b"\x1b[A"] * 20}, first=b" ")
    with TemporaryDirectory() as folder:
        paths = [str(path) for path in articles(Path(folder), 3, words)]
        long = measure("tests.bench.reader.long", [str(spans), *paths], moves=MOVES, first=b"2")
    shipped = measure("tui", ["open", "briefings/us-japan-2plus2-2024.yaml"], moves=MOVES, first=b"2")
    _print("bare Textual, one Static", bare)
    _print(f"Sources, 3 × {words:,} words × {spans:,} lit spans", long)
    _print("Sources, shipped briefing", shipped)


def _print(name: str, costs: Costs) -> None:
    print(f"\n{name}")
    for move, spent in [*costs.keys.items(), ("any key", costs.all), ("resize", costs.resize)]:
        p95 = quantiles(spent, n=20)[-1]
        print(f"  {move:24} median {median(spent):6.1f} ms CPU   p95 {p95:6.1f}   most {max(spent):6.1f}")
    print(f"  {'opening the view':24}        {costs.first:6.1f} ms CPU, its slices after the first paint among them")
    print(f"  {'peak memory':24}        {costs.memory:6.1f} MB   {costs.before:.1f} before the view was opened")


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:3]))
