"""`hexapla quote`: where a quotation stands in articles, or why it was not placed."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tui.cli.errors import RefusedError
from tui.cli.inputs import load_documents
from tui.cli.output import Output
from tui.cli.parser import Parser

if TYPE_CHECKING:
    from tui.documents import Document
    from tui.evidence.model import Anchor, Change

RANK = ("verified", "ambiguous", "altered", "partial", "misattributed", "missing")


@dataclass(frozen=True, slots=True)
class Asked:
    """One quotation to place; `id` is None or whatever JSON value the asker chose."""

    quote: str
    prefix: str = ""
    suffix: str = ""
    id: Any = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The best anchor over all documents, and the document it is an anchor in."""

    document: Document
    anchor: Anchor

    @property
    def found(self) -> bool:
        """Whether the quotation, or something like it, stands anywhere."""
        return self.anchor.status != "missing"


def arguments(parser: Parser) -> None:
    """QUOTATION, ARTICLE…"""
    parser.add_argument(
        "quotation", metavar="QUOTATION", help="the words, or - for JSON Lines on stdin, one answer a line"
    )
    parser.add_argument("articles", nargs="+", metavar="ARTICLE", help="where to look; the best answer wins")
    parser.add_argument("--prefix", default="", metavar="P", help="words just before the one meant")
    parser.add_argument("--suffix", default="", metavar="S", help="words just after the one meant")
    parser.add_argument("--json", action="store_true", help="one JSON object with code-point offsets")


def run(options: argparse.Namespace, out: Output) -> int:
    """Place one quotation, or those on stdin; 1 when nothing was found."""
    from pathlib import Path

    documents = load_documents([Path(name) for name in options.articles])
    if options.quotation == "-":
        from tui.cli.quotes import stream

        return stream(documents, out)
    if not options.quotation.strip():
        raise RefusedError("hexapla quote: the quotation is empty")
    answer = place(documents, Asked(options.quotation, options.prefix, options.suffix))
    if options.json:
        out.record(as_json(answer))
    else:
        _tell(answer, options.quotation, out)
    return 0 if answer.found else 1


def place(documents: Sequence[Document], asked: Asked) -> Answer:
    """The best answer over all documents: status first, then the fewest changed words, then the order given."""
    from tui.evidence import anchor

    answers = [
        Answer(document, anchor(document, asked.quote, prefix=asked.prefix, suffix=asked.suffix))
        for document in documents
    ]
    return min(answers, key=lambda answer: (RANK.index(answer.anchor.status), len(answer.anchor.changes)))


def as_json(answer: Answer) -> dict[str, Any]:
    """The JSON answer of `quote`; source, start and end are null where nothing was placed."""
    span = answer.anchor.span
    return {
        "status": str(answer.anchor.status),
        "source": answer.document.source if span else None,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "changes": [_change(change) for change in answer.anchor.changes],
        "alternatives": [
            {"source": other.source, "start": other.span.start, "end": other.span.end}
            for other in answer.anchor.alternatives
        ],
    }


def _change(change: Change) -> dict[str, Any]:
    start, end = change.span
    return {"kind": change.kind, "quoted": change.quoted, "found": change.found, "start": start, "end": end}


def _tell(answer: Answer, quotation: str, out: Output) -> None:
    document, anchor = answer.document, answer.anchor
    if anchor.span is None:
        out.line(f"{anchor.status}: “{quotation}”")
    else:
        out.line(f"{anchor.status}: {_place(document, *anchor.span)}: “{document.text[slice(*anchor.span)]}”")
    for change in anchor.changes:
        out.line(f"  {change.kind}: {told_change(change)}")
    for other in anchor.alternatives:
        out.line(
            f"  or: {_place(document, *other.span)}" if other.source == document.source else f"  or: {other.source}"
        )


def told_change(change: Change) -> str:
    """One change in words."""
    if not change.found:
        return f"“{change.quoted}” is not in the source"
    if not change.quoted:
        return f"the source also has “{change.found}”"
    return f"quoted “{change.quoted}”, the source has “{change.found}”"


def _place(document: Document, start: int, end: int) -> str:
    paragraph = document.paragraph_at(start)
    return f"{document.source} ¶{paragraph.number if paragraph else 0}, characters {start}–{end}"
