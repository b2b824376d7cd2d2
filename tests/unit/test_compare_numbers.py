"""Numbers and times as the news writes them, and which of them may be one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.documents import from_text
from tui.evidence.comparing.agreement import agree
from tui.evidence.comparing.clocks import clocks
from tui.evidence.comparing.dates import dates, differ
from tui.evidence.comparing.numbers import Number, numbers
from tui.evidence.comparing.phrases import phrases
from tui.evidence.comparing.quantities import quantities
from tui.evidence.comparing.sentences import Sentence, sentences


def _sentence(text: str) -> Sentence:
    document = from_text(text, "article")
    return sentences([document], phrases([document], {}))[0][0]


def _number(text: str) -> Number:
    (number,) = numbers(_sentence(text))
    return number


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("They counted 54,000 birds", 54_000, 54_000),
        ("They counted twenty-one birds", 21, 21),
        ("They counted three hundred and fifty birds", 350, 350),
        ("They paid 1.2 million", 1_200_000, 1_200_000),
        ("They paid half a million", 500_000, 500_000),
        ("They counted 40 to 50 birds", 40, 50),
        ("They counted 40-50 birds", 40, 50),
        ("They counted between 40 and 50 birds", 40, 50),
        ("They bought a dozen eggs", 12, 12),
        ("They bought two dozen eggs", 24, 24),
        ("They bought half a dozen eggs", 6, 6),
    ],
)
def test_a_number_is_read(text: str, low: float, high: float) -> None:
    number = _number(text)
    assert (number.low, number.high) == (low, high)


@pytest.mark.parametrize("name", ["MD5", "SHA-1", "F-16", "G7", "COVID-19", "Boeing-737"])
def test_the_digits_of_a_name_are_no_number(name: str) -> None:
    assert numbers(_sentence(f"They spoke of {name} for days")) == []


@pytest.mark.parametrize("figure", ["EUR5", "US$5", "top-5", "5th", "死者5人", "5-7"])
def test_digits_beside_letters_that_are_no_name_are_a_number(figure: str) -> None:
    assert _number(f"They spoke of {figure} for days").low == 5


@pytest.mark.parametrize("sign", ["²", "①", "①②", "٣²"])
def test_signs_of_digits_are_neither_hours_nor_days(sign: str) -> None:
    sentence = _sentence(f"The ferry left at {sign} past {sign} on 2024-{sign}-{sign}, carrying {sign} people.")
    assert not list(clocks(sentence))
    assert all(one.month is None for one in dates(sentence, None))


@pytest.mark.parametrize("text", ["9" * 500 + " people", "hundred " * 200 + "people", "9" * 5000 + " to " + "9" * 400])
def test_digits_without_end_are_no_number(text: str) -> None:
    assert numbers(_sentence(text)) == []


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("at least 40 people", "lower"),
        ("more than 40 people", "lower"),
        ("no fewer than 40 people", "lower"),
        ("up to 40 people", "upper"),
        ("no more than 40 people", "upper"),
        ("fewer than 40 people", "upper"),
        ("as many as 40 people", "upper"),
        ("the 40 people", ""),
    ],
)
def test_a_bound_is_read(text: str, bound: str) -> None:
    assert _number(text).bound == bound


@pytest.mark.parametrize(
    ("one", "other", "may_be_one"),
    [
        ("5,600 birds", "5,620 birds", True),
        ("5,600 birds", "5,700 birds", False),
        ("about 100 birds", "105 birds", True),
        ("12 birds", "13 birds", False),
        ("at least 40 birds", "57 birds", True),
        ("at least 40 birds", "38 birds", False),
        ("at least 40 birds", "up to 40 birds", False),
        ("at least 40 birds", "at least 60 birds", False),
    ],
)
def test_two_numbers_may_be_one_or_not(one: str, other: str, may_be_one: bool) -> None:
    assert agree(_number(one), _number(other)) is may_be_one


@given(st.integers(0, 10**9))
def test_a_number_agrees_with_itself(value: int) -> None:
    number = _number(f"They counted {value:,} birds")
    assert agree(number, number)


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_agreeing_takes_no_side(one: int, other: int) -> None:
    a, b = _number(f"They counted {one} birds"), _number(f"They counted {other} birds")
    assert agree(a, b) == agree(b, a)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It cost $5 million", "money-$"),
        ("It cost 5 million euros", "money-€"),
        ("It rose by 5 per cent", "percent"),
        ("It covers 5 square kilometers", "area"),
        ("It lasted 5 hours", "duration"),
        ("The driver, aged 34, was unhurt", "age"),
        ("They won the vote 5-4", "score"),
        ("It was the third time", "ordinal"),
        ("They counted 5 birds", "count"),
        ("Winds of 145 km/h were measured", "speed"),
    ],
)
def test_a_quantity_has_its_kind(text: str, kind: str) -> None:
    assert [one.kind for one in quantities(_sentence(text))] == [kind]


@pytest.mark.parametrize(
    ("one", "other", "differs"),
    [
        ("on 28 July 2024", "on July 28", False),
        ("on 28 July 2024", "on July 29", True),
        ("on Sunday, July 28, 2024", "on Monday", True),
        ("in 2021", "in 2019", True),
        ("on 2024-07-28", "on 28 July 2024", False),
        ("in March 2025", "on 3 March", False),
    ],
)
def test_two_dates_may_be_one_or_not(one: str, other: str, differs: bool) -> None:
    (a,), (b,) = dates(_sentence(f"It opened {one}")), dates(_sentence(f"It opened {other}"))
    assert differ(a, b) is differs


@pytest.mark.parametrize(
    ("text", "minute"),
    [("at 4:20 a.m. it rained", 260), ("at 6pm it rained", 1080), ("at noon it rained", 720)],
)
def test_an_hour_is_read(text: str, minute: int) -> None:
    assert [when.minute for when in clocks(_sentence(text))] == [minute]


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        ("The bell rang at 4:50 a.m.", 290),
        ("It was ten to five when the bell rang", 290),
        ("The bell rang at half past four", 270),
        ("The bell rang at a quarter to six", 345),
        ("The bell rang at five in the afternoon", 1020),
        ("The bell rang shortly before midnight", 1425),
        ("The bell rang at 4.20 in the morning", 260),
        ("The bell rang at 4:20 in the afternoon", 980),
        ("The bell rang at 10.15 at night", 1335),
        ("The bell rang at five o'clock in the morning", 300),
        ("The bell rang at midday", 720),
    ],
)
def test_an_hour_is_read_in_figures_and_in_words(text: str, minute: int) -> None:
    (hour,) = clocks(_sentence(text))
    assert hour.minute == minute


@pytest.mark.parametrize(
    ("text", "hurt"),
    [
        ("A blast tore through the plant, killing two workers and injuring 17 others", [17.0]),
        ("Two died and three others were injured", [3.0]),
        ("The storm left 12 dead and injured 40 more", []),
        ("She was wounded, and so were two others", []),
    ],
)
def test_others_are_all_whom_something_befell_where_nobody_before_them_was(text: str, hurt: list[float]) -> None:
    assert [one.number.low for one in quantities(_sentence(text)) if one.role == "hurt"] == hurt


@pytest.mark.parametrize(
    "text", ["The odds are ten to five", "They came five to a car", "It rose to 4.20 in the morning session"]
)
def test_other_numbers_are_no_hours(text: str) -> None:
    assert list(clocks(_sentence(text))) == []


@pytest.mark.parametrize(
    ("text", "kind", "size"),
    [
        ("The state pays a third.", "percent", 100 / 3),
        ("A ticket costs a fifth more", "percent", 20),
        ("One post in twenty is to go", "percent", 5),
        ("Six in a hundred fell ill", "percent", 6),
        ("They waited half an hour", "duration", 1800),
        ("They waited three quarters of an hour", "duration", 2700),
    ],
)
def test_a_share_told_in_words_is_read(text: str, kind: str, size: float) -> None:
    assert any(one.kind == kind and one.size() == pytest.approx(size) for one in quantities(_sentence(text)))


def test_the_number_of_a_paragraph_is_no_figure() -> None:
    assert [one.number.low for one in quantities(_sentence("4. Nine persons were hurt"))] == [9]
