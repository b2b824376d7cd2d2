"""What `hexapla quote` says, as the JSON object outside programs read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, NotRequired, TypedDict

from tui.documents.model import Document
from tui.evidence.anchor import anchor
from tui.evidence.model import Anchor, Status
from tui.evidence.remarks import Where, remarks

# A quotation that stands in one article word for word is not looked for in the garbled words of another.
_RANK = {
    Status.VERIFIED: 0,
    Status.AMBIGUOUS: 1,
    Status.ALTERED: 2,
    Status.PARTIAL: 3,
    Status.MISATTRIBUTED: 4,
    Status.MISSING: 5,
}


class ChangeAnswer(TypedDict):
    """One word that differs; `start` and `end` count in the source."""

    kind: str
    quoted: str
    found: str
    start: int
    end: int


class PlaceAnswer(TypedDict):
    """Another place the quotation could stand."""

    source: str
    start: int
    end: int


class RemarkAnswer(TypedDict):
    """What is worth a look at verified words, see `Remark`; `start` and `end` count in the source."""

    where: Where
    found: str
    start: int
    end: int


class QuoteAnswer(TypedDict):
    """The answer for one quotation; `source`, `start` and `end` are None where nothing was placed.

    `remarks` is there only where there are some.
    """

    status: str
    source: str | None
    start: int | None
    end: int | None
    changes: list[ChangeAnswer]
    alternatives: list[PlaceAnswer]
    remarks: NotRequired[list[RemarkAnswer]]


class Best(NamedTuple):
    """The place a quotation was given: its document's name, and the anchors of the same rank in other documents."""

    source: str
    anchor: Anchor
    others: Sequence[tuple[str, Anchor]] = ()


def best(documents: Mapping[str, Document], quote: str, *, prefix: str = "", suffix: str = "") -> Best:
    """Looks for `quote` in all `documents` (source name → document) and takes the best place."""
    found = [(name, anchor(document, quote, prefix=prefix, suffix=suffix)) for name, document in documents.items()]
    if not found:
        return Best("", Anchor(Status.MISSING))
    found.sort(key=lambda one: (_RANK[one[1].status], len(one[1].changes)))
    name, first = found[0]
    alike = [(n, a) for n, a in found[1:] if a.status is first.status and len(a.changes) == len(first.changes)]
    return Best(name, first, alike)


def answer(documents: Mapping[str, Document], quote: str, *, prefix: str = "", suffix: str = "") -> QuoteAnswer:
    """The best place of `quote`; places of the same rank in other documents are among the alternatives."""
    return answered(documents, quote, best(documents, quote, prefix=prefix, suffix=suffix))


def answered(documents: Mapping[str, Document], quote: str, found: Best) -> QuoteAnswer:
    """What is said of the best place of `quote` in `documents`."""
    made = _as_dict(found)
    if documents and (looked_at := remarks(documents[found.source], quote, found.anchor)):
        made["remarks"] = [
            RemarkAnswer(where=one.where, found=one.found, start=one.span.start, end=one.span.end) for one in looked_at
        ]
    return made


def _as_dict(found: Best) -> QuoteAnswer:
    name, best, others = found
    placed = best.span
    alternatives = [PlaceAnswer(source=name, start=a.span.start, end=a.span.end) for a in best.alternatives]
    for other, one in others:
        if one.span is not None:
            alternatives.append(PlaceAnswer(source=other, start=one.span.start, end=one.span.end))
    return QuoteAnswer(
        status=best.status.value,
        source=name if placed else None,
        start=placed.start if placed else None,
        end=placed.end if placed else None,
        changes=[
            ChangeAnswer(kind=c.kind, quoted=c.quoted, found=c.found, start=c.span.start, end=c.span.end)
            for c in best.changes
        ],
        alternatives=alternatives,
    )
