"""`source:` and `section:`: sets of passages by name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from tui.documents.model import Span
from tui.search import bits, fold
from tui.search.index import Index
from tui.search.query import Field

Sections = Mapping[str, Mapping[str, Sequence[Span]]]


class Filters:
    """The names passages may be chosen by, each with its passages.

    A name is typed whole, by its beginning or by the beginning of one of its words, with a slip if nothing else fits.
    """

    def __init__(self, index: Index, sections: Sections, titles: Mapping[str, str], outlets: Mapping[str, str]) -> None:
        """`titles` and `outlets` are further names of sections and sources, by id."""
        self._passages: dict[Field, dict[str, int]] = {"source": {}, "section": {}}
        self._names: dict[Field, dict[str, tuple[str, ...]]] = {"source": {}, "section": {}}
        for number, source in enumerate(index.sources):
            low, high = bisect_left(index.document_of, number), bisect_left(index.document_of, number + 1)
            here = (1 << high) - (1 << low)
            self._passages["source"][source] = self._passages["source"].get(source, 0) | here
            self._names["source"][source] = _folded(source, outlets.get(source, ""))
        for section, spans in sections.items():
            self._passages["section"][section] = bits.of(index.size, list(_overlapping(index, spans)))
            self._names["section"][section] = _folded(section, titles.get(section, ""))

    def named(self, field: Field, typed: str, *, widely: bool = False) -> list[str]:
        """The sources or sections `typed` may mean; `widely` takes beginnings though a whole name fits."""
        wanted = _plain(typed)
        names = self._names[field]
        whole = [] if widely else [name for name, known in names.items() if wanted in known[:2]]
        return whole or [n for n, known in names.items() if any(k.startswith(wanted) for k in known)] or [
            name for name, known in names.items() if _slipped(wanted, known)
        ]  # fmt: skip

    def passages(self, field: Field, names: Iterable[str]) -> int:
        """The set of passages of these sources or sections."""
        found = 0
        for name in names:
            found |= self._passages[field][name]
        return found


def _plain(text: str) -> str:
    return " ".join(word.text for word in fold.words(text))


def _folded(name: str, label: str) -> tuple[str, ...]:
    words = [*_plain(name).split(), *_plain(label).split()]
    return (_plain(name), _plain(label) or _plain(name), *words)


def _slipped(wanted: str, known: Iterable[str]) -> bool:
    if len(wanted) < 3:
        return False
    from tui.search import likeness  # rapidfuzz: not before a search needs it

    allowed = 1 if len(wanted) < 6 else 2
    return any(likeness.distance(wanted, name[: len(wanted)]) <= allowed for name in known)


def _overlapping(index: Index, spans: Mapping[str, Sequence[Span]]) -> Iterable[int]:
    for number, source in enumerate(index.sources):
        low, high = bisect_left(index.document_of, number), bisect_left(index.document_of, number + 1)
        for span in spans.get(source, ()):
            at = bisect_left(index.passages, span.start, low, high, key=lambda passage: passage.end)
            while at < high and index.passages[at].start < span.end:
                if index.passages[at].end > span.start:
                    yield at
                at += 1
