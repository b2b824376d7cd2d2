"""Dates and clock times: what a passage says of day, month, year, weekday and hour, resolved by the article's date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from tui.evidence.comparing.sentences import Sentence

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may",), ("june", "jun"),
            ("july", "jul"), ("august", "aug"), ("september", "sept", "sep"), ("october", "oct"), ("november", "nov"),
            ("december", "dec"),
        ),
        1,
    )
    for name in names
}  # fmt: skip
_SHORT_MONTHS = frozenset(name for name in _MONTHS if len(name) <= 4) - {"may", "june", "july"}
_WEEKDAYS = {
    name: number
    for number, name in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
}
_RELATIVE = {"yesterday": -1, "today": 0, "tomorrow": 1}
_ORDINALS = {
    word: number
    for number, word in enumerate(
        ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"), 1
    )
}
_THIS = frozenset(("last", "next", "this"))
_NAMING = frozenset((*_MONTHS, *_WEEKDAYS, *_RELATIVE, *_ORDINALS, *_THIS))  # what a time begins with, if no number
_DAY = re.compile(r"([12]?\d|3[01])$")
_YEAR = re.compile(r"(?:1\d|20)\d\d$")
_ENDINGS = ("st", "nd", "rd", "th")
_DAY_MINUTES = 1440
_ROUGHLY, _EXACTLY = 30, 5  # minutes that two tellings of one hour may lie apart
_ROLES = {"by": "until", "until": "until", "before": "until", "since": "since", "from": "since", "after": "since"}


class When(NamedTuple):
    """A time a passage names, tokens `first` to `last`; a part it leaves open is None.

    `role` tells "by 2027" (until) and "since 2022" (since) from a plain time (""); `minute` counts from midnight;
    `rough` is an hour told as "about" or without its minutes, `twelve` one that may be of either half of the day.
    """

    first: int
    last: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    minute: int | None = None
    role: str = ""
    rough: bool = False
    twelve: bool = False

    @property
    def full(self) -> date | None:
        """The calendar day, when it is known."""
        if self.year is None or self.month is None or self.day is None:
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None


def dates(sentence: Sentence, base: date | None = None) -> list[When]:
    """The days, months and years a passage names; relative ones resolved when the article's date is known."""
    found, at = [], 0
    while at < len(sentence.tokens):
        token = sentence.tokens[at]
        named = token.kind == "number" or token.low in _NAMING
        when = _calendar(sentence, at) or _relative(sentence, at, base) if named else None
        if when is None:
            at += 1
            continue
        role = (
            ""
            if sentence.low(when.first - 2) in ("date", "dates", "dated")
            else _ROLES.get(sentence.low(when.first - 1), "")
        )
        found.append(when._replace(role=role))
        at = when.last + 1
    return _joined(sentence, found)


def _calendar(sentence: Sentence, at: int) -> When | None:
    word = sentence.tokens[at]
    capital = sentence.text[word.start].isupper()
    if word.low in _MONTHS and capital:
        return _month_first(sentence, at)
    if word.kind == "number" and _DAY.match(word.low):
        month = at + 1 + (sentence.low(at + 1) in _ENDINGS)
        month += sentence.low(month) == "of"
        if sentence.low(month) in _MONTHS and sentence.text[sentence.tokens[month].start].isupper():
            year = _year(sentence, month + 1)
            return When(at, month + (year is not None), year, _MONTHS[sentence.low(month)], int(word.low))
    if word.low in _ORDINALS and sentence.low(at + 1) == "of" and sentence.low(at + 2) in _MONTHS:
        year = _year(sentence, at + 3)
        return When(at, at + 2 + (year is not None), year, _MONTHS[sentence.low(at + 2)], _ORDINALS[word.low])
    if word.kind == "number" and _YEAR.match(word.low):
        return _iso(sentence, at) or _bare_year(sentence, at)
    return None


def _month_first(sentence: Sentence, at: int) -> When | None:
    day, last = None, at
    if _DAY.match(sentence.low(at + 1)) and sentence.gap(at + 1) in (" ", ". "):
        day, last = int(sentence.low(at + 1)), at + 1
        last += sentence.low(last + 1) in _ENDINGS
    year = _year(sentence, last + 1)
    doubtful = sentence.low(at) in ("may", "march") and sentence.low(at - 1) not in _MONTH_AFTER
    if day is None and year is None and (doubtful or sentence.low(at) in _SHORT_MONTHS):
        return None
    return When(at, last + (year is not None), year, _MONTHS[sentence.low(at)], day)


