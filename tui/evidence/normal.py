"""The form in which texts are compared: typography levelled, every character still traceable to its place.

Levelled are case, quotation marks, dashes, runs of white space, soft and line-break hyphens, ligatures, full-width
forms and composed against decomposed accents. Words, digits and signs are kept. Where the length changes, a
breakpoint is held; everything between two breakpoints corresponds one to one.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from tui.documents.model import Span

_QUOTES = frozenset("\"'`´‘’‚‛“”„‟‹›«»′″‵‶「」『』〝〞〟＂＇ʼʻ")
_DASHES = frozenset("-‐‑‒–—―−﹘﹣－⁃")
# U+2027 stands for a soft hyphen in clean text.
_SOFT = "\u00ad\u2027"
_INVISIBLE = frozenset(_SOFT + "\u034f\u180e\u200b\u200c\u200d\u2060\ufeff") | frozenset(
    map(chr, range(0xFE00, 0xFE10))
)

# Ligatures that Unicode takes for letters: "cœur" is typed "coeur" as often, "Mærsk" "Maersk".
_LIGATURES = {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae"}

# Blocks whose compatibility decomposition is the same word in other type; elsewhere it would make "10²" into "102".
_SAME_WORD = ((0x1D400, 0x1D7FF), (0xFB00, 0xFDFF), (0xFE70, 0xFEFC), (0xFF01, 0xFFEE))

# Letters remembered: those of one script and its signs; of Han a part.
_KNOWN = 4096


class Normal(NamedTuple):
    """A levelled text. `text` is what is compared; the arrays hold one entry for each place of another length.

    Entry i says: `text[norm_starts[i]:norm_ends[i]]` came from `[text_starts[i], text_ends[i])` of the original.
    """

    text: str
    norm_starts: array[int]
    norm_ends: array[int]
    text_starts: array[int]
    text_ends: array[int]

    def start_of(self, offset: int) -> int:
        """Where the character at `offset` of the levelled text begins in the original."""
        i = bisect_right(self.norm_starts, offset) - 1
        if i < 0:
            return offset
        if offset < self.norm_ends[i]:
            return self.text_starts[i]
        return self.text_ends[i] + offset - self.norm_ends[i]

    def span(self, start: int, end: int) -> Span:
        """The original's span for `[start, end)` of the levelled text; a character is taken whole or not at all."""
        if end <= start:
            at = self.start_of(start)
            return Span(at, at)
        i = bisect_right(self.norm_starts, end - 1) - 1
        if i < 0:
            last = end
        elif end <= self.norm_ends[i]:
            last = self.text_ends[i]
        else:
            last = self.text_ends[i] + end - self.norm_ends[i]
        return Span(self.start_of(start), last)


def normalise(text: str, *, joined: bool = True) -> Normal:
    """Levels `text`. Never fails; linear in its length (5 MB: about 0.3 s).

    A hyphen before a line end goes when `joined`, else only the line end does: a document may have broken a
    compound there ("middle-class") that a quotation begins or ends in.
    """
    odd = "".join(sorted(filter(_is_odd, set(text))))
    pattern = _irregular(odd)
    pieces: list[str] = []
    columns = array("q"), array("q"), array("q"), array("q")
    norm_at = text_at = 0
    for match in pattern.finditer(text):
        start, end = match.span()
        replacement = _replace(match.group(), joined)
        norm_at += start - text_at
        for column, value in zip(columns, (norm_at, norm_at + len(replacement), start, end), strict=True):
            column.append(value)
        pieces += (text[text_at:start], replacement)
        norm_at += len(replacement)
        text_at = end
    pieces.append(text[text_at:])
    return Normal(_level("".join(pieces), odd), *columns)


@lru_cache(_KNOWN)
def _fold(letter: str) -> str:
    """One character levelled; the result may be empty or longer."""
    if letter in _QUOTES:
        return "'"
    if letter in _DASHES:
        return "-"
    if letter in _INVISIBLE:
        return ""
    if letter.isspace():
        return " "
    if letter == "…":
        return "..."
    if letter in _LIGATURES:
        return _LIGATURES[letter]
    code = ord(letter)
    if code > 0x7F and any(low <= code <= high for low, high in _SAME_WORD):
        letter = "".join(_fold(c) for c in unicodedata.normalize("NFKC", letter) if c != letter) or letter
    return unicodedata.normalize("NFC", letter.casefold())


@lru_cache(_KNOWN)
def _is_odd(letter: str) -> bool:
    """Whether levelling may change the length where the letter stands, or does otherwise than `casefold`."""
    level = _fold(letter)
    return level in ("'", "-") or level != letter.casefold() or len(level) != 1 or _joins(letter)


@lru_cache(64)
def _irregular(letters: str) -> re.Pattern[str]:
    """Finds the places where levelling changes the length; `letters` are the odd ones the text really has."""
    invisible = _class(c for c in letters if c in _INVISIBLE)
    marks = _class(c for c in letters if c not in _INVISIBLE and _joins(c))
    longer = _class(c for c in letters if len(_fold(c)) > 1)
    quotes = _class(c for c in letters if _fold(c) == "'")
    dashes = _class(c for c in letters if _fold(c) == "-")
    kinds = [r"\s{2,}"]
    if invisible:
        kinds.insert(0, rf"{invisible}+(?:[ \t]*\n\s*)?")
    if dashes:
        kinds[:0] = [rf"(?<=[^\W\d_]){dashes}[ \t]*\n\s*(?=[^\W\d_A-Z])", rf"{dashes}{{2,}}"]
    if quotes:
        kinds.append(rf"{quotes}{{2,}}")
    if marks:
        kinds.insert(0, rf"[^\s]{marks}+")
    if longer:
        kinds.append(longer)
    return re.compile("|".join(kinds))


def _class(letters: Iterable[str]) -> str:
    inside = "".join(sorted(map(re.escape, letters)))
    return f"[{inside}]" if inside else ""


def _joins(letter: str) -> bool:
    """Whether a character may melt into the one before it: combining marks and Hangul vowels and finals."""
    return letter > "\u02ff" and (unicodedata.combining(letter) != 0 or "\u1160" <= letter <= "\u11ff")


def _replace(found: str, joined: bool) -> str:
    first = found[0]
    if first.isspace():
        return " "
    if first in _INVISIBLE:
        # A zero-width space before a line's end is no hyphen: only the soft hyphen joins two halves of a word.
        return " " if found[-1].isspace() and not any(c in found for c in _SOFT) else ""
    if len(found) > 1 and first in _DASHES:
        return "" if joined and found[-1].isspace() else "-"
    if len(found) > 1 and first in _QUOTES and found[-1] in _QUOTES:
        return "'"
    return unicodedata.normalize("NFC", "".join(_fold(c) for c in unicodedata.normalize("NFC", found)))


def _level(text: str, odd: str) -> str:
    """Replaces one to one: the case in one call, each odd character that occurs in one call each."""
    lowered = text.casefold()
    if len(lowered) != len(text):
        lowered = "".join(c if len(low := c.casefold()) != 1 else low for c in text)
    for letter in odd:
        level = _fold(letter)
        if len(level) == 1 and letter.casefold() != level:
            lowered = lowered.replace(letter.casefold(), level)
    return lowered
