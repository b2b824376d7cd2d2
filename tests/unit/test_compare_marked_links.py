"""Links of the seeds against the pairs of passages marked by hand."""

from __future__ import annotations

import pytest

from tests.bench.links.labels import event, seeds
from tests.bench.links.measure import drawn
from tui.evidence import compare


def test_links_of_the_seeds_keep_their_figures() -> None:
    figures = dict(drawn(seeds()))
    assert figures["links same, right when same or related"].precision == 1
    assert figures["links same, right when same"].precision >= 0.9
    assert figures["all links, right when same or related"].precision >= 0.9
    assert figures["all links, right when same or related"].f1 >= 0.62


@pytest.mark.parametrize(("name", "least"), [("fire", 0.77), ("trial", 0.76), ("crash", 0.66), ("theft", 0.92)])
def test_links_of_freely_told_events_keep_their_figures(name: str, least: float) -> None:
    assert dict(drawn(event(name)))["all links, right when same or related"].f1 >= least


def test_in_a_pool_of_many_events_few_links_join_two_of_them() -> None:
    pools = [event(name) for name in ("storm", "merger", "theft", "crash")]
    home = [number for number, pool in enumerate(pools) for _ in pool.documents]
    comparison = compare([document for pool in pools for document in pool.documents])
    ends = [
        (home[comparison.passages[link.a].document], home[comparison.passages[link.b].document])
        for link in comparison.links
    ]
    assert sum(one != other for one, other in ends) < 0.06 * len(ends)
