"""Numbers packed into bytes come back, however large and however many lie together."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.search.library.errors import DamagedError
from tui.search.library.packed import pack, unpack, unpack_each, unpack_few, unpack_some

NUMBERS = st.lists(st.one_of(st.integers(0, 400), st.integers(13_000, 14_000), st.integers(0, 2**32 - 1)), max_size=30)


@given(st.lists(NUMBERS, max_size=8))
def test_packed_numbers_come_back_together_and_apart(parts: list[list[int]]) -> None:
    packed = [pack(np.array(part, np.uint32))[0] for part in parts]
    numbers, counts = unpack_each(packed)
    assert [unpack(each).tolist() for each in packed] == parts
    assert [unpack_few(each) for each in packed] == parts
    assert numbers.tolist() == [number for part in parts for number in part]
    assert counts.tolist() == [len(part) for part in parts]


@given(NUMBERS, st.integers(0, 30))
def test_the_first_of_packed_numbers_are_read_alone(numbers: list[int], count: int) -> None:
    raw, bounds = pack(np.array(numbers, np.uint32))
    count = min(count, len(numbers))
    found, end = unpack_some(b"." + raw, 1, count)
    assert (list(found), end) == (numbers[:count], 1 + int(bounds[count]))


@pytest.mark.parametrize("damaged", [b"\xff", b"\x01\xff\xff", b"\xff" * 5 + b"\x01"])
def test_cut_numbers_are_noticed(damaged: bytes) -> None:
    with pytest.raises(DamagedError):
        unpack(damaged)
