"""Rows of the table `block`: some passages of one article that follow each other, their places and their chunks.

A block is how many passages it has, in one byte, and then numbers as `tui.search.library.packed` writes them: how many
bytes the chunks of each passage take, all chunks; then where the first passage begins and its paragraph, the letters of
each passage, and of each but the first the step to it from the one before: the letters between, times eight, and the
paragraphs. Where a step is no such number, a block begins.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from tui.documents.model import Passage
from tui.search.library.batch import Batch
from tui.search.library.codes import Numbers, strung
from tui.search.library.dictionary import Dictionary
from tui.search.library.errors import DamagedError
from tui.search.library.packed import ONE, pack, unpack_each, unpack_few, unpack_parts, unpack_some
from tui.search.library.sealed import seal, unseal, unseal_all

_STEP = 3  # bits of paragraphs
_FAR = 1 << 24  # letters
_TOGETHER = 16  # passages: a row costs 13 bytes of its own, and reading one of its passages 3 µs more


def blocks(places: Sequence[array[int]], batch: Batch) -> Iterator[tuple[int, int, bytes]]:
    """The blocks of articles: the number of their first passage in the batch, of their article, and their bytes.

    `places` has start, end and paragraph of each passage of an article.
    """
    counts = [len(one) // 3 for one in places]
    document_of = np.repeat(np.arange(len(places)), counts)
    first_places, letters, steps, begins = _columns(places, counts)
    stops = np.concatenate([begins[1:], [batch.size]])[: len(begins)]
    at = 2 * np.arange(len(begins))
    chunks, first = pack(batch.chunks)
    first = first[batch.chunk_first]
    parts = (
        _cut(*pack(np.diff(first)), begins, stops), _cut(chunks, first, begins, stops),
        _cut(*pack(first_places), at, at + 2), _cut(*pack(letters), begins, stops),
        _cut(*pack(steps), begins + 1, stops),
    )  # fmt: skip
    heads = (stops - begins).astype(np.uint8).tobytes()
    for head, begin, document, *row in zip(heads, begins.tolist(), document_of[begins].tolist(), *parts, strict=True):
        yield begin, document, seal(b"".join((bytes((head,)), *row)))


def _cut(raw: bytes, first: NDArray[np.intp], begins: NDArray[np.intp], stops: NDArray[np.intp]) -> list[bytes]:
    """The numbers from each of `begins` to that of `stops`, which begin at `first`."""
    return [raw[low:high] for low, high in zip(first[begins].tolist(), first[stops].tolist(), strict=True)]


def _columns(places: Sequence[array[int]], counts: Sequence[int]) -> tuple[Numbers, Numbers, Numbers, NDArray[np.intp]]:
    """The places and paragraphs of the passages that begin a block, letters and steps of all, and which begin one."""
    flat = np.frombuffer(b"".join([one.tobytes() for one in places]), np.uint32)
    starts, ends, paragraphs = flat.astype(np.int64).reshape(-1, 3).T
    first = np.cumsum([0, *counts])[:-1]
    begins = (np.arange(len(starts)) - np.repeat(first, counts)) % _TOGETHER == 0
    gaps = starts - np.concatenate([[0], ends])[:-1]
    steps = paragraphs - np.concatenate([[0], paragraphs])[:-1]
    begins |= (gaps < 0) | (gaps >= _FAR) | (steps < 0) | (steps >> _STEP > 0)
    together = np.where(begins, 0, gaps << _STEP | steps)
    found = (np.stack([starts, paragraphs], 1)[begins].ravel(), ends - starts, together)
    first_places, letters, together = (column.astype(np.uint32) for column in found)
    return first_places, letters, together, np.flatnonzero(begins)


def batch_of(dictionary: Dictionary, found: Sequence[Block]) -> Batch:
    """The passages of blocks, as they were indexed."""
    return Batch(dictionary, *unpack_each([block.packed(at) for block in found for at in range(len(block))]))


def chunks_of(places: Sequence[int], stored: Sequence[object]) -> tuple[Numbers, NDArray[np.intp]]:
    """The chunks of one passage each of some blocks in a row, by their places there, and how many each has; raises
    DamagedError where a block has none."""
    rows = unseal_all(stored)
    if not all(rows):
        raise DamagedError("a passage of the index is missing")
    raw, lengths = np.frombuffer(b"".join(rows), np.uint8), np.fromiter(map(len, rows), np.intp, len(rows))
    first, at = np.cumsum(lengths) - lengths, np.array(places, np.intp)
    counts = raw[first].astype(np.intp)
    if (at >= counts).any() or (counts >= lengths).any():
        raise DamagedError("a passage of the index is missing")
    beside = np.arange(int(counts.max(initial=0)))
    sizes = raw[np.minimum(first[:, None] + 1 + beside, len(raw) - 1)].astype(np.intp)
    sizes[beside >= counts[:, None]] = 0
    begin = first + 1 + counts + np.where(beside < at[:, None], sizes, 0).sum(axis=1)
    size = sizes[np.arange(len(rows)), at]
    for row in np.flatnonzero((sizes >= ONE).any(axis=1)).tolist():  # a size of two bytes: the others stand elsewhere
        each, end = unpack_some(rows[row], 1, rows[row][0])
        begin[row], size[row] = int(first[row]) + end + sum(each[: places[row]]), each[places[row]]
    if (begin + size > first + lengths).any():
        raise DamagedError("a passage of the index is missing")
    return unpack_parts(*strung(raw, begin, size))


class Block:
    """A block read."""

    __slots__ = ("_bounds", "_row")

    def __init__(self, stored: object) -> None:
        """Raises DamagedError when the bytes are not those written."""
        self._row = unseal(stored)
        sizes, begin = unpack_some(self._row, 1, self._row[0] if self._row else 0)
        self._bounds = list(accumulate(sizes, initial=begin))

    def __len__(self) -> int:
        return len(self._bounds) - 1

    def passage(self, at: int) -> Passage:
        """The place of a passage in its document's clean text."""
        start, paragraph, *columns = unpack_few(self._row[self._bounds[-1] :])
        letters, steps = columns[: at + 1], columns[len(self) : len(self) + at]
        end = start + sum(letters) + sum(step >> _STEP for step in steps)
        return Passage(end - letters[-1], end, paragraph + sum(step & (1 << _STEP) - 1 for step in steps))

    def packed(self, at: int) -> bytes:
        """The chunks of a passage, packed."""
        return self._row[self._bounds[at] : self._bounds[at + 1]]

    def chunks(self, at: int) -> list[int]:
        """The chunks of a passage."""
        return unpack_few(self.packed(at))
