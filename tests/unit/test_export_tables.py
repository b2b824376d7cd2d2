"""Tables are padded to the cells they take on screen."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.export.tables import table

words = st.text(st.sampled_from("aé●日本💩ñ "), max_size=8).map(str.strip)


def test_columns_are_as_wide_as_their_widest_cell_and_three_at_least() -> None:
    assert table([["a", "日本語"], ["bcde", "f"]]) == "| a    | 日本語 |\n| ---- | ------ |\n| bcde | f      |"
    assert table([["a"], ["b"]]) == "| a   |\n| --- |\n| b   |"


@given(st.lists(st.tuples(words, words), min_size=1, max_size=6))
def test_all_lines_take_the_same_room(rows: list[tuple[str, str]]) -> None:
    assert len({cell_len(line) for line in table(rows).splitlines()}) == 1
