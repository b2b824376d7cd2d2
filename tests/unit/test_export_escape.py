"""Text is escaped where Markdown would act on it, and left alone everywhere else."""

from __future__ import annotations

import pytest

from tui.export.inline import Emphasis, Note, cell, heading, paragraph


@pytest.mark.parametrize(
    "text",
    [
        "CNN, paragraph 9: “restructured” into a joint force headquarters.",
        "It costs $5 billion to $10 billion, ~5 % of 2 + 2 = 4 [sic] (more or less).",
        "seeds/000_c1fe3836bbdbdc8c.txt, characters 1276–1365",
        "5 * 3, a_b_c, 12:30, 1.5, U.S., p.m., R&D; AT&T, #1, 10 > 9, 8 < 9, 50%!",
        "“Ils ont dit : ‘non’ — peut-être…” 日本語、テスト。",
        "said @minister after the talks",
        "R&D; AT&T; Q&A &c; 5 < 6 &",
    ],
)
def test_everyday_text_needs_no_escape(text: str) -> None:
    assert paragraph([text]) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a *b* c", r"a \*b\* c"),
        ("_a_ snake_case", r"\_a\_ snake_case"),
        ("[x](y) and [a]: b", r"\[x\](y) and \[a\]: b"),
        ("[[wiki]]", r"\[[wiki]\]"),
        ("<b>", r"\<b>"),
        ("a `code` b", r"a \`code\` b"),
        ("&lt; & &amp;", r"\&lt; & \&amp;"),
        (r"C:\temp", r"C:\\temp"),
        ("~~gone~~", r"\~\~gone\~\~"),
        ("$x$", r"\$x\$"),
    ],
)
def test_signs_that_would_act_get_a_backslash(text: str, written: str) -> None:
    assert paragraph([text]) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("see https://example.org/a now", "see *https*://example.org/a now"),
        ("see www.example.org", "see *www*.example.org"),
        ("at a.b.example.co.uk or x?u=evil.com", "at *a*.b.example.co.uk or x?u=*evil*.com"),
        ("write to bob@example.org", "write to bob@*example*.org"),
        ("their alliance.In the end", "their *alliance*.In the end"),
        ("the #summit", "the #*summit*"),
        ("so :smile: now", "so :*smile*: now"),
        ("[^1] and ^[note]", r"\[^*1*\] and ^\[*note*\]"),
        ("==marked== %%hidden%%", "=*=marked*=*=* %*%hidden*%*%*"),
    ],
)
def test_what_a_formatter_would_arm_again_gets_emphasis(text: str, written: str) -> None:
    assert paragraph([text]) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("# a", r"\# a"),
        ("> a", r"\> a"),
        ("- a", r"\- a"),
        ("+ a", r"\+ a"),
        ("1. a", r"1\. a"),
        ("12) a", r"12\) a"),
        ("---", r"\---"),
        ("=", r"\="),
        ("[ ] a", r"\[ \] a"),
        ("| a", r"\| a"),
        ("-a", "-a"),
        ("1.5 a", "1.5 a"),
    ],
)
def test_a_line_cannot_start_a_block(text: str, written: str) -> None:
    assert paragraph([text]) == written


def test_white_space_becomes_one_space_and_ends_are_trimmed() -> None:
    assert paragraph(["  a\n\nb \t c  "]) == "a b c"


def test_a_pipe_is_escaped_in_a_cell_only() -> None:
    assert (cell(["a|b"]), paragraph(["a|b"])) == (r"a\|b", "a|b")


def test_a_heading_keeps_its_last_hash_and_is_never_empty() -> None:
    assert heading(2, ["C#"]) == "## C\\#"
    assert heading(2, [" "]) == "## not stated"


def test_a_footnote_follows_the_text_it_belongs_to() -> None:
    assert paragraph(["Said.", Note("1"), Note("2"), " More."]) == "Said.[^1][^2] More."


def test_text_before_a_footnote_does_not_join_with_it() -> None:
    assert paragraph(["At 12:30", Note("1")]) == "At 12:*30*[^1]"
    assert paragraph(["x^", Note("1")]) == "*x^*[^1]"
    assert paragraph(["(^", Note("1")]) == r"(\^[^1]"
    assert paragraph(["[sic]", Note("1"), " no!", Note("2")]) == "[sic][^1] no![^2]"


def test_emphasis_that_could_not_be_read_as_such_is_plain_text() -> None:
    assert paragraph(["a ", Emphasis("word"), "."]) == "a *word*."
    assert paragraph(["a ", Emphasis("word", strong=True), " b"]) == "a **word** b"
    assert paragraph(["a ", Emphasis("“word”"), "b"]) == "a “word”b"
    assert paragraph([Emphasis("a"), Emphasis("b")]) == "ab"
    assert paragraph([Emphasis("www.example.org")]) == "*www*.example.org"
