"""Words between quotation marks that cannot be taken for the words' own."""

from __future__ import annotations

_PAIRS = (("“", "”", '“”„‟"'), ("‘", "’", "‘’‚‛'"), ("«", "»", ""))


def quoted(words: str) -> str:
    """`words` between “ and ”, or where they begin or end with such a mark of their own, between ‘ and ’.

    The words stay as they are: `‘“restructured” into a headquarters’` says which marks are the source's. Where they
    begin or end with a mark of both kinds, « and » stand around them.
    """
    edges = {words[:1], words[-1:]}
    opening, closing = next((left, right) for left, right, alike in _PAIRS if edges.isdisjoint(alike))
    return f"{opening}{words}{closing}"
