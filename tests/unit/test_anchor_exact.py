"""A quotation that stands in the document word for word is placed to the code point, whatever its typography."""

from __future__ import annotations

import unicodedata

import pytest

from tui.documents import from_text
from tui.evidence import Status, anchor

_ARTICLE = (
    "Under the new plan, U.S. forces would be “restructured” into a joint force\nheadquarters — for the first time.\n"
    "The re\u00adstructuring costs 1,500 francs, the café owner’s ﬁrst esti-\nmate said.   "
    "Zoë’s well-known Straße is long.\n"
)


def _placed(quote: str, text: str = _ARTICLE) -> str:
    answer = anchor(from_text(text), quote)
    assert answer.status is Status.VERIFIED
    assert answer.changes == ()
    assert answer.span is not None
    return from_text(text).text[answer.span.start : answer.span.end]


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("be “restructured” into", "be “restructured” into"),
        ('BE "RESTRUCTURED" INTO', "be “restructured” into"),
        ("be «restructured» into", "be “restructured” into"),
        ("a joint  force headquarters", "a joint force\nheadquarters"),
        ("headquarters - for the first", "headquarters — for the first"),
        ("headquarters -- for the first", "headquarters — for the first"),
        ("The restructuring costs", "The re\u2027structuring costs"),
        ("re-\nstructuring costs 1,500", "re\u2027structuring costs 1,500"),
        ("owner's first estimate", "owner’s ﬁrst esti-\nmate"),
        ("ｆｉｒｓｔ ｅｓｔｉｍａｔｅ said", "ﬁrst esti-\nmate said"),
        (unicodedata.normalize("NFD", "the café owner"), "the café owner"),
        ("Zoë's well\u2011known strasse", "Zoë’s well-known Straße"),
        ("costs 1500 francs, the", "costs 1,500 francs, the"),
        ("for the first time.", "for the first time."),
        ("zero\u200b width", ""),
    ],
)
def test_typography_is_no_difference(quote: str, found: str) -> None:
    if found:
        assert _placed(quote) == found
    else:
        assert _placed(quote, "There is zero width here.") == "zero width"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("A crowd of 15 people came.", "5 people came"),
        ("It cost 1,500 francs in all.", "500 francs in all"),
        ("It rose 2.5 million in a year.", "5 million in a year"),
        ("It was -5 degrees in the north.", "5 degrees in the north"),
        ("Some 3-5 people were held.", "5 people were held"),
        ("They can't agree on it.", "t agree on it"),
        ("A non-violent protest took place.", "violent protest took place"),
        ("The G7 leaders met again.", "7 leaders met again"),
        ("The departing minister spoke.", "parting minister spoke"),
    ],
)
def test_a_quotation_never_begins_inside_a_word_a_number_or_a_reversed_compound(text: str, quote: str) -> None:
    assert anchor(from_text(text), quote).status is not Status.VERIFIED


def test_a_compound_and_a_possessive_may_be_cut() -> None:
    text = "The US-Japan alliance and Tokyo’s plan were praised."
    assert _placed("Japan alliance and Tokyo", text) == "Japan alliance and Tokyo"


@pytest.mark.parametrize("quote", ["", " ", "…", "“”", "—", "\n\n", "\u200b"])
def test_a_quotation_without_words_is_missing(quote: str) -> None:
    assert anchor(from_text(_ARTICLE), quote).status is Status.MISSING


def test_an_empty_document_holds_nothing() -> None:
    assert anchor(from_text(""), "anything at all").status is Status.MISSING
