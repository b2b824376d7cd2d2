"""Whether two ways to write a figure say the same: "seventeen" and "17", "€40,000" and "40,000 euros"."""

from __future__ import annotations

from functools import lru_cache

from tui.documents.model import Span
from tui.evidence.comparing.numbers import Number, numbers
from tui.evidence.comparing.quantities import quantities
from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.tokens import tokens

_MONEY = "money-"

# What is more than this is no figure, and "one" alone is as often a pronoun.
_LONGEST = 80
_PRONOUN = "one"


def same_figure(one: str, other: str) -> bool:
    """Whether both texts are one figure and nothing else, of the same value and the same money."""
    if one.casefold() == other.casefold() or _PRONOUN in (one.casefold(), other.casefold()):
        return False
    read = _figure(one)
    return read is not None and read == _figure(other)


@lru_cache(maxsize=256)
def _figure(text: str) -> tuple[str, float] | None:
    """The money or "" and the value of a text that is a figure from end to end."""
    if len(text) > _LONGEST:
        return None
    words = tokens(text, 0, len(text), {})
    sentence = Sentence(0, 0, 0, text, Span(0, len(text)), words)
    for one in quantities(sentence):
        if one.kind.startswith(_MONEY) and (one.first, one.last) == (0, len(words) - 1) and _is_plain(one.number):
            return one.kind, one.size()
    found = numbers(sentence)
    whole = len(found) == 1 and (found[0].first, found[0].last) == (0, len(words) - 1)
    return ("", found[0].low) if whole and _is_plain(found[0]) else None


def _is_plain(number: Number) -> bool:
    return number.low == number.high and not (number.rough or number.bound)
