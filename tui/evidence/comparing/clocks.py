"""Hours as the news writes them: "10:40 p.m.", "4.20 in the morning", "ten to five", "shortly before midnight"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.evidence.comparing.dates import When
from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.tables import members
from tui.evidence.comparing.tokens import NUMBER_WORDS

_CLOCK = re.compile(
    r"\b([01]?\d|2[0-3])(?:[:.]([0-5]\d))?\s*([ap])\.?m\b"
    r"|\b(0?[1-9]|1[0-2])[:.]([0-5]\d)\s(?:in\sthe\s(morning|afternoon|evening)(?!\s(?:session|trad))|at\snight)\b"
    r"|(?<![:\d])([01]?\d|2[0-3]):([0-5]\d)\b(?!:\d)|\b(noon|midday|midnight)\b",
    re.I,
)
_HALF_DAY = 720
_PARTS = {"morning": 0, "afternoon": _HALF_DAY, "evening": _HALF_DAY}
_NIGHT = 6  # "four at night" is before the morning, "ten at night" before midnight
_STEPS = {"to": -1, "past": 1}
_NAMED = {"half": 30, "quarter": 15}
_JUST, _SHORTLY = frozenset(("shortly", "just", "little", "minutes", "moments")), 15


def clocks(sentence: Sentence) -> Iterator[When]:
    """The hours a passage names; one told in words without its half of the day has `twelve` set."""
    start = sentence.span.start
    for match in _CLOCK.finditer(sentence.text, start, sentence.span.end):
        inside = [i for i, t in enumerate(sentence.tokens) if t.start < match.end() and t.end > match.start()]
        if inside:
            about = sentence.low(inside[0] - 1) in members("classes.txt", "approx") or not (
                match.group(2) or match.group(5) or match.group(8)
            )
            yield _shifted(sentence, When(inside[0], inside[-1], minute=_minute(match), rough=about))
    yield from _worded(sentence)


def _minute(match: re.Match[str]) -> int:
    hour, minutes, half, parted, past, part, whole, sixtieths, named = match.groups()
    if named:
        return 0 if named.casefold() == "midnight" else _HALF_DAY
    if whole:
        return int(whole) * 60 + int(sixtieths)
    if parted:
        late = _PARTS[part.casefold()] if part else _HALF_DAY * (_NIGHT <= int(parted) < 12)
        return int(parted) % 12 * 60 + int(past) + late
    return int(hour) % 12 * 60 + int(minutes or 0) + _HALF_DAY * (half.casefold() == "p")


def _shifted(sentence: Sentence, when: When) -> When:
    """ "Shortly before midnight": a quarter of an hour off, and rough."""
    step = {"before": -1, "after": 1}.get(sentence.low(when.first - 1), 0)
    if not step or sentence.low(when.first - 2) not in _JUST or when.minute is None:
        return when
    return when._replace(minute=(when.minute + step * _SHORTLY) % (2 * _HALF_DAY), rough=True)


def _worded(sentence: Sentence) -> Iterator[When]:
    """ "Ten to five", "half past four", "a quarter to six", "five in the morning"."""
    for index, token in enumerate(sentence.tokens):
        hour = _small(token.low)
        if hour is None or not 1 <= hour <= 12:
            continue
        step, of = _STEPS.get(sentence.low(index - 1)), _NAMED.get(sentence.low(index - 2))
        minutes = of if of else _small(sentence.low(index - 2))
        last = index + (sentence.low(index + 1) == "o'clock")
        part = _PARTS.get(sentence.low(last + 3)) if sentence.low(last + 1) == "in" else None
        if step and minutes and (of or _told_as_hour(sentence, index, minutes)):
            minute = hour % 12 * 60 + step * minutes + (part or 0)
            yield When(index - 2, index, minute=minute % (2 * _HALF_DAY), twelve=part is None)
        elif part is not None and sentence.low(last + 2) == "the":
            yield When(index, last + 3, minute=hour % 12 * 60 + part, rough=True)


def _small(low: str) -> int | None:
    return int(low) if low.isdecimal() and len(low) <= 2 else NUMBER_WORDS.get(low)


def _told_as_hour(sentence: Sentence, index: int, minutes: int) -> bool:
    """Whether "ten to five" tells an hour, not odds or a span: after "at", "was" or "until", in steps of five."""
    return minutes % 5 == 0 and minutes < 30 and sentence.low(index - 3) in ("at", "was", "until", "about", "by")
