"""Words of science, money and time that differ by little are other words, though no common list knows them."""

from __future__ import annotations

import pytest

from tui.documents import from_text
from tui.evidence import Status, anchor

_AROUND = "They said in the old town that {} was what the people of the coast had asked for in those years."


def _changes(true: str, false: str) -> list[tuple[str, str]]:
    answer = anchor(from_text(_AROUND.format(true)), _AROUND.format(false))
    assert answer.status is Status.ALTERED
    return [(change.quoted, change.found) for change in answer.changes]


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("hexane", "hexene"),
        ("perchlorate", "perchlorite"),
        ("hypertension", "hypotension"),
        ("dinar", "denar"),
        ("hydralazine", "hydroxyzine"),
        ("interstate", "intrastate"),
        ("kilowatt", "gigawatt"),
        ("nanotesla", "picotesla"),
        ("sextillion", "septillion"),
        ("bicentennial", "centennial"),
        ("asymptomatic", "symptomatic"),
        ("airstrike", "airstroke"),
        ("prewar", "postwar"),
    ],
)
def test_another_term_is_told(true: str, false: str) -> None:
    assert _changes(true, false) == [(false, true)]
    assert _changes(false, true) == [(true, false)]


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("apart", "a part"),
        ("unionized", "un-ionized"),
        ("could", "couldnt"),
        ("5 am", "5 pm"),
        ("5am", "5pm"),
        ("5 a.m.", "5 p.m."),
        ("article 5(a)", "article 5(b)"),
        ("option a", "option b"),
    ],
)
def test_a_letter_or_a_space_that_says_something_is_told(true: str, false: str) -> None:
    assert len(_changes(true, false)) == 1


@pytest.mark.parametrize(
    ("true", "slip"),
    [
        ("airstrike", "airsrtike"),
        ("filename", "fialename"),
        ("a house", "q house"),
        ("information", "infromation"),
        ("development", "clcveloprncnt"),
    ],
)
def test_a_slip_in_a_compound_or_an_article_and_what_a_scanner_makes_is_forgiven(true: str, slip: str) -> None:
    assert anchor(from_text(_AROUND.format(true)), _AROUND.format(slip)).status is Status.VERIFIED


@pytest.mark.parametrize("slip", ["Ihe government", "The govermnent"])
def test_a_slip_in_the_word_a_sentence_begins_with_is_forgiven(slip: str) -> None:
    text = "They left. The government came to the old town and asked the people what they had seen."
    assert anchor(from_text(text), text.replace("The government", slip)[11:]).status is Status.VERIFIED


def test_a_compound_broken_at_a_line_s_end_and_quoted_so_is_no_change() -> None:
    text = "They met in order to re-\norganise the society from the bottom up, with their own hands."
    assert anchor(from_text(text), "in ordr to re-\norganise the society").status is Status.VERIFIED
