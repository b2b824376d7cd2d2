"""The vocabulary of a library, kept as arrays, answers as one of plain strings does."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tui.search.library.lexicon import Lexicon, arranged
from tui.search.library.sorted_words import SortedWords
from tui.search.spelling import frames
from tui.search.vocabulary import PlainVocabulary

WORDS = st.sets(st.text("abeinrst7éя東😀", min_size=1, max_size=9), max_size=40)
TYPED = st.text("abeinrst7éя東😀", min_size=1, max_size=8)


def both(words: set[str]) -> tuple[PlainVocabulary, Lexicon]:
    """The same words in both ways."""
    ordered = sorted(words)
    frequency = list(range(1, len(ordered) + 1))
    sorted_words = SortedWords("\n".join(ordered).encode())
    return PlainVocabulary(ordered, frequency), Lexicon(
        sorted_words, np.array(frequency, np.uint32), arranged(sorted_words, frames(sorted_words))
    )


@settings(max_examples=30, deadline=None)
@given(WORDS, TYPED)
@example(set(), "a")
@example({"a", "aa", "aaa", "aaaaaaaaaaaaaaaaaaaa"}, "aa")
def test_words_are_looked_up_alike(words: set[str], typed: str) -> None:
    plain, arrays = both(words)
    assert list(arrays.words) == list(plain.words) == [arrays.words[i] for i in range(len(words))]
    assert (list(arrays.frequency), dict(arrays.ids), typed in arrays.ids) == (
        list(plain.frequency), plain.ids, typed in plain.ids,
    )  # fmt: skip
    assert arrays.starting(typed) == plain.starting(typed)
    assert list(arrays.shorter(range(len(words)), 3)) == list(plain.shorter(range(len(words)), 3))
    assert list(arrays.containing(typed)) == list(plain.containing(typed))
    assert list(arrays.containing(typed[:2], before=2)) == list(plain.containing(typed[:2], before=2))
    assert list(arrays.ending(typed[:2], 4)) == list(plain.ending(typed[:2], 4))
    assert list(arrays.between(typed, 2, 7)) == list(plain.between(typed, 2, 7))
    assert sorted(arrays.framed(typed[:3])) == sorted(plain.framed(typed[:3]))


@settings(max_examples=30, deadline=None)
@given(WORDS, TYPED, st.integers(1, 3))
def test_words_few_edits_away_are_the_same(words: set[str], typed: str, edits: int) -> None:
    plain, arrays = both(words)
    for length in range(max(1, len(typed) - edits), len(typed) + edits + 1):
        assert list(arrays.near(typed, length, edits)) == list(plain.near(typed, length, edits))
        found = (vocabulary.near_beginnings(typed, length, edits) for vocabulary in (plain, arrays))
        assert len({tuple(each) for each in found}) == 1


@settings(max_examples=30, deadline=None)
@given(st.sets(st.text("ab7東", min_size=1, max_size=6), max_size=30), st.text("ab7東", min_size=1, max_size=5))
def test_a_word_typed_letter_by_letter_is_found_where_it_is_at_each(words: set[str], typed: str) -> None:
    plain, arrays = both(words)
    for part in [typed[:end] for end in range(1, len(typed) + 1)] + [typed, typed[::-1]]:
        assert list(arrays.ending(part, 3)) == list(plain.ending(part, 3))
        assert list(arrays.containing(part, before=3)) == list(plain.containing(part, before=3))
        assert list(arrays.containing(part)) == list(plain.containing(part))


def test_a_place_that_is_none_has_no_word() -> None:
    _, arrays = both({"harbour", "pier"})
    assert (arrays.words[-1], arrays.words[1:]) == ("pier", ["pier"])
    with pytest.raises(IndexError):
        arrays.words[2]
