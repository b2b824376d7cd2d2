"""Asking a library: the same ranking as in memory, over the newest generation of the index."""

from __future__ import annotations

import gc
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Lock

from tui.documents import clean_line
from tui.search.engine import Engine
from tui.search.filters import Filters
from tui.search.library.arrays import Arrays, GoneError
from tui.search.library.errors import DamagedError, LibraryError, translated
from tui.search.library.files import changed
from tui.search.library.folder import Folder
from tui.search.library.sealed import seal
from tui.search.library.stored import Stored
from tui.search.library.tables import FORMAT, reading
from tui.search.model import Explanation, Hit, Results


class LibrarySearcher:
    """Finds passages of a library; may be asked from any thread, while another process writes.

    Each search sees one state of the index, the newest. Errors are LibraryErrors.
    """

    def __init__(self, folder: Folder) -> None:
        """Raises LibraryError when there is no library in the folder, or it cannot be read."""
        self._folder = folder
        self._lock = Lock()
        self._path = Path()
        self._inode = 0
        self._generation: object = None
        self._connection: sqlite3.Connection | None = None
        self._engine: Engine | None = None
        self._arrays: Arrays | None = None
        self._look()

    def warm(self) -> None:
        """Make what the first searches with slips would wait for; on another thread, when the screen stands."""
        for _ in self._look().warm():
            pass

    def _look(self) -> Engine:
        with self._lock, translated(), self._snapshot() as (engine, _):
            return engine

    def search(self, query: str, limit: int = 10) -> Results:
        """The best `limit` passages for a query, best first; `notices` name articles that changed since."""
        # Garbage that holds itself is looked for afterwards: a search makes none, and looking takes up to 7 ms.
        was_enabled = gc.isenabled()
        gc.disable()
        try:
            return self._search(query, limit)
        finally:
            if was_enabled:
                gc.enable()

    def _search(self, query: str, limit: int) -> Results:
        with self._lock, translated(), self._snapshot() as (engine, connection):
            results = engine.search(query, limit)
            told = tuple(_told(connection, dict.fromkeys(hit.source for hit in results.hits)))
        return replace(results, notices=told)

    def explain(self, query: str, hit: Hit) -> Explanation | None:
        """What the score of a hit of this query is made of; None where the passage is no hit of it any more."""
        with self._lock, translated(), self._snapshot() as (engine, _):
            return engine.explain(query, hit)

    def close(self) -> None:
        """Let go of the index; a later search opens it again."""
        with self._lock:
            self._close()

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection = self._engine = self._arrays = None
        self._generation = None

    @contextmanager
    def _snapshot(self) -> Iterator[tuple[Engine, sqlite3.Connection]]:
        """One read transaction, and the engine over what it sees."""
        try:
            yield self._begun()
        finally:
            if self._connection is not None and self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    def _connected(self) -> sqlite3.Connection:
        if self._connection is None or not self._is_same():
            self._close()
            if not self._folder.exists:
                raise LibraryError(
                    f"{clean_line(str(self._folder.path))}: no library here; 'hexapla library add' makes one"
                )
            self._path = self._folder.index(self._folder.listed())
            if not self._path.exists():  # rebuilt in this very moment?
                self._path = self._folder.index(self._folder.listed())
            if not self._path.exists():
                raise LibraryError("the library has no index yet: 'hexapla library add' makes it")
            self._inode = self._path.stat().st_ino
            self._connection = reading(self._path)
        return self._connection

    def _is_same(self) -> bool:
        """Whether the file is still the one opened; a rebuilt index is another."""
        try:
            return self._path.stat().st_ino == self._inode
        except OSError:
            return False

    def _begun(self) -> tuple[Engine, sqlite3.Connection]:
        """Begin a transaction: of the state or index after, where the arrays of one are taken away in this moment."""
        gone: object = None
        while True:
            connection = self._connected()
            connection.execute("BEGIN")
            rows = dict(connection.execute("SELECT key, value FROM meta WHERE key IN ('generation', 'format')"))
            try:
                return self._current(connection, rows), connection
            except GoneError:
                connection.execute("ROLLBACK")
                state = self._path, rows["generation"]
                if gone == state:
                    raise
                gone = state

    def _current(self, connection: sqlite3.Connection, rows: dict[str, object]) -> Engine:
        if rows.get("format") != FORMAT:
            raise DamagedError("the index was made by another version")
        if self._engine is None or rows["generation"] != self._generation:
            # Let go of what is mapped and kept of the old state before the new one comes.
            self._engine = self._arrays = None
            store = Stored(connection)
            self._engine = Engine(store, store.acronyms(), Filters(store, {}, {}, {}), once=True)
            self._arrays, self._generation = store.arrays, rows["generation"]
        elif self._arrays is not None:
            self._arrays.check()
        return self._engine


def _told(connection: sqlite3.Connection, sources: dict[str, None]) -> Iterator[str]:
    query = "SELECT size, mtime, seen, sha256 FROM doc WHERE path = ?"
    for source in sources:
        row = connection.execute(query, (seal(os.fsencode(source)),)).fetchone()
        if row is None:
            raise DamagedError("an article of the index is missing")
        if reason := changed(source, *row):
            yield f"{clean_line(source)} {reason}; what is shown was there when it was added"
