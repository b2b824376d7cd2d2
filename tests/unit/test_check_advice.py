"""What an analyst would object to is a warning."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.briefing.findings import Collector
from tui.briefing.model import Briefing, Difference, Evidence, Mark, Section, Source, Statement, Value
from tui.check.advice import advise

_EVIDENCE = (Evidence("a", "q"), Evidence("b", "q"))


def _advice(*, sections: tuple[Section, ...] = (), differences: tuple[Difference, ...] = ()) -> list[str]:
    sources = tuple(Source(name, f"{name}.txt", Path(f"{name}.txt"), name.upper(), at=Mark(4, 3)) for name in "ab")
    briefing = Briefing(Path("b.yaml"), "b", "B", sources, sections=sections, differences=differences)
    out = Collector("b.yaml")
    advise(briefing, {}, out)
    assert not out.failed
    return [finding.message for finding in out.findings]


def _section(text: str, evidence: tuple[Evidence, ...] = _EVIDENCE) -> tuple[Section, ...]:
    return (Section("s", "S", statements=(Statement("one", text, evidence),)),)


def _difference(kind: str, *sources: str) -> tuple[Difference, ...]:
    values = tuple(Value(source, "q") for source in sources)
    return (Difference("d", "", kind, "x", values),)  # type: ignore[arg-type]


def test_sound_sections_and_differences_draw_no_objection() -> None:
    assert _advice(sections=_section("It opened."), differences=_difference("conflict", "a", "b")) == []


def test_a_briefing_of_sources_alone_draws_no_objection() -> None:
    assert _advice() == []


def test_a_statement_without_evidence() -> None:
    found = _advice(sections=_section("It opened.", ()), differences=_difference("variant", "a", "b"))
    assert found == ["statement one has no evidence"]


def test_a_section_without_statements() -> None:
    found = _advice(sections=(*_section("It opened."), Section("t", "T")))
    assert found == ["section t has no statements"]


def test_a_source_that_is_never_quoted() -> None:
    assert _advice(sections=_section("It opened.", _EVIDENCE[:1])) == ["source b is never quoted"]


def test_a_source_quoted_in_a_difference_alone_is_quoted() -> None:
    assert _advice(sections=_section("It opened.", _EVIDENCE[:1]), differences=_difference("framing", "a", "b")) == []


@pytest.mark.parametrize("sources", ["", "a"])
def test_a_difference_with_fewer_than_two_values(sources: str) -> None:
    assert _advice(differences=_difference("conflict", *sources)) == ["difference d has fewer than two values"]


def test_a_difference_of_one_source_with_itself() -> None:
    found = _advice(differences=_difference("conflict", "a", "a"))
    assert found == ["all values of difference d are from one source, a"]


def test_what_was_looked_at_and_is_no_difference_needs_no_two_sides() -> None:
    assert _advice(differences=_difference("none", "a")) == []


@pytest.mark.parametrize(
    ("text", "likelihood", "confidence"),
    [
        ("It is very likely, with high confidence, that it opens.", "very likely", "high confidence"),
        ("We have moderate confidence that it will probably open.", "probably", "moderate confidence"),
        ("There is almost no chance of it, we judge with low confidence.", "almost no chance", "low confidence"),
        ("We are confident that a delay is unlikely.", "unlikely", "are confident"),
        ("Analysts have high overall confidence in roughly even odds.", "roughly even odds", "high overall confidence"),
    ],
)
def test_likelihood_and_confidence_in_one_sentence(text: str, likelihood: str, confidence: str) -> None:
    assert _advice(sections=_section(text)) == [
        f'statement one mixes likelihood ("{likelihood}") and confidence ("{confidence}")'
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It is very likely that it opens.",
        "We have high confidence in this.",
        "The confidence vote is likely on Monday.",
        "Unlike the high court, investors lost confidence.",
    ],
)
def test_one_of_the_two_alone_draws_no_objection(text: str) -> None:
    assert _advice(sections=_section(text)) == []
