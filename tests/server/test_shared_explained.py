"""What a score is the sum of, told of a hit on servers as of one in memory."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.server.cluster import Cluster
from tests.unit.library_files import TEXTS, in_memory
from tui.search.postgres.library import SharedLibrary


@pytest.mark.parametrize("query", ["harbor pier", "fishng boats", "WHO", "'mayor !boats"])
def test_servers_explain_as_memory_does(cluster: Cluster, folder: Path, query: str) -> None:
    library = SharedLibrary([cluster.database()])
    library.add([folder])
    here, there = in_memory([folder / name for name in sorted(TEXTS)]), library.open()
    hits = there.search(query).hits
    assert hits
    for hit in hits:
        found = there.explain(query, hit)
        assert found == here.explain(query, hit)
        assert found is not None and found.score == pytest.approx(hit.score)
    there.close()
