"""Placing a quotation that stands nowhere word for word: the best fit of its words, part by part."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tui.documents.model import Span
from tui.evidence.asked import asked
from tui.evidence.candidates import windows
from tui.evidence.capitals import Pair, exchanged
from tui.evidence.context import Context
from tui.evidence.cut import cut_off
from tui.evidence.edges import whole_word, with_marks
from tui.evidence.ellipsis import REACH, reach
from tui.evidence.elsewhere import left_over
from tui.evidence.exact import Place, Placed, places
from tui.evidence.fit import Fit, fit, word_for_word
from tui.evidence.hidden import hidden
from tui.evidence.model import Change
from tui.evidence.prepared import Prepared
from tui.evidence.quoted import Quoted
from tui.evidence.verdict import changes
from tui.evidence.words import Word

# Longer ones are compared up to here; what lies beyond makes them partial at best.
_MOST_WORDS = 1_200

# Of a quotation with gaps, so much must stand together before its place is worth naming.
_PART = 0.4

# Places of the main part that are tried; the best of them is nearly always the first.
_CHAINS = 4

# Words a reach of text has: so many places could a part of a quotation begin at beside the part before it.
_NEARBY = REACH // 6


def approximate(prepared: Prepared, quote: Quoted, around: Context) -> list[Placed]:
    """The places where the quotation could stand, the one that needs fewest changes first."""
    sought = [quote.words_of(part, prepared.vocabulary) for part in quote.parts]
    pieces = [words[:_MOST_WORDS] for words in sought if words]
    cut = any(len(words) > _MOST_WORDS for words in sought)
    found: list[Placed] = []
    if len(pieces) > 1:
        chain = _chain(prepared, quote, pieces)
        if sum(len(one.quoted) for one in chain) >= _PART * sum(map(len, pieces)):
            found.append(_placed(prepared, quote, chain, len(chain) == len(pieces) and not cut))
        pieces = [[word for piece in pieces for word in piece][:_MOST_WORDS]]
    if not (found and found[0].whole) and pieces:
        fits = _apart(_fits(prepared, quote, pieces[0], around))
        found = sorted(found + [_placed(prepared, quote, [one], one.whole and not cut) for one in fits], key=_rank)
    return found


def _rank(placed: Placed) -> tuple[bool, float]:
    return not placed.whole, placed.cost


def _fits(prepared: Prepared, quote: Quoted, piece: Sequence[Word], around: Context) -> list[Fit]:
    found = [
        one for window in windows(prepared, quote.text, piece) if (one := fit(prepared, quote.text, piece, window))
    ]
    return sorted(
        found, key=lambda f: (not f.whole, round(f.cost - around.fit(prepared.text, f.start, f.end), 1), f.start)
    )


def _apart(found: list[Fit]) -> list[Fit]:
    """The fits without those that overlap a better one."""
    kept: list[Fit] = []
    for one in found:
        if all(one.end <= other.start or one.start >= other.end for other in kept):
            kept.append(one)
    return kept


def _chain(prepared: Prepared, quote: Quoted, pieces: list[Sequence[Word]]) -> list[Fit]:
    """The parts' fits in order around the part that says most; only those that hang together."""
    weights = [sum(prepared.bits(word.text) for word in piece) for piece in pieces]
    main = weights.index(max(weights))
    best: list[Fit] = []
    for middle in [one for one in _fits(prepared, quote, pieces[main], Context()) if one.whole][:_CHAINS]:
        chain = [middle]
        for last, piece in pairwise(pieces[main:]):
            if (following := _after(prepared, quote, piece, chain[-1].end, _reach(last, piece))) is None:
                break
            chain.append(following)
        for last, piece in pairwise(pieces[main::-1]):
            if (before := _before(prepared, quote, piece, chain[0].start, _reach(last, piece))) is None:
                break
            chain.insert(0, before)
        best = max(best, chain, key=lambda c: (len(c), -sum(f.cost for f in c)))
    return best


def _reach(*pieces: Sequence[Word]) -> int:
    return reach(*(" ".join(word.text for word in piece) for piece in pieces))


def _after(prepared: Prepared, quote: Quoted, piece: Sequence[Word], low: int, most: int) -> Fit | None:
    """A part's first place word for word behind `low`, else its best fit there."""
    return _beside(prepared, quote, piece, low, min(len(prepared.text), low + most), first=True)


def _before(prepared: Prepared, quote: Quoted, piece: Sequence[Word], high: int, most: int) -> Fit | None:
    """A part's last place word for word before `high`, else its best fit there."""
    return _beside(prepared, quote, piece, max(0, high - most), high, first=False)


def _beside(
    prepared: Prepared, quote: Quoted, piece: Sequence[Word], low: int, high: int, *, first: bool
) -> Fit | None:
    if exact := places(prepared.text, quote.text[piece[0].start : piece[-1].end], low, high):
        return word_for_word(prepared, piece, exact[0 if first else -1])
    near = windows(prepared, quote.text, piece, low, high)
    places_near = min(_NEARBY, prepared.size)
    found = [one for window in near if (one := fit(prepared, quote.text, piece, window, places_near)) and one.whole]
    return min(found, key=lambda f: (f.cost, f.start), default=None)


def _placed(prepared: Prepared, quote: Quoted, chain: Sequence[Fit], whole: bool) -> Placed:
    told = [change for one in chain for change in changes(prepared, quote, one)]
    start, _ = with_marks(prepared.text, quote.text, chain[0])
    _, end = with_marks(prepared.text, quote.text, chain[-1])
    if (whole_start := whole_word(prepared.text, start)) < start:
        span = prepared.span(whole_start, start)
        kind = "number" if prepared.text[start].isnumeric() else "negation"
        told.append(Change(kind, "", prepared.original[slice(*span)], Span(0, 0), span))
        start = whole_start
    told += hidden(prepared, quote, [Place(one.start, one.end) for one in chain]) if whole else ()
    told += [change for one in chain for change in exchanged(prepared, quote, _equal(one))]
    told += [change for one in chain for change in asked(prepared, quote, one)]
    told += cut_off(prepared, quote, Place(chain[0].start, chain[-1].end)) if whole else ()
    told += left_over(prepared, quote, chain, Place(start, end))
    cost, bits = sum(one.cost for one in chain), sum(one.bits for one in chain)
    return Placed(Place(start, end), tuple(sorted(told, key=lambda c: c.quoted_span)), whole, cost, bits)


def _equal(fitted: Fit) -> list[Pair]:
    return [(fitted.quoted[s.quoted], fitted.found[s.found]) for s in fitted.steps if s.cost == 0.0]
