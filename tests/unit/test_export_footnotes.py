"""A quotation that does not stand as quoted says so in its footnote, and its statement does not lean on it."""

from __future__ import annotations

import re

from tests.unit.builders import a_briefing, a_source, a_statement
from tests.unit.markdown_reading import definitions
from tui.briefing.model import Evidence, Section
from tui.documents import from_text
from tui.documents.model import Document, Span
from tui.evidence.coverage import coverage, tally
from tui.evidence.model import (
    Alternative,
    Anchor,
    Change,
    Quotation,
    ResolvedBriefing,
    ResolvedSection,
    ResolvedStatement,
    Status,
)
from tui.export import markdown

ARTICLE = from_text("The pier cost 40 million euros. The pier cost 40 million euros.", "north")
CLAIM = Evidence("north", "The pier cost 50 million euros")


def exported(anchor: Anchor, document: Document | None = ARTICLE) -> str:
    """The export of one statement with one quotation so anchored."""
    sources = [a_source("north", outlet="Post"), a_source("south", outlet="Star")]
    quotation = Quotation(sources[0], document, CLAIM, anchor, 1 if anchor.span else None)
    statement = a_statement("The pier was dear.", CLAIM)
    section = Section("s", "S", statements=(statement,))
    ids = [source.id for source in sources]
    one = ResolvedStatement(1, statement, (quotation,), coverage(ids, [quotation]), ())
    placed = ResolvedSection(1, section, (one,), (), tally(ids, [one]))
    return markdown(ResolvedBriefing(a_briefing(sources, [section]), {"north": ARTICLE}, (placed,), (), ()))


def test_an_altered_quotation_names_each_change() -> None:
    changes = (
        Change("number", "50", "40", Span(14, 16), Span(14, 16)),
        Change("missing", "", "not", Span(0, 0), Span(0, 3)),
        Change("added", "about", "", Span(0, 5), Span(0, 0)),
    )
    export = exported(Anchor(Status.ALTERED, Span(0, 30), changes))
    assert definitions(export)["1"] == (
        "Post, paragraph 1: “The pier cost 40 million euros”. articles/north.txt, characters 0–30. "
        "Altered: the briefing quotes “The pier cost 50 million euros”, which has “50” for “40” (number), "
        "leaves out “not” (missing), adds “about” (added)."
    )
    assert "The pier was dear. Only Post says so, in part. Quoted in altered words: Post.[^1]" in export
    assert "(1 altered)" in export


def test_a_quotation_found_in_part_says_what_was_quoted() -> None:
    export = exported(Anchor(Status.PARTIAL, Span(0, 8)))
    assert definitions(export)["1"] == (
        "Post, paragraph 1: “The pier”. articles/north.txt, characters 0–8. "
        "Only in part: the briefing quotes “The pier cost 50 million euros”."
    )
    assert "Found in part only: Post.[^1]" in export


def test_an_ambiguous_quotation_names_the_other_places() -> None:
    export = exported(Anchor(Status.AMBIGUOUS, Span(0, 30), (), (Alternative("/srv/north.txt", Span(32, 62)),)))
    assert definitions(export)["1"].endswith("characters 0–30. Not the only place: also characters 32–62.")
    assert "/srv" not in export


def test_a_missing_quotation_is_the_briefings_word_only() -> None:
    export = exported(Anchor(Status.MISSING))
    assert definitions(export)["1"] == (
        "Post: “The pier cost 50 million euros”. articles/north.txt. "
        "Not found in the source: the words are the briefing’s."
    )
    assert "The pier was dear. Quoted but not found: Post.[^1] No quotation supports this." in export
    assert re.search(r"^\| 1\. The pier was dear\. +\| · +\| · +\|$", export, re.MULTILINE)


def test_a_misattributed_quotation_names_the_source_it_stands_in() -> None:
    export = exported(Anchor(Status.MISATTRIBUTED, None, (), (Alternative("south", Span(5, 35)),)))
    assert definitions(export)["1"].endswith(
        "Not found there. The same words stand in Star, articles/south.txt, characters 5–35."
    )


def test_a_quotation_of_an_unreadable_source_is_not_proved() -> None:
    export = exported(Anchor(Status.MISSING), document=None)
    assert "The source could not be read, so the words are the briefing’s and not proved." in definitions(export)["1"]
