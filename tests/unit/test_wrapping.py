"""Wrapping: at spaces, after hyphen, dash and stroke; never half a character, never a word lost."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.reader.wrapping import _wide_lines as wide_lines
from tui.reader.wrapping import is_narrow, wrap

TEXTS = st.text(alphabet="abc12 -—/é漢字。あ\u0301👍🏽\u200d\n", max_size=80)


def lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, width)]


@given(TEXTS, st.integers(1, 30))
def test_nothing_but_white_space_is_left_out(text: str, width: int) -> None:
    covered = {at for start, end in wrap(text, width) for at in range(start, end)}
    assert all(text[at].isspace() for at in set(range(len(text))) - covered)


@given(TEXTS, st.integers(2, 30))
def test_no_line_is_wider_than_asked_for(text: str, width: int) -> None:
    for line in lines(text, width):
        assert cell_len(line) <= width or len(line) == 1


@given(TEXTS, st.integers(1, 30))
def test_lines_follow_each_other_without_overlap(text: str, width: int) -> None:
    found = wrap(text, width)
    assert all(start < end for start, end in found)
    assert all(before[1] <= after[0] for before, after in pairwise(found))


@given(st.lists(st.from_regex(r"[-/]?[a12]{1,9}([-—/][a12]{1,9})*", fullmatch=True)).map(" ".join), st.integers(1, 20))
def test_the_fast_way_and_the_slow_way_agree(text: str, width: int) -> None:
    assert [text[start:end] for start, end in wide_lines(text, width)] == lines(text, width)


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("air-to-air missile", 7, ["air-to-", "air", "missile"]),
        ("now—then", 5, ["now—", "then"]),
        ("and/or both", 4, ["and/", "or", "both"]),
        ("by 6-3 on 24/7", 5, ["by", "6-3", "on", "24/7"]),
        ("a 2024-07-28", 6, ["a", "2024-0", "7-28"]),
        ("判決6-3で", 6, ["判決", "6-3で"]),
        ("  leading  and   inner ", 9, ["leading", "and   inner"[:3], "inner"]),
        ("unbreakable", 4, ["unbr", "eaka", "ble"]),
        ("漢字かな", 4, ["漢字", "かな"]),
        ("漢字。", 4, ["漢", "字。"]),
        ("a漢字", 3, ["a漢", "字"]),
        ("", 5, []),
    ],
)
def test_where_lines_break(text: str, width: int, expected: list[str]) -> None:
    assert lines(text, width) == expected


def test_a_part_of_a_text_is_wrapped_with_offsets_into_the_whole() -> None:
    assert wrap("skip this: one two", 5, 11, 18) == [(11, 14), (15, 18)]


@pytest.mark.parametrize("text", ["plain", "façade — “quoted”", "Ελληνικά", "Кириллица"])
def test_scripts_of_one_cell_a_letter_take_the_fast_way(text: str) -> None:
    assert is_narrow(text)
    assert cell_len(text) == len(text)


@pytest.mark.parametrize("text", ["漢", "e\u0301", "👍", "\u200b"])
def test_whatever_is_not_surely_one_cell_does_not(text: str) -> None:
    assert not is_narrow(text)
