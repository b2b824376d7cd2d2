"""Numbers as bytes: the 186 smallest, which are the commonest, take one byte, 13,020 more take two, 911,400 more three.

A byte under 186 ends a number, one from there on is a digit to the base of 70 before that: so the end of each number is
seen without reading those before it, and arrays of numbers are read and written at once. (A dense code as of Brisaboa
and others, 2003; of the words of a text it takes an eighth less than UTF-8, where 1,920 numbers take two bytes.)
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from tui.search.library.codes import Numbers
from tui.search.library.errors import DamagedError

ONE = 186  # numbers from here take more than one byte
_ENDS, _DIGITS, _LONGEST = ONE, 70, 5
_BASES = (0, *accumulate(_ENDS * _DIGITS**digits for digits in range(_LONGEST - 1)))  # the first of so many digits
_AT_ONCE = 1 << 17  # numbers: together with what is made of them they stay near
_FIRST = np.array(_BASES, np.uint32)


def pack(numbers: NDArray[np.integer]) -> tuple[bytes, NDArray[np.intp]]:
    """Numbers of up to 32 bits as bytes, and where those of each begin; the last of these is where all end."""
    bounds = np.zeros(len(numbers) + 1, np.intp)
    parts = []
    for here in range(0, len(numbers), _AT_ONCE):
        some = numbers[here : here + _AT_ONCE].astype(np.uint32)
        raw, bounds[here + 1 : here + 1 + len(some)] = _packed(some)
        bounds[here + 1 : here + 1 + len(some)] += bounds[here]
        parts.append(raw.tobytes())
    return b"".join(parts), bounds


def _packed(plain: Numbers) -> tuple[NDArray[np.uint8], NDArray[np.intp]]:
    """Numbers as bytes, and where those of each end."""
    size = np.ones(len(plain), np.uint8)
    for first in _FIRST[1:][_FIRST[1:] <= plain.max(initial=0)]:
        size += plain >= first
    ends = np.cumsum(size, dtype=np.intp)
    raw = np.zeros(int(ends[-1]), np.uint8)
    raw[ends - 1] = plain.astype(np.uint8)  # right where one byte is enough
    long = np.flatnonzero(size > 1)
    at, size = ends[long] - 1, size[long]
    rest, base = plain[long] - _FIRST[size - 1], np.uint32(_ENDS)
    while len(at):
        digits = rest // base  # by one number, which is fast, as divmod is not
        raw[at] = rest - digits * base + np.uint32(0 if base == _ENDS else _ENDS)
        more = size > 1
        at, size, rest, base = at[more] - 1, size[more] - 1, digits[more], np.uint32(_DIGITS)
    return raw, ends


def unpack(raw: bytes) -> Numbers:
    """The numbers that `pack` wrote; raises DamagedError where the last has no end or one is too long."""
    return _read(np.frombuffer(raw, np.uint8))[0]


def unpack_each(parts: Sequence[bytes]) -> tuple[Numbers, NDArray[np.intp]]:
    """The numbers of some parts in a row, and how many each has."""
    return unpack_parts(np.frombuffer(b"".join(parts), np.uint8), np.cumsum([0, *map(len, parts)]))


def unpack_parts(raw: NDArray[np.uint8], bounds: NDArray[np.intp]) -> tuple[Numbers, NDArray[np.intp]]:
    """The same of parts that stand in a row between these bounds."""
    numbers, ends = _read(raw)
    return numbers, np.diff(np.searchsorted(ends, bounds))


def _read(raw: NDArray[np.uint8]) -> tuple[Numbers, NDArray[np.intp]]:
    """The numbers, and where each ends."""
    ends = np.flatnonzero(raw < _ENDS)
    size = np.diff(ends, prepend=-1)
    longest = int(size.max(initial=0))
    if longest > _LONGEST or (len(raw) and (not len(ends) or ends[-1] != len(raw) - 1)):
        raise DamagedError("numbers of the index are cut off")
    numbers = raw[ends].astype(np.uint32)
    at, worth = np.arange(len(ends)), _ENDS
    for digit in range(1, longest):
        at = at[size[at] > digit]
        numbers[at] += (raw[ends[at] - digit].astype(np.uint32) - np.uint32(_ENDS)) * np.uint32(worth)
        worth *= _DIGITS
    return numbers + _FIRST[size - 1], ends


def unpack_some(raw: bytes, at: int, count: int) -> tuple[Sequence[int], int]:
    """So many numbers from a byte on, behind which nothing but numbers stands, and the byte behind them."""
    plain = raw[at : at + count]
    if len(plain) == count and max(plain, default=0) < _ENDS:  # as most are
        return plain, at + count
    found: list[int] = []
    high = size = 0
    while len(found) < count and at < len(raw) and size < _LONGEST:
        byte = raw[at]
        at += 1
        if byte < _ENDS:
            found.append(byte + _ENDS * high + _BASES[size])
            high = size = 0
        else:
            high, size = high * _DIGITS + byte - _ENDS, size + 1
    if len(found) < count:
        raise DamagedError("numbers of the index are cut off")
    return found, at


def unpack_few(raw: bytes) -> list[int]:
    """The numbers that `pack` wrote: of a hundred bytes or less in a third of the time that arrays take."""
    return list(unpack_some(raw, 0, sum(map(_ENDS.__gt__, raw)))[0])
