"""tantivy as one would use it: passages are documents, a typed word stands for itself or what is few edits away."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tui.documents import load
from tui.search.fold import words

_HEAP = 128 * 2**20


def there() -> bool:
    """Whether tantivy is installed."""
    return find_spec("tantivy") is not None


class Beside:
    """One index with positions and stored text."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self._tantivy: Any = import_module("tantivy")
        builder = self._tantivy.SchemaBuilder()
        builder.add_text_field("text", stored=True)
        self._schema = builder.build()
        self._index = self._tantivy.Index(self._schema, path=str(folder))
        self._searcher: Any = None

    def build(self, paths: Iterable[Path]) -> None:
        """Read articles as a library does, index their passages, join all segments."""
        writer = self._index.writer(_HEAP, 1)
        for path in paths:
            document = load(path)
            for passage in document.passages:
                writer.add_document(self._tantivy.Document(text=document.text[passage.start : passage.end]))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def search(self, typed: str, limit: int = 10) -> list[str]:
        """The texts of the `limit` best passages."""
        query_of, occur = self._tantivy.Query, self._tantivy.Occur
        clauses = []
        for word in words(typed):
            edits = 0 if len(word.text) < 3 else 1 if len(word.text) < 6 else 2
            clauses.append((occur.Should, query_of.term_query(self._schema, "text", word.text)))
            clauses.append(
                (occur.Should, query_of.fuzzy_term_query(self._schema, "text", word.text, distance=edits, prefix=True))
            )
        if not clauses:
            return []
        hits = self._searcher.search(query_of.boolean_query(clauses), limit).hits
        return [self._searcher.doc(address)["text"][0] for _, address in hits]
