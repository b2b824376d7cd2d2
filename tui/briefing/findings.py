"""What is wrong with a briefing, where it stands, and how that is shown."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from typing import Literal, NamedTuple, TypedDict, Unpack

from tui.briefing.cells import head, tail, width
from tui.briefing.model import Mark
from tui.documents import clean_line

Severity = Literal["error", "warning"]


class Finding(NamedTuple):
    """One fault of a briefing, at a line and column counted from 1 (columns and `width` in code points).

    `statement`, `source` and `status` are filled where a quotation is meant; every text is one clean line. `words`
    are those of the place that are wrong, where that is only some of it.
    """

    severity: Severity
    code: str
    file: str
    line: int
    column: int
    message: str
    hint: str = ""
    statement: str = ""
    source: str = ""
    status: str = ""
    width: int = 1
    words: str = ""

    @property
    def mark(self) -> Mark:
        """Where the finding stands."""
        return Mark(self.line, self.column)


class About(TypedDict, total=False):
    """The quotation a finding means."""

    statement: str
    source: str
    status: str
    words: str


class Collector:
    """Gathers the findings of one file, at most `most` of them: past that they are only counted."""

    def __init__(self, file: str, *, most: int = sys.maxsize) -> None:
        self.file = clean_line(file)
        self.findings: list[Finding] = []
        self.failed = False
        self._most = most
        self._more = 0

    def error(
        self, code: str, mark: Mark, message: str, *, hint: str = "", width: int = 1, **about: Unpack[About]
    ) -> None:
        """Adds an error; `about` are the finding's `statement`, `source` and `status`."""
        self._add("error", code, mark, message, hint, width, about)

    def warning(
        self, code: str, mark: Mark, message: str, *, hint: str = "", width: int = 1, **about: Unpack[About]
    ) -> None:
        """Adds a warning, as `error` does."""
        self._add("warning", code, mark, message, hint, width, about)

    @property
    def full(self) -> bool:
        """Whether further findings are only counted, so that their hints need not be looked for."""
        return len(self.findings) >= self._most

    def quoted(self, text: str) -> str:
        """`quoted`, or "" where the message would not be kept."""
        return "" if self.full else quoted(text)

    def sorted(self) -> tuple[Finding, ...]:
        """The findings in the order of the file; the last one says how many are left out, if any are."""
        ordered = sorted(self.findings, key=lambda finding: (finding.line, finding.column))
        if self._more:
            message, last = f"{self._more:,} more findings are left out", ordered[-1]
            severity: Severity = "error" if self.failed else "warning"
            ordered.append(Finding(severity, "more-findings", self.file, last.line, last.column, message))
        return tuple(ordered)

    def _add(
        self, severity: Severity, code: str, mark: Mark, message: str, hint: str, width: int, about: About
    ) -> None:
        self.failed |= severity == "error"
        if self.full:
            self._more += 1
            return
        said = clean_line(message), clean_line(hint)
        self.findings.append(Finding(severity, code, self.file, *mark, *said, width=width, **about))


def quoted(text: str, cells: int = 40) -> str:
    """`text` as a message names it: one clean line, cut to `cells`, in straight quotes."""
    line = text[: cells + 1]
    line = line if line.isascii() and line.isprintable() else clean_line(line)
    short = line if width(line) <= cells else head(line, cells - 1) + "…"
    return f"'{short}'"


def render(finding: Finding, lines: Sequence[str], *, cells: int = 100) -> str:
    """The finding for a terminal: one line of words, then its line of the file with a caret under the place.

    `lines` are the clean lines of the file. A line wider than `cells` is shown as a window around the caret.
    """
    said = f"{finding.file}:{finding.line}:{finding.column}: {finding.severity}: {finding.message}"
    if not 1 <= finding.line <= len(lines):
        return f"{said} ({finding.hint})" if finding.hint else said
    number = f"{finding.line:>5}"
    line = lines[finding.line - 1].replace("\t", " ")
    shown, carets = _window(line, *_aimed(line, finding), cells)
    return f"{said}\n{number} | {shown}\n{' ' * len(number)} | {carets} {finding.hint}".rstrip()


def _aimed(line: str, finding: Finding) -> tuple[int, int]:
    """Where the caret stands and how far it reaches: the wrong words where they stand once in the place, else all."""
    start, extent = finding.column - 1, finding.width
    wrong = rf"(?<!\w){re.escape(finding.words)}(?!\w)"
    found = [match.start() for match in re.finditer(wrong, line[start : start + extent])] if finding.words else []
    return (start + found[0], len(finding.words)) if len(found) == 1 else (start, extent)


def _window(line: str, start: int, extent: int, cells: int) -> tuple[str, str]:
    """What is shown of the line, and the carets under it."""
    before, marked, after = line[:start], line[start : start + extent], line[start + extent :]
    if width(line) > cells:
        before = before if width(before) <= cells // 3 else "…" + tail(before, cells // 3 - 1)
        room = cells - width(before)
        marked, after = _cut(marked, after, room)
    carets = "^" + "~" * (width(marked) - 1)
    return before + marked + after, " " * width(before) + carets


def _cut(marked: str, after: str, room: int) -> tuple[str, str]:
    if width(marked) > room:
        return head(marked, room - 1) + "…", ""
    left = room - width(marked)
    return marked, after if width(after) <= left else head(after, left - 1) + "…"
