"""The shipped articles compared without a briefing."""

from __future__ import annotations

import pytest

from tests.unit.compared_articles import seeds, told
from tui.evidence import Comparison, compare


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compare(seeds())


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("conflict", "reporting to the U.S. Indo-Pacific Command", "withdraw its troops in Japan from Indo-Pacific"),
        ("conflict", "5,600 kilometers", "6,500km"),
        ("conflict", "denied that it was only based on threats", "no longer in accordance with any risk"),
        ("conflict", "A major strategic challenge", "the greatest strategic challenge"),
        ("variant", "Anthony Blinken", "Antony Blinken"),
        ("variant", "Asia-Pacific", "Indo-Pacific"),
    ],
)
def test_the_known_differences_come_out(comparison: Comparison, kind: str, one: str, other: str) -> None:
    wanted = [
        words
        for found, words in told(comparison)
        if found == kind and any(one in word for word in words) and any(other in word for word in words)
    ]
    assert len(wanted) == 1


def test_the_year_of_an_aim_is_not_set_against_the_year_of_a_plan(comparison: Comparison) -> None:
    values = {word for _, words in told(comparison) for word in words}
    assert not any("2027" in word or "2022" in word for word in values)


def test_at_most_two_conflicts_beyond_the_known_ones_come_out(comparison: Comparison) -> None:
    assert sum(kind == "conflict" for kind, _ in told(comparison)) <= 4 + 2


def test_one_announcement_in_two_wordings_is_one_group(comparison: Comparison) -> None:
    beginnings = "“The United States will upgrade US Forces Japan", "“The US will improve the USA Forces Japan"
    groups = [[comparison.text(index) for index in group] for group in comparison.groups]
    assert any(all(any(text.startswith(start) for text in group) for start in beginnings) for group in groups)


def test_what_one_article_alone_has_is_in_no_group(comparison: Comparison) -> None:
    alone = {comparison.text(index) for index in comparison.only}
    assert any("Camp David" in text for text in alone)
    assert not set(comparison.only) & {index for group in comparison.groups for index in group}
