"""An export as its preview shows it, and the file it goes to."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.builders import a_briefing, a_source
from tui.documents import clean_line
from tui.reader.export_preview import Preview, size_name
from tui.reader.export_target import look, proposed, write
from tui.reader.ink import Ink
from tui.reader.painting import width_of
from tui.reader.start import themes

INK = Ink(themes("lamp")[0])
BRIEFING = a_briefing([a_source("herald")])
TEXT = """---
title: "A"
---

# A

Words.[^1][^2] Not a mark: \\[^3].

| Statement                | CNN |
| ------------------------ | --- |
| 1. It opened on Monday.  | ●   |

- Item one
  - Item two that is long enough to go on below where its words began

[^1]: CNN, paragraph 9: “words that take more than one row of a narrow window”. a.txt, characters 1–2.
"""
LINES = st.text(alphabet=st.sampled_from("ab #|-[]^1:.\\ 漢é\u0301"), max_size=60)


def shown(preview: Preview) -> list[str]:
    """The rows in view as text."""
    return ["".join(text for text, _ in row) for row in preview.window(INK)]


def laid_out(text: str, width: int = 40, height: int = 60) -> Preview:
    preview = Preview(text, 2)
    preview.lay_out(width, height)
    return preview


def test_rows_after_the_first_are_set_in_below_the_words_they_go_on_from() -> None:
    assert shown(laid_out(TEXT))[8:] == [
        "| Statement | CNN |",
        "| --- | --- |",
        "| 1. It opened on Monday. | ● |",
        "",
        "- Item one",
        "  - Item two that is long enough to go",
        "    on below where its words began",
        "",
        "[^1]: CNN, paragraph 9: “words that take",
        "    more than one row of a narrow",
        "    window”. a.txt, characters 1–2.",
    ]


def test_marks_of_footnotes_are_lit_and_what_only_looks_like_one_is_not() -> None:
    preview = laid_out(TEXT, width=80)
    row = preview.window(INK)[6]
    assert [text for text, style in row if style == INK("warning", "raised", "b")] == ["[^1]", "[^2]"]
    assert "".join(text for text, _ in row) == "Words.[^1][^2] Not a mark: \\[^3]."


def test_front_matter_and_footnotes_are_dim_and_headings_bold() -> None:
    rows = laid_out(TEXT, width=200).window(INK)
    dim, bold = INK("dim", "raised"), INK("foreground", "raised", "b")
    assert [[style for text, style in row if text.strip()] for row in rows[:5]] == [[dim], [dim], [dim], [], [bold]]
    assert [style for text, style in rows[-1] if text.strip()] == [INK("warning", "raised", "b"), dim]


def test_counts_give_way_from_the_left() -> None:
    preview = laid_out(TEXT)
    size = f"{len(TEXT.encode())} B"
    assert preview.counts() == f"2 sections · 1 footnote · {size}"
    assert preview.counts(24) == f"1 footnote · {size}"
    assert preview.counts(8) == size
    assert preview.counts(2) == ""
    assert Preview(TEXT, None).counts() == f"1 footnote · {size}"


@pytest.mark.parametrize(
    ("size", "name"),
    [(0, "0 B"), (999, "999 B"), (1000, "1.0 kB"), (6789, "6.8 kB"), (999_949, "999.9 kB"), (999_950, "1.0 MB")],
)
def test_sizes_are_named_in_decimal_units(size: int, name: str) -> None:
    assert size_name(size) == name


def test_nothing_is_no_line() -> None:
    preview = laid_out("")
    assert preview.lines == [] and preview.window(INK) == [] and preview.thumb == range(0)
    preview.scroll(5)
    preview.to_end()
    assert preview.top == (0, 0)


@given(st.lists(LINES, min_size=1, max_size=30), st.integers(1, 50), st.integers(1, 12))
def test_no_row_is_wider_than_the_window_and_scrolling_meets_every_row_once(
    lines: list[str], width: int, height: int
) -> None:
    text = "\n".join(lines) + "\n"
    preview = laid_out(text, width, 10_000)
    everything = shown(preview)
    preview.lay_out(width, height)
    assert all(width_of(row) <= max(width, 2) for row in preview.window(INK))
    met = shown(preview)
    assert met == everything[:height]
    while preview.top < preview._end():
        preview.scroll(1)
        assert preview.thumb.stop <= height
        met.append(shown(preview)[-1])
    assert met == everything
    preview.scroll(-(10**6))
    assert preview.top == (0, 0)


@given(st.lists(LINES, min_size=1, max_size=30), st.integers(1, 60), st.integers(1, 60))
def test_another_width_keeps_the_line_at_the_top(lines: list[str], before: int, after: int) -> None:
    preview = laid_out("\n".join(lines), before, 5)
    preview.scroll(7)
    line = preview.top[0]
    preview.lay_out(after, 5)
    assert preview.top[0] == line or preview.top == preview._end()


# -- the file


def test_the_name_proposed_is_the_briefings() -> None:
    assert proposed(BRIEFING) == "b.md"
    assert proposed(a_briefing([], id="")) == "briefing.md"


@given(st.text(max_size=300))
def test_whatever_is_typed_is_looked_at_and_never_raises(typed: str) -> None:
    target = look(typed, BRIEFING)
    assert target.state in ("new", "exists", "unnamed", "folder", "no-folder", "other", "odd")
    assert target.name == clean_line(target.name)


@pytest.mark.parametrize("typed", ["a\0b", "x" * 5000, "a/" * 2000 + "b", "~nobody-of-that-name/x", "\ud800"])
def test_names_no_file_can_have_are_refused_in_words(typed: str) -> None:
    target = look(typed, BRIEFING)
    assert target.said
    assert write(target, "text", overwrite=True) != ""


def test_home_is_the_tilde(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    target = look(" ~/a.md ", BRIEFING)
    assert target.state == "new" and target.path == tmp_path / "a.md"
    assert write(target, "text\n", overwrite=False) == ""
    assert look("~/a.md", BRIEFING).size == 5


def test_the_briefing_and_its_articles_are_never_written_over(tmp_path: Path) -> None:
    article, link = tmp_path / "a.txt", tmp_path / "b.md"
    article.write_text("words", encoding="utf-8")
    os.link(article, link)
    briefing = a_briefing([a_source("herald", path=article)])
    for typed in (str(article), str(link)):
        target = look(typed, briefing)
        assert target.state == "own"
        assert write(target, "text", overwrite=True) == "the briefing and its articles stay"
    assert article.read_text(encoding="utf-8") == "words"


def test_a_file_that_exists_is_written_over_only_on_request(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("mine", encoding="utf-8")
    target = look(str(path), BRIEFING)
    assert write(target, "text", overwrite=False) == "this file exists"
    assert path.read_text(encoding="utf-8") == "mine"
    assert write(target, "text", overwrite=True) == ""
    assert path.read_text(encoding="utf-8") == "text"


def test_other_faults_of_the_system_keep_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: Path, text: str, *, force: bool = True) -> None:
        raise OSError(5, "Input/output \x1b[31merror")

    monkeypatch.setattr("tui.writing.replace_file", fail)
    said = write(look("/tmp/never-written.md", BRIEFING), "text", overwrite=False)
    assert said.startswith("Input/output") and said.isprintable()
