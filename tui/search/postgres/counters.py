"""The numbers given to passages, articles, words, forms and beginnings: once for all servers, and never changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from tui.search.index import Index
from tui.search.library.sealed import SURROGATES
from tui.search.postgres.link import Link
from tui.search.postgres.links import Links

Key = TypeVar("Key")

_NAMES = ("passages", "documents", "words", "forms", "beginnings")


class Counters:
    """The next number of each kind, as far as any server knows."""

    def __init__(self, links: Links) -> None:
        self._links = links
        self._next = dict.fromkeys(_NAMES, 0)
        for name, number in links.ask("SELECT key, number FROM meta"):
            if name in self._next:
                self._next[name] = max(self._next[name], number)

    def take(self, name: str, count: int) -> int:
        """The first of `count` new numbers."""
        first = self._next[name]
        if first < SURROGATES.stop and first + count > SURROGATES.start:
            first = SURROGATES.stop  # words and forms are stored as characters, and these are none
        self._next[name] = first + count
        return first

    def keep(self, link: Link) -> None:
        """Write down, in the transaction that used them, how far the numbers are given."""
        query = (
            "INSERT INTO meta (key, number) "
            "SELECT k.key, k.number FROM unnest(%s::text[], %s::bigint[]) AS k (key, number) "
            "ON CONFLICT (key) DO UPDATE SET number = excluded.number"
        )
        link.rows(query, (list(self._next), list(self._next.values())))

    def words(self, index: Index) -> list[int]:
        """The number of each word of the index, new ones included."""
        texts = index.vocabulary.words
        rows = self._links.ask("SELECT text, number FROM word WHERE text = ANY(%s::text[])", (list(texts),))
        known: dict[str, int] = dict(rows)
        self._number("words", texts, known)
        return [known[text] for text in texts]

    def forms(self, index: Index, words: Sequence[int]) -> list[int]:
        """The number of each form of the index; of new ones the commonest get the lowest."""
        keys = [(words[word], index.spellings[form]) for form, word in enumerate(index.word_of_form)]
        query = "SELECT word, spelling, number FROM form WHERE word = ANY(%s::integer[])"
        rows = self._links.ask(query, (list(words),))
        known: dict[tuple[int, str], int] = {(word, spelling): number for word, spelling, number in rows}
        commonest = sorted(range(len(keys)), key=lambda form: -index.counts[form])
        self._number("forms", (keys[form] for form in commonest), known)
        return [known[key] for key in keys]

    def beginnings(self, texts: Sequence[str]) -> list[int]:
        """The number of each of these beginnings of words."""
        rows = self._links.ask("SELECT text, number FROM beginning WHERE text = ANY(%s::text[])", (list(texts),))
        known: dict[str, int] = dict(rows)
        self._number("beginnings", texts, known)
        return [known[text] for text in texts]

    def _number(self, name: str, keys: Iterable[Key], known: dict[Key, int]) -> None:
        for key in keys:
            if key not in known:
                known[key] = self.take(name, 1)
