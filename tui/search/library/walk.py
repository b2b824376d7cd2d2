"""From the paths a user added to the articles below them."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tui.documents import clean_line
from tui.search.library.folder import Listed, is_under

SUFFIXES = (".txt", ".md")
Say = Callable[[str], None]


class Found(NamedTuple):
    """A regular file that may be an article, as it was when it was seen."""

    path: str
    size: int
    mtime: int


class Walk:
    """One walk over paths. What is skipped is told, one line each, and counted."""

    def __init__(self, listed: Listed, say: Say) -> None:
        self._listed = listed
        self._say = say
        self._files: set[tuple[int, int]] = set()
        self._folders: set[tuple[int, int]] = set()
        self.skipped = 0
        self.walked: list[str] = []
        self.away: list[str] = []  # folders that could not be read: what is indexed below them is kept

    def under(self, roots: Sequence[str]) -> Iterator[Found]:
        """The articles at or below these paths, in the order of their names."""
        for root in (one for one in roots if not any(one != other and is_under(one, other) for other in roots)):
            try:
                status = Path(root).stat()
            except (OSError, ValueError) as error:
                self.skip(root, _reason(error))
                continue
            self.walked.append(root)
            if stat.S_ISDIR(status.st_mode):
                yield from self._folder(root, status)
            else:
                yield from self._file(root, status)

    def skip(self, path: str, reason: str) -> None:
        """Tell that a path is left out."""
        self.skipped += 1
        self._say(f"skipped {clean_line(path)}: {clean_line(reason)}")

    def _folder(self, path: str, status: os.stat_result) -> Iterator[Found]:
        pending = [(path, status)]
        while pending:
            path, status = pending.pop()
            if (status.st_dev, status.st_ino) in self._folders:
                self.skip(path, "the folder was read already under another name")
                continue
            self._folders.add((status.st_dev, status.st_ino))
            try:
                names = sorted(entry.name for entry in Path(path).iterdir())
            except OSError as error:
                self.away.append(path)
                self.skip(path, _reason(error))
                continue
            folders = []
            for name in names:
                below = str(Path(path) / name)
                if any(is_under(below, left_out) for left_out in self._listed.without):
                    continue
                entry = self._status(below, name)
                if entry is None:
                    continue
                if stat.S_ISDIR(entry.st_mode):
                    folders.append((below, entry))
                else:
                    yield from self._file(below, entry)
            pending += reversed(folders)

    def _status(self, path: str, name: str) -> os.stat_result | None:
        """The state of what may be a folder or an article; None for the rest."""
        try:
            if not name.lower().endswith(SUFFIXES) and not Path(path).is_dir():
                return None
            return Path(path).stat()
        except OSError as error:
            self.skip(path, _reason(error))
            return None

    def _file(self, path: str, status: os.stat_result) -> Iterator[Found]:
        if not stat.S_ISREG(status.st_mode):
            self.skip(path, "not a regular file")
        elif (status.st_dev, status.st_ino) in self._files:
            self.skip(path, "the article was read already under another name")
        else:
            self._files.add((status.st_dev, status.st_ino))
            yield Found(path, status.st_size, status.st_mtime_ns)


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror or "it cannot be read").lower() if isinstance(error, OSError) else "no file has such a name"
