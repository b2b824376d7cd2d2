"""The JSON Schema for editors and the reader agree on every file whose faults a schema can express."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.unit.briefing_files import ABSENT, as_yaml, changed, codes, reading
from tui import resources
from tui.briefing.compose import compose
from tui.briefing.findings import Collector
from tui.briefing.nodes import plain

SCHEMA = json.loads((files("tui.briefing") / "briefing.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft7Validator(SCHEMA)
SHIPPED = resources.shipped("briefings") / "us-japan-2plus2-2024.yaml"

SOURCE = "sources.herald"
SECTION = "sections.0"
STATEMENT = "sections.0.statements.0"
EVIDENCE = "sections.0.statements.0.evidence.0"
DIFFERENCE = "differences.0"
VALUE = "differences.0.values.0"

GOOD_FILES: list[tuple[str, Any]] = [
    ("", None),
    ("differences", ABSENT),
    ("differences", []),
    ("sections.0.statements", ABSENT),
    ("sections.0.statements", []),
    ("date", "2024-07-28"),
    ("date", ""),
    ("summary", "Two *reports*.\n\nOne harbour."),
    ("aliases", {"INDOPACOM": ["Indo-Pacific Command", "US Indo-Pacific Command"]}),
    ("aliases", {"NO": ["Norway"]}),
    ("id", "港-2024.a_b"),
    (f"{SOURCE}.outlet", "The Herald"),
    (f"{SOURCE}.mark", "H"),
    (f"{SOURCE}.mark", "Ж"),
    (f"{SOURCE}.mark", ""),
    (f"{SOURCE}.author", ["Ana Ruiz", "O. Vik"]),
    (f"{SOURCE}.author", []),
    (f"{SOURCE}.published", "2024"),
    (f"{SOURCE}.published", "2024-07"),
    (f"{SOURCE}.published", "2024-07-28T09:30Z"),
    (f"{SOURCE}.url", "https://example.org/a?b=c#d"),
    (f"{SOURCE}.url", "HTTP://example.org"),
    (f"{SOURCE}.url", "mailto:desk@example.org"),
    (f"{SOURCE}.sha256", "0123456789abcdefABCDEF" + "0" * 42),
    (f"{SOURCE}.body", {"from": "4"}),
    (f"{SOURCE}.descriptor", "a local paper"),
    (f"{SECTION}.summary", ""),
    (f"{SECTION}.route", {"words": ["pier"], "not": ["bridge"]}),
    (f"{SECTION}.route", {}),
    (f"{STATEMENT}.id", ABSENT),
    (f"{STATEMENT}.evidence", ABSENT),
    (f"{EVIDENCE}.role", "contradicts"),
    (f"{EVIDENCE}.prefix", "the pier cost "),
    (f"{EVIDENCE}.note", "as the mayor had it"),
    (f"{EVIDENCE}.quote", "q" * 2_000),
    (f"{EVIDENCE}.quote", "\n" + "q" * 2_000 + "\n"),
    (f"{DIFFERENCE}.id", ABSENT),
    (f"{DIFFERENCE}.section", ABSENT),
    (f"{DIFFERENCE}.values", ABSENT),
    (f"{DIFFERENCE}.kind", "none"),
    (f"{DIFFERENCE}.note", "Which figure is right?"),
    (f"{DIFFERENCE}.suggested", "true"),
    (f"{DIFFERENCE}.suggested", "false"),
    (f"{VALUE}.value", "40 M"),
    (f"{VALUE}.suffix", " euros"),
]

BAD_FILES: list[tuple[str, Any]] = [
    ("version", ABSENT),
    ("version", "2"),
    ("version", "1.0"),
    ("version", ["1"]),
    ("id", ABSENT),
    ("id", ""),
    ("id", "two words"),
    ("id", "-dash"),
    ("id", "i" * 65),
    ("title", ABSENT),
    ("title", "  "),
    ("title", ["a"]),
    ("titel", "The harbour"),
    ("date", "28 July 2024"),
    ("date", "2024-7-28"),
    ("date", "20240728"),
    ("date", {"day": "1"}),
    ("summary", ["a"]),
    ("aliases", ["a"]),
    ("aliases", {"INDOPACOM": "Indo-Pacific Command"}),
    ("aliases", {"INDOPACOM": [""]}),
    ("aliases", {" ": ["a"]}),
    ("sources", ABSENT),
    ("sources", {}),
    ("sources", ["herald.txt"]),
    ("sources.a b", {"file": "a.txt"}),
    (f"{SOURCE}", "herald.txt"),
    (f"{SOURCE}.file", ABSENT),
    (f"{SOURCE}.file", ""),
    (f"{SOURCE}.outlets", "The Herald"),
    (f"{SOURCE}.outlet", ["The Herald"]),
    (f"{SOURCE}.mark", "HE"),
    (f"{SOURCE}.mark", "7"),
    (f"{SOURCE}.mark", "*"),
    (f"{SOURCE}.author", "Ana Ruiz"),
    (f"{SOURCE}.author", [""]),
    (f"{SOURCE}.published", "last Sunday"),
    (f"{SOURCE}.published", "2024-07-28T09"),
    (f"{SOURCE}.url", "javascript:alert(1)"),
    (f"{SOURCE}.url", "file:///etc/passwd"),
    (f"{SOURCE}.url", "https://"),
    (f"{SOURCE}.url", "https://example.org/a b"),
    (f"{SOURCE}.url", "mailto:"),
    (f"{SOURCE}.sha256", "abc"),
    (f"{SOURCE}.sha256", "g" * 64),
    (f"{SOURCE}.body", "4"),
    (f"{SOURCE}.body", {}),
    (f"{SOURCE}.body", {"from": "0"}),
    (f"{SOURCE}.body", {"from": "four"}),
    (f"{SOURCE}.body", {"from": "4", "to": "9"}),
    ("sections", {"id": "a", "title": "b"}),
    (f"{SECTION}", "money"),
    (f"{SECTION}.id", ABSENT),
    (f"{SECTION}.title", ABSENT),
    (f"{SECTION}.title", ""),
    (f"{SECTION}.route", ["pier"]),
    (f"{SECTION}.route", {"words": "pier"}),
    (f"{SECTION}.route", {"word": ["pier"]}),
    (f"{STATEMENT}", "It cost millions."),
    (f"{STATEMENT}.text", ABSENT),
    (f"{STATEMENT}.txet", "It cost millions."),
    (f"{STATEMENT}.evidence", {"source": "herald", "quote": "40 million"}),
    (f"{EVIDENCE}.source", ABSENT),
    (f"{EVIDENCE}.quote", ABSENT),
    (f"{EVIDENCE}.quote", " "),
    (f"{EVIDENCE}.quote", "q" * 2_001),
    (f"{EVIDENCE}.role", "suports"),
    (f"{EVIDENCE}.value", "40 M"),
    (f"{DIFFERENCE}.kind", ABSENT),
    (f"{DIFFERENCE}.kind", "clash"),
    (f"{DIFFERENCE}.suggested", "yes"),
    (f"{DIFFERENCE}.about", ABSENT),
    (f"{DIFFERENCE}.about", ""),
    (f"{DIFFERENCE}.values", "40 million"),
    (f"{VALUE}.quote", ABSENT),
    (f"{VALUE}.source", ["herald"]),
    (f"{VALUE}.role", "supports"),
]

ONLY_THE_READER_KNOWS: list[tuple[str, Any, str]] = [
    ("date", "2024-02-30", "bad-date"),
    (f"{SOURCE}.published", "2024-13", "bad-date"),
    (f"{SOURCE}.published", "2024-07-28T25:00", "bad-date"),
    (f"{SOURCE}.url", "https://[::1", "bad-url"),
    (f"{SOURCE}.url", "https://example.org/\u2190\u241b", "bad-url"),
    (f"{SOURCE}.mark", "日", "bad-mark"),
    (f"{SOURCE}.file", "../../../../etc/passwd", "outside-roots"),
    (f"{EVIDENCE}.source", "heralt", "unknown-source"),
    (f"{VALUE}.source", "coats", "unknown-source"),
    (f"{DIFFERENCE}.section", "many", "unknown-section"),
    ("sections.1", {"id": "money", "title": "again"}, "duplicate-id"),
    ("sections", ABSENT, "unknown-section"),
    ("differences.1", {"id": "figure", "kind": "none", "about": "again"}, "duplicate-id"),
]


def _schema_accepts(text: str) -> bool:
    node = compose(text, Collector("briefing.yaml"))
    assert node is not None
    return bool(VALIDATOR.is_valid(plain(node)))


def _name(case: Any) -> str:
    return "absent" if case is ABSENT else str(case)[:40]


def test_the_schema_is_itself_valid() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)


def test_the_schema_accepts_the_shipped_briefing() -> None:
    assert _schema_accepts(SHIPPED.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("path", "value"), GOOD_FILES, ids=_name)
def test_both_accept(tmp_path: Path, path: str, value: Any) -> None:
    text = as_yaml(changed(path, value))
    assert reading(tmp_path, text).findings == ()
    assert _schema_accepts(text)


@pytest.mark.parametrize(("path", "value"), BAD_FILES, ids=_name)
def test_both_refuse(tmp_path: Path, path: str, value: Any) -> None:
    text = as_yaml(changed(path, value))
    assert reading(tmp_path, text).briefing is None
    assert not _schema_accepts(text)


@pytest.mark.parametrize(("path", "value", "code"), ONLY_THE_READER_KNOWS, ids=_name)
def test_the_reader_refuses_what_no_schema_can_express(tmp_path: Path, path: str, value: Any, code: str) -> None:
    text = as_yaml(changed(path, value))
    assert codes(reading(tmp_path, text)) == [code]
    assert _schema_accepts(text)


@pytest.mark.parametrize(
    ("path", "value"),
    [("version", 1), ("title", 1984), (f"{SOURCE}.published", 2024), (f"{SOURCE}.body", {"from": 4}), ("date", None)],
)
def test_the_schema_takes_the_numbers_an_editor_sees(path: str, value: Any) -> None:
    assert VALIDATOR.is_valid(changed(path, value))


def test_every_key_has_a_description_for_editors() -> None:
    bare = [
        f"{owner}.{name}"
        for owner, definition in {"briefing": SCHEMA, **SCHEMA["definitions"]}.items()
        for name, key in definition.get("properties", {}).items()
        if not (key.get("description") or SCHEMA["definitions"][key["$ref"].rsplit("/", 1)[1]].get("description"))
    ]
    assert bare == []
