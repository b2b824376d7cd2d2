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
    from tui.evidence import QuoteAnswer


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
    from tui.documents import quoted

    source, start, end = answer["source"], answer["start"], answer["end"]
    if source is None or start is None or end is None:
        out.line(answer["status"], f": {quoted(quotation)}")
    else:
        document = documents[source]
        out.line(answer["status"], f": {_place(document, start, end)}: {quoted(document.text[start:end])}")
    for change in answer["changes"]:
        out.line(f"  {change['kind']}: {told_change(change['quoted'], change['found'])}")
    for other in answer["alternatives"]:
        out.line(f"  or: {_place(documents[other['source']], other['start'], other['end'])}")


def told_change(words: str, found: str) -> str:
    """One change in words: what the quotation has, what the source has."""
    from tui.documents import quoted

    if not found:
        return f"{quoted(words)} is not in the source"
    if not words:
        return f"the source also has {quoted(found)}"
    return f"quoted {quoted(words)}, the source has {quoted(found)}"


def _place(document: Document, start: int, end: int) -> str:
    paragraph = document.paragraph_at(start)
    return f"{document.source} ¶{paragraph.number if paragraph else 0}, characters {start}–{end}"
