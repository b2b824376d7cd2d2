"""Differences between whole articles: figures each of them has but once, told in other words."""

from __future__ import annotations

import pytest

from tui.documents import from_text
from tui.evidence import FoundDifference, compare

# Passages both articles have, so that they are known to tell of one event.
SHARED = (
    "The Lorrin gorge fire was first seen by hikers near the old mill. "
    "Governor Alda Prune thanked the volunteers of the Lorrin valley."
)
OTHER = "The Selm bakery won a prize for its rye bread. Its ovens are a century old."
CONFLICTS = [
    ("Deployed are 600 firefighters and a helicopter.", "Some 900 firefighters worked through the night."),
    ("About 8,000 people were forced from their homes.", "Nearly 11,000 neighbours had to leave."),
    ("The blaze is 20 percent contained.", "Half of the edge is under control."),
    ("It was sparked by a fallen pylon.", "Police say a campfire was the cause."),
    ("The owner signed a five-year contract.", "She put pen to paper on a four-year deal."),
    ("Two people died. In 2009 eleven people died there.", "Three people have lost their lives."),
    ("He passed his medical in the spring.", "He failed a first medical, friends say."),
    ("The Lorrin rowers finished second.", "Their rowers came third."),
    ("The inn stays closed until Monday.", "The inn is shut until Thursday."),
    ("Robbers asked for a ransom of $5 million, a guard said.", "The ransom was 8 million dollars."),
]
AGREEING = [
    ("Two firefighters were hurt; 600 firefighters are there.", "Six hundred firefighters came."),
    ("The reeve put the cost at 95 euros.", "The villa will cost €6 million."),
    ("The mill was sparked by a bolt of lightning.", "Lightning was the cause."),
    ("The court had struck down the order.", "The judges upheld the order."),
    ("The gate is expected to open on Friday.", "The gate opened on Thursday."),
    ("The company has 500 tents in the valley.", "It has 1,500 tents, 500 of them in the valley."),
]


def _told(one: str, other: str) -> tuple[FoundDifference, ...]:
    return compare([from_text(f"{SHARED}\n\n{one}", "one"), from_text(f"{SHARED}\n\n{other}", "other")]).differences


@pytest.mark.parametrize(("one", "other"), CONFLICTS)
def test_a_figure_each_article_has_but_once_is_set_against_the_other(one: str, other: str) -> None:
    (found,) = _told(one, other)
    assert found.kind == "conflict"
    assert [value.value in text for value, text in zip(found.values, (one, other), strict=True)] == [True, True]


@pytest.mark.parametrize(("one", "other"), AGREEING)
def test_what_may_both_be_true_of_one_event_is_passed_over(one: str, other: str) -> None:
    assert _told(one, other) == ()


@pytest.mark.parametrize(("one", "other"), CONFLICTS)
def test_articles_about_two_events_do_not_differ(one: str, other: str) -> None:
    elsewhere = from_text(f"{OTHER}\n\n{other}", "other")
    assert compare([from_text(f"{SHARED}\n\n{one}", "one"), elsewhere]).differences == ()


def test_the_number_between_equal_neighbours_is_a_figure_whatever_it_counts() -> None:
    (found,) = _told(
        "Cots for 700 stand in the gymnasium of the school.", "Cots for 520 stand in the school's gymnasium."
    )
    assert {value.value.split()[0] for value in found.values} == {"700", "520"}


def test_surnames_two_slips_apart_are_one_person() -> None:
    (found,) = _told("Mayor Anselm Brick spoke.", "Mayor Anselm Brigg spoke.")
    assert (found.kind, [value.value for value in found.values]) == ("variant", ["Anselm Brick", "Anselm Brigg"])
