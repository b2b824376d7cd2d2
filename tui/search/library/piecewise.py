"""Looking through long arrays piece by piece.

What a look at a million numbers leaves to be freed is as large as they are: the system has to map and to clear it for
every look, or the process keeps it for good. A piece stays in the processor's own memory, and what it leaves behind is
used for the next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.uint32]
_PIECE = 1 << 13  # numbers: of 64 bits as many bytes as are not yet mapped on their own


def pieces(size: int) -> Iterator[slice]:
    """The places under `size`, some at a time."""
    return (slice(at, min(at + _PIECE, size)) for at in range(0, size, _PIECE))


def which(size: int, look: Callable[[slice], NDArray[np.bool_]]) -> NDArray[np.bool_]:
    """What `look` says of the places in each piece, of all places under `size`."""
    found = np.empty(size, np.bool_)
    for here in pieces(size):
        found[here] = look(here)
    return found


def where(flags: NDArray[np.bool_]) -> Numbers:
    """The places of those that are true."""
    each = (np.flatnonzero(flags[here]).astype(np.uint32) + np.uint32(here.start) for here in pieces(len(flags)))
    return np.concatenate([np.zeros(0, np.uint32), *each])


def places(sorted_numbers: Numbers, wanted: Numbers) -> Numbers:
    """Of each of these the place of the last number that is not above it."""
    found = np.empty(len(wanted), np.uint32)
    for here in pieces(len(wanted)):
        found[here] = np.searchsorted(sorted_numbers, wanted[here], "right") - 1
    return found


def has(array: NDArray[Any], number: int) -> Numbers:
    """The places where an array has this number."""
    return where(which(len(array), lambda here: array[here] == number))
