"""One pass over what the user added: forget what is gone, index what is new or changed."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import closing
from typing import Generic, Protocol

from tui.documents import ArticleError, Document, load
from tui.search.library.files import looks_the_same
from tui.search.library.folder import Listed, is_under
from tui.search.library.model import Article, C, Known, Progress, Read, Summary, Wanted
from tui.search.library.walk import Found, Say, Walk

_LEAST_BATCH, _MOST_BATCH = 32_000, 200_000  # passages a transaction
_SEGMENTS, _SEGMENTS_WHILE_ADDING = 8, 64
_PIECES = 2  # segments that what is added at once is made of
_MOST_JOINED = 2_000_000  # passages: joining all segments takes 450 MB of memory a million
_LETTERS = 100  # bytes a passage, about


class Writing(Protocol[C]):
    """The one writer of an index: each call a transaction or several, so that it is whole at any moment."""

    def reading(self, files: Sequence[Wanted]) -> Generator[Read[C], None, None]:
        """What articles hold, in their order."""

    def documents(self) -> Mapping[bytes, Known]:
        """The indexed articles by path."""

    def remember(self, paths: Iterable[str], without: Iterable[str]) -> None:
        """Keep a copy of the user's list."""

    def replace(self, articles: Sequence[Article[C]]) -> None:
        """Add articles, in the place of what is known by their paths."""

    def forget(self, documents: Sequence[int]) -> None:
        """Take articles out."""

    def touch(self, states: Iterable[tuple[int, int, int]]) -> None:
        """Note that files whose text is the same have another time: (mtime, seen, document)."""

    def merge(self, most: int) -> None:
        """Join the smallest segments until there are at most `most`."""


def batch(expected: int) -> int:
    """How many passages to write at once where so many are expected in all."""
    return min(max(_LEAST_BATCH, expected // _PIECES), _MOST_BATCH)


def segments(passages: int) -> int:
    """How many segments to leave of so many passages that are new."""
    return 1 if passages <= _MOST_JOINED else _SEGMENTS


def loaded(files: Iterable[Wanted]) -> Generator[Read[Document], None, None]:
    """What articles hold, for a writer that takes documents."""
    for one in files:
        seen = time.time_ns()
        try:
            yield Read(seen, load(one.path))
        except ArticleError as error:
            yield Read(seen, error)


class Update(Generic[C]):
    """One pass over the roots."""

    def __init__(
        self, writer: Writing[C], listed: Listed, say: Say, progress: Callable[[Progress], None], *, keeps: bool = True
    ) -> None:
        """`keeps` says that what was read before an interruption is written: not into an index nobody will see."""
        self._writer = writer
        self._keeps = keeps
        self._listed = listed
        self._walk = Walk(listed, say)
        self._tell = progress
        self._summary = Summary()
        self._progress = Progress()
        self._begun = time.monotonic()
        self._pending: list[Article[C]] = []
        self._touched: list[tuple[int, int, int]] = []
        self._known = self._writer.documents()
        self._living = sum(known.passages for known in self._known.values())
        self._batch = _MOST_BATCH

    def run(self, roots: Sequence[str]) -> Summary:
        """Forget what is gone, index what is new or changed, join what grew into too many pieces.

        A KeyboardInterrupt from `progress` finds everything at rest, and loses nothing that was read; one from the
        keyboard may come while a transaction is written, which it undoes.
        """
        found = list(self._walk.under(roots))
        gone = self._gone({os.fsencode(one.path) for one in found})
        self._writer.remember(self._listed.paths, self._listed.without)
        self._summary.gone = len(gone)
        self._writer.forget([self._known[path].number for path in gone])
        self._progress.of_articles, self._progress.of_bytes = len(found), sum(one.size for one in found)
        fresh = {one.path: self._wanted(one) for one in found if not self._is_same(one)}
        self._batch = batch(self._expected(fresh.values()))
        with closing(self._writer.reading(list(fresh.values()))) as contents:
            try:
                for one in found:
                    self._look(one, next(contents) if one.path in fresh else None)
            except KeyboardInterrupt:
                if self._keeps:
                    self._flush()
                raise
        self._flush()
        self._writer.merge(self._segments())
        self._summary.skipped = self._walk.skipped
        return self._summary

    def is_away(self, path: bytes) -> bool:
        """Whether the place of an article could not be looked at, so that it may well be there still."""
        return not _below(path, self._walk.walked) or _below(path, self._walk.away)

    def _segments(self) -> int:
        """How many segments to leave: one where half of the passages are new, so that it pays to write all again."""
        fresh = self._progress.passages
        return segments(self._living + fresh) if self._living <= fresh else _SEGMENTS

    def _gone(self, found: set[bytes]) -> list[bytes]:
        """What is indexed below the roots walked, or no longer listed, and was not found."""
        walked, away, listed = self._walk.walked, self._walk.away, self._listed
        return [
            path for path in self._known
            if path not in found and not _below(path, away)
            and (_below(path, walked) or _below(path, listed.without) or not _below(path, listed.paths))
        ]  # fmt: skip

    def _is_same(self, one: Found) -> bool:
        known = self._known.get(os.fsencode(one.path))
        return known is not None and looks_the_same(one.size, one.mtime, known.size, known.mtime, known.seen)

    def _wanted(self, one: Found) -> Wanted:
        known = self._known.get(os.fsencode(one.path))
        return Wanted(one.path, one.size, known.sha256.hex() if known else "")

    def _expected(self, fresh: Iterable[Wanted]) -> int:
        """About how many passages there will be."""
        return self._living + sum(one.size for one in fresh) // _LETTERS

    def _look(self, one: Found, read: Read[C] | None) -> None:
        if read is None:
            self._is_unchanged()
        elif isinstance(read.document, ArticleError):
            self._walk.skip(one.path, str(read.document).rpartition(": ")[2])
        else:
            self._take(one, read.seen, read.document)
        self._progress.articles += 1
        self._progress.bytes += one.size
        self._progress.seconds = time.monotonic() - self._begun
        self._tell(self._progress)

    def _take(self, one: Found, seen: int, document: C) -> None:
        path = os.fsencode(one.path)
        known = self._known.get(path)
        if known and known.sha256.hex() == document.sha256:
            self._touched.append((one.mtime, seen, known.number))
            self._is_unchanged()
            return
        self._pending.append(Article(path, one.size, one.mtime, seen, document))
        self._summary.added += known is None
        self._summary.changed += known is not None
        self._progress.passages += len(document.passages)
        if self._waiting() >= self._batch:
            self._flush()

    def _is_unchanged(self) -> None:
        self._summary.unchanged += 1
        self._progress.indexed += self._keeps

    def _waiting(self) -> int:
        return self._progress.passages - self._summary.passages

    def _flush(self) -> None:
        pending, self._pending = self._pending, []  # what is interrupted here is undone, and not begun once more
        touched, self._touched = self._touched, []
        if pending:
            self._writer.replace(pending)
            self._progress.indexed += len(pending) if self._keeps else 0
            self._summary.passages = self._progress.passages
            self._writer.merge(_SEGMENTS_WHILE_ADDING)
        if touched:
            self._writer.touch(touched)


def _below(path: bytes, roots: Iterable[str]) -> bool:
    name = os.fsdecode(path)
    return any(is_under(name, root) for root in roots)
