"""`hexapla compare`: what articles agree on, what one alone carries, where they differ."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.cli.errors import RefusedError
from tui.cli.inputs import add_root, load_documents, or_default, resolve, roots, tell_apart
from tui.cli.output import Output, ProgressLine, Strong
from tui.cli.parser import Parser
from tui.collecting import without_collecting

if TYPE_CHECKING:
    from tui.documents import Document
    from tui.evidence import Comparison, ResolvedBriefing


def arguments(parser: Parser) -> None:
    """What to compare."""
    parser.add_argument("files", nargs="*", metavar="BRIEFING | ARTICLE", help="the last briefing, when none is given")
    parser.add_argument("--json", action="store_true", help="one JSON object with code-point offsets")
    add_root(parser)


def run(options: argparse.Namespace, out: Output) -> int:
    """Compare, print; 0 whatever was found."""
    from tui import evidence

    names, documents, resolved = _read(options, out)
    aliases = resolved.briefing.aliases if resolved else {}
    sections = resolved.briefing.sections if resolved else ()
    with ProgressLine(out) as line, without_collecting(stays=False):
        comparison = evidence.compare(documents, aliases, progress=line.compared)
    routed = evidence.routes(comparison, sections, aliases)
    if options.json:
        out.record(as_json(comparison, names, routed))
    else:
        _print(comparison, names, out)
        if resolved and sections:
            _print_uncovered(resolved, comparison, routed, out)
    return 0


def _read(options: argparse.Namespace, out: Output) -> tuple[list[str], list[Document], ResolvedBriefing | None]:
    """Names and documents of what was given, and the briefing if it was one."""
    inputs, resolved = or_default(tell_apart(options.files)), None
    if inputs.briefing is not None:
        resolved = resolve(inputs.briefing, roots(options), out)
        names, documents = list(resolved.documents), list(resolved.documents.values())
    else:
        documents = load_documents(_once(inputs.articles, out))
        names = [document.source for document in documents]
    if len(documents) < 2:
        raise RefusedError("hexapla compare: give two articles or more, or a briefing with two readable sources")
    return names, documents, resolved


def _once(articles: Sequence[Path], out: Output) -> list[Path]:
    """The articles, each file once; of a file given twice it is said."""
    files: dict[str, Path] = {}
    for article in articles:
        if files.setdefault(os.path.realpath(article), article) is not article:
            out.note(f"hexapla compare: {article} is one file given twice: it counts once")
    return list(files.values())


def as_json(comparison: Comparison, names: Sequence[str], routed: Sequence[Sequence[str]]) -> dict[str, Any]:
    """The comparison as the JSON answer of `compare`; `routed` are the section ids of each passage."""
    spans = [comparison.span(index) for index in range(len(comparison.passages))]
    return {
        "documents": [
            {"source": name, "sha256": document.sha256, "characters": len(document.text)}
            for name, document in zip(names, comparison.documents, strict=True)
        ],
        "passages": [
            {"source": names[place.document], "start": span.start, "end": span.end, "sections": list(sections)}
            for place, span, sections in zip(comparison.passages, spans, routed, strict=True)
        ],
        "links": [
            {"a": link.a, "b": link.b, "score": round(link.score, 6), "band": link.band} for link in comparison.links
        ],
        "groups": [list(group) for group in comparison.groups],
        "only": list(comparison.only),
        "differences": [
            {
                "kind": difference.kind,
                "about": difference.about,
                "values": [
                    {
                        "source": names[value.document],
                        "start": value.span.start,
                        "end": value.span.end,
                        "value": value.value,
                    }
                    for value in difference.values
                ],
            }
            for difference in comparison.differences
        ],
    }


def _print(comparison: Comparison, names: Sequence[str], out: Output) -> None:
    from tui.documents import quoted

    for difference in comparison.differences:
        out.line(Strong(f"{difference.kind}: {difference.about}"))
        for value in difference.values:
            words = comparison.documents[value.document].text[value.span.start : value.span.end]
            out.line(f"  {_place(comparison, value.document, value.span.start, names)}  {quoted(words)}")
    for group in comparison.groups:
        out.line(Strong("together:"))
        _passages(comparison, group, names, out)
    out.line(Strong("in one source alone:"))
    _passages(comparison, comparison.only, names, out)
    counts = (
        _counted(len(comparison.groups), "group"),
        _counted(len(comparison.only), "passage") + " in one source alone",
        _counted(len(comparison.differences), "difference"),
    )
    out.note(f"{len(comparison.documents)} documents: {', '.join(counts)}")
    if rest := _left_out(comparison):
        out.note(f"listed in neither: {rest}")


def _left_out(comparison: Comparison) -> str:
    """How many passages are in no list, and why: headings, and those that others say in part."""
    listed = {*comparison.only, *(index for group in comparison.groups for index in group)}
    rest = set(range(len(comparison.passages))) - listed
    headings = len(rest & comparison.headings)
    linked = len({index for link in comparison.links for index in (link.a, link.b)} & (rest - comparison.headings))
    said = (
        (linked, f"{_counted(linked, 'passage')} {'says' if linked == 1 else 'say'} partly what others say"),
        (headings, f"{_counted(headings, 'heading')}"),
        (other := len(rest) - linked - headings, f"{_counted(other, 'passage')} without a telling word"),
    )
    return ", ".join(words for count, words in said if count)


def _print_uncovered(
    resolved: ResolvedBriefing, comparison: Comparison, routed: Sequence[Sequence[str]], out: Output
) -> None:
    """What no statement of the briefing covers, facts of several sources first, each with the section it belongs to."""
    from tui.evidence.uncovered import uncovered

    facts = uncovered(resolved, comparison, routed)
    if facts:
        out.line(Strong("not yet covered by a statement:"))
    for fact in facts:
        section = f" ({fact.section})" if fact.section else ""
        for source, span in fact.passages:
            document = resolved.documents[source]
            paragraph = document.paragraph_at(span.start)
            out.line(f"  {source} ¶{paragraph.number if paragraph else 0}{section}  ", document.text[slice(*span)])


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _passages(comparison: Comparison, indices: Sequence[int], names: Sequence[str], out: Output) -> None:
    for index in indices:
        place = comparison.passages[index]
        start = comparison.span(index).start
        out.line(f"  {_place(comparison, place.document, start, names)}  ", comparison.text(index))


def _place(comparison: Comparison, document: int, start: int, names: Sequence[str]) -> str:
    paragraph = comparison.documents[document].paragraph_at(start)
    return f"{names[document]} ¶{paragraph.number if paragraph else 0}"
