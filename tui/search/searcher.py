"""A search over documents held in memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from tui.documents.model import Document
from tui.search.acronyms import Learner
from tui.search.filters import Filters, Sections
from tui.search.index import Index
from tui.search.model import Explanation, Hit, Results

if TYPE_CHECKING:
    from tui.search.engine import Engine


class DocumentSearcher:
    """Finds passages of documents by imprecise words. Equal documents and queries give equal results."""

    def __init__(self, index: Index, filters: Filters, *, once: bool = False) -> None:
        self.index = index
        self._filters = filters
        self._once = once
        self._acronyms = Learner(index).acronyms()
        self._engine: Engine | None = None

    def note(self, notes: Sections) -> None:
        """Let `note:` find the passages these notes are kept on: by each note's text, spans by source name."""
        self._filters.notes = notes

    def warm(self) -> None:
        """Import what the first search would have to wait for (about 30 ms); call it when the screen stands."""
        self._warmed()

    def _warmed(self) -> Engine:
        if self._engine is None:
            from tui.search.engine import Engine

            self._engine = Engine(self.index, self._acronyms, self._filters, once=self._once)
        return self._engine

    def search(self, query: str, limit: int = 10) -> Results:
        """The best `limit` passages for a query of at most 256 characters, best first; every string is a query."""
        return self._warmed().search(query, limit)

    def explain(self, query: str, hit: Hit) -> Explanation | None:
        """What the score of a hit of this query is made of; None where the passage is no hit of it."""
        return self._warmed().explain(query, hit)


def open(  # noqa: A001  (the name outside programs rely on)
    documents: Iterable[Document] | Mapping[str, Document],
    *,
    sections: Sections | None = None,
    titles: Mapping[str, str] | None = None,
    outlets: Mapping[str, str] | None = None,
    files: Mapping[str, str] | None = None,
    once: bool = False,
) -> DocumentSearcher:
    """Make documents searchable, under their own source names or under those of a mapping.

    `sections` says which spans of which source belong to a section, by section id and source name; `titles` and
    `outlets` are further names `section:` and `source:` understand, by section id and source name; `files` are the
    sources' file names, which `source:` understands where no name fits. With `once`, equal passages are one hit, as in
    a library: of few documents, each place matters.
    """
    named = documents.items() if isinstance(documents, Mapping) else [(d.source, d) for d in documents]
    pairs = list(named)
    index = Index([name for name, _ in pairs], [document for _, document in pairs])
    return DocumentSearcher(index, Filters(index, sections or {}, titles or {}, outlets or {}, files), once=once)
