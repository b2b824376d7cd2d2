"""The rows of a section: every cell accounted for, whatever the words and however many the sources."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from tests.reader.made import hard_words, many_sources, numbered
from tui.evidence.model import ResolvedBriefing
from tui.reader.glyphs import FULL, PLAIN
from tui.reader.hand import Hand
from tui.reader.section_rows import Row, SectionRows


def laid(resolved: ResolvedBriefing, width: int, height: int = 10**6, in_hand: int = 0, at: int = 0) -> list[Row]:
    return SectionRows(Hand(resolved), FULL, width).rows(resolved.sections[at], height, in_hand, 0)


def text(row: Row) -> str:
    return "".join(run[0] for run in row.runs)


@pytest.mark.parametrize("resolved", [hard_words(), many_sources(3), many_sources(12), numbered(30)])
@pytest.mark.parametrize("width", [30, 31, 40, 53, 80])
def test_rows_fill_their_column_up_to_its_hairline(resolved: ResolvedBriefing, width: int) -> None:
    for row in laid(resolved, width):
        assert not row.runs or cell_len(text(row)) == width - 1


def test_a_word_of_eighty_letters_is_cut_into_rows_and_lost_nowhere() -> None:
    words = hard_words().sections[0].statements[0].statement.text
    rows = [row for row in laid(hard_words(), 30) if row.statement == 0 and row.quotation < 0]
    read = "".join(text(row)[3:] for row in rows).replace(" ", "")
    assert read.startswith(words.replace(" ", ""))


def test_quotations_of_the_statement_in_hand_stand_in_full_and_others_in_two_lines() -> None:
    resolved = many_sources(3)
    rows = laid(resolved, 30, height=5, in_hand=1)
    first = [text(row) for row in rows if (row.statement, row.quotation) == (0, 0)]
    second = [text(row) for row in rows if (row.statement, row.quotation) == (1, 0)]
    assert len(first) == 2 and first[1].rstrip().endswith("…")
    assert len(second) == 3 and second[-1].rstrip().endswith("た。")


def test_where_the_whole_section_fits_nothing_is_cut() -> None:
    assert not any("…" in text(row) for row in laid(many_sources(3), 30, in_hand=1))


def test_sigla_stand_in_source_order_with_a_dot_for_who_is_silent() -> None:
    rows = [text(row).rstrip() for row in laid(many_sources(3), 60)]
    assert any(row.endswith("A B C") for row in rows)
    assert any(row.endswith("A · C") for row in rows)
    assert any(row.endswith("÷ A · ·") for row in rows)


def test_narrow_columns_set_sigla_without_spaces() -> None:
    rows = [text(row).rstrip() for row in laid(many_sources(3), 30)]
    assert any(row.endswith("A·C") for row in rows)


def test_sigla_of_very_many_sources_become_a_count() -> None:
    rows = [text(row).rstrip() for row in laid(many_sources(16), 30)]
    assert any(row.endswith("16/16") for row in rows)
    assert any(row.endswith("÷ 1/16") for row in rows)


def test_a_difference_has_a_row_with_its_sign_name_and_sigla() -> None:
    (row,) = [row for row in laid(many_sources(3), 40) if row.difference >= 0]
    assert text(row).rstrip().startswith("▌≠ cars")
    assert text(row).rstrip().endswith("A B ·")


def test_a_number_of_two_digits_does_not_touch_the_text() -> None:
    rows = [text(row) for row in laid(numbered(12), 30, in_hand=-1) if row.quotation < 0 and row.statement >= 0]
    assert rows[0].startswith(" 1 Statement number 1.")
    assert rows[11].startswith(" 12 Statement number 12.")


def test_rows_know_what_a_click_on_them_means() -> None:
    rows = laid(many_sources(2), 40)
    assert [(row.statement, row.quotation) for row in rows if row.runs][:2] == [(0, -1), (0, 0)]
    assert {row.statement for row in rows} == {-1, 0, 1, 2}


def test_plain_signs_take_the_same_cells() -> None:
    resolved = many_sources(3)
    plain = SectionRows(Hand(resolved), PLAIN, 40).rows(resolved.sections[0], 10**6, 0, 0)
    assert [cell_len(text(row)) for row in plain] == [cell_len(text(row)) for row in laid(resolved, 40)]
    assert not any(sign in text(row) for row in plain for sign in "▌▎≠÷·…")
