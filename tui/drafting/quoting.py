"""From a span to a quotation that is sure to be verified there: with context where the words stand twice."""

from __future__ import annotations

from typing import NamedTuple

from tui.documents.model import Document, Span
from tui.evidence import Status, anchor
from tui.evidence.cropped import cropped

_CONTEXTS = (0, 40, 120)
_TURNING = 4


class Quote(NamedTuple):
    """The words of a span on one line, and what stands around them where that tells two places apart."""

    text: str
    prefix: str = ""
    suffix: str = ""


def quote(document: Document, span: Span, *wider: Span) -> Quote | None:
    """The quotation of `span`, else of the first of `wider` that is verified in its own place; None when none is.

    A span that ends or begins right beside a word that turns it round ("not") takes that word in.
    """
    for wanted in (_uncropped(document, one) for one in (span, *wider)):
        for length in _CONTEXTS:
            made = _quote(document, wanted, length)
            found = anchor(document, made.text, prefix=made.prefix, suffix=made.suffix)
            if found.status is Status.VERIFIED and found.span == wanted:
                return made
            if found.status not in (Status.AMBIGUOUS, Status.VERIFIED):
                break
    return None


def _uncropped(document: Document, span: Span) -> Span:
    """The span with the turning words right beside it, and those beside these, a few at most."""
    for _ in range(_TURNING):
        beside = cropped(document, span)
        if not beside:
            break
        span = Span(
            min(span.start, *(one.span.start for one in beside)), max(span.end, *(one.span.end for one in beside))
        )
    return span


def _quote(document: Document, span: Span, length: int) -> Quote:
    text = document.text
    before = text[max(span.start - length, 0) : span.start]
    after = text[span.end : span.end + length]
    if length:
        before = before if span.start <= length else before.partition(" ")[2] or before
        after = after if span.end + length >= len(text) else after.rpartition(" ")[0] or after
    return Quote(_line(text[span.start : span.end]), _line(before), _line(after))


def _line(text: str) -> str:
    return " ".join(text.split())
