"""The counterparts of a passage: what other sources report of the same thing, brought level with it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.documents import quoted
from tui.documents.model import Document, Span
from tui.evidence.comparing.model import Comparison, Link
from tui.reader.jumps import here
from tui.reader.messages import Message
from tui.reader.noting import Passage, where
from tui.reader.scrolling import LEVEL
from tui.reader.walk import Walk, begin
from tui.search.model import Hit

if TYPE_CHECKING:
    from tui.evidence.model import ResolvedBriefing
    from tui.reader.app import Hexapla
    from tui.reader.widgets.column import Column

SIGN = "="
WORDS = 60  # characters of a passage that tell which it is


class Counterparts(Walk):
    """A walk through the counterparts of a passage, the strongest first; the passage itself is lit and stays."""

    def __init__(self, reader: Hexapla, passage: Passage, found: list[tuple[Hit, Link]], row: int) -> None:
        hits = [hit for hit, _ in found]
        order = {source.id: number for number, source in enumerate(reader.resolved.briefing.sources)}
        super().__init__("", hits, 0, order, here(reader), SIGN)
        self.hits, self.index, self.row = hits, 0, row
        self.outer = reader.walk.outer if isinstance(reader.walk, Counterparts) else reader.walk
        if isinstance(reader.walk, Counterparts):
            self.origin = reader.walk.origin
        self.also = (_hit(passage[0].id, passage[1], passage[2]),)
        self._bands = [link.band for _, link in found]
        self._where = where(passage)

    @property
    def query(self) -> str:
        """`C ¶9, same`: the passage, and how surely the one stood on reports the same thing."""
        return f"{self._where}, {self._bands[self.index]}"

    @query.setter
    def query(self, query: str) -> None:
        """It follows from the passage."""


def show(reader: Hexapla) -> None:
    """Bring the counterparts of the passage in hand level with it; asked again, go on to the next of them."""
    walk, passage = reader.walk, reader.view.to_mark()
    if isinstance(walk, Counterparts) and reader.view_name == "sources" and _stands_on(walk, passage):
        reader.do_hit_next()
    elif passage is None:
        reader.say(Message("no passage here to find counterparts of", kind="warning"))
    elif passage[0].id not in reader.resolved.documents:
        reader.say(Message("counterparts are looked for among the briefing’s own sources", kind="warning"))
    elif len(reader.resolved.documents) < 2:
        reader.say(Message("no other source to compare with", "only one could be read", kind="warning"))
    elif reader.comparing.ask(partial(_show_of, reader, reader.resolved, passage)) is not None:
        _show_of(reader, reader.resolved, passage)


def _stands_on(walk: Counterparts, passage: Passage | None) -> bool:
    return passage is not None and (passage[0].id, passage[2]) == (walk.hit.source, walk.hit.span)


def _show_of(reader: Hexapla, resolved: ResolvedBriefing, passage: Passage) -> None:
    compared = reader.comparing.found
    if compared is None or reader.resolved is not resolved or reader.overlay is not None:
        return
    comparison = compared.comparison
    index = _index(resolved, comparison, passage)
    if index is None:
        return
    names = list(resolved.documents)
    found: list[tuple[Hit, Link]] = []
    for link in comparison.counterparts(index):
        other = link.b if link.a == index else link.a
        number = comparison.passages[other].document
        document = resolved.documents[names[number]]
        found.append((_hit(names[number], document, comparison.span(other)), link))
    source, document, _ = passage
    whole = source, document, comparison.span(index)
    if found:
        begin(reader, Counterparts(reader, whole, found, _row(reader, whole, [hit for hit, _ in found])))
    else:
        reader.say(_none(reader, whole, alone=index in comparison.only))


def _index(resolved: ResolvedBriefing, comparison: Comparison, passage: Passage) -> int | None:
    """The number of the passage in the comparison; of several passages the first with a counterpart."""
    source, document, span = passage
    first, last = document.passage_at(span.start), document.passage_at(max(span.end - 1, span.start))
    if first is None or last is None:
        return None
    number = list(resolved.documents).index(source.id)
    start = sum(len(one.passages) for one in comparison.documents[:number])
    linked = {index for link in comparison.links for index in link[:2]}
    touched = range(start + first, start + last + 1)
    return next((index for index in touched if index in linked), touched[0])


def _none(reader: Hexapla, passage: Passage, *, alone: bool) -> Message:
    """Word of a passage without counterparts."""
    _, document, span = passage
    glyphs = reader.ink.glyphs
    words = " ".join(document.text[slice(*span)].split())
    text = quoted(f"{words[:WORDS]}{glyphs.more if len(words) > WORDS else ''}")
    if not alone:
        return Message("no words to compare", f"{where(passage)} {text}")
    unread = len(reader.resolved.documents) < len(reader.resolved.briefing.sources)
    subject = f"{glyphs.alone} only in {where(passage)}" + (", of the sources that could be read" if unread else "")
    return Message(subject, text, kind="said")


def _row(reader: Hexapla, passage: Passage, hits: list[Hit]) -> int:
    """The row the passage stands on, for the others to stand on too.

    `LEVEL` where it is not in view, or low down, or where the end of a document keeps a counterpart below that row.
    """
    from tui.reader.widgets.sources import SourcesView

    view = reader.view
    source, _, span = passage
    if not isinstance(view, SourcesView) or not view.ready or view.columns.focused.source.id != source.id:
        return LEVEL
    column = view.columns.focused
    row = next((y for y in range(column.height) if _shows(column, y, span)), column.height)
    if row > column.height * 2 // 3:
        return LEVEL
    before = view.columns.where()
    visible = [view.columns.all[number] for number in view.columns.shown]
    level = all(_reaches(other, row, hit.span) for other in visible for hit in hits if hit.source == other.source.id)
    view.columns.back_to(before)
    return row if level else LEVEL


def _reaches(column: Column, row: int, span: Span) -> bool:
    """Whether a span can stand on a row; the column is left there."""
    column.place(span.start, row)
    return _shows(column, row, span)


def _shows(column: Column, row: int, span: Span) -> bool:
    """Whether something of the span stands on a row."""
    line = column.line(row)
    return line is not None and line.start < span.end and span.start < line.end


def _hit(source: str, document: Document, span: Span) -> Hit:
    paragraph = document.paragraph_at(span.start)
    return Hit(source, span, paragraph.number if paragraph else 0, 1.0, (span,), document.text[slice(*span)])
