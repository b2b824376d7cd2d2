"""HTML character references → characters, before cleaning, so that `&#27;` cannot slip in behind it."""

from __future__ import annotations

import re
from typing import Final

# Only with the semicolon: without it `&copy=2` inside an address would be taken for a sign.
_REFERENCE: Final = re.compile(r"&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));")
_LINE_ENDS: Final = frozenset("\n\r\x85\u2028\u2029")


def decode_entities(text: str) -> tuple[str, int]:
    """`text` with its references resolved once, and how many there were.

    Source: HTML Standard, 13.2.5.72 ff. Unlike a browser, references to control characters give that character
    (cleaning shows it), and none gives a line end, so line numbers stay those of the article.
    """
    if "&" not in text:
        return text, 0
    found = 0

    def resolve(match: re.Match[str]) -> str:
        nonlocal found
        value = _value(match)
        if value is None:
            return match[0]
        found += 1
        return " " if value in _LINE_ENDS else value

    return _REFERENCE.sub(resolve, text), found


def _value(match: re.Match[str]) -> str | None:
    from html import unescape  # 250 kB of names, for the few articles that hold references
    from html.entities import html5

    decimal, hexadecimal, name = match.groups()
    if name:
        return html5.get(name + ";")
    code = int(decimal) if decimal else int(hexadecimal, 16)
    if 0x80 <= code <= 0x9F or code > 0x10FFFF:
        return unescape(match[0])
    return chr(code)
