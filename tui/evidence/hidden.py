"""Negations that an ellipsis hides: "will … leave" is no quotation of "will not leave"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tui.evidence import lexicon
from tui.evidence.exact import Place
from tui.evidence.model import Change
from tui.evidence.prepared import Prepared
from tui.evidence.quoted import Quoted
from tui.evidence.words import Word, words


def hidden(prepared: Prepared, quote: Quoted, chain: Sequence[Place]) -> tuple[Change, ...]:
    """The negations left out right after a part or right before the next; `chain` are the parts' places."""
    found = []
    for (before, after), part in zip(pairwise(chain), quote.parts[1:], strict=False):
        span_in_quote = quote.normal.span(part.start, part.start)
        for word in _outermost(words(prepared.text, before.end, after.start)):
            if word.text in lexicon.members("negation"):
                span = prepared.span(word.start, word.end)
                found.append(Change("negation", "", prepared.original[slice(*span)], span_in_quote, span))
    return tuple(found)


def _outermost(left_out: list[Word]) -> list[Word]:
    return left_out[:1] + left_out[1:][-1:]
