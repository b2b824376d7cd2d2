"""Search that forgives: documents to passages found by imprecise words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.search.model import Explanation, Hit, Reading, Results, Searcher, Share
from tui.search.searcher import DocumentSearcher, open  # noqa: A004  (the name outside programs rely on)

if TYPE_CHECKING:
    from tui.search.library import Library

__all__ = ["DocumentSearcher", "Explanation", "Hit", "Library", "Reading", "Results", "Searcher", "Share", "open"]


def __getattr__(name: str) -> object:
    """`Library`, imported when it is asked for: a briefing's search does without SQLite (10 ms)."""
    if name != "Library":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from tui.search.library import Library

    return Library
