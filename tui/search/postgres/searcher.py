"""Asking a shared library: the same ranking as in memory, over the newest state of every server that answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import TypeVar

from tui.documents import clean_line
from tui.search.engine import Engine
from tui.search.filters import Filters
from tui.search.library.errors import LibraryError, translated
from tui.search.library.files import changed
from tui.search.model import Explanation, Hit, Results
from tui.search.postgres.link import ASKING, GoneError, Link
from tui.search.postgres.links import Links, patience
from tui.search.postgres.part import Part
from tui.search.postgres.store import Shared

T = TypeVar("T")

_PATIENCE, _PATIENCE_AT_FIRST = 8.0, 60.0  # seconds a search may take before its connections are cut
_PAUSE = 5.0  # seconds a server that was lost is not asked again: typing goes on meanwhile


class SharedSearcher:
    """Finds passages of a library on servers; may be asked from any thread, while another process writes.

    Each search sees one state of each server, the newest. A server that is lost is asked once more over a new
    connection; then the others answer alone, and `notices` say so. Errors are LibraryErrors.
    """

    def __init__(self, addresses: Sequence[str]) -> None:
        """Raises LibraryError when no server answers, or there is no library."""
        self._parts = [Part(Link(address, ASKING), len(addresses)) for address in addresses]
        self._threads = ThreadPoolExecutor(len(addresses), thread_name_prefix="library")
        self._lock = Lock()
        self._lost: dict[Part, tuple[float, GoneError]] = {}
        self._engine: tuple[tuple[Part, ...], Engine, Shared] | None = None
        self.warm()

    def warm(self) -> None:
        """Read what every search needs."""
        self.search("", 0)

    def search(self, query: str, limit: int = 10) -> Results:
        """The best `limit` passages for a query, best first.

        `notices` name servers that do not answer, and articles of this machine that changed since.
        """
        with self._lock, translated():
            results, told = self._ask(lambda engine, store: _searched(engine, store, query, limit))
            lost = [f"a part of the library is left out: {gone}" for _, gone in self._lost.values()]
        return replace(results, notices=(*lost, *told))

    def explain(self, query: str, hit: Hit) -> Explanation | None:
        """What the score of a hit of this query is made of; None where the passage is no hit of it any more."""
        with self._lock, translated():
            return self._ask(lambda engine, _: engine.explain(query, hit))

    def close(self) -> None:
        """Let go of the servers; a later search asks them again."""
        with self._lock:
            self._engine = None
            for part in self._parts:
                part.link.close()

    def _ask(self, question: Callable[[Engine, Shared], T]) -> T:
        """The answer of the servers that live; raises GoneError when none does.

        Where all were lost nobody else can answer meanwhile, so they are asked at once, whenever they were lost.
        """
        tried: set[Link] = set()
        still = {part: lost for part, lost in self._lost.items() if monotonic() < lost[0] + _PAUSE}
        self._lost = still if len(still) < len(self._parts) else {}
        while True:
            living, seconds = self._living(), _PATIENCE if self._engine else _PATIENCE_AT_FIRST
            try:
                with patience((part.link for part in living), seconds), self._snapshot(living) as (engine, store):
                    return question(engine, store)
            except GoneError as gone:
                self._lose(gone, tried)

    def _living(self) -> list[Part]:
        """The servers to ask; raises the GoneError of one when there are none."""
        living = [part for part in self._parts if part not in self._lost]
        if not living:
            _, lost = self._lost[self._parts[0]]
            raise GoneError(lost.link, lost.reason, again=False)
        return living

    def _lose(self, gone: GoneError, tried: set[Link]) -> None:
        """Take note of a server that does not answer; one whose connection was broken off is tried once more."""
        if gone.again and gone.link not in tried:
            tried.add(gone.link)
            return
        (part,) = (part for part in self._parts if part.link is gone.link)
        self._lost[part] = monotonic(), gone

    @contextmanager
    def _snapshot(self, living: list[Part]) -> Iterator[tuple[Engine, Shared]]:
        """One read transaction on each server, and the engine over what they see."""
        links = Links([part.link for part in living], self._threads)
        try:
            changed = links.each(lambda _, place: living[place].begin())
            if len({part.library for part in living}) > 1:
                raise LibraryError(f"{living[1].link.shown}: a part of another library than the first server's")
            if any(changed) or self._engine is None or self._engine[0] != tuple(living):
                store = Shared(living, links)
                engine = Engine(store, store.acronyms(), Filters(store, {}, {}, {}), once=True)
                self._engine = tuple(living), engine, store
            yield self._engine[1:]
        finally:
            with suppress(GoneError):
                links.each(lambda _, place: living[place].end())


def _searched(engine: Engine, store: Shared, query: str, limit: int) -> tuple[Results, list[str]]:
    results = engine.search(query, limit)
    return results, list(_told(store, dict.fromkeys(hit.source for hit in results.hits)))


def _told(store: Shared, sources: Iterable[str]) -> Iterator[str]:
    """What is to be said of articles that lie on this machine and are no longer as they were."""
    for source in sources:
        if Path(source).exists() and (reason := changed(source, *store.state(source))):
            yield f"{clean_line(source)} {reason}; what is shown was there when it was added"
