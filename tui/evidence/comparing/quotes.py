"""Quotations in the articles have a channel of their own: the same words spoken, given in two wordings."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations, pairwise
from typing import NamedTuple

from tui.documents.model import Span
from tui.evidence.comparing.found import Found, side
from tui.evidence.comparing.polarity import negates
from tui.evidence.comparing.scoring import Match, Scale
from tui.evidence.comparing.sentences import Sentence

# Straight and curly marks are mixed in the wild; a quotation left open ends with its paragraph.
_QUOTED = re.compile(
    r"[“\"]([^“”\"\n]{12,2000})(?:[”\"]|(?=\n|$))|«([^«»\n]{12,2000})»|(?<!\w)‘([^‘\n]{12,600}?)’(?!\w)"
)
# A quotation of so many words needs fewer that tell something: "My hands were calm, my knees were not".
_WORDS, _FEW_WORDS, _TOKENS = 4, 1, 6
_FEW_RUN = 2  # aligned words with which two quotations have to agree in their small words as well
_ORDERED = 0.7
_TAIL = 6
_ALIKE, _FEW_ALIKE = 0.7, 0.75
_SURE, _LIKELY, _LIKELY_WORDS = 0.65, 0.5, 4


class QuotePair(NamedTuple):
    """Two quoted runs of words that are one utterance, with the aligned words in order; `score` in 0..1."""

    a: Sentence
    b: Sentence
    matches: tuple[Match, ...]
    score: float


def quoted(here: Sequence[Sentence]) -> list[Sentence]:
    """The quotations of one document with at least four content words, or one among six, each as a passage.

    A quotation that runs over several passages is cut where they are; `number` and `passage` are those it stands in.
    """
    if not here:
        return []
    spans = [Span(*match.span(match.lastindex or 0)) for match in _QUOTED.finditer(here[0].text)]
    starts = [span.start for span in spans]
    found = []
    for sentence in here:
        first = max(0, bisect_left(starts, sentence.span.start) - 1)
        for span in spans[first : bisect_left(starts, sentence.span.end)]:
            inside = tuple(token for token in sentence.tokens if span.start <= token.start and token.end <= span.end)
            words = sum(token.content for token in inside)
            if words >= (_FEW_WORDS if len(inside) >= _TOKENS else _WORDS):
                place = Span(inside[0].start, inside[-1].end)
                found.append(
                    Sentence(sentence.number, sentence.document, sentence.passage, sentence.text, place, inside)
                )
    return found


def quote_pairs(pool: Sequence[Sequence[Sentence]], scale: Scale) -> Iterator[QuotePair]:
    """All quotations of different documents that are one utterance."""
    quotations = [quoted(here) for here in pool]
    for here, there in combinations(quotations, 2):
        for a in here:
            for b in there:
                if not a.where.keys().isdisjoint(b.where) and (pair := _paired(a, b, scale)):
                    yield pair


def _paired(a: Sentence, b: Sentence, scale: Scale) -> QuotePair | None:
    found = sorted(scale.matches(a, b))
    run = increasing(found)
    if not run or len(run) < _ORDERED * len(found):
        return None
    if len(run) <= _FEW_RUN:
        return QuotePair(a, b, tuple(run), alike) if (alike := _alike(a, b)) >= _FEW_ALIKE else None
    shorter = min(sum(scale.weights[word] for word in quotation.where) for quotation in (a, b))
    score = sum(match.weight for match in run) / shorter if shorter else 0.0
    if score >= _SURE or (score >= _LIKELY and (len(run) >= _LIKELY_WORDS or _alike(a, b) >= _ALIKE)):
        return QuotePair(a, b, tuple(run), min(1.0, score))
    return None


def _alike(a: Sentence, b: Sentence) -> float:
    """How far the two agree word by word, small words counted: "cannot sell them, hang them or love them"; 0..1."""
    one, other = ([token.form for token in quotation.tokens] for quotation in (a, b))
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def increasing(found: Sequence[Match]) -> list[Match]:
    """The longest run of matches that keeps the order on both sides (Schensted 1961); `found` is sorted by `a`."""
    ends: list[int] = []
    tails: list[int] = []
    before: list[int] = []
    for index, match in enumerate(found):
        at = bisect_left(ends, match.b)
        before.append(tails[at - 1] if at else -1)
        ends[at : at + 1], tails[at : at + 1] = [match.b], [index]
    run, index = [], tails[-1] if tails else -1
    while index >= 0:
        run.append(found[index])
        index = before[index]
    return run[::-1]


def variants(pairs: Sequence[QuotePair]) -> Iterator[Found]:
    """Utterances whose words between the first and the last common ones differ, other than in small words."""
    for pair in pairs:
        ends = _varied(pair)
        if ends is not None:
            sides = side(pair.a, *ends[0]), side(pair.b, *ends[1])
            words = " ".join(sides[0].value.split()[:6])
            yield Found("variant", f"quotation: {words} …", "quotation", sides, 1.0 + pair.score)


def _varied(pair: QuotePair) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """First and last common token on each side where what lies between differs; None where it does not.

    A few words at the beginning or the end of both quotations that differ are taken in.
    """
    one, other = ([token.form for token in quotation.tokens] for quotation in (pair.a, pair.b))
    blocks = [
        block
        for block in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
        if block.size > 1 or any(token.content for token in pair.a.tokens[block.a : block.a + block.size])
    ]
    if not blocks:
        return None
    first, last = (blocks[0].a, blocks[0].b), (blocks[-1].a + blocks[-1].size, blocks[-1].b + blocks[-1].size)
    rests = len(one) - last[0], len(other) - last[1]
    starts = (0, 0) if _both_short(first) and _both_telling(pair, (0, 0), first) else first
    stops = (len(one), len(other)) if _both_short(rests) and _both_telling(pair, last, (len(one), len(other))) else last
    differs = (starts, stops) != (first, last) or any(
        _telling(pair.a, before.a + before.size, after.a) or _telling(pair.b, before.b + before.size, after.b)
        for before, after in pairwise(blocks)
    )
    return ((starts[0], stops[0] - 1), (starts[1], stops[1] - 1)) if differs else None


def _both_short(lengths: tuple[int, int]) -> bool:
    return all(0 < length <= _TAIL for length in lengths)


def _both_telling(pair: QuotePair, starts: tuple[int, int], stops: tuple[int, int]) -> bool:
    return _telling(pair.a, starts[0], stops[0]) and _telling(pair.b, starts[1], stops[1])


def _telling(quotation: Sentence, start: int, stop: int) -> bool:
    """Whether tokens `start` to `stop` hold a word that counts, or a denial."""
    return any(token.content or negates(token.low) for token in quotation.tokens[start:stop])
