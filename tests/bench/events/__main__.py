"""`python -m tests.bench.events [--detail] [EVENT …]`: figures of each event, and of all together."""

from __future__ import annotations

import sys

from tests.bench.events.labels import DISPUTES, EVENTS, Event, read
from tests.bench.events.measure import Measured, measure


def main(arguments: list[str]) -> None:
    """Print the figures of the events named, of all when none is."""
    detail = "--detail" in arguments
    names = [name for name in arguments if not name.startswith("-")] or (*EVENTS, *DISPUTES)
    for name in names:
        event = read(name)
        measured = measure(event)
        _print(event, measured)
        if detail:
            _detail(event, measured)


def _print(event: Event, measured: Measured) -> None:
    planted, flags = len(event.differences), len(measured.comparison.differences if measured.comparison else ())
    links = (
        f"links same {_share(measured.same)}, all {_share(measured.drawn)}, recall {_share(measured.recalled)}; "
        if event.facts
        else ""
    )
    print(
        f"{event.name}: {links}differences found {len(measured.found)} of {planted}, "
        f"traps fired {len(measured.fired)} of {len(event.traps)}, flags {flags}, of them false {len(measured.false)}"
    )


def _share(counted: tuple[int, int]) -> str:
    return f"{counted[0]}/{counted[1]} = {counted[0] / counted[1]:.2f}" if counted[1] else "none"


def _detail(event: Event, measured: Measured) -> None:
    for name in measured.missed:
        print(f"  missed {name}: {' / '.join(label.text for label in event.differences[name])}")
    for name in measured.fired:
        print(f"  trap {name}: {' / '.join(label.text for label in event.traps[name])}")
    for flag in measured.false:
        print(f"  false {flag.kind} {flag.about}: {' / '.join(value.value for value in flag.values)}")


if __name__ == "__main__":
    main(sys.argv[1:])
