"""Paragraph → passages: own rules for where a sentence ends, in any alphabet.

Published splitters were weighed and left aside: slower by a factor of twenty or unmaintained, and none parts
the run-on "alliance.The US" of machine-rewritten news.
"""

from __future__ import annotations

import re
from typing import Final

from tui.documents.model import Span
from tui.documents.stops import STOP, ends_sentence

_WORD: Final = re.compile(r"\w")
_SPACE: Final = re.compile(r"\s*")


def sentences(text: str, start: int, end: int) -> list[Span]:
    """The sentences of `text[start:end)`, in order, each without white space at its ends.

    Together they hold every character that is not white space; a piece without letters or digits stays with its
    neighbour.
    """
    found: list[Span] = []
    begin = _skip_space(text, start, end)
    wordless = False
    for match in STOP.finditer(text, begin, end):
        if match.end() < end and match.start() >= begin and ends_sentence(text, match, begin, end):
            wordless = _add(found, text, begin, match.end(2), wordless)
            begin = match.end()
    last = end if begin < end and not text[end - 1].isspace() else begin + len(text[begin:end].rstrip())
    if not found:
        return [Span(begin, last)] if begin < last else found
    if begin < last:
        _add(found, text, begin, last, wordless)
    return found


def _skip_space(text: str, start: int, end: int) -> int:
    if start < end and not text[start].isspace():
        return start
    match = _SPACE.match(text, start, end)
    return match.end() if match else start


def _add(found: list[Span], text: str, start: int, end: int, joins: bool) -> bool:
    """Append a sentence, or join it to the one before when either has no word; whether the last has none now."""
    wordless = _WORD.search(text, start, end) is None
    if found and (joins or wordless):
        start = found.pop().start
        wordless = joins and wordless
    found.append(Span(start, end))
    return wordless
