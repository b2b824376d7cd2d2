"""A name may not differ by a letter; only accents left out, points in an acronym and a whole quotation's case may."""

from __future__ import annotations

import pytest

from tui.documents import from_text
from tui.evidence import Status, anchor

_ENGLISH = (
    "Minister Kihara met Secretary Blinken and President Zelenskyy in the old town, while Hamas and Rouhani waited "
    "for an answer. Garcia left before the others came. The council of May Browning told us that the US will stay."
)
_OTHERS = (
    "Die Ministerin Schäuble traf am Montag den Kanzler Scholz, der nichts sagte.",
    "Le ministre Barnier a parlé avec Macron pendant deux heures, mardi soir.",
    "Министр Лавров встретился во вторник с послом Ивановым и ничего не сказал.",
)


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("Kihara", "Kihata"),
        ("Kihara", "Kiharra"),
        ("Blinken", "Blinkin"),
        ("Zelenskyy", "Zelenskiy"),
        ("Hamas", "Hames"),
        ("Rouhani", "Rohani"),
        ("Garcia", "Gracia"),
        ("Browning", "Brownning"),
    ],
)
def test_a_name_with_another_letter_is_told_as_a_name(true: str, false: str) -> None:
    answer = anchor(from_text(_ENGLISH), _ENGLISH.replace(true, false))
    assert answer.status is Status.ALTERED
    assert [(c.kind, c.quoted, c.found) for c in answer.changes] == [("name", false, true)]


@pytest.mark.parametrize(("true", "false"), [("Müller", "Möller"), ("Muller", "Møller"), ("Horák", "Horåk")])
def test_letters_english_has_not_make_another_name_too(true: str, false: str) -> None:
    """Of "möl" no English word was known, and so it once was nobody's."""
    text = _ENGLISH.replace("Kihara", true)
    changes = anchor(from_text(text), text.replace(true, false)).changes
    assert [(c.kind, c.quoted, c.found) for c in changes] == [("name", false, true)]


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        (_OTHERS[0], "Scholz", "Schulz"),
        (_OTHERS[1], "Barnier", "Bernier"),
        (_OTHERS[2], "Лавров", "Лаврев"),
    ],
)
def test_a_name_of_another_language_is_told_too(text: str, true: str, false: str) -> None:
    answer = anchor(from_text(text), text.replace(true, false))
    assert [(c.kind, c.quoted, c.found) for c in answer.changes] == [("name", false, true)]


_PEOPLE = (
    "Anthony Smith met Mr Brown and Ms Fieldman of the Makers’ University in Kyiv, near the old brown mill. Smith said "
    "no more. The smith Thompson and Director Steven Cook left for Kharkiv with Mohammed Ivanov the next morning."
)


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("Anthony", "Antony"),
        ("Smith met", "Smyth met"),
        ("Smith said", "Smyth said"),
        ("Brown", "Browne"),
        ("Brown", "Broun"),
        ("Kyiv", "Kiev"),
        ("Kharkiv", "Kharkov"),
        ("Thompson", "Thomson"),
        ("Steven", "Stephen"),
        ("Mohammed", "Mohamed"),
        ("Mohammed", "Muhammed"),
        ("Ivanov", "Ivanova"),
        ("Ivanov", "Ivanoff"),
        ("Cook", "Koch"),
        ("Fieldman", "Feldman"),
    ],
)
def test_another_spelling_of_a_name_is_told_as_a_name(true: str, false: str) -> None:
    answer = anchor(from_text(_PEOPLE), _PEOPLE.replace(true, false))
    assert [(c.kind, c.quoted) for c in answer.changes] == [("name", false.split()[0])]


@pytest.mark.parametrize(
    ("true", "slip"),
    [
        ("Brown", "Browm"),
        ("Fieldman", "Fieldmqan"),
        ("University", "Univresity"),
        ("University", "Universety"),
        ("Director", "iDrector"),
        ("Thompson", "Thompdson"),
    ],
)
def test_a_slip_that_can_be_nobody_s_name_is_forgiven(true: str, slip: str) -> None:
    assert anchor(from_text(_PEOPLE), _PEOPLE.replace(true, slip)).status is Status.VERIFIED


def test_a_common_word_at_a_sentence_s_beginning_is_no_name() -> None:
    text = "Soldiers came at dawn. Government troops left the town, the report on the war said."
    assert anchor(from_text(text), "Goverment troops left the town").status is Status.VERIFIED
    said = "The report said: “Government troops left the town before the war ended.”"
    assert anchor(from_text(said), "“Goverment troops left the town before").status is Status.VERIFIED


@pytest.mark.parametrize("false", ["Mr. Browne met", "Ms. Bakker in", "J. Fieldd the", "iPhnoe deal"])
def test_a_point_of_a_title_begins_no_sentence_and_a_capital_inside_makes_a_name(false: str) -> None:
    text = "In March Mr. Brown met Ms. Baker in the town, and J. Field the mayor signed the iPhone deal with them."
    true = {"Browne": "Brown", "Bakker": "Baker", "Fieldd": "Field", "iPhnoe": "iPhone"}
    wrong = next(word for word in true if word in false)
    answer = anchor(from_text(text), text.replace(true[wrong], wrong))
    assert [(c.kind, c.quoted, c.found) for c in answer.changes] == [("name", wrong, true[wrong])]


def test_a_capital_that_makes_a_name_of_a_misspelt_word_is_told() -> None:
    text = "They had bread and hummus with the elders of the town before the meeting began."
    answer = anchor(from_text(text), "They had bread and Hummas with the elders of the town")
    assert [(c.kind, c.quoted) for c in answer.changes] == [("name", "Hummas")]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The US and the UN met in the capital.", "The U.S. and the U.N. met in"),
        ("The U.S. and the U.N. met in the capital.", "The US and the UN met in"),
        ("The U.K. left the E.U. that year, they said.", "The UK left the EU that year"),
        ("The train left at 6 a.m. and was late.", "left at 6 am and was late"),
        ("The train left at 06:00 and was late.", "train left at 6:00 and was"),
        ("The train left at 6:00 and was late.", "train left at 06:00 and was"),
        ("Prices rose by 0.3 per cent in a year.", "Prices rose by 0.3% in a"),
        ("Prices rose by 0.3% in a year.", "Prices rose by 0.3 per cent in"),
        ("Prices rose by 0.3% in a year.", "Prices rose by 0.3 percent in"),
        ("Prices rose by 0.3 percent in a year.", "Prices rose by 0.3 % in"),
        ("Die Preise stiegen um 0,3 Prozent im Jahr.", "stiegen um 0,3 % im Jahr"),
    ],
)
def test_another_way_to_write_the_same_is_style(text: str, quote: str) -> None:
    answer = anchor(from_text(text), quote)
    assert (answer.status, answer.changes) == (Status.VERIFIED, ())


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("They told us that the army would come.", "They told U.S. that the army"),
        ("The train left at 06:00 and was late.", "train left at 16:00 and was"),
        ("Prices rose by 0.3% in a year.", "Prices rose by 0.3 points in"),
        ("Prices rose by 0.3% in a year.", "Prices rose by 0.3 in"),
    ],
)
def test_what_only_looks_like_another_way_to_write_is_told(text: str, quote: str) -> None:
    assert anchor(from_text(text), quote).status is Status.ALTERED
