"""The last lines of defence, each by itself."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from rich.text import Text
from textual.content import Content

from tests.terminal.grammar import foreign
from tests.unit.hostile import HOSTILE, hostile_text
from tui.reader.terminal import RESTORE, fill_control_tables, harmless

ACTING = [text for text in HOSTILE.values() if "\x1b" in text or "\x9b" in text or "\x9d" in text]
# What the tables of the libraries leave to the cleaning: hidden characters act on no terminal.
TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@pytest.fixture
def tables(monkeypatch: pytest.MonkeyPatch) -> None:
    """The control tables as they were, for one test to fill."""
    from rich import control
    from textual import content

    for module in (control, content):
        table: dict[int, Any] = module._CONTROL_STRIP_TRANSLATE
        assert isinstance(table, dict), "the table has moved: see fill_control_tables"
        for code in [*range(0x20), *range(0x7F, 0xA0), 0x202E]:
            monkeypatch.delitem(table, code, raising=False)
        for code in (7, 8, 11, 12, 13):
            monkeypatch.setitem(table, code, None)


@pytest.mark.usefixtures("tables")
def test_the_tables_of_rich_and_textual_are_where_they_were_and_in_use() -> None:
    """Fails when a release moves them, or no longer asks them."""
    hostile = "a\x1b]52;c;eA==\x07\x9b31m\u202eb"
    assert "\x1b" in Text(hostile).plain
    assert "\x1b" in Content(hostile).plain
    fill_control_tables()
    assert Text(hostile).plain == Content(hostile).plain == "a␛]52;c;eA==␇�31m�b"


@pytest.mark.usefixtures("tables")
@pytest.mark.parametrize("text", ACTING)
def test_with_full_tables_no_text_class_lets_a_control_past(text: str) -> None:
    fill_control_tables()
    for plain in (Text(text).plain, Content(text).plain):
        assert not [c for c in plain if (ord(c) < 0x20 and c not in "\t\n") or 0x7F <= ord(c) < 0xA0 or c in TURNING]


@given(hostile_text())
def test_a_frame_keeps_its_places_and_styles_and_no_other_control(text: str) -> None:
    frame = f"\x1b[1;1H\x1b[38;2;1;2;3m{text}\x1b[0m\x1b[2;1H"
    written = harmless(frame)
    assert len(written) == len(frame)
    assert written.startswith("\x1b[1;1H\x1b[38;2;1;2;3m")
    assert written.endswith("\x1b[0m\x1b[2;1H")
    left = foreign(b"\x1b[?2026h" + written.encode("utf-8", "replace") + b"\x1b[?2026l")
    assert [one for one in left if not one.startswith("U+") and not one.endswith(("m'", "H'"))] == []


def test_a_line_break_within_a_row_is_shown_and_not_obeyed() -> None:
    frame = "\x1b[1;1HGeneral Public\nLicense\x1b[0m\n\x1b[2;1Hnext"
    assert foreign(f"\x1b[?2026h{frame}\x1b[?2026l".encode()) == [repr("\n")]
    assert harmless(frame) == frame.replace("c\nL", "c\ufffdL")


@pytest.mark.parametrize("text", ACTING)
def test_text_alone_is_a_frame_even_when_it_is_nothing_but_a_sequence(text: str) -> None:
    assert "\x1b]" not in harmless(f"\x1b[1;1H{text}")
    assert "\x9d" not in harmless(f"\x1b[1;1H{text}")


def test_a_clean_frame_passes_untouched() -> None:
    frame = "\x1b[1;1H\x1b[1;38;2;1;2;3mWörter 漢字 👩\u200d👩 e\u0301\x1b[0m\n\x1b[2;1H"
    assert harmless(frame) is frame


@pytest.mark.parametrize(
    "control", ["\x1b[?1049h", "\x1b[>25u", "\x1b[<u", "\x1b[?2026$p", "\x07", "\x1b]22;text\x07", "\x1b]52;c;eA==\x07"]
)
def test_what_the_application_itself_says_passes(control: str) -> None:
    assert harmless(control) == control


def test_restoring_turns_every_mode_off_that_textual_turns_on() -> None:
    from tests.terminal.grammar import MODES, modes_left

    everything = "".join(on for on, _ in MODES.values())
    assert modes_left(everything.encode()) == list(MODES)
    assert modes_left((everything + RESTORE).encode()) == ["in-band resizing"]  # never asked for
