"""A long random run: `python -m tests.terminal.marathon [EVENTS] [SEED]`, by default 20,000 over each of two pages.

Over the shipped briefing and over twenty articles compared without one; it takes about a minute per 1,000 events, so
`make hostile` runs the short ones of `test_terminal_random.py` instead.
"""

from __future__ import annotations

import sys
import tempfile
from itertools import cycle, islice
from pathlib import Path
from random import Random

from tests.terminal.harness import Program, environment
from tests.terminal.test_terminal_random import finish, handle
from tui import resources
from tui.search import Library

EVENTS, ARTICLES, ROUND = 20_000, 20, 500


def articles(folder: Path) -> list[Path]:
    """Twenty articles in the words of the shipped ones, no two of them alike."""
    seeds = [path.read_text(encoding="utf-8") for path in sorted(Path("seeds").glob("*.txt"))]
    made: list[Path] = []
    for number, text in enumerate(islice(cycle(seeds), ARTICLES)):
        sentences = text.split(". ")
        kept = [one for one in sentences if Random(f"{number} {len(one)}").random() < 0.8 or one is sentences[0]]
        made.append(folder / f"{number:02}.txt")
        made[-1].write_text(". ".join(kept), encoding="utf-8")
    return made


def run(name: str, files: list[Path], library: Path, events: int, seed: int) -> None:
    """As many events in rounds, each with a program and a home of its own; an exception when one is not stood."""
    for number in range(-(-events // ROUND)):
        with tempfile.TemporaryDirectory() as folder:
            home = Path(folder)
            env = environment(home, EDITOR=None, HEXAPLA_LIBRARY=str(library))
            with Program("open", *files, env=env, cwd=home) as program:
                program.started(patience=30)
                handle(program, seed + number, min(ROUND, events), home)
                finish(program)
        print(f"{name}: {min(events, (number + 1) * ROUND):,} events, 0 exceptions, 0 frozen keys", flush=True)


def main(events: int = EVENTS, seed: int = 1_000) -> None:
    """Both pages, with the articles in the library."""
    shipped = next(entry.path for entry in resources.briefings() if entry.origin == "shipped")
    with tempfile.TemporaryDirectory() as folder:
        several, library = articles(Path(folder)), Path(folder) / "library"
        Library.build(library, several)
        run("shipped briefing", [shipped], library, events, seed)
        run(f"{ARTICLES} articles", several, library, events, seed)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
