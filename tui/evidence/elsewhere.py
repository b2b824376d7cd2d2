"""What of a quotation does not stand where the rest was placed: words its document has elsewhere, or has not at all.

A splice of two sentences that both stand in the source is another fault than an invented sentence, and is told so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tui.documents.model import Span
from tui.evidence.align import Step
from tui.evidence.candidates import windows
from tui.evidence.exact import Place, places
from tui.evidence.fit import Fit, fit
from tui.evidence.joints import JOINED
from tui.evidence.model import Change
from tui.evidence.prepared import Prepared
from tui.evidence.quoted import Quoted
from tui.evidence.words import Word

# What so few words, or words that say so little, have elsewhere is a coincidence.
_LEAST_WORDS, _LEAST_BITS = 3, 15.0

# Words left over that are looked for; more of them are told as they are.
_MOST = 200
_STOP = re.compile(r"[.!?;:。！？]|\.\.\.")

# Words of the quotation in a row, and the place of the levelled text that has them, or None.
_Run = tuple[Sequence[Word], Place | None]


def left_over(prepared: Prepared, quote: Quoted, chain: Sequence[Fit], place: Place) -> list[Change]:
    """The quotation's words before and after what was placed, each run of them with the place that has it elsewhere.

    All are `added`: with `found` and its span where they stand elsewhere in the document, else with none, at `place`.
    """
    first = chain[0].quoted[chain[0].steps[0].quoted].start
    last = chain[-1].quoted[chain[-1].steps[-1].quoted_end - 1].end
    all_words = quote.words_of(Span(0, len(quote.text)), prepared.vocabulary)
    told = []
    for outside, at in (
        ([word for word in all_words if word.end <= first], place.start),
        ([word for word in all_words if word.start >= last], place.end),
    ):
        told += [_change(prepared, quote, run, at) for run in _merged(_runs(prepared, quote, outside, at))]
    return told


def _change(prepared: Prepared, quote: Quoted, run: _Run, at: int) -> Change:
    outside, found = run
    quoted_span, span = quote.normal.span(outside[0].start, outside[-1].end), prepared.span(*(found or (at, at)))
    return Change("added", quote.written[slice(*quoted_span)], prepared.original[slice(*span)], quoted_span, span)


def _merged(runs: Iterator[_Run]) -> list[_Run]:
    """The runs, neighbours that stand nowhere being one."""
    merged: list[_Run] = []
    for run, found in runs:
        if merged and found is None and merged[-1][1] is None:
            merged[-1] = [*merged[-1][0], *run], None
        else:
            merged.append((run, found))
    return merged


def _runs(prepared: Prepared, quote: Quoted, outside: Sequence[Word], at: int) -> Iterator[_Run]:
    """The words as one where they stand together, else sentence by sentence."""
    sought, rest = outside[:_MOST], outside[_MOST:]
    if found := _together(prepared, quote, sought, at):
        yield sought, found
    else:
        for sentence in _sentences(quote, sought):
            yield from _of_sentence(prepared, quote, sentence, at)
    if rest:
        yield rest, None


def _sentences(quote: Quoted, outside: Sequence[Word]) -> Iterator[Sequence[Word]]:
    begin = 0
    for i in range(1, len(outside) + 1):
        if i == len(outside) or _STOP.search(quote.text, outside[i - 1].end, outside[i].start):
            yield outside[begin:i]
            begin = i


def _of_sentence(prepared: Prepared, quote: Quoted, sentence: Sequence[Word], at: int) -> Iterator[_Run]:
    """Its longest run of words that stands together, and what is left on both sides of that."""
    if found := _together(prepared, quote, sentence, at):
        yield sentence, found
        return
    begin, end, place = _longest(prepared, quote, sentence)
    if place is None:
        yield sentence, None
        return
    if begin:
        yield sentence[:begin], None
    yield sentence[begin:end], place
    if end < len(sentence):
        yield sentence[end:], None


def _together(prepared: Prepared, quote: Quoted, run: Sequence[Word], at: int) -> Place | None:
    """The place nearest to `at` that has all words of the run."""
    if not _says(prepared, run):
        return None
    return min(
        places(prepared.text, quote.text[run[0].start : run[-1].end]),
        key=lambda one: abs(one.start - at),
        default=None,
    )


def _longest(prepared: Prepared, quote: Quoted, run: Sequence[Word]) -> tuple[int, int, Place | None]:
    """`[begin, end)` of the words that stand together at the place which fits the run best, and where."""
    if not _says(prepared, run):
        return 0, 0, None
    fits = [one for window in windows(prepared, quote.text, run) if (one := fit(prepared, quote.text, run, window))]
    best = max(fits, key=lambda one: one.bits, default=None)
    together = max(_alike(best.steps), key=len, default=[]) if best else []
    if not best or not together or not _says(prepared, run[together[0].quoted : together[-1].quoted_end]):
        return 0, 0, None
    begin, end = together[0], together[-1]
    return begin.quoted, end.quoted_end, Place(best.found[begin.found].start, best.found[end.found_end - 1].end)


def _alike(steps: Sequence[Step]) -> Iterator[list[Step]]:
    """The steps in a row that differ in nothing."""
    run: list[Step] = []
    for step in steps:
        if step.cost <= JOINED:
            run.append(step)
        else:
            yield run
            run = []
    yield run


def _says(prepared: Prepared, run: Sequence[Word]) -> bool:
    return len(run) >= _LEAST_WORDS and sum(prepared.bits(word.text) for word in run) >= _LEAST_BITS
