"""One pass over what the user added: forget what is gone, index what is new or changed."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

from tui.documents import ArticleError, load
from tui.search.library.files import looks_the_same
from tui.search.library.folder import Listed, is_under
from tui.search.library.model import Article, Known, Progress, Summary
from tui.search.library.walk import Found, Say, Walk

_LEAST_BATCH, _MOST_BATCH = 32_000, 250_000  # passages a transaction; in between as many as are there
_SEGMENTS, _SEGMENTS_WHILE_ADDING = 4, 64


class Writing(Protocol):
    """The one writer of an index: each call a transaction or several, so that it is whole at any moment."""

    def documents(self) -> Mapping[bytes, Known]:
        """The indexed articles by path."""

    def remember(self, paths: Iterable[str], without: Iterable[str]) -> None:
        """Keep a copy of the user's list."""

    def replace(self, articles: Sequence[Article]) -> None:
        """Add articles, in the place of what is known by their paths."""

    def forget(self, documents: Sequence[int]) -> None:
        """Take articles out."""

    def touch(self, states: Iterable[tuple[int, int, int]]) -> None:
        """Note that files whose text is the same have another time: (mtime, seen, document)."""

    def merge(self, most: int) -> None:
        """Join the smallest segments until there are at most `most`."""


class Update:
    """One pass over the roots."""

    def __init__(self, writer: Writing, listed: Listed, say: Say, progress: Callable[[Progress], None]) -> None:
        self._writer = writer
        self._listed = listed
        self._walk = Walk(listed, say)
        self._tell = progress
        self._summary = Summary()
        self._progress = Progress()
        self._begun = time.monotonic()
        self._pending: list[Article] = []
        self._touched: list[tuple[int, int, int]] = []
        self._known = self._writer.documents()
        self._living = sum(known.passages for known in self._known.values())

    def run(self, roots: Sequence[str]) -> Summary:
        """Forget what is gone, index what is new or changed, join what grew into too many pieces."""
        found = list(self._walk.under(roots))
        gone = self._gone({os.fsencode(one.path) for one in found})
        self._writer.remember(self._listed.paths, self._listed.without)
        self._summary.gone = len(gone)
        self._writer.forget([self._known[path].number for path in gone])
        self._progress.of_articles, self._progress.of_bytes = len(found), sum(one.size for one in found)
        for one in found:
            self._look(one)
        self._flush()
        self._writer.merge(_SEGMENTS)
        self._summary.skipped = self._walk.skipped
        return self._summary

    def is_away(self, path: bytes) -> bool:
        """Whether the place of an article could not be looked at, so that it may well be there still."""
        return not _below(path, self._walk.walked) or _below(path, self._walk.away)

    def _gone(self, found: set[bytes]) -> list[bytes]:
        """What is indexed below the roots walked, or no longer listed, and was not found."""
        walked, away, listed = self._walk.walked, self._walk.away, self._listed
        return [
            path for path in self._known
            if path not in found and not _below(path, away)
            and (_below(path, walked) or _below(path, listed.without) or not _below(path, listed.paths))
        ]  # fmt: skip

    def _look(self, one: Found) -> None:
        known = self._known.get(os.fsencode(one.path))
        if known and looks_the_same(one.size, one.mtime, known.size, known.mtime, known.seen):
            self._summary.unchanged += 1
        else:
            self._read(one)
        self._progress.articles += 1
        self._progress.bytes += one.size
        self._progress.seconds = time.monotonic() - self._begun
        self._tell(self._progress)

    def _read(self, one: Found) -> None:
        path, seen = os.fsencode(one.path), time.time_ns()
        try:
            document = load(one.path)
        except ArticleError as error:
            self._walk.skip(one.path, str(error).rpartition(": ")[2])
            return
        known = self._known.get(path)
        if known and known.sha256.hex() == document.sha256:
            self._touched.append((one.mtime, seen, known.number))
            self._summary.unchanged += 1
            return
        self._pending.append(Article(path, one.size, one.mtime, seen, document))
        self._summary.added += known is None
        self._summary.changed += known is not None
        self._progress.passages += len(document.passages)
        self._flush_when_large()

    def _flush_when_large(self) -> None:
        if self._waiting() >= min(max(_LEAST_BATCH, self._living), _MOST_BATCH):
            self._flush()

    def _waiting(self) -> int:
        return self._progress.passages - self._summary.passages

    def _flush(self) -> None:
        if self._pending:
            self._writer.replace(self._pending)
            self._writer.merge(_SEGMENTS_WHILE_ADDING)
            self._living += self._waiting()
            self._summary.passages = self._progress.passages
            self._pending = []
        if self._touched:
            self._writer.touch(self._touched)
            self._touched = []


def _below(path: bytes, roots: Iterable[str]) -> bool:
    name = os.fsdecode(path)
    return any(is_under(name, root) for root in roots)
