"""A slip of the pen is forgiven when it can be nothing else; a word of the language or the document is no slip."""

from __future__ import annotations

import pytest

from tui.documents import from_text
from tui.evidence import Status, anchor

_ARTICLE = (
    "The government announced that the united allies would strengthen their defence against the causal factors of "
    "the crisis. Minister Kihara met General Johnson and they signed the form in Brussels, the statement said. "
    "Nobody knew whether the legal advice was right, and the ministers left before the country voted."
)


@pytest.mark.parametrize(
    ("true", "slip"),
    [
        ("government announced", "goverment anounced"),
        ("strengthen their", "strenghten thier"),
        ("allies would", "alllies woud"),
        ("against the causal", "agianst teh causal"),
        ("ministers left", "minsters left"),
        ("they signed", "tbey sigued"),
        ("they signed", "they 5igned"),
        ("signed the form", "signed then form"),
        ("statement said", "state ment said"),
        ("that the united", "thatthe united"),
    ],
)
def test_a_slip_is_verified(true: str, slip: str) -> None:
    at = _ARTICLE.index(true)
    start, end = max(0, _ARTICLE.rfind(" ", 0, max(0, at - 40)) + 1), _ARTICLE.find(" ", at + len(true) + 40)
    answer = anchor(from_text(_ARTICLE), _ARTICLE[start:end].replace(true, slip))
    assert answer.status is Status.VERIFIED
    assert answer.span is not None
    assert _ARTICLE[start:end] == from_text(_ARTICLE).text[slice(*answer.span)]


@pytest.mark.parametrize(
    ("true", "word"),
    [
        ("united allies", "untied allies"),
        ("causal factors", "casual factors"),
        ("legal advice", "illegal advice"),
        ("ministers left", "minister left"),
        ("country voted", "county voted"),
        ("before the country", "befores the country"),
        ("would strengthen", "could strengthen"),
        ("General Johnson", "General Johnston"),
        ("Minister Kihara", "Minister Johnson"),
        ("knew whether", "know whether"),
        ("Nobody knew", "Somebody knew"),
        ("they signed", "they resigned"),
        ("Minister Kihara", "Minister Kihira Jr"),
        ("in Brussels", "in Frussels"),
        ("Minister Kihara", "Minister Kiharra"),
        ("in Brussels", "in Brusels"),
    ],
)
def test_another_word_is_no_slip_however_close(true: str, word: str) -> None:
    at = _ARTICLE.index(true)
    start, end = max(0, _ARTICLE.rfind(" ", 0, max(0, at - 40)) + 1), _ARTICLE.find(" ", at + len(true) + 40)
    answer = anchor(from_text(_ARTICLE), _ARTICLE[start:end].replace(true, word))
    assert answer.status is Status.ALTERED


def test_a_language_whose_words_are_unknown_is_quoted_to_the_letter() -> None:
    text = "Die Ministerin sagte am Montag, dass die Soldaten nicht vor dem Winter abgezogen werden sollen."
    assert anchor(from_text(text), "dass die Soldaten nicht vor dem Winter abgezogen").status is Status.VERIFIED
    assert anchor(from_text(text), "dass die Soldaten nicht vor den Winter abgezogen").status is Status.ALTERED
    assert anchor(from_text(text), "dass die Soldaten vor dem Winter abgezogen werden").status is Status.ALTERED


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("They rose by 5 percent in a year of crisis.", "rose by 5 per cent in a year"),
        ("The talks with the G7 group went on for days.", "with the G-7 group went on"),
        ("It cost them 54 000 francs in a single year.", "cost them 54,000 francs in a single"),
        ("The mayor of Malmö met Zoë Müller that evening.", "mayor of Malmo met Zoe Muller that"),
        ("The co-operation of both states went on for years.", "cooperation of both states went on"),
        ("It is a honest attempt, the editor of the paper said.", "It is an honest attempt, the editor"),
    ],
)
def test_words_divided_or_accented_otherwise_are_the_same(text: str, quote: str) -> None:
    assert anchor(from_text(text), quote).status is Status.VERIFIED


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Maybe the treaty will hold, the minister told us.", "May be the treaty will hold, the minister"),
        ("The officer wants to re-sign the contract this week.", "officer wants to resign the contract"),
        ("They counted 1 540 ships in the bay that morning.", "They counted 15 40 ships in the bay"),
        ("He is any one of the five men we saw that morning.", "He is anyone of the five men we saw"),
    ],
)
def test_words_that_say_something_else_when_divided_otherwise_are_told(text: str, quote: str) -> None:
    assert anchor(from_text(text), quote).status is Status.ALTERED


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The river is 300 km long and has risen again this year.", "river is 300 cm long and has risen"),
        ("They asked the US envoy to come at once, the paper said.", "asked the UN envoy to come at once"),
        ("They asked us to come at once and to bring the papers.", "They asked UK to come at once and to"),
        ("The value is read from stdin and printed as it stands.", "value is read from stdio and printed"),
    ],
)
def test_short_signs_and_acronyms_are_never_slips(text: str, quote: str) -> None:
    assert anchor(from_text(text), quote).status is Status.ALTERED


def test_a_plural_that_happens_to_spell_no_adverb_is_told() -> None:
    text = "If the still is successfully captured a message is sent to the window of the program."
    answer = anchor(from_text(text), "If the stills is successfully captured a message")
    assert [(c.kind, c.quoted, c.found) for c in answer.changes] == [("word", "stills", "still")]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "They evaluate the left-\nhand side of the road before the right one.",
            "evaluate the left-\nland side of the",
        ),
        ("The film Use After Free came out in the spring of that year.", "The film Use Tfter Free came out"),
    ],
)
def test_half_a_compound_and_the_first_letter_of_a_title_are_no_slips(text: str, quote: str) -> None:
    assert anchor(from_text(text), quote).status is Status.ALTERED


@pytest.mark.parametrize(("true", "slip"), [("couldn't", "coujdn't"), ("doesn't", "oesn't")])
def test_a_slip_that_leaves_a_denial_one_is_verified(true: str, slip: str) -> None:
    text = f"The ministers {true} doubt of their allies was plain, and the form they had signed in the city was lost."
    assert anchor(from_text(text), text.replace(true, slip)).status is Status.VERIFIED


@pytest.mark.parametrize("other", ["wouldn't", "could", "could't", "oudn't"])
def test_a_denial_that_may_be_another_or_none_is_told(other: str) -> None:
    text = "The ministers couldn't say why, and the form they had signed in the city was lost."
    assert anchor(from_text(text), text.replace("couldn't", other)).status is Status.ALTERED
