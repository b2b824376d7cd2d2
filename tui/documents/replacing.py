"""What cleaning does to a text that is not plain: every harmful or hidden character replaced, one for one.

A module of its own because its classes take 15 ms to compile, and most texts never need them.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from tui.documents.characters import (
    CURSIVE,
    JOINING,
    LOOSE,
    PERSON,
    PICTURE,
    REPLACEMENT,
    SPACELESS,
    VIRAMA,
    kinds,
    mark_class,
    stacks,
    table,
    table_class,
)

MARKS_IN_A_ROW: Final = 30  # Unicode's Stream-Safe Text Format (UAX #15) allows as many
_FEW: Final = 40
_KINDS: Final = kinds()
_TABLE: Final = table()

_ASCII_CHANGED: Final = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")
_CHANGED: Final = re.compile(f"[{table_class()}]")
_MARK: Final = mark_class()
# The class stands twice because a search skips ahead by the class a pattern begins with, not by a repeat.
_STACK: Final = re.compile(f"[{_MARK}][{_MARK}]{{{MARKS_IN_A_ROW},}}")
_TONE: Final = re.compile(f"[\U0001f3fb-\U0001f3ff](?<![{PERSON}].)")
# A joiner or selector that neither script (RFC 5892, appendix A) nor emoji (UTS #51) calls for.
_UNCALLED: Final = re.compile(
    f"[{LOOSE}]"
    f"(?<![{JOINING}]\u200c)(?<![{VIRAMA}]\u200d)(?!(?<=[{JOINING}]\u200d)[{VIRAMA}])"
    f"(?!(?<=[{CURSIVE}]\u200d)(?!\\w))"
    f"(?<![{PICTURE}][\ufe0e\ufe0f])"
    f"(?<![\u1820-\u18aa][\u180b-\u180f])"
    f"(?!(?<=[{SPACELESS}]\u200b)[{SPACELESS}])"
    f"(?!(?<=[{PICTURE}]\u200d)[{PICTURE}])"
    f"(?!(?<=[{PICTURE}]\ufe0f\u200d)[{PICTURE}])"
    f"(?!(?<=[0-9#*]\ufe0f)\u20e3)"
)
_UNIT: Final = rf"[^\s\x00-\x7f\u200d\ufffd](?:[\ufe0f\U0001f3fb-\U0001f3ff]|[{VIRAMA}]){{0,2}}"
# The longest emoji in use joins four pictures; what joins more is measured as one cell and drawn as many.
_CHAIN: Final = re.compile(rf"((?:{_UNIT}\u200d){{3}}{_UNIT})\u200d")


def replace(text: str, counts: Counter[str]) -> str:
    """`text` with what is harmful or hidden replaced; `counts` gains how many of each kind."""
    if text.isascii():
        return _translate(text, counts) if _ASCII_CHANGED.search(text) else text
    if _CHANGED.search(text):
        text = _translate(text, counts)
    if _STACK.search(text):
        text = _cap_marks(text, counts)
    # Tones first: one that is called for is a picture to the joiners after it.
    text, tones = _TONE.subn(REPLACEMENT, text)
    text, uncalled = _UNCALLED.subn(REPLACEMENT, text)
    counts["invisible"] += tones + uncalled
    if "\u200d" in text:
        text, chained = _CHAIN.subn(rf"\1{REPLACEMENT}", text)
        counts["invisible"] += chained
    return text


def _translate(text: str, counts: Counter[str]) -> str:
    present = set(text) & _KINDS.keys()
    each = {c: text.count(c) for c in present} if len(present) < _FEW else Counter(text)
    for character in present:
        counts[_KINDS[character]] += each[character]
    return text.translate(_TABLE)


def _cap_marks(text: str, counts: Counter[str]) -> str:
    """Replace every mark after the thirtieth in a row."""

    def cap(match: re.Match[str]) -> str:
        row, out = 0, []
        for character in match[0]:
            row = row + 1 if stacks(character) else 0
            out.append(REPLACEMENT if row > MARKS_IN_A_ROW else character)
        counts["marks"] += out.count(REPLACEMENT)
        return "".join(out)

    return _STACK.sub(cap, text)
