"""Keys typed faster than the reader opens things are not lost, and mean what they were typed for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.terminal import kit
from tests.terminal.conftest import Open
from tests.terminal.grammar import foreign
from tests.terminal.harness import HungError


@pytest.mark.parametrize("query", ["q", "jjkk?:e/12", pytest.param("joint force 54000", marks=pytest.mark.hostile)])
def test_a_query_typed_in_one_go_is_the_query(query: str, reading: Open, shipped: Path) -> None:
    with reading(shipped) as program:
        program.started().press("/" + query)
        assert program.screen.lines()[0].startswith(f" / {query}")


def test_a_command_typed_in_one_go_is_run(reading: Open, shipped: Path) -> None:
    with reading(shipped) as program:
        program.started().press(":coverage")
        program.press("\r")
        assert "one source alone" in program.screen.text()


@pytest.mark.parametrize(
    "keys",
    [
        "ejk\x1b[B",
        "2jj",
        *(pytest.param(keys, marks=pytest.mark.hostile) for keys in ("3jjkl", "4jj", "5jj", "?jk", "1e\t\tj")),
    ],
)
def test_keys_behind_one_that_opens_something_find_it_open(keys: str, reading: Open, shipped: Path) -> None:
    with reading(shipped) as program:
        program.started().press(keys)
        assert program.running, program.told()
        assert program.answers()


def test_no_bytes_from_a_keyboard_end_it(reading: Open, shipped: Path) -> None:
    with reading(shipped) as program:
        program.started()
        for data in kit.KEYS:
            program.press(data)
            assert program.running, data
        assert program.answers()
        assert not foreign(program.written)


def test_in_a_build_with_textuals_own_driver_such_bytes_end_it(reading: Open, shipped: Path) -> None:
    """A guard on the guard."""
    with reading(shipped, faults="with_textual_driver") as program:
        program.started().press(b"\xff\xfe", settle=False)
        program.end()
        assert not program.running


def test_a_program_that_does_not_answer_is_noticed(reading: Open, shipped: Path) -> None:
    """A guard on the guard: what is said to hang in these tests does."""
    with reading(shipped, faults="busy") as program, pytest.raises(HungError):
        program.started().press("t")
