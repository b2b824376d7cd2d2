"""A library asked in a process of its own: what opening it takes after the imports, what it keeps in memory.

`python -m tests.bench.search.sessions FOLDER` reads queries, one a line, and prints one JSON object.
"""

from __future__ import annotations

import gc
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import process_time, thread_time
from typing import NamedTuple

from tui.search import Library

_OPENINGS = 5


class Sessions(NamedTuple):
    """CPU ms from opening to the first ranked answer and of every key; memory at the end, in MB.

    `opening` is the median of five processes: the first one after a library is written takes a fifth longer. It is what
    the thread that opens takes: numpy's import leaves one behind that spins for up to 12 ms where a core is free.
    `private` is what only the process can hold; `mapped` are pages of files that it alone maps and has not written to,
    the index and shared libraries: the system can drop them at any time.
    """

    opening: float
    keys: Sequence[float]
    private: float
    mapped: float


def typed(folder: Path, queries: Sequence[str]) -> Sessions:
    """Type queries letter by letter over a library, in a new process."""
    opening = median(_asked(folder, ()).opening for _ in range(_OPENINGS))
    return _asked(folder, queries)._replace(opening=opening)


def _asked(folder: Path, queries: Sequence[str]) -> Sessions:
    command = [sys.executable, "-m", "tests.bench.search.sessions", str(folder)]
    ran = subprocess.run(command, input="\n".join(queries), text=True, capture_output=True, check=True)
    return Sessions(**json.loads(ran.stdout))


def _main(folder: str) -> None:
    import tui.search.library.searcher  # noqa: F401  (what is measured begins after the imports)

    queries = sys.stdin.read().splitlines()
    started = thread_time()
    searcher = Library.open(folder)
    searcher.search("first answer")
    opening = (thread_time() - started) * 1000
    searcher.warm()
    gc.freeze()  # as the reader does when its first screen stands; garbage of searching is collected as always
    keys = []
    for query in queries:
        for end in range(1, len(query) + 1):
            started = process_time()
            searcher.search(query[:end])
            keys.append((process_time() - started) * 1000)
    print(json.dumps({"opening": opening, "keys": keys, "private": _private("Dirty"), "mapped": _private("Clean")}))


def _private(kind: str) -> float:
    lines = Path("/proc/self/smaps_rollup").read_text("ascii").splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith(f"Private_{kind}:")) / 1024


if __name__ == "__main__":
    _main(sys.argv[1])
