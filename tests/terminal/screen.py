"""The screen as a person sees it: what a program wrote, put into rows of cells."""

from __future__ import annotations

import re

from rich.cells import cell_len

from tests.terminal.grammar import tokens

_PLACE = re.compile(r"\x1b\[(\d*);?(\d*)H")


class Screen:
    """Rows of cells after a Textual application's frames; a cell holds a character and what is stacked on it."""

    def __init__(self, columns: int, rows: int) -> None:
        self._x = self._y = 0
        self.resize(columns, rows)

    def resize(self, columns: int, rows: int) -> None:
        """An empty screen of this size: an application paints all of it after a resize."""
        self._columns, self._rows = columns, rows
        self._cells = [[" "] * columns for _ in range(rows)]

    def feed(self, written: bytes) -> None:
        """Show what was written; it must end between two sequences."""
        for token in tokens(written):
            if token.kind == "text":
                self._draw(token.text)
            elif token.text == "\n":
                self._y += 1
            elif token.text == "\r":
                self._x = 0
            elif place := _PLACE.fullmatch(token.text):
                self._y, self._x = int(place[1] or 1) - 1, int(place[2] or 1) - 1
            elif token.text in ("\x1b[?1049h", "\x1b[?1049l"):
                self.resize(self._columns, self._rows)

    def _draw(self, text: str) -> None:
        before = 0
        for end in range(1, len(text) + 1):
            width = cell_len(text[:end]) if not text.isascii() else end
            self._put(text[end - 1], width - before)
            before = width

    def _put(self, character: str, width: int) -> None:
        row = self._cells[self._y] if 0 <= self._y < self._rows else None
        if width <= 0:
            if row is not None and 0 < self._x <= self._columns:
                row[self._x - 1] += character
            return
        for offset in range(width):
            if row is not None and self._x + offset < self._columns:
                row[self._x + offset] = character if offset == 0 else ""
        self._x += width

    def lines(self) -> list[str]:
        """The rows from top to bottom, without spaces at their ends."""
        return ["".join(row).rstrip() for row in self._cells]

    def part(self, top: int, bottom: int, left: int, right: int) -> str:
        """What stands in these rows and cells, without any white space; the ends count from the far edge."""
        rows = self._cells[top : self._rows - bottom]
        return "".join("".join("".join(row[left : self._columns - right]) for row in rows).split())

    def text(self) -> str:
        """All rows."""
        return "\n".join(self.lines())
