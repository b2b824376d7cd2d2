"""Which characters never reach a screen as they are, and what stands in for each, one for one.

Source of the invisible ones: Default_Ignorable_Code_Point in Unicode's DerivedCoreProperties.txt (UAX #44).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache
from itertools import chain
from typing import Final

REPLACEMENT: Final = "\ufffd"

# Characters real spelling needs, and only in their place: ZWSP, ZWNJ, ZWJ, the two presentation selectors, the
# Mongolian selectors and vowel separator. Everywhere else they are replaced.
LOOSE: Final = "\u200b-\u200d\ufe0e\ufe0f\u180b-\u180f"
# ZWNJ: Arabic, Syriac, N'Ko, Mandaic, the Indic blocks to Sinhala, Tibetan, Myanmar, Khmer, Mongolian, Arabic
# presentation forms, Brahmi and its kin (RFC 5892, A.1).
CURSIVE: Final = "\u0620-\u07ff\u0840-\u08ff\u1820-\u18aa\ufb50-\ufbff"
JOINING: Final = CURSIVE + "\u0900-\u0dff\u0f40-\u0fbc\u1000-\u109f\u1780-\u17d3\ua8e0-\ua8ff\U00011000-\U00011aff"
# ZWJ: beside a virama (RFC 5892, A.2), and behind the last letter of a cursive word, which it keeps connected.
VIRAMA: Final = (
    "\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca\u0f84\u1039\u103a\u17d2"
    "\ua8c4\ua9c0\U00011046\U000110b9\U00011133\U000111c0\U00011235\U0001134d\U000114c2\U000115bf\U0001163f"
)
# ZWSP parts words where no spaces are written: Thai, Lao, Tibetan, Myanmar, Khmer and kin.
SPACELESS: Final = "\u0e01-\u0ed9\u0f40-\u0fbc\u1000-\u109f\u1780-\u17d3\u1950-\u1aad\ua9e0-\ua9fe\uaa60-\uaa7f"
PICTURE: Final = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u24c2\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff"
    "\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
)
# Emoji that take a skin tone (Emoji_Modifier_Base of UTS #51, in rounded ranges).
PERSON: Final = (
    "\u261d\u26f9\u270a-\u270d\U0001f385\U0001f3c2-\U0001f3cc\U0001f440-\U0001f4aa\U0001f574-\U0001f596"
    "\U0001f645-\U0001f64f\U0001f6a3-\U0001f6cc\U0001f90c-\U0001f9dd\U0001fac3-\U0001faf8"
)

_MARK: Final = ("Mn", "Me", "Mc", "Cf")
_LINE_ENDS: Final = (0x0D, 0x85, 0x2028, 0x2029)
_DIRECTION: Final = ((0x061C, 0x061C), (0x200E, 0x200F), (0x202A, 0x202E), (0x2066, 0x206F))
_INVISIBLE: Final = (
    (0x034F, 0x034F),  # grapheme joiner: joins nothing a reader sees
    (0x115F, 0x1160),  # Hangul fillers: blanks that are letters, so names and searches can hide in them
    (0x17B4, 0x17B5),  # Khmer inherent vowels: Unicode advises against any use
    (0x2060, 0x2065),  # word joiner and invisible operators: known carriers of hidden marks
    (0x3164, 0x3164),  # Hangul filler again
    (0xFE00, 0xFE0D),  # variation selectors 1-14: on a terminal they change nothing, yet carry data
    (0xFEFF, 0xFEFF),  # a byte order mark inside a text; the leading one is gone after decoding
    (0xFFA0, 0xFFA0),  # half-width Hangul filler
    (0xFFF0, 0xFFFB),  # annotation anchors hide one text behind another; the rest is reserved as invisible
    (0x1BCA0, 0x1BCA3),  # shorthand format controls
    (0x1D173, 0x1D17A),  # musical format controls
    (0xE0000, 0xE0FFF),  # tag characters spell hidden ASCII; selectors 17-256 hide a byte behind any character
)
_LAST_IN_PLANE: Final = tuple((plane | 0xFFFE, plane | 0xFFFF) for plane in range(0, 0x110000, 0x10000))
_BROKEN: Final = ((0xD800, 0xDFFF), (0xFDD0, 0xFDEF), *_LAST_IN_PLANE)


def _spread(ranges: Iterable[tuple[int, int]]) -> Iterable[int]:
    return chain.from_iterable(range(first, last + 1) for first, last in ranges)


@cache
def kinds() -> dict[str, str]:
    """Character → the kind of notice it belongs to."""
    groups: dict[str, Iterable[int]] = {
        "controls": (code for code in chain(range(0x20), range(0x7F, 0xA0)) if code not in (9, 10, 13, 0x85)),
        "direction": _spread(_DIRECTION),
        "invisible": _spread(_INVISIBLE),
        "broken": _spread(_BROKEN),
        "soft-hyphens": (0xAD,),
    }
    return {chr(code): kind for kind, codes in groups.items() for code in codes}


@cache
def table() -> dict[int, str]:
    """The 1:1 table for `str.translate`."""
    stands_in = {ord(character): REPLACEMENT for character in kinds()}
    stands_in.update({code: chr(0x2400 + code) for code in range(0x20) if code != 0x0A})
    stands_in.update(dict.fromkeys(_LINE_ENDS, "\n"))
    stands_in[0x7F] = "\u2421"
    stands_in[0x09] = " "  # a tab has no width of its own; as a space every offset, wrap and cell count agrees
    stands_in[0xAD] = "\u2027"  # the dictionaries' hyphenation point: a real hyphen would misstate the spelling
    stands_in[0x2800] = " "  # the blank Braille cell looks like a space and is trimmed like one
    return stands_in


def table_class() -> str:
    """A regular expression class that holds everything `table` changes.

    Beyond the first plane it holds all: one range there keeps the class a bitmap (0.1 s for 20 MB against 0.5 s).
    """
    return _class(sorted(code for code in table() if code <= 0xFFFF)) + "\U00010000-\U0010ffff"


def mark_class() -> str:
    """A regular expression class of all that a terminal may give no cell of its own, so that it piles up.

    Combining marks, joiners, Hangul vowels and finals; beyond the first plane all scripts, for `stacks` to decide.
    """
    scripts = chain(range(0x300, 0x3100), range(0xA600, 0xAC00), range(0xFB1E, 0xFB1F), range(0xFE00, 0xFE30))
    marks = (code for code in scripts if unicodedata.category(chr(code)) in (*_MARK, "Cn"))
    return _class(marks) + LOOSE + "\u1160-\u11ff\ud7b0-\ud7ff\U00010000-\U0001efff"


def stacks(character: str) -> bool:
    """Whether a character of `mark_class` may have no cell; unassigned ones may be marks newer than this Python."""
    if character <= "\uffff":
        return True
    return unicodedata.category(character) in (*_MARK, "Cn")


def extends(character: str) -> bool:
    """Whether a character belongs to the one before it: mark, joiner, selector, skin tone, Hangul vowel or final."""
    if "\u1160" <= character <= "\u11ff" or "\U0001f3fb" <= character <= "\U0001f3ff":
        return True
    return unicodedata.category(character) in _MARK


def _class(codes: Iterable[int]) -> str:
    """The codes, which come in order, as ranges of a regular expression class."""
    runs: list[list[int]] = []
    for code in codes:
        if runs and code == runs[-1][1] + 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return "".join(f"\\u{first:04x}-\\u{last:04x}" for first, last in runs)
