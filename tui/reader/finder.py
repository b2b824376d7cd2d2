"""The searcher of the page: made at once over small documents, in a thread over large ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.evidence.model import ResolvedBriefing

if TYPE_CHECKING:
    from tui.reader.app import Hexapla
    from tui.searching import Searching

AT_ONCE = 100_000  # characters made searchable within 40 ms, which a key may wait


class Finder:
    """Makes the searcher of one resolved briefing when it is first asked for, and keeps it."""

    def __init__(self, reader: Hexapla, resolved: ResolvedBriefing) -> None:
        self.reader = reader
        self.resolved = resolved
        self._searcher: Searching | None = None
        self._waiting: list[Callable[[], object]] | None = None
        self._noted = False  # whether it has the notes as they are now

    @property
    def searcher(self) -> Searching:
        """The searcher, waited for."""
        if self._searcher is None:
            self._searcher = self._make()
        return self._with_notes(self._searcher)

    def notes_changed(self) -> None:
        """Notes are others now: take them before the next search."""
        self._noted = False

    def _with_notes(self, searcher: Searching) -> Searching:
        if not self._noted:
            searcher.take(self.reader.notebook.all())
            self._noted = True
        return searcher

    def ready(self, then: Callable[[], object]) -> Searching | None:
        """The searcher, or None while it is made in a thread; `then` is called when it is there."""
        if self._searcher is None and sum(len(one.text) for one in self.resolved.documents.values()) <= AT_ONCE:
            self._searcher = self._make()
        if self._searcher is None:
            if self._waiting is None:
                self._waiting = []
                self.reader.run_worker(self._work, thread=True, group="search", exit_on_error=True)
            self._waiting.append(then)
        return self._with_notes(self._searcher) if self._searcher is not None else None

    def _make(self) -> Searching:
        from tui.collecting import without_collecting
        from tui.searching import over

        with without_collecting():
            searcher = over(self.resolved)
            searcher.warm()
        return searcher

    def _work(self) -> None:
        searcher = self._make()
        self.reader.call_from_thread(self._made, searcher)

    def _made(self, searcher: Searching) -> None:
        self._searcher = searcher
        waiting, self._waiting = self._waiting or [], None
        for then in waiting[-1:]:
            then()
