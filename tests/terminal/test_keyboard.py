"""Whatever bytes a keyboard sends become events, and a paste is text from its first to its last mark."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import constants, events
from textual.message import Message

from tests.terminal import kit
from tests.unit.hostile import forbidden
from tui.reader import keyboard
from tui.reader.keyboard import BEGIN, END, LONGEST_PASTE, Keyboard


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock that stands still until its one entry is changed."""
    now = [100.0]
    monkeypatch.setattr(keyboard, "monotonic", lambda: now[0])
    monkeypatch.setattr("textual._parser.get_time", lambda: now[0])
    return now


def now() -> float:
    """What the clock says that the keyboard goes by."""
    told: float = vars(keyboard)["monotonic"]()
    return told


def typed(*pieces: bytes | str) -> list[Message]:
    """The events of bytes that come in these pieces."""
    board = Keyboard()
    return [e for piece in pieces for e in board.feed(piece.encode() if isinstance(piece, str) else piece)]


def keys(found: list[Message]) -> list[str]:
    """The keys among the events."""
    return [event.key for event in found if isinstance(event, events.Key)]


def pastes(found: list[Message]) -> list[str]:
    """The pasted texts among the events."""
    return [event.text for event in found if isinstance(event, events.Paste)]


def test_keys_come_through() -> None:
    assert keys(typed("jG/é", "\x1b[A", "\x03", "\x1b[113;1u")) == ["j", "G", "slash", "é", "up", "ctrl+c", "q"]


def test_a_letter_may_come_in_two_pieces() -> None:
    assert keys(typed(b"\xc3", b"\xa9")) == ["é"]


def test_bytes_that_are_no_text_are_signs_for_it_and_end_nothing() -> None:
    assert keys(typed(b"\xff\xfe", b"j", b"\xe6\x97", b"k"))[-1] == "k"


@pytest.mark.parametrize("data", kit.KEYS)
def test_after_any_sequence_keys_still_work(data: bytes, clock: list[float]) -> None:
    board = Keyboard()
    list(board.feed(data))
    for _ in range(2):  # once for what is held back here, once for what the parser waits for
        clock[0] += 1
        list(board.tick(now()))
    assert keys(list(board.feed(b"j")))[-1:] == ["j"]


@given(st.lists(st.one_of(st.binary(max_size=40), st.sampled_from(kit.KEYS)), max_size=12))
def test_no_bytes_end_it(pieces: list[bytes]) -> None:
    board = Keyboard()
    for piece in pieces:
        for event in board.feed(piece):
            assert isinstance(event, Message)
    list(board.tick(now()))


def test_escape_is_a_key_when_nothing_follows_in_time(clock: list[float]) -> None:
    board = Keyboard()
    assert keys(list(board.feed(b"\x1b"))) == []
    assert board.waiting
    assert keys(list(board.tick(now()))) == []
    clock[0] += 2 * constants.ESCAPE_DELAY
    assert keys(list(board.tick(now()))) == ["escape"]
    assert not board.waiting


def test_the_beginning_of_a_mark_alone_is_keys_after_all(clock: list[float]) -> None:
    board = Keyboard()
    assert keys(list(board.feed(b"\x1b[20"))) == []
    found = []
    for _ in range(2):
        clock[0] += 1
        found += keys(list(board.tick(now())))
    assert found[-1] == "0"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=80), st.integers(1, 7))
def test_a_paste_is_one_event_however_it_is_cut(text: str, size: int) -> None:
    text = text.replace("\x1b[20", "")
    data = f"j{BEGIN}{text}{END}k".encode()
    found = typed(*[data[at : at + size] for at in range(0, len(data), size)])
    assert keys(found) == ["j", "k"]
    [pasted] = pastes(found)
    assert not forbidden(pasted)
    assert len(pasted) == len(text.replace("\r\n", "\n"))


@pytest.mark.parametrize("text", [text for text in kit.PASTES if END not in text])
def test_nothing_in_a_paste_is_a_key(text: str) -> None:
    found = typed(BEGIN.encode() + text.encode("utf-8", "surrogatepass") + END.encode())
    assert keys(found) == []
    assert len(pastes(found)) == 1


def test_a_long_paste_is_cut_and_its_end_is_still_seen() -> None:
    found = typed(BEGIN, *["x" * 50_000] * 9, END, "j")
    assert [len(text) for text in pastes(found)] == [LONGEST_PASTE]
    assert keys(found) == ["j"]


def test_a_paste_whose_end_was_lost_is_given_up_by_escape_after_a_silence(clock: list[float]) -> None:
    board = Keyboard()
    list(board.feed(f"{BEGIN}lost".encode()))
    assert keys(list(board.feed(b"\x03"))) == []
    clock[0] += 10
    assert keys(list(board.feed(b"\x03"))) == ["ctrl+c"]
    assert keys(list(board.feed(b"j"))) == ["j"]


def test_sizes_and_places_nobody_asked_for_are_dropped() -> None:
    assert typed("\x1b[48;9999;9999;1;1t", "\x1b[5;5R", "\x1b[?2048;1$y") == []
