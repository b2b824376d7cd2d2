"""Which words letter noise fell on: what no reader can tell from another word is no slip to be forgiven."""

from __future__ import annotations

import re

from tui.documents.model import Span
from tui.evidence import lexicon

# What the noise of a quotation touched, the gravest first; a case counts once, by the gravest.
KINDS = ("a name or number", "made another word", "a word no list knows", "common words only")
_CORE = re.compile(r"\w(?:.*\w)?", re.DOTALL)
_STOP = re.compile(r"[.?!:][\"'”’)\]]*$")


def touched(quote: str, true: str) -> tuple[str, tuple[Span, ...]]:
    """The kind of a noisy `quote` of the words `true`, and where its damaged words stand.

    Both have the same spaces, so their words pair one to one.
    """
    kinds: set[str] = set()
    spans: list[Span] = []
    before = ""
    for slip, word in zip(re.finditer(r"\S+", quote), true.split(), strict=True):
        if slip.group() != word:
            spans.append(Span(*slip.span()))
            kinds.add(_kind(_core(slip.group()), _core(word), opening=not before or bool(_STOP.search(before))))
        before = word
    return next((kind for kind in KINDS if kind in kinds), KINDS[-1]), tuple(spans)


def _core(word: str) -> str:
    found = _CORE.search(word)
    return found.group() if found else word


def _kind(slip: str, word: str, *, opening: bool) -> str:
    common = word.lower() in lexicon.words()
    if (
        any(c.isdigit() for c in word)
        or (word[:1].isupper() and not (opening and common))
        or word[1:] != word[1:].lower()
    ):
        return KINDS[0]
    if slip.lower() in lexicon.words() or slip.lower() in lexicon.names() or slip.lower() in lexicon.terms():
        return KINDS[1]
    return KINDS[3] if common else KINDS[2]
