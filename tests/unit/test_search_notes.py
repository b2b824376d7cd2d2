"""Notes are searched with the articles: by their own words, and as what `note:` chooses passages by."""

from __future__ import annotations

import pytest

from tests.unit.builders import a_briefing, a_source, a_statement, resolved
from tui.briefing.model import Evidence, Section
from tui.notes import Note, placed
from tui.search.model import Hit
from tui.searching import NoteHit, over

TEXT = "The pier cost 40 million euros.\n\nNobody was hurt. It rained all day."
BRIEFING = resolved(
    a_briefing(
        [a_source("one", outlet="Herald"), a_source("two")],
        [Section("cost", "Cost", statements=(a_statement("It was dear.", Evidence("one", "40 million euros")),))],
    ),
    {"one": TEXT, "two": "The pier cost nothing. It was quiet."},
)
NOTES = placed(
    [
        Note("one", "The pier cost 40 million euros", text="Ask Ruiz. The auditor has other figures"),
        Note("one", "Nobody was hurt", text="who counted?"),
        Note("two", "It was quiet", text="Ruiz says otherwise"),
        Note("two", "The pier cost nothing"),
        Note("two", "nowhere", text="Ruiz again"),
    ],
    BRIEFING.documents,
)
SEARCHER = over(BRIEFING, NOTES)


def said(hit: Hit) -> str:
    return f"* {hit.note.text}" if isinstance(hit, NoteHit) else hit.text


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("auditor", ["* Ask Ruiz. The auditor has other figures"]),
        ("auditr", ["* Ask Ruiz. The auditor has other figures"]),
        ("ruiz", ["* Ruiz says otherwise", "* Ask Ruiz. The auditor has other figures"]),
        ("ruiz source:two", ["* Ruiz says otherwise"]),
        ("ruiz section:cost", ["* Ask Ruiz. The auditor has other figures"]),
        ("note:ruiz source:one", ["* Ask Ruiz. The auditor has other figures"]),
        ("note:counted", ["* who counted?"]),
        ('note:"counted who"', ["* who counted?"]),
        ("note:ruiz pier", ["The pier cost 40 million euros."]),
        ("note:bookmark", ["The pier cost nothing."]),
        ("rained", ["It rained all day."]),
    ],
)
def test_a_note_is_found_by_its_words_and_a_passage_by_its_note(query: str, found: list[str]) -> None:
    results = SEARCHER.search(query)
    assert sorted(map(said, results.hits)) == sorted(found)
    assert results.total == len(found)


def test_a_hit_of_a_note_leads_to_the_passage_and_lights_the_letters_of_the_note() -> None:
    [hit] = SEARCHER.search("auditor").hits
    assert isinstance(hit, NoteHit)
    assert (hit.source, hit.text, hit.paragraph) == ("one", "The pier cost 40 million euros", 1)
    [(start, end)] = hit.note.highlights
    assert hit.note.text[start:end] == "auditor"


def test_a_word_the_notes_alone_have_is_not_read_as_another() -> None:
    assert not [one for one in SEARCHER.search("auditor").readings if one.approximate]


def test_notes_taken_later_are_the_ones_searched() -> None:
    searcher = over(BRIEFING, NOTES)
    searcher.take(placed([Note("one", "It rained", text="fog")], BRIEFING.documents))
    assert [said(hit) for hit in searcher.search("note:fog").hits] == ["* fog"]
    assert searcher.search("note:ruiz").total == 0
    searcher.take([])
    assert searcher.search("note:fog").total == 0
