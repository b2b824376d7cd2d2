"""From a passage to its words: where each stands, its compared form, and what kind of word it is."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from tui.evidence.comparing.phrases import WORD, Table, key
from tui.evidence.comparing.stems import form
from tui.evidence.comparing.tables import members
from tui.evidence.lexicon import words as common_words

_POSSESSIVE = re.compile(r"'s?$")
_UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBER_WORDS = {word: n for n, word in enumerate(_UNITS)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?$")


class Token(NamedTuple):
    """A word of a document, `[start, end)` in its clean text.

    `low` is the word casefolded, `form` what it is compared by; `kind` is small, word, name, number or sign.
    """

    start: int
    end: int
    low: str
    form: str
    kind: str

    @property
    def content(self) -> bool:
        """Whether the word counts when passages are compared."""
        return self.kind in ("word", "name", "number")


def tokens(text: str, start: int, end: int, table: Table) -> tuple[Token, ...]:
    """The words of `text[start:end]` in order, runs that stand for one thing as one token."""
    found = [(match.group(), match.start(), match.end()) for match in WORD.finditer(text, start, end)]
    keys = [key(word) for word, _, _ in found]
    made: list[Token] = []
    at = 0
    while at < len(found):
        length, named = _phrase(keys, at, table)
        if length:
            made.append(Token(found[at][1], found[at + length - 1][2], keys[at].casefold(), named, "name"))
        else:
            word, begins, ends = found[at]
            made.append(Token(begins, ends, *_read(word, first=not made)))
        at += length or 1
    return tuple(made)


def _phrase(keys: list[str], at: int, table: Table) -> tuple[int, str]:
    for words, named in table.get(keys[at], ()):
        if len(words) == 1 or tuple(keys[at : at + len(words)]) == words:
            return len(words), named
    return 0, ""


@lru_cache(maxsize=1 << 15)
def _read(word: str, *, first: bool) -> tuple[str, str, str]:
    """The word casefolded, its form and its kind; a capital says nothing of the first word of a passage."""
    if word[0].isdigit():
        return word, plain_number(word), "number"
    low = word.casefold().replace("’", "'")
    if not word[0].isalpha():
        return low, low, "sign"
    if low in members("classes.txt", "small"):
        return low, low, "small"
    bare = _POSSESSIVE.sub("", low) or low
    if bare in NUMBER_WORDS:
        return low, str(NUMBER_WORDS[bare]), "number"
    is_name = word[0].isupper() and not (first and bare in common_words())
    return low, form(bare), "name" if is_name else "word"


def plain_number(digits: str) -> str:
    """Digits without the separators of thousands: "54,000" → "54000"."""
    return digits.replace(",", "") if _THOUSANDS.match(digits) else digits
