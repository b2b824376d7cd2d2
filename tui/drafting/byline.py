"""What a line of its own near the top says of an article: `By Ana Ruiz, The Harbour Herald, 12 March 2024`.

Only forms that mean nothing else are read. A place and a day (`Lisbon, 12 March 2024`) begin many an article and name
no outlet, so an outlet is one by a word that papers, agencies and stations are named with.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.evidence.comparing.tables import members
from tui.evidence.dates import dates

_LONGEST = 120  # characters of such a line
_PARTS = re.compile(r"\s*(?:,|\||·|•|\s[–—-])\s+")
_AND = re.compile(r"\s+(?:and|&)\s+")
_NAME = re.compile(r"[^\W\d_a-z][\w.’'-]*(?: (?:[^\W\d_a-z][\w.’'-]*|de|da|del|van|von|der|den|al|bin|ibn)){1,3}")
_CAPITALS = re.compile(r"[^\W\d_a-z][\w.&’'-]*(?: (?:[^\W\d_a-z][\w.&’'-]*|of|the|and|&)){0,5}")
_LED = re.compile(r"(?:(?:published|posted|updated|date)(?: on)?:?)?", re.IGNORECASE)
_OUTLET = re.compile(
    r"\b(?:agency|broadcasting|bulletin|chronicle|courier|daily|dispatch|echo|examiner|express|gazette|globe|guardian"
    r"|herald|independent|inquirer|journal|magazine|mail|mercury|mirror|monitor|news|newspaper|observer|post|press|radio"
    r"|record|register|reporter|review|standard|star|sun|telegraph|television|times|tribune|tv|voice|weekly|wire|world"
    r"|ap|afp|ansa|bbc|bloomberg|cbs|cnn|dpa|efe|kyodo|nbc|npr|reuters|tass|upi|xinhua)\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"\b(?:staff|desk|newsroom|correspondents?|editors?|agencies|team)\b", re.IGNORECASE)


class Byline(NamedTuple):
    """Authors, outlet and day (ISO 8601) that a line names; empty where it does not say."""

    author: tuple[str, ...] = ()
    outlet: str = ""
    published: str = ""


def byline(line: str) -> Byline:
    """What a line, without blanks around it, says of the article; all empty where it is no such line for certain."""
    if len(line) > _LONGEST:
        return Byline()
    lead, day = _parted(line)
    if _LED.fullmatch(lead):
        return Byline(published=day)
    first, *rest = _PARTS.split(lead)
    if lead.startswith("By "):
        authors = tuple(_AND.split(first.removeprefix("By ")))
        outlet = next(filter(_is_outlet, rest), "")
        return Byline(authors, outlet, day) if all(map(_is_person, authors)) else Byline()
    return Byline(outlet=first, published=day) if day and len(rest) < 2 and _is_outlet(first) else Byline()


def _parted(line: str) -> tuple[str, str]:
    """The line before the day it ends in, and that day; "" where it ends in none."""
    found = dates(line)
    last = found[-1] if found else None
    if last is None or last.precision != "day" or line[last.span.end :].strip(" .") or len(found) > 1:
        return line, ""
    return line[: last.span.start].rstrip(" ,|·•–—-"), last.first.isoformat()


def _is_person(name: str) -> bool:
    calendar = members("classes.txt", "weekday") | members("classes.txt", "month")
    told = _NOBODY.search(name) or _OUTLET.search(name) or not calendar.isdisjoint(name.casefold().split())
    return bool(_NAME.fullmatch(name)) and not told


def _is_outlet(name: str) -> bool:
    return bool(_CAPITALS.fullmatch(name) and _OUTLET.search(name))
