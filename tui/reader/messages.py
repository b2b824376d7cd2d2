"""Messages in the footer: sign, subject, what happened (look.md, "States"); one row, three for an error if need be."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, NamedTuple

from tui.documents import clean_line
from tui.reader.ink import Ink
from tui.reader.painting import Run, cut, part, width_of
from tui.reader.wrapping import wrap

if TYPE_CHECKING:
    from textual.timer import Timer

    from tui.reader.app import Hexapla

SECONDS = 4.0  # how long word of an act stays
LEAST = 20  # cells of words that are worth keeping beside a hint


class Message(NamedTuple):
    """`subject` is bold, `text` says what happened, `hint` stands right. Errors stay until the next act.

    `siglum` is the letter and the number of the source meant; it stands bold in front, in the subject's place.
    """

    subject: str
    text: str = ""
    hint: str = ""
    kind: Literal["said", "warning", "error", "work"] = "said"
    siglum: tuple[str, int] | None = None

    def runs(self, ink: Ink, width: int) -> tuple[list[Run], list[Run]]:
        """The left and the right end of a footer of `width` cells; the hint goes first, then the end of the words.

        Where the words of an error are cut anyway the hint stays: it says how to go on.
        """
        left, right = self._left(ink), [(clean_line(self.hint), ink("dim", "panel"))] if self.hint else []
        cut_anyway = self.kind == "error" and self.text and width_of(left) > width - 2
        least = width_of(left[:-1]) + LEAST // 2 if cut_anyway else width_of(left)
        if right and least + width_of(right) + 4 > width:
            right = []
        return cut(left, width - 2 - (width_of(right) + 1 if right else 0), ink.glyphs.more), right

    def rows(self, ink: Ink, width: int, most: int) -> list[tuple[list[Run], list[Run]]]:
        """As `runs`, on as many rows as words and hint take, but not more than `most`; the hint ends the last of them.

        Where the words take them all, the last of these is cut for the hint: it says how to go on.
        """
        if most < 2:
            return [self.runs(ink, width)]
        rows, more = self._wrapped(ink, width, most), ink.glyphs.more
        hint = cut([(clean_line(self.hint), ink("dim", "panel"))], width - 2, more) if self.hint else []
        room = width - 2 - (width_of(hint) + 2 if hint else 0)
        fits = width_of(rows[-1]) <= room
        if not fits and len(rows) < most:
            rows.append([])
        elif not fits and room < LEAST:
            room, hint = width - 2, []
        return [*((row, []) for row in rows[:-1]), (cut(rows[-1], max(room, 0), more), hint)]

    def _wrapped(self, ink: Ink, width: int, most: int) -> list[list[Run]]:
        """The words, row by row; the last of `most` rows has all the rest."""
        left = self._left(ink)
        if width_of(left) + 2 <= width:
            return [left]
        indent = (" " * 2, ink("dim", "panel"))
        text, room = "".join(words for words, _ in left), width - 2 - len(indent[0])
        spans = wrap(text, room)
        spans[most - 1 :] = [(start, len(text)) for start, _ in spans[most - 1 : most]]
        return [[*([indent] if start else []), *part(left, start, end)] for start, end in spans]

    def _left(self, ink: Ink) -> list[Run]:
        left: list[Run] = []
        if self.kind == "error":
            left.append((ink.glyphs.fault + " ", ink("error", "panel", "b")))
        elif self.kind == "warning":
            left.append(("! ", ink("warning", "panel", "b")))
        elif self.kind == "work":
            left.append((ink.glyphs.mark + " ", ink("accent", "panel", "b")))
        if self.siglum is not None:
            left.append((self.siglum[0] + " ", ink(f"mark:{self.siglum[1]}", "panel", "b")))
        # From anywhere: names of files, words of the system. Whoever says it need not have cleaned it.
        subject, text = clean_line(self.subject), clean_line(self.text)
        bold = "b" if self.kind in ("error", "warning") and self.siglum is None else ""
        left.append((subject, ink("foreground", "panel", bold)))
        if text:
            left.append(("  " + text, ink("dim" if self.kind in ("said", "work") else "foreground", "panel")))
        return left


class Voice:
    """What the footer says now, and what it will say after that."""

    def __init__(self, reader: Hexapla) -> None:
        self._reader = reader
        self.now: Message | None = None
        self.standing: Message | None = None  # shown whenever nothing else is said, until it is taken away
        self.next: list[Message] = []
        self._timer: Timer | None = None
        self.patient = False  # whether word of an act, too, stays until the next one

    def say(self, message: Message) -> None:
        """Show a message: word of an act for four seconds, anything else until the next act."""
        self._fall_silent()
        self.now = message
        if message.kind == "said" and not self.patient:
            self._timer = self._reader.set_timer(SECONDS, self.dismiss)
        self._reader.refresh_footer()

    def stand(self, message: Message | None) -> None:
        """Show a message for as long as what it says lasts, or take it away."""
        self.standing = message
        self._reader.refresh_footer()

    def say_all(self, messages: Iterable[Message]) -> None:
        """Show several, each after the one before has been dismissed."""
        self.next += messages
        if self.now is None and self.next:
            self.say(self.next.pop(0))

    def dismiss(self) -> None:
        """Take the message away; the next one waiting takes its place."""
        if self.now is None:
            return
        self._fall_silent()
        if self.next:
            self.say(self.next.pop(0))
        self._reader.refresh_footer()

    def _fall_silent(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.now = None
