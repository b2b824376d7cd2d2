"""The written forms of dates as one pattern, the fullest form first, each with what reads it."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from tui.evidence import date_readers as readers
from tui.evidence.calendar_words import FOREIGN, MONTHS, WEEKDAYS, one_of

_MONTH, _FOREIGN, _WEEKDAY = one_of(MONTHS), one_of(FOREIGN), one_of(WEEKDAYS)
_YEAR, _DAY = r"(?:1[5-9]|20)\d\d", r"(?:0?[1-9]|[12]\d|3[01])"
_LED = rf"(?:(?P<{{}}>{_WEEKDAY}),? (?:the )?)?"
_NTH, _DOT, _DASH = r"(?:st|nd|rd|th)?", r"\.?", r"\s?[-–]\s?"
# Tried in this order, the fullest form first.
_FORMS: Final[tuple[tuple[str, readers.Read, str], ...]] = (
    ("iso", readers.iso, rf"(?<![\d/.-])(?P<iy>{_YEAR})[-/](?P<im>\d\d)[-/](?P<id>\d\d)(?![\d/.-]*\d)"),
    ("dotted", readers.dotted, rf"(?<![\d.])(?P<nd>{_DAY})\.\s?(?P<nm>0?[1-9]|1[0-2])\.\s?(?P<ny>{_YEAR})(?![\d.]*\d)"),
    ("slashed", readers.slashed, rf"(?<![\d/])(?P<s1>\d\d?)/(?P<s2>\d\d?)/(?P<sy>{_YEAR})(?!\d)"),
    (
        "ideographic",
        readers.ideographic,
        rf"(?<!\d)(?=\d+\s?[年년月월])(?:(?P<cy>{_YEAR})\s?[年년]\s?)?(?:(?P<cm>\d\d?)\s?[月월]\s?(?:(?P<cd>\d\d?)\s?[日日일])?)?(?<=[年년月월日일])",
    ),
    (
        "dayfirst",
        readers.day_first,
        rf"\b{_LED.format('dw')}(?P<dd>{_DAY}){_NTH}(?:{_DASH}(?P<de>{_DAY}){_NTH})?(?: of)? (?P<dm>{_MONTH})\b{_DOT}"
        rf"(?:,? (?P<dy>{_YEAR})(?!\d))?",
    ),
    (
        "monthfirst",
        readers.month_first,
        rf"\b{_LED.format('mw')}(?P<mm>{_MONTH})\b{_DOT} (?P<md>{_DAY}){_NTH}(?!\d)"
        rf"(?:{_DASH}(?P<me>{_DAY}){_NTH}(?!\d))?(?:,? (?P<my>{_YEAR})(?!\d))?",
    ),
    (
        "foreign",
        readers.foreign,
        rf"\b(?:(?P<fd>{_DAY})(?:\.|er|º)? )?(?:de |di )?(?P<fm>{_FOREIGN})(?: de)?,? (?P<fy>{_YEAR})(?!\d)",
    ),
    ("monthyear", readers.month_year, rf"\b(?P<xm>{_MONTH})\b{_DOT},? (?P<xy>{_YEAR})(?!\d)"),
    (
        "lonemonth",
        readers.lone_month,
        rf"(?<=\b)(?:(?P<op>in|by|until|since|before|after|during|last|of) )(?:early |late |mid-?)?(?P<om>{_MONTH})\b"
        rf"(?!{_DOT}? \d)(?!['’]s\b)",
    ),
    (
        "years",
        readers.years,
        rf"(?<![\d.,-])(?P<y1>{_YEAR})(?:{_DASH}| to |(?<=between \d{{4}}) and )(?P<y2>{_YEAR}|\d\d)(?![\d%]|[.,-]\d)",
    ),
    ("decade", readers.decade, r"\bthe (?:early |late |mid-?)?(?P<e>(?:1[5-9]|20)\d0)['’]?s\b"),
    (
        "loneyear",
        readers.lone_year,
        rf"\b(?:in|by|until|since|before|after|during|from|of) (?:(?:early|late|mid)[ -])?(?P<ly>{_YEAR})\b"
        r"(?![.,]\d|%| %|['’-]|\s?[-–]\s?\d| to \d{4})",
    ),
    (
        "weekday",
        readers.weekday,
        rf"(?<!\blast )(?<!\bnext )(?<!\bthis )(?<!\bcoming )\b(?P<wd>{_WEEKDAY})\b(?!['’]?s\b)",
    ),
    ("nearday", readers.near_day, r"\b(?P<rd>yesterday)\b(?!['’]s\b)"),
    ("nearperiod", readers.near_period, r"\b(?P<pp>last|this|next) (?P<pu>month|year)\b"),
)


@cache
def pattern() -> tuple[re.Pattern[str], dict[str, readers.Read]]:
    """One pattern whose alternatives are the forms, and what reads each; compiled when first asked for: 8 ms."""
    alternatives = "|".join(f"(?P<{name}>{form})" for name, _, form in _FORMS)
    # No form begins inside a word: to ask that first makes reading five times as fast: 0.34 s a million characters.
    return re.compile(rf"(?<![A-Za-z])(?:{alternatives})", re.IGNORECASE), {name: reader for name, reader, _ in _FORMS}
