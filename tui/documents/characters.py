"""Which characters never reach a screen as they are, and what stands in for each, one for one.

Source of the invisible ones: Default_Ignorable_Code_Point in Unicode's DerivedCoreProperties.txt (UAX #44).
"""

from __future__ import annotations

from typing import Final

REPLACEMENT: Final = "\ufffd"

# Joiners that real spelling needs; cleaning.py keeps them only where a script or an emoji calls for them.
CONTEXTUAL: Final = "\u200b\u200c\u200d\ufe0e\ufe0f\u180b-\u180f"

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

_BROKEN: Final = (
    (0xD800, 0xDFFF),
    (0xFDD0, 0xFDEF),
    *((plane | 0xFFFE, plane | 0xFFFF) for plane in range(0, 0x110000, 0x10000)),
)


def _spread(ranges: tuple[tuple[int, int], ...]) -> list[int]:
    return [code for first, last in ranges for code in range(first, last + 1)]


def _class(ranges: tuple[tuple[int, int], ...]) -> str:
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in ranges)


def _kinds() -> dict[str, str]:
    """Character → the kind of notice it belongs to."""
    controls = [*(code for code in range(0x20) if code not in (9, 10, 13)), *range(0x7F, 0xA0)]
    groups = {
        "controls": [code for code in controls if code != 0x85],
        "direction": _spread(_DIRECTION),
        "invisible": _spread(_INVISIBLE),
        "broken": _spread(_BROKEN),
        "soft-hyphens": [0xAD],
    }
    return {chr(code): kind for kind, codes in groups.items() for code in codes}


def _table() -> dict[int, str]:
    """The 1:1 table for `str.translate`."""
    table = {ord(character): REPLACEMENT for character in KINDS}
    table.update({code: chr(0x2400 + code) for code in range(0x20)})
    table.update(dict.fromkeys(_LINE_ENDS, "\n"))
    table[0x7F] = "\u2421"
    table[0x09] = " "  # a tab has no width of its own; as a space every offset, wrap and cell count agrees
    table[0xAD] = "\u2027"  # the dictionaries' hyphenation point: a real hyphen would misstate the spelling
    table[0x2800] = " "  # the blank Braille cell looks like a space and is trimmed like one
    del table[0x0A]
    return table


KINDS: Final = _kinds()
TABLE: Final = _table()
# What the table would change, as a regular expression class.
CHANGED: Final = (
    "\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\\xad\\u2028\\u2029\\u2800"
    + _class(_DIRECTION)
    + _class(_INVISIBLE)
    + _class(_BROKEN)
)
