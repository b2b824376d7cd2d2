"""Where sentences begin: a capital there tells nothing of the word."""

from __future__ import annotations

import re

# An item of a list.
_BULLET = re.compile(r"\n *[-*•]\s*$")

# A point that ends no sentence, before a name.
_ABBREVIATED = re.compile(r"\b(?:Mrs?|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Col|Lt|Capt|Sgt|Maj|Adm|St|Hon|[A-Z])\.\s*$")


def begins_sentence(text: str, start: int) -> bool:
    """Whether the word at `start` begins a sentence, a quotation inside one, an item of a list or the text."""
    before = text[max(0, start - 4) : start]
    bare = before.rstrip(" \"'“”‘’«»([")
    if _ABBREVIATED.search(text[max(0, start - 8) : start]):
        return False
    return not bare or before[-1] in "\"'“‘«([" or bare[-1] in ".!?:\n—" or bool(_BULLET.search(before))
