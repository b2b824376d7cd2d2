"""Every fault of a briefing is told at its place, all at once, with a hint where one helps."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.unit.briefing_files import as_yaml, changed, codes, errors, reading

EVIDENCE = "sections.0.statements.0.evidence.0"
TOLD = "section 1, statement 1, evidence 1"


@pytest.mark.parametrize(
    ("path", "value", "code", "message", "hint"),
    [
        ("datte", "x", "unknown-key", "unknown key 'datte'", "did you mean 'date'?"),
        ("x" * 90, "", "unknown-key", f"unknown key '{'x' * 39}…'", ""),
        ("sections.0.Title", "x", "unknown-key", "unknown key 'Title' at section 1", "did you mean 'title'?"),
        (
            "sections.0.statements.0.txet",
            "x",
            "unknown-key",
            "unknown key 'txet' at section 1, statement 1",
            "did you mean 'text'?",
        ),
        (
            f"{EVIDENCE}.source",
            "heralt",
            "unknown-source",
            f"unknown source 'heralt' at {TOLD}",
            "did you mean 'herald'?",
        ),
        (
            "differences.0.section",
            "mony",
            "unknown-section",
            "unknown section 'mony' at difference 1",
            "did you mean 'money'?",
        ),
        (
            "differences.0.kind",
            "farming",
            "bad-kind",
            "unknown kind 'farming' at difference 1",
            "did you mean 'framing'?",
        ),
        (
            f"{EVIDENCE}.role",
            "proof",
            "bad-role",
            f"unknown role 'proof' at {TOLD}",
            "one of supports, partly, contradicts, context",
        ),
        ("date", "2024-02-30", "bad-date", "'2024-02-30' is no day of the calendar", "write it like 2024-07-28"),
        (
            "sources.herald.mark",
            "HE",
            "bad-mark",
            "mark 'HE' is not one letter one cell wide at sources.herald",
            "",
        ),
        (
            f"{EVIDENCE}.quote",
            "q" * 2_001,
            "long-quotation",
            f"quotation of 2,001 characters at {TOLD}: at most 2,000",
            "quote the words that matter, or join parts with …",
        ),
        ("sources", "herald.txt", "wrong-shape", "'sources' must be a mapping of keys, not a text", ""),
        ("sections", "", "wrong-shape", "'sections' must be a list, not nothing", ""),
        ("title", "", "empty", "title is empty", ""),
        ("version", "2", "unknown-version", "unknown version '2'", "this program reads version 1"),
    ],
)
def test_a_fault_is_told_in_words(tmp_path: Path, path: str, value: Any, code: str, message: str, hint: str) -> None:
    data = changed(path, value)
    if path == "sources":
        data |= {"sections": [], "differences": []}
    if path == "sections":
        data["differences"] = []
    [finding] = errors(reading(tmp_path, as_yaml(data)))
    assert (finding.code, finding.message, finding.hint) == (code, message, hint)


def test_all_faults_are_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = """\
version: 1
id: harbour
titel: The harbour opens
date: 2024-02-30
sources:
  herald: {file: herald.txt, url: "ftp://example.org"}
  coast: {file: coast.txt, sha256: abc}
sections:
  - id: money
    title: What it cost
    statements:
      - txet: "It cost millions."
        evidence:
          - {source: herold, quote: 40 million}
          - {source: herald, quote: ""}
"""
    found = [(finding.code, finding.line, finding.column) for finding in errors(reading(tmp_path, text))]
    assert found == [
        ("missing-key", 1, 1),
        ("unknown-key", 3, 1),
        ("bad-date", 4, 7),
        ("bad-url", 6, 35),
        ("bad-sha256", 7, 36),
        ("unknown-key", 12, 9),
        ("missing-key", 12, 9),
        ("unknown-source", 14, 22),
        ("empty", 15, 37),
    ]


def test_an_unknown_version_is_the_only_thing_said(tmp_path: Path) -> None:
    assert codes(reading(tmp_path, "version: 9\nnew: [things]\n")) == ["unknown-version"]


def test_two_marks_that_differ_in_case_only_are_the_same_letter(tmp_path: Path) -> None:
    sources = '{"a": {"file": "a.txt", "mark": "x"},\n"b": {"file": "b.txt", "mark": "X"}}'
    result = reading(tmp_path, f"version: 1\nid: a\ntitle: b\nsources: {sources}\n")
    [finding] = errors(result)
    assert (finding.code, finding.line) == ("duplicate-mark", 5)
    assert finding.message == "mark 'X' stands twice: lines 4 and 5"


@pytest.mark.parametrize("kind", ["section", "statement", "difference"])
def test_an_id_that_stands_twice_is_named_with_both_lines(tmp_path: Path, kind: str) -> None:
    statements = "[{id: p, text: t},\n{id: p, text: t}]" if kind == "statement" else "[]"
    text = "version: 1\nid: a\ntitle: b\nsources: {a: {file: f}}\n"
    text += f"sections: [{{id: s, title: t, statements: {statements}}}"
    text += ",\n{id: s, title: t}]\n" if kind == "section" else "]\n"
    if kind == "difference":
        text += "differences: [{id: d, kind: none, about: x},\n{id: d, kind: none, about: y}]\n"
    [finding] = errors(reading(tmp_path, text))
    first = 6 if kind == "difference" else 5
    name = {"section": "s", "statement": "p", "difference": "d"}[kind]
    assert finding.message == f"{kind} id '{name}' stands twice: lines {first} and {first + 1}"


def test_statement_ids_are_unique_across_sections(tmp_path: Path) -> None:
    again = {"id": "day", "title": "The day", "statements": [{"id": "price", "text": "t"}]}
    assert codes(reading(tmp_path, as_yaml(changed("sections.1", again)))) == ["duplicate-id"]


def test_more_sources_than_there_are_letters_for_is_an_error_at_the_first_too_many(tmp_path: Path) -> None:
    sources = {f"s{number}": {"file": "a.txt"} for number in range(61)}
    data = changed("sources", sources) | {"sections": [], "differences": []}
    [finding] = errors(reading(tmp_path, as_yaml(data)))
    assert finding.code == "too-many-sources"
    del sources["s60"]
    result = reading(tmp_path, as_yaml(data))
    assert result.briefing is not None
    assert len({source.letter for source in result.briefing.sources}) == 60


def test_a_faulty_briefing_still_gives_a_draft_of_what_is_sound(tmp_path: Path) -> None:
    data = changed("sections.0.statements.0.evidence.1", {"source": "nobody", "quote": "q"})
    result = reading(tmp_path, as_yaml(data))
    assert result.briefing is None
    assert result.draft is not None
    assert [one.source for one in result.draft.sections[0].statements[0].evidence] == ["herald"]


def test_a_source_outside_the_roots_is_in_no_draft(tmp_path: Path) -> None:
    result = reading(tmp_path, as_yaml(changed("sources.coast.file", "../../../../../../etc/passwd")))
    assert codes(result) == ["outside-roots"]
    assert result.draft is not None
    assert [source.id for source in result.draft.sources] == ["herald"]
    assert [value.source for value in result.draft.differences[0].values] == ["herald"]
