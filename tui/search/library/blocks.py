"""Rows of the table `block`: some passages of one article that follow each other, their places and their chunks.

A block is numbers as text (`tui.search.library.codes`): how many passages it has (32 more when a number takes two
characters), how many chunks each has, all chunks; then the letters of each passage since the end of the one before (or
since the beginning of the text), its own letters, the paragraphs since the one before.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from tui.documents.model import Passage
from tui.search.library import codes
from tui.search.library.batch import Batch
from tui.search.library.codes import LARGE, Numbers
from tui.search.library.dictionary import Dictionary
from tui.search.library.errors import DamagedError

_TOGETHER = 16  # passages: a row costs 13 bytes of its own, and reading one of its passages 3 µs more
_LARGE = 32


def blocks(places: Sequence[array[int]], batch: Batch) -> Iterator[tuple[int, int, bytes]]:
    """The blocks of articles: the number of their first passage in the batch, of their article, and their bytes.

    `places` has start, end and paragraph of each passage of an article.
    """
    counts = [len(one) // 3 for one in places]
    document_of = np.repeat(np.arange(len(places)), counts)
    heads, begins = _heads(places, counts, np.diff(batch.chunk_first))
    large = max(int(heads.max(initial=0)), int(batch.chunks.max(initial=0))) >= LARGE
    write = _Large(heads, batch) if large else _Small(heads, batch)
    for begin, end in zip(begins.tolist(), [*begins[1:].tolist(), batch.size], strict=True):
        yield begin, int(document_of[begin]), codes.seal_text(write(begin, end))


class _Small:
    """Writes blocks whose numbers take a character each."""

    def __init__(self, heads: Numbers, batch: Batch) -> None:
        self._heads, self._chunks = [codes.spell(column) for column in heads], codes.spell(batch.chunks)
        self._first = batch.chunk_first.tolist()

    def __call__(self, begin: int, end: int) -> str:
        """The block of some passages."""
        counts, *places = (column[begin:end] for column in self._heads)
        return "".join((chr(end - begin), counts, self._chunks[self._first[begin] : self._first[end]], *places))


class _Large:
    """Writes blocks with numbers of any size."""

    def __init__(self, heads: Numbers, batch: Batch) -> None:
        self._heads, self._batch = heads, batch

    def __call__(self, begin: int, end: int) -> str:
        """The block of some passages."""
        first = self._batch.chunk_first
        counts, *places = self._heads[:, begin:end]
        chunks = self._batch.chunks[first[begin] : first[end]]
        return chr(end - begin + _LARGE) + codes.spell(np.concatenate([counts, chunks, *places]))


def _heads(
    places: Sequence[array[int]], counts: Sequence[int], chunks: NDArray[np.intp]
) -> tuple[Numbers, NDArray[np.intp]]:
    """Of all passages the chunks, gaps, letters and steps in paragraphs; and the passages that begin a block."""
    flat = np.frombuffer(b"".join([one.tobytes() for one in places]), np.uint32)
    starts, ends, paragraphs = flat.astype(np.int64).reshape(-1, 3).T
    first = np.cumsum([0, *counts])[:-1]
    begins = (np.arange(len(starts)) - np.repeat(first, counts)) % _TOGETHER == 0
    gaps = starts - np.concatenate([[0], ends])[:-1]
    steps = paragraphs - np.concatenate([[0], paragraphs])[:-1]
    begins |= (gaps < 0) | (steps < 0)
    heads = [chunks, np.where(begins, starts, gaps), ends - starts, np.where(begins, paragraphs, steps)]
    return np.array(heads, np.uint32), np.flatnonzero(begins)


def batch_of(dictionary: Dictionary, found: Sequence[Block]) -> Batch:
    """The passages of blocks, as they were indexed."""
    chunks = codes.count("".join(block.everything() for block in found))
    return Batch(dictionary, chunks, [count for block in found for count in block.counts])


def spelt(stored: object, at: int) -> tuple[str, int]:
    """The chunks of one passage of a block, as text, and how many they are; raises DamagedError where it has none."""
    text = codes.unseal_text(stored)
    size = ord(text[0])
    if size >= _LARGE:
        block = Block(stored)
        size = len(block)
        if at < size:
            return block.spelt(at), block.counts[at]
    if at >= size:
        raise DamagedError("a passage of the index is missing")
    begin = size + 1 + sum(map(ord, text[1 : at + 1]))
    count = ord(text[at + 1])
    return text[begin : begin + count], count


class Block:
    """A block read."""

    __slots__ = ("_first", "_text", "counts")

    def __init__(self, stored: object) -> None:
        """Raises DamagedError when the bytes are not those written."""
        text = codes.unseal_text(stored)
        size = ord(text[0])
        if size < _LARGE:
            self._text: str | list[int] = text
            self.counts: Sequence[int] = list(map(ord, text[1 : size + 1]))
        else:
            size -= _LARGE
            self._text = [0, *codes.count(text[1:]).tolist()]
            self.counts = self._text[1 : size + 1]
        self._first = size + 1

    def __len__(self) -> int:
        return len(self.counts)

    def passage(self, at: int) -> Passage:
        """The place of a passage in its document's clean text."""
        size, begin = len(self.counts), self._first + sum(self.counts)
        gaps, letters, steps = (self._numbers(begin + i * size, begin + i * size + at + 1) for i in range(3))
        end = sum(gaps) + sum(letters)
        return Passage(end - letters[-1], end, sum(steps))

    def _numbers(self, begin: int, end: int) -> list[int]:
        part = self._text[begin:end]
        return list(map(ord, part)) if isinstance(part, str) else part

    def spelt(self, at: int) -> str:
        """The chunks of a passage, as text."""
        begin = self._first + sum(self.counts[:at])
        return self._spelt(begin, begin + self.counts[at])

    def everything(self) -> str:
        """The chunks of all passages, as text."""
        return self._spelt(self._first, self._first + sum(self.counts))

    def _spelt(self, begin: int, end: int) -> str:
        part = self._text[begin:end]
        return part if isinstance(part, str) else codes.spell(part)
