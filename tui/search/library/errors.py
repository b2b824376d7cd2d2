"""What a library says when it cannot do what was asked: always one line."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

_DAMAGE = frozenset((sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_MISMATCH))


class LibraryError(Exception):
    """Something about a library its user should know; the text is one line."""


class BusyError(LibraryError):
    """Another process is writing to the library."""


class DamagedError(LibraryError):
    """The index does not hold together. What was added is listed apart from it, so it can be made anew."""


class MissingExtraError(LibraryError):
    """A package that keeps sets of passages is not installed."""


def need_extra() -> None:
    """Raise MissingExtraError unless what the extra `library` brings is there."""
    try:
        import numpy  # noqa: F401
        import pyroaring  # noqa: F401
    except ImportError:
        raise MissingExtraError(
            "a library needs more packages: pip install 'hexapla[library]', in a checkout: uv pip install '.[library]'"
        ) from None


@contextmanager
def translated() -> Iterator[None]:
    """Make a LibraryError of whatever SQLite or a damaged value raises inside."""
    try:
        yield
    except sqlite3.Error as error:
        raise _named(error) from error
    except (zlib.error, ValueError, LookupError) as error:
        raise DamagedError("a value of the index cannot be read") from error


def _named(error: sqlite3.Error) -> LibraryError:
    code = getattr(error, "sqlite_errorcode", None)
    # Our statements never change, so one that fails by itself (SQLITE_ERROR) met tables that are not ours.
    if code is None or code == sqlite3.SQLITE_IOERR_SHORT_READ or code & 0xFF in _DAMAGE:
        return DamagedError(f"SQLite says: {error}")
    if code & 0xFF == sqlite3.SQLITE_BUSY:
        return BusyError("the library is being written to: try again in a moment")
    return LibraryError(f"the library cannot be used: {error}")
