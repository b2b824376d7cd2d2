"""What a verified quotation's ellipsis leaves out deep inside that turns round what follows, and what it joins.

A denial right at a gap's edges is a change of the quotation (see `hidden`); one further inside, or a condition, is
worth a look: "we … support" out of "we said at the time that we would never, whatever they offer, support".
So is one sentence made of the words of several.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tui.documents.model import Document, Span
from tui.evidence import lexicon
from tui.evidence.cut import turns
from tui.evidence.ellipsis import chains
from tui.evidence.exact import Place
from tui.evidence.prepared import Prepared, prepare
from tui.evidence.quoted import Quoted, quoted
from tui.evidence.words import Word, words

# A denial further from what follows has mostly done with it.
_REACH = 12
_DOTS = 3  # of an ellipsis
_STOP = re.compile(r"[.!?;:。！？؟।][\"')\]]*(?=\s|$)|[。！？]")
_ENDED = re.compile(r"[.!?。！？؟।][\"')\]]*\s*$")
_COMMA = re.compile(r"[,،、，]")


class LeftOut(NamedTuple):
    """The word that a gap leaves out, and where it stands in the document."""

    word: str
    span: Span


def has_gaps(quote: str) -> bool:
    """Whether words are left out of a quotation; all on a screen are asked, so most are told by their dots alone."""
    return not (quote.isascii() and quote.count(".") < _DOTS) and len(quoted(quote).parts) > 1


def left_out(document: Document, quote: str, span: Span) -> tuple[LeftOut, ...]:
    """The last denial or condition in each gap of `quote`, placed word for word at `span`, that governs what follows.

    It stands in one sentence with what follows, no conjunction or new clause between: as many commas open there as
    close. None for a quotation without gaps, or with slips.
    """
    prepared = prepare(document)
    chain = _chain(prepared, quoted(quote), span)
    found = [word for before, after in pairwise(chain) for word in _governing(prepared, before, after)]
    spans = [prepared.span(word.start, word.end) for word in found]
    return tuple(LeftOut(document.text[slice(*one)], one) for one in spans)


def joined(document: Document, quote: str, span: Span) -> int:
    """Of how many sentences a gap of `quote`, placed word for word at `span`, makes one; 0 where none does.

    The quotation has no stop before such a gap, and behind it no beginning of a sentence with its capital.
    """
    prepared, sought = prepare(document), quoted(quote)
    chain = _chain(prepared, sought, span)
    return max((_sentences(document, prepared, sought, chain, at) for at in range(1, len(chain))), default=0)


def _sentences(document: Document, prepared: Prepared, sought: Quoted, chain: Sequence[Place], at: int) -> int:
    """How many sentences there are from the end of one part to the beginning of part `at`, 0 if they stay apart."""
    left, right = prepared.span(*chain[at - 1]), prepared.span(*chain[at])
    first, last = document.passage_at(left.end - 1), document.passage_at(right.start)
    before, after = sought.parts[at - 1], sought.parts[at]
    gap = sought.text[before.end : after.start].strip()
    ended = gap.startswith("....") or _ENDED.search(sought.text[slice(*before)])
    if first is None or last is None or first == last or ended:
        return 0
    begins = not any(map(str.isalnum, document.text[document.passages[last].start : right.start]))
    written = sought.written[sought.normal.span(after.start, after.start + 1).start :]
    return 0 if begins and written[:1] == document.text[right.start : right.start + 1] else last - first + 1


def _chain(prepared: Prepared, sought: Quoted, span: Span) -> Sequence[Place]:
    """The places of the quotation's parts, word for word, that fill `span`; none if it has one part or slips."""
    if len(sought.parts) < 2:
        return ()
    runs = chains(prepared.text, [sought.text[slice(*part)].strip() for part in sought.parts])
    return next((run for run in runs if prepared.span(run[0].start, run[-1].end) == span), ())


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
