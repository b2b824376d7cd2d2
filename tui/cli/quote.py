"""`hexapla quote`: where a quotation stands in articles, or why it was not placed."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.errors import RefusedError
from tui.cli.inputs import load_documents
from tui.cli.output import Output
from tui.cli.parser import Parser

if TYPE_CHECKING:
    from tui.documents import Document
    from tui.evidence import Change, QuoteAnswer
    from tui.evidence.answers import RemarkAnswer


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

    from tui import evidence

    answer = evidence.answer(documents, options.quotation, prefix=options.prefix, suffix=options.suffix)
    if options.json:
        out.record(answer)
    else:
        _tell(documents, answer, options.quotation, out)
    return 1 if answer["status"] == "missing" else 0


def _tell(documents: Mapping[str, Document], answer: QuoteAnswer, quotation: str, out: Output) -> None:
    from tui.documents import Span, quoted
    from tui.evidence import Change

    source, start, end = answer["source"], answer["start"], answer["end"]
    if source is None or start is None or end is None:
        out.line(answer["status"], f": {quoted(quotation)}")
        return
    document = documents[source]
    out.line(answer["status"], f": {_place(document, start, end)}: {quoted(document.text[start:end])}")
    for change in answer["changes"]:
        span = Span(change["start"], change["end"])
        told = Change(change["kind"], change["quoted"], change["found"], Span(0, 0), span)
        out.line(f"  {told_change(document, told)}")
    for remark in answer.get("remarks", ()):
        out.line(f"  look: {_told_remark(remark)}")
    for other in answer["alternatives"]:
        out.line(f"  or: {_place(documents[other['source']], other['start'], other['end'])}")


def told_change(document: Document, change: Change) -> str:
    """One change in words: its kind, what the quotation has, what the document has.

    Words that are not there are said to be nowhere in the source only where that is so.
    """
    from tui.documents import quoted
    from tui.evidence.telling import OTHERWISE, is_otherwise, label

    kind, words, found = label(change), quoted(change.quoted), quoted(change.found)
    if change.elsewhere:
        return f"{kind}: {words} stands elsewhere in the source, at {_span(document, *change.span)}"
    if not change.found:
        nowhere = change.quoted.casefold() not in document.text.casefold()
        return f"{kind}: {words} is not in the source{'' if nowhere else ' there'}"
    if not change.quoted:
        return f"{kind}: the source also has {found}"
    same = f", {OTHERWISE}" if is_otherwise(change) else ""
    return f"{kind}: quoted {words}, the source has {found}{same}"


def _told_remark(remark: RemarkAnswer) -> str:
    """What is worth a look at words that stand there."""
    from tui.documents import quoted

    if remark["where"] == "joined":
        return "the gap joins words of different sentences"
    does = {"before": "begin right behind", "behind": "end right before", "gap": "leave out"}[remark["where"]]
    return f"the words {does} {quoted(remark['found'])}"


def _place(document: Document, start: int, end: int) -> str:
    return f"{document.source} {_span(document, start, end)}"


def _span(document: Document, start: int, end: int) -> str:
    paragraph = document.paragraph_at(start)
    return f"¶{paragraph.number if paragraph else 0}, characters {start}–{end}"
