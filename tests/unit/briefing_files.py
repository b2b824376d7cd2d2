"""What the tests of briefings share: a small good briefing, and changing one thing in it."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

from tui.briefing import Finding, Reading, read

ABSENT: Any = object()
"""Takes a key away."""

GOOD: dict[str, Any] = {
    "version": "1",
    "id": "harbour",
    "title": "The harbour opens",
    "sources": {"herald": {"file": "herald.txt"}, "coast": {"file": "coast.txt"}},
    "sections": [
        {
            "id": "money",
            "title": "What it cost",
            "statements": [
                {"id": "price", "text": "It cost millions.", "evidence": [{"source": "herald", "quote": "40 million"}]}
            ],
        }
    ],
    "differences": [
        {
            "id": "figure",
            "section": "money",
            "kind": "conflict",
            "about": "the price",
            "values": [{"source": "herald", "quote": "40 million"}, {"source": "coast", "quote": "45 million"}],
        }
    ],
}


def changed(path: str = "", value: Any = None) -> dict[str, Any]:
    """`GOOD` with another value at a path such as "sections.0.title"; a key that is not there is added."""
    whole = copy.deepcopy(GOOD)
    if not path:
        return whole
    *steps, last = path.split(".")
    place: Any = whole
    for step in steps:
        place = place[int(step)] if isinstance(place, list) else place.setdefault(step, {})
    if value is ABSENT:
        del place[last]
    elif isinstance(place, list):
        place[int(last) :] = [value]
    else:
        place[last] = value
    return whole


def as_yaml(data: object) -> str:
    """The data as JSON, which is YAML too."""
    return json.dumps(data, ensure_ascii=False)


def reading(folder: Path, text: str | bytes, **options: Any) -> Reading:
    """The reading of a briefing of that text."""
    path = folder / "briefing.yaml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read(path, **options)


def errors(result: Reading) -> list[Finding]:
    """The reading's errors."""
    return [finding for finding in result.findings if finding.severity == "error"]


def codes(result: Reading) -> list[str]:
    """The codes of the reading's errors."""
    return [finding.code for finding in errors(result)]
