"""From a passage to its selector, and back to the passage in an article that may have changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tui.documents import Limits
from tui.documents.model import Document, Span
from tui.evidence import anchor
from tui.notes.model import Note

AROUND = 32  # characters kept of what stands before and after, as Hypothesis and others keep them


@dataclass(frozen=True, slots=True)
class Placed:
    """A note, and where its words stand; `span` is None where they stand nowhere any more."""

    note: Note
    span: Span | None


def note_on(document: Document, source: str, span: Span) -> Note | None:
    """A bookmark on `span` of a source's document; None where nothing there can be found again.

    What is longer than a quotation may be is cut.
    """
    start, end = span.start, min(span.end, span.start + Limits().quotation)
    text = document.text
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    note = Note(source, text[start:end], text[max(start - AROUND, 0) : start], text[end : end + AROUND])
    found = _span(note, document) if start < end else None
    return note if found is not None and found.start < end and start < found.end else None


def placed(notes: Iterable[Note], documents: Mapping[str, Document]) -> list[Placed]:
    """Every note with its place: by source in the order of `documents`, then by place, those without one last."""
    order = {source: number for number, source in enumerate(documents)}
    found = [Placed(note, _span(note, documents.get(note.source))) for note in notes]
    return sorted(found, key=lambda one: (one.span is None, order.get(one.note.source, len(order)), one.span or ()))


def _span(note: Note, document: Document | None) -> Span | None:
    return anchor(document, note.quote, prefix=note.prefix, suffix=note.suffix).span if document else None
