"""What an ellipsis may not hide: "will … leave" is no quotation of "will not leave"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tui.evidence import lexicon
from tui.evidence.exact import Place
from tui.evidence.model import Change
from tui.evidence.prepared import Prepared
from tui.evidence.quoted import Quoted
from tui.evidence.words import Word, words


def hidden(prepared: Prepared, quote: Quoted, chain: Sequence[Place]) -> tuple[Change, ...]:
    """What the gaps between the parts hide that turns them round; `chain` are the parts' places.

    That is a negation right after a part or right before the next, and a "million" after a number.
    """
    found = []
    for (before, after), part in zip(pairwise(chain), quote.parts[1:], strict=False):
        at = quote.normal.span(part.start, part.start)
        for kind, word in _turning(prepared.text, before, after):
            span = prepared.span(word.start, word.end)
            found.append(Change(kind, "", prepared.original[slice(*span)], at, span))
    return tuple(found)


def _turning(text: str, before: Place, after: Place) -> Iterator[tuple[str, Word]]:
    left_out = words(text, before.end, after.start)
    for word in left_out[:1] + left_out[1:][-1:]:
        if word.text in lexicon.members("denial"):
            yield "negation", word
    if (
        text[before.end - 1].isdigit()
        and left_out
        and (left_out[0].text in lexicon.members("number") | {"%", "percent"})
    ):
        yield "number", left_out[0]
