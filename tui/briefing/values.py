"""The small forms a briefing's texts must have: ids, dates, addresses, hashes. Each answers None for what is bad."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, datetime
from urllib.parse import urlsplit

from tui.briefing.cells import width
from tui.documents.characters import REPLACEMENT

MAX_ID = 64

# Letters and digits of any script with "-", "_" and ".": usable as a footnote name and in a query as they stand.
_ID = re.compile(r"(?![-.])[^\s!-,/:-@\[-^`{-~]+")
_PUBLISHED = re.compile(
    r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:[0-9]{2})?)?)?)?"
)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SHA256 = re.compile(r"[0-9A-Fa-f]{64}")
_LINE = re.compile(r"[1-9][0-9]{0,6}")
_NEAR = 3  # at most one edit in so many letters still counts as a slip of the pen


def identifier(text: str) -> str | None:
    """An id in composed form (NFC)."""
    composed = unicodedata.normalize("NFC", text)
    return composed if len(composed) <= MAX_ID and _ID.fullmatch(composed) and REPLACEMENT not in composed else None


def letter(text: str) -> str | None:
    """A source's mark: one letter of one cell, upper case where its script has one."""
    composed = unicodedata.normalize("NFC", text)
    if len(composed) != 1 or not composed.isalpha() or width(composed) != 1:
        return None
    upper = composed.upper()
    return upper if len(upper) == 1 and width(upper) == 1 else composed


def calendar_date(text: str) -> date | None:
    """A day of the calendar, written as ISO 8601 does: 2024-07-28."""
    if not _DATE.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def published(text: str) -> str | None:
    """A year, month, day or moment in ISO 8601; the text as it stands."""
    match = _PUBLISHED.fullmatch(text)
    if not match:
        return None
    year, month, day = match.groups()
    try:
        if day:
            datetime.fromisoformat(text)
        else:
            date(int(year), int(month or 1), 1)
    except ValueError:
        return None
    return text


def url(text: str) -> str | None:
    """An address that may be opened: http, https or mailto, without spaces or replaced characters."""
    if not text.isprintable() or any(c.isspace() or c == REPLACEMENT or "\u2400" <= c <= "\u2426" for c in text):
        return None
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    if parts.scheme == "mailto":
        return text if parts.path else None
    return text if parts.scheme in ("http", "https") and parts.netloc else None


def sha256(text: str) -> str | None:
    """A SHA-256 as 64 hexadecimal digits, in lower case."""
    return text.lower() if _SHA256.fullmatch(text) else None


def line_number(text: str) -> int | None:
    """A line counted from 1."""
    return int(text) if _LINE.fullmatch(text) else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint naming the known word nearest to `word` by optimal string alignment, or "" when none is near."""
    from rapidfuzz.distance import OSA  # only a briefing with a fault pays for the import

    lowered = word[:MAX_ID].casefold()
    allowed = max(1, len(lowered) // _NEAR)
    scored = [(OSA.distance(lowered, one.casefold(), score_cutoff=allowed), one) for one in known]
    near = min((pair for pair in scored if pair[0] <= allowed), default=None)
    return f"did you mean '{near[1]}'?" if near else ""
