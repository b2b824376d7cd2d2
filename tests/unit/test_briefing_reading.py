"""A good briefing is read as its author wrote it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.unit.briefing_files import as_yaml, changed, reading
from tui.briefing import Briefing, BriefingError, load
from tui.briefing.model import Evidence, Mark, Route, Value

WHOLE = """\
version: 1
id: harbour
title: >
  The harbour
  opens
date: 2024-05-06
summary: |
  Two *reports*.

  One harbour.
aliases:
  NO: [Norway, Noreg]
sources:
  herald:
    file: ../articles/herald.txt
    outlet: The Herald
    mark: k
    title: "Pier opens at 12:30"
    author: [Ana Ruiz, O. Vik]
    published: 2024-05
    url: https://example.org/pier
    sha256: ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789
    body: {from: 4}
    descriptor: a local paper
  coast: {file: coast.txt}
sections:
  - id: money
    title: What it cost
    summary: Much.
    route: {words: [cost, 1_000], not: [on]}
    statements:
      - id: price
        text: It cost millions.
        evidence:
          - {source: herald, quote: 40 million, role: partly, prefix: cost, suffix: euros, note: so it says}
          - source: coast
            quote: |
              45 million
      - text: Nobody says why.
differences:
  - id: figure
    section: money
    kind: conflict
    about: the price
    values:
      - {source: herald, quote: 40 million, value: 40 M, prefix: cost}
      - {source: coast, quote: 45 million}
    note: Which is right?
  - {kind: none, about: the day}
"""


def _place(words: str, nth: int = 1) -> Mark:
    """Where the words stand in WHOLE for the nth time."""
    index = -1
    for _ in range(nth):
        index = WHOLE.index(words, index + 1)
    return Mark(WHOLE.count("\n", 0, index) + 1, index - WHOLE.rfind("\n", 0, index))


@pytest.fixture
def briefing(tmp_path: Path) -> Briefing:
    result = reading(tmp_path, WHOLE)
    assert result.findings == ()
    assert result.briefing is not None
    return result.briefing


def test_the_head_is_read(briefing: Briefing, tmp_path: Path) -> None:
    assert briefing.path == tmp_path / "briefing.yaml"
    assert (briefing.id, briefing.title, briefing.date) == ("harbour", "The harbour opens", date(2024, 5, 6))
    assert briefing.summary == "Two *reports*.\n\nOne harbour."
    assert briefing.aliases == {"NO": ("Norway", "Noreg")}


def test_a_source_is_read_with_all_that_is_stated(briefing: Briefing, tmp_path: Path) -> None:
    herald = briefing.source("herald")
    assert (herald.file, herald.path) == ("../articles/herald.txt", tmp_path.resolve().parent / "articles/herald.txt")
    assert (herald.outlet, herald.letter, herald.title) == ("The Herald", "K", "Pier opens at 12:30")
    assert (herald.author, herald.published) == (("Ana Ruiz", "O. Vik"), "2024-05")
    assert (herald.url, herald.sha256) == ("https://example.org/pier", "abcdef0123456789" * 4)
    assert (herald.body_from, herald.descriptor) == (4, "a local paper")
    assert (herald.at, herald.sha256_at) == (_place("herald:"), _place("ABCDEF"))


def test_what_a_source_does_not_state_stays_empty(briefing: Briefing) -> None:
    coast = briefing.source("coast")
    assert (coast.outlet, coast.title, coast.author, coast.published) == ("", "", (), "")
    assert (coast.url, coast.sha256, coast.body_from, coast.descriptor) == ("", "", 1, "")


def test_statements_carry_their_evidence_and_its_place(briefing: Briefing) -> None:
    [section] = briefing.sections
    assert (section.id, section.title, section.summary) == ("money", "What it cost", "Much.")
    assert section.route == Route(("cost", "1_000"), ("on",))
    price, why = section.statements
    assert price.evidence == (
        Evidence("herald", "40 million", "partly", "cost", "euros", "so it says", _place("40 million")),
        Evidence("coast", "45 million", at=_place("|", 2)),
    )
    assert (why.text, why.evidence, why.at) == ("Nobody says why.", (), _place("Nobody"))


def test_differences_carry_their_values_and_the_authors_note(briefing: Briefing) -> None:
    figure, day = briefing.differences
    assert (figure.id, figure.section, figure.kind, figure.about) == ("figure", "money", "conflict", "the price")
    assert figure.note == "Which is right?"
    assert figure.values == (
        Value("herald", "40 million", "40 M", "cost", at=_place("40 million", 2)),
        Value("coast", "45 million", at=_place("45 million", 2)),
    )
    assert (day.section, day.kind, day.values) == ("", "none", ())


def test_ids_left_out_are_made_of_the_section_and_a_number(briefing: Briefing) -> None:
    assert [statement.id for statement in briefing.sections[0].statements] == ["price", "money-2"]
    assert [difference.id for difference in briefing.differences] == ["figure", "difference-2"]


def test_a_made_id_gives_way_to_a_given_one_even_further_down(tmp_path: Path) -> None:
    statements = [{"text": "one"}, {"id": "money-1", "text": "two"}, {"text": "three"}]
    result = reading(tmp_path, as_yaml(changed("sections.0.statements", statements)))
    assert result.briefing is not None
    found = [statement.id for statement in result.briefing.sections[0].statements]
    assert found == ["money-1-2", "money-1", "money-3"]


def test_the_same_letters_in_composed_and_decomposed_form_are_one_id(tmp_path: Path) -> None:
    data = changed("sources", {"cafe\u0301": {"file": "a.txt"}})
    data["sections"][0]["statements"][0]["evidence"] = [{"source": "caf\u00e9", "quote": "q"}]
    data["differences"] = []
    result = reading(tmp_path, as_yaml(data))
    assert result.findings == ()


def test_reading_twice_gives_equal_briefings(tmp_path: Path) -> None:
    assert reading(tmp_path, WHOLE).briefing == reading(tmp_path, WHOLE).briefing


def test_the_width_of_every_text_is_known_by_its_place(tmp_path: Path) -> None:
    widths = reading(tmp_path, WHOLE).widths
    assert widths[_place("40 million")] == len("40 million")
    assert widths[_place("herald:")] == len("herald")


def test_load_gives_the_briefing_or_raises_all_its_errors(tmp_path: Path) -> None:
    path = tmp_path / "briefing.yaml"
    path.write_text(WHOLE, encoding="utf-8")
    assert load(path).id == "harbour"
    path.write_text("version: 1\nid: a b\ntitel: x\n", encoding="utf-8")
    with pytest.raises(BriefingError) as caught:
        load(str(path))
    assert [finding.code for finding in caught.value.findings] == ["missing-key", "bad-id", "unknown-key"]
    assert caught.value.lines[0] == "version: 1"
    assert str(caught.value) == f"{path}:1:1: missing keys 'title' and 'sources'"
