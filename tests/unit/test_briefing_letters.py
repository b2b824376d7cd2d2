"""Sources without a mark get one letter each: their own where it is free, always the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.briefing.cells import width
from tui.briefing.letters import choose
from tui.briefing.sources import MAX_SOURCES


def test_the_initial_of_the_outlet_comes_first_then_its_other_words() -> None:
    sources = [("", "New York Times", "nyt"), ("", "Nikkei Asia", "nik"), ("", "", "s004"), ("", "CNN", "cnn")]
    assert choose(sources) == ["N", "A", "S", "C"]


def test_given_marks_stay_and_are_taken_before_any_is_chosen() -> None:
    assert choose([("", "CNN", "cnn"), ("C", "Coast", "coast")]) == ["N", "C"]


def test_an_outlet_in_wide_or_right_to_left_letters_falls_back_to_the_id() -> None:
    assert choose([("", "日経新聞", "nikkei"), ("", "الجزيرة", "jazeera"), ("", "", "日本")]) == ["N", "J", "A"]


def test_greek_and_cyrillic_outlets_keep_their_own_letters() -> None:
    assert choose([("", "Ω Νέα", "a"), ("", "Южная правда", "b")]) == ["Ω", "Ю"]


def test_hundreds_of_bare_articles_still_get_a_letter_each() -> None:
    assert len(set(choose([("", "", "article")] * 300))) == 300


sources = st.lists(st.tuples(st.just(""), st.text(max_size=12), st.text(min_size=1, max_size=8)), max_size=MAX_SOURCES)


@given(sources)
def test_every_source_gets_its_own_upper_case_letter_of_one_cell(named: list[tuple[str, str, str]]) -> None:
    letters = choose(named)
    assert len(set(letters)) == len(named)
    assert all(len(letter) == 1 and letter.isupper() and width(letter) == 1 for letter in letters)
    assert choose(named) == letters


@given(st.sets(st.characters(categories=["Lu"]), max_size=MAX_SOURCES - 1))
def test_the_letters_last_however_the_others_are_marked(marks: set[str]) -> None:
    given_marks = [(mark, "", "x") for mark in sorted(marks)]
    rest = [("", "", "x")] * (MAX_SOURCES - len(marks))
    assert len(set(choose(given_marks + rest))) == MAX_SOURCES
