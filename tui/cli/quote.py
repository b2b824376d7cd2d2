"""`hexapla quote`: where a quotation stands in articles, or why it was not placed."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.errors import RefusedError
from tui.cli.inputs import load_documents
from tui.cli.output import Output
from tui.cli.parser import Parser

if TYPE_CHECKING:
    from tui.documents import Document
    from tui.evidence import Change
    from tui.evidence.answers import Best, QuoteAnswer, RemarkAnswer

_PLACES = 5  # other places told one by one


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
    documents = {document.source: document for document in load_documents([Path(name) for name in options.articles])}
    if options.quotation == "-":
        from tui.cli.quotes import stream

        return stream(documents, out)
    if not options.quotation.strip():
        raise RefusedError("hexapla quote: the quotation is empty")

    from tui.evidence.answers import answered, best

    found = best(documents, options.quotation, prefix=options.prefix, suffix=options.suffix)
    answer = answered(documents, options.quotation, found)
    if options.json:
        out.record(answer)
    else:
        _tell(documents, options.quotation, found, answer, out)
    return 1 if answer["status"] == "missing" else 0


def _tell(documents: Mapping[str, Document], quotation: str, found: Best, answer: QuoteAnswer, out: Output) -> None:
    from tui.documents import quoted
    from tui.evidence.anchor import MOST_ALTERNATIVES

    source, span = found.source, found.anchor.span
    if span is None:
        out.line(answer["status"], f": {quoted(quotation)}")
        return
    document = documents[source]
    out.line(answer["status"], f": {_place(document, *span)}: {quoted(document.text[slice(*span)])}")
    for line in told_changes(document, quotation, found.anchor.changes):
        out.line(f"  {line}")
    for remark in answer.get("remarks", ()):
        out.line(f"  look: {_told_remark(remark)}")
    others = answer["alternatives"]
    for other in others[:_PLACES]:
        out.line(f"  or: {_place(documents[other['source']], other['start'], other['end'])}")
    if (more := len(others) - _PLACES) > 0:
        or_more = " or more" if len(found.anchor.alternatives) == MOST_ALTERNATIVES else ""
        out.line(f"  or: {more}{or_more} other place{'s' if more > 1 else ''}")


def told_changes(document: Document, quotation: str, changes: Sequence[Change]) -> Iterator[str]:
    """Each change in a line: its kind, what the quotation has, what the document has."""
    from tui.documents import quoted
    from tui.evidence.telling import sentence, tell

    return (f"{told.kind}: {sentence(told, quoted)}" for told in tell(document, quotation, changes))


def _told_remark(remark: RemarkAnswer) -> str:
    """What is worth a look at words that stand there."""
    from tui.documents import quoted

    if remark["where"] == "joined":
        return "the gap joins words of different sentences"
    does = {"before": "begin right behind", "behind": "end right before", "gap": "leave out"}[remark["where"]]
    return f"the words {does} {quoted(remark['found'])}"


def _place(document: Document, start: int, end: int) -> str:
    from tui.documents import Span
    from tui.evidence.telling import place

    return f"{document.source} {place(document, Span(start, end))}"
