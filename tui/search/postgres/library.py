"""A newsroom's library: many articles on PostgreSQL servers, searched by everybody who may read them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tui.documents import clean_line
from tui.search.library.errors import LibraryError
from tui.search.library.folder import Listed, is_under
from tui.search.library.library import absolute
from tui.search.library.model import Progress, Status, Summary
from tui.search.library.update import Update
from tui.search.library.walk import Say
from tui.search.postgres import making
from tui.search.postgres.link import ASKING, WRITING, Link
from tui.search.postgres.links import Links
from tui.search.postgres.writer import SharedWriter, taken_over

if TYPE_CHECKING:
    from tui.search.postgres.searcher import SharedSearcher

_LOCK = 0x6865_7861_706C_61  # "hexapla"
_WAIT = "1s"  # a writer that was killed holds its lock until the server has noticed; others are not waited for


def _silent(_: object) -> None:
    """Tells nobody."""


class SharedLibrary:
    """The library at some addresses, one a server; does what `Library` does in a folder.

    One process may write at a time, from whatever machine; readers never wait. `BusyError` tells other writers.
    """

    def __init__(
        self, addresses: Sequence[str], *, say: Say = _silent, progress: Callable[[Progress], None] = _silent
    ) -> None:
        """`say` gets a line for everything left out, `progress` is called for every article looked at."""
        self._addresses = tuple(addresses)
        self._say = say
        self._progress = progress

    def open(self) -> SharedSearcher:
        """Ask the library; raises LibraryError when no server answers or there is no library."""
        from tui.search.postgres.searcher import SharedSearcher

        return SharedSearcher(self._addresses)

    def add(self, paths: Iterable[str | os.PathLike[str]] = ()) -> Summary:
        """Add paths, or look again at all added before that are on this machine. Unchanged articles are skipped."""
        given = absolute(paths)
        with self._writing() as links:
            making.make(links)
            listed = making.listed(links).adding(given)
            return self._update(links, listed, given or listed.paths)

    def remove(self, paths: Iterable[str | os.PathLike[str]]) -> Summary:
        """Forget the articles at and below `paths`; raises LibraryError for one that is not in the library."""
        given = absolute(paths)
        with self._writing() as links:
            making.find(links)
            before = making.listed(links)
            for path in given:
                if not any(is_under(path, root) or is_under(root, path) for root in before.paths):
                    raise LibraryError(f"{clean_line(path)} is not in the library")
            return self._update(links, before.removing(given), ())

    def rebuild(self) -> Summary:
        """Make the index anew; the old one answers until the new one is whole.

        Articles that are not on this machine are taken from the old index, so nobody's are lost.
        """
        with self._writing() as links, self._connected(WRITING) as others:
            old = making.holders(others)
            before = making.listed(old)
            making.begin_anew(links, old)
            writer = SharedWriter(links)
            update = Update(writer, before, self._say, self._progress, keeps=False)
            summary = update.run(before.paths)
            taken_over(SharedWriter(old), writer, update)
            making.end_anew(links, old)
            return summary

    def status(self) -> Status:
        """What the library holds."""
        with self._connected(ASKING) as links:
            making.find(links)
            listed = making.listed(links)
            places = [os.fsdecode(path) for (path,) in links.ask("SELECT path FROM doc")]
            passages = sum(count for (count,) in links.ask("SELECT coalesce(sum(count), 0)::bigint FROM doc"))
            words = len({text for (text,) in links.ask("SELECT text FROM word WHERE n > 0")})
            size = sum(count for (count,) in links.ask(making.SIZE))
        roots = tuple((root, sum(is_under(place, root) for place in places)) for root in listed.paths)
        return Status(roots, listed.without, len(places), passages, words, size)

    def integrity(self) -> tuple[str, ...]:
        """What is wrong with the index, found by reading all of it; empty when nothing is."""
        from tui.search.postgres.integrity import problems

        with self._connected(WRITING) as links:
            making.find(links)
            return problems(links)

    def _update(self, links: Links, listed: Listed, roots: Sequence[str]) -> Summary:
        return Update(SharedWriter(links), listed, self._say, self._progress).run(roots)

    @contextmanager
    def _writing(self) -> Iterator[Links]:
        """Connections that hold every server's lock: it goes with the connection, however that ends."""
        with self._connected(WRITING) as links:
            for link in links.links:
                link.rows("SELECT set_config('lock_timeout', %s, false)", (_WAIT,))
                link.rows("SELECT pg_advisory_lock(%s)", (_LOCK,))
            yield links
            for link in links.links:
                link.rows("SELECT pg_advisory_unlock(%s)", (_LOCK,))

    @contextmanager
    def _connected(self, longest: str) -> Iterator[Links]:
        with ThreadPoolExecutor(len(self._addresses)) as threads:
            links = Links([Link(address, longest) for address in self._addresses], threads)
            try:
                yield links
            finally:
                for link in links.links:
                    link.close()
