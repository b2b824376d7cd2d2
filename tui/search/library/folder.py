"""A library's folder: the list of what the user added, the name of the index made from it, the writer's lock.

The list (library.json) is the user's and is replaced whole or not at all; the index can always be made from it again,
and keeps a copy of it, so that either survives the other's loss.
"""

from __future__ import annotations

import fcntl
import json
import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from tui.documents import clean_line
from tui.search.library.errors import BusyError, LibraryError
from tui.writing import replace_file

_LIST, _LOCK = "library.json", "lock"
_INDEX = re.compile(r"index-(\d{1,9})\.db")
_OF_INDEX = re.compile(r"(index-\d{1,9}\.db)(-wal|-shm|\.\d{1,18}\.(map|tmp))?")


@dataclass(frozen=True, slots=True)
class Listed:
    """Absolute paths added, paths below them taken out again, and the file name of the index."""

    paths: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    index: str = "index-1.db"

    def adding(self, paths: tuple[str, ...]) -> Listed:
        """With more paths, which are no longer left out."""
        left_out = tuple(path for path in self.without if not any(is_under(path, added) for added in paths))
        return replace(self, paths=tuple(dict.fromkeys(self.paths + paths)), without=left_out)

    def removing(self, paths: tuple[str, ...]) -> Listed:
        """Without these paths and all below them."""
        kept = tuple(path for path in self.paths if not any(is_under(path, removed) for removed in paths))
        left_out = tuple(path for path in paths if any(is_under(path, root) for root in kept))
        without = dict.fromkeys(path for path in self.without + left_out if any(is_under(path, root) for root in kept))
        return replace(self, paths=kept, without=tuple(without))

    def renewed(self) -> Listed:
        """Naming a new index."""
        found = _INDEX.fullmatch(self.index)
        return replace(self, index=f"index-{int(found[1]) + 1 if found else 1}.db")


def is_under(path: str, root: str) -> bool:
    """Whether `path` is `root` or lies below it."""
    return path == root or path.startswith(root.rstrip(os.sep) + os.sep)


class Folder:
    """Where one library lives. Nothing is made before the first write."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(os.path.abspath(path))  # noqa: PTH100 - a link stays the name the user gave

    @property
    def exists(self) -> bool:
        """Whether there is a library."""
        return (self.path / _LIST).exists() or any(self._indexes())

    def listed(self) -> Listed:
        """The list; a damaged or lost one is taken from the index."""
        try:
            return _parse((self.path / _LIST).read_text(encoding="ascii"))
        except FileNotFoundError:
            return self._from_indexes() or Listed()
        except (ValueError, KeyError, TypeError):
            found = self._from_indexes()
        except OSError as error:
            raise LibraryError(f"{self._shown(_LIST)}: {error.strerror}") from None
        if found is None:
            raise LibraryError(
                f"{self._shown(_LIST)} is damaged, and so is the index: add your paths again after moving it away"
            )
        return found

    def write(self, listed: Listed) -> None:
        """Put the list in its place."""
        fields = {"format": 1, "paths": listed.paths, "without": listed.without, "index": listed.index}
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            replace_file(self.path / _LIST, json.dumps(fields, indent=1) + "\n")
        except OSError as error:
            raise LibraryError(f"{self._shown(_LIST)}: {error.strerror}") from None

    def index(self, listed: Listed) -> Path:
        """The file of the index."""
        return self.path / listed.index

    def sweep(self, listed: Listed) -> None:
        """Remove indexes that are no longer named; who has one open keeps it."""
        for path in self._all():
            if (found := _OF_INDEX.fullmatch(path.name)) and found[1] != listed.index:
                with suppress(OSError):
                    path.unlink()

    @contextmanager
    def locked(self) -> Iterator[None]:
        """The writer's lock: the system lets go of it when the process ends, however it ends."""
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(self.path / _LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o666)
        except OSError as error:
            raise LibraryError(f"{self._shown('')}: {error.strerror}") from None
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(descriptor)
            raise BusyError("another process is writing to the library: try again when it is done") from None
        try:
            yield
        finally:
            os.close(descriptor)

    def _indexes(self) -> list[Path]:
        return [path for path in self._all() if _INDEX.fullmatch(path.name)]

    def _all(self) -> list[Path]:
        try:
            return sorted(self.path.iterdir())
        except OSError:
            return []

    def _from_indexes(self) -> Listed | None:
        for path in reversed(self._indexes()):
            from tui.search.library.tables import reading

            with suppress(sqlite3.Error):
                connection = reading(path)
                try:
                    rows = connection.execute("SELECT path, left_out FROM root ORDER BY number").fetchall()
                finally:
                    connection.close()
                paths = tuple(os.fsdecode(path) for path, left_out in rows if not left_out)
                return Listed(paths, tuple(os.fsdecode(path) for path, left_out in rows if left_out), path.name)
        return None

    def _shown(self, name: str) -> str:
        return clean_line(str(self.path / name))


def _parse(text: str) -> Listed:
    fields = json.loads(text)
    paths, without, index = fields["paths"], fields["without"], fields["index"]
    absolute = all(isinstance(path, str) and path.startswith(os.sep) for path in (*paths, *without))
    if not (absolute and _INDEX.fullmatch(index)):
        raise ValueError("not a list of absolute paths")
    return Listed(tuple(paths), tuple(without), index)
