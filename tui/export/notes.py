"""The reader's bookmarks and notes: under the statements whose passages they stand on, the others by themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tui.briefing.model import Evidence, Source
from tui.documents import quoted
from tui.documents.model import Span
from tui.evidence.model import Anchor, Quotation, ResolvedBriefing, ResolvedSection, ResolvedStatement, Status
from tui.export.footnotes import Footnotes
from tui.export.inline import Piece, paragraph
from tui.export.names import Names
from tui.notes import Placed

HEADING = "Notes"


class NoteLists:
    """Gives every note to the first statement that quotes words of its passage; `rest` are those of none."""

    def __init__(
        self,
        briefing: ResolvedBriefing,
        sections: Iterable[ResolvedSection],
        notes: Sequence[Placed],
        names: Names,
        footnotes: Footnotes,
    ) -> None:
        self._briefing, self._names, self._footnotes = briefing, names, footnotes
        self._sources = {source.id: source for source in briefing.briefing.sources}
        self._of: dict[int, list[Placed]] = {}  # by the identity of the statement, whose id may stand twice
        left = list(notes)
        for statement in (one for section in sections for one in section.statements):
            mine = [note for note in left if _stands_on(note, statement)]
            self._of[id(statement)] = mine
            left = [note for note in left if note not in mine]
        self.rest = [note for note in left if not self._elsewhere(note)]

    def under(self, statement: ResolvedStatement) -> Iterator[str]:
        """The block under a statement; none where nothing is noted."""
        if mine := self._of.get(id(statement)):
            yield self.list(mine)

    def list(self, notes: Iterable[Placed]) -> str:
        """One item a note: whose words, in which paragraph, what was noted, the words themselves in a footnote."""
        return "\n".join(f"- {paragraph(self._item(one))}" for one in notes)

    def _elsewhere(self, note: Placed) -> bool:
        """Whether a statement that is not exported quotes the passage."""
        statements = (one for section in self._briefing.sections for one in section.statements)
        return any(_stands_on(note, one) for one in statements)

    def _item(self, placed: Placed) -> Iterator[Piece]:
        note, source = placed.note, self._sources.get(placed.note.source)
        yield "Note, " if note.text else "Bookmark, "
        yield from self._names.of(source) if source else [note.source]
        if source is None or placed.span is None:
            yield f": {_ended(note.text)} " if note.text else ": "
            yield f"Its words are not found any more: {quoted(note.quote)}."
            return
        passage = self._quoted(source, placed, placed.span)
        yield f", paragraph {passage.paragraph}" if passage.paragraph is not None else ""
        yield f": {_ended(note.text)}" if note.text else "."
        yield self._footnotes.mark(passage)

    def _quoted(self, source: Source, placed: Placed, span: Span) -> Quotation:
        """The noted passage as what a footnote cites."""
        document = self._briefing.documents[source.id]
        found = document.paragraph_at(span.start)
        claim = Evidence(source.id, placed.note.quote)
        return Quotation(source, document, claim, Anchor(Status.VERIFIED, span), found.number if found else None)


def _stands_on(note: Placed, statement: ResolvedStatement) -> bool:
    span = note.span
    if span is None:
        return False
    mine = (one.anchor.span for one in statement.quotations if one.source.id == note.note.source)
    return any(quoted.start < span.end and span.start < quoted.end for quoted in mine if quoted is not None)


def _ended(text: str) -> str:
    return text if text[-1:] in tuple(".!?…") else f"{text}."
