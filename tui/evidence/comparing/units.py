"""Units of measure as written, and what a figure is per."""

from __future__ import annotations

from functools import cache

from tui.evidence.comparing.phrases import WORD
from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.tables import lines

_RATES = frozenset(
    ("day", "week", "month", "year", "hour", "minute", "second", "person", "share", "night", "head", "tonne")
)
_ADVERBS = {
    "daily": "day", "weekly": "week", "monthly": "month", "yearly": "year", "annually": "year", "hourly": "hour",
    "apiece": "person", "each": "person",
}  # fmt: skip


@cache
def _units() -> dict[tuple[str, ...], tuple[str, float]]:
    """Words → dimension and factor."""
    found: dict[tuple[str, ...], tuple[str, float]] = {}
    for head, names in lines("units.txt"):
        kind, factor = head.rsplit(" ", 1)
        for name in names:
            found[tuple(WORD.findall(name))] = (kind, float(factor))
    return found


@cache
def _lengths() -> dict[str, list[int]]:
    """First word → how many words the units have that begin with it, the longest first."""
    found: dict[str, list[int]] = {}
    for words in sorted(_units(), key=len, reverse=True):
        lengths = found.setdefault(words[0], [])
        if len(words) not in lengths:
            lengths.append(len(words))
    return found


def unit_form(low: str, otherwise: str) -> str:
    """The form all spellings of a unit of one word have in common ("€" and "euros"); `otherwise` for other words."""
    known = _units().get((low,))
    return f"{known[0]} {known[1]:g}" if known else otherwise


def unit(sentence: Sentence, at: int) -> tuple[str, float, int] | None:
    """The unit that begins at token `at`: dimension, factor and how many tokens it has."""
    for length in _lengths().get(sentence.low(at), ()):
        words = tuple(token.low for token in sentence.tokens[at : at + length])
        if len(words) == length and (known := _units().get(words)):
            return (*known, length)
    return None


def per_unit(sentence: Sentence, at: int) -> str:
    """What a figure is per, told from token `at` on: "day" for "a day", or ""."""
    if sentence.gap(at).strip():
        return ""  # "$5 million, a person familiar with the case said"
    if sentence.low(at) in ("a", "an", "per", "each", "every") and sentence.low(at + 1) in _RATES:
        return sentence.low(at + 1)
    word = sentence.low(at)
    if word == "of" and sentence.low(at + 2) in _ADVERBS and not sentence.gap(at + 2).strip():
        word = sentence.low(at + 2)  # "four hours of water daily"
    return _ADVERBS.get(word, "")
