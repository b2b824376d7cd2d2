"""A briefing in memory: recall of known passages by class, CPU a key in typed sessions, brute force beside it."""

from __future__ import annotations

import argparse
import gc
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from statistics import quantiles
from time import process_time

from rapidfuzz import fuzz, process

import tui.search
from tests.bench.search.corpus import documents, standard_folders
from tests.bench.search.queries import Known, Maker
from tui.search.fold import words
from tui.search.searcher import DocumentSearcher


def main() -> None:
    """Print the figures."""
    options = _options()
    started = process_time()
    folders = [*standard_folders(), *options.text]
    collection = documents(options.passages, folders)
    print(f"corpus read in {process_time() - started:.1f} s")
    started = process_time()
    searcher = tui.search.open(collection)
    opened = process_time() - started
    searcher.warm()
    index = searcher.index
    print(f"{index.size} passages, {len(index.vocabulary.words)} words, {len(index.words)} tokens, open {opened:.2f} s")
    known = Maker(index, options.seed).make(options.each)
    _recall(searcher, known, options.misses)
    if options.keys:
        _typed(searcher, known[:: max(1, len(known) // options.keys)])
    if options.brute:
        _brute(searcher, known)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.search.memory", description=__doc__)
    parser.add_argument("--passages", type=int, default=10_000)
    parser.add_argument("--text", type=Path, action="append", default=[], help="a further folder with prose")
    parser.add_argument("--seed", type=int, default=1, help="of the queries; 2 is held out")
    parser.add_argument("--each", type=int, default=22, help="queries a class")
    parser.add_argument("--keys", type=int, default=60, help="queries typed letter by letter")
    parser.add_argument("--brute", action="store_true", help="rapidfuzz partial_ratio over all passages beside it")
    parser.add_argument("--misses", action="store_true", help="print what was not found")
    return parser.parse_args()


def _recall(searcher: DocumentSearcher, known: Sequence[Known], misses: bool) -> None:
    found: dict[str, list[bool]] = defaultdict(list)
    for query in known:
        hits = searcher.search(query.typed).hits
        places = {(hit.source, hit.span) for hit in hits}
        meant = {_place(searcher, passage) for passage in query.meant}
        found[query.kind].append(bool(places & meant))
        if misses and not places & meant:
            print(f"  {query.kind}: {query.typed!r} means {searcher.index.text(min(query.meant))[:150]!r}")
    for kind, results in found.items():
        print(f"{kind:22} {sum(results) / len(results):.3f}  of {len(results)}")
    everything = [result for results in found.values() for result in results]
    print(f"{'recall@10':22} {sum(everything) / len(everything):.3f}  of {len(everything)}")


def _place(searcher: DocumentSearcher, passage: int) -> tuple[str, tuple[int, int]]:
    index = searcher.index
    return index.sources[index.document_of[passage]], index.passages[passage][:2]


def _typed(searcher: DocumentSearcher, known: Sequence[Known]) -> None:
    times: list[float] = []
    gc.disable()
    for query in known:
        for end in range(1, len(query.typed) + 1):
            started = process_time()
            searcher.search(query.typed[:end])
            times.append((process_time() - started) * 1000)
    gc.enable()
    _print_times("typed sessions", times)


def _print_times(what: str, times: Sequence[float]) -> None:
    cut = quantiles(times, n=100, method="inclusive")
    print(
        f"{what}: {len(times)} keys, CPU ms p50 {cut[49]:.2f} p95 {cut[94]:.2f} p99 {cut[98]:.2f} max {max(times):.1f}"
    )


def _brute(searcher: DocumentSearcher, known: Sequence[Known]) -> None:
    index, vocabulary = searcher.index, searcher.index.vocabulary.words
    lines = [" ".join(vocabulary[word] for word in line.words) for _, line in index.lines(range(index.size))]
    times: list[float] = []
    found = 0
    for query in known:
        started = process_time()
        typed = " ".join(word.text for word in words(query.typed))
        best = process.extract(typed, lines, scorer=fuzz.partial_ratio, limit=10)
        times.append((process_time() - started) * 1000)
        found += any(number in query.meant for _, _, number in best)
    print(f"brute force recall@10 {found / len(known):.3f}")
    _print_times("brute force", times)


if __name__ == "__main__":
    main()
