"""A library: many articles on disk, searched without a briefing."""

from __future__ import annotations

import gc
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import accumulate
from typing import TYPE_CHECKING

from tui.documents import clean_line
from tui.search.library.errors import DamagedError, LibraryError, need_extra, translated
from tui.search.library.folder import Folder, Listed, is_under
from tui.search.library.model import Progress, Status, Summary
from tui.search.library.tables import FORMAT, reading, writing
from tui.search.library.walk import Say, Walk

if TYPE_CHECKING:
    from tui.search.library.searcher import LibrarySearcher

_LITTLE = 2_000_000  # bytes of articles


def _silent(_: object) -> None:
    """Tells nobody."""


class Library:
    """The library in one folder. One process may write at a time; `BusyError` tells the others."""

    def __init__(
        self, folder: str | os.PathLike[str], *, say: Say = _silent, progress: Callable[[Progress], None] = _silent
    ) -> None:
        """`say` gets a line for everything left out, `progress` is called for every article looked at."""
        self._folder = Folder(folder)
        self._say = say
        self._progress = progress

    @staticmethod
    def build(folder: str | os.PathLike[str], paths: Iterable[str | os.PathLike[str]]) -> Summary:
        """Index the articles at and below `paths` into `folder`, beside what it holds already."""
        return Library(folder).add(paths)

    @staticmethod
    def open(folder: str | os.PathLike[str]) -> LibrarySearcher:
        """Ask the library in `folder`; raises LibraryError when there is none."""
        need_extra()
        from tui.search.library.searcher import LibrarySearcher

        return LibrarySearcher(Folder(folder))

    def add(self, paths: Iterable[str | os.PathLike[str]] = ()) -> Summary:
        """Add paths, or look again at all added before. Unchanged articles are skipped; gone ones are forgotten."""
        need_extra()
        given = absolute(paths)
        with self._folder.locked():
            listed = self._folder.listed().adding(given)
            self._folder.write(listed)
            return self._update(listed, given or listed.paths)

    def remove(self, paths: Iterable[str | os.PathLike[str]]) -> Summary:
        """Forget the articles at and below `paths`; raises LibraryError for one that is not in the library."""
        given = absolute(paths)
        self._must_exist()
        with self._folder.locked():
            before = self._folder.listed()
            for path in given:
                if not any(is_under(path, root) or is_under(root, path) for root in before.paths):
                    raise LibraryError(f"{clean_line(path)} is not in the library")
            listed = before.removing(given)
            self._folder.write(listed)
            return self._update(listed, ())

    def rebuild(self) -> Summary:
        """Make the index anew from the articles; the old one answers until the new one is whole."""
        self._must_exist()
        with self._folder.locked():
            return self._anew(self._folder.listed())

    def status(self) -> Status:
        """What the library holds."""
        listed = self._folder.listed()
        path = self._folder.index(listed)
        if not path.exists():
            return Status(tuple((root, 0) for root in listed.paths), listed.without, 0, 0, 0, 0)
        with translated(), _closing(reading(path)) as connection:
            _must_be_of_this_version(connection)
            places = [os.fsdecode(place[:-4]) for (place,) in connection.execute("SELECT path FROM doc")]
            passages = connection.execute("SELECT ifnull(sum(count), 0) FROM doc").fetchone()[0]
            given = connection.execute("SELECT value FROM meta WHERE key = 'next'").fetchone()[0]
            row = connection.execute("SELECT value FROM meta WHERE key = 'words'").fetchone()
            words = int(row[0]) if row else 0
        roots = tuple((root, sum(is_under(place, root) for place in places)) for root in listed.paths)
        size = sum(f.stat().st_size for f in self._folder.path.glob(path.name + "*"))
        spare = size * (given - passages) // given if given else 0
        return Status(roots, listed.without, len(places), passages, words, size, spare)

    def integrity(self) -> tuple[str, ...]:
        """What is wrong with the index, found by reading all of it; empty when nothing is."""
        path = self._folder.index(self._folder.listed())
        if not path.exists():
            return ()
        need_extra()
        from tui.search.library.integrity import problems

        return problems(path)

    def _must_exist(self) -> None:
        if not self._folder.exists:
            raise LibraryError(
                f"{clean_line(str(self._folder.path))}: no library here; 'hexapla library add' makes one"
            )

    def _update(self, listed: Listed, roots: Sequence[str]) -> Summary:
        """Bring the index up to the list, below these roots; a damaged one is made anew."""
        try:
            summary, is_mostly_empty = self._fill(listed, roots)
            self._folder.sweep(listed)
            if is_mostly_empty:
                self._compact(listed)
            return summary
        except DamagedError as error:
            self._say(f"the index is made anew: {error}")
            summary = self._anew(listed)
            summary.rebuilt = str(error)
            return summary

    def _anew(self, listed: Listed) -> Summary:
        renewed = listed.renewed()
        self._folder.sweep(listed)  # what is left of one that was not finished
        summary, _ = self._fill(renewed, renewed.paths, keeps=False)
        self._folder.write(renewed)
        self._folder.sweep(renewed)
        return summary

    def _compact(self, listed: Listed) -> None:
        """Put an index without what was taken out in the place of this one, which answers until then."""
        from tui.search.library.compacting import compact, is_little
        from tui.search.library.writer import Writer

        renewed = listed.renewed()
        try:
            with (
                translated(),
                _closing(reading(self._folder.index(listed))) as old,
                _closing(writing(self._folder.index(renewed), is_small=is_little(old))) as connection,
            ):
                writer = Writer(connection)
                writer.remember(renewed.paths, renewed.without)
                compact(old, writer, self._progress)
                writer.settle()
            self._folder.write(renewed)
        except BaseException:
            self._folder.sweep(listed)
            raise
        self._folder.sweep(renewed)

    def _fill(self, listed: Listed, roots: Sequence[str], *, keeps: bool = True) -> tuple[Summary, bool]:
        """What an update did, and whether more was taken out of the index than is left in it."""
        need_extra()
        path = self._folder.index(listed)
        is_small = not path.exists() and _is_little(listed, roots)
        with translated(), _uncollected(), _closing(writing(path, is_small=is_small)) as connection:
            _must_be_of_this_version(connection)
            check = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
            if check != "ok":
                raise DamagedError(clean_line(check))
            from tui.search.library.update import Update
            from tui.search.library.writer import Writer

            writer = Writer(connection)
            summary = Update(writer, listed, self._say, self._progress, keeps=keeps).run(roots)
            writer.settle()
            return summary, writer.is_mostly_empty


def _must_be_of_this_version(connection: sqlite3.Connection) -> None:
    if connection.execute("SELECT value FROM meta WHERE key = 'format'").fetchone() != (FORMAT,):
        raise DamagedError("it was made by another version")


def _is_little(listed: Listed, roots: Sequence[str]) -> bool:
    """Whether the articles below these paths are small together; no more of them are looked at than that takes."""
    sizes = accumulate(found.size for found in Walk(listed, _silent).under(roots))
    return not any(size > _LITTLE for size in sizes)


def absolute(paths: Iterable[str | os.PathLike[str]]) -> tuple[str, ...]:
    """The paths from the root on; a link stays the name the user gave."""
    return tuple(os.path.abspath(path) for path in paths)  # noqa: PTH100 - a link stays the name the user gave


@contextmanager
def _uncollected() -> Iterator[None]:
    """No looking for what holds itself: nothing here does, and passes over all words and forms take a twentieth."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@contextmanager
def _closing(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    try:
        yield connection
    finally:
        connection.close()
