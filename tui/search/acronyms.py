"""Short forms and what they stand for, learned from the text itself.

Two ways: a bracket after the words it abbreviates, "memorandum of understanding (MoU)", after the method of
Schwartz and Hearst (2003) made looser so that "Indo-Pacific Command in Hawaii (INDOPACOM)" is understood; and the
initials of a run of capitalised words, so that `un` finds "United Nations" though no text says "UN".
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from tui.search.index import Index
from tui.search.vocabulary import Vocabulary

LONGEST_RUN = 8
SHORTEST, LONGEST = 2, 6  # letters of a short form made of initials
MOST_LONG_FORMS = 8
_LEARNED, _INITIALS = 0.9, 0.8
SMALL = frozenset(("of", "the", "and", "for", "de", "la", "du", "des", "del", "und", "der", "on", "to", "in"))

Long = tuple[int, ...]
Counted = dict[str, Counter[Long]]
Pair = tuple[str, frozenset[int]]


class Acronyms:
    """Short forms and their long ones, the ids of their words in order.

    `shorts` are the ids of the short forms learned from a bracket, `words` those of the words that matter in what these
    stand for.
    """

    def __init__(
        self,
        learned: Mapping[str, Mapping[Long, int]],
        initials: Callable[[str], Mapping[Long, int] | None],
        ids: Mapping[str, int],
        touched: Sequence[int],
        touching: Callable[[int], Iterable[Pair]],
    ) -> None:
        """`learned` from brackets, with the `ids` of these short forms; `initials` gives the long forms whose capitals
        make a short form; `touching` the short forms learned that one of the words `touched`, ascending, matters in,
        each with all words that do.
        """
        self._learned, self._initials = learned, initials
        self._touched, self.words = touched, frozenset(touched)
        self._touching = lru_cache(maxsize=256)(lambda word: tuple(dict.fromkeys(touching(word))))
        self.number: Callable[[str], int] = ids.__getitem__
        self.shorts = frozenset(ids.values())

    def touching(self, word: int) -> tuple[Pair, ...]:
        """The short forms learned from a bracket that a word matters in, each with the ids of all words that matter
        in its long form."""
        return self._touching(word) if word in self.words else ()

    def touched(self, words: range) -> Sequence[int]:
        """The ids of a range that `words` has."""
        return self._touched[bisect_left(self._touched, words.start) : bisect_left(self._touched, words.stop)]

    def long_forms(self, short: str) -> dict[Long, float]:
        """What a folded short form may stand for, with weights: the commonest few."""
        found = {long: _INITIALS for long, _ in _commonest(self._initials(short))}
        return found | {long: _LEARNED for long, _ in _commonest(self._learned.get(short))}


def acronyms(
    vocabulary: Vocabulary,
    learned: Mapping[str, Mapping[Long, int]],
    initials: Callable[[str], Mapping[Long, int] | None],
) -> Acronyms:
    """The short forms `learned` from brackets, and those that `initials` gives."""
    small, touching = small_words(vocabulary), dict[int, list[Pair]]()
    for short, longs in learned.items():
        for long in longs:
            pair = short, frozenset(long) - small
            for word in pair[1]:
                touching.setdefault(word, []).append(pair)
    ids = {short: vocabulary.ids[short] for short in learned}
    return Acronyms(learned, initials, ids, sorted(touching), touching.__getitem__)


def small_words(vocabulary: Vocabulary) -> set[int]:
    """The ids of words that long forms may hold without a letter in the short form."""
    return {vocabulary.ids[word] for word in SMALL if word in vocabulary.ids}


class Learner:
    """Reads the short forms out of one index: `learned` in brackets, and `initials` of capitalised words."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self.learned: Counted = {}
        self.initials: Counted = {}
        self._small = small_words(index.vocabulary)
        words = (index.vocabulary.words[word] for word in index.word_of_form)
        letters = [given(spelling, word) for spelling, word in zip(index.spellings, words, strict=True)]
        for passage in range(index.size):
            tokens = index.tokens(passage)
            self._learn_brackets(tokens, passage)
            self._learn_initials(tokens, letters)

    def acronyms(self) -> Acronyms:
        """What was read, to be asked."""
        return acronyms(self._index.vocabulary, self.learned, self.initials.get)

    def _learn_brackets(self, tokens: range, passage: int) -> None:
        place = self._index.passages[passage]
        text = self._index.documents[self._index.document_of[passage]].text
        if text.find("(", place.start, place.end) < 0:
            return
        for token in tokens:
            start, end = self._index.starts[token], self._index.ends[token]
            spelling = text[start:end]
            if text[start - 1 : start] == "(" and text[end : end + 1] == ")" and is_short(spelling):
                self._learn(tokens, token)

    def _learn(self, tokens: range, token: int) -> None:
        words = self._index.vocabulary.words
        short = words[self._index.words[token]]
        before = self._index.words[max(tokens.start, token - LONGEST_RUN) : token]
        spelt = spelt_by(short, [words[word] for word in before])
        if spelt is not None:
            self.learned.setdefault(short, Counter())[tuple(before[spelt.start : spelt.stop])] += 1

    def _learn_initials(self, tokens: range, letters: Sequence[str]) -> None:
        run: list[tuple[int, str]] = []
        forms, words = self._index.forms[tokens.start : tokens.stop], self._index.words[tokens.start : tokens.stop]
        for form, word in zip(forms, words, strict=True):
            if letters[form] or (run and word in self._small):
                run.append((word, letters[form]))
            elif run:
                self._close(run)
                run = []
        self._close(run)

    def _close(self, run: list[tuple[int, str]]) -> None:
        for initials, long in abbreviations(run, self._index.vocabulary.words, self._small):
            self.initials.setdefault(initials, Counter())[long] += 1


