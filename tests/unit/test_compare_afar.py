"""Figures, hours, bodies and states of whole articles set against each other, however far apart they stand."""

from __future__ import annotations

from operator import eq

import pytest

from tests.unit.article_pairs import MILL, SAME, differing
from tui.documents import from_text
from tui.documents.model import Span
from tui.evidence import compare
from tui.evidence.comparing.afar import Comparing, Stated, answering
from tui.evidence.comparing.scoring import Scale
from tui.evidence.comparing.sentences import Sentence

_EMPTY = Sentence(0, 0, 0, "", Span(0, 0), ())


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        (
            "A petition to save it was signed by 42,000 people.",
            "Some 24,000 citizens had put their names under the petition.",
            ["42,000 people", "24,000 citizens"],
        ),
        (
            "Households get running water for six hours a day.",
            "Four hours of water daily is what every household has.",
            ["six hours", "Four hours"],
        ),
        (
            "No rain worth the name has fallen since April 2.",
            "The last rain came down on 22 April, as all recall.",
            ["April 2", "22 April"],
        ),
        (
            "A storm warning had been in force since noon.",
            "The storm warning reached the brigade only at 23:00.",
            ["noon", "23:00"],
        ),
        (
            "The fire brigade answers to the interior ministry.",
            "The fire brigade is under the ministry of agriculture.",
            ["interior ministry", "ministry of agriculture"],
        ),
        ("One councillor abstained.", "There were no abstentions.", ["One councillor", "no abstentions"]),
        (
            "The viaduct to Grund remains open.",
            "For fear of sparks the viaduct to Grund was closed.",
            ["open", "closed"],
        ),
        (
            "Thirty years ago 31 people died there. Two people died on Sunday.",
            "Three people died, as 31 people had died there thirty years ago.",
            ["Two people", "Three people"],
        ),
        (
            "The works will cost the city 25 million euros.",
            "Forty million, all told, the works cost.",
            ["25 million euros", "Forty million"],
        ),
        (
            "The heirs ask for 12 million euros.",
            "In the capital they have found 21 million euros.",
            ["12 million euros", "21 million euros"],
        ),
        (
            "The council voted for the weir by 31 votes to 14.",
            "The weir was approved unanimously by the council.",
            ["31 votes to 14", "unanimously"],
        ),
        (
            "Sparks flew 300 metres northeast of the mill.",
            "Some 300 metres northwest of the mill sparks flew.",
            ["northeast", "northwest"],
        ),
        ("Ada Solheim-Vaas owns it.", "It is the mill of Ada Solheimvaas.", ["Ada Solheim-Vaas", "Ada Solheimvaas"]),
        (
            "Ada Brandt, twenty-one years of age, saw it.",
            "Ada Brandt, 19, saw it first.",
            ["twenty-one years of age", "19"],
        ),
    ],
)
def test_what_each_article_tells_for_itself_is_compared(one: str, other: str, values: list[str]) -> None:
    assert differing(one, other) == ([values] if values else [])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The city borrows 300 million crowns more and will then owe 3.9 billion crowns.",
            "What the city will owe stands at 3.6 billion crowns.",
        ),
        ("The barge, 92 metres in length, sank.", "The barge lies 200 metres from the beach."),
        ("Gusts of 60 km/h are expected for Friday.", "Gusts of 95 km/h carried embers over the river."),
        ("A reward of 10,000 pounds was set.", "The council gave 25,000 pounds to the choir."),
        ("The council voted for the weir by 31 votes to 14.", "The choir was chosen unanimously by its friends."),
        ("A blast shook it for 94 seconds.", "Two minutes later no stone stood."),
        ("The auction of the wheel ended after 74 bids.", "Thirty-four bids later the wheel was gone."),
        ("Late on Thursday a message was posted.", "The run began on Friday, hours after the message was posted."),
        ("The wheel was first shown in 1971.", "The wheel will be shown in 2031."),
        ("The new wheel weighs 740 kilograms.", "The old wheel, of 610 kilograms, broke; the new weighs 1,630 pounds."),
        ("By Monday the ratio had dropped to 118 percent.", "At year-end the ratio stood at 168 percent."),
        ("Three passengers were treated for shock.", "Two British passengers were treated for shock."),
        ("The siren of the mill fell silent shortly before midnight.", "At noon all of Tarn will fall silent."),
        ("Payment is promised for March, the union said.", "Wages are paid in April, the union said."),
        ("We reject the plan for the viaduct of Grund.", "The governor approved the plan for the viaduct of Grund."),
    ],
)
def test_what_is_of_another_thing_or_time_is_passed_over(one: str, other: str) -> None:
    assert differing(one, other) == []


def test_a_difference_is_named_by_what_it_is_about() -> None:
    one = f"{MILL}\n\nGrowers put the loss of the harvest at $640 million."
    other = f"{SAME}\n\nThe loss is $460 million."
    (found,) = compare([from_text(one, "one"), from_text(other, "other")]).differences
    assert found.about == "money: loss"


def test_articles_without_a_name_in_common_are_of_two_events() -> None:
    storm = "A storm killed {} people on Friday and cut power to thousands of homes. Trees fell on roads in {}."
    here, there = from_text(storm.format("nine", "Hallenby"), "one"), from_text(storm.format("four", "Ostrand"), "two")
    assert [found.about for found in compare([here, there]).differences if found.about == "people killed"] == []


def test_reprints_leave_the_articles_of_others_related() -> None:
    first = f"{MILL}\n\nThe fire brigade of Tarn came at once. Four people died."
    other = from_text(f"{SAME}\n\nSix people died.", "other")
    reprints = [from_text(f"{first}\n\nReprint {number}.", str(number)) for number in range(6)]
    assert any(found.about == "people killed" for found in compare([*reprints, other]).differences)


def test_of_hundreds_of_figures_told_in_the_same_words_none_answers_another() -> None:
    # Each has 249 rivals on either side: weighing every pair against every other would take hours.
    words = Scale({"petition": 3.0}, {}, ())
    here, there = ([Stated(_EMPTY, 0, 0, first + 2 * at, {"petition": 1.0}) for at in range(250)] for first in (0, 1))
    assert list(answering(here, there, Comparing(lambda *_: True, eq), words)) == []
    assert [weight for _, _, weight in answering(here[:1], there[:1], Comparing(lambda *_: True, eq), words)] == [3.0]
