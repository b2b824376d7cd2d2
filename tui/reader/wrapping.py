"""Wrapping text to a width in cells, as offsets, so that every cell knows its character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from rich.cells import cell_len

Line = tuple[int, int]

# Signs of European typography that surely take one cell; below U+0300 all letters do, but for the soft hyphen.
_NARROW_SIGNS = frozenset("‐‑‒–—―‘’‚‛“”„†‡•…‰′″‹›⁄€™←→↑↓−≠≈≤≥◐●�\u2027" + "".join(map(chr, range(0x2400, 0x2427))))
_NARROW_RANGES = ((0x370, 0x482), (0x48A, 0x58F))  # Greek, Cyrillic, Armenian
_NO_FIGURE = r"(?!(?<=\d[-/])\d)"  # `6-3` and `24/7` stay in one piece
_WIDE = "\u2e80-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef"


@cache
def _pieces() -> re.Pattern[str]:
    """What a break may follow; wide characters may be parted anywhere except before closing marks.

    Compiled when first needed: it takes 10 ms.
    """
    return re.compile(
        rf"\s+|[{_WIDE}][、。，．：；！？）」』】》〉〕ー々％]*|[^\s{_WIDE}]*?(?:[-—/]+{_NO_FIGURE}|(?=[\s{_WIDE}])|$)"
    )


@lru_cache(maxsize=64)
def _narrow_lines(width: int) -> re.Pattern[str]:
    inner = f"(?:.{{0,{width - 2}}}\\S)?" if width > 1 else ""
    return re.compile(f"\\S{inner}(?:(?=\\s|$)|(?<=[-—/]){_NO_FIGURE})|\\S{{1,{width}}}", re.DOTALL)


def is_narrow(text: str) -> bool:
    """Whether every character surely takes one cell."""
    return text.isascii() or all(map(_is_narrow, set(text)))


@cache
def _is_narrow(character: str) -> bool:
    code = ord(character)
    if code < 0x300:
        return (0x20 <= code < 0x7F or code >= 0xA0 or character == "\n") and code != 0xAD
    return character in _NARROW_SIGNS or any(first <= code <= last for first, last in _NARROW_RANGES)


def wrap(text: str, width: int, start: int = 0, end: int | None = None) -> list[Line]:
    """Lines of `text[start:end]` as `[start, end)` offsets, each at most `width` cells wide.

    Breaks fall at white space and after `-`, `—` and `/`, though not within a figure; a longer word is cut. White
    space at a break belongs to no line. A line break inside the text counts as a space.
    """
    end = len(text) if end is None else end
    width = max(width, 1)
    piece = text[start:end]
    if is_narrow(piece):
        return [(start + m.start(), start + m.end()) for m in _narrow_lines(width).finditer(piece)]
    return [(start + a, start + b) for a, b in _wide_lines(piece, width)]


def _wide_lines(text: str, width: int) -> Iterator[Line]:
    begin = stop = 0
    for match in _pieces().finditer(text):
        if match[0].isspace():
            if begin == stop:
                begin = stop = match.end()
            continue
        if begin == stop:
            begin = match.start()
        if cell_len(text[begin : match.end()]) > width and stop > begin:
            yield begin, stop
            begin = match.start()
        stop = match.end()
        while cell_len(text[begin:stop]) > width:
            cut = _cut(text, begin, stop, width)
            yield begin, cut
            begin = cut
    if stop > begin:
        yield begin, stop


def _cut(text: str, start: int, end: int, width: int) -> int:
    """The largest offset up to which the text fits; at least one character is taken."""
    low, high = start + 1, end
    while low < high:
        middle = (low + high + 1) // 2
        if cell_len(text[start:middle]) <= width:
            low = middle
        else:
            high = middle - 1
    return low
