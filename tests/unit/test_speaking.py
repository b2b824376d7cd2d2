"""Speaking to a statement is not supporting it, and a source that could not be read is not silent; told alike."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.cli_runner import hexapla
from tui.briefing import load
from tui.check import check
from tui.evidence import Carriage, resolve
from tui.export import markdown
from tui.reader.coverage_rows import carried, passes, summary

TEXT = "The pier cost 40 million euros. It opened on Sunday. Nobody came to see it."
COST, DAY, NOBODY = "The pier cost 40 million euros", "It opened on Sunday", "Nobody came to see it"


def _written(folder: Path, *, gone: bool, more: str = "") -> Path:
    for name in ("east", "coast") + (() if gone else ("north",)):
        (folder / f"{name}.txt").write_text(TEXT if name != "north" else "It rained. " + TEXT, encoding="utf-8")
    path = folder / "pier.yaml"
    path.write_text(
        f"""version: 1
id: pier
title: The pier
sources:
  coast: {{file: coast.txt, outlet: Coast}}
  east: {{file: east.txt, outlet: East}}
  north: {{file: north.txt, outlet: North}}
sections:
  - id: money
    title: What it cost
    statements:
      - text: It was cheap.
        evidence: [{{source: east, quote: {COST}, role: contradicts}}]
      - text: It is open.
        evidence: [{{source: coast, quote: {DAY}}}]
      - text: It was empty.
        evidence: [{{source: coast, quote: {NOBODY}, role: partly}}]
  - id: day
    title: The day
    statements:
      - text: It opened.
        evidence:
          - {{source: coast, quote: {DAY}}}
          - {{source: east, quote: {DAY}, role: contradicts}}
          - {{source: north, quote: {DAY}}}
{more}""",
        encoding="utf-8",
    )
    return path


def _row(name: str, export: str) -> list[str]:
    """The cells of the first row of that name in a coverage table."""
    line = next(line for line in export.splitlines() if line.startswith(f"| {name} "))
    return [cell.strip() for cell in line.strip("|").split("|")[1:]]


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    return _written(tmp_path, gone=False)


@pytest.fixture
def torn(tmp_path: Path) -> Path:
    return _written(tmp_path, gone=True)


def test_what_is_known_of_a_source_is_whether_it_speaks_and_whether_it_supports() -> None:
    assert [how for how in Carriage if how.speaks] == [Carriage.VERIFIED, Carriage.PARTLY, Carriage.DIFFERS]
    assert [how for how in Carriage if how.supports] == [Carriage.VERIFIED, Carriage.PARTLY]


def test_a_source_that_has_it_otherwise_is_counted_and_supports_nothing(whole: Path) -> None:
    money, day = resolve(load(whole)).sections
    assert (money.tally, day.tally) == ({"coast": 2, "east": 1, "north": 0}, {"coast": 1, "east": 1, "north": 1})
    assert [one.alone for one in money.statements] == [None, "coast", "coast"]
    assert [one.unsupported for one in money.statements] == [True, False, False]
    assert carried(day.statements[0]) == 3


def test_a_statement_only_spoken_against_is_said_to_have_no_support(whole: Path) -> None:
    assert "    No source supports this; E has it otherwise.\n" in hexapla("show", whole).out
    assert "It was cheap. No source supports this; East has it otherwise.[^" in markdown(load(whole))


def test_a_statement_one_source_carries_in_part_is_said_so_in_part(whole: Path) -> None:
    assert "It was empty. Only Coast says so, in part.[^" in markdown(load(whole))
    assert "    Only C carries this: partly.\n" in hexapla("show", whole).out


def test_a_section_a_source_is_silent_on_is_its_blind_spot_everywhere(whole: Path) -> None:
    resolved = resolve(load(whole))
    assert [section.blind for section in resolved.sections] == [("north",), ()]
    assert [(source, section.number) for source, section in summary(resolved).blind] == [("north", 1)]
    assert "Silent on this section: N.\n" in hexapla("show", whole).out
    assert _row("speaks to", markdown(resolved)) == ["2 of 3", "1 of 3", "silent"]


def test_a_source_that_could_not_be_read_is_never_silent_and_leaves_nobody_alone(torn: Path) -> None:
    resolved = resolve(load(torn))
    statements = [one for section in resolved.sections for one in section.statements]
    assert {one.coverage["north"] for one in statements} == {Carriage.UNKNOWN}
    assert [one.alone for one in statements] == [None] * 4
    found = summary(resolved)
    assert (found.blind, found.alone, found.everybody, found.by_source["north"]) == ([], {}, [], 0)
    assert [passes(one, "not everybody") for one in statements] == [True, True, True, False]


def test_a_source_that_could_not_be_read_is_told_alike_by_show_and_export(torn: Path) -> None:
    shown, export = hexapla("show", torn).out, markdown(load(torn))
    assert "ilent on this section" not in shown
    assert "Could not be read: N.\n" in shown
    assert "N, could not be read: “It opened on Sunday”\n" in shown
    assert "    Verified: C; silent: E; could not be read: N.\n" in shown
    assert "No source that could be read supports this; E has it otherwise; could not be read: N.\n" in shown
    assert "Only" not in export
    assert "· silent, ? could not be read." in export
    assert _row("speaks to", export) == ["2 of 3", "1 of 3", "could not be read"]
    assert _row("2. It is open.", export) == ["●", "·", "?"]
    assert "It was cheap. No source that could be read supports this; East has it otherwise.[^" in export
    assert "North is quoted, but could not be read.[^" in export


NONE = f"""differences:
  - id: second
    section: day
    kind: variant
    about: the day
    values: [{{source: coast, quote: {DAY}}}, {{source: east, quote: {DAY}}}]
  - id: hidden
    section: money
    kind: none
    about: nothing
    values: [{{source: coast, quote: {COST}}}, {{source: east, quote: {COST}}}]
  - id: first
    section: money
    kind: conflict
    about: the cost
    values: [{{source: coast, quote: {COST}}}, {{source: east, quote: {COST}}}]
"""


def test_differences_of_kind_none_are_proved_and_counted_apart(tmp_path: Path) -> None:
    path = _written(tmp_path, gone=False, more=NONE)
    assert "10 quotations (10 verified), 3 sources, 2 differences." in markdown(load(path))
    report = check(path)
    assert (report.quotations["verified"], report.apart) == (10, 2)
    assert json.loads(hexapla("check", path, "--json").out)["quotations"]["verified"] == 10
    assert "quotations: 10 verified; of differences of kind none: 2 more" in hexapla("check", path).err
    path.write_text(path.read_text(encoding="utf-8").replace(f"coast, quote: {COST}", "coast, quote: Never said"))
    assert len([one for one in check(path).findings if one.status == "missing"]) == 2


def test_differences_are_numbered_in_the_order_they_are_shown(tmp_path: Path) -> None:
    resolved = resolve(load(_written(tmp_path, gone=False, more=NONE)))
    assert [(one.number, one.difference.id) for one in resolved.differences] == [(1, "first"), (2, "second")]
    export = markdown(resolved)
    assert export.index("Difference 1, conflict") < export.index("Difference 2, variant")


def test_show_says_where_the_words_of_a_misattributed_quotation_stand(whole: Path) -> None:
    text = whole.read_text(encoding="utf-8")
    whole.write_text(text.replace("source: coast, quote: It opened on Sunday", "source: coast, quote: It rained. The"))
    assert "C, misattributed: “It rained. The”\n        These words stand in N ¶1.\n" in hexapla("show", whole).out
