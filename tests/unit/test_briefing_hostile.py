"""No bytes crash the reader: each file is a briefing, or refused with at least one error at a line and column."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.briefing_files import GOOD, as_yaml, codes, errors, reading
from tests.unit.hostile import hostile_text
from tui.briefing import Reading, read, render
from tui.briefing.compose import compose
from tui.briefing.findings import Collector
from tui.briefing.nodes import scalars
from tui.briefing.opening import clean_keeping_tabs, decode
from tui.documents import clean

_MUCH = 2**19
_HEAD = "version: 1\nid: a\ntitle: b\n"
_ONE_SOURCE = _HEAD + "sources: {a: {file: f}}\n"

KIT: dict[str, str | bytes] = {
    "nothing": b"",
    "brackets without end": "[" * 2**20,
    "braces without end": "{" * 30_000,
    "dashes without end": "- " * _MUCH,
    "question marks without end": "? " * _MUCH,
    "keys in keys": "{a: " * 30_000,
    "lists of keys": "[a: " * 30_000,
    "a deep ladder": "".join(" " * level + "a:\n" for level in range(700)),
    "a billion laughs": "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n",
    "an alias in itself": "a: &a [*a]\n",
    "a merge bomb": "a: &a {x: 1}\nb: {<<: [*a, *a, *a, *a]}\n",
    "a python object": "!!python/object/apply:os.system ['true']\n",
    "an integer of a million digits": f"version: {'9' * 1_000_000}\n",
    "sixty base sixty places": "version: 1" + ":59" * 60 + "\n",
    "an infinite version": "version: .inf\n",
    "a set": "!!set {a, b}\n",
    "a binary": "a: !!binary AAAA\n",
    "many tag directives": "".join(f"%TAG !{n}! a\n" for n in range(60_000)),
    "many documents": "--- a\n" * 100_000,
    "many duplicate keys": "a: b\n" * 9_000,
    "many unknown keys": "".join(f"k{n}: v\n" for n in range(9_000)),
    "many unknown sources": _ONE_SOURCE
    + "sections: [{id: a, title: b, statements: [{text: t, evidence: ["
    + "{source: b, quote: c}," * 3_000
    + "]}]}]",
    "many sources": _HEAD + "sources:\n" + "".join(f" s{n}: {{file: f}}\n" for n in range(3_000)),
    "a path of many parts": _HEAD + f"sources: {{a: {{file: '{'a/' * 400_000}'}}}}",
    "a path that climbs": _HEAD + f"sources: {{a: {{file: '{'../' * 300}etc/passwd'}}}}",
    "a key of a megabyte": f"? {'k' * 1_000_000}\n: v\n",
    "an id of a megabyte": f"id: {'k' * 1_000_000}\n",
    "a NUL": b"version: 1\nid: a\0b\n",
    "NULs": b"\0" * 1_000,
    "a raw escape sequence": "title: \x1b]52;c;aGk=\x07\n",
    "an escaped escape sequence": 'title: "\\x1b]52;c;aGk=\\x07"\n',
    "an escaped surrogate": 'title: "\\ud800"\n',
    "half a surrogate pair": b"title: \xed\xa0\x80\n",
    "a C1 control": "title: \x9b31m\n",
    "a line that turns round": "title: a\u202eb\n",
    "tag characters": "title: a\U000e0041\U000e0042\n",
    "a heap of marks": "title: a" + "\u0301" * 400_000 + "\n",
    "a byte order mark inside": "title: a\ufeffb\n",
    "Unicode line ends": "a: b\u2028c: d\u2029e: f\x85g: h\n",
    "old Mac line ends": "version: 1\rid: a\r",
    "tabs": "version:\t1\n\tid: a\n",
    "a megabyte of tabs": "\t" * 1_000_000,
    "Latin-1": "title: café\n".encode("latin-1"),
    "UTF-16 without a mark": _HEAD.encode("utf-16-le"),
    "half a UTF-16 character": b"\xff\xfea",
    "cut UTF-8": "title: é".encode()[:-1],
    "an overlong form": b"title: \xc0\xaf\n",
    "a program": b"\x7fELF" + bytes(range(256)) * 20,
    "a PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "too many bytes": b"a" * (2**20 + 1),
}


def _answered(result: Reading) -> None:
    """The promise: a briefing, or an error in the file; and every text fit for a terminal."""
    assert (result.briefing is None) == bool(errors(result))
    for finding in result.findings:
        assert finding.line >= 1
        assert finding.column >= 1
        for text in (finding.message, finding.hint, finding.file):
            assert clean(text) == text
            assert "\n" not in text
    assert all(clean(line) == line and "\n" not in line for line in result.lines)


@pytest.mark.parametrize("name", KIT)
def test_every_file_of_the_kit_is_refused_with_a_place(tmp_path: Path, name: str) -> None:
    result = reading(tmp_path, KIT[name])
    assert result.briefing is None
    _answered(result)


@pytest.mark.parametrize(
    ("name", "code", "line", "column"),
    [
        ("a raw escape sequence", "control-character", 1, 8),
        ("a NUL", "control-character", 2, 6),
        ("Latin-1", "encoding", 1, 11),
        ("cut UTF-8", "encoding", 1, 8),
        ("an overlong form", "encoding", 1, 8),
        ("half a surrogate pair", "encoding", 1, 8),
        ("tabs", "yaml", 2, 1),
        ("too many bytes", "unreadable", 1, 1),
        ("a path of many parts", "bad-file", 4, 21),
    ],
)
def test_the_place_is_the_place_of_the_fault(tmp_path: Path, name: str, code: str, line: int, column: int) -> None:
    first = errors(reading(tmp_path, KIT[name]))[0]
    assert (first.code, first.line, first.column) == (code, line, column)


def test_levels_without_end_are_too_deep_whatever_the_parser_says_first(tmp_path: Path) -> None:
    first = errors(reading(tmp_path, KIT["brackets without end"]))[0]
    assert (first.code, first.line) == ("too-deep", 1)
    assert first.column in (21, 1001)  # ours stops at the 21st level, libyaml from 0.2.6 on at its own 1,000th


@pytest.mark.parametrize("fault", [b"\xff", b"\x01"])
def test_unicode_line_ends_before_a_fault_count_as_the_lines_shown_do(tmp_path: Path, fault: bytes) -> None:
    result = reading(tmp_path, b"a\xe2\x80\xa8b: " + fault)
    [finding] = errors(result)
    assert (finding.line, finding.column) == (2, 4)
    assert result.lines[1].startswith("b: ")


@pytest.mark.parametrize("name", ["Latin-1", "a raw escape sequence", "cut UTF-8", "tabs"])
def test_the_caret_is_shown_even_where_the_file_is_no_text(tmp_path: Path, name: str) -> None:
    result = reading(tmp_path, KIT[name])
    assert "^" in render(errors(result)[0], result.lines)


def test_thousands_of_faults_are_told_in_part_and_counted(tmp_path: Path) -> None:
    result = reading(tmp_path, KIT["many duplicate keys"])
    assert len(result.findings) == 501
    assert result.findings[-1].message == "8,501 more findings are left out"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_says_the_encoding_and_takes_no_column(tmp_path: Path, encoding: str) -> None:
    result = reading(tmp_path, "versoin: 1\n".encode(encoding))
    unknown = next(finding for finding in result.findings if finding.code == "unknown-key")
    assert (unknown.line, unknown.column) == (1, 1)
    assert reading(tmp_path, as_yaml(GOOD).encode(encoding)).findings == ()


def test_hidden_characters_are_replaced_with_a_warning_where_the_first_stands(tmp_path: Path) -> None:
    data = as_yaml({**GOOD, "title": "a\u202eb\u202c"}).replace(', "sources"', ',\n"sources"')
    result = reading(tmp_path, data)
    assert result.briefing is not None
    assert result.briefing.title == "a�b�"
    [warning] = result.findings
    assert (warning.severity, warning.code, warning.line) == ("warning", "hidden-character", 1)
    assert warning.message == "hidden or direction-changing character U+202E is replaced (2 in the file)"


def test_a_pipe_a_folder_a_socket_and_a_loop_are_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "socket.yaml"))
        for name in ("pipe", "folder", "loop", "socket", "absent"):
            assert codes(read(tmp_path / f"{name}.yaml")) == ["unreadable"]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200))
def test_any_bytes_are_answered(tmp_path: Path, raw: bytes) -> None:
    _answered(reading(tmp_path, raw))


_PIECES = [
    "version: 1\n",
    "id: a\ntitle: b\n",
    "sources:\n  a: {file: f}\n",
    "sections:\n  - id: c\n    title: d\n",
    "    statements:\n      - text: e\n        evidence: [{source: a, quote: q}]\n",
    "differences: [{kind: none, about: x}]\n",
    *("- ", ": ", "\n", "\t", "'", '"', "[", "]", "{", "}", "\\", "&a ", "*a ", "!t ", "|\n", "%", "é\u202e"),
]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(_PIECES), max_size=30).map("".join))
def test_any_patchwork_of_a_briefing_is_answered(tmp_path: Path, text: str) -> None:
    _answered(reading(tmp_path, text))


_json = st.recursive(
    st.text(max_size=8) | st.sampled_from(["herald", "coast", "1", "conflict", "2024-02-30"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from([*GOOD, "file", "quote", "source", "text", "evidence", "values"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.fixed_dictionaries({}, optional={name: _json | st.just(value) for name, value in GOOD.items()}))
def test_any_shape_under_the_right_keys_is_answered(tmp_path: Path, data: dict[str, object]) -> None:
    _answered(reading(tmp_path, as_yaml(data)))


@pytest.mark.parametrize("form", ["[{}]", "'{}'", '"{}"', "{}", "|\n {}", ">\n {}\n {}"])
@settings(max_examples=40, deadline=None)
@given(hostile_text())
def test_whatever_form_a_text_has_it_is_clean_where_it_is_read(form: str, text: str) -> None:
    out = Collector("b.yaml")
    opened = decode(form.format(text, text).encode("utf-8", "replace"), out)
    root = compose(clean_keeping_tabs(opened.text, out), out) if opened.sound else None
    for scalar in scalars(root) if root else ():
        assert clean(scalar.text) == scalar.text
