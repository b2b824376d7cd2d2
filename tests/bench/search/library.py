"""A library beside tantivy: build, size, CPU a key, recall, and `kill -9` at random moments.

Run: `python -m tests.bench.search.library --help`. tantivy is installed by hand (`pip install tantivy`) and left out
when it is not there. More passages than the machine has prose for are copies of the same ones.
"""

from __future__ import annotations

import argparse
import gc
import os
import platform
import signal
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import cycle
from pathlib import Path
from random import Random
from statistics import quantiles
from time import perf_counter, process_time, sleep
from typing import NamedTuple

import tui.search
from tests.bench.search import tantivy_beside
from tests.bench.search.corpus import documents, standard_folders
from tests.bench.search.queries import Known, Maker
from tests.bench.search.rivals import cpu
from tui.documents import Document, load
from tui.search import Library, Searcher

FRAME = 16.0  # ms
_COPIES = 30  # places asked for a different text wanted
Search = Callable[[str, int], list[str]]  # the texts of so many best passages
_KILLED = 10  # articles added again and again, and killed at it


class Asked(NamedTuple):
    """A known query, with the texts of the passages it may mean."""

    known: Known
    texts: frozenset[str]


class Figures(NamedTuple):
    """What one engine reached: recall@10, CPU ms a key, keys over a frame, keys.

    Copies of one passage are one answer: `recall` counts the passages found among the ten best different texts,
    `places` those among the ten best places, which the copies of a wrong one may take all.
    """

    recall: float
    places: float
    p50: float
    p95: float
    p99: float
    late: int
    keys: int


class Built(NamedTuple):
    """What one engine took to read, split and index: CPU seconds of all its processes, seconds by the clock, bytes."""

    seconds: float
    clock: float
    size: int

    def told(self) -> str:
        """In words."""
        took = f"{self.seconds:.1f} s CPU, {self.clock:.1f} s by the clock (read, split, index)"
        return f"{took}, {self.size / 2**20:.1f} MB"


