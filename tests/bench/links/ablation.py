"""`python -m tests.bench.links.ablation`: what each part of the method earns, taken away one at a time.

Each row gives the means over the seeds and all events: precision, recall and F1 of all links against pairs marked the
same or related, and how far F1 falls below that of the whole method.
"""

from __future__ import annotations

from contextlib import ExitStack
from statistics import mean
from unittest.mock import patch

from tests.bench.events.labels import EVENTS
from tests.bench.links import labels
from tests.bench.links.measure import Figures, linked

_WITHIN = "tui.evidence.comparing."
PARTS: dict[str, dict[str, float]] = {
    "the whole": {},
    "margin over other counterparts": {"strength._MARGIN": 0.0},
    "place in the article": {"strength._APART": 0.0},
    "near synonyms": {"likeness.SYNONYM": 0.0},
    "common beginnings": {"likeness.BEGINNING": 0.0},
    "names spelt alike": {"likeness.NAME": 0.0},
    "event damping": {"weights._DAMPING": 0.0},
    "names counting less": {"weights._NAME": 1.0},
    "shared numbers": {"scoring._NUMBERS": 0.0},
    "shared names": {"scoring._NAMES": 0.0},
    "absolute evidence": {"scoring._EVIDENCE": 0.0},
    "company of other shared words": {"scoring._APART": 1.0},
    "neighbours": {"links._NEIGHBOUR": 0.0},
    "sorts of figures and times": {"kinds._SHARED": 0.0},
    "third articles": {"thirds._SHARED": 0.0, "thirds._LEAST": 9.0},
    "top four of row and column": {"links.RANKS": 1_000},
}


def main() -> None:
    """Print one row a part."""
    pools = [labels.seeds(), *map(labels.event, EVENTS)]
    whole = 0.0
    for part, constants in PARTS.items():
        with ExitStack() as stack:
            for name, value in constants.items():
                stack.enter_context(patch(_WITHIN + name, value))
            figures = [linked(pool) for pool in pools]
        f1 = mean(one.f1 for one in figures)
        whole = whole or f1
        print(_row(part, figures), f"{f1 - whole:+.3f}" if constants else "")


def _row(part: str, figures: list[Figures]) -> str:
    of = "P {:.3f}  R {:.3f}  F1 {:.3f}".format(
        *(mean(getattr(one, name) for one in figures) for name in ("precision", "recall", "f1"))
    )
    return f"without {part:32} {of}" if part != "the whole" else f"{part:40} {of}"


if __name__ == "__main__":
    main()
