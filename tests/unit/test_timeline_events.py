"""The timeline: which statement is dated how, on whose words, in `show` and in the export."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.cli_runner import hexapla
from tui.briefing import load
from tui.evidence import Event, resolve, timeline
from tui.export import markdown

ONE = """The bridge opened on Sunday. It was closed in April after a flood. Mayor Ruiz will speak on Monday.

Repairs began on May 2, 2024. The first bridge was built in 1911.
"""
OTHER = """The bridge was closed in April. Repairs began on May 9, 2024.

It has stood since 1911. Nobody was hurt.
"""
YAML = """version: 1
id: bridge
title: The bridge
date: 2024-07-28
sources:
  one: {file: one.txt, mark: O}
  two: {file: two.txt, mark: T, published: PUBLISHED}
sections:
  - id: bridge
    title: The bridge
    statements:
      - text: It is open again.
        evidence: [{source: one, quote: The bridge opened on Sunday}]
      - text: It was closed in April.
        evidence:
          - {source: two, quote: The bridge was closed}
          - {source: one, quote: It was closed in April after a flood}
      - text: Nobody was hurt.
        evidence: [{source: two, quote: Nobody was hurt}]
      - text: Repairs began on 2 May 2024.
        evidence:
          - {source: one, quote: "Repairs began on May 2, 2024"}
          - {source: two, quote: "Repairs began on May 9, 2024", role: contradicts}
      - text: A bridge has stood there for more than a century.
        evidence:
          - {source: one, quote: The first bridge was built in 1911}
          - {source: two, quote: It has stood since 1911}
          - {source: two, quote: It collapsed in 1900}
