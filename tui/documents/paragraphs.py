"""Clean text → paragraphs: one a line, or one a block where lines were wrapped by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import Final, NamedTuple

from tui.documents.characters import extends
from tui.documents.model import Paragraph, Span

_LETTER: Final = re.compile(r"\S")
_FIRST_WORD: Final = re.compile(r"[\s>|]*(\S+)")  # past the marks of a quoted mail
_BULLET: Final = re.compile(r"\s*(?:[-*•·o+]|\d{1,3}[.)])\s")
_LEADERS: Final = ("....", " . . . .")  # the dots of a table of contents
_SENTENCE_END: Final = re.compile(r"[.!?:。！？؟।][\"'”’»)\]」』]*")

_WIDEST_WRAP: Final = 100
_NARROWEST_WRAP: Final = 40
_NARROWEST_CJK: Final = 20
_LINES_LOOKED_AT: Final = 20_000
_LONGEST_WORD: Final = 16  # a longer one is an address or a line of code and tells nothing
_RAG: Final = 8  # how much shorter than the width a hand-wrapped line may be
_LONGEST_CLUSTER: Final = 40


class Line(NamedTuple):
    """A line with something on it: `[start, end)` without the white space at its end, and its 1-based number.

    An over-long line is several of these, all of the same number.
    """

    start: int
    end: int
    number: int

    @property
    def length(self) -> int:
        """In code points, indentation included."""
        return self.end - self.start


class TooManyLinesError(ValueError):
    """More lines than a document may have."""


class Layout(NamedTuple):
    """The paragraphs of a text; `pieces` has for each the spans no sentence crosses; `cut` counts cut lines."""

    paragraphs: tuple[Paragraph, ...]
    pieces: tuple[tuple[Span, ...], ...]
    cut: int


def lay_out(text: str, longest: int, most: int) -> Layout:
    """Each line with something on it is a paragraph; in hard-wrapped text each block between blank lines.

    What is longer than `longest` code points becomes several paragraphs; the text itself never changes.
    Raises TooManyLinesError above `most` lines.
    """
    whole = list(islice(_lines(text), most + 1))
    if len(whole) > most:
        raise TooManyLinesError
    cut = sum(end - start > longest for start, end, _ in whole)
    lines = [part for line in whole for part in _cut(text, line, longest)] if cut else whole
    width = wrapped_width(text, lines)
    if not width:
        alone = tuple([Paragraph(number, *line) for number, line in enumerate(lines, 1)])
        return Layout(alone, tuple([(Span(start, end),) for start, end, _ in lines]), cut)
    paragraphs: list[Paragraph] = []
    pieces: list[tuple[Span, ...]] = []
    for number, block in enumerate(_blocks(lines, longest), 1):
        paragraphs.append(Paragraph(number, block[0].start, block[-1].end, block[0].number))
        pieces.append(tuple(_pieces(text, block, width)))
    return Layout(tuple(paragraphs), tuple(pieces), cut)


def wrapped_width(text: str, lines: Sequence[Line]) -> int:
    """The column hard-wrapped lines were filled to, or 0 when each line is a paragraph of its own.

    Wrapped by hand means: no line in twenty is wider than 100; and of the line breaks many come because the next
    word no longer fitted, and many break a sentence off. Over licences, manuals, mails and RFCs the two shares
    add up to 1.05-1.80, over news with a line a paragraph, lists, tables and program code to 0.25-0.90 or one of
    them is nearly none.
    """
    sample = lines[:_LINES_LOOKED_AT]
    if sum(end - start > _WIDEST_WRAP for start, end, _ in sample) * 20 > len(sample):
        return 0
    tables = any(dots in text for dots in _LEADERS)  # told once, as looking in each line takes a tenth of all loading
    breaks = [
        (a, b) for a, b in pairwise(sample) if b.number - a.number == 1 and not (tables and _is_table(text, a, b))
    ]
    if len(breaks) < 2:
        return 0
    width = sorted(before.length for before, _ in breaks)[len(breaks) * 4 // 5]
    spaceless = sum(_is_cjk(text[after.start]) for _, after in breaks) * 2 > len(breaks)
    if width < (_NARROWEST_CJK if spaceless else _NARROWEST_WRAP):
        return 0
    full = sum(_is_full(text, before, after, width) for before, after in breaks) / len(breaks)
    going_on = sum(_goes_on(text, before, after) for before, after in breaks) / len(breaks)
    return width if full >= 0.4 and going_on >= 0.3 and full + going_on >= 1.05 else 0


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


def _blocks(lines: Sequence[Line], longest: int) -> Iterator[Sequence[Line]]:
    first = 0
    for index in range(1, len(lines) + 1):
        if (
            index == len(lines)
            or lines[index].number - lines[index - 1].number > 1
            or (lines[index].end - lines[first].start > longest)
        ):
            yield lines[first:index]
            first = index


def _pieces(text: str, block: Sequence[Line], width: int) -> Iterator[Span]:
    """The block's spans between line breaks that end a thought: list items, and lines left short on purpose."""
    start = block[0].start
    for before, after in pairwise(block):
        if _BULLET.match(text, after.start, after.end) or not (
            _goes_on(text, before, after) or _is_full(text, before, after, width - _RAG)
        ):
            yield Span(start, before.end)
            start = after.start
    yield Span(start, block[-1].end)


def _is_table(text: str, before: Line, after: Line) -> bool:
    return any(text.find(dots, line.start, line.end) >= 0 for line in (before, after) for dots in _LEADERS)


def _is_full(text: str, before: Line, after: Line, width: int) -> bool:
    """Whether the first word of the next line would not have fitted on this one."""
    word = _FIRST_WORD.match(text, after.start, after.end)
    needed = min(len(word[1]), _LONGEST_WORD) if word and not _is_cjk(word[1][0]) else 1
    return before.length + 1 + needed > width


def _goes_on(text: str, before: Line, after: Line) -> bool:
    """Whether the sentence visibly runs over the line break."""
    word = _FIRST_WORD.match(text, after.start, after.end)
    if word is None:
        return False
    first = word[1][0]
    uncased = first.isalpha() and first.upper() == first.lower()
    return first.islower() or (
        uncased and not _SENTENCE_END.match(text[max(before.start, before.end - 3) : before.end])
    )


def _is_cjk(character: str) -> bool:
    return "\u2e80" <= character <= "\ua4cf" or "\uf900" <= character <= "\ufaff" or character >= "\U00020000"
