"""The message row: sign, siglum, subject, what happened, what to do; what does not fit is cut with a sign."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.reader.ink import Ink
from tui.reader.messages import Message
from tui.reader.painting import Run, cut, width_of
from tui.reader.start import themes

INK = Ink(themes("lamp")[0])


def text(runs: list[Run]) -> str:
    return "".join(words for words, _ in runs)


@pytest.mark.parametrize(
    ("message", "left"),
    [
        (Message("copied", "to the clipboard"), "copied  to the clipboard"),
        (Message("nothing to copy", kind="warning"), "! nothing to copy"),
        (Message("a.yaml:3:1", "no such key", kind="error"), "✗ a.yaml:3:1  no such key"),
        (Message("reading", "4 of 9", kind="work"), "⠿ reading  4 of 9"),
        (Message("CNN changed", kind="warning", siglum=("C", 0)), "! C CNN changed"),
    ],
)
def test_a_message_begins_with_its_sign(message: Message, left: str) -> None:
    assert text(message.runs(INK, 80)[0]) == left


def test_the_subject_of_trouble_is_bold_and_the_siglum_stands_for_it() -> None:
    runs, _ = Message("a.yaml", "no such key", kind="error").runs(INK, 80)
    assert [bool(style.bold) for _, style in runs] == [True, True, False]
    runs, _ = Message("CNN changed", kind="warning", siglum=("C", 0)).runs(INK, 80)
    assert runs[1] == ("C ", INK("mark:0", "panel", "b"))
    assert not runs[2][1].bold


def test_the_hint_gives_way_before_the_words_do() -> None:
    message = Message("a.yaml:3:1", "no such key", hint="o opens it", kind="error")
    assert text(message.runs(INK, 40)[1]) == "o opens it"
    left, right = message.runs(INK, 36)
    assert (text(left), right) == ("✗ a.yaml:3:1  no such key", [])
    assert text(message.runs(INK, 20)[0]) == "✗ a.yaml:3:1  no…"


@given(st.lists(st.text(alphabet="ab 漢é,", max_size=12), max_size=6), st.integers(0, 40))
def test_what_is_cut_ends_in_the_sign_and_fits(words: list[str], width: int) -> None:
    runs = [(word, INK()) for word in words]
    kept = cut(runs, width)
    if width_of(runs) <= width:
        assert kept == runs
    else:
        assert text(kept).endswith("…")
        assert width_of(kept) <= max(width, 1)
        assert "".join(words).startswith(text(kept)[:-1].rstrip(" 漢"))
        assert cell_len(text(kept)) == width_of(kept)
