"""Who says it: rows, filters and figures."""

from __future__ import annotations

import pytest

from tests.unit.builders import a_briefing, a_source, a_statement, resolved
from tui.briefing.model import Difference, Evidence, Section, Value
from tui.reader.coverage_rows import Filter, Line, carried, lines, number, summary

TEXT = "The sun rose early. The moon set late. Rain fell all day."
SUN, MOON = "The sun rose early.", "The moon set late."


def says(*sources: str, role: str = "supports") -> tuple[Evidence, ...]:
    return tuple(Evidence(source, SUN, role=role) for source in sources)  # type: ignore[arg-type]


SECTIONS = (
    Section("c0", "Sun", statements=(a_statement("All say it.", *says("a", "b", "c")),)),
    Section(
        "c1",
        "Moon",
        statements=(
            a_statement("One says it.", *says("b")),
            a_statement("One says otherwise.", *says("a"), *says("b", role="contradicts")),
            a_statement("Two say it.", *says("a", "b")),
        ),
    ),
    Section("c2", "Nothing yet"),
)
DIFFERENCES = (Difference("d", "c0", "conflict", "when", (Value("a", SUN), Value("b", MOON))),)
BRIEFING = resolved(a_briefing([a_source(name) for name in "abc"], SECTIONS, DIFFERENCES), dict.fromkeys("abc", TEXT))


@pytest.mark.parametrize(
    ("kept", "expected"),
    [
        ("all", [(0, -1), (0, 0), (-1, -1), (1, -1), (1, 0), (1, 1), (1, 2), (-1, -1), (2, -1)]),
        ("not everybody", [(1, -1), (1, 0), (1, 1), (1, 2)]),
        ("one source alone", [(1, -1), (1, 0)]),
        ("disputed", [(0, -1), (0, 0), (-1, -1), (1, -1), (1, 1)]),
    ],
)
def test_filters_leave_statements_under_their_sections(kept: Filter, expected: list[tuple[int, int]]) -> None:
    assert lines(BRIEFING, kept) == [Line(*pair) for pair in expected]


def test_a_statement_counts_the_sources_that_carry_it() -> None:
    assert [carried(statement) for statement in BRIEFING.sections[1].statements] == [1, 2, 2]


def test_statements_are_numbered_within_the_briefing() -> None:
    section = BRIEFING.sections[1]
    assert [number(section, statement) for statement in section.statements] == ["2.1", "2.2", "2.3"]


def test_the_summary_names_blind_spots_single_sources_and_what_all_say() -> None:
    found = summary(BRIEFING)
    assert found.total == 4
    assert found.by_source == {"a": 3, "b": 4, "c": 1}
    assert [(source, section.section.id) for source, section in found.blind] == [("c", "c1")]
    assert found.alone == {"b": ["2.1"]}
    assert found.everybody == ["1.1"]


def test_with_one_source_nothing_is_called_said_by_one_alone() -> None:
    alone = resolved(
        a_briefing([a_source("b")], (Section("c", "C", statements=(a_statement("S", *says("b")),)),)), {"b": TEXT}
    )
    found = summary(alone)
    assert (found.alone, found.everybody) == ({}, ["1.1"])
