"""A document made ready for many quotations: levelled once, its vocabulary counted when first asked for."""

from __future__ import annotations

import weakref
from collections import Counter
from functools import cached_property

from tui.documents.model import Document, Span
from tui.evidence.normal import normalise
from tui.evidence.words import WORD


class Prepared:
    """`source` and `original` are the document's; `text` is levelled, and `span` leads back from it."""

    def __init__(self, document: Document) -> None:
        self.source = document.source
        self.original = document.text
        self._normal = normalise(document.text)
        self.text = self._normal.text

    def span(self, start: int, end: int) -> Span:
        """The span in the document's text for `[start, end)` of the levelled text."""
        return self._normal.span(start, end)

    @cached_property
    def vocabulary(self) -> Counter[str]:
        """How often each word of the levelled text occurs."""
        return Counter(WORD.findall(self.text))


_ready: dict[int, Prepared] = {}


def prepare(document: Document) -> Prepared:
    """The document made ready; kept as long as the document lives."""
    key = id(document)
    if key not in _ready:
        _ready[key] = Prepared(document)
        weakref.finalize(document, _ready.pop, key, None).atexit = False
    return _ready[key]
