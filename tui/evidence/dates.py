"""Dates in running text: the usual written forms, and relative ones where the text's own date tells which day is meant.

Nothing is guessed. A form that could mean two days (`03/04/2024`, "next Friday"), a weekday or month that may as well
lie ahead as behind, and a weekday that contradicts its date give no date at all.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from typing import Final, Literal, NamedTuple

from tui.documents.model import Span
from tui.evidence.calendar_words import (
    AHEAD,
    COUNTED,
    FOREIGN,
    MONTHS,
    REPORTED,
    SINCE,
    UNTIL,
    WEEKDAYS,
    one_of,
)

Precision = Literal["day", "month", "year", "span"]
Role = Literal["", "until", "since"]

_SURE_DAYS = 3  # how far from a date that is only near the article's own a weekday is still told without doubt
_SURE_MONTHS = 6  # a month without a year is the nearer of two only so far
_SURE_YEARDAYS = 150
_FILLERS = frozenset(("early", "late", "mid", "the"))


class Base(NamedTuple):
    """The day relative dates count from; `exact` when it is the day the text was published."""

    day: date
    exact: bool = False


class Dated(NamedTuple):
    """A time a text names: `first` to `last` day, both included, and where its words stand.

    `role` tells "by 2027" (until) and "since 2022" (since) from a time at which something is (""). For the first
    `last` is the day that counts, for the second `first`.
    """

    span: Span
    first: date
    last: date
    precision: Precision
    role: Role = ""

    @property
    def written(self) -> str:
        """`2024-07-28`, `2024-07`, `by 2027`, `2019–2021`, `2024-07-28–30`."""
        return spelt(self.first, self.last, self.precision, self.role)


class _Days(NamedTuple):
    first: date
    last: date
    precision: Precision


_Read = Callable[["re.Match[str]", Base | None], _Days | None]


def dates(text: str, start: int = 0, end: int | None = None, base: Base | None = None) -> list[Dated]:
    """The times `text[start:end)` names, in order; what cannot be told for sure is left out."""
    found: list[Dated] = []
    at, end = start, len(text) if end is None else end
    pattern, readers = _pattern()
    while at < end and (match := pattern.search(text, at, end)):
        at = max(match.end(), at + 1)
        name = match.lastgroup or ""
        days = readers[name](match, base)
        if days is not None:
            role = _role(match)
            found.append(Dated(Span(match.start(), match.end()), *days, role if days.precision != "span" else ""))
    return found


def spelt(first: date, last: date, precision: Precision, role: Role = "") -> str:
    """A time in figures, a span by what its ends do not share (ISO 8601-1, §5.5.2.2, with a dash)."""
    lead = {"until": "by ", "since": "since ", "": ""}[role]
    if precision == "month":
        return f"{lead}{first:%Y-%m}"
    if precision == "year":
        return f"{lead}{first:%Y}"
    if precision == "day":
        return f"{lead}{first.isoformat()}"
    whole = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    if whole:
        return f"{first:%Y}–{last:%Y}"
    return f"{first}–{last:%d}" if (first.year, first.month) == (last.year, last.month) else f"{first}–{last}"


def _role(match: re.Match[str]) -> Role:
    """By the word that leads the time in, which some of the forms hold themselves."""
    words = re.findall(r"[^\W\d_]+", match.string[max(match.pos, match.start() - 24) : match.start()])[-2:]
    own = re.match(r"[^\W\d_]+(?= )", match[0])
    led = [word.casefold() for word in (own[0] if own else "", *reversed(words))]
    near = next((word for word in led if word and word not in _FILLERS and word not in WEEKDAYS | MONTHS), "")
    return "until" if near in UNTIL else "since" if near in SINCE else ""


def _day(year: int, month: int, day: int) -> _Days | None:
    try:
        one = date(year, month, day)
    except ValueError:
        return None
    return _Days(one, one, "day")


def _month(year: int, month: int) -> _Days | None:
    if not 1 <= month <= 12:
        return None
    return _Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month")


def _year(first: int, last: int | None = None) -> _Days | None:
    last = first if last is None else last
    if last < first:
        return None
    return _Days(date(first, 1, 1), date(last, 12, 31), "year" if first == last else "span")


def _ahead(match: re.Match[str]) -> bool:
    """Whether the clause the time stands in speaks of what is to come."""
    if _role(match) == "until":
        return True
    text, start, end = match.string, match.start(), match.end()
    before = re.split(r"[.!?;:,—–“”\"]\s|\sthat\s", text[max(start - 90, 0) : start])[-1]
    if REPORTED.search(before):
        return False
    after = re.split(r"[.!?;:,—–“”\"]|\s(?:and|but|that|which|when|as|after|before)\s", text[end : end + 40])[0]
    return bool(AHEAD.search(before) or AHEAD.search(after))


def _number(name: str) -> int:
    low = name.casefold().rstrip(".")
    return MONTHS.get(low) or FOREIGN[low]


# -- whole dates


def _iso(match: re.Match[str], _: Base | None) -> _Days | None:
    return _day(int(match["iy"]), int(match["im"]), int(match["id"]))


def _dotted(match: re.Match[str], _: Base | None) -> _Days | None:
    return _day(int(match["ny"]), int(match["nm"]), int(match["nd"]))


def _slashed(match: re.Match[str], _: Base | None) -> _Days | None:
    """`7/28/2024` and `28/7/2024` are one day each; `3/4/2024` is two."""
    one, other, year = int(match["s1"]), int(match["s2"]), int(match["sy"])
    if one > 12 or one == other:
        return _day(year, other, one)
    return _day(year, one, other) if other > 12 else None


def _ideographic(match: re.Match[str], base: Base | None) -> _Days | None:
    year, month, day = match["cy"], match["cm"], match["cd"]
    if year and not month:
        return _year(int(year))
    if year:
        return _day(int(year), int(month), int(day)) if day else _month(int(year), int(month))
    return _nearest(int(month), int(day), base, _ahead(match)) if day else None


def _foreign(match: re.Match[str], _: Base | None) -> _Days | None:
    month = _number(match["fm"])
    return _day(int(match["fy"]), month, int(match["fd"])) if match["fd"] else _month(int(match["fy"]), month)


# -- English dates, with a year and without


def _day_first(match: re.Match[str], base: Base | None) -> _Days | None:
    return _written(match, match["dw"], match["dd"], match["de"], match["dm"], match["dy"], base)


def _month_first(match: re.Match[str], base: Base | None) -> _Days | None:
    return _written(match, match["mw"], match["md"], match["me"], match["mm"], match["my"], base)


def _written(
    match: re.Match[str], weekday: str, day: str, last: str, month: str, year: str, base: Base | None
) -> _Days | None:
    number = _number(month)
    if not month[0].isupper():
        return None
    days = _day(int(year), number, int(day)) if year else _nearest(number, int(day), base, _ahead(match))
    if days is None or (weekday and not weekday.casefold().startswith(_weekday_name(days.first)[:3])):
        return None
    if last:
        until = _day(days.first.year, number, int(last))
        return _Days(days.first, until.last, "span") if until and until.first > days.first else None
    return days


def _weekday_name(day: date) -> str:
    return [*WEEKDAYS][day.weekday()]


def _nearest(month: int, day: int, base: Base | None, ahead: bool) -> _Days | None:
    """The day of that month nearest to the base, when it lies on the side the clause speaks of."""
    if base is None:
        return None
    around = [one for year in (-1, 0, 1) if (one := _day(base.day.year + year, month, day))]
    near = min(around, key=lambda one: abs((one.first - base.day).days), default=None)
    if near is None or abs((near.first - base.day).days) > _SURE_YEARDAYS:
        return None
    return near if near.first == base.day or (near.first > base.day) == ahead else None


def _month_year(match: re.Match[str], _: Base | None) -> _Days | None:
    return _month(int(match["xy"]), _number(match["xm"]))


def _lone_month(match: re.Match[str], base: Base | None) -> _Days | None:
    """ "in April": the April nearest to the base, when it lies on the side the clause speaks of."""
    if base is None:
        return None
    if not match["om"][0].isupper():
        return None
    steps = (_number(match["om"]) - base.day.month) % 12
    ahead = _role(match) == "until" or (_role(match) == "" and _ahead(match))
    steps = steps if ahead or steps == 0 else steps - 12
    return _shifted(base.day, steps) if abs(steps) <= _SURE_MONTHS else None


def _shifted(day: date, months: int) -> _Days | None:
    total = day.year * 12 + day.month - 1 + months
    return _month(total // 12, total % 12 + 1)


def _years(match: re.Match[str], _: Base | None) -> _Days | None:
    last = match["y2"]
    return _year(int(match["y1"]), int(last if len(last) == 4 else match["y1"][:2] + last))


def _decade(match: re.Match[str], _: Base | None) -> _Days | None:
    return _year(int(match["e"]), int(match["e"]) + 9)


def _lone_year(match: re.Match[str], _: Base | None) -> _Days | None:
    return None if COUNTED.match(match.string, match.end()) else _year(int(match["ly"]))


# -- relative dates


def _weekday(match: re.Match[str], base: Base | None) -> _Days | None:
    if base is None or not match["wd"][0].isupper():
        return None
    ahead = _ahead(match)
    wanted = WEEKDAYS[match["wd"].casefold()]
    back, forth = (base.day.weekday() - wanted) % 7, (wanted - base.day.weekday()) % 7
    steps = forth if ahead else -back
    if abs(steps) > (6 if base.exact else _SURE_DAYS):
        return None
    day = base.day + timedelta(steps)
    return _Days(day, day, "day")


def _near_day(match: re.Match[str], base: Base | None) -> _Days | None:
    """ "yesterday" is one day only in a text whose own day is known."""
    if base is None or not base.exact:
        return None
    step = {"yesterday": -1, "today": 0, "tomorrow": 1}[match["rd"].casefold()]
    day = base.day + timedelta(step)
    return _Days(day, day, "day")


def _near_period(match: re.Match[str], base: Base | None) -> _Days | None:
    if base is None:
        return None
    step = {"last": -1, "this": 0, "next": 1}[match["pp"].casefold()]
    if match["pu"].casefold() == "year":
        return _year(base.day.year + step)
    return _shifted(base.day, step)


_MONTH, _FOREIGN, _WEEKDAY = one_of(MONTHS), one_of(FOREIGN), one_of(WEEKDAYS)
_YEAR, _DAY = r"(?:1[5-9]|20)\d\d", r"(?:0?[1-9]|[12]\d|3[01])"
_LED = rf"(?:(?P<{{}}>{_WEEKDAY}),? (?:the )?)?"
_NTH, _DOT, _DASH = r"(?:st|nd|rd|th)?", r"\.?", r"\s?[-–]\s?"
# Tried in this order, the fullest form first.
_FORMS: Final[tuple[tuple[str, _Read, str], ...]] = (
    ("iso", _iso, rf"(?<![\d/.-])(?P<iy>{_YEAR})[-/](?P<im>\d\d)[-/](?P<id>\d\d)(?![\d/.-]*\d)"),
    ("dotted", _dotted, rf"(?<![\d.])(?P<nd>{_DAY})\.\s?(?P<nm>0?[1-9]|1[0-2])\.\s?(?P<ny>{_YEAR})(?![\d.]*\d)"),
    ("slashed", _slashed, rf"(?<![\d/])(?P<s1>\d\d?)/(?P<s2>\d\d?)/(?P<sy>{_YEAR})(?!\d)"),
    (
        "ideographic",
        _ideographic,
        rf"(?<!\d)(?=\d+\s?[年년月월])(?:(?P<cy>{_YEAR})\s?[年년]\s?)?(?:(?P<cm>\d\d?)\s?[月월]\s?(?:(?P<cd>\d\d?)\s?[日日일])?)?(?<=[年년月월日일])",
    ),
    (
        "dayfirst",
        _day_first,
        rf"\b{_LED.format('dw')}(?P<dd>{_DAY}){_NTH}(?:{_DASH}(?P<de>{_DAY}){_NTH})?(?: of)? (?P<dm>{_MONTH})\b{_DOT}"
        rf"(?:,? (?P<dy>{_YEAR})(?!\d))?",
    ),
    (
        "monthfirst",
        _month_first,
        rf"\b{_LED.format('mw')}(?P<mm>{_MONTH})\b{_DOT} (?P<md>{_DAY}){_NTH}(?!\d)"
        rf"(?:{_DASH}(?P<me>{_DAY}){_NTH}(?!\d))?(?:,? (?P<my>{_YEAR})(?!\d))?",
    ),
    (
        "foreign",
        _foreign,
        rf"\b(?:(?P<fd>{_DAY})(?:\.|er|º)? )?(?:de |di )?(?P<fm>{_FOREIGN})(?: de)?,? (?P<fy>{_YEAR})(?!\d)",
    ),
    ("monthyear", _month_year, rf"\b(?P<xm>{_MONTH})\b{_DOT},? (?P<xy>{_YEAR})(?!\d)"),
    (
        "lonemonth",
        _lone_month,
        rf"(?<=\b)(?:(?P<op>in|by|until|since|before|after|during|last|of) )(?:early |late |mid-?)?(?P<om>{_MONTH})\b"
        rf"(?!{_DOT}? \d)(?!['’]s\b)",
    ),
    (
        "years",
        _years,
        rf"(?<![\d.,-])(?P<y1>{_YEAR})(?:{_DASH}| to |(?<=between \d{{4}}) and )(?P<y2>{_YEAR}|\d\d)(?![\d%]|[.,-]\d)",
    ),
    ("decade", _decade, r"\bthe (?:early |late |mid-?)?(?P<e>(?:1[5-9]|20)\d0)['’]?s\b"),
    (
        "loneyear",
        _lone_year,
        rf"\b(?:in|by|until|since|before|after|during|from|of) (?:(?:early|late|mid)[ -])?(?P<ly>{_YEAR})\b"
        r"(?![.,]\d|%| %|['’-]|\s?[-–]\s?\d| to \d{4})",
    ),
    ("weekday", _weekday, rf"(?<!\blast )(?<!\bnext )(?<!\bthis )(?<!\bcoming )\b(?P<wd>{_WEEKDAY})\b(?!['’]?s\b)"),
    ("nearday", _near_day, r"\b(?P<rd>yesterday|today|tomorrow)\b(?!['’]s\b)"),
    ("nearperiod", _near_period, r"\b(?P<pp>last|this|next) (?P<pu>month|year)\b"),
)


@cache
def _pattern() -> tuple[re.Pattern[str], dict[str, _Read]]:
    """One pattern whose alternatives are the forms, and what reads each; compiled when first asked for: 8 ms."""
    alternatives = "|".join(f"(?P<{name}>{form})" for name, _, form in _FORMS)
    return re.compile(alternatives, re.IGNORECASE), {name: reader for name, reader, _ in _FORMS}
