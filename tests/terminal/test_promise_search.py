"""P10: no query freezes the search."""

from __future__ import annotations

from random import Random
from time import process_time

import pytest

from tests.terminal import kit
from tests.terminal.conftest import Reached
from tests.unit.hostile import HOSTILE
from tui import search
from tui.documents import from_text
from tui.search import query

SIGNS = "ab joint54 漢é'\"^$!|:*.\\()[]{}+?\u0301\u200d"


def queries(count: int) -> list[str]:
    """Hostile queries, and random ones."""
    random = Random(7)
    made = [*kit.QUERIES, *HOSTILE.values()]
    made += ["".join(random.choices(SIGNS, k=random.randint(1, 400))) for _ in range(count)]
    return made


@pytest.mark.hostile
def test_no_query_takes_long(reached: Reached) -> None:
    random = Random(3)
    words = ["".join(random.choices("abcdefghijklmnopqrstuvwxyz", k=random.randint(2, 12))) for _ in range(20_000)]
    text = ". ".join(" ".join(random.choices(words, k=12)).capitalize() for _ in range(20_000))
    searcher = search.open([from_text(text, "long"), from_text("\n\n".join(kit.marked()), "hostile")])
    searcher.search("warm")
    times = []
    for typed in queries(400):
        begun = process_time()
        searcher.search(typed, limit=200)
        times.append(process_time() - begun)
    times.sort()
    slowest, usual = times[-1] * 1000, times[len(times) * 95 // 100] * 1000
    reached("P10", f"{len(times)} hostile queries over 240,000 words: p95 {usual:.0f} ms, slowest {slowest:.0f} ms")
    assert times[-1] < 0.5


def terms(typed: str) -> int:
    """How many terms a query has."""
    return sum(len(group) for group in query.parse(typed).groups)


def test_a_query_is_cut_where_it_would_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    assert terms("x " * 10_000) <= query.LONGEST
    monkeypatch.setattr(query, "LONGEST", 10**6)
    assert terms("x " * 10_000) == 10_000
