"""Datelines: the place, agency and day that an article's first passages begin with, which are no part of what they say.

"SKARHOLM, 12 March 2025 - ", "Skarholm (Meridian) — March 12 — ", "12.03.2025 | " (the usual forms of news agencies).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from tui.documents.model import Document
from tui.evidence.date_forms import pattern
from tui.evidence.dates import dates

AMONG = 8  # passages of an article that may begin with its dateline: a headline, a credit, a lead stand before it
_LONGEST = 90  # characters
_BREAK = re.compile(r"\s+[-–—|]{1,2}\s+|\s?—\s?")
_ASIDE = re.compile(r"\([^()\n]{1,40}\)|\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?")  # an agency, an hour
_PLACE = re.compile(r"[^\W\d_][\w.’'-]*")
_SMALL = frozenset(("de", "of", "the", "am", "an", "la", "on", "in", "and", "near"))
_MOST_WORDS = 6
_BEGUN = re.compile(r"[“\"'‘«(]?[^\W_a-z]|[“\"'‘«]")


class Dateline(NamedTuple):
    """Where the passage's own words begin, and the day the dateline names; None where it leaves the year open."""

    end: int
    day: date | None


def dateline(text: str, start: int, end: int) -> Dateline | None:
    """The dateline with a day that `text[start:end)` begins with, if it does: pieces between dashes or bars."""
    last, dated, placed, barred = start, False, False, False
    for stop, after, dash in _pieces(text, start, end):
        piece = text[last:stop]
        named = _day_in(piece)
        place = piece[: named[0]] + piece[named[1] :] if named else piece
        if not (_is_place(place) and _parted(piece, named)) or not (dash or named):
            break
        placed |= bool(_PLACE.search(place))
        barred |= "|" in dash
        dated |= named is not None
        last = after
    if not dated or not (placed or barred) or not (last == end or _BEGUN.match(text, last, end)):
        return None
    found = [one.first for one in dates(text, start, last) if one.precision == "day"]
    return Dateline(last, found[0] if found else None)


def opening_day(document: Document) -> date | None:
    """The day an article's dateline names."""
    opening = (dateline(document.text, one.start, one.end) for one in document.passages[:AMONG])
    return next((one.day for one in opening if one and one.day), None)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Of each break near the beginning where it begins, where it ends, and its sign."""
    for found in _BREAK.finditer(text, start, min(end, start + _LONGEST)):
        if "\n" not in found[0]:
            yield found.start(), found.end(), found[0]
    if end - start <= _LONGEST:
        yield end, end, ""  # a line of its own


def _day_in(piece: str) -> tuple[int, int] | None:
    form, _ = pattern()
    found = next((one for one in form.finditer(piece) if any(map(str.isdigit, one[0]))), None)
    return (found.start(), found.end()) if found else None


def _is_place(piece: str) -> bool:
    """Whether nothing but names, an agency in brackets and an hour stands there."""
    words = _PLACE.findall(_ASIDE.sub(" ", piece))
    rest = _PLACE.sub("", _ASIDE.sub(" ", piece)).strip(" ,;/.")
    return not rest and len(words) <= _MOST_WORDS and all(not word[0].islower() or word in _SMALL for word in words)


def _parted(piece: str, named: tuple[int, int] | None) -> bool:
    """Whether the day is set off from the place: "The March 12" is none of a dateline."""
    before = piece[: named[0]].strip() if named else ""
    return not before or before[-1] in ",;/)" or before.isupper()
