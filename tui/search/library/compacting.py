"""An index written again without what was taken out of it: from itself, so that no article need be there to be read."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Callable, Iterator

import numpy as np

from tui.search.library.blocks import Block
from tui.search.library.cutting import Cut
from tui.search.library.dictionary import Dictionary
from tui.search.library.model import Article, Progress
from tui.search.library.numbering import Numbering
from tui.search.library.packed import unpack_each
from tui.search.library.sealed import unseal
from tui.search.library.update import batch, segments
from tui.search.library.writer import Writer

_FEW = 20_000  # passages


def is_little(old: sqlite3.Connection) -> bool:
    """Whether few passages are left."""
    passages: int = old.execute("SELECT ifnull(sum(count), 0) FROM doc").fetchone()[0]
    return passages < _FEW


def compact(old: sqlite3.Connection, writer: Writer, tell: Callable[[Progress], None]) -> None:
    """Write all articles of an index into one that has none."""
    of_articles, passages = old.execute("SELECT count(*), ifnull(sum(count), 0) FROM doc").fetchone()
    # The index they are written from has them all until this one takes its place.
    progress, most = Progress(of_articles=of_articles, indexed=of_articles), batch(passages)
    pending: list[Article[Cut]] = []
    waiting = 0
    for article in _articles(old):
        pending.append(article)
        waiting += len(article.document.passages)
        progress.articles += 1
        if waiting >= most:
            writer.replace(pending)
            pending, waiting = [], 0
        tell(progress)
    writer.replace(pending)
    writer.merge(segments(passages))


def _articles(old: sqlite3.Connection) -> Iterator[Article[Cut]]:
    """The articles as they were indexed, in the order they were added."""
    known = Dictionary(old).chunks
    documents = "SELECT path, size, mtime, seen, sha256, first, count FROM doc ORDER BY first, id"
    blocks = "SELECT b FROM block WHERE first >= ? AND first < ? ORDER BY first"
    for path, size, mtime, seen, sha256, first, count in old.execute(documents):
        found = [Block(b) for (b,) in old.execute(blocks, (first, first + count))]
        yield Article(unseal(path), size, mtime, seen, _cut(sha256.hex(), found, known))


def _cut(sha256: str, found: list[Block], known: Numbering) -> Cut:
    places = array("I")
    for block in found:
        for at in range(len(block)):
            places.extend(block.passage(at))
    chunks, counts = unpack_each([block.packed(at) for block in found for at in range(len(block))])
    return Cut(sha256, places, known.raw(chunks, np.cumsum(counts) - 1))