def abbreviations(
    run: Sequence[tuple[int, str]], words: Sequence[str], small: Container[int]
) -> Iterator[tuple[str, Long]]:
    """The initials of all that a run of capitalised words may be the long form of, each with those words.

    A word comes with the letters it gives, none when it is a small one without a capital.
    """
    run = run[:LONGEST_RUN]
    numbers = tuple([word for word, _ in run])
    for start in range(len(run) - 1):
        if numbers[start] in small:
            continue
        large = every = ""
        for at in range(start, len(run)):
            word, letters = run[at]
            every += letters or words[word][0]
            if word in small:
                continue
            large += letters
            if len(large) > LONGEST:
                break
            if at > start:
                long = numbers[start : at + 1]
                if len(large) >= SHORTEST:
                    yield large, long
                if large != every and SHORTEST <= len(every) <= LONGEST:
                    yield every, long


def given(spelling: str, word: str) -> str:
    """The letters a capitalised word gives to initials: its first, or all if it is a short form itself ("US")."""
    if not spelling[0].isupper():
        return ""
    return word if len(word) < 5 and spelling.isupper() else word[0]


def _commonest(counted: Mapping[Long, int] | None) -> list[tuple[Long, int]]:
    return sorted((counted or {}).items(), key=lambda entry: (-entry[1], entry[0]))[:MOST_LONG_FORMS]


def is_short(spelling: str) -> bool:
    """Whether a word in brackets may be a short form."""
    return 2 <= len(spelling) <= 12 and sum(c.isupper() for c in spelling) >= 2 and spelling.isalnum()


def spelt_by(short: str, names: Sequence[str]) -> range | None:
    """The words of `names`, nearest its end, whose beginnings spell `short`; None when none do.

    Every word gives its first letter or a longer beginning; small words may give none, and words after the last one
    used are free (the bracket may follow a "in Hawaii").
    """
    for start in range(len(names) - 1, -1, -1):
        stop = next(_spell(short, names, start), None)
        if stop is not None:
            return range(start, stop)
    return None


def _spell(short: str, names: Sequence[str], at: int, used: int = 0) -> Iterator[int]:
    if used == len(short):
        yield at
    elif at < len(names):
        name = names[at]
        longest = next((n for n in range(len(name), 0, -1) if short.startswith(name[:n], used)), 0)
        for taken in range(longest, 0, -1):
            yield from _spell(short, names, at + 1, used + taken)
        if used and name in SMALL:
            yield from _spell(short, names, at + 1, used)
