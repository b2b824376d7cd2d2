"""Which words count as one when passages are linked."""

from __future__ import annotations

import pytest

from tui.documents import from_text
from tui.evidence import compare
from tui.evidence.comparing.stems import form


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("organise", "organize"),
        ("defence", "defense"),
        ("centre", "centers"),
        ("travelled", "traveling"),
        ("went", "goes"),
        ("struck", "strikes"),
        ("deployment", "deployed"),
        ("deliberately", "deliberate"),
        ("parties", "party"),
        ("behaviour", "behavior"),
        ("killed", "kill"),
        ("calling", "calls"),
        ("voting", "vote"),
        ("installed", "installation"),
    ],
)
def test_spellings_and_inflections_have_one_form(one: str, other: str) -> None:
    assert form(one) == form(other)


@pytest.mark.parametrize(("one", "other"), [("house", "hose"), ("rise", "rice"), ("promise", "premise")])
def test_other_words_have_other_forms(one: str, other: str) -> None:
    assert form(one) != form(other)


def _linked(one: str, other: str, **aliases: list[str]) -> bool:
    return bool(compare([from_text(one, "one"), from_text(other, "other")], aliases).links)


def test_a_country_its_people_and_its_capital_are_one() -> None:
    assert _linked("Norwegian ministers criticised Lisbon.", "Ministers of Norway criticised Portugal.")


def test_a_short_form_explained_in_one_article_holds_in_all() -> None:
    explained = "The Coastal Rescue Fund (CRF) paid.\n\nThe weather was fine."
    assert _linked(explained, "The CRF paid.")
    assert not _linked("The weather was fine.", "The CRF paid.")


def test_an_alias_of_the_briefing_makes_two_names_one() -> None:
    documents = [from_text("Bluebell moved inland.", "one"), from_text("The Third Storm Brigade went inland.", "other")]
    (alike,) = compare(documents).links or [None]
    (known,) = compare(documents, {"Bluebell": ["Third Storm Brigade"]}).links
    assert known.band == "same"
    assert alike is None or alike.score < known.score
