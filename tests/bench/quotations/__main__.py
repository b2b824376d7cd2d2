"""`python -m tests.bench.quotations [--cases N] [--seed S] [--held-out] [--texts FOLDER] [--show N] [--rivals N]`.

With edlib among the rivals: `uv run --with edlib python -m tests.bench.quotations --rivals 300`.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from random import Random
from time import process_time

from tests.bench.quotations.cases import TRUE, Case, decisive, duplicate, foreign, plain_slips, slices_of, splice
from tests.bench.quotations.measure import Tally, against, judge
from tests.bench.quotations.report import table
from tests.bench.quotations.rivals import rivals
from tests.bench.quotations.texts import Source, article, book, find, half
from tui.documents.model import Document
from tui.evidence.prepared import Prepared

Tallies = dict[str, Tally]


def main() -> None:
    """Runs the groups asked for and prints the goal table."""
    options = _options()
    sources = half(find(options.texts), options.held_out)
    rng = Random(options.seed)
    print(f"{len(sources)} texts, {sum(len(s.text) for s in sources):,} characters, seed {options.seed}")
    tallies: Tallies = defaultdict(Tally)
    groups = options.groups.split(",")
    for case in _cases(sources, options.cases, rng, groups):
        judge(case, tallies[case.group])
        if options.rivals and tallies[case.group].total <= options.rivals and len(case.document.text) < 10_000:
            for name, rival in rivals().items():
                against(case, rival, tallies[f"{name}/{case.group}"])
    if "books" in groups:
        _books(sources, options.cases // 10, rng, tallies)
    if options.rivals and "edlib" not in rivals():
        print("edlib is not installed here and left out: uv run --with edlib python -m tests.bench.quotations …")
    print(table(tallies))
    _show(tallies, options.show)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.quotations", description=__doc__)
    parser.add_argument("--cases", type=int, default=300, help="cases a group (decisive changes: ten times as many)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--held-out", action="store_true", help="the half of the texts kept for the final figure")
    parser.add_argument("--texts", type=Path, action="append", default=[], help="texts under this folder only")
    parser.add_argument("--groups", default="true,duplicate,splice,foreign,decisive,books")
    parser.add_argument("--show", type=int, default=0, help="failures to print for each group")
    parser.add_argument("--rivals", type=int, default=0, help="cases a group the other methods get too")
    return parser.parse_args()


def _cases(sources: list[Source], count: int, rng: Random, groups: list[str]) -> Iterator[Case]:
    made: dict[str, int] = defaultdict(int)
    for round_ in range(20 * count):
        document = article(rng.choice(sources), rng.choice([2_000, 5_000, 8_000]), rng)
        other = article(rng.choice(sources), 5_000, rng)
        for case in _of(document, other, rng, groups):
            limit = 10 * count if case.group in ("decisive", "foreign") else count
            if made[case.group] < limit:
                made[case.group] += 1
                yield case
        if (
            round_ >= count
            and min(made.values(), default=0) >= count
            and made.get("decisive", 10 * count) >= 10 * count
        ):
            return


def _of(document: Document, other: Document, rng: Random, groups: list[str]) -> Iterator[Case]:
    made: list[Case | None] = []
    if "true" in groups:
        made += [*(make(document, rng) for make in TRUE.values()), plain_slips(document, rng)]
    if "duplicate" in groups:
        made.append(duplicate(document, rng))
    if "splice" in groups:
        made += [splice(document, rng), splice(document, rng, other)]
    if "foreign" in groups and document.source != other.source:
        made += [foreign(document, other, rng) for _ in range(10)]
    if "decisive" in groups:
        made += list(decisive(document, rng))
    yield from (case for case in made if case is not None)


def _books(sources: list[Source], count: int, rng: Random, tallies: Tallies) -> None:
    """Times and foreign quotations at 5 kB, 100 kB and 5 MB."""
    for name, size in (("5 kB", 5_000), ("100 kB", 100_000), ("5 MB", 5_000_000)):
        kept = sources[: len(sources) // 2] if size > 1_000_000 else sources
        document = book(kept, size, rng) if size > 5_000 else article(rng.choice(sources), size, rng)
        if len(document.text) < 0.9 * size:
            print(f"the texts found here fill {len(document.text):,} characters of the {name}")
        began = process_time()
        prepared = Prepared(document)
        prepared.vocabulary.total()
        tallies[f"prepare {name}"].counts["cases"] += 1
        tallies[f"prepare {name}"].times += [1000 * (process_time() - began)] * 2
        others = [s for s in sources if s not in kept] or sources
        for taken in slices_of(document, rng, count):
            for group in ("letters 5 %", "2 word edits", "scan", "style"):
                made = TRUE[group](document, rng)
                if made is not None:
                    judge(made, tallies[f"in {name}"])
            judge(Case("exact", document, taken.text, taken.span), tallies[f"in {name}"])
            case = foreign(document, article(rng.choice(others), 5_000, rng), rng)
            if case is not None:
                judge(case, tallies[f"foreign in {name}"])


def _show(tallies: Tallies, count: int) -> None:
    for name, tally in tallies.items():
        for failure in tally.failures[:count]:
            print(f"\n[{name}] {failure}")


if __name__ == "__main__":
    main()
