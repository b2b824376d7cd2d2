"""How hits are cut so that what was matched shows, and how the passage stands in its paragraph."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.documents import Span, from_text
from tui.reader.hit_rows import Piece, one_line, preview, snippet
from tui.search.model import Hit

LONG = "Ministers met in Tokyo and spoke for hours about ships, trade and money before they named the new command."
WORDS = st.lists(
    st.sampled_from(["ships", "command", "漢字", "a", "5,600", "headquarters", "—"]), min_size=1, max_size=40
)


def hit(text: str, *words: str, start: int = 0) -> Hit:
    """A hit on `text`, which begins at `start`, with these words matched."""
    lit = tuple(Span(start + text.index(word), start + text.index(word) + len(word)) for word in words)
    return Hit("one", Span(start, start + len(text)), 1, 1.0, lit, text)


def lit(pieces: list[Piece]) -> list[str]:
    return [piece.text[start:end] for piece in pieces for start, end in piece.lit]


def test_a_short_passage_is_shown_whole() -> None:
    pieces = snippet(hit("Ships met at sea.", "Ships", "sea"), 40, "…")
    assert [piece.text for piece in pieces] == ["Ships met at sea."]
    assert lit(pieces) == ["Ships", "sea"]


def test_a_long_passage_takes_two_lines_and_says_that_it_goes_on() -> None:
    pieces = snippet(hit(LONG, "Tokyo"), 30, "…")
    assert [piece.text for piece in pieces] == ["Ministers met in Tokyo and", "spoke for hours about ships,…"]
    assert lit(pieces) == ["Tokyo"]


def test_a_match_late_in_the_passage_is_brought_into_view() -> None:
    pieces = snippet(hit(LONG, "command"), 30, "…")
    assert pieces[0].text.startswith("…")
    assert "command" in lit(pieces)


def test_in_one_line_the_first_match_stands_whole_with_what_follows_it() -> None:
    piece = one_line(hit(LONG, "money", "command"), 40, "…")
    assert lit([piece]) == ["money"]
    assert piece.text.startswith("…") and "money bef" in piece.text


def test_in_one_line_a_match_far_into_wide_characters_is_brought_into_view() -> None:
    piece = one_line(hit("東京で会談し、船と貿易と資金について話し合った後に司令部の名を挙げた。", "司令部"), 24, "…")
    assert lit([piece]) == ["司令部"]
    assert cell_len(piece.text) <= 24


def test_a_line_break_of_the_article_and_its_indent_are_one_space() -> None:
    found = hit("covered by the Public\n   License  version 2", "Public\n   License", "2")
    for pieces in ([one_line(found, 40, "…")], snippet(found, 40, "…")):
        assert [piece.text for piece in pieces] == ["covered by the Public License version 2"]
        assert lit(pieces) == ["Public License", "2"]


def test_a_line_that_is_full_gives_up_its_last_word_and_no_half_of_it() -> None:
    pieces = snippet(hit("one two three four five six", "one"), 9, "…")
    assert [piece.text for piece in pieces] == ["one two", "three…"]


@given(WORDS, st.integers(12, 40), st.data())
def test_no_line_is_wider_than_asked_for_and_something_matched_shows(
    words: list[str], width: int, data: st.DataObject
) -> None:
    text = " ".join(words)
    word = data.draw(st.sampled_from(words))
    pieces = snippet(hit(text, word), width, "…")
    assert 1 <= len(pieces) <= 2
    assert all(cell_len(piece.text) <= width for piece in pieces)
    assert lit(pieces)
    assert all(0 <= start < end <= len(piece.text) for piece in pieces for start, end in piece.lit)


def test_the_preview_shows_the_paragraph_and_marks_the_passage_in_it() -> None:
    document = from_text("Before it all.\n\nFirst words. The ships sailed. Last words.\n\nAfter it all.", "one")
    start = document.text.index("The ships")
    lines = preview(document, hit("The ships sailed.", "ships", start=start), 60, 10, "…")
    assert [line.text for line in lines] == ["First words. The ships sailed. Last words."]
    (line,) = lines
    assert line.passage is not None and line.text[slice(*line.passage)] == "The ships sailed."
    assert [line.text[a:b] for a, b in line.lit] == ["ships"]


def test_a_long_paragraph_is_shown_around_the_passage() -> None:
    text = "Words that go before it. " * 40 + "The ships sailed. " + "Words that come after. " * 40
    document = from_text(text, "one")
    start = document.text.index("The ships")
    lines = preview(document, hit("The ships sailed.", "ships", start=start), 30, 6, "…")
    assert len(lines) == 6
    assert lines[0].text.startswith("…")
    assert lines[0].text[1:].split()[0] in text.split(), "no word is cut by the sign"
    assert any(line.lit for line in lines)


def test_every_line_of_a_preview_fits() -> None:
    document = from_text("漢字" * 100 + " ships " + "word " * 60, "one")
    start = document.text.index("ships")
    for width in range(8, 40):
        lines = preview(document, hit("ships", "ships", start=start), width, 5, "…")
        assert all(cell_len(line.text) <= width for line in lines)
