"""A dateline's day is the article's: no fact of the event, and the day that "Tuesday" counts from."""

from __future__ import annotations

from datetime import date

import pytest

from tui.documents import from_text
from tui.evidence import compare
from tui.evidence.dateline import dateline

DAY = date(2025, 3, 12)
SAID = "The ferry ran aground off Skarholm with 214 people on board"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("SKARHOLM, 12 March 2025 - ", DAY),
        ("Skarholm, 12 March 2025—", DAY),
        ("SKARHOLM (Meridian) — March 12 — ", None),
        ("PORT HALDEN, Mar. 12 (Meridian) - ", None),
        ("LONDON, March 12, 2025, 10:30 GMT — ", DAY),
        ("12.03.2025 | ", DAY),
        ("Skarholm | 2025-03-12 | ", DAY),
        ("BERLIN, 12. März 2025 (dpa) – ", DAY),
    ],
)
def test_the_usual_forms_of_datelines_are_known(line: str, day: date | None) -> None:
    text = line + SAID
    assert dateline(text, 0, len(text)) == (len(line), day)


@pytest.mark.parametrize(
    "text",
    [
        "On 12 March 2025 - a Wednesday - the ferry ran aground.",
        "The March 12 – 14 talks were broken off.",
        "12 March 2025 – The ferry runs aground.",
        "The ferry, built in 1987 - an old ship - sank.",
        "NATO — the alliance — met on 12 March 2025.",
    ],
)
def test_a_day_that_a_sentence_tells_of_is_no_dateline(text: str) -> None:
    assert dateline(text, 0, len(text)) is None


@pytest.mark.parametrize("line", ["SKARHOLM, 12 March 2025 - ", "12.03.2025 | ", "SKARHOLM, March 12 (Meridian) — "])
def test_a_dateline_is_not_set_against_the_day_of_the_event(line: str) -> None:
    dated = from_text(f"Ferry aground\n\n{line}{SAID}, the coast guard said.", "a")
    told = from_text(f"Rescue at sea\n\n{SAID} on 11 March 2025, the coast guard said.", "b")
    assert compare([dated, told]).differences == ()


def test_a_weekday_counts_from_the_dateline() -> None:
    dated = from_text(f"Ferry aground\n\n12.03.2025 | {SAID} on Tuesday, the coast guard said.", "a")
    agreeing, differing = (
        from_text(f"Rescue at sea\n\n{SAID} on {day} March 2025, the coast guard said.", "b") for day in (11, 4)
    )
    assert compare([dated, agreeing]).differences == ()
    (found,) = compare([dated, differing]).differences
    assert {value.value for value in found.values} == {"Tuesday", "4 March 2025"}
