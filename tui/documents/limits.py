"""How much Hexapla takes in before it says no; every figure may be raised by the caller."""

from __future__ import annotations

from typing import NamedTuple


class Limits(NamedTuple):
    """Bounds on untrusted input.

    `article_bytes` and `yaml_bytes` count bytes on disk; `paragraph`, `quotation` and `query` count code points
    (a longer line is cut softly into several paragraphs, its text untouched); `passages` bounds the memory a
    document may take: 500,000 passages with their paragraphs hold about 160 MB.
    """

    article_bytes: int = 20 * 2**20
    paragraph: int = 20_000
    passages: int = 500_000
    yaml_bytes: int = 2**20
    quotation: int = 2_000
    query: int = 256
