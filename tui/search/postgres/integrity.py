"""Whether an index on servers holds together: every value read, every count counted again."""

from __future__ import annotations

from collections.abc import Iterator

from pyroaring import BitMap, FrozenBitMap

from tui.search.library.errors import LibraryError, translated
from tui.search.library.sealed import unseal_line, unseal_set
from tui.search.postgres.link import Link
from tui.search.postgres.links import Links
from tui.search.postgres.tables import SETS

_MOST = 20


def problems(links: Links) -> tuple[str, ...]:
    """What is wrong with the index, at most 20 lines, each with the server it is about."""
    found: list[str] = []
    for link in links.links:
        try:
            with translated(), link.transaction():
                found += [f"{link.shown}: {problem}" for problem in _contradictions(link)]
        except LibraryError as error:
            found.append(str(error))
    return tuple(found[:_MOST])


def _contradictions(link: Link) -> Iterator[str]:
    living = unseal_set(link.rows("SELECT value FROM meta WHERE key = 'living'")[0][0])
    indexed, there = BitMap(), BitMap()
    for first, count in link.rows("SELECT first, count FROM doc"):
        indexed.add_range(first, first + count)
    if indexed != living:
        yield "the passages of the articles are not the living ones"
    held: dict[int, BitMap] = {}
    uses: dict[int, int] = {}
    for p, words, forms in link.rows("SELECT p, words, forms FROM passage"):
        there.add(p)
        for word in unseal_line(words):
            held.setdefault(word, BitMap()).add(p)
        for form in unseal_line(forms):
            uses[form] = uses.get(form, 0) + 1
    if there != living:
        yield "the texts are not those of the living passages"
    if uses != dict(link.rows("SELECT number, n FROM form WHERE n != 0")):
        yield "the ways words are written are not counted right"
    counted = {word: len(passages) for word, passages in held.items()}
    if counted != dict(link.rows("SELECT number, n FROM word WHERE n != 0")):
        yield "the words are not counted right"
    sets = {table: _sets(link, table) for table in SETS}["post"]
    if any(sets.get(word, FrozenBitMap()) & living != passages for word, passages in held.items()):
        yield "the passages of a word are not those that hold it"


def _sets(link: Link, table: str) -> dict[int, FrozenBitMap]:
    found: dict[int, FrozenBitMap] = {}
    for number, stored in link.rows(f"SELECT number, b FROM {table}"):
        found[number] = found.get(number, FrozenBitMap()) | unseal_set(stored)
    return found
