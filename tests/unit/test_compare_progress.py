"""Comparing tells how far it is, and ends at once when it is told to."""

from __future__ import annotations

import pytest

from tests.unit.compared_articles import seeds
from tui.evidence import compare


def test_progress_runs_from_nothing_to_all_documents() -> None:
    told: list[tuple[int, int]] = []
    compare(seeds(), progress=lambda done, of: told.append((done, of)))
    assert told == sorted(told)
    assert set(told) == {(0, 3), (1, 3), (2, 3), (3, 3)}


@pytest.mark.parametrize("call", range(2, 20, 4))
def test_whenever_progress_is_told_of_it_may_end_the_comparison(call: int) -> None:
    calls = 0

    def stop(done: int, of: int) -> None:
        nonlocal calls
        calls += 1
        if calls == call:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        compare(seeds(), progress=stop)
    assert calls == call


def test_what_progress_raises_ends_the_comparison() -> None:
    def stop(done: int, of: int) -> None:
        if done == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        compare(seeds(), progress=stop)


@pytest.mark.parametrize("number", [0, 1])
def test_fewer_than_two_documents_have_nothing_to_compare(number: int) -> None:
    comparison = compare(seeds()[:number])
    assert (comparison.links, comparison.groups, comparison.differences) == ((), (), ())
