"""A finding is shown with its line of the file and a caret, measured in terminal cells."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.briefing_files import reading
from tui.briefing import Finding, render
from tui.briefing.cells import head, tail, width


def _finding(line: int, column: int, extent: int = 1, hint: str = "") -> Finding:
    return Finding("error", "code", "bad.yaml", line, column, "message", hint, width=extent)


def test_it_looks_like_this(tmp_path: Path) -> None:
    text = (
        "version: 1\nid: a\ntitle: b\nsources: {a: {file: f}}\nsections:\n  - id: s\n    title: t\n    statements:\n"
        '      - text: one\n      - id: two\n        txet: "improve the USA Forces Japan"\n'
    )
    result = reading(tmp_path, text)
    last = result.findings[-1]
    shown = render(last, result.lines).removeprefix(f"{tmp_path}/")
    assert shown == (
        "briefing.yaml:11:9: error: unknown key 'txet' at section 1, statement 2\n"
        '   11 |         txet: "improve the USA Forces Japan"\n'
        "      |         ^~~~ did you mean 'text'?"
    )


def test_the_caret_stands_under_its_place_after_wide_characters() -> None:
    _, line, carets = render(_finding(1, 8, 1), ["日本: 漢字 é"]).split("\n")
    assert line == "    1 | 日本: 漢字 é"
    assert carets == "      |            ^"
    _, _, carets = render(_finding(1, 5, 2), ["日本: 漢字"]).split("\n")
    assert carets == "      |       ^~~~"


def test_combining_marks_take_no_cell_and_a_tab_takes_one() -> None:
    _, line, carets = render(_finding(1, 4), ["e\u0301\tx"]).split("\n")
    assert line == "    1 | e\u0301 x"
    assert carets == "      |   ^"


def test_a_long_line_is_shown_as_a_window_around_the_caret() -> None:
    line = "a" * 500 + "HERE" + "b" * 500
    _, shown, carets = render(_finding(1, 501, 4, "so"), [line], cells=40).split("\n")
    assert shown == "    1 | …" + "a" * 12 + "HERE" + "b" * 22 + "…"
    assert carets == "      |              ^~~~ so"


def test_a_mark_wider_than_the_window_is_cut_at_its_end() -> None:
    _, shown, carets = render(_finding(1, 3, 500), ["a " + "b" * 500], cells=20).split("\n")
    assert shown == "    1 | a " + "b" * 17 + "…"
    assert carets == "      |   ^" + "~" * 17


def test_a_place_outside_the_file_is_told_without_a_line() -> None:
    assert render(_finding(1, 1), []) == "bad.yaml:1:1: error: message"
    assert render(_finding(9, 1, hint="so"), ["a"]) == "bad.yaml:9:1: error: message (so)"


def test_a_mark_that_reaches_past_the_line_ends_with_it() -> None:
    _, _, carets = render(_finding(1, 4, 2**20), ["a: |"]).split("\n")
    assert carets == "      |    ^"


words = st.text(st.sampled_from("ab 日漢é\u0301\u200d😀\t—"), max_size=300)


@given(words, st.integers(1, 320), st.integers(1, 400), st.integers(20, 120))
def test_the_window_never_grows_wider_than_asked_and_always_holds_the_caret(
    line: str, column: int, extent: int, cells: int
) -> None:
    _, shown, carets = render(_finding(1, column, extent), [line], cells=cells).split("\n")
    shown, carets = shown[len("    1 | ") :], carets[len("      | ") :]
    assert width(shown) <= cells
    assert width(carets) <= cells + 1
    assert carets.lstrip().startswith("^")
    place = width(carets) - width(carets.lstrip())
    if 1 < column <= len(line) and width(line) <= cells:
        assert place == width(line[: column - 1].replace("\t", " "))


@given(words, st.integers(0, 40))
def test_head_and_tail_are_the_longest_that_fit(text: str, cells: int) -> None:
    text = text.replace("\t", " ")
    first, last = head(text, cells), tail(text, cells)
    assert text.startswith(first)
    assert text.endswith(last)
    assert max(width(first), width(last)) <= cells
    if len(first) < len(text):
        assert width(text[: len(first) + 1]) > cells
    if len(last) < len(text):
        assert width(text[len(text) - len(last) - 1 :]) > cells
