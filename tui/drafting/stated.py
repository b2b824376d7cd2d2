"""What an article says of itself in its first lines: headline, author, outlet, day, address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.briefing import values
from tui.documents.model import Document
from tui.drafting.byline import byline
from tui.drafting.pool import Pool
from tui.evidence.comparing.dates import dates

_LINES, _OPENING = 8, 4
_HEADLINE = re.compile(r"(?=.{12,140}$)(?=(?:\S+ ){2,})[^\W_].*[^\s.:;,]$")
_PUBLISHED = re.compile(r"(?:Published|Date|Posted)?:?\s*(?:on )?(\d{4}-\d{2}-\d{2})\b[T\d: Z]*$", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:(?:URL|Source|Link):\s*)?(https?://\S+)$", re.IGNORECASE)


class Stated(NamedTuple):
    """What stands in the article; "" where it does not say: nothing is guessed."""

    title: str = ""
    author: tuple[str, ...] = ()
    outlet: str = ""
    published: str = ""
    url: str = ""


def stated(document: Document) -> Stated:
    """The article's own statements about itself, each from a line that holds nothing else."""
    head = list(_lines(document))
    bylines = [byline(line) for line in head]
    day = next((one.published for one in bylines if one.published), "")
    return Stated(
        title=head[0] if len(document.paragraphs) > 1 and head and _HEADLINE.fullmatch(head[0]) else "",
        author=next((one.author for one in bylines if one.author), ()),
        outlet=next((one.outlet for one in bylines if one.outlet), ""),
        published=values.published(_first(_PUBLISHED, head)) or day,
        url=values.url(_first(_ADDRESS, head)) or "",
    )


def opening_dates(pool: Pool) -> set[str]:
    """The full dates the articles name first in their opening passages, as ISO 8601 writes them."""
    return {day for number in range(len(pool.documents)) if (day := _opening_date(pool, number))}


def _opening_date(pool: Pool, number: int) -> str:
    opening = [s for s in pool.sentences if s.document == number][:_OPENING]
    for sentence in opening:
        for when in dates(sentence):
            if when.full and not when.role:
                return when.full.isoformat()
    return ""


def _lines(document: Document) -> Iterator[str]:
    for paragraph in document.paragraphs[:_LINES]:
        yield " ".join(document.text[paragraph.start : paragraph.end].split())


def _first(pattern: re.Pattern[str], lines: Sequence[str]) -> str:
    return next((match[1] for line in lines if (match := pattern.match(line))), "")
