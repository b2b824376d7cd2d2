"""An export laid out for reading before it is written: wrapped, headings bold, footnotes dim; only rows in view."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tui.reader.ink import Ink
from tui.reader.painting import Run
from tui.reader.wrapping import wrap

Top = tuple[int, int]  # a line of the text and a row of it

_MARK = re.compile(r"(?<!\\)\[\^[0-9]+\]")
_ITEM = re.compile(r" *- ")
_TABLE_PAD = re.compile(r" {2,}(?=\|)|(?<=\| )-{4,}(?= \|)")
FOOTNOTE_HANG = 4


def size_name(size: int) -> str:
    """A size in bytes for people: `980 B`, `6.8 kB`, `1.2 MB` (decimal prefixes, SI)."""
    if size < 1000:
        return f"{size} B"
    return f"{size / 1000:.1f} kB" if size < 999_950 else f"{size / 1_000_000:.1f} MB"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the export as the preview shows it; rows after the first are set in by `hang` cells."""

    text: str
    ink: str = "foreground"
    attributes: str = ""
    hang: int = 0

    @property
    def lead(self) -> int:
        """The spaces it begins with."""
        return len(self.text) - len(self.text.lstrip(" "))


class Preview:
    """The text of an export in a window `width` cells wide and `height` rows high. Lines are wrapped when shown."""

    def __init__(self, text: str, sections: int | None = None) -> None:
        self.size = len(text.encode())
        self.sections = sections
        self.lines = list(_lines(text))
        self.footnotes = sum(line.ink == "dim" and _MARK.match(line.text) is not None for line in self.lines)
        self.top: Top = (0, 0)
        self.width, self.height = 1, 1
        self._rows: dict[int, list[tuple[int, int]]] = {}

    def counts(self, cells: int = 80) -> str:
        """`3 sections · 31 footnotes · 6.8 kB`; from the left left out what `cells` have no room for."""
        parts = [_many(self.footnotes, "footnote"), size_name(self.size)]
        if self.sections is not None:
            parts.insert(0, _many(self.sections, "section"))
        while parts and len(" · ".join(parts)) > cells:
            del parts[0]
        return " · ".join(parts)

    def lay_out(self, width: int, height: int) -> None:
        """Take a window, keeping the line at its top."""
        if width != self.width:
            self._rows.clear()
            self.top = (self.top[0], 0)
        self.width, self.height = max(width, 1), max(height, 1)
        self.top = min(self.top, self._end())

    def scroll(self, by: int) -> None:
        """Move by rows, not beyond the ends."""
        self.top = min(self._step(self.top, by), self._end())

    def to_end(self) -> None:
        """To where the last row stands at the bottom."""
        self.top = self._end()

    def window(self, ink: Ink) -> list[list[Run]]:
        """The rows in view."""
        rows: list[list[Run]] = []
        index, row = self.top
        while len(rows) < self.height and index < len(self.lines):
            wrapped = self._wrapped(index)
            rows += [self._runs(index, number, ink) for number in range(row, len(wrapped))]
            index, row = index + 1, 0
        return rows[: self.height]

    @property
    def thumb(self) -> range:
        """Which rows of the window thicken the scrollbar, by lines; none where everything is in view."""
        end = self._end()
        if end == (0, 0):
            return range(0)
        size = max(self.height * self.height // max(len(self.lines), self.height + 1), 1)
        share = (self.top[0] + self.top[1] / len(self._wrapped(self.top[0]))) / max(end[0] + end[1] / 100, 1)
        start = round(min(share, 1.0) * (self.height - size))
        return range(start, start + size)

    def _wrapped(self, index: int) -> list[tuple[int, int]]:
        """Where the rows of a line begin and end; the first is as wide as the window, the rest without the hang."""
        rows = self._rows.get(index)
        if rows is None:
            line = self.lines[index]
            rows = wrap(line.text, self.width - line.lead)
            if line.hang and len(rows) > 1 and self.width > 2 * line.hang:
                begin = rows[1][0]
                rows = [rows[0], *wrap(line.text, self.width - line.hang, begin)]
            rows = self._rows[index] = rows or [(0, 0)]
        return rows

    def _runs(self, index: int, row: int, ink: Ink) -> list[Run]:
        line, (start, end) = self.lines[index], self._wrapped(index)[row]
        runs: list[Run] = []
        hang = line.hang if self.width > 2 * line.hang else 0
        runs.append((" " * (hang if row else line.lead), ink(line.ink, "raised")))
        at = start
        for mark in _MARK.finditer(line.text):
            a, b = max(mark.start(), start), min(mark.end(), end)
            if a < b:
                runs.append((line.text[at:a], ink(line.ink, "raised", line.attributes)))
                runs.append((line.text[a:b], ink("warning", "raised", "b")))
                at = b
        return [*runs, (line.text[at:end], ink(line.ink, "raised", line.attributes))]

    def _step(self, top: Top, by: int) -> Top:
        if not self.lines:
            return 0, 0
        index, row = top
        row += by
        while row < 0 and index > 0:
            index -= 1
            row += len(self._wrapped(index))
        while index < len(self.lines) - 1 and row >= len(self._wrapped(index)):
            row -= len(self._wrapped(index))
            index += 1
        return index, min(max(row, 0), len(self._wrapped(index)) - 1)

    def _end(self) -> Top:
        last = len(self.lines) - 1
        return self._step((last, len(self._wrapped(last)) - 1), 1 - self.height) if last >= 0 else (0, 0)


def _lines(text: str) -> Iterator[Line]:
    """The lines with how they are shown; a table's padding is left out, so that its rows can be read when narrow."""
    matter = text.startswith("---\n")
    for number, line in enumerate(text.removesuffix("\n").split("\n") if text else ()):
        if matter:
            yield Line(line, "dim")
            matter = number == 0 or line != "---"
        elif re.match(r"#{1,6} ", line):
            yield Line(line, attributes="b")
        elif line.startswith("[^"):
            yield Line(line, "dim", hang=FOOTNOTE_HANG)
        elif line.startswith("|"):
            yield Line(_TABLE_PAD.sub(lambda match: "---" if match[0][0] == "-" else " ", line), hang=2)
        else:
            item = _ITEM.match(line)
            yield Line(line, hang=item.end() if item else 0)


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
