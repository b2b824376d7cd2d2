"""What `hexapla search --explain` prints: the parts of a score, rounded so that they still add up to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tui.search.model import Explanation, Share

_PLACES, _PLACES_IN_JSON = 3, 6


def lines(explained: Explanation | None, score: float) -> Iterator[str]:
    """The sum, then the terms: `score 0.953 = words 0.750 + order 0.150 + phrase 0.053`."""
    if explained is None:
        yield f"score {score:.3f}: the passage is no longer as it was found"
        return
    parts = _parts(explained, score, _PLACES)
    if not explained.terms:
        yield f"score {score:.3f}: every passage the operators leave counts the same"
        return
    summed = " + ".join(f"{name} {part:.3f}" for name, part in parts.items())
    yield f"score {score:.3f} = {summed}"
    yield f"words: {'; '.join(map(_term, explained.terms))}; coverage {explained.coverage:.2f}"


def _term(share: Share) -> str:
    if not share.reading:
        return f"{share.typed} not here, rarity {share.rarity:.2f}"
    read = f"{share.typed} → {share.reading}" if share.kind != "as typed" else share.reading
    return f"{read} ({share.kind}, {share.weight:.2f} × rarity {share.rarity:.2f})"


def as_json(explained: Explanation | None, score: float) -> dict[str, Any] | None:
    """The JSON object of one hit; null where the passage is no longer as it was found."""
    if explained is None:
        return None
    terms = [
        {
            "typed": share.typed,
            "reading": share.reading,
            "kind": share.kind,
            "weight": round(share.weight, _PLACES_IN_JSON),
            "rarity": round(share.rarity, _PLACES_IN_JSON),
            "share": round(share.share, _PLACES_IN_JSON),
        }
        for share in explained.terms
    ]
    parts = _parts(explained, score, _PLACES_IN_JSON)
    return {"terms": terms, "coverage": round(explained.coverage, _PLACES_IN_JSON), **parts}


def _parts(explained: Explanation, score: float, places: int) -> dict[str, float]:
    """The parts of the rounded score: two rounded, and the words with what rounding takes or leaves."""
    order, phrase = round(explained.nearness, places), round(explained.phrase, places)
    words = round(round(score, places) - order - phrase, places)
    return {"words": words, "order": order, "phrase": phrase}
