"""Whether a date is that of saying: "17 people died, police said on Friday" dates no death."""

from __future__ import annotations

import re

from tui.documents.model import Span
from tui.evidence.comparing.tables import members

_BEGUN = re.compile(r"[,;:—–]\s|[,.!?…][\"”’']\s|[\"”’'][,.]?\s|[.!?]\s(?=[A-Z\"“‘'])")
_ENDED = re.compile(r"\s*(?:[,;.!?…\"”’')]|$)")
_WORD = re.compile(r"[^\W\d_]+")


def is_of_saying(text: str, span: Span, start: int, end: int) -> bool:
    """Whether the date at `span` of `text` stands in words put after what they report: ", the mayor said on Monday".

    `start` to `end` are the characters that are read. "Police said on Friday that" comes first and is dated itself.
    """
    begun = [match.end() for match in _BEGUN.finditer(text, start, span.start)]
    if not begun or not _ENDED.match(text[span.end : end]):
        return False
    said = [word.casefold() for word in _WORD.findall(text[begun[-1] : span.start])]
    return not members("classes.txt", "report").isdisjoint(said) or said[:2] == ["according", "to"]
