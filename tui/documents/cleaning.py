"""The one cleaning point: what every text passes before it is shown, matched, searched or exported.

One character for one, so offsets survive; cleaning twice changes nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

# Worked on in pieces: plain pieces pass at once, and no call holds other threads up for longer than a frame.
_PIECE: Final = 2**14
_LINE: Final = 2**12  # so much longer a piece may be to end with its line
# Letters, signs and line ends of European texts that stay as they are whatever stands beside them.
_PLAIN: Final = re.compile(
    "[\n -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*"
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
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    counts: Counter[str] = Counter()
    if len(text) <= _PIECE:
        return Cleaned(_clean_piece(text, counts), dict(counts))
    return Cleaned("".join([_clean_piece(piece, counts) for piece in _pieces(text)]), dict(counts))


@cache
def _safe_cut() -> re.Pattern[str]:
    """After one of these no run of marks goes on and no joiner looks back.

    ASCII but for the keycaps 0-9 # *, the letters of Europe, kana, Han and Hangul. A line end is the
    cheapest of them: this is compiled for long lines only.
    """
    return re.compile(
        '[\x00-"$-)+-/:-\x7f\u00c0-\u02ff\u0370-\u0481\u3001\u3002\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3]'
    )


def _pieces(text: str) -> Iterator[str]:
    """`text` cut where no rule looks across, at about every `_PIECE` characters."""
    start = 0
    while len(text) - start > _PIECE:
        end = text.find("\n", start + _PIECE, start + _PIECE + _LINE) + 1 or _end_in_line(text, start + _PIECE)
        yield text[start:end]
        start = end
    yield text[start:]


def _end_in_line(text: str, start: int) -> int:
    cut = _safe_cut().search(text, start)
    return cut.end() if cut else len(text)


def _clean_piece(text: str, counts: Counter[str]) -> str:
    if _PLAIN.fullmatch(text):
        return text
    from tui.documents.replacing import replace

    return replace(text, counts)
