"""The quick pattern for European words finds what the pattern for every script finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.evidence.words import _EUROPEAN, _any_script, words

EUROPEAN = st.text(st.characters(max_codepoint=0x2FF), max_size=80) | st.text("aé1'.,-/%$<5 sst", max_size=60)


@given(EUROPEAN)
def test_both_patterns_cut_european_text_alike(text: str) -> None:
    quick = [match.span() for match in _EUROPEAN.finditer(text)]
    assert quick == [match.span() for match in _any_script().finditer(text)]


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_words_of_a_window_lie_inside_it(text: str, start: int, end: int) -> None:
    for word in words(text, start, end):
        assert start <= word.start < word.end <= min(end, len(text))
