"""Cleaning: nothing acts, nothing hides, every offset survives."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.unit.hostile import HOSTILE, JOINERS, forbidden, hostile_text, touchy_text
from tui.documents import clean, clean_line, cleaned, cleaning

EVERY_CHARACTER = [chr(code) for code in range(0x110000)]


@settings(max_examples=400)
@given(st.one_of(hostile_text(), touchy_text()))
@example("👩\u200d🏽")
@example("🏽\ufe0f")
@example("1\ufe0f\u20e3 2\ufe0f a\ufe0f\u200d👩")
@example("\u0915\u094d\u200d\u200c\u0937")
@example("e" + "\u0301" * 29 + "\u200d\ufe0f" * 4)
@example("\r\r\n\n\r")
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean(text)
    assert clean(once) == once


@given(hostile_text())
def test_only_crlf_changes_the_length(text: str) -> None:
    assert len(clean(text)) == len(text) - text.count("\r\n")


@given(hostile_text())
def test_nothing_forbidden_is_left(text: str) -> None:
    assert forbidden(clean(text)) == []


@given(hostile_text())
def test_a_clean_line_is_one_line(text: str) -> None:
    line = clean_line(text)
    assert forbidden(line, allowed=JOINERS) == []
    assert clean_line(line) == line


@pytest.mark.parametrize("name", HOSTILE)
def test_every_hostile_string_comes_out_clean(name: str) -> None:
    once = clean(HOSTILE[name])
    assert forbidden(once) == []
    assert clean(once) == once


def test_every_character_of_unicode_alone_is_kept_or_made_visible() -> None:
    apart = "".join(f"{character}a" for character in EVERY_CHARACTER)
    cleaned_apart = clean("a" + apart)
    assert len(cleaned_apart) == len(apart) + 1
    assert forbidden(cleaned_apart, allowed="\n") == []


def test_the_kit_would_notice_a_cleaning_that_does_nothing() -> None:
    assert sum(bool(forbidden(text, allowed="\n")) for text in HOSTILE.values()) > 150


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ("\x1b]52;c;aGk=\x07", "␛]52;c;aGk=␇"),
        ("\x00\x08\x7f\x0b\x0c", "␀␈␡␋␌"),
        ("\x9b2J\x80", "\ufffd2J\ufffd"),
        ("a\tb", "a b"),
        ("one\r\ntwo\rthree\u2028four\u2029five\x85six", "one\ntwo\nthree\nfour\nfive\nsix"),
        ("a\u202eb\u2066c\u061cd", "a\ufffdb\ufffdc\ufffdd"),
        ("x\U000e0041\U000e0100", "x\ufffd\ufffd"),
        ("a\u200bb\u200cc\u200dd\ufeffe\u2060", "a\ufffdb\ufffdc\ufffdd\ufffde\ufffd"),
        ("Bundes\u00adrat", "Bundes‧rat"),
        ("\ud800\udfff\ufffe\ufdd0\U0010ffff", "\ufffd" * 5),
        ("a\u3164b\u115f\u1160\uffa0", "a\ufffdb\ufffd\ufffd\ufffd"),
        ("a\u2800b", "a b"),
        ("\ufff9a\ufffab\ufffb", "\ufffda\ufffdb\ufffd"),
    ],
)
def test_what_stands_in_for_what(given_text: str, expected: str) -> None:
    assert clean(given_text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "👩🏽\u200d🚀 👨\u200d👩\u200d👧\u200d👦 👍🏿 🏳\ufe0f\u200d🌈 ❤\ufe0f 1\ufe0f\u20e3 ☎\ufe0e ©\ufe0f 🇯🇵",
        "می\u200cخواهم کتاب\u200cها",
        "ه\u200d ه\u200d.ش",
        "क्\u200dष क्\u200cष ന്\u200d ක්\u200dර র\u200d্য",
        "👩🏽\u200d🚀👩🏽\u200d🚀👩🏽\u200d🚀👩🏽\u200d🚀👩🏽\u200d🚀",
        "ខ្ញុំ\u200bចង់\u200bទៅ",
        "ภาษา\u200bไทย",
        "ᠮᠣᠩᠭᠣᠯ\u180b ᠰᠠᠷ\u180eᠠ",
        "Việt Nam — “Łódź” ‘naïve’ … 東京　ソウル",
        "non\u00a0breaking\u202fspace",
    ],
)
def test_real_spelling_is_left_alone(text: str) -> None:
    assert cleaned(text).text == text
    assert sum(cleaned(text).counts.values()) == 0


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("👩\u200d\u200d👩", "👩\ufffd\ufffd👩"),
        ("a\u200d👩", "a\ufffd👩"),
        ("👩\u200db", "👩\ufffdb"),
        ("א\u200dב", "א\ufffdב"),
        ("ا\u200dا", "ا\ufffdا"),
        ("क\u200dष", "क\ufffdष"),
        ("क्\u200d" * 5, "क्\u200d" * 3 + "क्\ufffd" + "क्\u200d"),
        ("7\ufe0f7", "7\ufffd7"),
        ("→🏽 🏽🏽 👍🏽🏽", "→\ufffd \ufffd\ufffd 👍🏽\ufffd"),
        ("👩\u200d" * 9 + "👩", ("👩\u200d" * 3 + "👩\ufffd") * 2 + "👩\u200d👩"),
        ("a\u200bក", "a\ufffdក"),
        ("م\u200c\u200c\u200cن", "م\u200c\ufffd\ufffdن"),
    ],
)
def test_a_joiner_out_of_place_is_shown(text: str, kept: str) -> None:
    assert clean(text) == kept


def test_marks_are_capped_at_thirty_in_a_row() -> None:
    result = cleaned("e" + "\u0301" * 50_000 + "x")
    assert result.text == "e" + "\u0301" * 30 + "\ufffd" * 49_970 + "x"
    assert result.counts["marks"] == 49_970


def test_marks_on_separate_letters_are_not_a_row() -> None:
    text = "n\u0303" * 1_000 + "\U00011013\U00011038" * 100 + "\u1112\u1161\u11ab" * 100
    assert clean(text) == text


def test_every_mark_of_unicode_counts_in_a_row() -> None:
    marks = [c for c in EVERY_CHARACTER if unicodedata.category(c) in ("Mn", "Me", "Mc") and clean(c) == c]
    assert len(marks) > 2_000
    assert [f"U+{ord(c):04X}" for c in marks if clean("a" + c * 31)[-1] != "\ufffd"] == []


def test_counts_tell_the_kinds_apart() -> None:
    counts = cleaned("\x1b\x1b\x9b \u202e \u200b\U000e0041 \ud800 \u00ad" + "e" + "\u0301" * 32).counts
    assert counts == {"controls": 3, "direction": 1, "invisible": 2, "broken": 1, "soft-hyphens": 1, "marks": 2}


@given(hostile_text())
def test_counts_name_every_replacement(text: str) -> None:
    result = cleaned(text)
    quiet = "\r\u0085\u2028\u2029\t\u2800"
    before = text.replace("\r\n", "\n")
    changed = sum(old != new for old, new in zip(before, result.text, strict=True) if old not in quiet)
    assert sum(result.counts.values()) == changed


@pytest.mark.parametrize(
    "filler", ["a", "漢", "\u0301", "क्\u200d", "👩\u200d", "a\u200d", "\x1b", "1\ufe0f", "ا\u200dx"]
)
def test_where_long_text_is_cut_for_cleaning_does_not_show(filler: str, monkeypatch: pytest.MonkeyPatch) -> None:
    long = filler * (40_000 // len(filler)) + "\u202e" + filler * 9
    in_pieces, again = clean(long), clean(clean(long))
    monkeypatch.setattr(cleaning, "_PIECE", 10**9)
    assert in_pieces == again == clean(long)


@settings(max_examples=400)
@given(st.one_of(hostile_text(), touchy_text()))
def test_small_pieces_clean_as_large_ones_do(text: str) -> None:
    whole = clean(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cleaning, "_PIECE", 1)
        assert clean(text) == whole