"""


@pytest.fixture
def briefing(tmp_path: Path) -> Path:
    """A briefing with dates of every kind."""
    (tmp_path / "one.txt").write_text(ONE, encoding="utf-8")
    (tmp_path / "two.txt").write_text(OTHER, encoding="utf-8")
    path = tmp_path / "bridge.yaml"
    path.write_text(YAML.replace("PUBLISHED", "2024-07-29"), encoding="utf-8")
    return path


def told(events: tuple[Event, ...]) -> list[tuple[str, str, int]]:
    """When, whose words, and which statement."""
    return [(one.when, "".join(source.letter for source in one.sources), one.statement + 1) for one in events]


def test_events_stand_in_order_with_the_sources_that_carry_them(briefing: Path) -> None:
    assert told(timeline(resolve(load(briefing)))) == [
        ("1911", "O", 5),
        ("since 1911", "T", 5),
        ("2024-04", "OT", 2),
        ("2024-05-02", "O", 4),
        ("2024-05-09", "T", 4),
        ("2024-07-28", "O", 1),
    ]


def test_an_event_stands_under_the_words_of_the_source_where_those_alone_are_dated(briefing: Path) -> None:
    events = timeline(resolve(load(briefing)))
    assert [(one.text, one.words) for one in events if one.statement in (0, 1)] == [
        ("It was closed in April.", ""),
        ("", "The bridge opened on Sunday"),
    ]


def test_what_is_quoted_against_a_statement_stands_under_its_own_words_alone(briefing: Path) -> None:
    events = [one for one in timeline(resolve(load(briefing))) if one.statement == 3]
    assert [(one.when, one.text, one.words) for one in events] == [
        ("2024-05-02", "Repairs began on 2 May 2024.", ""),
        ("2024-05-09", "", "Repairs began on May 9, 2024"),
    ]
    assert "2024-05-09  T: 1.4 “Repairs began on May 9, 2024”\n" in hexapla("show", briefing, "--timeline").out
    assert "\n- 2024-05-09: “Repairs began on May 9, 2024”[^" in markdown(load(briefing))


def test_a_source_against_a_dated_statement_is_not_credited_with_it(briefing: Path) -> None:
    text = briefing.read_text(encoding="utf-8").replace('"Repairs began on May 9, 2024", role', "Repairs began, role")
    briefing.write_text(text, encoding="utf-8")
    assert [(one.when, len(one.sources)) for one in timeline(resolve(load(briefing))) if one.statement == 3] == [
        ("2024-05-02", 1)
    ]


def test_a_date_of_another_part_of_a_quotation_does_not_date_the_statement(briefing: Path) -> None:
    article = briefing.with_name("one.txt")
    article.write_text("The bridge was inspected in 2019 and it is open again today.\n", encoding="utf-8")
    text = briefing.read_text(encoding="utf-8").replace(
        "quote: The bridge opened on Sunday", "quote: The bridge was inspected in 2019 and it is open again today"
    )
    briefing.write_text(text, encoding="utf-8")
    event = next(one for one in timeline(resolve(load(briefing))) if one.statement == 0)
    assert (event.text, event.words) == ("", "The bridge was inspected in 2019 and it is open again today")


def test_a_statement_stands_at_a_date_that_is_in_its_own_words_as_a_source_has_them(briefing: Path) -> None:
    text = briefing.read_text(encoding="utf-8").replace("text: It is open again", "text: The bridge opened on Sunday")
    briefing.write_text(
        text.replace("date: 2024-07-28\n", "").replace("{file: one.txt,", "{file: one.txt, published: 2024-07-28,"),
        encoding="utf-8",
    )
    event = next(one for one in timeline(resolve(load(briefing))) if one.statement == 0)
    assert (event.when, event.text, event.words) == ("2024-07-28", "The bridge opened on Sunday.", "")


def test_the_day_something_was_said_is_not_the_day_it_happened(briefing: Path) -> None:
    article = briefing.with_name("one.txt")
    article.write_text("The bridge opened after a flood, the mayor said on Sunday.\n", encoding="utf-8")
    text = briefing.read_text(encoding="utf-8").replace(
        "quote: The bridge opened on Sunday", 'quote: "The bridge opened after a flood, the mayor said on Sunday"'
    )
    briefing.write_text(text, encoding="utf-8")
    assert not [one for one in timeline(resolve(load(briefing))) if one.statement == 0]


def test_sources_that_tell_different_things_of_a_day_stand_apart_under_their_own_words(briefing: Path) -> None:
    text = briefing.read_text(encoding="utf-8").replace(
        "{source: two, quote: It has stood since 1911}", "{source: two, quote: Houses were built in 1911}"
    )
    briefing.with_name("two.txt").write_text("Houses were built in 1911.\n", encoding="utf-8")
    briefing.write_text(text, encoding="utf-8")
    events = [one for one in timeline(resolve(load(briefing))) if one.statement == 4]
    assert sorted(one.words for one in events) == ["Houses were built in 1911", "The first bridge was built in 1911"]


def test_without_a_date_of_the_briefing_only_written_dates_are_told(briefing: Path) -> None:
    text = briefing.read_text(encoding="utf-8").replace("date: 2024-07-28\n", "").replace("2024-07-29", "2024")
    briefing.write_text(text, encoding="utf-8")
    assert [one.when for one in timeline(resolve(load(briefing)))] == ["1911", "since 1911", "2024-05-02", "2024-05-09"]


def test_a_source_published_in_another_year_lends_no_day_of_the_briefing(briefing: Path) -> None:
    text = briefing.read_text(encoding="utf-8").replace("2024-07-29", "2020")
    briefing.write_text(text.replace("It was closed in April.", "It was closed."), encoding="utf-8")
    assert ("2024-04", "O", 2) in told(timeline(resolve(load(briefing))))


def test_show_prints_the_timeline_of_a_briefing_or_a_section(briefing: Path) -> None:
    whole = hexapla("show", briefing, "--timeline")
    assert (whole.code, whole.out.splitlines()[0]) == (0, "Timeline")
    assert "2024-04     O, T: 1.2 It was closed in April.\n" in whole.out
    assert "2024-07-28  O: 1.1 “The bridge opened on Sunday”\n" in whole.out
    assert hexapla("show", briefing, "bridge", "--timeline").out == whole.out


def test_the_export_has_a_timeline_after_the_differences_when_anything_is_dated(briefing: Path) -> None:
    text = markdown(load(briefing))
    assert text.index("## The bridge") < text.index("## Timeline") < text.index("## Sources")
    assert "\n- 2024-04: It was closed in April.[^" in text
    assert "\n- 2024-07-28: “The bridge opened on Sunday”[^" in text
    assert text == markdown(load(briefing))
    assert "## Timeline" not in markdown(load(briefing), timeline=False)
    assert "## Timeline" not in hexapla("export", briefing, "--no-timeline").out


def test_a_briefing_without_dates_has_no_timeline(briefing: Path) -> None:
    path = briefing.with_name("plain.yaml")
    head, _, _ = YAML.partition("      - text: It is open again.")
    path.write_text(
        head.replace("PUBLISHED", "2024") + "      - text: Nobody was hurt.\n        evidence: "
        "[{source: two, quote: Nobody was hurt}]\n",
        encoding="utf-8",
    )
    assert timeline(resolve(load(path))) == ()
    assert "## Timeline" not in markdown(load(path))
    shown = hexapla("show", path, "--timeline")
    assert (shown.code, shown.out) == (0, "Timeline\n")
    assert shown.err == "nothing of this can be dated for sure\n"
