"""`hexapla search`: passages that match, best first."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from tui.cli import explaining
from tui.cli.errors import RefusedError
from tui.cli.inputs import add_root, kept_notes, load_documents, or_default, resolve, roots, tell_apart
from tui.cli.library import add_folder, refusing, where
from tui.cli.output import Output, Strong
from tui.cli.parser import Parser, positive

if TYPE_CHECKING:
    from tui.search.model import Explanation, Hit, Reading, Results, Searcher

    Explained = Sequence[Explanation | None]


def arguments(parser: Parser) -> None:
    """QUERY, then what to search."""
    parser.add_argument("query", metavar="QUERY", help='words in any order; \'exact ^start end$ !not a|b "a phrase"')
    parser.add_argument("files", nargs="*", metavar="BRIEFING | ARTICLE", help="the last briefing, when none is given")
    parser.add_argument("--limit", type=positive, default=10, metavar="N", help="at most N passages (10)")
    parser.add_argument("--json", action="store_true", help="one JSON object with code-point offsets")
    parser.add_argument("--explain", action="store_true", help="say under each passage what its score is the sum of")
    parser.add_argument("--library", action="store_true", help="search the library; equal passages are one hit")
    parser.add_argument("--notes", action="store_true", help="search your notes on the briefing too; note:WORD")
    add_folder(parser)
    add_root(parser)


def run(options: argparse.Namespace, out: Output) -> int:
    """Search, print; 1 when nothing was found."""
    results, explained, names = _search(options, out)
    if options.json:
        out.record(as_json(results, explained))
    else:
        for number, hit in enumerate(results.hits):
            further = hit.elsewhere and f"  {hit.elsewhere}"
            out.line(names.get(hit.source, hit.source), f" ¶{hit.paragraph}  ", *_shown(hit), further)
            for line in explaining.lines(explained[number], hit.score) if explained else ():
                out.line("    ", line)
    _narrate(results, out)
    if not options.notes and any(reading.operator == "note" for reading in results.readings):
        out.note("notes are searched with --notes")
    return 0 if results.hits else 1


_Found = tuple["Results", "Explained", Mapping[str, str]]


def _search(options: argparse.Namespace, out: Output) -> _Found:
    """The results, what explains their scores, and for each source of a briefing the letter and id printed."""
    from tui import search
    from tui.searching import over

    if options.library:
        return (*_search_library(options), {})
    if options.folder:
        raise RefusedError("hexapla search: --folder is where a library is kept, so name --library too")
    inputs = or_default(tell_apart(options.files))
    if options.notes and inputs.articles:
        raise RefusedError("hexapla search: --notes are those on a briefing, so name one")
    if inputs.articles:
        return (*_ask(search.open(load_documents(inputs.articles)), options), {})
    if inputs.briefing is None:
        raise RefusedError("hexapla search: name a briefing or articles; 'hexapla list' shows the briefings at hand")
    resolved = resolve(inputs.briefing, roots(options), out)
    searcher = over(resolved, kept_notes(resolved, out) if options.notes else ())
    names = {source.id: f"{source.letter} {source.id}" for source in resolved.briefing.sources}
    return (*_ask(searcher, options), names)


def _ask(searcher: Searcher, options: argparse.Namespace) -> tuple[Results, Explained]:
    results = searcher.search(options.query, limit=options.limit)
    hits = results.hits if options.explain else ()
    return results, [searcher.explain(options.query, hit) for hit in hits]


def _search_library(options: argparse.Namespace) -> tuple[Results, Explained]:
    if options.files or options.notes:
        what = "no files" if options.files else "no --notes"
        raise RefusedError(f"hexapla search: --library searches what was added to it, so name {what}")
    with refusing():
        from tui.search import libraries

        return _ask(libraries.open_at(where(options)), options)


def as_json(results: Results, explained: Explained = ()) -> dict[str, Any]:
    """The results as the JSON answer of `search`; each hit with what explains it, where that was asked for."""
    hits = [_hit_as_json(hit) for hit in results.hits]
    if explained:
        pairs = zip(hits, results.hits, explained, strict=True)
        hits = [{**said, "explain": explaining.as_json(one, hit.score)} for said, hit, one in pairs]
    more = {"at_least": True} if results.at_least else {}
    return {"query": results.query, "total": results.total, **more, "hits": hits}


def _hit_as_json(hit: Hit) -> dict[str, Any]:
    from tui.searching import NoteHit

    said: dict[str, Any] = {
        "source": hit.source,
        "start": hit.span.start,
        "end": hit.span.end,
        "score": round(hit.score, 6),
        "highlights": [[start, end] for start, end in hit.highlights],
    }
    if hit.also or hit.also_at_least:
        said |= {"also": hit.also, **({"also_at_least": True} if hit.also_at_least else {})}
    return {**said, "note": hit.note.text} if isinstance(hit, NoteHit) else said


def _shown(hit: Hit) -> list[str]:
    """What a line says of a hit; of a note its words, its matched letters marked, and those it is kept on."""
    from tui.documents import quoted
    from tui.searching import NoteHit

    return ["* ", *_marked(hit.note), f"  {quoted(hit.text)}"] if isinstance(hit, NoteHit) else _marked(hit)


def _marked(hit: Hit) -> list[str]:
    """The passage in pieces, the matched letters `Strong`."""
    pieces: list[str] = []
    at = hit.span.start
    for start, end in sorted(hit.highlights):
        pieces += [hit.text[at - hit.span.start : start - hit.span.start]]
        pieces += [Strong(hit.text[max(start, at) - hit.span.start : end - hit.span.start])]
        at = max(at, end)
    return [*pieces, hit.text[at - hit.span.start :]]


def _narrate(results: Results, out: Output) -> None:
    from tui.search.reporting import missing

    for reading in results.readings:
        if reading.approximate and reading.words:
            if results.hits:  # else it led nowhere
                out.note(f"{reading.typed} read as {_words(reading)}")
        elif (said := missing(reading)) and (results.hits or len(results.readings) > 1):  # else the end says it
            out.note(said)
    for notice in results.notices:
        out.note(notice)
    if not results.hits:
        near = f"; the nearest word is “{results.nearest}”" if results.nearest else ""
        out.note(f"nothing found for “{results.query}”{near}")
    elif results.total > sum(1 + hit.also for hit in results.hits):
        out.note(_of_all(results))


def _of_all(results: Results) -> str:
    """How many of the passages that match are shown, and what shows the others."""
    shown, hits = sum(1 + hit.also for hit in results.hits), len(results.hits)
    counted = "at least " if any(hit.also_at_least for hit in results.hits) else ""
    listed = "1 hit" if hits == 1 else f"{hits} hits"
    places = f"{listed} in {counted}{shown}" if shown > hits else f"{hits}"
    said, shows = ("at least ", "more") if results.at_least else ("", "all of them")
    return f"{places} of {said}{results.total:,} passages; --limit {results.total} for {shows}"


def _words(reading: Reading) -> str:
    few = ", ".join(reading.words[:4])
    return f"{few} and {len(reading.words) - 4} more" if len(reading.words) > 4 else few
