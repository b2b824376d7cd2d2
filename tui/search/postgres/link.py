"""One connection to one server of a shared library."""

from __future__ import annotations

import os
import re
import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

import psycopg
from psycopg import conninfo, errors

from tui.documents import clean_line
from tui.search.library.errors import BusyError, DamagedError, LibraryError
from tui.search.postgres.address import shown

Row = tuple[Any, ...]

# Seconds. A server that is gone without a word is noticed in about ten; what an address says itself goes before these.
_CONNECTING: dict[str, str] = {
    "connect_timeout": "5",
    "keepalives": "1",
    "keepalives_idle": "5",
    "keepalives_interval": "2",
    "keepalives_count": "3",
    "tcp_user_timeout": "10000",
    "application_name": "hexapla",
}
# Classes of states that end a connection (PostgreSQL's documentation, appendix A), and none at all.
_BROKEN = ("", "08", "57")
_REFUSED = re.compile("FATAL: (?!.*(starting up|shutting down|recovery|too many|slots))")
ASKING, WRITING = "5s", "10min"  # the longest a statement may take on the server


class GoneError(LibraryError):
    """The server does not answer, or no longer."""

    def __init__(self, link: Link, reason: str, *, again: bool) -> None:
        """`again` when a new connection may do better: an old one was broken off."""
        super().__init__(f"{link.shown}: the server does not answer ({reason})")
        self.link, self.reason, self.again = link, reason, again


class Link:
    """A connection that is made when it is first needed. Whatever goes wrong with it is a LibraryError of one line."""

    def __init__(self, address: str, longest: str) -> None:
        """`longest` is how long the server may work at one statement."""
        self.shown = shown(address)
        self._options = _options(address, self.shown)
        self._longest = longest
        self._schema = ""
        self._is_cut = False
        self._connection: psycopg.Connection[Row] | None = None

    @property
    def is_open(self) -> bool:
        """Whether there is a connection, so far as is known."""
        return self._connection is not None

    @property
    def schema(self) -> str:
        """Where tables are looked for whose names have no schema."""
        return self._schema

    def turn_to(self, schema: str) -> None:
        """Look for tables in another schema, now and after every new connection."""
        self._schema = schema
        if self._connection is not None:
            self.rows("SELECT set_config('search_path', %s, false)", (schema,))

    def rows(self, query: str, values: Sequence[object] = ()) -> list[Row]:
        """The rows a query answers; none for a statement that has none. All values are parameters, never SQL."""
        with self._told():
            cursor = self._open().execute(query.encode(), values or None, binary=bool(values))
            return cursor.fetchall() if cursor.description else []

    def last(self, statements: str) -> list[Row]:
        """Several statements without values in one round trip; the rows of the last one."""
        with self._told():
            cursor = self._open().execute(statements.encode())
            while cursor.nextset():
                pass
            return cursor.fetchall() if cursor.description else []

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of it or nothing. A server that is gone in the middle forgets all of it by itself."""
        self.rows("BEGIN")
        try:
            yield
            self.rows("COMMIT")
        except BaseException:
            if self._connection is not None:
                with suppress(LibraryError):
                    self.rows("ROLLBACK")
            raise

    def put(self, table: str, columns: str, types: Sequence[str], rows: Iterator[Row]) -> None:
        """Write rows into a table by COPY."""
        statement = f"COPY {table} ({columns}) FROM STDIN (FORMAT BINARY)".encode()
        with self._told(), self._open().cursor() as cursor, cursor.copy(statement) as copy:
            copy.set_types(types)
            for row in rows:
                copy.write_row(row)

    def cut(self) -> None:
        """Break the connection off while another thread waits for it, which then raises GoneError."""
        connection = self._connection
        if connection is not None:
            self._is_cut = True
            with suppress(OSError, psycopg.Error):
                socket.socket(fileno=os.dup(connection.fileno())).shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Let go of the connection; the next query makes another."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(psycopg.Error):
                connection.close()

    def _open(self) -> psycopg.Connection[Row]:
        if self._connection is None:
            connection = psycopg.connect(conninfo.make_conninfo("", **self._options), autocommit=True)
            values = (self._longest, self._schema)
            connection.execute(
                "SELECT set_config('statement_timeout', %s, false), set_config('search_path', %s, false)", values
            )
            self._connection, self._is_cut = connection, False
        return self._connection

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except psycopg.Error as error:
            raise self._named(error) from None

    def _named(self, error: psycopg.Error) -> LibraryError:
        state, reason = error.sqlstate or "", self._reason(error)
        if isinstance(error, errors.LockNotAvailable):
            return BusyError("another process is writing to the library: try again when it is done")
        if isinstance(error, errors.QueryCanceled):
            return LibraryError(f"{self.shown}: the server worked at one question for too long")
        # A connection that is refused for who asks has no state either; the server did answer.
        broken = isinstance(error, (psycopg.OperationalError, psycopg.InterfaceError)) and state[:2] in _BROKEN
        if broken and (self._connection is not None or not _REFUSED.match(reason)):
            again = self._connection is not None and not self._is_cut
            self.close()
            return GoneError(self, "it has said nothing for too long" if self._is_cut else reason, again=again)
        if isinstance(error, (errors.InvalidSchemaName, errors.UndefinedTable)):
            return LibraryError(f"{self.shown}: no library here; 'hexapla library add' makes one")
        if state[:2] == "XX":
            return DamagedError(f"{self.shown} says: {reason}")
        return LibraryError(f"{self.shown}: {reason}")

    def _reason(self, error: psycopg.Error) -> str:
        """What the server or its library says, in one line and without the password."""
        lines = str(error.diag.message_primary or error).splitlines() or [type(error).__name__]
        text = next((line for line in lines if "failed: " in line), lines[0]).rpartition("failed: ")[2]
        password = str(self._options.get("password", ""))
        return clean_line(" ".join((text.replace(password, "***") if len(password) > 3 else text).split()))


def _options(address: str, name: str) -> dict[str, Any]:
    try:
        given = conninfo.conninfo_to_dict(address)
    except psycopg.Error:  # its text repeats pieces of the address, as others do when a piece is taken for another
        given = {}
    if not given or name.endswith("…"):
        escaped = "and %40 for an @ in a password, %2F for a /"
        raise LibraryError(f"{name} is no address: write postgresql://user@host:port/database, {escaped}")
    return {**_CONNECTING, **given}
