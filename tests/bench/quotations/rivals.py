"""The usual ways to place a quotation, for comparison in the same run: similarity and a threshold."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from difflib import SequenceMatcher
from typing import Any

from rapidfuzz import fuzz

from tui.documents.model import Span

_THRESHOLD = 0.8

Rival = Callable[[str, str], Span | None]


def rapidfuzz_partial(text: str, quote: str) -> Span | None:
    """rapidfuzz.fuzz.partial_ratio_alignment at 80."""
    found = fuzz.partial_ratio_alignment(quote.lower(), text.lower(), score_cutoff=100 * _THRESHOLD)
    return Span(found.dest_start, found.dest_end) if found is not None else None


def difflib_blocks(text: str, quote: str) -> Span | None:
    """difflib's matching blocks around the longest one, accepted when they hold 80 % of the quotation."""
    matcher = SequenceMatcher(None, text.lower(), quote.lower(), autojunk=False)
    longest = matcher.find_longest_match()
    low = max(0, longest.a - longest.b - 20)
    high = min(len(text), longest.a - longest.b + len(quote) + 20)
    blocks = [
        b
        for b in SequenceMatcher(None, text[low:high].lower(), quote.lower(), autojunk=False).get_matching_blocks()
        if b.size
    ]
    if sum(b.size for b in blocks) < _THRESHOLD * len(quote):
        return None
    return Span(low + blocks[0].a, low + blocks[-1].a + blocks[-1].size)


def rivals() -> dict[str, Rival]:
    """The rivals that can be imported here; edlib only where it is installed, as by `uv run --with edlib`."""
    found: dict[str, Rival] = {"rapidfuzz": rapidfuzz_partial, "difflib": difflib_blocks}
    try:
        edlib = importlib.import_module("edlib")
    except ImportError:
        return found
    found["edlib"] = lambda text, quote: _edlib(edlib, text, quote)
    return found


def _edlib(edlib: Any, text: str, quote: str) -> Span | None:
    most = int((1 - _THRESHOLD) * len(quote))
    found = edlib.align(quote.lower(), text.lower(), mode="HW", task="locations", k=most)
    return Span(found["locations"][0][0], found["locations"][0][1] + 1) if found["locations"] else None
