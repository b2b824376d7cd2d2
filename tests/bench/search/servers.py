"""The library on PostgreSQL servers beside the one on disk: the same hits, and what a key costs.

Run: `python -m tests.bench.search.servers --help`. It starts servers of its own on loopback, with the programs of
Debian's package.
"""

from __future__ import annotations

import argparse
import gc
import os
import platform
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import quantiles
from time import perf_counter, process_time

from tests.bench.search.corpus import documents, standard_folders
from tests.bench.search.library import Asked, articles, queries
from tests.server.cluster import running
from tui.search import Library
from tui.search.library.searcher import LibrarySearcher
from tui.search.postgres.library import SharedLibrary
from tui.search.postgres.searcher import SharedSearcher

Searcher = LibrarySearcher | SharedSearcher


def main() -> None:
    """Print the figures."""
    options = _options()
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as name, running() as one, running() as other:
        base = Path(name)
        corpus = documents(min(options.passages, options.distinct), [*standard_folders(), *options.text])
        folder, passages, size = articles(base / "articles", corpus, options.passages)
        asked = queries(corpus, options.seed, options.each)
        print(f"{passages:,} passages, {size / 2**20:.1f} MB of text, {len(asked)} queries")
        Library.build(base / "library", [folder])
        on_disk = Library.open(base / "library")
        _measure("on disk", on_disk, asked, options.keys)
        for what, addresses in (("one server", [one.database()]), ("two servers", [one.database(), other.database()])):
            shared = SharedLibrary(addresses)
            started, began = process_time(), perf_counter()
            shared.add([folder])
            spent, waited = process_time() - started, perf_counter() - began
            print(f"{what}: build {spent:.1f} s CPU, {waited:.1f} s, {shared.status().bytes / 2**20:.1f} MB")
            began = perf_counter()
            searcher = shared.open()
            searcher.search("first answer")
            print(f"{what}: open to the first answer {(perf_counter() - began) * 1000:.0f} ms")
            same = sum(searcher.search(query.known.typed) == on_disk.search(query.known.typed) for query in asked)
            print(f"{what}: the same results as on disk for {same} of {len(asked)} queries")
            _measure(what, searcher, asked, options.keys)
            searcher.close()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.search.servers", description=__doc__)
    parser.add_argument("--passages", type=int, default=100_000)
    parser.add_argument("--distinct", type=int, default=100_000, help="different passages; the rest are copies")
    parser.add_argument("--text", type=Path, action="append", default=[], help="a further folder with prose")
    parser.add_argument("--seed", type=int, default=2)
    parser.add_argument("--each", type=int, default=14, help="queries a class")
    parser.add_argument("--keys", type=int, default=60, help="queries typed letter by letter")
    return parser.parse_args()


def _measure(what: str, searcher: Searcher, asked: Sequence[Asked], keys: int) -> None:
    times = list(_times(searcher, asked[:: max(1, len(asked) // keys)]))
    for name, spent in zip(("CPU", "wall"), zip(*times, strict=True), strict=True):
        cut = quantiles(spent, n=100, method="inclusive")
        figures = f"p50 {cut[49]:.2f} p95 {cut[94]:.2f} p99 {cut[98]:.2f} max {max(spent):.1f}"
        print(f"{what}: {len(spent)} keys, {name} ms {figures}")


def _times(searcher: Searcher, asked: Sequence[Asked]) -> Iterator[tuple[float, float]]:
    """CPU of this process and wall time, in ms, of every key of every query."""
    gc.disable()
    for query in asked:
        for end in range(1, len(query.known.typed) + 1):
            began, started = perf_counter(), process_time()
            searcher.search(query.known.typed[:end])
            yield (process_time() - started) * 1000, (perf_counter() - began) * 1000
    gc.enable()


if __name__ == "__main__":
    main()
