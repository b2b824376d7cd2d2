"""The short forms in a batch of passages: what `tui.search.acronyms` learns, told from arrays."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tui.search.acronyms import LONGEST, LONGEST_RUN, SHORTEST, SMALL, Long, given, is_short, spelt_by
from tui.search.library.batch import Batch
from tui.search.library.chunks import join, places
from tui.search.library.codes import Numbers, strung
from tui.search.library.counted import Counted, Places, added, counted
from tui.search.library.dictionary import Dictionary
from tui.search.library.formed import Numbered

_BRACKET = re.compile(r"\([^()]+\)")
_HALF = np.uint64(32)
_LONG = " " * (LONGEST + 1)  # stands for all texts too long for a short form


class Learner:
    """Learns short forms; what the capitals of forms give is asked once of each."""

    def __init__(self, dictionary: Dictionary) -> None:
        self._dictionary = dictionary
        self._texts = Numbered([""])  # beginnings of short forms
        self._sizes = np.zeros(0, np.intp)  # letters of each of these
        self._given = np.zeros(0, np.uint32)  # the text that each form gives

    def brackets(self, batch: Batch) -> Counted:
        """Short forms in brackets, each with the numbers of the words before it that spell it, and how often."""
        found: Counter[tuple[str, Long]] = Counter()
        words, first = self._dictionary.words.texts, batch.first
        for token in _in_brackets(self._dictionary, batch):
            begin = max(int(first[batch.passages[token]]), token - LONGEST_RUN)
            before, short = batch.words[begin:token].tolist(), words[int(batch.words[token])]
            if (spelt := spelt_by(short, [words[word] for word in before])) is not None:
                found[short, tuple(before[spelt.start : spelt.stop])] += 1
        return counted(found)

    def initials(self, batch: Batch) -> Counted:
        """The initials of runs of capitalised words, each with the numbers of the words, and how often.

        The same as `tui.search.acronyms.abbreviations` gives for each run.
        """
        given, known = self._gives(), self._dictionary.words
        small = _flags(len(known.texts), [known[word] for word in SMALL if word in known])
        runs = _runs(batch, given > 0, small)
        letters, is_small = given[batch.forms[runs.tokens]], small[batch.words[runs.tokens]]
        words = batch.words[runs.tokens]
        every = np.where(letters > 0, letters, self._first_letters(words, letters == 0))
        parts = list(self._beginning(runs, words, letters, every, is_small))
        return added(parts)

    def _gives(self) -> Numbers:
        """The number of the text that each form gives to initials, 0 for none."""
        dictionary, known = self._dictionary, len(self._given)
        fresh = np.flatnonzero(dictionary.capitals()[known:]) + known
        words = dictionary.words.texts
        texts = [given(dictionary.spellings[form], words[dictionary.word_of_form[form]]) for form in fresh.tolist()]
        more = np.zeros(len(dictionary.spellings) - known, np.uint32)
        more[fresh - known] = list(map(self._texts.__getitem__, texts))
        self._given = np.concatenate([self._given, more])
        return self._given

    def _first_letters(self, words: Numbers, wanted: NDArray[np.bool_]) -> Numbers:
        """Of the words wanted, which are few different ones, their first letters; 0 for others."""
        found = np.zeros(len(words), np.uint32)
        different, which = np.unique(words[wanted], return_inverse=True)
        texts = [self._dictionary.words.texts[word][0] for word in different.tolist()]
        found[wanted] = np.array(list(map(self._texts.__getitem__, texts)), np.uint32)[which]
        return found

    def _beginning(
        self, runs: _Runs, words: Numbers, letters: Numbers, first: Numbers, is_small: NDArray[np.bool_]
    ) -> Iterator[Counted]:
        """What is the long form of a short one: two words from each place in a run on, three, and so on."""
        begin = np.flatnonzero(~is_small)
        large, every = letters[begin], first[begin]
        for more in range(1, LONGEST_RUN):
            left = (begin + more < runs.ends[begin]) & (self._lengths(large) <= LONGEST)
            begin, large, every = begin[left], large[left], every[left]
            every = self._joined(every, first[begin + more])
            ends = np.flatnonzero(~is_small[begin + more])
            large[ends] = self._joined(large[ends], letters[begin[ends] + more])
            yield from self._long_forms(words, begin[ends], more + 1, large[ends], every[ends])

    def _long_forms(
        self, words: Numbers, begin: Places, size: int, large: Numbers, every: Numbers
    ) -> Iterator[Counted]:
        fits = self._lengths(large) <= LONGEST
        for short, wanted in ((large, fits), (every, fits & (large != every))):
            length = self._lengths(short)
            at = np.flatnonzero(wanted & (length >= SHORTEST) & (length <= LONGEST))
            numbers, of = np.unique(short[at], return_inverse=True)
            sizes = np.full(len(at), size)
            yield Counted(
                [self._texts.texts[number] for number in numbers.tolist()], of, np.ones(len(at), np.int64), sizes,
                strung(words, begin[at], sizes)[0],
            )  # fmt: skip

    def _joined(self, left: Numbers, right: Numbers) -> Numbers:
        """The texts that these give, one behind the other."""
        pairs, which = np.unique(left.astype(np.uint64) << _HALF | right, return_inverse=True)
        texts = self._texts.texts
        halves = zip((pairs >> _HALF).tolist(), pairs.astype(np.uint32).tolist(), strict=True)
        whole = (texts[one] + texts[other] for one, other in halves)
        numbers = [self._texts[text if len(text) <= LONGEST else _LONG] for text in whole]
        return np.array(numbers, np.uint32)[which]

    def _lengths(self, numbers: Numbers) -> NDArray[np.intp]:
        """The letters of these texts, counted."""
        fresh = self._texts.texts[len(self._sizes) :]
        self._sizes = np.append(self._sizes, np.array(list(map(len, fresh)), np.intp)) if fresh else self._sizes
        return self._sizes[numbers]


def _in_brackets(dictionary: Dictionary, batch: Batch) -> Iterator[int]:
    """The tokens that stand in brackets alone and may be short forms."""
    numbers = dictionary.chunks.having(np.flatnonzero(np.bincount(batch.chunks)), ord("("))
    texts = zip(numbers.tolist(), dictionary.chunks.texts(numbers), strict=True)
    places = {number: _bracketed(text) for number, text in texts if _BRACKET.search(text)}
    wanted = _flags(len(dictionary.chunks), [number for number, tokens in places.items() if tokens])
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


class _Runs(NamedTuple):
    """The tokens of runs of capitalised words in a row, and where in these the run of each ends."""

    tokens: Places
    ends: Places


def _runs(batch: Batch, is_capital: NDArray[np.bool_], is_small: NDArray[np.bool_]) -> _Runs:
    """The runs of two words or more, small ones in between: the first few words of each."""
    capitals = is_capital[batch.forms]
    inside = capitals | is_small[batch.words]
    begins = np.zeros(len(inside), bool)
    begins[batch.first[:-1][np.diff(batch.first) > 0]] = True  # no run goes on from one passage to the next
    start = np.flatnonzero(inside & (begins | ~np.concatenate([[False], inside[:-1]])[: len(inside)]))
    ends = np.flatnonzero(inside & np.concatenate([~inside[1:] | begins[1:], [True]])[: len(inside)]) + 1
    capital_at = np.concatenate([np.flatnonzero(capitals), [len(inside)]])
    start = capital_at[np.searchsorted(capital_at, start)]  # a small word begins none
    start, ends = start[ends - start >= 2], ends[ends - start >= 2]
    size = np.minimum(ends - start, LONGEST_RUN)
    tokens, first = strung(np.arange(len(inside)), start, size)
    return _Runs(tokens, np.repeat(first[1:], size))


def _flags(size: int, wanted: Sequence[int]) -> NDArray[np.bool_]:
    flags = np.zeros(size, bool)
    flags[list(wanted)] = True
    return flags
