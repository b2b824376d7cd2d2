"""Rows of cells: exactly as wide as asked, whatever is painted on them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

from tui.reader.painting import Run, fit, pad, spread, strip, whole, width_of

INK, FILL = Style(bold=True), Style(dim=True)
TEXTS = st.text(alphabet="ab ,;1234é漢字か…\u0301👍", max_size=30)
RUNS = st.lists(TEXTS.map(lambda text: (text, INK)), max_size=5)


@given(TEXTS, st.integers(0, 20))
def test_fitted_text_is_never_wider_than_asked_for(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) <= width


@given(TEXTS, st.integers(0, 20))
def test_text_that_fits_is_left_alone_and_other_text_says_that_it_goes_on(text: str, width: int) -> None:
    if cell_len(text) <= width:
        assert fit(text, width) == text
    elif width:
        assert fit(text, width).endswith("…")


@given(TEXTS, st.integers(0, 20))
def test_padded_text_has_exactly_the_width(text: str, width: int) -> None:
    assert cell_len(pad(text, width)) == width


@given(RUNS, st.integers(0, 40))
def test_a_strip_has_exactly_the_width(runs: list[Run], width: int) -> None:
    line = strip(runs, width, FILL)
    assert line.cell_length == cell_len(line.text) == width


@given(RUNS, RUNS, st.integers(0, 40))
def test_two_ends_spread_over_a_row_fill_it_exactly(left: list[Run], right: list[Run], width: int) -> None:
    assert cell_len(spread(left, right, width, FILL).text) == width


@pytest.mark.parametrize(
    ("left", "right", "row"),
    [
        ("five steps", "3 of 5", "five… 3 of 5"),
        ("five", "3 of 5", "five  3 of 5"),
        ("five     ", "3 of 5", "five  3 of 5"),
        ("five steps", "3 of five steps", "3 of five st"),
        ("五段階の案内", "3 of 5", "五段… 3 of 5"),
    ],
)
def test_a_left_end_that_gives_way_says_that_it_goes_on(left: str, right: str, row: str) -> None:
    assert spread([(left, INK)], [(right, INK)], 12, FILL).text == row


@given(st.lists(RUNS, max_size=5), st.integers(0, 40))
def test_items_are_kept_whole_or_not_at_all(items: list[list[Run]], room: int) -> None:
    kept = whole(items, room)
    assert width_of(kept) <= room
    assert any(kept == [run for item in items[:count] for run in item] for count in range(len(items) + 1))


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("plain words", 11, "plain words"),
        ("plain words", 10, "plain wor…"),
        ("plain words", 7, "plain…"),
        ("plain", 1, "…"),
        ("plain", 0, ""),
        ("漢字漢字", 4, "漢…"),
        ("over 70 years", 7, "over…"),
        ("5,600 km", 4, "5,6…"),
        ("some 5,600 km", 8, "some…"),
        ("some 5,600 km", 11, "some 5,600…"),
        ("in 15 years", 6, "in 15…"),
    ],
)
def test_where_text_is_cut(text: str, width: int, expected: str) -> None:
    assert fit(text, width) == expected


def test_the_left_end_gives_way_to_the_right_one() -> None:
    assert spread([("left end", INK)], [("right", INK)], 10, FILL).text == "lef… right"
    assert spread([("left end", INK)], [("right", INK)], 20, FILL).text == "left end       right"
