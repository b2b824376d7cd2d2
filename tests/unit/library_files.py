"""What the tests of a library share: articles on disk, and what searching them in memory says."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

import tui.search
from tui.documents import load
from tui.search import Hit, Library, Results

ROOT = Path(__file__).parents[2]
TEXTS = {
    "harbour.txt": "The harbour opened on Monday. Mayor Ana Ruiz said the pier cost 40 million euros.",
    "coast.md": "A harbour pier was opened by the mayor. Nobody was hurt. The World Health Organization (WHO) came.",
    "night.txt": "Fishing boats returned in the evening, said the World Health Organization in Geneva.",
}
OLD = 1_500_000_000  # seconds: long before any test runs, so that size and time may be believed


def articles(folder: Path, texts: Mapping[str, str] = TEXTS) -> Path:
    """Write articles into a folder, old ones."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        put(folder / name, text)
    return folder


def put(path: Path, text: str, at: int = OLD) -> Path:
    """Write one article that was last changed at a time."""
    path.write_text(text, encoding="utf-8")
    os.utime(path, (at, at))
    return path


def in_memory(paths: Iterable[Path]) -> tui.search.DocumentSearcher:
    """The articles searched in memory as a library does, under their whole paths."""
    return tui.search.open({str(path): load(path) for path in paths}, once=True)


def found(library: Path, query: str, limit: int = 10) -> Results:
    """What a library answers, its index closed again."""
    searcher = Library.open(library)
    try:
        return searcher.search(query, limit)
    finally:
        searcher.close()


def told_nothing(results: Results) -> Results:
    """The results without what is said about articles that changed."""
    return replace(results, notices=())


def texts_of(hits: Iterable[Hit]) -> list[str]:
    """The texts of hits in their order."""
    return [hit.text for hit in hits]
