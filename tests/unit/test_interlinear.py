"""Wordings of one quotation, word under word: nothing is lost, and what is the same stands under the same."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.reader.interlinear import Slot, alike, blocks, fold, slot_width, slots, unshared

WORDS = st.sampled_from(
    ["the", "The", "US", "will", "upgrade", "improve,", "“forces”", "漢字", "to", "a", "joint", "."]
)
WORDING = st.lists(WORDS, min_size=1, max_size=14).map(" ".join)
WORDINGS = st.lists(WORDING, min_size=1, max_size=4)


def wording(aligned: list[Slot], number: int) -> list[str]:
    """The words of one wording, read off the slots."""
    return " ".join(slot.texts[number] for slot in aligned).split()


@given(WORDINGS)
def test_no_word_is_lost_moved_or_made_up(texts: list[str]) -> None:
    aligned = slots(texts)
    assert [wording(aligned, n) for n in range(len(texts))] == [text.split() for text in texts]


@given(WORDINGS, st.integers(2, 40))
def test_no_word_is_lost_when_slots_are_broken_into_blocks(texts: list[str], width: int) -> None:
    laid = [slot for block in blocks(slots(texts), width) for slot in block]
    for number, text in enumerate(texts):
        assert "".join(wording(laid, number)) == "".join(text.split())


@given(WORDINGS, st.integers(2, 40))
def test_no_row_of_a_block_is_wider_than_asked_for(texts: list[str], width: int) -> None:
    for block in blocks(slots(texts), width):
        assert sum(map(slot_width, block)) + len(block) - 1 <= width


@given(WORDINGS)
def test_slots_called_the_same_hold_one_word_in_every_wording(texts: list[str]) -> None:
    for slot in slots(texts):
        assert len(slot.texts) == len(texts)
        if slot.same:
            assert len({fold(text) for text in slot.texts}) == 1


@given(WORDINGS)
def test_two_slots_that_differ_never_stand_beside_each_other(texts: list[str]) -> None:
    aligned = slots(texts)
    assert not any(not one.same and not two.same for one, two in pairwise(aligned))


@given(WORDING)
def test_a_wording_laid_under_itself_is_all_the_same(text: str) -> None:
    assert all(slot.same for slot in slots([text, text]))


@given(WORDINGS)
def test_runs_of_unshared_words_lie_in_their_text_in_order(texts: list[str]) -> None:
    for text, runs in zip(texts, unshared(texts), strict=True):
        flat = [offset for run in runs for offset in run]
        assert flat == sorted(flat)
        assert all(0 <= start < end <= len(text) for start, end in runs)


def test_words_of_two_wordings_stand_under_each_other() -> None:
    aligned = slots(["The United States will upgrade US forces", "The US will improve the US forces"])
    assert [slot.texts for slot in aligned] == [
        ("The", "The"),
        ("United States", "US"),
        ("will", "will"),
        ("upgrade", "improve the"),
        ("US", "US"),
        ("forces", "forces"),
    ]
    assert [slot.same for slot in aligned] == [True, False, True, False, True, True]


def test_a_third_wording_is_laid_on_the_two_before_it() -> None:
    aligned = slots(["a great challenge now", "the best challenge", "a challenge now"])
    assert [slot.texts for slot in aligned] == [
        ("a great", "the best", "a"),
        ("challenge", "challenge", "challenge"),
        ("now", "", "now"),
    ]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["one two three four five", "one two three four six"], True),
        (["one two three four", "one two three four"], False),
        (["one two three four five", "a b c d e"], False),
        (["one two three four five"], False),
        ([], False),
    ],
)
def test_only_texts_that_share_half_their_words_are_wordings_of_one_quotation(texts: list[str], expected: bool) -> None:
    assert alike(texts) is expected


def test_case_and_punctuation_do_not_make_a_word_another() -> None:
    assert fold("“Forces,”") == fold("forces")


def test_a_slot_too_wide_for_the_row_is_broken_between_its_words() -> None:
    (wide,) = slots(["one two three four", "uno dos tres cuatro"])
    broken = [slot.texts for block in blocks([wide], 8) for slot in block]
    assert broken == [("one two", "uno dos"), ("three", "tres"), ("four", "cuatro")]


def test_words_that_not_all_have_are_found_with_what_stands_between_them() -> None:
    text, other = "a major strategic challenge in Asia", "the best strategic challenge in Europe"
    first, second = unshared([text, other])
    assert [text[a:b] for a, b in first] == ["major", "Asia"]
    assert [other[a:b] for a, b in second] == ["the best", "Europe"]


def test_wide_characters_are_counted_in_cells() -> None:
    assert slot_width(Slot(("漢字", "kan"), False)) == cell_len("漢字") == 4


def test_words_without_spaces_between_them_are_told_apart_sign_by_sign() -> None:
    texts = ["会談は28日に東京で開かれた", "会談は28日に大阪で開かれた"]
    marked = [[text[a:b] for a, b in runs] for text, runs in zip(texts, unshared(texts), strict=True)]
    assert marked == [["東京"], ["大阪"]]
