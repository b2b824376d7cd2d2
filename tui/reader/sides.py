"""The sides of a difference: as passages to take away, and as hits to walk in the sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.briefing.model import Source
from tui.documents.model import Document, Span
from tui.evidence.model import ResolvedDifference
from tui.search.model import Hit

if TYPE_CHECKING:
    from tui.reader.app import Hexapla


def passages(resolved: ResolvedDifference) -> list[tuple[Source, Document, Span]]:
    """The passages of every side that was placed."""
    return [
        (quoted.source, quoted.document, quoted.document.passages_around(quoted.anchor.span))
        for quoted in resolved.values
        if quoted.document is not None and quoted.anchor.span is not None
    ]


def walk(reader: Hexapla, resolved: ResolvedDifference) -> None:
    """Into the sources, every side lit and walked by `n`; a difference of which none was placed leads nowhere."""
    hits = [
        Hit(one.source.id, one.anchor.span, one.paragraph or 0, 1.0, (one.anchor.span,), one.text)
        for one in resolved.values
        if one.anchor.span is not None and one.document is not None
    ]
    difference = resolved.difference
    reader.start_walk(difference.about, hits, 0, sign=reader.ink.glyphs.kind(difference.kind))
