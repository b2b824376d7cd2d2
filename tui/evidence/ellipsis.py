"""Quotations with words left out: `A … B` stands where A and B follow each other, close together."""

from __future__ import annotations

import re

from tui.evidence.exact import Place, places

_GAP = re.compile(r"\s*(?:[\[(]\s*\.{3,}\s*[\])]|\.{3,}|\.(?: \.){2,})\s*")

# Words left out inside one story; further apart the two parts no longer belong together.
REACH = 3_000


def parts(quote: str) -> list[str]:
    """The parts of a levelled quotation between its ellipses, without empty ones."""
    return [part for part in _GAP.split(quote) if part.strip(" '-,;:")]


def chains(text: str, sought: list[str]) -> list[Place]:
    """The places where all parts stand in order, each within `REACH` of the last; the tightest for each end."""
    ends = [(place.start, place) for place in places(text, sought[0])]
    for part in sought[1:]:
        joined: list[tuple[int, Place]] = []
        for place in places(text, part):
            before = [start for start, last in ends if last.end <= place.start <= last.end + REACH]
            if before:
                joined.append((max(before), place))
        ends = joined
    tightest: dict[int, Place] = {}
    for start, place in ends:
        tightest.setdefault(start, Place(start, place.end))
    return list(tightest.values())
