"""The short forms in a batch of passages: what `tui.search.acronyms` learns, told from arrays."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from tui.search.acronyms import LONGEST, LONGEST_RUN, SHORTEST, SMALL, Long, abbreviations, given, is_short, spelt_by
from tui.search.library.batch import Batch
from tui.search.library.chunks import join, places
from tui.search.library.dictionary import Dictionary

_BRACKET = re.compile(r"\([^()]+\)")
Learned = Mapping[tuple[str, Long], int]


def brackets(dictionary: Dictionary, batch: Batch) -> Learned:
    """Short forms in brackets, each with the numbers of the words before it that spell it, and how often."""
    found: Counter[tuple[str, Long]] = Counter()
    words, first = dictionary.words.texts, batch.first
    for token in _in_brackets(dictionary, batch):
        begin = max(int(first[batch.passages[token]]), token - LONGEST_RUN)
        before, short = batch.words[begin:token].tolist(), words[int(batch.words[token])]
        if (spelt := spelt_by(short, [words[word] for word in before])) is not None:
            found[short, tuple(before[spelt.start : spelt.stop])] += 1
    return found


def _in_brackets(dictionary: Dictionary, batch: Batch) -> Iterator[int]:
    """The tokens that stand in brackets alone and may be short forms."""
    numbers = np.flatnonzero(np.bincount(batch.chunks))
    texts = zip(numbers.tolist(), dictionary.chunks.texts(numbers), strict=True)
    likely = [(number, text) for number, text in texts if "(" in text]  # a fifth of the time of the expression
    places = {number: _bracketed(text) for number, text in likely if _BRACKET.search(text)}
    wanted = np.zeros(len(dictionary.chunks), bool)
    wanted[[number for number, tokens in places.items() if tokens]] = True
    for at in np.flatnonzero(wanted[batch.chunks]).tolist():
        first = int(batch.tokens[at])
        yield from (first + token for token in places[int(batch.chunks[at])])


def _bracketed(chunk: str) -> list[int]:
    """Which words of a chunk stand in brackets alone and may be short forms."""
    text, before = join([chunk])
    return [
        token for token, (start, end) in enumerate(places(text, before))
        if text[start - 1 : start] == "(" and text[end : end + 1] == ")" and is_short(text[start:end])
    ]  # fmt: skip


def initials(dictionary: Dictionary, batch: Batch) -> Learned:
    """The initials of runs of capitalised words, each with the numbers of the words, and how often."""
    words, of_form = dictionary.words.texts, dictionary.word_of_form
    small = {dictionary.words[word] for word in SMALL if word in dictionary.words}
    used = np.flatnonzero((np.bincount(batch.forms, minlength=len(dictionary.spellings)) > 0) & dictionary.capitals())
    letters = {form: given(dictionary.spellings[form], words[of_form[form]]) for form in used.tolist()}
    found: dict[tuple[str, Long], int] = {}
    pairs, runs = _runs(batch, [form for form, given in letters.items() if given], small)
    for run, n in runs.items():
        forms = np.frombuffer(run, np.uint32).tolist()
        for each in abbreviations([(of_form[f], letters.get(f, "")) for f in forms], words, small):
            found[each] = found.get(each, 0) + n
    for left, right, n in pairs:  # most runs are two words
        first, second, short = of_form[left], of_form[right], letters[left] + letters.get(right, "")
        if first not in small and second not in small and SHORTEST <= len(short) <= LONGEST:
            each = short, (first, second)
            found[each] = found.get(each, 0) + n
    return found


def _runs(batch: Batch, capital: list[int], small: set[int]) -> tuple[Iterator[tuple[int, int, int]], Counter[bytes]]:
    """The different runs of capitalised forms, small words in between, and how often each is: those of two, longer."""
    capitals, inside = _flags(batch.forms, capital), _flags(batch.words, list(small))
    inside |= capitals
    begins = np.zeros(len(inside), bool)
    begins[batch.first[:-1][np.diff(batch.first) > 0]] = True  # no run goes on from one passage to the next
    edge = inside & (begins | ~np.concatenate([[False], inside[:-1]])[: len(inside)])
    start = np.flatnonzero(edge)
    ends = np.flatnonzero(inside & np.concatenate([~inside[1:] | begins[1:], [True]])[: len(inside)]) + 1
    capital_at = np.concatenate([np.flatnonzero(capitals), [len(inside)]])
    start = capital_at[np.searchsorted(capital_at, start)]
    two, more = start[ends - start == 2], ends - start > 2
    ends, start = np.minimum(ends, start + LONGEST_RUN)[more].tolist(), start[more].tolist()
    raw = batch.forms.tobytes()
    pairs, counts = np.unique(
        batch.forms[two].astype(np.uint64) << np.uint64(32) | batch.forms[two + 1], return_counts=True
    )
    each = zip((pairs >> np.uint64(32)).tolist(), pairs.astype(np.uint32).tolist(), counts.tolist(), strict=True)
    return each, Counter(raw[4 * low : 4 * high] for low, high in zip(start, ends, strict=True))


def _flags(numbers: NDArray[np.uint32], wanted: list[int]) -> NDArray[np.bool_]:
    flags = np.zeros(max(int(numbers.max(initial=0)), max(wanted, default=0)) + 1, bool)
    flags[wanted] = True
    return flags[numbers]
