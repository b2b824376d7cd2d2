"""An acronym in small letters is another word, unless the whole quotation's case is another."""

from __future__ import annotations

import pytest

from tui.documents import from_text
from tui.evidence import Status, anchor

_ARTICLE = (
    "They told us that the army would come. The US will stay in NATO, the WHO and the UN said, and who else would. "
    "It was late."
)


@pytest.mark.parametrize(
    ("quote", "change"),
    [
        ("They told US that the army", ("name", "US", "us")),
        ("The us will stay", ("name", "us", "US")),
        ("The Us will stay", ("name", "Us", "US")),
        ("The US will stay in nato", ("name", "nato", "NATO")),
        ("and WHO else would", ("name", "WHO", "who")),
        ("They told US tht the army would come", ("name", "US", "us")),
    ],
)
def test_an_acronym_on_one_side_only_is_told(quote: str, change: tuple[str, str, str]) -> None:
    answer = anchor(from_text(_ARTICLE), quote)
    assert answer.status is Status.ALTERED
    assert [(c.kind, c.quoted, c.found) for c in answer.changes] == [change]


@pytest.mark.parametrize(
    "quote",
    [
        "THE ARMY WOULD COME. THE US WILL STAY",
        "THEY TOLD US THAT THE ARMY WOULD COME",
        "the us will stay in nato, the who and the un said",
        "stay in nato, the",
        "They Told Us That The Army Would Come",
        "The US will stay in Nato",
        "the army would come. The US will stay",
    ],
)
def test_the_case_of_a_whole_quotation_is_style(quote: str) -> None:
    answer = anchor(from_text(_ARTICLE), quote)
    assert (answer.status, answer.changes) == (Status.VERIFIED, ())


def test_a_heading_in_capitals_may_be_quoted_in_small_letters() -> None:
    document = from_text("ARMY TOLD US TO STAY IN THE CITY\n\nThe report came late that evening.")
    assert anchor(document, "Army told us to stay").status is Status.VERIFIED


def test_of_two_places_the_one_with_the_same_capitals_is_quoted() -> None:
    text = "He told US officials to go. Later he told us officials had gone."
    answer = anchor(from_text(text), "he told us officials")
    assert (answer.status, answer.changes) == (Status.VERIFIED, ())
    assert answer.span is not None and answer.span.start == text.rindex("he told")


def test_a_unit_whose_capital_makes_it_another_is_told() -> None:
    answer = anchor(
        from_text("The plant gives 5 MW and 20 GB of data a day."), "The plant gives 5 mW and 20 GB of data"
    )
    assert [(one.kind, one.quoted, one.found) for one in answer.changes] == [("word", "mW", "MW")]
    shouted = anchor(from_text("The plant gives 5 mW a day to the town."), "THE PLANT GIVES 5 MW A DAY")
    assert shouted.status is Status.VERIFIED


_TALKS = (
    "Officials of Turkey met in March in Paris. In May they may march through the Polish town, Paris said. Nobody left."
)


@pytest.mark.parametrize(
    ("quote", "change"),
    [
        ("Officials of turkey met in March in Paris", ("name", "turkey", "Turkey")),
        ("In May they May march through the Polish town", ("name", "May", "may")),
        ("In May they may march through the polish town", ("name", "polish", "Polish")),
        ("they may March through", ("name", "March", "march")),
    ],
)
def test_a_name_that_is_another_word_in_small_letters_is_told(quote: str, change: tuple[str, str, str]) -> None:
    answer = anchor(from_text(_TALKS), quote)
    assert [(c.kind, c.quoted, c.found) for c in answer.changes] == [change]


@pytest.mark.parametrize(
    "quote",
    [
        "officials of turkey met in march in paris",
        "OFFICIALS OF TURKEY MET IN MARCH",
        "Officials Of Turkey Met In March In Paris",
        "met in march",
        "may they may march through",
        "through the Polish Town, Paris Said",
    ],
)
def test_a_capital_that_is_style_is_none(quote: str) -> None:
    document = from_text(_TALKS.replace("In May they", "May they"))
    assert anchor(document, quote).changes == ()


def test_a_headline_quoted_as_a_sentence_is_style() -> None:
    document = from_text("Polish Troops to March in Paris\n\nThe report came late that evening.")
    assert anchor(document, "Polish troops to march in Paris").status is Status.VERIFIED


def test_a_capital_behind_an_ellipsis_of_the_source_itself_is_told() -> None:
    document = from_text("He waited... and then he told us that it was over. The town was quiet.")
    answer = anchor(document, "He waited... and then he told US that it was over")
    assert [(c.kind, c.quoted, c.found) for c in answer.changes] == [("name", "US", "us")]


def test_a_capital_beside_a_word_broken_at_a_lines_end_is_told() -> None:
    document = from_text("The lists say that they may have compres-\nsion extensions other than those. It was late.")
    answer = anchor(document, "they May have compres-\nsion extensions other")
    assert [(c.kind, c.quoted, c.found) for c in answer.changes] == [("name", "May", "may")]


def test_a_capital_is_told_where_the_nearest_of_the_source_is_far_away() -> None:
    document = from_text(f"he told them that you will see how they are made.\n\n{'no name is here. ' * 40}\n\nThe End.")
    answer = anchor(document, "that you Will see how they are made")
    assert [(c.kind, c.quoted, c.found) for c in answer.changes] == [("name", "Will", "will")]


def test_a_source_without_any_capital_may_be_quoted_with_them() -> None:
    document = from_text("officials said that turkey would not sign. nobody knows why.")
    assert anchor(document, "said that Turkey would not sign").changes == ()
