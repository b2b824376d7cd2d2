"""A document laid out at a width: every word has its place, whatever the width and wherever one begins."""

from __future__ import annotations

from time import perf_counter

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.documents import Document, from_text
from tui.reader.prose import CHUNK, Blocks, Line, Prose

WORDS = st.text(alphabet="ab é漢字-—/\u0301", min_size=1, max_size=12)
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=30).map(" ".join), max_size=12).map("\n\n".join)
WIDTHS = st.integers(1, 60)


def laid_out(text: str, width: int, body: int = 0) -> tuple[Document, Prose]:
    document = from_text(text)
    return document, Prose(Blocks(document, body), width)


def all_rows(prose: Prose) -> list[Line]:
    return list(prose.rows((0, 0), 10**6))


@given(TEXTS, WIDTHS)
def test_every_visible_character_stands_on_exactly_one_row(text: str, width: int) -> None:
    document, prose = laid_out(text, width)
    shown = [at for line in all_rows(prose) for at in range(line.start, line.end)]
    assert shown == sorted(set(shown))
    assert {at for at, char in enumerate(document.text) if not char.isspace()} <= set(shown)


@given(TEXTS, st.integers(2, 60))
def test_no_row_is_wider_than_the_column(text: str, width: int) -> None:
    document, prose = laid_out(text, width)
    assert all(cell_len(document.text[line.start : line.end]) <= width for line in all_rows(prose))


@given(TEXTS, WIDTHS, st.data())
def test_a_character_is_found_on_the_row_that_shows_it(text: str, width: int, data: st.DataObject) -> None:
    _, prose = laid_out(text, width)
    for number, line in enumerate(all_rows(prose)):
        if line.start < line.end:
            offset = data.draw(st.integers(line.start, line.end - 1))
            spot = prose.spot(offset)
            assert next(iter(prose.rows(spot, 1))) == line
            prose.refine(perf_counter() + 60)
            assert prose.row(spot) == number
            assert prose.row_of(offset) == number


@given(TEXTS, WIDTHS, st.integers(0, 40), st.integers(0, 40))
def test_stepping_back_undoes_stepping_on(text: str, width: int, begin: int, by: int) -> None:
    _, prose = laid_out(text, width)
    start, _ = prose.step((0, 0), begin)
    spot, moved = prose.step(start, by)
    assert 0 <= moved <= by
    assert prose.step(spot, -moved) == (start, -moved)


@given(TEXTS, WIDTHS)
def test_the_last_row_is_as_many_steps_away_as_there_are_rows(text: str, width: int) -> None:
    _, prose = laid_out(text, width)
    rows = all_rows(prose)
    spot, moved = prose.step((0, 0), 10**6)
    assert spot == prose.last
    assert moved == max(len(rows) - 1, 0)


@given(TEXTS, WIDTHS)
def test_refining_gives_the_exact_number_of_rows(text: str, width: int) -> None:
    _, prose = laid_out(text, width)
    assert prose.refine(perf_counter() + 60)
    assert prose.total == len(all_rows(prose))


def test_one_slice_of_refining_lays_out_at_least_one_block() -> None:
    _, prose = laid_out("one\n\ntwo\n\nthree", 10)
    assert [prose.refine(0.0) for _ in range(3)] == [False, False, True]


def test_paragraphs_are_parted_by_one_blank_row_and_numbered_once() -> None:
    document, prose = laid_out("first of all\n\nand then", 6)
    shown = [(line.number, document.text[line.start : line.end]) for line in all_rows(prose)]
    assert shown == [(1, "first"), (0, "of all"), (0, ""), (2, "and"), (0, "then")]


def test_the_lines_before_the_body_stand_together() -> None:
    text = "Photo: A. Someone\n\nA caption\n\nThe body begins.\n\nAnd goes on."
    document = from_text(text)
    prose = Prose(Blocks(document, text.index("The body")), 40)
    assert [document.text[line.start : line.end] for line in all_rows(prose)] == [
        "Photo: A. Someone",
        "A caption",
        "",
        "The body begins.",
        "",
        "And goes on.",
    ]


def test_a_blank_row_is_found_again_by_the_character_it_is_kept_by() -> None:
    _, prose = laid_out("one\n\ntwo", 10)
    assert prose.spot(prose.offset((0, 1))) == (0, 1)


def test_an_empty_document_has_no_rows_and_nowhere_to_go() -> None:
    _, prose = laid_out("", 10)
    assert (all_rows(prose), prose.total, prose.last) == ([], 0, (0, 0))
    assert prose.step((0, 0), 5) == ((0, 0), 0)
    assert (prose.spot(3), prose.offset((0, 0))) == ((0, 0), 0)


def test_a_paragraph_without_end_is_laid_out_in_pieces_without_losing_a_word() -> None:
    words = [f"word{number}" for number in range(4 * CHUNK // 8)]
    document, prose = laid_out(" ".join(words), 40)
    assert len(prose.blocks) > len(document.paragraphs)
    assert " ".join(document.text[line.start : line.end] for line in all_rows(prose)).split() == words
    assert [line.number for line in all_rows(prose) if line.number] == [one.number for one in document.paragraphs]
    assert sum(line.start == line.end for line in all_rows(prose)) == len(document.paragraphs) - 1


def test_a_paragraph_without_spaces_is_never_parted_inside_a_combined_letter() -> None:
    text = "e\u0301" * CHUNK
    document, prose = laid_out(text, 40)
    assert all(document.text[start] == "e" for start in prose.blocks.starts)


def test_words_are_counted_in_slices() -> None:
    blocks = Blocks(from_text("one two\n\nthree"))
    assert blocks.words is None
    assert blocks.count(0.0) is None
    assert blocks.count(0.0) == 3
    assert blocks.words == 3


def test_rows_of_a_long_document_are_told_apart_without_wrapping_it() -> None:
    text = "\n\n".join(f"Paragraph {number} says something of its own." for number in range(2000))
    document, prose = laid_out(text, 20)
    prose.refine(perf_counter() + 60)
    for paragraph in document.paragraphs[::97]:
        spot = prose.spot(paragraph.start)
        assert prose.row_of(paragraph.start) == prose.row(spot)
        assert abs(prose.row_of(paragraph.end - 1) - prose.row(prose.spot(paragraph.end - 1))) <= 1


def test_characters_of_scripts_without_spaces_are_words() -> None:
    text = "約54,000人の米兵。 The pier — 開いた!"
    blocks = Blocks(from_text(text))
    assert blocks.count(perf_counter() + 9) == len("約人の米兵開いた") + len(["54,000", "The", "pier"])
