"""Where in a document a quotation could stand: places voted for by its rare words, then by short runs of letters."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import log2
from typing import NamedTuple

from tui.evidence.prepared import Prepared
from tui.evidence.words import Word

# More places than this say little about where a quotation stands and cost time to visit.
_COMMON = 64
_VISITS = 400
_WORD_CLUES = 8
_FEW = 20.0

# What one common word and a run of letters say: a quotation cannot be placed by less.
_LEAST = 15.0

# In a text up to this size: the length of a run of letters, and how many are tried. In a long one runs of `_INSIDE`
# letters are looked for in its vocabulary first: that is a tenth of it and less.
_GRAMS = ((20_000, 4, 24), (200_000, 6, 24), (sys.maxsize, 8, 10))
_LONG = 200_000
_INSIDE, _INSIDE_MOST = 5, 24
_WINDOWS = 4
_RIVALS = 12
_LETTERS = 12_000
_SLACK = 240


class Window(NamedTuple):
    """`[start, end)` of the levelled text; `votes` bits of evidence say the quotation begins in `[at, until]`."""

    start: int
    end: int
    at: int
    until: int
    votes: float


class _Clue(NamedTuple):
    """What speaks for a place: any of `needles`, each with how far behind the quotation's beginning it stands."""

    needles: Sequence[tuple[str, int]]
    bits: float
    whole: bool


def windows(
    prepared: Prepared, quote: str, sought: Sequence[Word], low: int = 0, high: int | None = None
) -> list[Window]:
    """The windows likeliest in `[low, high)` for `sought`, words of the levelled `quote`, best first."""
    if not sought:
        return []
    stop = len(prepared.text) if high is None else high
    least = _LEAST if high is None else 0.0
    base, length = sought[0].start, sought[-1].end - sought[0].start
    clues = list(_rare_words(prepared, quote, sought))
    if len(clues) < 3:
        clues += _phrases(quote, sought)
    found = _vote(prepared, clues, length, low, stop, least)
    expected = sum(prepared.bits(word.text) for word in sought)
    if _weak(found, min(expected, sum(clue.bits for clue in clues))):
        wanted, size = quote[base : base + length], stop - low
        clues += _grams(wanted, size) if size <= _LONG else _damaged(prepared, quote, sought)
        found = _vote(prepared, clues, length, low, stop, least)
        if not found and size > _LONG:
            found = _vote(prepared, [*clues, *_grams(wanted, size)], length, low, stop, least)
    return found


def _weak(found: Sequence[Window], possible: float) -> bool:
    """Whether the votes name no place, or too many alike."""
    if not found or found[0].votes < max(_FEW, 0.3 * possible):
        return True
    return sum(window.votes > 0.7 * found[0].votes for window in found) >= _WINDOWS


def _rare_words(prepared: Prepared, quote: str, sought: Sequence[Word]) -> Iterator[_Clue]:
    """The rarest words of the quotation that the document has at all; those it says twice point nowhere."""
    times = Counter(word.text for word in sought)
    once = [(quote[w.start : w.end], w.start - sought[0].start) for w in sought if times[w.text] == 1]
    rare = sorted((df, at, text) for text, at in once if 0 < (df := prepared.vocabulary[text]) <= _COMMON)
    for _, at, text in rare[:_WORD_CLUES]:
        yield _Clue([(text, at)], prepared.bits(text), whole=True)


def _phrases(quote: str, sought: Sequence[Word]) -> Iterator[_Clue]:
    """Runs of three words, for a quotation that has only common ones."""
    step = max(1, len(sought) // _WORD_CLUES)
    for i in range(0, len(sought) - 2, step):
        run = quote[sought[i].start : sought[i + 2].end]
        yield _Clue([(run, sought[i].start - sought[0].start)], 15.0, whole=False)


def _grams(wanted: str, size: int) -> Iterator[_Clue]:
    """Runs of letters, for a quotation whose words are damaged; longer ones where the text is long."""
    length, most = next((length, most) for limit, length, most in _GRAMS if size <= limit)
    step = max(2, len(wanted) // most)
    for at in range(0, len(wanted) - length + 1, step):
        yield _Clue([(wanted[at : at + length], at)], 1.5 * length, whole=False)


def _damaged(prepared: Prepared, quote: str, sought: Sequence[Word]) -> Iterator[_Clue]:
    """Rare words of the document that share a run of letters with a word that it does not have."""
    strange = [word for word in sought if not prepared.vocabulary[quote[word.start : word.end]]]
    runs = [at for word in strange for at in range(word.start, word.end - _INSIDE + 1)]
    for at in runs[:: 1 + len(runs) // _INSIDE_MOST]:
        run = quote[at : at + _INSIDE]
        meant = prepared.words_with(run, _COMMON)
        if meant:
            needles = [(one, at - one.index(run) - sought[0].start) for one in meant]
            yield _Clue(needles, max(map(prepared.bits, meant)) - log2(len(meant)), whole=True)


def _vote(prepared: Prepared, clues: Iterable[_Clue], length: int, low: int, high: int, least: float) -> list[Window]:
    """Gathers the clues' places that agree, within a tolerance, on where the quotation begins."""
    hits = sorted(
        (at - offset, n, clue.bits)
        for n, clue in enumerate(clues)
        for needle, offset in clue.needles
        for at in _visit(prepared, needle, clue.whole, low, high)
    )
    slack = min(_SLACK, 40 + length // 4)
    heaps: list[tuple[float, int, int]] = []
    counts: dict[int, int] = {}
    first, votes = 0, 0.0
    for at, n, bits in hits:
        votes += 0.0 if counts.get(n) else bits
        counts[n] = counts.get(n, 0) + 1
        while at - hits[first][0] > slack:
            gone = hits[first]
            counts[gone[1]] -= 1
            votes -= 0.0 if counts[gone[1]] else gone[2]
            first += 1
        if votes >= least:
            heaps.append((votes, hits[first][0], at))
    return _apart(heaps, length, slack, low, high)


def _visit(prepared: Prepared, needle: str, whole: bool, low: int, high: int) -> Iterator[int]:
    """Where the needle stands in `[low, high)`, no word having more letters there if it is a `whole` word."""
    text, size, left = prepared.text, len(needle), _VISITS
    for start, end in prepared.stretches(needle) if whole else [(low, high)]:
        at, end = text.find(needle, max(low, start), min(high, end)), min(high, end)
        while at >= 0 and left:
            if not whole or not (text[at - 1 : at].isalnum() or text[at + size : at + size + 1].isalnum()):
                yield at
            at, left = text.find(needle, at + 1, end), left - 1


def _apart(heaps: list[tuple[float, int, int]], length: int, slack: int, low: int, high: int) -> list[Window]:
    """The best heaps that do not claim the same place, as windows wide enough for the whole quotation."""
    found: list[Window] = []
    for votes, begin, end in sorted(heaps, key=lambda heap: (-heap[0], heap[1])):
        share = votes / found[0].votes if found else 1.0
        most = min(_RIVALS if share > 0.9 else _WINDOWS, 1 + _LETTERS // length)
        if len(found) >= most or share < 0.4:
            break
        if all(abs(begin - other.at) > slack for other in found):
            found.append(Window(max(low, begin - slack), min(high, end + length + slack), begin, end, votes))
    return found
