"""Letters rule out only words that comparing would rule out too."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.search import likeness
from tui.search.alike import Alike

WORDS = st.text("aeinrstoxyжü", min_size=5, max_size=5)
TYPED = st.text("aeinrstoxyжü", min_size=2, max_size=8)


@settings(max_examples=20)  # of three hundred words each
@given(st.lists(WORDS, min_size=300, max_size=330, unique=True), TYPED, st.integers(1, 4))
def test_the_same_words_are_found_as_by_comparing_all(words: list[str], typed: str, edits: int) -> None:
    assert list(Alike(words).within(typed, edits)) == _compared(typed, words, edits)


def _compared(typed: str, words: list[str], edits: int) -> list[tuple[str, int]]:
    return [(word, distance) for word, distance, _ in likeness.within(typed, words, edits)]


def test_words_with_too_many_other_letters_are_not_compared() -> None:
    words = [f"b{a}{b}{c}d" for a in "eaio" for b in "rnts" for c in "eaiornts" * 3]
    alike = Alike(words)
    assert len(alike._candidates("bbbbd", 1)) < len(words)
    assert list(alike.within("beren", 1)) == _compared("beren", words, 1)
