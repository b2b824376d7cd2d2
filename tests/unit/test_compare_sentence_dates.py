"""Sentences that differ in days, years and hours: what is a difference, and what only looks like one."""

from __future__ import annotations

import pytest

from tests.unit.sentence_pairs import differences, must_conflict

CONFLICTS = [
    (
        "The minister resigned on Monday after the report was published.",
        "The minister resigned on Wednesday after the report was published.",
    ),
    (
        "The trial of Mr Orlov will begin on 12 March in Tarn.",
        "The trial of Orlov is to begin on March 14 in Tarn.",
    ),
    (
        "The train left the station at 6:15 a.m. and derailed near Holm.",
        "The train left the station at 7:45 a.m. and derailed near Holm.",
    ),
    (
        "The mine has been owned by Karsk since 2004.",
        "The mine has been owned by Karsk since 2006.",
    ),
    (
        "The factory was built in 1987.",
        "The factory was built in 1978.",
    ),
    (
        "The strike will last until Friday, the union said.",
        "The strike will last until Saturday, the union said.",
    ),
    (
        "The law takes effect on 1 July.",
        "The law takes effect on 1 January.",
    ),
]

AGREEING = [
    (
        "The trial of Mr Orlov will begin on 12 March in Tarn.",
        "The trial of Orlov is to begin on March 12 in Tarn.",
    ),
    (
        "In 2013 a flood killed 23 people in the valley.",
        "In 2019 a flood killed 41 people in the valley.",
    ),
    (
        "The two sides agreed to a truce on Monday night.",
        "A truce was agreed on Monday night by the two sides.",
    ),
    (
        "The mayor, who took office in 2018, opened the museum.",
        "The mayor opened the museum, which was built in 1975.",
    ),
    (
        "The storm is expected to reach the coast on Thursday.",
        "The storm reached the coast on Wednesday.",
    ),
    (
        "The accident happened at 8:10 a.m. near Holm.",
        "The accident near Holm happened at about 8 a.m.",
    ),
    (
        "The satellite was launched from French Guiana on 4 May 2021.",
        "The satellite was launched from French Guiana in May 2021.",
    ),
    (
        "Ms Ferreira has led the bank since 2016.",
        "Ms Ferreira has led the bank for five years.",
    ),
    (
        "The factory was built in 1987 and renovated in 2010.",
        "The factory, renovated in 2010, dates from 1987.",
    ),
]


@pytest.mark.parametrize(("one", "other"), CONFLICTS)
def test_dates_that_cannot_both_be_true_are_one_conflict(one: str, other: str) -> None:
    must_conflict(one, other)


@pytest.mark.parametrize(("one", "other"), AGREEING)
def test_dates_that_can_both_be_true_are_passed_over_in_silence(one: str, other: str) -> None:
    assert differences(one, other) == ()
