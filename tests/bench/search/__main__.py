"""The goals of search, each beside what was reached, in one run: `python -m tests.bench.search`.

Briefings alone: `tests.bench.search.memory`; libraries alone, with kills: `tests.bench.search.library`. tantivy
(`pip install tantivy`) and fzf (Debian's package) are measured where they are installed. More passages than the machine
has prose for are copies of the same ones; `tests.bench.search.corpus_packages` fetches a million different ones, and
`--text FOLDER` adds them.
"""

from __future__ import annotations

import argparse
import os
import platform
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import mean, quantiles
from typing import NamedTuple

from tests.bench.search import rivals, sessions, tantivy_beside
from tests.bench.search.corpus import documents, standard_folders
from tests.bench.search.library import (
    FRAME,
    Asked,
    articles,
    build_library,
    build_tantivy,
    measure,
    queries,
    reading,
    texts_of,
)
from tui.documents import Document
from tui.search import Library

_PHRASES = ('"of the"', '"in the state', "'the", "^the", "s t a e", "the of a")


class Row(NamedTuple):
    """A goal and what was reached."""

    goal: str
    wanted: str
    reached: str


def main() -> None:
    """Measure everything and print the table."""
    options = _options()
    print(_machine())
    corpus = documents(options.distinct, [*standard_folders(), *options.text])
    asked = queries(corpus, options.seed, options.each)
    rows = [_reader()]
    with tempfile.TemporaryDirectory() as name:
        rows += _large(Path(name), corpus, asked, options)
    with tempfile.TemporaryDirectory() as name:
        few = corpus[: -(-options.beside // len(corpus[0].passages))]
        rows += _beside(Path(name), few, queries(few, options.seed, options.each), options)
    width = max(len(row.goal) for row in rows)
    print()
    for row in rows:
        print(f"{row.goal:{width}}  {row.wanted:>24}  {row.reached}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.search", description=__doc__)
    parser.add_argument("--passages", type=int, default=1_000_000)
    parser.add_argument("--distinct", type=int, default=100_000, help="different passages; the rest are copies")
    parser.add_argument("--beside", type=int, default=100_000, help="passages that the slow ones are asked over")
    parser.add_argument("--text", type=Path, action="append", default=[], help="a further folder with prose")
    parser.add_argument("--seed", type=int, default=2)
    parser.add_argument("--each", type=int, default=22, help="queries a class")
    parser.add_argument("--keys", type=int, default=400, help="queries typed letter by letter, 25 keys each")
    parser.add_argument("--slow", type=int, default=30, help="queries that the slow ones are asked")
    return parser.parse_args()


def _machine() -> str:
    names = ("numpy", "pyroaring", "rapidfuzz", "tantivy")
    packages = ", ".join(f"{name} {_version(name)}" for name in names)
    load = os.getloadavg()[0]
    return (
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {packages}; "
        f"{platform.machine()}, {os.cpu_count()} cores, load {load:.1f}"
    )


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def _reader() -> Row:
    command = [sys.executable, "-m", "tests.bench.reader.search_keys"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = ran.stdout.splitlines()
    return Row("3 articles, key to painted results, p99", "16 ms", lines[-1] if lines else "not measured: no terminal")


def _large(
    base: Path, corpus: Sequence[Document], asked: Sequence[Asked], options: argparse.Namespace
) -> Iterator[Row]:
    folder, passages, size = articles(base / "articles", corpus, options.passages)
    print(f"{passages:,} passages, {size / 2**20:.0f} MB of text")
    built = build_library(base, folder)
    texts = [query.known.typed for query in asked]
    step = max(1, len(texts) // options.keys)
    typed = sessions.typed(base / "library", [*texts[::step], *_PHRASES])
    cut, late = quantiles(typed.keys, n=100), sum(spent > FRAME for spent in typed.keys)
    yield Row("typed sessions, CPU a key p99", "8 ms", f"{cut[98]:.1f} ms, p50 {cut[49]:.1f}, p95 {cut[94]:.1f}")
    yield Row(f"keys over {FRAME:.0f} ms", "0 of 10,000", f"{late} of {len(typed.keys):,}")
    yield Row("open to the first ranked answer", "30 ms after imports", f"{typed.opening:.0f} ms")
    yield Row("private memory", "60 MB", f"{typed.private:.0f} MB, and {typed.mapped:.0f} MB of files mapped")
    searcher = Library.open(base / "library")
    ours = measure("library", texts_of(searcher), asked, options.slow)
    searcher.close()
    copies = passages / sum(len(document.passages) for document in corpus)
    reached = f"{ours.recall:.3f} of ten different texts, {ours.places:.3f} of ten places ({copies:.1f} copies of each)"
    yield Row("recall@10, queries unseen", "0.96", reached)
    if tantivy_beside.there():
        beside, other = build_tantivy(base, folder)
        theirs = measure("tantivy fuzzy", beside.search, asked, options.slow)
        faster, better = theirs.p99 / ours.p99, ours.recall / theirs.recall
        yield Row("against tantivy fuzzy: p99, recall@10", "4 x, 1.57 x", f"{faster:.1f} x, {better:.2f} x")
        speed = f"{other.seconds / built.seconds:.2f} x CPU, {other.clock / built.clock:.2f} x by the clock"
        yield Row("build against tantivy", "1 x", f"{speed} (both read and split the files)")
        shared = reading(folder)
        ready = (other.seconds - shared) / built.seconds, (other.seconds - shared) / (built.seconds - shared)
        told = f"{ready[0]:.2f} x CPU; {ready[1]:.2f} x where neither reads or splits ({shared:.1f} s)"
        yield Row("build against tantivy given its passages", "", told)
        yield Row("size against tantivy", "0.9 x", f"{built.size / other.size:.2f} x (both keep positions and text)")


def _beside(
    base: Path, corpus: Sequence[Document], asked: Sequence[Asked], options: argparse.Namespace
) -> Iterator[Row]:
    folder, passages, _ = articles(base / "articles", corpus, options.beside)
    build_library(base, folder)
    found = (d.text[start:end] for d in corpus for start, end, _ in d.passages)
    texts = [*found, *(d.text[start:end] for d in corpus for start, end, _ in d.passages)][:passages]
    few = asked[:: max(1, len(asked) // options.slow)]
    searcher = Library.open(base / "library")
    searcher.warm()
    ours = rivals.Rival("library", lambda words: [hit.text for hit in searcher.search(words).hits])
    own = _asked(ours, few)
    for rival in rivals.there(texts):
        theirs = _asked(rival, few)
        yield Row(
            f"against {rival.name}", "500 x" if "fzf" in rival.name else "", f"{theirs / own:.0f} x at {passages:,}"
        )
    searcher.close()


def _asked(rival: rivals.Rival, few: Sequence[Asked]) -> float:
    """Mean CPU ms of a whole query."""
    spent: list[float] = []
    found = 0
    for query in few:
        started = rivals.cpu()
        found += not query.texts.isdisjoint(rival.search(query.known.typed))
        spent.append((rivals.cpu() - started) * 1000)
    print(f"{rival.name}: {mean(spent):.1f} ms CPU a query, recall@10 {found / len(few):.2f} of {len(few)}")
    return mean(spent)


if __name__ == "__main__":
    main()
