"""Short forms read out of arrays are those that were learned."""

from __future__ import annotations

import numpy as np

from tui.search.acronyms import Long, acronyms
from tui.search.library import learned
from tui.search.vocabulary import PlainVocabulary

WORDS = sorted(("health", "of", "organization", "press", "who", "wha", "world", "words", "zebra"))
NUMBERS = np.arange(len(WORDS), dtype=np.uint32)[::-1]  # given in another order than that of the words
NONE: dict[str, dict[Long, int]] = {}
LEARNED: dict[str, list[tuple[str, ...]]] = {
    "wha": [("world", "health", "of"), ("world", "health")],
    "who": [("world", "health", "organization"), ("words", "health", "organization")],
}


def _long(words: tuple[str, ...]) -> Long:
    return tuple(map(WORDS.index, words))


def test_they_stand_for_the_same_and_are_touched_by_the_same_words() -> None:
    vocabulary = PlainVocabulary(WORDS, [1] * len(WORDS))
    meant = acronyms(
        vocabulary, {short: {_long(long): len(long) for long in found} for short, found in LEARNED.items()}, NONE.get
    )
    by_number = [
        (short, [(tuple(int(NUMBERS[at]) for at in _long(long)), len(long)) for long in found])
        for short, found in LEARNED.items()
    ]
    arrays = learned.arranged(by_number, WORDS.index, np.argsort(NUMBERS).astype(np.uint32), {WORDS.index("of")})
    read = learned.acronyms(vocabulary, arrays, NONE.get)
    assert (read.shorts, read.words) == (meant.shorts, meant.words)
    assert read.shorts == {WORDS.index("wha"), WORDS.index("who")}
    for word in range(len(WORDS)):
        assert read.touching(word) == meant.touching(word)
        assert read.touched(range(word, len(WORDS))) == meant.touched(range(word, len(WORDS)))
    assert len(read.touching(WORDS.index("health"))) == 3  # "of" tells no two apart
    for short in (*LEARNED, "zebra"):
        assert read.long_forms(short) == meant.long_forms(short)
    assert len(read.long_forms("who")) == 2


def test_an_index_may_have_learned_none() -> None:
    arrays = learned.arranged([], WORDS.index, NUMBERS, set())
    read = learned.acronyms(PlainVocabulary(WORDS, [1] * len(WORDS)), arrays, NONE.get)
    assert not read.shorts and not read.words and read.long_forms("who") == {}
