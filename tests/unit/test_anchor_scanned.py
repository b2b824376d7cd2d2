"""What a scanner makes of a line is placed where it stands, and every word that could be another is named."""

from __future__ import annotations

import pytest

from tui.documents import from_text
from tui.evidence import Status, anchor
from tui.evidence.joints import as_seen

_ARTICLE = (
    "At the end of the pier the crew had been in retreat since noon. None of them could see the burning warehouse, "
    "which was in need of repair. The minister said that the harbour must be a place of safety for all the modern "
    "ferries, and that no new mooring would be built out in the bay before the winter storms."
)


@pytest.mark.parametrize(
    ("true", "scanned"),
    [
        ("At the end of the pier the", "Attheendof the picr the"),
        ("end of the pier the crew had been in", "end of the pier the crcw had beeniri"),
        ("the burning warehouse, which was in need of", "the buming vvarehouse, vvhichwasinneecl 0f"),
        ("None of them could see", "Nonc of them could 5ce"),
        ("said that the harbour must be a", "said tbat thc harhour rnust bca"),
        ("built out in the bay", "huilt outiri thc bay"),
    ],
)
def test_scanned_words_are_placed_to_the_last_word(true: str, scanned: str) -> None:
    answer = anchor(from_text(_ARTICLE), scanned)
    assert answer.span is not None
    assert _ARTICLE[slice(*answer.span)] == true


def test_words_run_together_are_named_as_the_words_they_were() -> None:
    answer = anchor(from_text(_ARTICLE), "the minister said thattheharbormustbea place")
    assert [(change.quoted, change.found) for change in answer.changes] == [
        ("thattheharbormustbea", "that the harbour must be a")
    ]


def test_of_two_places_equally_near_the_one_with_the_very_words_comes_first() -> None:
    text = "The python3-all package is used. Elsewhere the python-all package is used."
    answer = anchor(from_text(text), "thepython-all package is used")
    assert answer.span is not None
    assert text[slice(*answer.span)] == "the python-all package is used"


_HOME = "She came home with smiles and loads of stories of an open society in the late spring."


@pytest.mark.parametrize(
    ("word", "number"), [("smiles", "5 miles"), ("smiles", "5miles"), ("loads", "10 ads"), ("late", "1 ate")]
)
def test_a_number_and_a_word_are_never_read_as_one_word(word: str, number: str) -> None:
    answer = anchor(from_text(_HOME), _HOME.replace(word, number))
    assert [(change.kind, change.quoted, change.found) for change in answer.changes] == [("number", number, word)]


@pytest.mark.parametrize(
    ("word", "scanned"), [("stories", "5torie5"), ("loads", "l0ads"), ("society", "5ociety"), ("open", "0pen")]
)
def test_a_digit_that_can_only_be_a_letter_is_read_as_one(word: str, scanned: str) -> None:
    assert anchor(from_text(_HOME), _HOME.replace(word, scanned)).status is Status.VERIFIED


@pytest.mark.parametrize(
    ("one", "other"), [("modern", "modem"), ("in", "m"), ("unsigned", "iinsignecl"), ("set", "5cf")]
)
def test_letters_with_the_same_strokes_are_seen_as_one(one: str, other: str) -> None:
    assert as_seen(one) == as_seen(other)