def main() -> None:
    """Print the figures."""
    options = _options()
    print(f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as name:
        base = Path(name)
        corpus = documents(min(options.passages, options.distinct), [*standard_folders(), *options.text])
        folder, passages, size = articles(base / "articles", corpus, options.passages)
        asked = queries(corpus, options.seed, options.each)
        print(f"{passages:,} passages, {size / 2**20:.1f} MB of text, {len(asked)} queries")
        _library(base, folder, asked, options.keys)
        if tantivy_beside.there():
            _tantivy(base, folder, asked, options.keys)
        if options.kills:
            _kills(base, folder, options.kills)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.search.library", description=__doc__)
    parser.add_argument("--passages", type=int, default=100_000)
    parser.add_argument("--distinct", type=int, default=100_000, help="different passages; the rest are copies")
    parser.add_argument("--text", type=Path, action="append", default=[], help="a further folder with prose")
    parser.add_argument("--seed", type=int, default=2)
    parser.add_argument("--each", type=int, default=22, help="queries a class")
    parser.add_argument("--keys", type=int, default=60, help="queries typed letter by letter")
    parser.add_argument("--kills", type=int, default=0, help="kills of `library add` at random moments")
    return parser.parse_args()


def articles(folder: Path, corpus: Sequence[Document], count: int) -> tuple[Path, int, int]:
    """Write articles until they hold `count` passages; how many they hold, and their bytes."""
    folder.mkdir()
    passages = size = 0
    for number, document in enumerate(cycle(corpus)):
        if passages >= count:
            break
        size += (folder / f"{number:06}.txt").write_text(document.text, encoding="utf-8")
        passages += len(document.passages)
    return folder, passages, size


def queries(corpus: Sequence[Document], seed: int, each: int) -> list[Asked]:
    """Known queries over different passages."""
    index = tui.search.open(corpus).index
    known = Maker(index, seed).make(each)
    return [Asked(query, frozenset(index.text(p) for p in query.meant)) for query in known]


def _library(base: Path, folder: Path, asked: Sequence[Asked], keys: int) -> None:
    print(f"reading and splitting alone, as both do: {reading(folder):.1f} s CPU")
    build_library(base, folder)
    started = cpu()
    Library.build(base / "library", [folder])
    print(f"library: looked at again in {cpu() - started:.2f} s")
    searcher = Library.open(base / "library")
    searcher.warm()
    measure("library", texts_of(searcher), asked, keys)
    searcher.close()


def reading(folder: Path) -> float:
    """CPU seconds that reading the articles and splitting them into passages takes, which is a part of both builds."""
    started = cpu()
    for path in sorted(folder.iterdir()):
        load(path)
    return cpu() - started


def build_library(base: Path, folder: Path) -> Built:
    """Index the articles into `base / "library"`."""
    started, clock = cpu(), perf_counter()
    Library.build(base / "library", [folder])
    built = Built(cpu() - started, perf_counter() - clock, Library(base / "library").status().bytes)
    print(f"library: build {built.told()} with text")
    return built


def _tantivy(base: Path, folder: Path, asked: Sequence[Asked], keys: int) -> None:
    measure("tantivy fuzzy", build_tantivy(base, folder)[0].search, asked, keys)


def build_tantivy(base: Path, folder: Path) -> tuple[tantivy_beside.Beside, Built]:
    """Index the articles into `base / "tantivy"`."""
    beside = tantivy_beside.Beside(base / "tantivy")
    started, clock = cpu(), perf_counter()
    beside.build(sorted(folder.iterdir()))
    size = sum(path.stat().st_size for path in (base / "tantivy").iterdir())
    built = Built(cpu() - started, perf_counter() - clock, size)
    print(f"tantivy: build {built.told()} with positions")
    return beside, built


def texts_of(searcher: Searcher) -> Search:
    """A library as what gives texts."""
    return lambda typed, limit: [hit.text for hit in searcher.search(typed, limit).hits]


def measure(name: str, search: Search, asked: Sequence[Asked], keys: int) -> Figures:
    """Ask all queries whole, and some of them letter by letter; prints what it found."""
    found: dict[str, list[bool]] = defaultdict(list)
    places = 0
    for query in asked:
        texts = search(query.known.typed, 10 * _COPIES)
        places += not query.texts.isdisjoint(texts[:10])
        found[query.known.kind].append(not query.texts.isdisjoint(list(dict.fromkeys(texts))[:10]))
    every = [hit for hits in found.values() for hit in hits]
    recall, places_recall = sum(every) / len(every), places / len(every)
    print(
        f"{name}: recall@10 of different texts {recall:.3f} (of places {places_recall:.3f}) of {len(every)}; "
        + ", ".join(_shares(found))
    )
    times = list(_times(search, asked[:: max(1, len(asked) // keys)]))
    cut = quantiles(times, n=100, method="inclusive")
    figures = Figures(recall, places_recall, cut[49], cut[94], cut[98], sum(t > FRAME for t in times), len(times))
    print(
        f"{name}: {len(times)} keys, CPU ms p50 {cut[49]:.2f} p95 {cut[94]:.2f} p99 {cut[98]:.2f} "
        f"max {max(times):.1f}, {figures.late} over {FRAME:.0f} ms"
    )
    return figures


def _shares(found: dict[str, list[bool]]) -> Iterable[str]:
    return (f"{kind} {sum(hits) / len(hits):.2f}" for kind, hits in found.items())


def _times(search: Search, asked: Sequence[Asked]) -> Iterator[float]:
    gc.disable()
    for query in asked:
        for end in range(1, len(query.known.typed) + 1):
            started = process_time()
            search(query.known.typed[:end], 10)
            yield (process_time() - started) * 1000
    gc.enable()


def _kills(base: Path, folder: Path, kills: int) -> None:
    """Kill additions after random times; after each the library must answer, and its index be whole."""
    few = base / "few"
    few.mkdir()
    for path in sorted(folder.iterdir())[:_KILLED]:
        (few / path.name).write_bytes(path.read_bytes())
    random, library, works, whole = Random(1), base / "killed", 0, 0
    Library.build(library, [_albatross(base)])
    started = time.monotonic()
    Library.build(base / "timed", [few])
    longest = time.monotonic() - started
    for _ in range(kills):
        child = os.fork()
        if child == 0:
            Library.build(library, [few])
            os._exit(0)
        sleep(random.uniform(0, longest))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        searcher = Library.open(library)
        works += searcher.search("wandering albatross").total == 1
        searcher.close()
        whole += not Library(library).integrity()
        if Library(library).status().articles == _KILLED + 1:
            Library(library).remove([few])
    Library.build(library, [few])
    complete = Library(library).status().articles == _KILLED + 1 and not Library(library).integrity()
    print(f"killed {kills} times: {works} searches worked, {whole} times whole; complete when added again: {complete}")


def _albatross(base: Path) -> Path:
    """An article that is there before the kills begin."""
    path = base / "albatross.txt"
    path.write_text("A wandering albatross followed the ship.", encoding="utf-8")
    return path


if __name__ == "__main__":
    main()
