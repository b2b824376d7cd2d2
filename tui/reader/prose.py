"""A document laid out at a width, block by block as they are looked at.

Nothing here takes longer for a longer document: a row is found by its block and its line in the block, never by
its number, so that a column opens, jumps and is resized by wrapping about one screen. The exact count of rows,
which only the scrollbar wants, is worked out in slices.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from time import perf_counter
from typing import NamedTuple
from unicodedata import combining

from tui.documents.model import Document
from tui.reader.wrapping import wrap

Spot = tuple[int, int]  # a block and a row in it; the row after its last line is the blank one that follows it

CHUNK = 8192  # characters; a paragraph longer than this is laid out in pieces (8k CJK characters wrap in 12 ms)
KEPT = 512  # blocks whose lines are kept
# Chinese and Japanese are written without spaces: every character is counted as a word, as word processors do.
_ALONE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


class Line(NamedTuple):
    """A row: `text[start:end]`, empty for a blank row, and the paragraph's number on its first row, else 0."""

    start: int
    end: int
    number: int


class Blocks:
    """The pieces a document is laid out in, whatever the width: its paragraphs, the longest ones parted.

    `numbers` has the paragraph's number where a block begins it, else 0; `gaps` 1 where a blank row follows. The
    lines before the character `body` (credit, caption, dateline) stand together, without blank rows.
    """

    def __init__(self, document: Document, body: int = 0) -> None:
        self.text = document.text
        self.starts, self.ends, self.numbers, self.gaps = array("I"), array("I"), array("I"), bytearray()
        after = [paragraph.start for paragraph in document.paragraphs[1:]]
        for paragraph, following in zip(document.paragraphs, [*after, body], strict=False):
            self._add(paragraph.start, paragraph.end, paragraph.number, int(following >= body))
        if self.gaps:
            self.gaps[-1] = 0
        self._words = self._counted = 0

    def __len__(self) -> int:
        return len(self.starts)

    def _add(self, start: int, end: int, number: int, gap: int) -> None:
        while end - start > CHUNK:
            cut = self._cut(start, start + CHUNK)
            self._append(start, cut, number, 0)
            start, number = cut, 0
        self._append(start, end, number, gap)

    def _append(self, start: int, end: int, number: int, gap: int) -> None:
        self.starts.append(start)
        self.ends.append(end)
        self.numbers.append(number)
        self.gaps.append(gap)

    def _cut(self, start: int, end: int) -> int:
        space = self.text.rfind(" ", start + 1, end)
        if space > 0:
            return space
        for cut in range(end, max(start + 1, end - 64), -1):
            if not combining(self.text[cut]) and "\u200d" not in self.text[cut - 1 : cut + 1]:
                return cut
        return end

    def at(self, offset: int) -> int:
        """The block that holds `offset`, or the last one before it."""
        return max(bisect_right(self.starts, offset) - 1, 0)

    def count(self, until: float) -> int | None:
        """How many words the document has; None while the clock reads `until` before all are counted."""
        while self._counted < len(self):
            self._words += _words(self.text[self.starts[self._counted] : self.ends[self._counted]])
            self._counted += 1
            if perf_counter() > until:
                break
        return self.words

    @property
    def words(self) -> int | None:
        """How many words the document has, once they are counted."""
        return self._words if self._counted == len(self) else None


def _words(text: str) -> int:
    alone = 0 if text.isascii() else len(_ALONE.findall(text))
    if not alone:
        return len(text.split())
    return alone + sum(any(map(str.isalnum, piece)) for piece in _ALONE.sub(" ", text).split())


