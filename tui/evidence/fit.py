"""How well a quotation fits a place: its aligned words, weighed in bits against chance.

A pair of equal words counts −log2 of the word's share of the document, a difference a fixed loss: the log-odds of
"copied from here with slips" against "some words or other" (Karlin and Altschul 1990). The best-scoring run of
steps is the part that truly stands there.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log2

from tui.evidence.align import Step, align
from tui.evidence.candidates import Window
from tui.evidence.exact import Place
from tui.evidence.joints import JOINED
from tui.evidence.outermost import with_edges
from tui.evidence.prepared import Prepared
from tui.evidence.words import Word, words

_LOSS = 4.0
_GAP = 6
_OWN = 3
_BAND = 8
_TORN = 3

# Of so many words at an end `_TORN` may not differ when the outermost does.
_FRAY = 6

# Words left out in a row that a quotation may have if it has no other difference.
_LEFT_OUT = 4
_COVERAGE = 0.6
_COST = 0.45
_PART = 0.4
_TAIL = 5.0
_PART_TAIL = 16.0

# Bits a fit must have beyond what the best of all places in the document would reach by chance. Words of a phrase
# come together, so a part of a quotation needs more before it is no coincidence.
_MARGIN = 11.0

# What a word counts that only the document has, if it has `_LEFT_OUT` of them at most; and what a figure of the
# quotation counts besides that the document has not there: so little that a place which lacks another word is as good.
_BETWEEN, _FIGURE = 0.5, 0.2
_PART_MARGIN = 28.0
_PART_WORDS = 5


@dataclass(frozen=True, slots=True)
class Fit:
    """A quotation at one place. `steps` are those that hold; `whole` when they use up the quotation.

    Steps index `quoted` and `found`, the words of both sides; `bits` is the evidence, `cost` counts differences.
    """

    quoted: Sequence[Word]
    found: Sequence[Word]
    steps: Sequence[Step]
    whole: bool
    bits: float

    @property
    def cost(self) -> float:
        """How many words differ; words of the quotation left over count in full.

        A misspelling counts in part, and so do a few words that only the document has: a place that holds all words
        quoted and some between them is likelier meant than one that lacks a word. A figure that it lacks counts more.
        """
        used = sum(step.quoted_end - step.quoted for step in self.steps)
        lacking = [self.quoted[s.quoted] for s in self.steps if s.quoted_end > s.quoted and not s.matched]
        figures = sum(any(c.isdigit() for c in word.text) for word in lacking)
        return _differing(self.steps) + _FIGURE * figures + len(self.quoted) - used

    @property
    def start(self) -> int:
        """Where the first word begins in the levelled text."""
        return self.found[self.steps[0].found].start

    @property
    def end(self) -> int:
        """Where the last word ends in the levelled text."""
        return self.found[self.steps[-1].found_end - 1].end


def fit(prepared: Prepared, text: str, quoted: Sequence[Word], window: Window, places: int | None = None) -> Fit | None:
    """The words of `text`, a levelled quotation, aligned inside `window`; None when too little of it stands there.

    `places` is how many words it could have begun at, those of the document when not said: the fewer, the less
    evidence is needed.
    """
    found = words(prepared.text, window.start, window.end)
    starts = [word.start for word in found]
    low, high = bisect_left(starts, window.at) - _BAND, bisect_left(starts, window.until) + _BAND
    steps = align(quoted, found, low, high, prepared)
    best: tuple[float, list[Step]] = (0.0, [])
    sewn = _is_sewn(steps)
    for piece in _pieces(steps, _LEFT_OUT if sewn else _GAP):
        best = max(best, _best_run(prepared, quoted, piece), key=lambda run: run[0])
    bits, run = best
    run = _trimmed(prepared, quoted, run, _TAIL)
    chance = log2(places or prepared.size)
    if not run:
        return None
    whole = with_edges(prepared, text, quoted, found, steps)
    if all(step.cost <= JOINED for step in whole):
        return Fit(quoted, found, whole, True, bits)
    if (
        not sewn
        and _holds_whole(whole, run, len(quoted))
        and sum(_bits(prepared, quoted, s) for s in whole) >= chance + _MARGIN
    ):
        return Fit(quoted, found, whole, True, bits)
    run = _trimmed(prepared, quoted, run, _PART_TAIL)
    if _matched(run) < max(_PART_WORDS, _PART * len(quoted)) or bits < chance + _PART_MARGIN:
        return None
    part = _without_signs(found, _gone_on(quoted, found, run))
    return Fit(quoted, found, part, False, bits) if part else None


def _gone_on(quoted: Sequence[Word], found: Sequence[Word], run: list[Step]) -> list[Step]:
    """The part of a quotation as far as both sides go on alike at its ends.

    Two parts that share words where they were sewn together ("sold in the old | in the old harbour") may have lost
    those of the one to the other.
    """
    i, j, k, m = run[0].quoted, run[0].found, run[-1].quoted_end, run[-1].found_end
    before: list[Step] = []
    while i and j and quoted[i - 1].text == found[j - 1].text:
        i, j = i - 1, j - 1
        before.append(Step(i, i + 1, j, j + 1, 0.0))
    after: list[Step] = []
    while k < len(quoted) and m < len(found) and quoted[k].text == found[m].text:
        after.append(Step(k, k + 1, m, m + 1, 0.0))
        k, m = k + 1, m + 1
    return [*before[::-1], *run, *after]


def _without_signs(found: Sequence[Word], part: list[Step]) -> list[Step]:
    """The part without a sign at an end whose figure lies outside it: the "€" of "€40,000", the "%" of "40%"."""
    while part and (not part[-1].matched or _parts_figure(found, part[-1].found_end)):
        part = part[:-1]
    while part and (not part[0].matched or _parts_figure(found, part[0].found)):
        part = part[1:]
    return part


def _parts_figure(found: Sequence[Word], at: int) -> bool:
    """Whether a figure and its sign adjoin at word `at`."""
    pair = found[at - 1 : at + 1] if at else ()
    if len(pair) < 2 or pair[0].end < pair[1].start:
        return False
    return any(map(_is_sign, pair)) and any(any(map(str.isdigit, word.text)) for word in pair)


def _is_sign(word: Word) -> bool:
    """Whether a word is one character and no letter or digit; the form of "%" is a longer word."""
    return word.end - word.start == 1 and (len(word.text) > 1 or not word.text.isalnum())


def _trimmed(prepared: Prepared, quoted: Sequence[Word], run: list[Step], least: float) -> list[Step]:
    """The run without outer words that only happen to agree: beyond a difference they must weigh `least` bits."""
    for _ in ("the end", "the beginning"):
        run = _without_tail(prepared, quoted, run, least)[::-1]
    return run


def _without_tail(prepared: Prepared, quoted: Sequence[Word], run: list[Step], least: float) -> list[Step]:
    tail = 0.0
    for i in range(len(run) - 1, -1, -1):
        tail += _bits(prepared, quoted, run[i])
        if not run[i].matched and tail < least:
            return _without_tail(prepared, quoted, run[:i], least)
    return run


def _matched(steps: Sequence[Step]) -> int:
    return sum(step.quoted_end - step.quoted for step in steps if step.matched)


def word_for_word(prepared: Prepared, quoted: Sequence[Word], place: Place) -> Fit:
    """The fit of a quotation that stands at `place` as it is."""
    found = words(prepared.text, place.start, place.end)
    steps = [Step(i, i + 1, i, i + 1, 0.0) for i in range(len(quoted))]
    return Fit(quoted, found, steps, True, sum(prepared.bits(word.text) for word in quoted))


def _is_sewn(steps: list[Step]) -> bool:
    """Whether many words in a row are left out and others differ besides: two places sewn together."""
    longest = row = 0
    paired = [i for i, step in enumerate(steps) if step.matched]
    inner = steps[paired[0] : paired[-1] + 1] if paired else []
    for step in inner:
        row = row + 1 if step.quoted == step.quoted_end else 0
        longest = max(longest, row)
    return longest > _LEFT_OUT and sum(not step.matched for step in steps) > longest


def _pieces(steps: list[Step], gap: int) -> Iterator[list[Step]]:
    """The steps cut where more than `gap` words in a row differ, or more than `_OWN` are the quotation's own."""
    piece: list[Step] = []
    unlike = own = 0
    for step in steps:
        unlike = 0 if step.matched else unlike + 1
        own = 0 if step.matched else own + step.quoted_end - step.quoted
        piece.append(step)
        if unlike > gap or own > _OWN:
            yield piece[:-unlike]
            piece = piece[-unlike:]
            unlike = own = 0
    yield piece


