"""Where reading stood is kept however the program ends in order, and two programs at once leave one of theirs."""

from __future__ import annotations

import json
import signal
from pathlib import Path
from typing import Any

import pytest

from tests.terminal.conftest import Open


def kept(home: Path) -> dict[str, Any]:
    """The only session of a home."""
    (path,) = (home / "state" / "hexapla" / "sessions").iterdir()
    said = json.loads(path.read_text(encoding="utf-8"))
    assert isinstance(said, dict)
    return said


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_keeps_where_reading_stood(number: int, reading: Open, home: Path, shipped: Path) -> None:
    with reading(shipped) as program:
        program.started().press("lj2")
        program.signal(number)
        program.end()
    session = kept(home)
    assert (session["view"], session["section"]) == ("sources", "china")
    assert session["statement"]


def test_a_closed_window_keeps_it_too_and_the_next_start_begins_there(reading: Open, home: Path, shipped: Path) -> None:
    with reading(shipped) as program:
        program.started().press("l3")
        program.hang_up()
        program.end()
    before = kept(home)
    assert (before["view"], before["section"]) == ("coverage", "china")
    with reading(shipped) as program:
        program.started().press("q", settle=False)
        assert program.end().faults == []
    assert kept(home) == before


def test_of_two_programs_at_once_the_last_to_end_is_kept(reading: Open, home: Path, shipped: Path) -> None:
    with reading(shipped) as one, reading(shipped) as other:
        one.started().press("2")
        other.started().press("4")
        one.press("q", settle=False)
        one.end()
        assert kept(home)["view"] == "sources"
        other.press("q", settle=False)
        other.end()
    assert kept(home)["view"] == "differences"
