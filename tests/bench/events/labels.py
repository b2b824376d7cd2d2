"""Reading an event: its articles and what their author says they agree and differ on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from tui.documents import Document, Span, load

FOLDER = Path(__file__).parent
EVENTS = (
    "storm",
    "ruling",
    "merger",
    "rescue",
    "election",
    "spill",
    "strike",
    "theft",
    "outage",
    "fire",
    "transfer",
    "trial",
    "crash",
    "summit",
)
# Labelled for their differences and traps alone, not for links.
# Written and labelled by somebody who did not know the rules; told with more freedom than the others.
BY_ANOTHER_HAND = (
    *("bankrun", "launch", "chess", "restitution", "landslide", "recall", "cyber"),
    *("museum", "bomb", "marathon", "resignation"),
)
DISPUTES = ("drought", "ferry", "budget", "outbreak", "closure", "dig", *BY_ANOTHER_HAND)


class Label(NamedTuple):
    """A place in one source, with the words that stand there."""

    source: str
    span: Span
    text: str


Marked = Mapping[str, tuple[Label, ...]]


@dataclass(frozen=True)
class Event:
    """One event: documents by source, and the labels by name. `kinds` gives conflict or variant for each difference."""

    name: str
    documents: Mapping[str, Document]
    facts: Marked
    related: Marked
    differences: Marked
    kinds: Mapping[str, str]
    traps: Marked


def read(name: str) -> Event:
    """The event in the folder of that name."""
    folder = FOLDER / name
    raw = yaml.safe_load((folder / "labels.yaml").read_text(encoding="utf-8"))
    return Event(
        name=name,
        documents={path.stem: load(path) for path in sorted(folder.glob("*.txt"))},
        facts={key: _labels(places) for key, places in raw.get("facts", {}).items()},
        related={key: _labels(places) for key, places in raw.get("related", {}).items()},
        differences={key: _labels(one["values"]) for key, one in raw["differences"].items()},
        kinds={key: one["kind"] for key, one in raw["differences"].items()},
        traps={key: _labels(places) for key, places in raw["traps"].items()},
    )


def _labels(places: list[dict[str, Any]]) -> tuple[Label, ...]:
    return tuple(Label(one["source"], Span(one["start"], one["end"]), one["text"]) for one in places)
