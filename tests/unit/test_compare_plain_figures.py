"""Plain figures of whole articles: marks on a way, times of a race, sums in any currency, and what only looks so."""

from __future__ import annotations

import pytest

from tests.unit.article_pairs import differing


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (
            "At kilometre 35 of the road to Tarn a driver stopped and called the fire brigade.",
            "A driver called the fire brigade at the 38-kilometre mark of the road to Tarn.",
            ["kilometre 35", "38-kilometre"],
        ),
        (
            "Brita Solheim, who saw the smoke, won the women's race in 2:25:06.",
            "Brita Solheim was the first of the women in two hours, 26 minutes and five seconds.",
            ["2:25:06", "two hours, 26 minutes and five seconds"],
        ),
        (
            "The insurers put the damage to the mill at 3.5 million thalers.",
            "The insurers reckon with 2.5 million thalers of damage to the mill.",
            ["3.5 million thalers", "2.5 million thalers"],
        ),
        (
            "A bomb from the war lay six metres down.",
            "The bomb lay at a depth of four metres.",
            ["six metres", "four metres"],
        ),
        (
            "In May, Halmer won a contract for the tunnel beside the mill.",
            "The contract of Halmer for the tunnel beside the mill was concluded in March.",
            ["May", "March"],
        ),
        (
            "Some 16,500 people had to leave their homes so that one man could be alone with the bomb.",
            "About 14,000 people had been told to leave their homes because of the bomb.",
            ["16,500 people", "14,000 people"],
        ),
        (
            "Some 200,000 people lined the streets, according to the police.",
            "Police estimated the crowd at 150,000.",
            ["200,000 people", "150,000"],
        ),
        (
            "The thermometer at the town hall climbed to 31 degrees. Forecasters had spoken of 24 degrees.",
            "By early afternoon the temperature had reached 27 degrees.",
            ["31 degrees", "27 degrees"],
        ),
        (
            "Five times Halmer paid for the trips, a total of 28,000 marks.",
            "Halmer paid for three trips. They were worth 18,000 marks altogether.",
            ["28,000 marks", "18,000 marks"],
        ),
        (
            "Halmer submitted the letter of resignation on Thursday evening. Guards closed the road on Thursday.",
            "Halmer handed over the letter of resignation on Friday morning. Sparks had flown on Thursday.",
            ["Thursday", "Friday"],
        ),
        (
            "The old course record dated from 2019. The race has been held for years.",
            "The course record had stood since 2018. The race was first held in 1991.",
            ["2019", "2018"],
        ),
    ],
)
def test_plain_figures_are_set_against_each_other(one: str, other: str, found: list[str]) -> None:
    assert sorted(found) in [sorted(values) for values in differing(one, other)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Some 80 volunteers had come to the mill by noon.",
            "In the course of the day 130 volunteers came to the mill.",
        ),
        (
            "The winners receive 30,000 crowns each. A bonus of 10,000 crowns is paid for a record.",
            "The winner collects 40,000 crowns in prize and bonus money.",
        ),
        (
            "In 2021 a minister resigned over a borrowed boat. That one was worth 4,000 crowns.",
            "The minister resigned over borrowed boats. They were worth 18,000 crowns altogether.",
        ),
        (
            "The mill stood near the chapel, two kilometres below the pass.",
            "The mill stood at kilometre 12 of the road over the pass.",
        ),
        (
            "At the start of the race to the mill the temperature was 9 degrees.",
            "By noon the thermometer at the mill had reached 17 degrees.",
        ),
        (
            "The savings club of the bank has grown. It has been listed on the exchange since 1998.",
            "The last time that a bank was overrun by its savers was in 2009.",
        ),
        (
            "All streets round the mill are open again.",
            "The streets round the mill were sealed off.",
        ),
        (
            "The café at the mill will open again on Saturday.",
            "An exhibition in the café at the mill that was to open on March 14 has been put off.",
        ),
        (
            "The owner will answer questions of reporters about the mill on Tuesday.",
            "The owner answered questions of reporters about the mill on Friday.",
        ),
    ],
)
def test_what_can_both_be_true_is_passed_over(one: str, other: str) -> None:
    assert differing(one, other) == []
