"""`source:`, `section:` and `note:`: sets of passages by name, and those somebody noted something on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, reduce
from operator import or_

from tui.documents.model import Span
from tui.search import fold
from tui.search.bits import Passages
from tui.search.query import Field
from tui.search.store import Store

Sections = Mapping[str, Mapping[str, Sequence[Span]]]


class Filters:
    """The names passages may be chosen by, each with its passages.

    A name is typed whole, by its beginning or by the beginning of one of its words, with a slip if nothing else fits.
    Where no name begins so, the file does: a source goes by its beginning or a whole word of it as well.
    A note has no name: any words of it, or their beginnings, will do. `notes` holds by each note's text the spans it
    is kept on; it may be replaced.
    """

    def __init__(
        self,
        store: Store,
        sections: Sections,
        titles: Mapping[str, str],
        outlets: Mapping[str, str],
        files: Mapping[str, str] | None = None,
    ) -> None:
        """`titles` and `outlets` are further names of sections and sources, by id; `files` those of sources' files."""
        self._store = store
        self._files = {source: _plain(file) for source, file in (files or {}).items()}
        self._sections = sections
        self._titles, self._outlets = titles, outlets
        self.notes: Sections = {}

    @cached_property
    def _documents(self) -> dict[str, list[int]]:
        """The numbers of the documents of each source."""
        found: dict[str, list[int]] = {}
        for number, source in enumerate(self._store.sources):
            found.setdefault(source, []).append(number)
        return found

    @cached_property
    def _names(self) -> dict[Field, dict[str, tuple[str, ...]]]:
        sources = {source: _folded(source, self._outlets.get(source, "")) for source in self._documents}
        sections = {section: _folded(section, self._titles.get(section, "")) for section in self._sections}
        return {"source": sources, "section": sections}

    def named(self, field: Field, typed: str, *, widely: bool = False) -> list[str]:
        """The sources or sections `typed` may mean; `widely` takes beginnings though a whole name fits."""
        if field == "note":
            return self._noted(_plain(typed).split())
        wanted = _plain(typed)
        names = self._names[field]
        whole = [] if widely else [name for name, known in names.items() if wanted in known[:2]]
        return (
            whole
            or [name for name, known in names.items() if _begins(wanted, known)]
            or (self._filed(wanted) if field == "source" else [])
            or [name for name, known in names.items() if _slipped(wanted, known)]
        )

    def _filed(self, wanted: str) -> list[str]:
        """The sources whose file is called so: by its beginning, or by a whole word."""
        named = {source: file for source, file in self._files.items() if source in self._documents and wanted}
        return [source for source, file in named.items() if file.startswith(wanted) or wanted in file.split()]

    def readings(self, field: Field, typed: str) -> tuple[str, ...]:
        """What `typed` was understood as: names, or the words themselves where a note has them."""
        names = tuple(self.named(field, typed))
        return ((typed,) if names else ()) if field == "note" else names

    def _noted(self, wanted: Sequence[str]) -> list[str]:
        notes = {text: _plain(text).split() for text in self.notes}
        begun = [text for text, words in notes.items() if all(_begins(one, words) for one in wanted)]
        return begun or [
            text for text, words in notes.items() if all(_begins(one, words) or _slipped(one, words) for one in wanted)
        ]

    def passages(self, field: Field, names: Iterable[str]) -> Passages:
        """The set of passages of these sources or sections, or under these notes."""
        if field == "source":
            return self._store.of_documents([number for name in names for number in self._documents[name]])
        known = self._sections if field == "section" else self.notes
        return reduce(or_, (self._store.of(self._of_spans(known, name)) for name in names), self._store.of(()))

    def _of_spans(self, known: Sections, name: str) -> list[int]:
        spans = known[name]
        placed = [(number, spans.get(source, ())) for number, source in enumerate(self._store.sources)]
        return [passage for number, here in placed for passage in self._store.overlapping(number, here)]


def _plain(text: str) -> str:
    return " ".join(word.text for word in fold.words(text))


def _folded(name: str, label: str) -> tuple[str, ...]:
    plain, other = _plain(name), _plain(label) if label else ""
    return (plain, other or plain, *plain.split(), *other.split())


def _begins(wanted: str, words: Iterable[str]) -> bool:
    return any(word.startswith(wanted) for word in words)


def _slipped(wanted: str, known: Iterable[str]) -> bool:
    if len(wanted) < 3:
        return False
    from tui.search import likeness  # rapidfuzz: not before a search needs it

    allowed = 1 if len(wanted) < 6 else 2
    return any(likeness.distance(wanted, name[: len(wanted)]) <= allowed for name in known)
