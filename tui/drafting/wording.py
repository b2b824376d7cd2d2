"""The text of a statement: the cleanest short passage of its group, cut at a clause where it is long."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui.check.advice import mixes
from tui.documents.model import Span
from tui.drafting.cutting import body, clauses, shortened, trimmed

LONG, SHORT = 140, 45
_ENOUGH = 80  # characters: a shorter clause of a long passage is rarely what it says
_LEAST_WORDS, _LEAST = 3, 12  # a line of neither so many words nor so many characters is a heading

_ENDED = re.compile(r"[.!?…][\"”’'»)\]]*$")
_LEANING = re.compile(
    r"(?:it|he|she|they|we|i|this|that|these|those|his|her|their|its|but|and|or|so|then|such|there|however|also"
    r"|in addition|meanwhile|moreover|according|while|as|for)\b",
    re.IGNORECASE,
)
_RUN_ON = re.compile(r"[a-z][.!?][A-Z]|\s{2}|�|\.\s*[”\"]\s*\.")
_PHRASE = re.compile(
    r"(?:after|amid|at|before|by|during|following|for|from|in|on|under|with|within)\b[^,;:]*…$", re.IGNORECASE
)
_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"), ("«", "»"))


def wording(candidates: Iterable[tuple[str, Span]]) -> str:
    """The best of the passages `(text, span)` as one line of at most about 140 characters, or "" when none will do."""
    made = {line for text, span in candidates if _says_something(line := statement(text, span)) and not mixes(line)}
    return min(made, key=lambda line: (flaws(line), len(line), line), default="")


def statement(text: str, span: Span) -> str:
    """The passage as one line; a long one ends at its last clause that fits, with a mark of what was left out."""
    span = body(text, trimmed(text, span))
    if span.end - span.start <= LONG:
        return _line(text, span)
    ends = [part.end for part in clauses(text, span) if SHORT <= part.end - span.start <= LONG]
    whole = [end for end in ends if _balanced(text[span.start : end])] or ends
    cut = Span(span.start, whole[-1]) if whole else shortened(text, span, LONG)
    if cut.end - cut.start < _ENOUGH:
        further = shortened(text, span, LONG)
        cut = further if _balanced(text[span.start : further.end]) else cut
    return _line(text, cut) + "…"


def flaws(line: str) -> int:
    """How much speaks against a line as a statement: quoted speech, a beginning that leans on what stood before, …"""
    return (
        2 * (not _balanced(line))
        + 2 * bool(_RUN_ON.search(line))
        + 2 * line[:1].islower()
        + 2 * bool(_LEANING.match(line))
        + (line[:1] in "“\"'‘«")
        + ("“" in line or '"' in line)
        + (not _ENDED.search(line))
        + 2 * (len(line.split()) < 5)
        + line.endswith("…")
        + 3 * bool(_PHRASE.match(line))
    )


def _says_something(line: str) -> bool:
    return len(line.split()) >= _LEAST_WORDS or (len(line) >= _LEAST and not line.isascii())


def _line(text: str, span: Span) -> str:
    line = " ".join(text[span.start : span.end].split())
    return line if _balanced(line) else line.strip('“”"«»')


def _balanced(line: str) -> bool:
    return line.count('"') % 2 == 0 and all(line.count(one) == line.count(other) for one, other in _PAIRS)
