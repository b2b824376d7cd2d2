"""What a program writes to a terminal, cut into tokens, and which of them a Textual application needs.

The cutting follows ECMA-48 and the parser of Paul Williams (https://vt100.net/emu/dec_ansi_parser), in both the
7-bit and the 8-bit form. `ALLOWED` is the whole grammar; everything else is a foreign sequence.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from tests.unit.hostile import forbidden

Kind = Literal["text", "control", "escape", "csi", "string", "broken"]


class Token(NamedTuple):
    """A run of text or one control sequence, as it was written."""

    kind: Kind
    text: str


_TOKENS = re.compile(
    r"(?P<csi>(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~])"
    r"|(?P<string>(?:\x1b[\]P_^X]|[\x9d\x90\x9f\x9e\x98])[^\x07\x1b\x9c\x18\x1a]*(?:\x07|\x1b\\|\x9c|\Z)?)"
    r"|(?P<escape>\x1b[ -/]*[0-Z\\^-~]?)"
    r"|(?P<control>[\x00-\x1f\x7f-\x9f])"
    r"|(?P<text>[^\x00-\x1f\x7f-\x9f]+)"
)

# A frame: styles, places, and the line feed between the rows of a whole screen.
FRAME: dict[str, re.Pattern[str]] = {
    # No 5, 6 and 8: nothing blinks, and nothing is written so that it cannot be read.
    "style": re.compile(r"\x1b\[(?:(?:[0-4]|7|9|[34][0-79]|9[0-7]|10[0-7]|[34]8;2;\d+;\d+;\d+)(?:;(?!m)|(?=m)))*m"),
    "place the cursor": re.compile(r"\x1b\[\d{1,4};\d{1,4}H"),
    "next row": re.compile(r"\r?\n"),
}
BEGIN, END = "\x1b[?2026h", "\x1b[?2026l"
# Between frames.
ALLOWED: dict[str, re.Pattern[str]] = {
    **FRAME,
    "synchronised output": re.compile(r"\x1b\[\?2026[hl]"),
    # Once at the start, once at the end, and round Ctrl+Z.
    "alternate screen": re.compile(r"\x1b\[\?1049[hl]"),
    "cursor": re.compile(r"\x1b\[\?25[hl]"),
    "mouse": re.compile(r"\x1b\[\?(?:1000|1003|1006|1015)[hl]"),
    "focus": re.compile(r"\x1b\[\?1004[hl]"),
    "paste": re.compile(r"\x1b\[\?2004[hl]"),
    "line wrap": re.compile(r"\x1b\[\?7[hl]"),
    "keyboard": re.compile(r"\x1b\[(?:>\d+|<)u"),
    "question after synchronised output": re.compile(r"\x1b\[\?2026\$p"),
    # Before the screen is taken, when reading takes long, and after.
    "take a line of narration away": re.compile(r"\x1b\[K"),
    # While it runs.
    "bell": re.compile(r"\x07"),
    "pointer": re.compile(r"\x1b\]22;[a-z-]*\x07"),
    "clipboard": re.compile(r"\x1b\]52;c;[A-Za-z0-9+/=]*\x07"),
}
# Modes and the sequences that turn them on and off.
MODES = {
    "alternate screen": ("\x1b[?1049h", "\x1b[?1049l"),
    "mouse": ("\x1b[?1000h", "\x1b[?1000l"),
    "mouse movement": ("\x1b[?1003h", "\x1b[?1003l"),
    "mouse coordinates": ("\x1b[?1006h", "\x1b[?1006l"),
    "mouse coordinates (urxvt)": ("\x1b[?1015h", "\x1b[?1015l"),
    "bracketed paste": ("\x1b[?2004h", "\x1b[?2004l"),
    "focus reports": ("\x1b[?1004h", "\x1b[?1004l"),
    "synchronised output": (BEGIN, END),
    "in-band resizing": ("\x1b[?2048h", "\x1b[?2048l"),
    "hidden cursor": ("\x1b[?25l", "\x1b[?25h"),
    "no line wrap": ("\x1b[?7l", "\x1b[?7h"),
    "kitty keyboard": ("\x1b[>25u", "\x1b[<u"),
}
_STYLE_LEFT = re.compile(r"\x1b\[(?:0|)m")


def tokens(written: bytes) -> Iterator[Token]:
    """The tokens of all that was written; bytes that are not UTF-8 are `broken`."""
    text = written.decode("utf-8", "surrogateescape")
    at = 0
    while at < len(text):
        match = _TOKENS.match(text, at)
        if match is None:
            yield Token("broken", text[at])
            at += 1
            continue
        kind: Kind = match.lastgroup  # type: ignore[assignment]
        yield from _unbroken(match[0]) if kind == "text" else [Token(kind, match[0])]
        at = match.end()


def _unbroken(text: str) -> Iterator[Token]:
    for piece in re.findall(r"[\udc80-\udcff]+|[^\udc80-\udcff]+", text):
        yield Token("broken" if "\udc80" <= piece[0] <= "\udcff" else "text", piece)


def foreign(written: bytes) -> list[str]:
    """All that the grammar does not allow, each as Python would write it; hidden characters as `U+XXXX`.

    Within a frame, which a terminal that can synchronise output is told the ends of, nothing switches a mode, and a
    line feed stands only before the next row's place: one in the midst of a row is out of an article.
    """
    found: list[str] = []
    grammar, before = ALLOWED, ""
    for token in tokens(written):
        if before == "\n" and grammar is FRAME and not _begins_row(token):
            found.append(repr(before))
        before = token.text
        if token.kind == "text":
            found += forbidden(token.text)
        elif token.text in (BEGIN, END):
            grammar = FRAME if token.text == BEGIN else ALLOWED
        elif not _allowed(token, grammar):
            found.append(repr(token.text))
    return found


def _begins_row(token: Token) -> bool:
    return token.text in ("\n", "\r", END) or FRAME["place the cursor"].fullmatch(token.text) is not None


def _allowed(token: Token, grammar: Mapping[str, re.Pattern[str]]) -> bool:
    if token.text == "\r":  # half of a line end the terminal made
        return True
    return token.kind != "broken" and any(pattern.fullmatch(token.text) for pattern in grammar.values())


def copied(written: bytes) -> list[str]:
    """The texts sent to the terminal's clipboard (OSC 52)."""
    texts = []
    for token in tokens(written):
        if token.kind == "string" and token.text.startswith("\x1b]52;c;"):
            try:
                texts.append(base64.b64decode(token.text[7:-1], validate=True).decode())
            except (binascii.Error, UnicodeDecodeError):
                texts.append(f"not text: {token.text!r}")
    return texts


def modes_left(written: bytes) -> list[str]:
    """The modes that are on at the end of what was written."""
    whole = [token.text for token in tokens(written) if token.kind in ("csi", "escape")]
    return [name for name, (on, off) in MODES.items() if _last(whole, on) > _last(whole, off)]


def style_left(written: bytes) -> bool:
    """Whether text written after this would be coloured."""
    styles = [token.text for token in tokens(written) if FRAME["style"].fullmatch(token.text)]
    return bool(styles) and not _STYLE_LEFT.fullmatch(styles[-1])


def _last(texts: Iterable[str], wanted: str) -> int:
    return max((number for number, text in enumerate(texts) if text == wanted), default=-1)
