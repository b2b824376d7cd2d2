"""The place in a document is kept by character, not by row."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.documents import from_text
from tui.reader.scrolling import LEVEL, Scrolled

TEXT = "\n\n".join(
    " ".join(f"word{paragraph}-{number}" for number in range(5 + paragraph * 7 % 60)) for paragraph in range(40)
)
SIZES = st.tuples(st.integers(4, 90), st.integers(3, 60))


def window(width: int, height: int) -> Scrolled:
    scrolled = Scrolled(from_text(TEXT))
    scrolled.lay_out(width, height)
    return scrolled


def shown(scrolled: Scrolled) -> list[str]:
    text = scrolled.document.text
    return [text[line.start : line.end] for line in scrolled.rows()]


@given(SIZES, st.integers(0, 300), st.lists(SIZES, max_size=4))
def test_resizing_keeps_the_character_at_the_top(
    size: tuple[int, int], down: int, sizes: list[tuple[int, int]]
) -> None:
    scrolled = window(*size)
    scrolled.scroll(down)
    at, rows = scrolled.anchor, shown(scrolled)
    for width, height in sizes:
        scrolled.lay_out(width, height)
        line = scrolled.rows()[0]
        end = scrolled.prose.step(scrolled.prose.last, 1 - height)[0]
        assert line.start <= at[0] <= max(line.end, line.start) or scrolled.top == end
    scrolled.lay_out(*size)
    assert (scrolled.anchor, shown(scrolled)) == (at, rows)


@given(SIZES, st.integers(0, len(TEXT) - 1), st.lists(SIZES, max_size=4))
def test_a_jump_stands_a_third_down_at_every_size(
    size: tuple[int, int], offset: int, sizes: list[tuple[int, int]]
) -> None:
    scrolled = window(*size)
    scrolled.place(offset, LEVEL)
    for width, height in [size, *sizes]:
        scrolled.lay_out(width, height)
        line = scrolled.line(height // 3)
        assert line is not None
        assert line.start <= offset <= max(line.end, line.start + 1)


@given(SIZES, st.lists(st.integers(-80, 80), max_size=12))
def test_scrolling_never_leaves_the_document(size: tuple[int, int], moves: list[int]) -> None:
    scrolled = window(*size)
    for by in moves:
        scrolled.scroll(by)
        assert scrolled.lead == 0
        assert len(scrolled.rows()) == min(size[1], scrolled.prose.total)


def test_scrolling_down_and_up_again_comes_back() -> None:
    scrolled = window(30, 10)
    before = shown(scrolled)
    assert scrolled.scroll(17)
    assert scrolled.scroll(-17)
    assert shown(scrolled) == before


def test_scrolling_beyond_an_end_answers_that_nothing_moved() -> None:
    scrolled = window(30, 10)
    assert not scrolled.scroll(-1)
    scrolled.to_end()
    assert not scrolled.scroll(1)
    assert shown(scrolled)[-1].endswith(TEXT.split()[-1])


def test_a_jump_near_the_start_leaves_blank_rows_above_that_scrolling_takes_away() -> None:
    scrolled = window(30, 12)
    scrolled.place(0, LEVEL)
    assert scrolled.lead == 4
    assert scrolled.line(3) is None
    assert scrolled.line(4) is not None
    assert not scrolled.scroll(-1)
    assert scrolled.scroll(3)
    assert (scrolled.lead, scrolled.row) == (1, -1)
    assert scrolled.scroll(2)
    assert (scrolled.lead, scrolled.row) == (0, 1)


def test_a_share_of_the_way_down_is_where_a_click_on_the_hairline_leads() -> None:
    scrolled = window(30, 10)
    scrolled.prose.refine(float("inf"))
    shares = []
    for share in (0.0, 0.5, 1.0):
        scrolled.to_share(share)
        shares.append(scrolled.share)
    assert shares[0] == 0
    assert 30 < (shares[1] or 0) < 70
    assert shares[2] == 100


def test_a_document_all_in_view_has_no_share_and_no_thumb() -> None:
    scrolled = Scrolled(from_text("One line."))
    scrolled.lay_out(30, 10)
    assert scrolled.share is None
    assert scrolled.thumb == range(0)


@given(SIZES, st.integers(0, 500))
def test_the_thumb_has_a_cell_and_touches_the_ends_at_the_ends(size: tuple[int, int], down: int) -> None:
    scrolled = window(*size)
    scrolled.prose.refine(float("inf"))
    if scrolled.prose.total <= size[1]:
        return
    assert scrolled.thumb.start == 0
    scrolled.scroll(down)
    assert 0 <= scrolled.thumb.start < scrolled.thumb.stop <= size[1]
    scrolled.to_end()
    assert scrolled.thumb.stop == size[1]
