"""The forms of chunks as arrays: those of all chunks in a row, and of each chunk where its own begin.

Where they begin is kept for every sixteenth chunk; the others say how many forms stand between, and how many they
have, in the two halves of one number. That takes half the bytes of a number each, and no longer to look up.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from tui.search.library.codes import Numbers, strung

_TOGETHER = 4  # bits: chunks from one to the next that say where they begin
_HALVES = ((8, np.uint16), (16, np.uint32), (32, np.uint64))  # bits, and what two times as many go into


class Spelt(NamedTuple):
    """`forms` of all chunks; `begin` of every sixteenth chunk, `each` with the two numbers of every chunk."""

    forms: Numbers
    begin: Numbers
    each: NDArray[np.integer[Any]]

    def of(self, chunks: Numbers) -> tuple[Numbers, NDArray[np.intp]]:
        """The forms of these chunks in a row, and where those of each begin."""
        bits = self.each.itemsize * 4
        each = self.each[chunks]
        first = self.begin[chunks >> _TOGETHER] + (each & (1 << bits) - 1)
        return strung(self.forms, first, each >> bits)

    @property
    def counts(self) -> NDArray[np.integer[Any]]:
        """How many forms every chunk has."""
        return self.each >> self.each.itemsize * 4


def spelt(forms: Numbers, counts: Numbers) -> Spelt:
    """Keep the forms of chunks that have so many each."""
    first = np.cumsum(counts, dtype=np.uint32) - counts
    begin = first[:: 1 << _TOGETHER]
    before = first - begin[np.arange(len(first)) >> _TOGETHER]
    most = max(int(before.max(initial=0)), int(counts.max(initial=0)))
    bits, kind = next(half for half in _HALVES if not most >> half[0])
    halves = before.astype(np.uint64) | counts.astype(np.uint64) << np.uint64(bits)
    return Spelt(forms, begin, halves.astype(kind))


def stored(arrays: Mapping[str, NDArray[Any]]) -> Spelt:
    """The same from the arrays of an index."""
    return Spelt(arrays["forms"], arrays["begin"], arrays["each"])
