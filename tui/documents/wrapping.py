"""Which lines were wrapped by hand: told block by block, by the lines of the block itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

_LETTER: Final = re.compile(r"\S")
_FIRST_WORD: Final = re.compile(r"[\s>|]*(\S+)")  # past the marks of a quoted mail
_BULLET: Final = re.compile(r"\s*(?:[-*•·o+]|\d{1,3}[.)])\s")
_FENCE: Final = re.compile(r" {0,3}(?:```|~~~)")
_APART: Final = re.compile(r" {0,3}(?:#{1,6}\s|```|~~~|[-=~_*+#|: ]{3,}$)")  # a heading, a fence, a line of a box
_CELLS: Final = re.compile(r"\S(?:\t| {4,})\S| \| |\.{4}|(?: \.){4}")  # of a table, dots of one of contents
_CODE_END: Final = frozenset(":;{}([=\\")
_SENTENCE_END: Final = re.compile(r"[.!?:。！？؟।][\"'”’»)\]」』]*$")

_WIDEST: Final = 100
_NARROWEST: Final = 40
_NARROWEST_CJK: Final = 20
_LONGEST_WORD: Final = 16  # a longer one is an address or a line of code and tells nothing
RAG: Final = 8  # how much shorter than the width a hand-wrapped line may be


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


def units(text: str, lines: Sequence[Line]) -> Iterator[tuple[Sequence[Line], int]]:
    """The lines of each paragraph, and the column they were filled to; a line alone has none (0).

    A block, being what stands between blank lines, is told in parts: list items, headings and fenced code apart from
    prose. A part is wrapped when its own line breaks say so, or when its lines end where those of such parts end.
    """
    parts = list(_parts(text, lines))
    widths = [_width(text, part) if len(part) > 1 else 0 for part in parts]
    told = (part for part, width in zip(parts, widths, strict=True) if width)
    ends = sorted(line.length for part in told for line in part[:-1])
    margin = ends[len(ends) * 4 // 5] if ends else 0
    for part, width in zip(parts, widths, strict=True):
        if width or (margin and len(part) > 1 and _ends_at(text, part, margin)):
            yield part, width or margin
        else:
            yield from (([line], 0) for line in part)


def is_item(text: str, line: Line) -> bool:
    """Whether a line begins with a bullet or a number of a list."""
    return bool(_BULLET.match(text, line.start, line.end))


def is_full(text: str, before: Line, after: Line, width: int) -> bool:
    """Whether the first word of the next line would not have fitted on this one."""
    word = _FIRST_WORD.match(text, after.start, after.end)
    needed = min(len(word[1]), _LONGEST_WORD) if word and not _is_cjk(word[1][0]) else 1
    return before.length + 1 + needed > width


def goes_on(text: str, before: Line, after: Line) -> bool:
    """Whether the sentence visibly runs over the line break."""
    word = _FIRST_WORD.match(text, after.start, after.end)
    if word is None:
        return False
    first = word[1][0]
    uncased = first.isalpha() and first.upper() == first.lower()
    return first.islower() or (uncased and not _ends(text, before))


def _ends(text: str, line: Line) -> bool:
    return bool(_SENTENCE_END.search(text[max(line.start, line.end - 3) : line.end]))


def _parts(text: str, lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    fenced = _fenced(text, lines)
    first = 0
    for index in range(1, len(lines) + 1):
        if index == len(lines) or (
            lines[index].number - lines[index - 1].number != 1
            or index in fenced
            or index - 1 in fenced
            or _begins(text, lines[first], lines[index - 1], lines[index])
        ):
            yield lines[first:index]
            first = index


def _fenced(text: str, lines: Sequence[Line]) -> set[int]:
    """The lines of code between two fences, and these; a fence never closed is none."""
    if "```" not in text and "~~~" not in text:
        return set()
    fences = [index for index, line in enumerate(lines) if _FENCE.match(text, line.start, line.end)]
    pairs = zip(fences[::2], fences[1::2], strict=False)
    return {index for first, last in pairs for index in range(first, last + 1)}


def _begins(text: str, first: Line, before: Line, line: Line) -> bool:
    """Whether a line stands apart from the one before it in its block."""
    marks = [one and one[0] for one in (_APART.match(text, *line[:2]), _APART.match(text, *before[:2]))]
    if any(marks) and not (marks[0] == marks[1] and "#" in str(marks[0])):  # a comment has one mark on all its lines
        return True
    # A number that only came to stand first on its line, as in "on page / 12. The", begins no list.
    full = before.length >= _NARROWEST and not is_item(text, first) and not _ends(text, before)
    return is_item(text, line) and not (full and text[line.start].isdigit())


def _width(text: str, part: Sequence[Line]) -> int:
    """The column a part was filled to by the evidence of its own line breaks, or 0.

    Wrapped by hand means: of the line breaks many come because the next word no longer fitted, and many break a
    sentence off. Over licences, manuals, mails and RFCs the two shares add up to 1.05-1.80, over news with a line a
    paragraph, lists, tables and program code to 0.25-0.90 or one of them is nearly none. No line in twenty is wider
    than 100. A single break must be both, after no short line.
    """
    breaks = list(pairwise(part))
    width = sorted(before.length for before, _ in breaks)[len(breaks) * 4 // 5]
    if width < _NARROWEST_CJK or sum(line.length > _WIDEST for line in part) * 20 > len(part):
        return 0
    spaceless = sum(_is_cjk(text[after.start]) for _, after in breaks) * 2 > len(breaks)
    if (width < _NARROWEST and not spaceless) or part[-1].length > width + RAG or _is_no_prose(text, part):
        return 0
    going_on = sum(goes_on(text, before, after) for before, after in breaks) / len(breaks)
    if going_on < 0.3:
        return 0
    full = sum(is_full(text, before, after, width) for before, after in breaks) / len(breaks)
    return width if full >= 0.4 and full + going_on >= 1.05 else 0


def _ends_at(text: str, part: Sequence[Line], margin: int) -> bool:
    """Whether the lines of a part that says too little of itself end where wrapped lines of the text end."""
    ended = sum(is_full(text, before, after, margin - RAG) for before, after in pairwise(part))
    fits = all(line.length <= _WIDEST for line in part)
    return fits and ended * 2 >= len(part) - 1 and not _is_no_prose(text, part)


def _is_no_prose(text: str, part: Sequence[Line]) -> bool:
    """Whether the lines look like those of a table or of program code, whose indentation comes and goes."""
    cells = sum(bool(_CELLS.search(text, line.start, line.end)) for line in part)
    code = sum(text[line.end - 1] in _CODE_END for line in part[:-1])
    indents = [_indent(text, line) for line in part[1:]]
    stepped = sum(indent != indents[0] for indent in indents)
    return cells * 3 > len(part) or code * 2 > len(part) - 1 or stepped * 5 > len(part)


def _indent(text: str, line: Line) -> int:
    letter = _LETTER.search(text, line.start)
    return letter.start() - line.start if letter else 0


def _is_cjk(character: str) -> bool:
    return "\u2e80" <= character <= "\ua4cf" or "\uf900" <= character <= "\ufaff" or character >= "\U00020000"
