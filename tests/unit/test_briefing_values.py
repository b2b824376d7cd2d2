"""Ids, dates, addresses and hashes have one form each; what has another is refused, never guessed at."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.briefing import values

FORMS: list[Callable[[str], object]] = [
    values.identifier,
    values.letter,
    values.calendar_date,
    values.published,
    values.url,
    values.sha256,
    values.line_number,
]


@given(st.text(max_size=80) | st.from_regex(r"[0-9T:Z+.-]{0,30}") | st.from_regex(r"[htps:/\[\]@%a]{0,30}"))
def test_any_text_is_taken_or_refused_without_an_exception(text: str) -> None:
    for form in FORMS:
        taken = form(text)
        assert taken is None or form(str(taken)) == taken


@given(st.dates())
def test_every_day_of_the_calendar_is_a_date(day: date) -> None:
    assert values.calendar_date(day.isoformat()) == day
    assert values.published(day.isoformat()) == day.isoformat()


@pytest.mark.parametrize(
    "text",
    ["2024-02-30", "2023-02-29", "0000-01-01", "2024-00-10", "2024-W30-7", "20240728", "2024-07-28 ", "٢٠٢٤-٠٧-٢٨"],
)
def test_what_is_no_day_is_no_date(text: str) -> None:
    assert values.calendar_date(text) is None


@pytest.mark.parametrize(
    "text", ["2024", "2024-07", "2024-07-28T09:30", "2024-07-28T09:30:15+09:00", "2024-07-28 09:30Z"]
)
def test_a_publication_may_be_less_or_more_than_a_day(text: str) -> None:
    assert values.published(text) == text


@pytest.mark.parametrize("text", ["2024-13", "2024-07-28T25:00", "0000", "July 2024", "2024-07-28T09:30 JST"])
def test_what_was_never_published_is_refused(text: str) -> None:
    assert values.published(text) is None


@pytest.mark.parametrize(
    "text",
    ["https://example.org", "http://127.0.0.1:8000/a?b#c", "HTTPS://例え.jp/記事", "mailto:a@b.org", "https://[::1]/"],
)
def test_web_and_mail_addresses_are_taken(text: str) -> None:
    assert values.url(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://example.org",
        "//example.org",
        "example.org",
        "https:",
        "https:///path",
        "mailto:",
        "https://a b",
        "https://[::1",
        "https://a\n.org",
        "java\u2424script:x",
        "https://a␛[31m",
    ],
)
def test_every_other_address_is_refused(text: str) -> None:
    assert values.url(text) is None


@pytest.mark.parametrize("text", ["cnn", "s004", "north-korea-russia", "日経", "über.alles_1", "अंक"])
def test_ids_are_words_of_any_script(text: str) -> None:
    assert values.identifier(text) == text


@pytest.mark.parametrize(
    "text", ["", " ", "a b", "a/b", "a:b", "[a]", "a]", "^a", "-a", ".a", "a\u00a0b", "#a", "a'b", "�"]
)
def test_what_would_end_a_query_or_a_footnote_is_no_id(text: str) -> None:
    assert values.identifier(text) is None


@pytest.mark.parametrize(
    ("text", "mark"), [("c", "C"), ("Ж", "Ж"), ("é", "É"), ("e\u0301", "É"), ("ß", "ß"), ("א", "א")]
)
def test_a_mark_is_one_letter_in_upper_case(text: str, mark: str) -> None:
    assert values.letter(text) == mark


@pytest.mark.parametrize("text", ["", "CN", "1", "·", "日", "Ｃ", "\u0301", "😀", " "])
def test_what_is_no_letter_of_one_cell_is_no_mark(text: str) -> None:
    assert values.letter(text) is None


@pytest.mark.parametrize(
    ("word", "hint"), [("txet", "text"), ("TEXT", "text"), ("quotes", "quote"), ("sorce", "source")]
)
def test_a_slip_of_the_pen_is_understood(word: str, hint: str) -> None:
    assert values.did_you_mean(word, ["text", "quote", "source"]) == f"did you mean '{hint}'?"


@pytest.mark.parametrize("word", ["", "entirely", "x" * 100_000, "日本"])
def test_a_word_like_none_is_not_guessed_at(word: str) -> None:
    assert values.did_you_mean(word, ["text", "quote", "source"]) == ""


def test_without_known_words_there_is_no_hint() -> None:
    assert values.did_you_mean("text", []) == ""
