"""Hours as the news writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.evidence.comparing.dates import When
from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.tables import members

_CLOCK = re.compile(
    r"\b([01]?\d|2[0-3])(?:[:.]([0-5]\d))?\s*([ap])\.?m\b|\b([01]?\d|2[0-3]):([0-5]\d)\b|\b(noon|midnight)\b", re.I
)


def clocks(sentence: Sentence) -> Iterator[When]:
    """The hours a passage names."""
    start = sentence.span.start
    for match in _CLOCK.finditer(sentence.text, start, sentence.span.end):
        inside = [i for i, t in enumerate(sentence.tokens) if t.start < match.end() and t.end > match.start()]
        if inside:
            about = sentence.low(inside[0] - 1) in members("classes.txt", "approx") or not (
                match.group(2) or match.group(5)
            )
            yield When(inside[0], inside[-1], minute=_minute(match), rough=about)


def _minute(match: re.Match[str]) -> int:
    if match.group(6):
        return 720 if match.group(6).casefold() == "noon" else 0
    if match.group(4):
        return int(match.group(4)) * 60 + int(match.group(5))
    hour = int(match.group(1)) % 12 + (12 if match.group(3).casefold() == "p" else 0)
    return hour * 60 + int(match.group(2) or 0)
