"""What `hexapla quote` says, as the JSON object outside programs read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NotRequired, TypedDict

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


def answer(documents: Mapping[str, Document], quote: str, *, prefix: str = "", suffix: str = "") -> QuoteAnswer:
    """Looks for `quote` in all `documents` (source name → document) and answers with the best place.

    Places of the same rank in other documents are among the alternatives.
    """
    found = [(name, anchor(document, quote, prefix=prefix, suffix=suffix)) for name, document in documents.items()]
    if not found:
        return _as_dict("", Anchor(Status.MISSING), [])
    found.sort(key=lambda one: (_RANK[one[1].status], len(one[1].changes)))
    name, best = found[0]
    others = [(n, a) for n, a in found[1:] if a.status is best.status and len(a.changes) == len(best.changes)]
    made = _as_dict(name, best, others)
    if looked_at := remarks(documents[name], quote, best):
        made["remarks"] = [
            RemarkAnswer(where=one.where, found=one.found, start=one.span.start, end=one.span.end) for one in looked_at
        ]
    return made


def _as_dict(name: str, best: Anchor, others: list[tuple[str, Anchor]]) -> QuoteAnswer:
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
