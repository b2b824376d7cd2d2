"""Search that forgives: documents to passages found by imprecise words."""

from __future__ import annotations

from tui.search.model import Hit, Reading, Results
from tui.search.searcher import Searcher, open  # noqa: A004  (the name outside programs rely on)

__all__ = ["Hit", "Reading", "Results", "Searcher", "open"]
