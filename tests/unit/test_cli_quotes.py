"""`hexapla quote -`: one question a line, one answer a line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.cli_runner import HARBOUR, process
from tui.cli.quotes import BadLineError, parse


@pytest.fixture
def herald(tmp_path: Path) -> Path:
    path = tmp_path / "herald.txt"
    path.write_text(HARBOUR, encoding="utf-8")
    return path


def _asked(*questions: object) -> bytes:
    return b"".join(json.dumps(question).encode() + b"\n" for question in questions)


def test_every_line_is_answered_in_order_and_carries_its_id(herald: Path) -> None:
    asked = _asked(
        {"id": 7, "quote": "The harbour opened"}, {"id": "x", "quote": "Fishing boats"}, {"quote": "Ana Ruiz"}
    )
    ran = process("quote", "-", herald, stdin=asked)
    answers = [json.loads(line) for line in ran.out.splitlines()]
    assert [answer.get("id") for answer in answers] == [7, "x", None]
    assert "id" not in answers[2]
    assert {answer["status"] for answer in answers} == {"verified"}
    assert (ran.code, ran.err) == (0, "")


def test_a_bad_line_is_told_and_the_others_are_answered(herald: Path) -> None:
    asked = b'{"quote": "The harbour opened"}\nnot json\n\n{"quote": 5}\n{"quote": "Fishing boats"}\n'
    ran = process("quote", "-", herald, stdin=asked)
    assert [json.loads(line)["status"] for line in ran.out.splitlines()] == ["verified", "verified"]
    assert [json.loads(line)["line"] for line in ran.err.splitlines()] == [2, 4]
    assert ran.code == 2


def test_a_bad_line_is_told_with_its_id(herald: Path) -> None:
    ran = process("quote", "-", herald, stdin=_asked({"id": "q1", "quote": 5}, {"id": 2}, {"quote": ""}))
    assert [json.loads(line).get("id") for line in ran.err.splitlines()] == ["q1", 2, None]
    assert (ran.code, ran.out) == (2, "")


def test_an_answer_is_sent_before_the_next_question_comes(herald: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "tui", "quote", "-", str(herald)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as asking:
        assert asking.stdin and asking.stdout
        for quote in ("The harbour opened", "Fishing boats"):
            asking.stdin.write(_asked({"quote": quote}))
            asking.stdin.flush()
            assert json.loads(asking.stdout.readline())["status"] == "verified"
        asking.stdin.close()
        assert asking.wait(timeout=60) == 0


def test_nothing_found_at_all_is_exit_1(herald: Path) -> None:
    missing = {"quote": "an entirely different sentence about volcanoes"}
    assert process("quote", "-", herald, stdin=_asked(missing)).code == 1
    assert process("quote", "-", herald, stdin=_asked(missing, {"quote": "Fishing boats"})).code == 0
    assert process("quote", "-", herald).code == 0


def test_it_stops_when_nobody_listens(herald: Path) -> None:
    shell = f'yes \'{{"quote": "Fishing boats"}}\' | {sys.executable} -m tui quote - {herald} | head -n 1'
    done = subprocess.run(["bash", "-c", shell], capture_output=True, check=False, timeout=60)
    assert json.loads(done.stdout)["status"] == "verified"
    assert done.stderr == b""


def test_a_line_too_long_is_a_bad_line_and_no_more(herald: Path) -> None:
    asked = b'{"quote": "' + b"x" * 3_000_000 + b'"}\n' + _asked({"quote": "Fishing boats"})
    ran = process("quote", "-", herald, stdin=asked)
    assert len(ran.out.splitlines()) == 1
    assert len(ran.err.splitlines()) == 1


@given(st.binary(max_size=200))
def test_any_bytes_are_a_question_or_a_bad_line(line: bytes) -> None:
    try:
        asked = parse(line)
    except BadLineError as error:
        assert str(error)
    else:
        assert asked.quote.strip()


@pytest.mark.parametrize(
    "line",
    [
        b'{"id": NaN, "quote": "a"}',
        b'{"id": 1e999, "quote": "a"}',
        b"[" * 100_000,
        b'{"quote": "\xff"}',
        b"[]",
        b"1" * 5000,
    ],
)
def test_what_is_not_json_or_could_not_be_sent_back_is_a_bad_line(line: bytes) -> None:
    with pytest.raises(BadLineError):
        parse(line)
