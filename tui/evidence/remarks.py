"""What is worth a look at a verified quotation: a turning word cut off or left out, several sentences made one."""

from __future__ import annotations

from typing import Literal, NamedTuple

from tui.documents.model import Document, Span
from tui.evidence.cropped import cropped
from tui.evidence.gaps import has_gaps, joined, left_out
from tui.evidence.model import Anchor, Status

Where = Literal["before", "behind", "gap", "joined"]


class Remark(NamedTuple):
    """`found` stands at `span` of the document, before or behind the quotation or in a gap of it.

    Where a gap has `joined` words of several sentences, these are `found`; `sentences` says how many, else it is 0.
    """

    where: Where
    found: str
    span: Span
    sentences: int = 0


def remarks(document: Document, quote: str, anchor: Anchor) -> tuple[Remark, ...]:
    """What to look at; nothing for a quotation that is not verified, whose flaw is told anyway."""
    span = anchor.span
    if anchor.status is not Status.VERIFIED or span is None:
        return ()
    beside = [Remark("behind" if one.follows else "before", one.word, one.span) for one in cropped(document, span)]
    if not has_gaps(quote):
        return tuple(beside)
    inside = [Remark("gap", one.word, one.span) for one in left_out(document, quote, span)]
    count = joined(document, quote, span)
    made_one = [Remark("joined", document.text[slice(*span)], span, count)] if count else []
    return (*beside, *inside, *made_one)
