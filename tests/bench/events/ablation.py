"""`python -m tests.bench.events.ablation`: what each rule of the differences earns over all labelled events.

One rule is taken away at a time; printed are the planted differences, traps and flags matching no label that change.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from unittest.mock import patch

from tests.bench.events.labels import DISPUTES, EVENTS, read
from tests.bench.events.measure import measure

RULES = (
    *("differing_values", "differing_times", "exchanged_figures", "differing_negation", "differing_amounts"),
    *("opposed_words", "differing_degree", "differing_compounds", "exchanged_names", "reporting_lines"),
    *("differing_spellings", "differing_tolls", "differing_attributes", "differing_causes"),
    *("differing_deadlines", "differing_contraries", "differing_focus", "variants", "far_figures", "far_times"),
    *("differing_bodies", "differing_currencies", "lone_figures", "lone_hours", "differing_unanimity"),
)

Figures = tuple[int, int, int]


def main(names: Iterable[str]) -> None:
    """Print the figures with all rules, then what is lost without each."""
    events = tuple(names) or (*EVENTS, *DISPUTES)
    whole = _figures(events)
    print(f"all rules: found {whole[0]}, traps {whole[1]}, false {whole[2]}")
    for rule in RULES:
        with patch(f"tui.evidence.comparing.differences.{rule}", _nothing):
            less = _figures(events)
        found, traps, false = (now - before for now, before in zip(less, whole, strict=True))
        print(f"without {rule}: found {found:+}, traps {traps:+}, false {false:+}")


def _nothing(*_: object) -> Iterator[object]:
    yield from ()


def _figures(events: Iterable[str]) -> Figures:
    measured = [measure(read(name)) for name in events]
    return (
        sum(len(one.found) for one in measured),
        sum(len(one.fired) for one in measured),
        sum(len(one.false) for one in measured),
    )


if __name__ == "__main__":
    main(sys.argv[1:])
