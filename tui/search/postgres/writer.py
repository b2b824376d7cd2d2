"""Writing articles to the servers of a library: each call one transaction on every server it concerns."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Generator, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from tui.documents.model import Document
from tui.search.library.model import Article, Known, Read, Wanted
from tui.search.library.update import Update, loaded
from tui.search.postgres.counters import Counters
from tui.search.postgres.links import Links
from tui.search.postgres.share import Share

_FORGOTTEN = 1_000


class Placed(NamedTuple):
    """An article with its number and that of its first passage."""

    article: Article[Document]
    number: int
    first: int


class SharedWriter:
    """The one writer of a library. Articles are spread over its servers by a hash of their path, and stay there."""

    def __init__(self, links: Links) -> None:
        """`links` look for tables in the schema of the index; their order is that of the servers."""
        self._links = links
        self._shares = [Share(link) for link in links.links]
        self._counters = Counters(links)
        self._place: dict[int, int] = {}
        self._numbers: dict[bytes, int] = {}

    def reading(self, files: Sequence[Wanted]) -> Generator[Read[Document], None, None]:
        """What articles hold, in their order."""
        return loaded(files)

    def documents(self) -> dict[bytes, Known]:
        """The indexed articles by path."""
        found: dict[bytes, Known] = {}
        query = "SELECT path, id, count, size, mtime, seen, sha256 FROM doc"
        for place, rows in enumerate(self._links.each(lambda link, _: link.rows(query))):
            for path, *rest in rows:
                found[path] = Known(*rest)
                self._place[found[path].number], self._numbers[path] = place, found[path].number
        return found

    def remember(self, paths: Iterable[str], without: Iterable[str]) -> None:
        """Keep the list of what was added, on every server."""
        listed = [(os.fsencode(path), False) for path in paths] + [(os.fsencode(path), True) for path in without]
        rows = [(path, number, left_out) for number, (path, left_out) in enumerate(listed)]
        for link in self._links.links:
            with link.transaction():
                link.rows("DELETE FROM hexapla.root")
                link.put("hexapla.root", "path, number, left_out", ("bytea", "int4", "bool"), iter(rows))

    def replace(self, articles: Sequence[Article[Document]]) -> None:
        """Add articles, in the place of what is known by their paths."""
        for share, placed in zip(self._shares, self._spread(articles), strict=True):
            if placed:
                gone = [self._numbers[one.article.path] for one in placed if one.article.path in self._numbers]
                with share.changing(self._counters):
                    share.forget(gone)
                    share.add(placed, self._counters)
                for one in placed:
                    self._numbers[one.article.path] = one.number
                    self._place[one.number] = self._shares.index(share)

    def forget(self, documents: Sequence[int]) -> None:
        """Take articles out, a transaction for every so many."""
        for place, share in enumerate(self._shares):
            here = [number for number in documents if self._place[number] == place]
            for at in range(0, len(here), _FORGOTTEN):
                with share.changing(self._counters):
                    share.forget(here[at : at + _FORGOTTEN])

    def touch(self, states: Iterable[tuple[int, int, int]]) -> None:
        """Note that files whose text is the same have another time: (mtime, seen, document)."""
        for mtime, seen, number in states:
            link = self._links.links[self._place[number]]
            link.rows("UPDATE doc SET mtime = %s, seen = %s WHERE id = %s", (mtime, seen, number))

    def merge(self, most: int) -> None:
        """Join the smallest segments of each server until it has at most `most`."""
        for share in self._shares:
            while few := share.smallest(most):
                with share.changing(self._counters):
                    share.join(few)

    def document(self, number: int) -> Document:
        """An indexed article as it was when it was indexed."""
        return self._shares[self._place[number]].documents([number])[0]

    def _spread(self, articles: Sequence[Article[Document]]) -> list[list[Placed]]:
        """The articles by the server they go to, numbered in their order."""
        spread: list[list[Placed]] = [[] for _ in self._shares]
        for article in articles:
            known = self._numbers.get(article.path)
            place = self._place[known] if known is not None else _hashed(article.path, len(self._shares))
            first = self._counters.take("passages", len(article.document.passages))
            spread[place].append(Placed(article, self._counters.take("documents", 1), first))
        return spread


def taken_over(old: SharedWriter, new: SharedWriter, update: Update[Document]) -> None:
    """Add to the new index what an update could not look at, from the old one."""
    here = new.documents()
    pending: list[Article[Document]] = []
    for path, known in old.documents().items():
        if path not in here and update.is_away(path):
            document = replace(old.document(known.number), sha256=known.sha256.hex())
            pending.append(Article(path, known.size, known.mtime, known.seen, document))
        if len(pending) >= _FORGOTTEN:
            new.replace(pending)
            pending = []
    new.replace(pending)


def _hashed(path: bytes, places: int) -> int:
    return int.from_bytes(hashlib.sha256(path).digest()[:8], "big") % places
