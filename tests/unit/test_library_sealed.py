"""Values in the index come back as they went in, or are refused."""

from __future__ import annotations

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.search.library.errors import DamagedError
from tui.search.library.sealed import (
    SURROGATES,
    seal,
    seal_line,
    seal_set,
    unseal,
    unseal_line,
    unseal_set,
    unseal_union,
)

NUMBERS = st.integers(0, 2**32 - 1)
FORMS = st.integers(0, 2 * 10**9).filter(lambda form: form not in SURROGATES)


@given(st.lists(FORMS, max_size=60))
def test_the_forms_of_a_line_come_back(forms: list[int]) -> None:
    assert unseal_line(seal_line(forms)) == forms


@given(st.sets(NUMBERS, max_size=60))
def test_sets_and_numbers_come_back(numbers: set[int]) -> None:
    assert set(unseal_set(seal_set(array("I", sorted(numbers))))) == numbers


@given(st.lists(st.sets(NUMBERS, max_size=30), max_size=6))
def test_sets_are_joined(sets: list[set[int]]) -> None:
    stored = [seal_set(array("I", sorted(numbers))) for numbers in sets]
    assert set(unseal_union(stored)) == set().union(*sets)


@given(st.integers(0, 2**31), st.integers(0, 2_000))
def test_passages_in_a_row_come_back(first: int, count: int) -> None:
    row = range(first, first + count)
    assert list(unseal_set(seal_set(array("I", row)))) == list(row)


@given(st.binary(max_size=60), st.integers(0, 63), st.integers(1, 255))
def test_a_changed_byte_is_noticed(value: bytes, at: int, by: int) -> None:
    stored = bytearray(seal(value))
    stored[at % len(stored)] ^= by
    with pytest.raises(DamagedError):
        unseal(bytes(stored))


@pytest.mark.parametrize("stored", [None, b"", b"abc", 5, "text"])
def test_what_is_no_value_is_refused(stored: object) -> None:
    with pytest.raises(DamagedError):
        unseal(stored)