def _best_run(prepared: Prepared, quoted: Sequence[Word], steps: list[Step]) -> tuple[float, list[Step]]:
    """The run of steps with most bits; it begins and ends with alike words."""
    best, best_from, best_to = 0.0, 0, 0
    score, begin = 0.0, 0
    for i, step in enumerate(steps):
        score += _bits(prepared, quoted, step)
        if score <= 0.0:
            score, begin = 0.0, i + 1
        elif score > best:
            best, best_from, best_to = score, begin, i + 1
    return best, steps[best_from:best_to]


def _bits(prepared: Prepared, quoted: Sequence[Word], step: Step) -> float:
    if not step.matched:
        return -_LOSS
    told = sum(prepared.bits(word.text) for word in quoted[step.quoted : step.quoted_end])
    return told if step.cost == 0.0 else max(0.0, told * (1.0 - 1.5 * step.cost)) - 1.0


def _holds_whole(steps: list[Step], run: list[Step], size: int) -> bool:
    """Whether all differences, and those beside the run, are few enough to be edits of the same quotation."""
    before = [step for step in steps if step.quoted_end <= run[0].quoted]
    after = [step for step in steps if step.quoted >= run[-1].quoted_end]
    torn = max(_torn(before), _torn(after))
    if _frayed(steps) or _frayed(steps[::-1]):
        return False
    return torn < _TORN and _matched(steps) >= _COVERAGE * size and _differing(steps) <= _COST * size


def _differing(steps: Sequence[Step]) -> float:
    """How many words differ; those that only the document has count in part if they are few."""
    between = sum(step.quoted == step.quoted_end for step in steps)
    return sum(step.cost for step in steps) - (1.0 - _BETWEEN) * (between if between <= _LEFT_OUT else 0)


def _torn(side: list[Step]) -> int:
    """How many words of the quotation differ on one side of its run."""
    return sum(step.quoted_end - step.quoted for step in side if not step.matched)


def _frayed(steps: list[Step]) -> bool:
    """Whether the outermost word differs and most of the last words towards it: they are another sentence's."""
    own = [step for step in steps if step.quoted_end > step.quoted][-_FRAY:]
    return not own[-1].matched and sum(not step.matched for step in own) >= _TORN
