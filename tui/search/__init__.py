"""Search that forgives: documents to passages found by imprecise words."""

from __future__ import annotations

from tui.search.model import Hit, Reading, Results
from tui.search.searcher import Searcher, open

__all__ = ["Hit", "Reading", "Results", "Searcher", "open"]
