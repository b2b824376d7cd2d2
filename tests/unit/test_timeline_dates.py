"""Dates in running text: written out, relative, and left alone where two days could be meant."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.evidence.dates import Base, dates

SUNDAY = date(2024, 7, 28)


def told(text: str, base: Base | None = None) -> list[str]:
    """The times of a text as they are listed."""
    return [one.written for one in dates(text, base=base)]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("on Sunday, July 28, 2024, they met", "2024-07-28"),
        ("the 28th of July 2024", "2024-07-28"),
        ("Jul. 28, 2024", "2024-07-28"),
        ("2024-07-28T10:00", "2024-07-28"),
        ("am 28.07.2024 in Tokio", "2024-07-28"),
        ("7/28/2024", "2024-07-28"),
        ("le 28 juillet 2024", "2024-07-28"),
        ("28 de julio de 2024", "2024-07-28"),
        ("2024年7月28日に", "2024-07-28"),
        ("July 28-30, 2024", "2024-07-28–30"),
        ("28–30 July 2024", "2024-07-28–30"),
        ("for March 2025", "2025-03"),
        ("a plan of 2% by 2027", "by 2027"),
        ("since records began in 1951", "1951"),
        ("growing since 2013", "since 2013"),
        ("between 2019 and 2021", "2019–2021"),
        ("the season of 2019–21", "2019–2021"),
        ("in the 1990s", "1990–1999"),
    ],
)
def test_written_dates_need_no_date_of_the_text(text: str, when: str) -> None:
    assert told(text) == [when]


@pytest.mark.parametrize(
    "text",
    [
        "Monday, July 28, 2024",
        "3/4/2024",
        "31 June 2024",
        "in 2000 homes",
        "the 1960 treaty",
        "a vote of 6-3",
        "version 2024-07-28-3",
        "may 3 people march",
        "the tower of 2000 metres",
        "1.28.07.2024",
        "in 2022,500 cases",
        "July 30-28, 2024",
    ],
)
def test_what_is_no_date_or_could_be_two_is_left_alone(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("text", ["on Sunday", "yesterday", "last month", "in April they met", "July 28", "7月28日"])
def test_relative_dates_need_the_date_of_the_text(text: str) -> None:
    assert told(text) == []
    assert told(text, Base(SUNDAY, exact=True))


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("He spoke on Sunday", "2024-07-28"),
        ("The court ruled on Thursday", "2024-07-25"),
        ("The prime minister will visit on Thursday", "2024-08-01"),
        ("He said on Thursday that they will meet", "2024-07-25"),
        ("It happened yesterday", "2024-07-27"),
        ("Putin visited last month", "2024-06"),
        ("spending rose last year", "2023"),
        ("In April, the president took the pledge", "2024-04"),
        ("The line opened in December", ""),
        ("The talks will be held in December", "2024-12"),
        ("It closed on May 3", "2024-05-03"),
        ("Applications are due by September 1", "by 2024-09-01"),
        ("The schools are closed until Tuesday", "until 2024-07-30"),
        ("The schools were closed until Tuesday", "until 2024-07-23"),
        ("Half of them had been found by Friday", "by 2024-07-26"),
        ("She served as a judge until 2020", "until 2020"),
        ("next Friday", ""),
        ("last Friday", ""),
        ("Friday's close", ""),
        ("The summit on September 1", ""),
        ("Management meets labour representatives on Thursday", ""),
        ("The United States meets Japan on Thursday", ""),
        ("The port closed on Monday", ""),
        ("The festival takes place in May", ""),
        ("The picture was painted by Jan Terhorst", ""),
        ("It was sung by June Carter", ""),
        ("It was closed in Feb. and reopened", "2024-02"),
        ("those who live along it today and tomorrow", ""),
    ],
)
def test_relative_dates_count_from_the_day_of_publication(text: str, when: str) -> None:
    assert told(text, Base(SUNDAY, exact=True)) == ([when] if when else [])


def test_where_only_the_events_date_is_known_far_weekdays_and_yesterday_are_left_alone() -> None:
    near = Base(SUNDAY)
    assert told("They met on Saturday", near) == ["2024-07-27"]
    assert told("They met on Tuesday", near) == []
    assert told("They met on Tuesday", Base(SUNDAY, exact=True)) == ["2024-07-23"]
    assert told("yesterday", near) == []


def test_a_span_is_where_the_words_stand() -> None:
    text = "It rained. On Sunday, July 28, 2024, the sun came out in Tokyo."
    one = dates(text, 11)[0]
    assert text[one.span.start : one.span.end] == "Sunday, July 28, 2024"
    assert dates(text, 0, 11) == []


@given(st.dates(date(1500, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_back_from_its_usual_forms(day: date) -> None:
    forms = [f"{day:%Y-%m-%d}", f"{day.day} {day:%B %Y}", f"{day:%B} {day.day}, {day.year}", f"{day:%d.%m.%Y}"]
    forms.append(f"{day:%A}, {day:%b} {day.day}, {day.year}")
    assert [told(f"On {form} it was so.") for form in forms] == [[day.isoformat()]] * len(forms)


@given(st.dates(date(1600, 1, 1), date(2090, 12, 31)), st.integers(0, 5))
def test_a_past_weekday_is_the_last_of_that_name(base: date, back: int) -> None:
    day = base - timedelta(back)
    assert told(f"They met on {day:%A}.", Base(base, exact=True)) == [day.isoformat()]


@given(st.text(max_size=200), st.dates())
def test_any_text_is_read_and_spans_slice_what_holds_them(text: str, base: date) -> None:
    found = dates(text, base=Base(base, exact=True))
    assert all(one.first <= one.last for one in found)
    assert all(0 <= one.span.start < one.span.end <= len(text) for one in found)
    assert found == sorted(found, key=lambda one: one.span)


@pytest.mark.parametrize("base", [date.min, date.max])
def test_at_either_end_of_the_calendar_nothing_breaks(base: date) -> None:
    text = (
        "last month, next month, last year, next year, on Sunday, it will be Friday, yesterday, tomorrow, in May, May 3"
    )
    assert all(date.min <= one.first <= one.last <= date.max for one in dates(text, base=Base(base, exact=True)))


def test_long_texts_without_dates_are_read_in_one_pass() -> None:
    assert told("1" * 50_000 + " in " * 20_000 + "Sunday " * 10_000 + "20 " * 10_000 + "2019-" * 10_000) == []


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("She called the night long and announced a meeting for Tuesday", "2024-07-30"),
        ("A vote scheduled for Tuesday could decide it", "2024-07-30"),
        ("On Tuesday, the mayor will meet those injured", "2024-07-30"),
        ("On Tuesday, the mayor met those injured", "2024-07-23"),
        ("The strike called for Friday went ahead", ""),
        ("She called a meeting on Friday", ""),
        ("He agreed to answer on Friday", ""),
        ("They were told to leave on Friday", ""),
        ("The hearing was moved to Friday", ""),
        ("The library is closed on Friday", ""),
        ("He announced a strike in April", ""),
        ("They arrived on Friday ahead of talks planned for Tuesday", "2024-07-30"),
    ],
)
def test_a_weekday_of_something_arranged_lies_ahead_or_is_not_told(text: str, when: str) -> None:
    assert told(text, Base(SUNDAY, exact=True)) == ([when] if when else [])
