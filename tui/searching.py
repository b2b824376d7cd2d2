"""Search over what a briefing has on the page: its documents under their source ids, its sections and outlets, and
what the reader noted on their passages."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tui import search
from tui.documents import Document, clean_line, from_text
from tui.documents.model import Span
from tui.evidence.model import ResolvedBriefing
from tui.notes import Placed
from tui.search.model import Explanation, Hit, Reading, Results

BOOKMARK = "bookmark"  # what `note:` knows a note without a text by


@dataclass(frozen=True, slots=True)
class NoteHit(Hit):
    """A passage found by what was noted on it: `note` is the hit in the note's own text (offsets into that)."""

    note: Hit


def over(resolved: ResolvedBriefing, notes: Sequence[Placed] = ()) -> Searching:
    """A searcher that knows the briefing's sources by id and outlet, its sections by id and title, and the notes."""
    searching = Searching(resolved)
    searching.take(notes)
    return searching


class Searching:
    """Searches the documents of a briefing, and beside them the notes: `search` answers with hits of both."""

    def __init__(self, resolved: ResolvedBriefing) -> None:
        self._resolved = resolved
        self._articles = self._open(resolved.documents, resolved.section_spans())
        self._notes: _Notes | None = None

    def _open(
        self, documents: Mapping[str, Document], sections: dict[str, dict[str, list[Span]]]
    ) -> search.DocumentSearcher:
        briefing = self._resolved.briefing
        return search.open(
            documents,
            sections=sections,
            titles={section.id: section.title for section in briefing.sections},
            outlets={source.id: source.outlet for source in briefing.sources},
            files={source.id: f"{source.file_name} {source.letter}" for source in briefing.sources},
        )

    def take(self, notes: Iterable[Placed]) -> None:
        """Search these notes, those whose words were found, in the place of any before."""
        kept = [one for one in notes if one.span is not None and one.note.source in self._resolved.documents]
        spans = _by_text(kept)
        self._articles.note(spans)
        self._notes = None
        if any(one.note.text for one in kept):
            noted = _Notes(kept, self._resolved)
            noted.searcher = self._open(noted.documents, noted.sections(self._resolved.section_spans()))
            noted.searcher.note({text: noted.places(text) for text in spans})
            self._notes = noted

    def warm(self) -> None:
        """Import what the first search would have to wait for (about 30 ms); call it when the screen stands."""
        self._articles.warm()

    def explain(self, query: str, hit: Hit) -> Explanation | None:
        """What the score of a hit of this query is made of; of a note its own words'."""
        if not isinstance(hit, NoteHit):
            return self._articles.explain(query, hit)
        return self._notes.explain(query, hit) if self._notes is not None else None

    def search(self, query: str, limit: int = 10) -> Results:
        """The best `limit` passages and notes, best first, of equal ones the note first."""
        results = self._articles.search(query, limit)
        noted = self._notes.search(query, limit) if self._notes is not None and limit > 0 else None
        if noted is None or not noted.hits:
            return results
        spans = {(hit.source, hit.span) for hit in noted.hits}
        # A passage that `note:` alone has chosen is shown by its note.
        hits = [hit for hit in results.hits if hit.highlights or not _covered(hit, spans)]
        total = results.total - (len(results.hits) - len(hits)) + noted.total
        merged = sorted([*noted.hits, *hits], key=lambda hit: -hit.score)[:limit]
        readings = _better(results.readings, noted.readings)
        return replace(results, total=total, hits=tuple(merged), readings=readings, nearest="")


