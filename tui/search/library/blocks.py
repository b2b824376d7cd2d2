"""Rows of the table `block`: some passages of one article that follow each other, their places and their chunks.

A block is numbers as text (`tui.search.library.codes`): how many passages it has (32 more when a number takes two
characters), for each four numbers: letters since the end of the passage before (or since the beginning of the text),
its own letters, paragraphs since the one before, chunks; then all chunks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from tui.documents.model import Document, Passage
from tui.search.library import codes
from tui.search.library.batch import Batch
from tui.search.library.codes import LARGE, Numbers

_TOGETHER = 16  # passages: a row costs 13 bytes of its own, and reading one of its passages 3 µs more
_LARGE = 32


def blocks(documents: Sequence[Document], batch: Batch) -> Iterator[tuple[int, int, bytes]]:
    """The blocks of documents: the number of their first passage in the batch, of their document, and their bytes."""
    counts = [len(document.passages) for document in documents]
    document_of = np.repeat(np.arange(len(documents)), counts)
    heads, begins = _heads(documents, counts, np.diff(batch.chunk_first))
    large = max(int(heads.max(initial=0)), int(batch.chunks.max(initial=0))) >= LARGE
    write = _Large(heads, batch) if large else _Small(heads, batch)
    for begin, end in zip(begins.tolist(), [*begins[1:].tolist(), batch.size], strict=True):
        yield begin, int(document_of[begin]), codes.seal_text(write(begin, end))


class _Small:
    """Writes blocks whose numbers take a character each."""

    def __init__(self, heads: Numbers, batch: Batch) -> None:
        self._heads, self._chunks = codes.spell(heads.ravel()), codes.spell(batch.chunks)
        self._first = batch.chunk_first.tolist()

    def __call__(self, begin: int, end: int) -> str:
        """The block of some passages."""
        chunks = self._chunks[self._first[begin] : self._first[end]]
        return chr(end - begin) + self._heads[4 * begin : 4 * end] + chunks


class _Large:
    """Writes blocks with numbers of any size."""

    def __init__(self, heads: Numbers, batch: Batch) -> None:
        self._heads, self._batch = heads, batch

    def __call__(self, begin: int, end: int) -> str:
        """The block of some passages."""
        first = self._batch.chunk_first
        chunks = self._batch.chunks[first[begin] : first[end]]
        return chr(end - begin + _LARGE) + codes.spell(np.concatenate([self._heads[begin:end].ravel(), chunks]))


def _heads(
    documents: Sequence[Document], counts: Sequence[int], chunks: NDArray[np.intp]
) -> tuple[Numbers, NDArray[np.intp]]:
    """The four numbers of each passage, and the passages that begin a block."""
    flat = chain.from_iterable(chain.from_iterable(document.passages for document in documents))
    starts, ends, paragraphs = np.fromiter(flat, np.int64, 3 * sum(counts)).reshape(-1, 3).T
    first = np.cumsum([0, *counts])[:-1]
    begins = (np.arange(len(starts)) - np.repeat(first, counts)) % _TOGETHER == 0
    gaps = starts - np.concatenate([[0], ends])[:-1]
    steps = paragraphs - np.concatenate([[0], paragraphs])[:-1]
    begins |= (gaps < 0) | (steps < 0)
    heads = np.column_stack(
        [np.where(begins, starts, gaps), ends - starts, np.where(begins, paragraphs, steps), chunks]
    )
    return heads.astype(np.uint32), np.flatnonzero(begins)


class Block:
    """A block read."""

    __slots__ = ("_chunks", "_heads")

    def __init__(self, stored: object) -> None:
        """Raises DamagedError when the bytes are not those written."""
        text = codes.unseal_text(stored)
        count, large = ord(text[0]) % _LARGE, ord(text[0]) >= _LARGE
        numbers = codes.count(text[1:]).tolist() if large else []
        self._heads: Sequence[int] = numbers[: 4 * count] if large else list(map(ord, text[1 : 4 * count + 1]))
        self._chunks: Sequence[int] | str = numbers[4 * count :] if large else text[4 * count + 1 :]

    def __len__(self) -> int:
        return len(self._heads) // 4

    def passage(self, at: int) -> Passage:
        """The place of a passage in its document's clean text."""
        heads, end = self._heads, 0
        paragraph = sum(heads[2 : 4 * at + 3 : 4])
        end = sum(heads[0 : 4 * at + 1 : 4]) + sum(heads[1 : 4 * at + 2 : 4])
        return Passage(end - heads[4 * at + 1], end, paragraph)

    def spelt(self, at: int) -> str:
        """The chunks of a passage, as text."""
        begin = sum(self._heads[3 : 4 * at : 4])
        chunks = self._chunks[begin : begin + self._heads[4 * at + 3]]
        return chunks if isinstance(chunks, str) else codes.spell(chunks)

    def counts(self) -> Sequence[int]:
        """How many chunks each passage has."""
        return self._heads[3::4]

    def everything(self) -> str:
        """The chunks of all passages, as text."""
        return self._chunks if isinstance(self._chunks, str) else codes.spell(self._chunks)
