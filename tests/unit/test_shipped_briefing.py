"""The briefing that ships with Hexapla holds what it promises about the three articles it covers."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator

import pytest

from tui import briefing, resources
from tui.briefing.model import Briefing, Evidence, Value
from tui.evidence import anchor, resolve
from tui.evidence.model import Carriage, ResolvedBriefing, Status

SHIPPED = resources.shipped("briefings") / "us-japan-2plus2-2024.yaml"


@pytest.fixture(scope="module")
def authored() -> Briefing:
    return briefing.load(SHIPPED)


@pytest.fixture(scope="module")
def resolved(authored: Briefing) -> ResolvedBriefing:
    return resolve(authored)


def _evidence(authored: Briefing) -> list[Evidence]:
    return [one for section in authored.sections for statement in section.statements for one in statement.evidence]


def _values(authored: Briefing) -> list[Value]:
    return [value for difference in authored.differences for value in difference.values]


def _claims(authored: Briefing) -> list[Evidence | Value]:
    return [*_evidence(authored), *_values(authored)]


def _with_one_digit_changed(quote: str) -> Iterator[str]:
    for at, letter in enumerate(quote):
        if letter in "0123456789":
            for other in "0123456789".replace(letter, ""):
                yield f"{quote[:at]}{other}{quote[at + 1 :]}"


def test_it_is_read_without_a_single_finding() -> None:
    assert briefing.read(SHIPPED).findings == ()


def test_its_id_is_its_file_name(authored: Briefing) -> None:
    assert authored.id == SHIPPED.stem


def test_it_has_the_four_sections_in_order(authored: Briefing) -> None:
    assert [section.title for section in authored.sections] == [
        "Command restructuring",
        "China concerns",
        "North Korea and Russia",
        "Trilateral memorandum",
    ]


def test_it_rests_many_statements_on_many_quotations(authored: Briefing) -> None:
    assert sum(len(section.statements) for section in authored.sections) >= 36
    assert len(_evidence(authored)) >= 70


def test_every_quotation_stands_in_its_source_as_quoted(resolved: ResolvedBriefing) -> None:
    doubtful = []
    for claim in _claims(resolved.briefing):
        document = resolved.documents[claim.source]
        placed = anchor(document, claim.quote, prefix=claim.prefix, suffix=claim.suffix)
        words = document.text[placed.span.start : placed.span.end] if placed.span else ""
        if placed.status is not Status.VERIFIED or words != claim.quote:
            doubtful.append((claim.source, claim.quote, placed.status))
    assert doubtful == []


def test_its_sources_are_unchanged_since_it_was_written(resolved: ResolvedBriefing) -> None:
    assert resolved.problems == ()
    for source in resolved.briefing.sources:
        assert source.sha256 == hashlib.sha256(source.path.read_bytes()).hexdigest()


def test_an_outlet_is_named_only_where_the_article_names_it(resolved: ResolvedBriefing) -> None:
    for source in resolved.briefing.sources:
        assert source.outlet in resolved.documents[source.id].text
    assert [source.outlet for source in resolved.briefing.sources] == ["CNN", "ENTRE News", ""]


def test_nothing_is_told_about_a_source_that_its_article_does_not_tell(authored: Briefing) -> None:
    for source in authored.sources:
        assert (source.title, source.author, source.published, source.url) == ("", (), "", "")


def test_credit_caption_outlet_and_dash_stand_before_the_body(resolved: ResolvedBriefing) -> None:
    cnn = resolved.briefing.source("cnn")
    lines = resolved.documents["cnn"].text.splitlines()
    assert lines[cnn.body_from - 2] == "—"
    assert lines[cnn.body_from - 1].startswith("America will rebuild")
    assert [resolved.briefing.source(one).body_from for one in ("entre", "s004")] == [1, 1]


def test_every_statement_is_carried_by_a_source(resolved: ResolvedBriefing) -> None:
    for section in resolved.sections:
        for statement in section.statements:
            assert set(statement.coverage.values()) != {Carriage.SILENT}, statement.statement.id


def test_only_the_unnamed_outlet_is_silent_on_a_section_the_memorandum(resolved: ResolvedBriefing) -> None:
    silent = [(s.section.id, source) for s in resolved.sections for source, carried in s.tally.items() if not carried]
    assert silent == [("trilateral", "s004")]
    assert "trilateral" not in resolved.documents["s004"].text.lower()
    assert "South Korea" not in resolved.documents["s004"].text


def test_every_source_speaks_alone_somewhere(resolved: ResolvedBriefing) -> None:
    alone = Counter(statement.alone for section in resolved.sections for statement in section.statements)
    assert all(alone[source.id] for source in resolved.briefing.sources)


def test_every_difference_sets_two_sources_beside_each_other(authored: Briefing) -> None:
    assert sum(difference.kind != "none" for difference in authored.differences) >= 10
    for difference in authored.differences:
        assert len({value.source for value in difference.values}) >= 2, difference.id


def test_every_difference_stands_under_a_statement_that_quotes_both_sides(resolved: ResolvedBriefing) -> None:
    shown = {d.difference.id: s for part in resolved.sections for s in part.statements for d in s.differences}
    assert set(shown) == {one.difference.id for one in resolved.differences}
    for difference in resolved.differences:
        quoted = {quotation.source.id for quotation in shown[difference.difference.id].quotations}
        assert {value.source.id for value in difference.values} <= quoted, difference.difference.id


def test_every_note_of_a_difference_asks(authored: Briefing) -> None:
    assert [one.id for one in authored.differences if one.kind != "none" and "?" not in one.note] == []


def test_a_single_changed_digit_is_never_taken_as_quoted(resolved: ResolvedBriefing) -> None:
    accepted, tried = [], 0
    for source, quote in sorted({(claim.source, claim.quote) for claim in _claims(resolved.briefing)}):
        for changed in _with_one_digit_changed(quote):
            tried += 1
            if anchor(resolved.documents[source], changed).status is Status.VERIFIED:
                accepted.append((source, changed))
    assert tried > 100
    assert accepted == []
