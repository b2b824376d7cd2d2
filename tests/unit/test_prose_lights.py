"""What is lit on a row: layers that combine without adding up."""

from __future__ import annotations

from itertools import pairwise
from time import perf_counter

from hypothesis import given
from hypothesis import strategies as st

from tui.documents import from_text
from tui.reader.lit import Layer, Light, density, pieces
from tui.reader.prose import Blocks, Prose

SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda ends: (min(ends), max(ends))), max_size=8)


def lights_of(layers: list[tuple[int, Layer]], start: int, end: int) -> list[int]:
    return [how for begin, stop, how in pieces(layers, start, end) for _ in range(begin, stop)]


@given(SPANS, SPANS, st.integers(0, 60), st.integers(0, 30))
def test_every_character_has_the_lights_of_the_spans_that_hold_it(
    faint: list[tuple[int, int]], strong: list[tuple[int, int]], start: int, length: int
) -> None:
    end = start + length
    layers = [(int(Light.FAINT), Layer(faint)), (int(Light.STRONG), Layer(strong))]
    expected = [
        sum(
            light
            for light, spans in ((Light.FAINT, faint), (Light.STRONG, strong))
            if any(begin <= at < stop for begin, stop in spans)
        )
        for at in range(start, end)
    ]
    assert lights_of(layers, start, end) == expected


@given(SPANS)
def test_a_layer_keeps_its_spans_sorted_and_apart(spans: list[tuple[int, int]]) -> None:
    layer = Layer(spans)
    ends = list(zip(layer.starts, layer.ends, strict=True))
    assert all(start < end for start, end in ends)
    assert all(before < after for (_, before), (after, _) in pairwise(ends))
    assert {at for start, end in spans for at in range(start, end)} == {
        at for start, end in ends for at in range(start, end)
    }


def test_an_unlit_row_is_one_piece_and_an_empty_one_none() -> None:
    assert pieces([(1, Layer([(90, 99)]))], 3, 9) == ((3, 9, 0),)
    assert pieces([], 5, 5) == ()


def test_a_layer_without_characters_is_empty() -> None:
    assert not Layer([(4, 4)])
    assert Layer([(4, 5)])


def laid_out(paragraphs: int) -> Prose:
    document = from_text("\n\n".join(f"Words of paragraph {number}." for number in range(paragraphs)))
    prose = Prose(Blocks(document), 40)
    prose.refine(perf_counter() + 60)
    return prose


def test_the_strip_beside_a_document_marks_the_cells_its_lit_rows_fall_on() -> None:
    prose = laid_out(50)  # 99 rows of text and blank rows
    first, last = prose.blocks.starts[0], prose.blocks.starts[49]
    assert density(prose, Layer([(first, first + 3), (last, last + 3)]), 10) == bytes([1, 0, 0, 0, 0, 0, 0, 0, 0, 1])


def test_a_span_over_many_rows_fills_the_cells_between() -> None:
    prose = laid_out(50)
    assert density(prose, Layer([(0, prose.blocks.ends[24])]), 10) == bytes([1] * 5 + [0] * 5)


def test_a_point_marks_only_the_cell_it_begins_in() -> None:
    prose = laid_out(50)
    assert density(prose, Layer([(0, prose.blocks.ends[24])]), 10, points=True) == bytes([1] + [0] * 9)


def test_a_strip_without_height_or_without_lights_is_dark() -> None:
    prose = laid_out(3)
    assert density(prose, Layer([(0, 5)]), 0) == b""
    assert density(prose, Layer(), 4) == bytes(4)
