"""The chunks of single passages come out of many blocks at once as they do out of each."""

from __future__ import annotations

import numpy as np
import pytest

from tui.search.library.blocks import Block, chunks_of
from tui.search.library.errors import DamagedError
from tui.search.library.packed import pack
from tui.search.library.sealed import seal


def _block(*lengths: int) -> bytes:
    """A block with passages of so many chunks."""
    parts = [pack(np.arange(length, dtype=np.uint32) * 7 + 3)[0] for length in lengths]
    sizes, _ = pack(np.array([len(part) for part in parts], np.uint32))
    places, _ = pack(np.zeros(3 * len(parts), np.uint32))
    return seal(bytes((len(parts),)) + sizes + b"".join(parts) + places)


BLOCKS = [_block(3, 0, 20), _block(5), _block(*range(16)), _block(4, 300, 20_000, 2), _block(1, 2)]


@pytest.mark.parametrize("places", [[0, 0, 15, 2, 1], [2, 0, 0, 3, 0], [1, 0, 7, 1, 1]])
def test_chunks_of_blocks_are_those_of_each(places: list[int]) -> None:
    chunks, counts = chunks_of(places, BLOCKS)
    each = [Block(block).chunks(at) for at, block in zip(places, BLOCKS, strict=True)]
    assert (chunks.tolist(), counts.tolist()) == ([n for one in each for n in one], list(map(len, each)))


def test_no_blocks_have_no_chunks() -> None:
    assert [len(each) for each in chunks_of([], [])] == [0, 0]


@pytest.mark.parametrize("row", [b"", b"\x00", b"\x03", b"\x01\x09\x01", b"\x02\xff\xff\x01"])
def test_a_block_without_the_passage_is_noticed(row: bytes) -> None:
    with pytest.raises(DamagedError):
        chunks_of([0, 0], [BLOCKS[0], seal(row)])
