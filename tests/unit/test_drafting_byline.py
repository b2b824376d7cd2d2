"""What a draft takes from an article's byline: author, outlet and day where a line says them for certain."""

from __future__ import annotations

import pytest

from tui.documents import from_text
from tui.drafting import draft
from tui.drafting.byline import Byline, byline

READ = {
    "By Lena Ostrow, The Harbour Courier, 12 March 2024": (("Lena Ostrow",), "The Harbour Courier", "2024-03-12"),
    "By Ana Ruiz and Jan van Dam | Skarholm Gazette": (("Ana Ruiz", "Jan van Dam"), "Skarholm Gazette", ""),
    "By Lena Ostrow": (("Lena Ostrow",), "", ""),
    "Varnholt Tribune, March 12, 2024": ((), "Varnholt Tribune", "2024-03-12"),
    "ANP Wire, Varnholt, 12 Mar 2024": ((), "ANP Wire", "2024-03-12"),
    "Published 12 March 2024": ((), "", "2024-03-12"),
}
LEFT = [
    "Varnholt, 12 March 2024",
    "By Monday Morning, The Herald",
    "By Herald Staff, 12 March 2024",
    "By the time the fire was out, 12 March 2024",
    "Two workers died when a tank exploded, 12 March 2024",
    "The Herald reported the fire on 12 March 2024.",
]


@pytest.mark.parametrize("line", READ)
def test_what_a_line_says_is_read(line: str) -> None:
    assert byline(line) == READ[line]


@pytest.mark.parametrize("line", LEFT)
def test_what_is_not_certain_is_left(line: str) -> None:
    assert byline(line) == Byline()


def test_a_draft_states_it_and_keeps_hedges_and_stops_in_values() -> None:
    shared = "The fire at the Skarholm chemical plant was put out by ninety firefighters after six hours."
    told = (
        "{} people were evacuated from Elmsgate after the plant fire.\n\nThe explosion happened at {} a.m. on Monday."
    )
    articles = [
        from_text(
            f"By Ana Ruiz, Skarholm Gazette, 12 March 2024\n\n{shared}\n\n{told.format('Nearly 2,100', '4:20')}", "a"
        ),
        from_text(f"{shared}\n\n{told.format('About 1,200', '5:10')}", "b"),
    ]
    briefing = draft(articles).briefing
    first, other = briefing.sources
    assert (first.author, first.outlet, first.published) == (("Ana Ruiz",), "Skarholm Gazette", "2024-03-12")
    assert (other.author, other.outlet, other.published) == ((), "", "")
    values = {(value.quote, value.value) for one in briefing.differences for value in one.values}
    assert ("4:20 a.m.", "4:20 a.m.") in values and ("5:10 a.m.", "5:10 a.m.") in values
    assert all(quote == value for quote, value in values if "2,100" in quote)
