"""Clean text → paragraphs: one a line, or one for all lines that were wrapped by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import Final, NamedTuple

from tui.documents.characters import extends
from tui.documents.model import Paragraph, Span
from tui.documents.wrapping import RAG, Line, goes_on, is_full, is_item, units

_LETTER: Final = re.compile(r"\S")
_LONGEST_CLUSTER: Final = 40


class TooManyLinesError(ValueError):
    """More lines than a document may have."""


class Layout(NamedTuple):
    """The paragraphs of a text; `pieces` has for each the spans no sentence crosses; `cut` counts cut lines."""

    paragraphs: tuple[Paragraph, ...]
    pieces: tuple[tuple[Span, ...], ...]
    cut: int


def lay_out(text: str, longest: int, most: int) -> Layout:
    """Each line with something on it is a paragraph; where lines were wrapped by hand, all lines of one paragraph.

    What is longer than `longest` code points becomes several paragraphs; the text itself never changes.
    Raises TooManyLinesError above `most` lines.
    """
    whole = list(islice(_lines(text), most + 1))
    if len(whole) > most:
        raise TooManyLinesError
    cut = sum(end - start > longest for start, end, _ in whole)
    lines = [part for line in whole for part in _cut(text, line, longest)] if cut else whole
    paragraphs: list[Paragraph] = []
    pieces: list[tuple[Span, ...]] = []
    for unit, width in units(text, lines):
        for part in _short_enough(unit, longest):
            paragraphs.append(Paragraph(len(paragraphs) + 1, part[0].start, part[-1].end, part[0].number))
            whole_line = (Span(part[0].start, part[-1].end),)
            pieces.append(whole_line if len(part) == 1 else tuple(_pieces(text, part, width)))
    return Layout(tuple(paragraphs), tuple(pieces), cut)


def _lines(text: str) -> Iterator[Line]:
    start, number = 0, 1
    while start < len(text):
        stop = text.find("\n", start)
        stop = stop if stop >= 0 else len(text)
        if line := text[start:stop].rstrip():
            yield Line(start, start + len(line), number)
            start, number = stop + 1, number + 1
        elif letter := _LETTER.search(text, stop):  # past all empty lines at once
            number += text.count("\n", start, letter.start())
            start = text.rfind("\n", start, letter.start()) + 1
        else:
            return


def _cut(text: str, line: Line, longest: int) -> Iterator[Line]:
    """The line in parts of at most `longest`: after a space where there is one, never before a combining mark."""
    start = line.start
    while line.end - start > longest:
        end = _cut_at(text, start, start + longest)
        yield Line(start, end, line.number)
        start = end
    yield Line(start, line.end, line.number)


def _cut_at(text: str, start: int, end: int) -> int:
    space = text.rfind(" ", start + (end - start) // 2, end)
    if space >= 0:
        return space + 1
    at = end
    while at > end - _LONGEST_CLUSTER and (text[at - 1] == "\u200d" or extends(text[at])):
        at -= 1
    return at if at > max(start, end - _LONGEST_CLUSTER) else end


def _short_enough(unit: Sequence[Line], longest: int) -> Iterator[Sequence[Line]]:
    first = 0
    for index in range(1, len(unit) + 1):
        if index == len(unit) or unit[index].end - unit[first].start > longest:
            yield unit[first:index]
            first = index


def _pieces(text: str, unit: Sequence[Line], width: int) -> Iterator[Span]:
    """The unit's spans between line breaks that end a thought: lines left short on purpose."""
    start = unit[0].start
    for before, after in pairwise(unit):
        if is_item(text, after) or not (goes_on(text, before, after) or is_full(text, before, after, width - RAG)):
            yield Span(start, before.end)
            start = after.start
    yield Span(start, unit[-1].end)
