"""Numbers as text: the small ones, which are the common ones, take one byte of UTF-8, the largest four or eight."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from tui.search.library.sealed import seal, unseal

T = TypeVar("T", bound=np.generic)
Numbers = NDArray[np.uint32]
_LEVEL = 4  # of 0 to 9: more makes chunks no smaller and takes longer
_AT_ONCE = 1 << 17  # places: a fifth of the time that millions at once take, as their numbers stay near
LARGE = 1_000_000  # numbers from here take two characters, the first of them not under this


def spell(numbers: Numbers | Sequence[int]) -> str:
    """Each number as one character, from a million on as two."""
    plain = np.asarray(numbers, np.uint32)
    large = plain >= LARGE
    if large.any():
        at = np.cumsum(large) - large + np.arange(len(plain))
        spread = np.zeros(len(plain) + int(large.sum()), np.uint32)
        spread[at] = np.where(large, LARGE + plain // LARGE, plain)
        spread[at[large] + 1] = plain[large] % LARGE
        plain = spread
    return plain.astype("<u4").tobytes().decode("utf-32-le", "surrogatepass")


def count(text: str) -> Numbers:
    """The numbers that `spell` wrote."""
    numbers = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4").astype(np.uint32)
    large = numbers >= LARGE
    if not large.any():
        return numbers
    at = np.flatnonzero(large)
    numbers[at] = (numbers[at] - LARGE) * LARGE + numbers[at + 1]
    return np.delete(numbers, at + 1)


def seal_text(text: str) -> bytes:
    """A text, sealed."""
    return seal(text.encode("utf-8", "surrogatepass"))


def unseal_text(stored: object) -> str:
    """The text that `seal_text` stored."""
    return unseal(stored).decode("utf-8", "surrogatepass")


def seal_deflated(text: str) -> bytes:
    """A text made smaller, sealed."""
    return seal(zlib.compress(text.encode("utf-8", "surrogatepass"), _LEVEL))


def unseal_deflated(stored: object) -> str:
    """The text that `seal_deflated` stored."""
    return inflated(stored).decode("utf-8", "surrogatepass")


def inflated(stored: object) -> bytes:
    """The bytes of that text."""
    return zlib.decompress(unseal(stored))


def seal_array(numbers: NDArray[np.uint32]) -> bytes:
    """Numbers of 32 bits, sealed."""
    return seal(numbers.astype("<u4").tobytes())


def unseal_array(stored: object) -> Numbers:
    """The numbers that `seal_array` stored."""
    return np.frombuffer(unseal(stored), "<u4").astype(np.uint32, copy=False)


def spread(
    values: Numbers,
    first: NDArray[np.integer],
    counts: NDArray[np.unsignedinteger],
    numbers: Numbers | NDArray[np.intp],
) -> tuple[Numbers, NDArray[np.intp]]:
    """The values of each of `numbers` in a row, and where those of each begin; those of `n` begin at `first[n]`."""
    return strung(values, first[numbers], counts[numbers])


def strung(
    values: NDArray[T], first: NDArray[np.integer], counts: NDArray[np.integer]
) -> tuple[NDArray[T], NDArray[np.intp]]:
    """So many values from each of these places in a row, and where those of each place begin."""
    begin = np.zeros(len(counts) + 1, np.intp)
    np.cumsum(counts, out=begin[1:])
    found = np.empty(int(begin[-1]), values.dtype)
    for here in range(0, len(counts), _AT_ONCE):
        some = slice(here, here + _AT_ONCE)
        low, high = begin[here], begin[min(some.stop, len(counts))]
        at = np.repeat(first[some] - begin[:-1][some] + low, counts[some])
        at += np.arange(high - low)
        found[low:high] = values[at]
    return found, begin
