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


def test_the_hint_of_an_error_stays_where_its_words_are_cut_anyway() -> None:
    message = Message("no answer", "a server of a very long name: it says nothing", hint="^L asks again", kind="error")
    left, right = message.runs(INK, 50)
    assert (text(left), text(right)) == ("✗ no answer  a server of a very l…", "^L asks again")


@given(st.lists(st.text(alphabet="ab 漢é,", max_size=12), max_size=6), st.integers(0, 40))
def test_what_is_cut_ends_in_the_sign_and_fits(words: list[str], width: int) -> None:
    runs = [(word, INK()) for word in words]
    kept = cut(runs, width)
    if width_of(runs) <= width:
        assert kept == runs
    elif width == 0:
        assert kept == []
    else:
        assert text(kept).endswith("…")
        assert width_of(kept) <= width
        assert "".join(words).startswith(text(kept)[:-1].rstrip(" 漢"))
        assert cell_len(text(kept)) == width_of(kept)


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (42, [("✗ a.yaml:3:1  no such key", "o opens it")]),
        (38, [("✗ a.yaml:3:1  no such key", ""), ("", "o opens it")]),  # the words just fit
        (24, [("✗ a.yaml:3:1  no", ""), ("  such key", "o opens it")]),
        (18, [("✗ a.yaml:3:1", ""), ("  no such key", ""), ("", "o opens it")]),
    ],
)
def test_an_error_keeps_its_hint_on_a_row_more_where_the_words_leave_no_room(
    width: int, shown: list[tuple[str, str]]
) -> None:
    message = Message("a.yaml:3:1", "no such key", hint="o opens it", kind="error")
    assert [(text(left), text(right)) for left, right in message.rows(INK, width, 3)] == shown


def test_an_error_longer_than_three_rows_is_cut_for_its_hint() -> None:
    message = Message("a.yaml:3:1", "no such key " * 20, hint="o opens it", kind="error")
    *_, (left, right) = rows = message.rows(INK, 40, 3)
    assert len(rows) == 3 and text(right) == "o opens it"
    assert text(left).endswith("…") and width_of(left) + width_of(right) + 4 <= 40


@given(st.text(alphabet="ab 漢é,", max_size=90), st.text(alphabet="ab 漢", max_size=30), st.integers(4, 60))
def test_every_row_of_a_message_fits(words: str, hint: str, width: int) -> None:
    for left, right in Message("a.yaml", words, hint=hint, kind="error").rows(INK, width, 3):
        assert width_of(left) + width_of(right) + 2 <= max(width, 5)