class _Notes:
    """The texts of all notes as documents, one a source, and the way back from a place in one to the passage noted."""

    searcher: search.DocumentSearcher

    def __init__(self, notes: Sequence[Placed], resolved: ResolvedBriefing) -> None:
        self._resolved = resolved
        self.documents: dict[str, Document] = {}
        self._starts: dict[str, list[int]] = {}
        self._of: dict[str, list[Placed]] = {}
        for source in resolved.documents:
            mine = [one for one in notes if one.note.source == source and one.note.text]
            texts = [clean_line(one.note.text) for one in mine]
            starts = [sum(len(text) + 2 for text in texts[:number]) for number in range(len(texts))]
            if mine:
                self.documents[source] = from_text("\n\n".join(texts), source)
                self._of[source], self._starts[source] = mine, starts

    def _all(self) -> Iterator[tuple[str, Placed, Span]]:
        """Every note with its source and the place of its text in the document of the notes."""
        for source, notes in self._of.items():
            for start, one in zip(self._starts[source], notes, strict=True):
                yield source, one, Span(start, start + len(clean_line(one.note.text)))

    def places(self, text: str) -> dict[str, list[Span]]:
        """Where the notes of this text stand in the documents of the notes, by source."""
        found: dict[str, list[Span]] = {}
        for source, one, span in self._all():
            if one.note.text == text:
                found.setdefault(source, []).append(span)
        return found

    def sections(self, spans: dict[str, dict[str, list[Span]]]) -> dict[str, dict[str, list[Span]]]:
        """The sections of the noted passages, as spans of the documents of the notes."""
        found: dict[str, dict[str, list[Span]]] = {}
        for section, by_source in spans.items():
            here = found.setdefault(section, {})
            for source, one, place in self._all():
                if _covered(one, {(source, span) for span in by_source.get(source, ())}):
                    here.setdefault(source, []).append(place)
        return found

    def search(self, query: str, limit: int) -> Results:
        """The notes that match, each once and by its best passage, told by the passage they are kept on."""
        results = self.searcher.search(query, max(limit, 50))
        found: dict[tuple[str, int], NoteHit] = {}
        for hit in results.hits:
            number = bisect_right(self._starts[hit.source], hit.span.start) - 1
            if (hit.source, number) not in found:
                found[hit.source, number] = self._hit(hit, number)
        return replace(results, total=len(found), hits=tuple(found.values()))

    def explain(self, query: str, hit: NoteHit) -> Explanation | None:
        """What the score of a note is made of: that of its best passage."""
        places = [
            place
            for source, one, place in self._all()
            if (source, one.span, clean_line(one.note.text)) == (hit.source, hit.span, hit.note.text)
        ]
        return self.searcher.explain(query, replace(hit, span=places[0])) if places else None

    def _hit(self, hit: Hit, number: int) -> NoteHit:
        one, start = self._of[hit.source][number], self._starts[hit.source][number]
        span, text = one.span, clean_line(one.note.text)
        assert span is not None  # only those whose words were found are taken
        document = self._resolved.documents[hit.source]
        paragraph = document.paragraph_at(span.start)
        lit = tuple(Span(at - start, end - start) for at, end in hit.highlights)
        note = Hit(hit.source, Span(0, len(text)), 0, hit.score, lit, text)
        words = document.text[span.start : span.end]
        return NoteHit(hit.source, span, paragraph.number if paragraph else 0, hit.score, (), words, note)


def _by_text(notes: Iterable[Placed]) -> dict[str, dict[str, list[Span]]]:
    found: dict[str, dict[str, list[Span]]] = {}
    for one in notes:
        if one.span is not None:
            spans = found.setdefault(one.note.text or BOOKMARK, {})
            spans.setdefault(one.note.source, []).append(one.span)
    return found


def _covered(one: Hit | Placed, spans: Iterable[tuple[str, Span]]) -> bool:
    """Whether one of the spans, of the same source, shares characters with the passage."""
    source, span = (one.source, one.span) if isinstance(one, Hit) else (one.note.source, one.span)
    return span is not None and any(
        name == source and other.start < span.end and span.start < other.end for name, other in spans
    )


def _better(readings: Sequence[Reading], noted: Sequence[Reading]) -> tuple[Reading, ...]:
    """How words were understood: as the notes have them where only those have the very word."""
    if len(readings) != len(noted):
        return tuple(readings)
    pairs = zip(readings, noted, strict=True)
    return tuple(other if one.approximate and not other.approximate else one for one, other in pairs)
