"""Which statement of its section a difference belongs to: the one whose evidence stands where its values stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui.documents.model import Document, Span
from tui.evidence.model import Quotation

_Near = Callable[[Document, Span, Span], bool]


def home(values: Sequence[Quotation], statements: Sequence[Sequence[Quotation]]) -> int | None:
    """The index of the statement (given by its quotations) that the difference with these `values` belongs to.

    Overlapping spans decide, then a shared passage, then a shared paragraph: each time the statement that shares
    them in most sources, the first of equals. None when no statement shares anything.
    """
    for near in (_overlap, _same_passage, _same_paragraph):
        shared = [len(_sources_near(values, quotations, near)) for quotations in statements]
        if any(shared):
            return shared.index(max(shared))
    return None


def _sources_near(values: Sequence[Quotation], quotations: Sequence[Quotation], near: _Near) -> set[str]:
    return {v.source.id for v in values for q in quotations if v.source.id == q.source.id and _meet(v, q, near)}


def _meet(value: Quotation, quotation: Quotation, near: _Near) -> bool:
    one, other = value.anchor.span, quotation.anchor.span
    return value.document is not None and one is not None and other is not None and near(value.document, one, other)


def _overlap(_: Document, one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _same_passage(document: Document, one: Span, other: Span) -> bool:
    return _meets(document.passage_at, one, other)


def _same_paragraph(document: Document, one: Span, other: Span) -> bool:
    return _meets(lambda at: p.number if (p := document.paragraph_at(at)) else None, one, other)


def _meets(number_at: Callable[[int], int | None], one: Span, other: Span) -> bool:
    """Whether two spans touch a common passage or paragraph; a span may run over several."""
    edges = [number_at(at) for at in (one.start, one.end - 1, other.start, other.end - 1)]
    first, last, other_first, other_last = (-1 if n is None else n for n in edges)
    return first >= 0 and first <= other_last and other_first <= last
