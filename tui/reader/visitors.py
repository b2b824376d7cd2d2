"""Articles of the library beside the briefing's sources: in the view of the sources alone, and in no file.

A visitor comes with the search that found it and leaves with it: Escape shows the page as it was, `source.hide` closes
one before that. Where the last hit goes with the one closed, others stay to be read until Escape or another view.
Briefing, comparison, coverage, export and session know nothing of it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.briefing.letters import choose
from tui.briefing.model import Source
from tui.documents.model import Document
from tui.reader.messages import Message

if TYPE_CHECKING:
    from tui.reader.app import Hexapla
    from tui.reader.walk import Walk
    from tui.reader.widgets.overlay import Overlay
    from tui.search.model import Hit


class Visitor(NamedTuple):
    """An article as a source: its id is its path as the library has it, its letter the first free one."""

    source: Source
    document: Document


class Visitors:
    """Those that are there, in the order they came."""

    def __init__(self) -> None:
        self.all: tuple[Visitor, ...] = ()

    @property
    def sources(self) -> tuple[Source, ...]:
        """The visitors as sources."""
        return tuple(visitor.source for visitor in self.all)

    def take(self, path: str, document: Document, beside: Sequence[Source]) -> None:
        """Let an article stand beside these sources; one that is there already is read again and stays."""
        source = next((one for one in self.sources if one.id == path), None) or _source(path, (*beside, *self.sources))
        others = tuple(visitor for visitor in self.all if visitor.source.id != path)
        at = len(others) if len(others) == len(self.all) else self.sources.index(source)
        self.all = (*others[:at], Visitor(source, document), *others[at:])

    def leave(self, path: str) -> None:
        """Let one go."""
        self.all = tuple(visitor for visitor in self.all if visitor.source.id != path)

    def clear(self) -> bool:
        """Let all go; whether there were any."""
        there, self.all = bool(self.all), ()
        return there


def _source(path: str, beside: Sequence[Source]) -> Source:
    known = [(source.letter, source.outlet, source.id) for source in beside]
    letter = choose([*known, ("", "", Path(path).stem)])[-1]
    return Source(path, path, Path(path), letter)


def names(reader: Hexapla) -> dict[str, int]:
    """The number of every source the view of the sources shows or could show, visitors last."""
    sources = (*reader.resolved.briefing.sources, *reader.visitors.sources)
    return {source.id: number for number, source in enumerate(sources)}


# -- a hit of the library opened


class _Read(NamedTuple):
    """The article of a hit, or why it cannot be read; `here` are the ids of hits' articles that are sources already."""

    document: Document | None
    fault: str
    here: Mapping[str, str]


def open_hit(reader: Hexapla, over: Overlay, query: str, hits: Sequence[Hit], at: int) -> None:
    """Read the article of a hit behind the page, let it stand beside the sources and walk the hits; with the drawer
    gone from over the page meanwhile nothing happens."""
    from textual.events import Callback

    from tui.reader.behind import compute

    resolved = reader.resolved

    def arrived(read: _Read) -> None:
        if reader.overlay is over and reader.resolved is resolved:
            _walk(reader, query, hits, at, read)

    def read_it() -> _Read:
        return _read(hits, hits[at].source, resolved.briefing.sources, resolved.documents)

    compute(reader, lambda: Callback(callback=partial(arrived, read_it())))


def _read(hits: Iterable[Hit], path: str, sources: Iterable[Source], documents: Mapping[str, Document]) -> _Read:
    from tui.documents import ArticleError, load

    there = {os.path.realpath(source.path): source.id for source in sources}
    paths = dict.fromkeys(hit.source for hit in hits)
    here = {name: there[real] for name in paths if (real := os.path.realpath(name)) in there}
    if path in here:
        return _Read(None, "", here)
    try:
        document = load(path)
    except ArticleError as error:
        return _Read(None, str(error), here)
    same = next((name for name, one in documents.items() if one.sha256 == document.sha256), None)
    return _Read(document, "", here) if same is None else _Read(None, "", {**here, path: same})


def _walk(reader: Hexapla, query: str, hits: Sequence[Hit], at: int, read: _Read) -> None:
    from tui.reader import walk

    chosen = hits[at]
    name = Path(chosen.source).name
    if read.fault:
        reader.say(Message(name, f"{read.fault}; it was there when it was added", kind="error"))
        return
    documents = {**reader.resolved.documents, **{one.source.id: one.document for one in reader.visitors.all}}
    if read.document is not None:
        documents[chosen.source] = read.document
    placed = {hit: _placed(hit, documents, read.here) for hit in hits}
    first = placed[chosen]
    if first is None:
        again = "'hexapla library add' reads it again"
        reader.say(
            Message(name, f"has changed since it was added, and no longer has this passage; {again}", kind="error")
        )
        return
    if read.document is not None:
        reader.visitors.take(chosen.source, read.document, reader.resolved.briefing.sources)
    found = [hit for hit in placed.values() if hit is not None]
    changed(reader)
    elsewhere = len(hits) - len(found)
    walk.start(reader, query, found, found.index(first), "/", library=True, elsewhere=elsewhere)


def _placed(hit: Hit, documents: Mapping[str, Document], here: Mapping[str, str]) -> Hit | None:
    """The hit where its passage stands in the article as it is now; None where the article is not open, or lacks it."""
    source = here.get(hit.source, hit.source)
    document = documents.get(source)
    if document is None:
        return None
    same = [
        passage.start
        for passage in ([hit.span] if document.text[slice(*hit.span)] == hit.text else document.passages)
        if document.text.startswith(hit.text, passage.start)
    ]
    if not same:
        return None
    by = min(same, key=lambda start: abs(start - hit.span.start)) - hit.span.start
    paragraph = document.paragraph_at(hit.span.start + by)
    return replace(
        hit,
        source=source,
        span=type(hit.span)(hit.span.start + by, hit.span.end + by),
        highlights=tuple(type(span)(span.start + by, span.end + by) for span in hit.highlights),
        paragraph=paragraph.number if paragraph else hit.paragraph,
    )


def close(reader: Hexapla, path: str) -> None:
    """Let one visitor go. A walk goes on through the hits that are left; after the last one leads Escape back still."""
    reader.visitors.leave(path)
    walk = reader.walk
    if walk is not None:
        if walk.outer is not None and not _without(walk.outer, path).hits:
            walk.outer = None
        if not _without(walk, path).hits:
            reader.walk, reader.jumps.entrance = walk.outer, walk.origin
    changed(reader)


def _without(walk: Walk, path: str) -> Walk:
    """The walk without the hits of one source."""
    stood = walk.hit
    walk.hits = [hit for hit in walk.hits if hit.source != path]
    walk.index = walk.hits.index(stood) if stood in walk.hits else 0
    return walk


def changed(reader: Hexapla) -> None:
    """Show the visitors that are there now."""
    from tui.reader.widgets.sources import SourcesView

    view = reader.views.get("sources")
    if isinstance(view, SourcesView):
        view.visitors_changed()
