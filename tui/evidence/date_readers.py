"""What each written form of a date means, given the text's own day: None where two days could be meant."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Literal, NamedTuple

from tui.evidence.calendar_words import (
    AHEAD,
    ARRANGED,
    BEHIND,
    BY,
    COUNTED,
    FOR,
    FOREIGN,
    MONTHS,
    OVER,
    REPORTED,
    SET_FOR,
    SHORT_MONTHS,
    SINCE,
    UNTIL,
    WEEKDAYS,
)

Precision = Literal["day", "month", "year", "span"]
Role = Literal["", "by", "until", "since"]

_FAR_DAYS = 5  # "on Wednesday" said on a Tuesday is rather tomorrow
_SURE_DAYS = 3  # how far from a date that is only near the article's own a weekday is still told without doubt
_SURE_MONTHS = 6  # a month without a year is the nearer of two only so far
_SURE_YEARDAYS = 150
_NEAR_WORDS = 40  # characters after a time in which its clause tells past from future
_CAPITAL = re.compile(r"\s[^\W\d_a-z]")
_FILLERS = frozenset(("early", "late", "mid", "the"))


class Base(NamedTuple):
    """The day relative dates count from; `exact` when it is the day the text was published."""

    day: date
    exact: bool = False


class Days(NamedTuple):
    """What a form names: the days `first` to `last`, and how exactly."""

    first: date
    last: date
    precision: Precision


Read = Callable[["re.Match[str]", Base | None], Days | None]


def role(match: re.Match[str]) -> Role:
    """By the word that leads the time in, which some of the forms hold themselves."""
    words = re.findall(r"[^\W\d_]+", match.string[max(match.pos, match.start() - 24) : match.start()])[-2:]
    own = re.match(r"[^\W\d_]+(?= )", match[0])
    led = [word.casefold() for word in (own[0] if own else "", *reversed(words))]
    near = next((word for word in led if word and word not in _FILLERS and word not in WEEKDAYS | MONTHS), "")
    if near in BY:
        return "by"
    return "until" if near in UNTIL else "since" if near in SINCE else ""


def _day(year: int, month: int, day: int) -> Days | None:
    try:
        one = date(year, month, day)
    except ValueError:
        return None
    return Days(one, one, "day")


def _month(year: int, month: int) -> Days | None:
    if not 1 <= month <= 12 or not MINYEAR <= year <= MAXYEAR:
        return None
    return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month")


def _year(first: int, last: int | None = None) -> Days | None:
    last = first if last is None else last
    if not MINYEAR <= first <= last <= MAXYEAR:
        return None
    return Days(date(first, 1, 1), date(last, 12, 31), "year" if first == last else "span")


_STOP = r"[.!?;:,—–“”\"]"


def _clause(match: re.Match[str]) -> tuple[str, str]:
    """What stands before and after the time in its clause; of "On Friday, the court …" the clause is what follows."""
    text, start, end = match.string, match.start(), match.end()
    before = re.split(rf"{_STOP}\s|\sthat\s", text[max(start - 90, 0) : start])[-1]
    tail = text[end : end + 80]
    if not before.strip() or before.strip().casefold() in ("on", "in"):
        tail = tail.replace(",", " ", 1)
    after = re.split(rf"{_STOP}|\s(?:and|but|that|which|when|as|after|before)\s", tail)[0]
    return before, after[:_NEAR_WORDS]


def _ahead(match: re.Match[str]) -> bool:
    """Whether the clause the time stands in speaks of what is to come."""
    before, after = _clause(match)
    if role(match) in ("by", "until"):
        return not OVER.search(before)
    if REPORTED.search(before):
        return False
    if SET_FOR.search(before):
        return not OVER.search(after)
    return bool(AHEAD.search(before) or (AHEAD.search(after) and not BEHIND.search(before)))


def _behind(match: re.Match[str]) -> bool:
    """Whether it is sure that the time has been: the clause it stands in tells of the past, and of nothing arranged.

    Where that clause has no such word, the rest of the sentence tells it, if nothing there is to come.
    """
    before, after = _clause(match)
    if role(match) in ("by", "until") or REPORTED.search(before):
        return _told_before(match)
    if ARRANGED.search(before) or FOR.search(before) or AHEAD.search(after):
        return False
    return bool(BEHIND.search(before) or BEHIND.search(after)) or _told_before(match, sure=True)


def _told_before(match: re.Match[str], *, sure: bool = False) -> bool:
    """Whether the sentence the time stands in tells of what has been; if `sure`, of nothing that is to come."""
    text, start, end = match.string, match.start(), match.end()
    before = re.split(r"[.!?;]\s|[\n\r]", text[max(start - 160, 0) : start])[-1]
    after = re.split(r"[.!?;](?:\s|$)|[\n\r]", text[end : end + 160])[0]
    if sure and (AHEAD.search(before) or AHEAD.search(after)):
        return False
    return bool(BEHIND.search(before) or BEHIND.search(after))


def _number(name: str) -> int:
    low = name.casefold().rstrip(".")
    return MONTHS.get(low) or FOREIGN[low]


# -- whole dates


def iso(match: re.Match[str], _: Base | None) -> Days | None:
    """`2024-07-28`."""
    return _day(int(match["iy"]), int(match["im"]), int(match["id"]))


def dotted(match: re.Match[str], _: Base | None) -> Days | None:
    """`28.07.2024`: whoever writes dots puts the day first."""
    return _day(int(match["ny"]), int(match["nm"]), int(match["nd"]))


def slashed(match: re.Match[str], _: Base | None) -> Days | None:
    """`7/28/2024` and `28/7/2024` are one day each; `3/4/2024` is two."""
    one, other, year = int(match["s1"]), int(match["s2"]), int(match["sy"])
    if one > 12 or one == other:
        return _day(year, other, one)
    return _day(year, one, other) if other > 12 else None


def ideographic(match: re.Match[str], base: Base | None) -> Days | None:
    """`2024年7月28日`, `7月28日`, `2024年7月`, `2024年`."""
    year, month, day = match["cy"], match["cm"], match["cd"]
    if year and not month:
        return _year(int(year))
    if year:
        return _day(int(year), int(month), int(day)) if day else _month(int(year), int(month))
    return _nearest(int(month), int(day), base, _ahead(match)) if day else None


def foreign(match: re.Match[str], _: Base | None) -> Days | None:
    """`28. Juli 2024`, `juillet 2024`."""
    month = _number(match["fm"])
    return _day(int(match["fy"]), month, int(match["fd"])) if match["fd"] else _month(int(match["fy"]), month)


# -- English dates, with a year and without


def day_first(match: re.Match[str], base: Base | None) -> Days | None:
    """`28 July 2024`, `Sunday, 28–30 July`."""
    return _written(match, match["dw"], match["dd"], match["de"], match["dm"], match["dy"], base)


def month_first(match: re.Match[str], base: Base | None) -> Days | None:
    """`July 28, 2024`, `Sunday, July 28`."""
    return _written(match, match["mw"], match["md"], match["me"], match["mm"], match["my"], base)


def _written(
    match: re.Match[str], weekday: str, day: str, last: str, month: str, year: str, base: Base | None
) -> Days | None:
    number = _number(month)
    if not month[0].isupper():
        return None
    days = _day(int(year), number, int(day)) if year else _nearest(number, int(day), base, _ahead(match))
    if days is None or (weekday and not weekday.casefold().startswith(_weekday_name(days.first)[:3])):
        return None
    if last:
        until = _day(days.first.year, number, int(last))
        return Days(days.first, until.last, "span") if until and until.first > days.first else None
    return days


def _weekday_name(day: date) -> str:
    return [*WEEKDAYS][day.weekday()]


def _nearest(month: int, day: int, base: Base | None, ahead: bool) -> Days | None:
    """The day of that month nearest to the base, when it lies on the side the clause speaks of."""
    if base is None:
        return None
    around = [one for year in (-1, 0, 1) if (one := _day(base.day.year + year, month, day))]
    near = min(around, key=lambda one: abs((one.first - base.day).days), default=None)
    if near is None or abs((near.first - base.day).days) > _SURE_YEARDAYS:
        return None
    return near if near.first == base.day or (near.first > base.day) == ahead else None


def month_year(match: re.Match[str], _: Base | None) -> Days | None:
    """`July 2024`."""
    return _month(int(match["xy"]), _number(match["xm"]))


def lone_month(match: re.Match[str], base: Base | None) -> Days | None:
    """ "in April": the April nearest to the base, when it lies on the side the clause speaks of."""
    if base is None:
        return None
    name, after = match["om"], match.string[match.end() : match.end() + 2]
    if not name[0].isupper() or (name.casefold() in SHORT_MONTHS and after[:1] != ".") or _CAPITAL.match(after):
        return None  # "by Jan Terhorst", "of June Carter"
    steps = (_number(match["om"]) - base.day.month) % 12
    ahead = role(match) != "since" and _ahead(match)
    steps = steps if ahead or steps == 0 else steps - 12
    if abs(steps) > _SURE_MONTHS or (steps < 0 and role(match) == "" and not _behind(match)):
        return None
    return _shifted(base.day, steps)


def _away(day: date, days: int) -> Days | None:
    try:
        one = day + timedelta(days)
    except OverflowError:  # before the year 1, after the year 9999
        return None
    return Days(one, one, "day")


def _shifted(day: date, months: int) -> Days | None:
    total = day.year * 12 + day.month - 1 + months
    return _month(total // 12, total % 12 + 1)


def years(match: re.Match[str], _: Base | None) -> Days | None:
    """`2019–2021`, `between 2019 and 2021`."""
    last = match["y2"]
    return _year(int(match["y1"]), int(last if len(last) == 4 else match["y1"][:2] + last))


def decade(match: re.Match[str], _: Base | None) -> Days | None:
    """`the 1990s`."""
    return _year(int(match["e"]), int(match["e"]) + 9)


def lone_year(match: re.Match[str], _: Base | None) -> Days | None:
    """`in 2022`, unless the number counts something."""
    return None if COUNTED.match(match.string, match.end()) else _year(int(match["ly"]))


# -- relative dates


def weekday(match: re.Match[str], base: Base | None) -> Days | None:
    """`on Thursday`: the last or, where the clause speaks of what is to come, the next of that name."""
    if base is None or not match["wd"][0].isupper():
        return None
    ahead = _ahead(match)
    wanted = WEEKDAYS[match["wd"].casefold()]
    back, forth = (base.day.weekday() - wanted) % 7, (wanted - base.day.weekday()) % 7
    steps = forth if ahead else -back
    if abs(steps) > (_FAR_DAYS if base.exact else _SURE_DAYS) + ahead or (steps < 0 and not _behind(match)):
        return None
    return _away(base.day, steps)


def near_day(match: re.Match[str], base: Base | None) -> Days | None:
    """ "yesterday", in a text whose own day is known; "today" and "tomorrow" often mean no day at all."""
    return _away(base.day, -1) if base is not None and base.exact and match["rd"] else None


def near_period(match: re.Match[str], base: Base | None) -> Days | None:
    """`last month`, `next year`."""
    if base is None:
        return None
    step = {"last": -1, "this": 0, "next": 1}[match["pp"].casefold()]
    if match["pu"].casefold() == "year":
        return _year(base.day.year + step)
    return _shifted(base.day, step)
