"""A quotation may end and begin anywhere, but not where it then says the contrary or another number."""

from __future__ import annotations

import pytest

from tui.documents import from_text
from tui.evidence import Status, anchor

_ARTICLE = (
    "“No, I did not,” he said. The army will not attack the city. The mayor could hardly speak, they say. "
    "It cost $3.5 million in all. Prices rose 5 percent. Some 40 per cent left, and a 20-million loan was not paid. "
    "He will surely never return. She came, not he. They left without a word. The talks are no longer secret."
)


@pytest.mark.parametrize(
    ("quote", "kind", "found"),
    [
        ("“No, I did.”", "negation", "not"),
        ("The army will.", "negation", "not"),
        ("The army will!", "negation", "not"),
        ("The mayor could.", "negation", "hardly"),
        ("He will.", "negation", "never"),
        ("The talks are.", "negation", "no"),
        ("Attack the city", "negation", "not"),
        ("It cost $3.5.", "number", "million"),
        ("It cost $3.5", "number", "million"),
        ("Prices rose 5", "number", "percent"),
        ("Some 40", "number", "per"),
        ("and a 20", "number", "million"),
    ],
)
def test_a_turning_word_cut_off_is_told(quote: str, kind: str, found: str) -> None:
    document = from_text(_ARTICLE)
    answer = anchor(document, quote)
    assert answer.status is Status.ALTERED
    assert [(c.kind, c.quoted, c.found) for c in answer.changes] == [(kind, "", found)]
    assert document.text[slice(*answer.changes[0].span)] == found


@pytest.mark.parametrize(
    "quote",
    [
        "“No, I did",
        "The army will",
        "The army will …",
        "attack the city",
        "ATTACK THE CITY",
        "She came.",
        "They left.",
        "The mayor could hardly speak.",
        "It cost $3.5 million",
        "It cost $3.5 million.",
        "Prices rose 5 percent.",
        "and a 20-million loan",
    ],
)
def test_a_quotation_that_ends_or_begins_elsewhere_is_verified(quote: str) -> None:
    answer = anchor(from_text(_ARTICLE), quote)
    assert (answer.status, answer.changes) == (Status.VERIFIED, ())


@pytest.mark.parametrize(
    ("text", "quote", "kind", "found"),
    [
        ("Die Armee wird nicht angreifen, sagte sie.", "Die Armee wird.", "negation", "nicht"),
        ("Es kostete 3,5 Millionen Franken im Jahr.", "Es kostete 3,5", "number", "Millionen"),
        ("Il ne viendra jamais ici, dit le maire.", "Il ne viendra.", "negation", "jamais"),
        ("Les prix ont monté de 5 pour cent en mai.", "Les prix ont monté de 5", "number", "pour"),
        ("Los precios subieron 5 por ciento en mayo.", "Los precios subieron 5", "number", "por"),
        ("Вчера армия соседней страны не стала атаковать.", "Вчера армия соседней страны.", "negation", "не"),
        ("这座新桥花费了五亿元，市长说。", "这座新桥花费了五", "number", "亿"),
    ],
)
def test_other_languages_are_cut_off_alike(text: str, quote: str, kind: str, found: str) -> None:
    answer = anchor(from_text(text), quote)
    assert answer.status is Status.ALTERED
    assert [(c.kind, c.found) for c in answer.changes] == [(kind, found)]


def test_a_place_that_cuts_nothing_off_is_preferred() -> None:
    text = "The army will not attack. Yes, said the other, the army will. It was late."
    document = from_text(text)
    answer = anchor(document, "the army will.")
    assert (answer.status, answer.changes) == (Status.VERIFIED, ())
    assert answer.span is not None and answer.span.start == text.rindex("the army will")


def test_a_slip_beside_the_cut_does_not_hide_it() -> None:
    text = "The goverment and the army of the country will not attack the city before winter."
    answer = anchor(from_text(text), "The government and teh army of the country will.")
    assert ("negation", "not") in [(c.kind, c.found) for c in answer.changes]


def test_a_quotation_may_not_begin_inside_a_number_of_han_characters() -> None:
    answer = anchor(from_text("四十人以上が町で死亡したと警察が述べた。"), "十人以上が町で死亡した")
    assert answer.status is Status.ALTERED
    assert [(one.kind, one.quoted, one.found) for one in answer.changes] == [("number", "", "四")]


@pytest.mark.parametrize(
    ("quote", "part"),
    [
        (
            "The regional court ordered the firm to pay the families of the victims €55,000 and a whale sang",
            "The regional court ordered the firm to pay the families of the victims",
        ),
        (
            "A whale sang in the harbour of the moon when 55% after the spring elections in the northern towns",
            "after the spring elections in the northern towns",
        ),
        (
            "A whale sang in the harbour of the moon. Later the same firm appealed the ruling of the regional court",
            "Later the same firm appealed the ruling of the regional court",
        ),
    ],
)
def test_the_true_part_takes_no_sign_of_a_figure_and_no_mark_of_words_outside_it(quote: str, part: str) -> None:
    text = (
        "The regional court ordered the firm to pay the families of the victims €40,000. Later the same firm appealed "
        "the ruling of the regional court. The share of women rose to 40% after the spring elections in the northern "
        "towns."
    )
    answer = anchor(from_text(text), quote)
    assert answer.status is Status.PARTIAL and answer.span is not None
    assert text[slice(*answer.span)] == part


@pytest.mark.parametrize(
    ("quote", "own"),
    [
        ("The army recaptured the town of Hama on Friday", ["on", "Friday"]),
        ("and the army recaptured the town of Hama last week", ["and", "last", "week"]),
    ],
)
def test_words_at_the_ends_are_no_other_words_for_those_of_the_sentences_beside(quote: str, own: list[str]) -> None:
    text = "He said. The army recaptured the town of Hama. Inflation rose to 3.5 per cent, from 2.1."
    answer = anchor(from_text(text), quote)
    assert (answer.status, [(one.quoted, one.found) for one in answer.changes]) == (
        Status.ALTERED,
        [(word, "") for word in own],
    )
    assert answer.span is not None
    assert text[slice(*answer.span)] == "The army recaptured the town of Hama"
