"""Links of the seeds against the pairs of passages marked by hand."""

from __future__ import annotations

from tests.bench.links.labels import seeds
from tests.bench.links.measure import drawn


def test_links_of_the_seeds_keep_their_figures() -> None:
    figures = dict(drawn(seeds()))
    assert figures["links same, right when same or related"].precision == 1
    assert figures["links same, right when same"].recall >= 0.5
    assert figures["all links, right when same or related"].precision >= 0.8
    assert figures["all links, right when same or related"].f1 >= 0.6
