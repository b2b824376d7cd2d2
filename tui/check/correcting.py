"""Which differences of a quotation are clear corrections, and whether words are a source's own as they stand."""

from __future__ import annotations

import re

from tui.documents.model import Document, Span
from tui.evidence import Anchor
from tui.evidence.ellipsis import parts
from tui.evidence.model import Change
from tui.evidence.normal import normalise

# More changes than these are no correction any more.
_MOST = 4

_BRACKETED = re.compile(r"\[[^\]]*\w")

# Words for which an outermost one may stand, being of one sort.
_ALIKE = ("number", "month", "direction")


def unclear(document: Document, quote: str, placed: Anchor) -> str:
    """Why the source's words are not clearly those meant; empty where they are."""
    whole = placed.span
    if whole is None or len(placed.changes) > _MOST:
        return "too many of its words differ"
    if _BRACKETED.search(quote) and "[" not in document.text[slice(*whole)]:
        return "what stands in brackets is the author's, not the source's"
    for change in placed.changes:
        if change.quoted and (not change.found or change.elsewhere) and not _is_torn(quote, change):
            return f"“{change.quoted}” is not in the source there, so whether it goes is for you to choose"
        if not (whole.start <= change.span.start and change.span.end <= whole.end):
            return f"the source goes on with “{change.found}” where the quotation ends"
        if change.kind not in _ALIKE and _is_outermost(quote, change):
            return f"the source has other words where “{change.quoted or change.found}” is quoted"
    return _taken_in(document, whole, placed)


def has_gaps(quote: str) -> bool:
    """Whether the author left words out of the quotation, by an ellipsis."""
    return len(parts(normalise(quote).text)) > 1


def is_own_words(document: Document, words: str) -> bool:
    """Whether each part of `words` between ellipses stands in the document as it is, line ends aside."""
    text, normal = " ".join(document.text.split()), normalise(words)
    listed = [" ".join(words[slice(*normal.span(*part))].split()) for part in parts(normal.text)]
    return bool(listed) and all(part in text for part in listed)


def _is_torn(quote: str, change: Change) -> bool:
    """Whether it is a piece of a word with an apostrophe, the rest of which has its own counterpart."""
    at = change.quoted_span.end
    return quote[at : at + 1] in ("'", "’") and quote[at + 1 : at + 2].isalpha()


def _is_outermost(quote: str, change: Change) -> bool:
    """Whether no word of the quotation is left on one side of the change."""
    sides = quote[: change.quoted_span.start], quote[change.quoted_span.end :]
    return not all(any(map(str.isalnum, side)) for side in sides)


def _taken_in(document: Document, whole: Span, placed: Anchor) -> str:
    """Why a sentence that the quotation has no word of would come in; empty where none would."""
    for passage in document.passages:
        start, end = max(passage.start, whole.start), min(passage.end, whole.end)
        kept = [at for at in range(start, end) if document.text[at].isalnum()]
        if kept and all(any(one.span.start <= at < one.span.end for one in placed.changes) for at in kept):
            return "it would take in a sentence that the quotation leaves out"
    return ""
