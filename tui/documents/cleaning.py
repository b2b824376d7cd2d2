"""The one cleaning point: what every text passes before it is shown, matched, searched or exported.

One character for one, so offsets survive; cleaning twice changes nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import Final, NamedTuple

from tui.documents.characters import CHANGED, CONTEXTUAL, KINDS, REPLACEMENT, TABLE

MARKS_IN_A_ROW: Final = 30  # Unicode's Stream-Safe Text Format (UAX #15) allows as many
_PIECE: Final = 2**18  # one C call at a time stays far under a frame, so other threads get their turn

_CHANGED: Final = re.compile(f"[{CHANGED}]")

# Scripts whose spelling uses ZWJ and ZWNJ (RFC 5892, appendix A): Arabic, Syriac, N'Ko, Mandaic, the Indic
# blocks to Sinhala, Tibetan, Myanmar, Khmer, Mongolian, Arabic presentation forms, Brahmi and its kin.
_JOINING: Final = (
    "\u0620-\u07ff\u0840-\u08ff\u0900-\u0dff\u0f40-\u0fbc\u1000-\u109f\u1780-\u17d3\u1820-\u18aa\ua8e0-\ua8ff"
    "\ufb50-\ufbff\U00011000-\U00011aff"
)
# Scripts written without spaces, where ZWSP parts the words: Thai, Lao, Tibetan, Myanmar, Khmer and kin.
_SPACELESS: Final = "\u0e01-\u0ed9\u0f40-\u0fbc\u1000-\u109f\u1780-\u17d3\u1950-\u1aad\ua9e0-\ua9fe\uaa60-\uaa7f"
_PICTURE: Final = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u27bf\u2900-\u297f\u2b00-\u2bff"
    "\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
)
_CONTEXT: Final = re.compile(
    f"(?<=[{_JOINING}])[\u200c\u200d]"
    f"|(?<=[{_SPACELESS}])\u200b(?=[{_SPACELESS}])"
    f"|(?:(?<=[{_PICTURE}])|(?<=[{_PICTURE}]\ufe0f))\u200d(?=[{_PICTURE}])"
    f"|(?<=[{_PICTURE}])[\ufe0e\ufe0f]|(?<=[0-9#*])\ufe0f(?=\u20e3)"
    "|(?<=[\u1820-\u18aa])[\u180b-\u180f]"
    f"|(?P<loose>[{CONTEXTUAL}]+)"
)
# Only these can stand in a run of marks: neither word nor space, and out of the blocks of plain signs.
_STACK: Final = re.compile(
    r"(?:[^\w\s\x00-\u02ff\u200e-\u20cf\u2100-\u2cee\u2e00-\u3029\u3030-\u3098\ufe30-\uffff]"
    r"|[\u1160-\u11ff\ud7b0-\ud7fb])" + f"{{{MARKS_IN_A_ROW + 1},}}"
)


class Cleaned(NamedTuple):
    """Clean text, and how many characters of each kind were replaced.

    Kinds: controls, direction, invisible, broken (surrogates, non-characters), soft-hyphens, marks.
    """

    text: str
    counts: dict[str, int]


def clean(text: str) -> str:
    """`text` with every harmful or hidden character replaced one for one; CR LF and CR become LF.

    Idempotent; apart from CR LF the length stays. LF is the only control character left.
    """
    return cleaned(text).text


def clean_line(text: str) -> str:
    """`clean`, and line ends as spaces: for names, titles and messages."""
    return clean(text).replace("\n", " ")


def cleaned(text: str) -> Cleaned:
    """`clean` with its counts, for notices."""
    text = text.replace("\r\n", "\n") if "\r" in text else text
    counts: Counter[str] = Counter()
    if _CHANGED.search(text):
        counts = _count(text)
        text = "".join(text[at : at + _PIECE].translate(TABLE) for at in range(0, len(text), _PIECE))
    if not text.isascii():
        text = _cap_marks(text, counts)
        text = _part_joiners(text, counts)
    return Cleaned(text, dict(counts))


def _count(text: str) -> Counter[str]:
    """How many characters of each kind there are: by `count` for a few, by one pass for many."""
    present = set(text) & KINDS.keys()
    each = {c: text.count(c) for c in present} if len(present) < 40 else Counter(text)
    counts: Counter[str] = Counter()
    for character in present:
        counts[KINDS[character]] += each[character]
    return counts


def _stacks(character: str) -> bool:
    """Whether a terminal gives the character no cell of its own: marks, joiners, Hangul vowels and finals."""
    if "\u1160" <= character <= "\u11ff" or "\ud7b0" <= character <= "\ud7fb":
        return True
    return unicodedata.category(character) in ("Mn", "Me", "Cf")


def _cap_marks(text: str, counts: Counter[str]) -> str:
    """Replace every mark after the thirtieth in a row."""

    def cap(match: re.Match[str]) -> str:
        row, out = 0, []
        for character in match[0]:
            row = row + 1 if _stacks(character) else 0
            out.append(REPLACEMENT if row > MARKS_IN_A_ROW else character)
        counts["marks"] += out.count(REPLACEMENT)
        return "".join(out)

    return _STACK.sub(cap, text)


def _part_joiners(text: str, counts: Counter[str]) -> str:
    """Replace joiners and selectors that neither script nor emoji calls for."""

    def part(match: re.Match[str]) -> str:
        loose = match["loose"]
        if loose is None:
            return match[0]
        counts["invisible"] += len(loose)
        return REPLACEMENT * len(loose)

    return _CONTEXT.sub(part, text)
