"""`python -m tests.bench.links [--detail]`: links of the seeds and of events against pairs marked by hand."""

from __future__ import annotations

import sys

from tests.bench.events.labels import EVENTS
from tests.bench.links import labels
from tests.bench.links.measure import Figures, drawn, rival


def main(arguments: list[str]) -> None:
    """Print the figures of every pool: the links by band, then each rival at its best threshold."""
    wanted = [name for name in arguments if not name.startswith("-")] or ("seeds", *EVENTS)
    for name in wanted:
        pool = labels.seeds() if name == "seeds" else labels.event(name)
        print(f"{pool.name}: {len(pool.same)} pairs the same, {len(pool.related)} related")
        for title, figures in (*drawn(pool), *rival(pool)):
            _print(title, figures)


def _print(title: str, figures: Figures) -> None:
    print(f"  {title:42} P {figures.precision:.2f}  R {figures.recall:.2f}  F1 {figures.f1:.2f}  of {figures.drawn}")


if __name__ == "__main__":
    main(sys.argv[1:])
