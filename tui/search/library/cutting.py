"""Articles cut into chunks: what is done before an index is written to, by any process.

It needs neither numpy nor the index, so that a process beside the one that writes can do it
(`tui.search.library.ahead`).
"""

from __future__ import annotations

import time
from array import array
from itertools import chain
from typing import NamedTuple

from tui.documents import ArticleError, Document, load
from tui.search.library.chunks import cut
from tui.search.library.model import Read, Wanted


class Cut(NamedTuple):
    """An article: three numbers for each of its passages (start, end, paragraph), and all its chunks in UTF-8.

    A space stands behind each chunk, and `END` behind the last of each passage.
    """

    sha256: str
    places: array[int]
    chunks: bytes

    @property
    def passages(self) -> range:
        """One for each passage."""
        return range(len(self.places) // 3)


def cut_document(document: Document) -> Cut:
    """A document already loaded."""
    places = array("I", list(chain.from_iterable(document.passages)))
    chunks = cut(document.text, document.passages).encode("utf-8", "surrogatepass")
    return Cut(document.sha256, places, chunks)


def cut_article(one: Wanted) -> Read[Cut]:
    """What an article holds; nothing but its hash where that is as known."""
    seen = time.time_ns()
    try:
        document = load(one.path)
    except ArticleError as error:
        return Read(seen, error)
    if document.sha256 == one.sha256:
        return Read(seen, Cut(document.sha256, array("I"), b""))
    return Read(seen, cut_document(document))
