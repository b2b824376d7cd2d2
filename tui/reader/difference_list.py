"""The list beside the apparatus: every difference as a row, those that are only suggested faint under a heading."""

from __future__ import annotations

from collections.abc import Sequence

from tui.evidence.model import ResolvedDifference
from tui.reader.hand import Hand
from tui.reader.ink import Ink
from tui.reader.painting import Run, fit, pad, width_of
from tui.reader.unproved import MARK, any_failed

MOST_LETTERS = 6  # sources named before they are counted


class DifferenceList:
    """The differences `shown` in `room` rows, the one at `at` in hand and in view."""

    def __init__(self, hand: Hand, ink: Ink, shown: Sequence[ResolvedDifference], at: int, room: int) -> None:
        self.hand = hand
        self.ink = ink
        self._shown = shown
        self._at = at
        noted = sum(not one.difference.suggested for one in shown)
        self._heading = noted if noted < len(shown) else -1  # the row of the heading
        below = 0 <= self._heading <= at
        rows = len(shown) + (self._heading >= 0)
        self._top = max(min(at + below - room // 2, rows - room), 0)

    def index(self, y: int) -> int:
        """Which difference row `y` names, beyond the last where none does; -1 for the heading."""
        row = y + self._top
        if self._heading < 0 or row < self._heading:
            return row
        return row - 1 if row > self._heading else -1

    def entry(self, y: int, width: int) -> list[Run]:
        """Row `y` in `width` cells."""
        index = self.index(y)
        if index < 0:
            return [("  Suggested", self.ink("dim", attributes="i"))]
        return self._entry(index, width) if index < len(self._shown) else []

    def _entry(self, index: int, width: int) -> list[Run]:
        ink, resolved, here = self.ink, self._shown[index], index == self._at
        faint = 0 <= self._heading <= index
        ground, bold = ("selection", "b") if here else ("background", "")
        kind, mark = resolved.difference.kind, MARK if any_failed(resolved.values) else " "
        sign = "dim" if faint else "accent" if kind == "conflict" else "warning"
        runs: list[Run] = [
            (ink.glyphs.bar if here else " ", ink("bar", ground)),
            (ink.glyphs.kind(kind) + mark, ink(sign, ground, "" if faint else "b")),
        ]
        sigla = self._sigla(resolved, ground)
        room = width - width_of(runs) - width_of(sigla)
        about = pad(fit(resolved.difference.about, room - 1, ink.glyphs.more), room)
        style = ink("dim", ground, "i") if faint else ink("foreground", ground, bold)
        return [*runs, (about, style), *sigla]

    def _sigla(self, resolved: ResolvedDifference, ground: str) -> list[Run]:
        ink, sides = self.ink, self.hand.resolved.sides(resolved)
        if len(sides) > MOST_LETTERS:
            return [(f"{sum(how.speaks for how in sides)}/{len(sides)} ", ink("dim", ground))]
        runs: list[Run] = []
        for at, (source, how) in enumerate(zip(self.hand.resolved.briefing.sources, sides, strict=True)):
            letter = source.letter if how.speaks else ink.glyphs.carriage(how)
            runs.append((letter + " ", ink(f"mark:{at}" if how.speaks else "dim", ground, "b" if how.speaks else "")))
        return runs
