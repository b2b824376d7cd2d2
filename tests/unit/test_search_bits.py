"""Sets of passages as integers behave as sets."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.search import bits

SETS = st.lists(st.integers(0, 499), max_size=300)


@given(SETS)
def test_a_set_has_the_members_it_was_made_of(passages: list[int]) -> None:
    assert list(bits.members(bits.of(500, passages))) == sorted(set(passages))


@given(SETS, st.integers(0, 20))
def test_the_first_members_are_the_lowest(passages: list[int], count: int) -> None:
    assert bits.first(bits.of(500, passages), count) == sorted(set(passages))[:count]


@given(st.lists(SETS, max_size=6))
def test_passages_are_counted_over_sets(sets: list[list[int]]) -> None:
    counted = bits.at_least(bits.of(500, passages) for passages in sets)
    for k in range(1, len(sets) + 1):
        expected = {p for p in range(500) if sum(p in passages for passages in sets) >= k}
        assert set(bits.members(counted[k])) == expected
