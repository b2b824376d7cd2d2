"""YAML becomes text with positions, and nothing else: no number, no date, no truth value."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tui.briefing import compose as module
from tui.briefing.compose import compose
from tui.briefing.findings import Collector
from tui.briefing.model import Mark
from tui.briefing.nodes import Mapping, Node, Sequence, plain, scalars

PARSERS = [yaml.BaseLoader, *([yaml.CBaseLoader] if yaml.__with_libyaml__ else [])]


WORDS = (
    *("NO", "no", "Yes", "on", "Off", "y", "n", "true", "False", "null", "~", "="),
    *("12:30", "190:20:30", "0777", "0o17", "0x1F", "0b11", "1_000", "685_230.15", "1e3", ".inf", ".NaN", "-1", "+1.5"),
    *("2024-07-28", "2001-12-14t21:59:43.10-05:00"),
)


@pytest.fixture(params=PARSERS, ids=lambda parser: parser.__name__)
def _each_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PARSER", request.param)


def _read(text: str) -> Node:
    out = Collector("a.yaml")
    node = compose(text, out)
    assert node is not None
    assert out.findings == []
    return node


def _refusal(text: str) -> tuple[str, int, int]:
    out = Collector("a.yaml")
    assert compose(text, out) is None
    [finding] = out.findings
    return finding.code, finding.line, finding.column


@pytest.mark.usefixtures("_each_parser")
@pytest.mark.parametrize("word", WORDS)
def test_every_trap_of_yaml_1_1_stays_the_word_it_is(word: str) -> None:
    assert plain(_read(f"value: {word}\n")) == {"value": word}
    assert plain(_read(f"{word}: value\n")) == {word: "value"}


@pytest.mark.usefixtures("_each_parser")
def test_a_number_of_any_length_stays_a_word() -> None:
    assert plain(_read("value: " + "9" * 5_000)) == {"value": "9" * 5_000}


@pytest.mark.usefixtures("_each_parser")
def test_a_merge_key_is_a_key_like_any_other() -> None:
    assert plain(_read("<<: {a: b}\n")) == {"<<": {"a": "b"}}


@pytest.mark.usefixtures("_each_parser")
def test_nothing_after_a_key_is_an_empty_text() -> None:
    assert plain(_read("a:\nb: ''\n")) == {"a": "", "b": ""}


@pytest.mark.usefixtures("_each_parser")
def test_columns_count_code_points_after_wide_and_astral_characters() -> None:
    node = _read("日本: {😀é: 漢字, next: there}\n")
    assert isinstance(node, Mapping)
    places = {scalar.text: (scalar.mark, scalar.width) for scalar in scalars(node)}
    assert places == {
        "日本": (Mark(1, 1), 2),
        "😀é": (Mark(1, 6), 2),
        "漢字": (Mark(1, 10), 2),
        "next": (Mark(1, 14), 4),
        "there": (Mark(1, 20), 5),
    }


@pytest.mark.usefixtures("_each_parser")
def test_a_text_of_several_lines_reaches_to_the_end_of_its_first() -> None:
    node = _read("a: |\n  one\n  two\nb: 'three\n  four'\n")
    assert plain(node) == {"a": "one\ntwo\n", "b": "three four"}
    lines = [scalar.mark.line for scalar in scalars(node)]
    assert lines == [1, 1, 4, 4]


@pytest.mark.usefixtures("_each_parser")
def test_escapes_in_quotes_are_cleaned_like_everything_else() -> None:
    assert plain(_read('a: "\\x1b[31m\\u202e\\0"\n')) == {"a": "␛[31m�␀"}


@pytest.mark.usefixtures("_each_parser")
def test_a_key_that_stands_twice_is_named_with_both_lines_and_the_rest_is_read() -> None:
    out = Collector("a.yaml")
    node = compose("a: 1\nb: 2\n'a': 3\nc: 4\n", out)
    assert node is not None
    assert plain(node) == {"a": "1", "b": "2", "c": "4"}
    [finding] = out.findings
    assert (finding.code, finding.line, finding.column) == ("duplicate-key", 3, 1)
    assert finding.message == "key 'a' stands twice: lines 1 and 3"


@pytest.mark.usefixtures("_each_parser")
@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: &x b\n", "anchor", 1, 4),
        ("a: &x\n  b: c\n", "anchor", 1, 4),
        ("a: &x b\nc: *x\n", "anchor", 1, 4),
        ("a: *x\n", "alias", 1, 4),
        ("a: !!int 1\n", "tag", 1, 4),
        ("a: !!python/object/apply:os.system [id]\n", "tag", 1, 4),
        ("a: ! b\n", "tag", 1, 4),
        ("a: !local {b: c}\n", "tag", 1, 4),
        ("? [a, b]\n: c\n", "wrong-shape", 1, 3),
        ("{{a: b}: c}\n", "wrong-shape", 1, 2),
        ("a: b\n---\nc: d\n", "several-documents", 2, 1),
        ("a: b\n...\n---\n", "several-documents", 3, 1),
        ("%YAML 1.2\n---\na: b\n", "directive", 1, 1),
        ("# a comment\n%TAG ! tag:a,2000:\n---\na: b\n", "directive", 2, 1),
        ("", "empty", 1, 1),
        ("# only a comment\n", "empty", 1, 1),
    ],
)
def test_what_a_briefing_never_needs_is_refused_where_it_stands(text: str, code: str, line: int, column: int) -> None:
    assert _refusal(text) == (code, line, column)


@pytest.mark.usefixtures("_each_parser")
@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: b: c\n", 1),
        ("a: [b\n", 2),
        ("a: 'b\n", 1),
        ("a:\n\tb: c\n", 2),
        ("a: @b\n", 1),
        ("- a\nb: c\n", 2),
        ("]", 1),
    ],
)
def test_what_is_not_yaml_is_one_error_at_its_line(text: str, line: int) -> None:
    code, found, _ = _refusal(text)
    assert (code, found) == ("yaml", line)


def test_the_commonest_slips_are_told_what_to_do() -> None:
    out = Collector("a.yaml")
    compose("text: Kyiv: what we know\n", out)
    assert out.findings[0].hint == "put a text that contains ': ' in quotes"


@pytest.mark.usefixtures("_each_parser")
def test_twenty_levels_are_read_and_the_twenty_first_is_refused() -> None:
    assert isinstance(_read("[" * 20 + "]" * 20), Sequence)
    assert _refusal("[" * 21 + "]" * 21) == ("too-deep", 1, 21)
    assert _refusal("- " * 21 + "a") == ("too-deep", 1, 41)


@pytest.mark.usefixtures("_each_parser")
def test_twenty_thousand_nodes_are_read_and_one_more_is_refused() -> None:
    most = module.MAX_NODES - 1
    assert len(list(scalars(_read("[" + "a," * most + "]")))) == most
    assert _refusal("[" + "a," * (most + 1) + "]")[0] == "too-many-nodes"


texts = st.text(st.sampled_from("ab: -[]{}'\"\n#?,|>&*!%@`\\日😀"), max_size=60)


@given(texts)
def test_whatever_the_text_positions_lie_in_it(text: str) -> None:
    node = compose(text, Collector("a.yaml"))
    lines = text.split("\n")
    for scalar in scalars(node) if node else ():
        assert 1 <= scalar.mark.line <= len(lines)
        assert 1 <= scalar.mark.column <= len(lines[scalar.mark.line - 1]) + 1


@pytest.mark.usefixtures("_each_parser")
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('a: 1\nb: "never closed\nc: 2\n', (2, 4)),
        ('a: 1\nb: "never closed\nc: 2\nd:\n  - id: "s"\n    t: "u"\n', (2, 4)),
        ("a:\n  b: {c: 'd.txt}\n  e: {c: 'f.txt'}\n", (2, 10)),
    ],
)
def test_a_quotation_mark_that_is_not_closed_is_blamed_where_it_opens(text: str, place: tuple[int, int]) -> None:
    out = Collector("b.yaml")
    assert compose(text, out) is None
    (error,) = out.findings
    assert (error.line, error.column) == place
    assert error.message.startswith("not YAML: this quotation mark is not closed")


def test_a_text_over_several_lines_is_not_blamed_for_what_is_wrong_after_it() -> None:
    out = Collector("b.yaml")
    assert compose('a: "one\n  two"\nb: [c\nd: e\n', out) is None
    assert out.findings[0].line > 2 and "not closed" not in out.findings[0].message
