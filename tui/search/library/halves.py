"""Sets of passages in fewer bytes than Roaring takes, each number cut in two halves (after Elias and Fano).

Roaring takes 16 bits for each passage of a thin set. Here the lowest four or eight bits of all numbers lie side by
side, and a row of bits tells the others: a one for each number, and before it a zero for each step from the others of
the number before to its own. A word in one of a hundred passages takes half the bytes so. What is denser, stands in
runs, or is small stays as Roaring has it, which is read without a look at each passage: so do the sets of words, of
which a key reads six with a thousand passages or more.

A value is how many bits are the lowest, in one byte, how many passages and the others of the first, in four each, then
the lowest and the row. None has the first byte of Roaring's (roaringbitmap.org, the portable form).
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from tui.search.library.piecewise import pieces, where

LEAST = 1024  # passages: Roaring reads less in a tenth of the time
_BITS = (8, 4)
_NIBBLE = 4
_WORTH = 7 / 8  # of Roaring's bytes
Numbers = NDArray[np.uint32]
_HEAD = struct.Struct("<BII")
_CONTAINER, _MOST_LISTED, _BITMAP = 16, 4096, 8192  # Roaring: bits of a container, most numbers listed, bytes of bits
_COOKIE = 12346  # no container has runs


def packed(passages: Numbers) -> bytes | None:
    """These passages, ascending, as halves; None where Roaring takes as little."""
    if len(passages) < LEAST:
        return None
    size, bits = min((_size(passages, bits), bits) for bits in _BITS)
    return _packed(passages, bits) if size < _WORTH * _as_roaring(passages) else None


def is_packed(value: bytes) -> bool:
    """Whether a set is stored so; few passages lie as plain numbers, of which some begin so too."""
    return len(value) > LEAST // 2 and value[0] in _BITS


def roaring(value: bytes) -> bytes:
    """The portable Roaring bytes of the same set."""
    passages = unpacked(value)
    low, containers = passages.astype(np.uint16), list(_containers(passages))
    heads, places, at = array("H"), array("I"), 8 + 8 * len(containers)
    for number, here in containers:
        heads.extend((number, here.stop - here.start - 1))
        places.append(at)
        at += min(2 * (here.stop - here.start), _BITMAP)
    head = struct.pack("<II", _COOKIE, len(containers)) + heads.tobytes() + places.tobytes()
    if at == len(head) + low.nbytes and len(low) <= _MOST_LISTED * len(containers):
        return head + low.tobytes()
    return head + b"".join(_container(low[here]) for _, here in containers)


def unpacked(value: bytes) -> Numbers:
    """The passages of a set."""
    bits, count, first = _HEAD.unpack_from(value)
    raw = np.frombuffer(value, np.uint8, offset=_HEAD.size)
    size = (bits * count + 7) // 8
    passages = where(np.unpackbits(raw[size:], bitorder="little").view(np.bool_))
    for here in pieces(count):
        passages[here] += np.uint32(first) - np.arange(here.start, here.stop, dtype=np.uint32)
    passages <<= np.uint32(bits)
    if bits == _NIBBLE:
        passages[0::2] |= raw[:size] & np.uint8(15)
        passages[1::2] |= raw[: count // 2] >> np.uint8(_NIBBLE)
    else:
        passages |= raw[:size]
    return passages


def _packed(passages: Numbers, bits: int) -> bytes:
    upper = passages >> np.uint32(bits)
    first = int(upper[0])
    row = np.zeros(len(passages) + int(upper[-1]) - first + 1, np.bool_)
    row[upper - np.uint32(first) + np.arange(len(passages), dtype=np.uint32)] = True
    low = passages.astype(np.uint8)
    if bits == _NIBBLE:
        low = np.append(low & np.uint8(15), np.zeros(len(low) % 2, np.uint8))
        low = low[0::2] | low[1::2] << np.uint8(_NIBBLE)
    head = _HEAD.pack(bits, len(passages), first)
    return head + low.tobytes() + np.packbits(row, bitorder="little").tobytes()


def _size(passages: Numbers, bits: int) -> float:
    """How many bytes halves take."""
    steps = (int(passages[-1]) >> bits) - (int(passages[0]) >> bits)
    return (len(passages) * (bits + 1) + steps) / 8


def _as_roaring(passages: Numbers) -> int:
    """About how many bytes Roaring takes."""
    counts = (here.stop - here.start for _, here in _containers(passages))
    runs = 1 + int(np.count_nonzero(np.diff(passages) != 1))
    listed: int = sum(8 + min(2 * count, _BITMAP) for count in counts)
    return min(listed, 4 * runs)


def _containers(passages: Numbers) -> Iterator[tuple[int, slice]]:
    """The containers that passages lie in, and which of the passages."""
    first, last = int(passages[0]) >> _CONTAINER, int(passages[-1]) >> _CONTAINER
    limits = np.arange(first + 1, last + 1, dtype=np.uint32) << np.uint32(_CONTAINER)
    begin = 0
    for number, end in enumerate([*np.searchsorted(passages, limits).tolist(), len(passages)], first):
        if end > begin:
            yield number, slice(begin, end)
        begin = end


def _container(low: NDArray[np.uint16]) -> bytes:
    if len(low) <= _MOST_LISTED:
        return low.tobytes()
    flags = np.zeros(1 << _CONTAINER, np.bool_)
    flags[low] = True
    return np.packbits(flags, bitorder="little").tobytes()
