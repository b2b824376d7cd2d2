"""Sets of passages in halves come back as they were, and take less than Roaring's bytes or are left to it."""

from __future__ import annotations

from array import array

import numpy as np
import pytest
from pyroaring import FrozenBitMap

from tui.search.library import halves
from tui.search.library.sealed import seal, seal_packed, seal_set, unseal, unseal_set, unseal_union

SCATTERED = np.random.default_rng(5)


def _some(one_in: float, first: int = 0, size: int = 1_000_000) -> np.ndarray[tuple[int], np.dtype[np.uint32]]:
    return (np.flatnonzero(SCATTERED.random(size) < 1 / one_in) + first).astype(np.uint32)


@pytest.mark.parametrize("first", [0, 70_001, 2**32 - 1_000_000])
@pytest.mark.parametrize("one_in", [2, 9, 15.5, 16.5, 50, 300, 900])
def test_passages_come_back_as_they_were(one_in: float, first: int) -> None:
    passages = _some(one_in, first)
    known = FrozenBitMap(array("I", passages.tobytes()))
    stored = seal_packed(known)
    assert stored == seal_packed(array("I", passages.tobytes()))
    assert unseal_set(stored) == unseal_union([stored, seal_set(known)]) == known
    assert halves.is_packed(unseal(stored)) == (one_in > 8)


def test_a_dense_part_beside_a_thin_one_comes_back() -> None:
    passages = np.concatenate([_some(2, 65_536, 12_000), _some(60, 200_000)])
    value = halves.packed(passages)
    assert value is not None
    assert FrozenBitMap.deserialize(halves.roaring(value)) == FrozenBitMap(array("I", passages.tobytes()))


@pytest.mark.parametrize(("one_in", "part"), [(20, 0.45), (100, 0.65), (600, 0.75)])
def test_scattered_passages_take_much_less(one_in: float, part: float) -> None:
    known = FrozenBitMap(array("I", _some(one_in).tobytes()))
    assert len(seal_packed(known)) < part * len(seal_set(known))


def test_few_passages_and_passages_in_runs_are_left_to_roaring() -> None:
    runs = [passage + at for passage in range(0, 1_000_000, 1_000) for at in range(20)]
    for passages in (range(halves.LEAST - 1), runs, range(0, 10**9, 10**6)):
        few = FrozenBitMap(passages)
        assert seal_packed(few) == seal(few.serialize())
