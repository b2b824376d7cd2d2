"""How a hit is cut to two lines with its matched letters in view, and its passage shown in context."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from rich.cells import cell_len

from tui.documents import clean_line
from tui.documents.model import Document, Span
from tui.reader.painting import fit
from tui.reader.wrapping import wrap
from tui.search.model import Hit

LEAD = 5  # cells the first match keeps to the right edge of the first line, or of the only one


@dataclass(frozen=True, slots=True)
class Piece:
    """A line: its text and, as `[start, end)` in that text, the letters to light."""

    text: str
    lit: tuple[tuple[int, int], ...] = ()


def snippet(hit: Hit, width: int, more: str) -> list[Piece]:
    """The hit's passage in at most two lines of `width` cells, begun so that the first match shows."""
    text, marks = _on_one_line(hit)
    lines = wrap(text, width)
    if len(lines) > 2 and marks and max(end for _, end in marks[:1]) > lines[1][1] - 1:
        text, shift = _begin_later(text, marks[0][0], marks[0][0], width, more)
        marks = [(start - shift, end - shift) for start, end in marks if end - shift > len(more)]
        lines = wrap(text, width)
    pieces = [Piece(text[a:b], _clip(marks, a, b)) for a, b in lines[:2]]
    if len(lines) > 2:
        pieces[1] = _cut(pieces[1], width, more)
    return pieces


def one_line(hit: Hit, width: int, more: str) -> Piece:
    """The hit's passage in one line of `width` cells, begun so that the first match shows."""
    text, marks = _on_one_line(hit)
    if marks and cell_len(text[: marks[0][1]]) > width - 1:
        text, shift = _begin_later(text, *marks[0], width, more)
        marks = [(start - shift, end - shift) for start, end in marks if end - shift > len(more)]
    shown = fit(text, width, more)
    return Piece(shown, _clip(marks, 0, len(shown)))


def _on_one_line(hit: Hit) -> tuple[str, list[tuple[int, int]]]:
    """The passage with one space for each line break and the indent after it, and its matched letters in that text.

    A line break that reached the terminal would be obeyed.
    """
    text, begin = hit.text, hit.span.start
    marks = [(span.start - begin, span.end - begin) for span in hit.highlights]
    if "\n" not in text and "  " not in text:
        return text, marks
    kept = [n for n, character in enumerate(text) if not (character.isspace() and text[n - 1 : n].isspace())]
    shown = "".join(" " if text[n].isspace() else text[n] for n in kept)
    return shown, [(bisect_left(kept, start), bisect_left(kept, end)) for start, end in marks]


def _cut(piece: Piece, width: int, more: str) -> Piece:
    """The line with `more` at its end, in the place of its last word where it is full."""
    text = piece.text
    if cell_len(text) >= width:
        text = text.rpartition(" ")[0].rstrip(" ,;:") or text
    return Piece(fit(text + more, width, more), tuple((a, min(b, len(text))) for a, b in piece.lit if a < len(text)))


def _begin_later(text: str, match: int, end: int, width: int, more: str) -> tuple[str, int]:
    """The text from a word at most a line before `end` and not after `match` on, and how far offsets move."""
    start, room = end, width - LEAD
    while start and (room := room - cell_len(text[start - 1])) >= 0:
        start -= 1
    start = min(start, match)
    space = text.find(" ", start, match)
    start = space + 1 if space >= 0 else start
    return more + text[start:], start - len(more)


def _clip(marks: Sequence[tuple[int, int]], start: int, end: int) -> tuple[tuple[int, int], ...]:
    return tuple((max(a, start) - start, min(b, end) - start) for a, b in marks if a < end and b > start)


def file_and_folder(path: str) -> tuple[str, str]:
    """The name of an article's file, and its folder, from home where it lies there: both clean."""
    folder, _, name = path.rpartition("/")
    with suppress(RuntimeError):
        home = str(Path.home())
        if folder == home or folder.startswith(home + "/"):
            folder = "~" + folder[len(home) :]
    return clean_line(name), clean_line(folder or "/")


@dataclass(frozen=True, slots=True)
class Context:
    """A line of the preview: text, the part that is the hit's passage, and the matched letters in it."""

    text: str
    passage: tuple[int, int] | None
    lit: tuple[tuple[int, int], ...]


def preview(document: Document, hit: Hit, width: int, height: int, more: str) -> list[Context]:
    """The paragraph around the hit in at most `height` lines of `width` cells, the passage among them."""
    paragraph = document.paragraph_at(hit.span.start)
    if paragraph is None:
        return []
    start, end, text = paragraph.start, paragraph.end, document.text
    lines = wrap(text, width, start, end)
    if len(lines) > height:
        at = next((n for n, (_, b) in enumerate(lines) if b > hit.span.start), 0)
        first = max(min(at - 1, len(lines) - height), 0)
        lines = [_after_a_word(text, *lines[first]), *lines[first + 1 : first + height]] if first else lines[:height]
    return [_context(text, a, b, hit, more if n == 0 and a > start else "") for n, (a, b) in enumerate(lines)]


def _after_a_word(text: str, start: int, end: int) -> tuple[int, int]:
    """The line from its first space on, which gives its cell to the sign that words before it are left out."""
    space = re.compile(r"\s").search(text, start, end)
    return (space.start() if space else start), end


def _context(text: str, start: int, end: int, hit: Hit, lead: str) -> Context:
    line = text[start:end].replace("\n", " ")
    if lead and cell_len(line) > 1:
        line = lead + line[1:]
    inside: Span | None = Span(max(hit.span.start, start), min(hit.span.end, end))
    passage = (inside.start - start, inside.end - start) if inside and inside.start < inside.end else None
    marks = [(span.start, span.end) for span in hit.highlights]
    return Context(line, passage, _clip(marks, start, end))
