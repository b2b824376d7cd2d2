"""From the bytes of a keyboard to events, whatever the bytes: Textual's own reader ends the application over some.

A paste is one event from its first to its last mark. Textual's parser takes an escape character inside a paste for
the beginning of a key and hands what follows out as keys, which would let pasted text act.

Terminals write some keys in ways that parser takes for others or for none: those are written as it knows them first.
"""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from collections.abc import Iterable, Iterator
from time import monotonic
from typing import Final

from textual import constants, events, messages
from textual._xterm_parser import XTermParser
from textual.message import Message

from tui.documents import clean

BEGIN, END = "\x1b[200~", "\x1b[201~"
LONGEST_PASTE: Final = 100_000  # characters kept; the longest line typed anywhere takes fewer
# Shift and a function key on the Linux console: numbers of their own.
_CONSOLE: Final = {25: 11, 26: 12, 28: 13, 29: 14, 31: 15, 32: 17, 33: 18, 34: 19}
# A letter, digit or stop with Alt is Escape and that character, but `f` and `b`: so macOS writes Alt with an arrow.
_ALT: Final = re.compile(r"\x1b([ac-eg-z0-9,.])")
_ALT_ARROW: Final = re.compile(r"\x1b\x1b\[([A-D])")
_SHIFTED: Final = re.compile(r"\x1b\[(2[5689]|3[1-4])~")
_OTHER_KEY: Final = re.compile(r"\x1b\[27;(\d{1,3});(\d{1,7})~")  # xterm's modifyOtherKeys
_ANY: Final = re.compile(r"\x1b[\[\x1ba-z0-9,.]")
# A paste whose end was lost is given up by Escape or Ctrl+C after so many seconds of silence.
SILENCE: Final = 2.0
# Answers to questions the reader does not ask: they would resize it to any size, or move the mouse's origin.
_UNASKED: Final = (events.Resize, events.CursorPosition, messages.InBandWindowResize)


class Keyboard:
    """Feed it bytes as they come and call `tick` while none come; both give the events."""

    def __init__(self) -> None:
        self._decode = getincrementaldecoder("utf-8")(errors="replace").decode
        self._parser = XTermParser()
        self._held = ""  # the end of what came, where it may be the beginning of a mark
        self._held_since = 0.0
        self._paste: str | None = None
        self._heard = 0.0

    @property
    def waiting(self) -> bool:
        """Whether an escape character may be a key or begin a sequence: `tick` soon."""
        return bool(self._held) or self._parser._timeout_time is not None

    def feed(self, data: bytes) -> Iterator[Message]:
        """The events in `data`; bytes that are not UTF-8 are U+FFFD, sequences that make no sense are dropped."""
        text, self._held = self._held + self._decode(data), ""
        silent, self._heard = monotonic() - self._heard > SILENCE, monotonic()
        if self._paste is not None and silent and text in ("\x1b", "\x03"):
            self._paste = None
        while text:
            if self._paste is None:
                before, mark, text = text.partition(BEGIN)
                if mark:
                    self._paste = ""
                else:
                    before = self._hold(before)
                yield from self._parse(before)
            else:
                self._paste, mark, text = (self._paste + text).partition(END)
                if mark:
                    yield events.Paste(clean(self._paste[:LONGEST_PASTE]))
                    self._paste = None
                elif len(self._paste) > 2 * LONGEST_PASTE:
                    self._paste = self._paste[:LONGEST_PASTE] + self._paste[-len(END) :]

    def tick(self, until: float) -> Iterator[Message]:
        """The events that are due because nothing came `until` then (`monotonic`): an escape character was the key.

        Not until now: on a busy machine more may have come since somebody looked.
        """
        if self._held and until - self._held_since >= constants.ESCAPE_DELAY:
            held, self._held = self._held, ""
            if held == "\x1b":
                yield events.Key("escape", "\x1b")
            else:
                yield from self._parse(held)
        yield from self._guarded(self._parser.tick())

    def _hold(self, text: str) -> str:
        """Keep back the end of `text` where it begins a mark of a paste."""
        for length in range(min(len(BEGIN) - 1, len(text)), 0, -1):
            if text.endswith(BEGIN[:length]):
                self._held, self._held_since = text[-length:], monotonic()
                return text[:-length]
        return text

    def _parse(self, text: str) -> Iterator[Message]:
        if text:
            yield from self._guarded(self._parser.feed(_as_known(text)))

    def _guarded(self, found: Iterable[Message]) -> Iterator[Message]:
        try:
            for message in found:
                if isinstance(message, events.CursorPosition):
                    yield from _third_function_key(message)
                elif not isinstance(message, _UNASKED):
                    yield message
        except Exception:  # noqa: BLE001 - a number no character has, and whatever else: begin anew
            self._parser = XTermParser()


def _as_known(text: str) -> str:
    """The same keys, each written in the way that Textual's parser reads as that key."""
    if not _ANY.search(text):
        return text
    text = _ALT_ARROW.sub("\x1b[1;3\\1", text)
    text = _SHIFTED.sub(lambda match: f"\x1b[{_CONSOLE[int(match[1])]};2~", text)
    text = _OTHER_KEY.sub("\x1b[\\2;\\1u", text)
    return _ALT.sub(lambda match: f"\x1b[{ord(match[1])};3u", text)


def _third_function_key(answer: events.CursorPosition) -> Iterator[Message]:
    """F3 with Shift, Alt or Ctrl, which xterm writes like an answer to where the cursor is: nobody asked for that."""
    held = answer.x  # the modifiers as bits, since what is written is one more, and so is the column
    if answer.y == 0 and 0 < held < 8:
        names = [name for bit, name in ((2, "alt"), (4, "ctrl"), (1, "shift")) if held & bit]
        yield events.Key("+".join([*names, "f3"]), None)
