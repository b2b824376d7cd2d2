"""Noun phrases for titles: told by the small words around them, without verbs, datelines and days."""

from __future__ import annotations

import pytest

from tui.documents import from_text
from tui.documents.model import Span
from tui.drafting.nounphrases import noun_phrases
from tui.drafting.wording import statement
from tui.evidence.comparing.phrases import phrases
from tui.evidence.comparing.sentences import sentences


def _phrases(text: str) -> list[str]:
    document = from_text(text, "one")
    ((sentence,),) = sentences([document], phrases([document], {}))
    return [phrase.text for phrase in noun_phrases(sentence)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The power cut interrupted counting in the port city.", ["port city"]),
        (
            "It signed a memorandum of understanding with the harbour office.",
            ["memorandum of understanding", "understanding with the harbour office", "understanding", "harbour office"],
        ),
        ("He will quickly leave on the last train and wept.", ["last train"]),
        ("The Electoral Commission said so.", ["Electoral Commission"]),
        ("SANDRIA, May 12 — The turnout was high.", ["turnout"]),
        ("At the quay the storm tore a hole.", ["hole"]),
    ],
)
def test_a_phrase_stands_between_words_that_open_and_close_it(text: str, found: list[str]) -> None:
    assert _phrases(text) == found


def test_what_is_said_in_a_quotation_is_known_as_such() -> None:
    document = from_text("He left “the palace in good order” for the new president.", "one")
    ((sentence,),) = sentences([document], phrases([document], {}))
    assert {one.text: one.spoken for one in noun_phrases(sentence)} == {
        "palace": True,
        "palace in good order": True,
        "good order": True,
        "new president": False,
    }


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("SANDRIA, May 12 — Miriam Okell won the presidential election in Tovania.", "Miriam Okell won"),
        ("PORT HALDEN, March 9 (Meridian) - A passenger ferry struck rocks off the island.", "A passenger ferry"),
        ("3. The first lifeboat of the coastguard reached the vessel at 23:15.", "The first lifeboat"),
        ("NATO — the alliance — met in Lima to talk of its next summit.", "NATO — the alliance"),
        ("The alliance met in Lima — for the first time — to talk of its summit.", "The alliance met"),
    ],
)
def test_a_statement_begins_where_its_passage_says_something(text: str, line: str) -> None:
    assert statement(text, Span(0, len(text))).startswith(line)