class Prose:
    """Blocks wrapped at `width` cells. Rows are counted from 0 and exact once `refine` has seen all blocks."""

    def __init__(self, blocks: Blocks, width: int) -> None:
        self.blocks = blocks
        self.width = max(width, 1)
        fill = max(self.width - 2.5, 1.0)  # cells an English line fills on average, from the shipped articles
        sizes = zip(blocks.starts, blocks.ends, blocks.gaps, strict=True)
        self._heights = array("I", [int((end - start) / fill) + 1 + gap for start, end, gap in sizes])
        self._exact = bytearray(len(blocks))
        self._refined = 0
        self._tops: array[int] | None = None
        self._lines: dict[int, array[int]] = {}

    # -- rows of a block

    def lines(self, block: int) -> array[int]:
        """The block's lines: start, end, start, end …"""
        lines = self._lines.pop(block, None)
        if lines is None:
            lines = self._wrapped(block)
            while len(self._lines) >= KEPT:
                del self._lines[next(iter(self._lines))]
        self._lines[block] = lines
        return lines

    def _wrapped(self, block: int) -> array[int]:
        blocks = self.blocks
        lines = array("I")
        for line in wrap(blocks.text, self.width, blocks.starts[block], blocks.ends[block]):
            lines.extend(line)
        self._exact[block] = 1
        height = len(lines) // 2 + blocks.gaps[block]
        if height != self._heights[block]:
            self._heights[block] = height
            self._tops = None
        return lines

    def height(self, block: int) -> int:
        """How many rows the block takes, with the blank one after it."""
        if not self._exact[block]:
            self.lines(block)
        return self._heights[block]

    # -- places

    def spot(self, offset: int) -> Spot:
        """Where the character stands; what stands between lines belongs to the line before it."""
        if not len(self.blocks):
            return 0, 0
        block = self.blocks.at(offset)
        lines = self.lines(block)
        if offset >= self.blocks.ends[block] and self.blocks.gaps[block]:
            return block, len(lines) // 2
        return block, max(bisect_right(lines[::2], offset) - 1, 0)

    def offset(self, spot: Spot) -> int:
        """The first character of the row; for a blank row the end of the block before it."""
        block, row = spot
        if not len(self.blocks):
            return 0
        lines = self.lines(block)
        return lines[2 * row] if 2 * row < len(lines) else self.blocks.ends[block]

    def step(self, spot: Spot, by: int) -> tuple[Spot, int]:
        """The spot `by` rows away and how many rows that was: fewer at the start and the end of the document."""
        if not len(self.blocks):
            return spot, 0
        block, row = spot
        goal = row + by
        while goal < 0 and block > 0:
            block -= 1
            goal += self.height(block)
        while goal >= self.height(block) and block < len(self.blocks) - 1:
            goal -= self.height(block)
            block += 1
        reached = min(max(goal, 0), max(self.height(block) - 1, 0))
        return (block, reached), by - (goal - reached)

    @property
    def last(self) -> Spot:
        """The last row."""
        block = max(len(self.blocks) - 1, 0)
        return (block, max(self.height(block) - 1, 0)) if len(self.blocks) else (0, 0)

    def rows(self, spot: Spot, count: int) -> Iterator[Line]:
        """At most `count` rows from `spot` on."""
        block, row = spot
        while count > 0 and block < len(self.blocks):
            lines, numbers = self.lines(block), self.blocks.numbers
            end = self.height(block)
            for at in range(row, min(end, row + count)):
                if 2 * at < len(lines):
                    yield Line(lines[2 * at], lines[2 * at + 1], 0 if at else numbers[block])
                else:
                    yield Line(self.blocks.ends[block], self.blocks.ends[block], 0)
            count -= end - row
            block, row = block + 1, 0

    # -- the whole, for the scrollbar

    @property
    def tops(self) -> array[int]:
        """The number of each block's first row, and of the row after the last."""
        if self._tops is None:
            self._tops = array("I", accumulate(self._heights, initial=0))
        return self._tops

    @property
    def total(self) -> int:
        """How many rows the document takes."""
        return self.tops[-1]

    def row(self, spot: Spot) -> int:
        """The number of the row."""
        return self.tops[spot[0]] + spot[1]

    def row_of(self, offset: int) -> int:
        """The number of the character's row; in a long document estimated within its block, without wrapping."""
        if len(self.blocks) <= KEPT:
            return self.row(self.spot(offset))
        block = self.blocks.at(offset)
        start, end = self.blocks.starts[block], self.blocks.ends[block]
        lines = self._heights[block] - self.blocks.gaps[block]
        return self.tops[block] + min(lines * (offset - start) // max(end - start, 1), max(lines - 1, 0))

    def refine(self, until: float) -> bool:
        """Work out exact rows, at least one block and on until the clock (`perf_counter`) reads `until`.

        Whether all are exact now.
        """
        while self._refined < len(self.blocks):
            if not self._exact[self._refined]:
                self._wrapped(self._refined)
            self._refined += 1
            if perf_counter() > until:
                break
        return self._refined >= len(self.blocks)
