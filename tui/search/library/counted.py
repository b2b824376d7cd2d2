"""What short forms stand for and how often, as arrays: hundreds of thousands of long forms are counted at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tui.search.acronyms import Long
from tui.search.library.codes import Numbers, strung

Signed = NDArray[np.int64]
Places = NDArray[np.intp]
_HALF = np.uint64(32)


class Counted(NamedTuple):
    """Long forms: that of `shorts[of[i]]`, which comes `counts[i]` times, has the next `sizes[i]` of `words`."""

    shorts: Sequence[str]
    of: Places
    counts: Signed
    sizes: Places
    words: Numbers

    def ordered(self) -> Counted:
        """Those that come at all: the short forms sorted, and of each the commonest long ones first."""
        order = sorted(range(len(self.shorts)), key=self.shorts.__getitem__)
        ranks = np.empty(len(order), np.intp)
        ranks[order] = np.arange(len(order))
        of, kept = ranks[self.of], np.flatnonzero(self.counts > 0)
        kept = kept[np.lexsort((-self.counts[kept], of[kept]))]
        first = np.cumsum(self.sizes) - self.sizes
        words, _ = strung(self.words, first[kept], self.sizes[kept])
        return Counted([self.shorts[at] for at in order], of[kept], self.counts[kept], self.sizes[kept], words)


def counted(learned: Mapping[tuple[str, Long], int]) -> Counted:
    """What was counted one by one."""
    shorts = list(dict.fromkeys(short for short, _ in learned))
    places = {short: at for at, short in enumerate(shorts)}
    of = np.array([places[short] for short, _ in learned], np.intp)
    sizes = np.array([len(long) for _, long in learned], np.intp)
    words = np.array([word for _, long in learned for word in long], np.uint32)
    return Counted(shorts, of, np.array(list(learned.values()), np.int64), sizes, words)


def added(parts: Iterable[Counted]) -> Counted:
    """All of these together, each long form of a short one once."""
    every = list(parts)
    shorts = list(dict.fromkeys(short for part in every for short in part.shorts))
    places = {short: at for at, short in enumerate(shorts)}
    of = np.concatenate([np.array([places[short] for short in part.shorts], np.intp)[part.of] for part in every])
    counts = np.concatenate([part.counts for part in every])
    sizes, words = np.concatenate([part.sizes for part in every]), np.concatenate([part.words for part in every])
    first = np.cumsum(sizes) - sizes
    group = _grouped(of, first, sizes, words)
    kept = np.empty(int(group.max(initial=-1)) + 1, np.intp)
    kept[group] = np.arange(len(group))
    total = np.zeros(len(kept), np.int64)
    np.add.at(total, group, counts)
    return Counted(shorts, of[kept], total, sizes[kept], strung(words, first[kept], sizes[kept])[0])


def _grouped(of: Places, first: Places, sizes: Places, words: Numbers) -> Places:
    """A number for every long form: the same where short form and words are the same."""
    group, left = of.astype(np.uint64), np.arange(len(of))
    for at in range(int(sizes.max(initial=0))):
        left = left[sizes[left] > at]
        group[left] = _numbered(group[left] << _HALF | words[first[left] + at])
    return _numbered(group << _HALF | sizes.astype(np.uint64)).astype(np.intp)


def _numbered(keys: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The different keys numbered."""
    found: NDArray[np.uint64] = np.unique(keys, return_inverse=True)[1].astype(np.uint64)
    return found
