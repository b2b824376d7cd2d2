"""What a verified quotation's ellipsis leaves out deep inside that turns round or binds what follows it.

A denial right at a gap's edges is a change of the quotation (see `hidden`); one further inside, or a condition, is
worth a look: "we … support" out of "we said at the time that we would never, whatever they offer, support".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from tui.documents.model import Document, Span
from tui.evidence import lexicon
from tui.evidence.cut import turns
from tui.evidence.ellipsis import chains
from tui.evidence.exact import Place
from tui.evidence.prepared import Prepared, prepare
from tui.evidence.quoted import quoted
from tui.evidence.words import Word, words

# A denial further from what follows has mostly done with it.
_REACH = 12
_STOP = re.compile(r"[.!?;:。！？؟।][\"')\]]*(?=\s|$)|[。！？]")
_COMMA = re.compile(r"[,،、，]")


class LeftOut(NamedTuple):
    """The word that a gap leaves out, and where it stands in the document."""

    word: str
    span: Span


def left_out(document: Document, quote: str, span: Span) -> tuple[LeftOut, ...]:
    """The last denial or condition in each gap of `quote`, placed word for word at `span`, that governs what follows.

    It stands in one sentence with what follows, no conjunction or new clause between: as many commas open there as
    close. None for a quotation without gaps, or with slips.
    """
    sought = quoted(quote)
    if len(sought.parts) < 2:
        return ()
    prepared = prepare(document)
    runs = chains(prepared.text, [sought.text[slice(*part)].strip() for part in sought.parts])
    chain = next((run for run in runs if prepared.span(run[0].start, run[-1].end) == span), ())
    found = [word for before, after in pairwise(chain) for word in _governing(prepared, before, after)]
    spans = [prepared.span(word.start, word.end) for word in found]
    return tuple(LeftOut(document.text[slice(*one)], one) for one in spans)


def _governing(prepared: Prepared, before: Place, after: Place) -> Iterator[Word]:
    text = prepared.text
    stops = [stop.end() for stop in _STOP.finditer(text, before.end, after.start)]
    gap = words(text, stops[-1] if stops else before.end, after.start)
    for back, word in enumerate(reversed(gap)):
        if word.text in lexicon.members("clause") or back > _REACH:
            return
        commas = len(_COMMA.findall(text, word.end, after.start))
        if turns(text, word) and commas % 2 == 0:
            yield word
            return
        if word.text in lexicon.members("condition") and not stops:
            yield word
            return
