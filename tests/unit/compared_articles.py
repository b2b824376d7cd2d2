"""What the tests of comparing share: the shipped articles, and those of the bench."""

from __future__ import annotations

from pathlib import Path

from tui.documents import Document, load
from tui.evidence import Comparison

ROOT = Path(__file__).parents[2]
EVENTS = ROOT / "tests" / "bench" / "events"


def seeds() -> list[Document]:
    """The three shipped articles."""
    return [load(path) for path in sorted((ROOT / "seeds").glob("*.txt"))]


def event(name: str) -> list[Document]:
    """The articles of one event of the bench."""
    return [load(path) for path in sorted((EVENTS / name).glob("*.txt"))]


def told(comparison: Comparison) -> list[tuple[str, set[str]]]:
    """Every difference as its kind and the words of its values."""
    return [
        (
            found.kind,
            {comparison.documents[v.document].text[v.span.start : v.span.end] for v in found.values},
        )
        for found in comparison.differences
    ]