_SIGNS = frozenset("$€£¥")
_MONTH_AFTER = frozenset(("in", "of", "since", "until", "by", "last", "next", "early", "late", "mid", "this", "from"))


def _year(sentence: Sentence, at: int) -> int | None:
    return int(sentence.low(at)) if _YEAR.match(sentence.low(at)) and sentence.gap(at).strip() in ("", ",") else None


def _iso(sentence: Sentence, at: int) -> When | None:
    parts = [sentence.low(at + step) for step in (1, 2)]
    gaps = [sentence.gap(at + step) for step in (1, 2)]
    if gaps == ["-", "-"] and all(part.isdecimal() and len(part) == 2 for part in parts):
        month, day = int(parts[0]), int(parts[1])
        if 1 <= month <= 12 and 1 <= day <= 31:
            return When(at, at + 2, int(sentence.low(at)), month, day)
    return None


def _bare_year(sentence: Sentence, at: int) -> When | None:
    """A year standing alone: after "in", "by", "since", "of", or with nothing counted after it."""
    before = sentence.low(at - 1)
    if sentence.gap(at + 1).startswith(",") and sentence.low(at + 1) in ("when", "where") and before not in _SIGNS:
        return When(at, at, int(sentence.low(at)))
    if before in (
        "in",
        "by",
        "since",
        "until",
        "from",
        "before",
        "after",
        "of",
        "year",
        "during",
        "late",
        "early",
        "mid",
        "to",
    ):
        return When(at, at, int(sentence.low(at)))
    return None


def _relative(sentence: Sentence, at: int, base: date | None) -> When | None:
    word = sentence.low(at)
    if word in _WEEKDAYS:
        weekday = _WEEKDAYS[word]
        ahead = sentence.low(at - 1) in ("next", "coming")
        if base is None or ahead or sentence.low(at - 1) == "last":
            return When(at, at, weekday=weekday)
        return _of(base - timedelta((base.weekday() - weekday) % 7), at, weekday)
    if word in _RELATIVE and base is not None:
        day = base + timedelta(_RELATIVE[word])
        return _of(day, at, day.weekday())
    if base is not None and word in _THIS and sentence.low(at + 1) in ("month", "year"):
        step = {"last": -1, "this": 0, "next": 1}[word]
        if sentence.low(at + 1) == "year":
            return When(at, at + 1, base.year + step)
        months = base.year * 12 + base.month - 1 + step
        return When(at, at + 1, months // 12, months % 12 + 1)
    return None


def _of(day: date, at: int, weekday: int) -> When:
    return When(at, at, day.year, day.month, day.day, weekday)


def _joined(sentence: Sentence, found: Sequence[When]) -> list[When]:
    """ "Sunday, July 28" is one time: a weekday and the date right beside it are put together."""
    joined: list[When] = []
    for when in found:
        before = joined[-1] if joined else None
        if (
            before
            and before.last + 1 == when.first
            and before.weekday is not None
            and when.weekday is None
            and when.day
        ):
            joined[-1] = when._replace(first=before.first, weekday=before.weekday, role=before.role or when.role)
        else:
            joined.append(when)
    return joined


def differ(one: When, other: When) -> bool:
    """Whether two times cannot be one: some part both name differs."""
    if one.minute is not None and other.minute is not None:
        return minutes_apart(one, other) >= (_ROUGHLY if one.rough or other.rough else _EXACTLY)
    parts = ((one.year, other.year), (one.month, other.month), (one.day, other.day), (_weekday(one), _weekday(other)))
    return any(a is not None and b is not None and a != b for a, b in parts)


def minutes_apart(one: When, other: When) -> int:
    """How far two hours lie apart on the clock, the shorter way round."""
    round_ = _DAY_MINUTES // 2 if one.twelve or other.twelve else _DAY_MINUTES
    apart = ((one.minute or 0) - (other.minute or 0)) % round_
    return min(apart, round_ - apart)


def _weekday(when: When) -> int | None:
    return when.weekday if when.weekday is not None else (when.full.weekday() if when.full else None)


def article_date(sentences: Sequence[Sentence]) -> date | None:
    """The date of an article: the first full date its opening passages name; None when there is none."""
    for sentence in sentences[:4]:
        for when in dates(sentence):
            if when.full:
                return when.full
    return None
