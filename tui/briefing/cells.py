"""How many terminal cells a text takes, by Unicode's East Asian Width (UAX #11)."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


def width(text: str) -> int:
    """The cells `text` takes: wide and full-width characters two, combining and format characters none."""
    return len(text) if text.isascii() else sum(map(_width_of, text))


@lru_cache(maxsize=4096)
def _width_of(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def head(text: str, cells: int) -> str:
    """The longest beginning of `text` that fits into `cells`."""
    if text.isascii():
        return text[:cells]
    used = 0
    for index, character in enumerate(text):
        used += _width_of(character)
        if used > cells:
            return text[:index]
    return text


def tail(text: str, cells: int) -> str:
    """The longest ending of `text` that fits into `cells`."""
    used = 0
    for index in range(len(text) - 1, -1, -1):
        used += _width_of(text[index])
        if used > cells:
            return text[index + 1 :]
    return text
