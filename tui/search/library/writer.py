"""Writing passages into an index, and taking them out: one call, one transaction."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property

import numpy as np
from pyroaring import BitMap, FrozenBitMap

from tui.search.library import ahead, arrays, longs, merging, pairs, rare, sets
from tui.search.library.batch import Batch, Grouped, read
from tui.search.library.beginnings import Beginnings
from tui.search.library.blocks import Block, batch_of, blocks
from tui.search.library.cutting import Cut
from tui.search.library.dictionary import Dictionary
from tui.search.library.learning import Learner
from tui.search.library.model import Article, Known, Read, Wanted
from tui.search.library.sealed import seal, seal_set, unseal, unseal_set
from tui.search.library.tables import SEGMENTS

_FORGOTTEN = 1_000
_FEW = 1_000  # passages taken out, which are not worth writing all others again


class Writer:
    """The one writer of an index."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """An index just made is written as one without articles, which it may well remain; lost arrays are renewed."""
        self._sql = connection
        self._path = arrays.place(connection)
        if self._meta("living") is None or not arrays.are_sound(self._path, self._meta("arrays")):
            with self.transaction():
                self._dictionary.save()
                self._arrange()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of it or nothing; readers see the new generation when it is left."""
        self._sql.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._sql.execute("UPDATE meta SET value = value + 1 WHERE key = 'generation'")
            self._sql.execute("COMMIT")
        except BaseException:
            self._sql.rollback()
            raise

    def reading(self, files: Sequence[Wanted]) -> Generator[Read[Cut], None, None]:
        """What articles hold, in their order; many are read by a process beside this one."""
        return ahead.reading(files)

    def documents(self) -> dict[bytes, Known]:
        """The indexed articles by path."""
        rows = self._sql.execute("SELECT path, id, count, size, mtime, seen, sha256 FROM doc")
        return {unseal(path): Known(*rest) for path, *rest in rows}

    def remember(self, paths: Iterable[str], without: Iterable[str]) -> None:
        """Keep a copy of the user's list."""
        rows = [(os.fsencode(path), 0) for path in paths] + [(os.fsencode(path), 1) for path in without]
        if rows != self._sql.execute("SELECT path, left_out FROM root ORDER BY number").fetchall():
            with self.transaction():
                self._sql.execute("DELETE FROM root")
                self._sql.executemany("INSERT INTO root (path, left_out) VALUES (?, ?)", rows)

    def replace(self, articles: Sequence[Article[Cut]]) -> None:
        """Add articles, in the place of what is known by their paths."""
        with self.transaction():
            paths = {seal(article.path) for article in articles}
            self._forget([number for path, number in self._sql.execute("SELECT path, id FROM doc") if path in paths])
            self._add(articles)
            self._arrange()

    def forget(self, documents: Sequence[int]) -> None:
        """Take articles out, a transaction for every so many."""
        for at in range(0, len(documents), _FORGOTTEN):
            with self.transaction():
                self._forget(documents[at : at + _FORGOTTEN])
                self._arrange()
        if documents:
            self._give_back()

    def touch(self, states: Iterable[tuple[int, int, int]]) -> None:
        """Note that files whose text is the same have another time: (mtime, seen, document)."""
        with self.transaction():
            self._sql.executemany("UPDATE doc SET mtime = ?, seen = ? WHERE id = ?", states)

    def _meta(self, key: str) -> object:
        row = self._sql.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def _set_meta(self, key: str, value: object) -> None:
        self._sql.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    @cached_property
    def _dictionary(self) -> Dictionary:
        return Dictionary(self._sql)

    @cached_property
    def _beginnings(self) -> Beginnings:
        return Beginnings(self._sql, self._dictionary)

    @cached_property
    def _learner(self) -> Learner:
        return Learner(self._dictionary)

    @cached_property
    def _living(self) -> BitMap:
        stored = self._meta("living")
        return BitMap(unseal_set(stored)) if stored else BitMap()

    def _add(self, articles: Sequence[Article[Cut]]) -> None:
        batch, first = read(self._dictionary, [article.document for article in articles]), self._meta("next")
        assert isinstance(first, int)
        self._set_meta("next", first + batch.size)
        self._living.add_range(first, first + batch.size)
        numbers = self._add_documents(articles, first)
        places = [article.document.places for article in articles]
        rows = ((first + p, numbers[document], b) for p, document, b in blocks(places, batch))
        self._sql.executemany("INSERT INTO block VALUES (?, ?, ?)", rows)
        by_word = batch.by_word()
        self._count(batch, by_word, 1)
        self._dictionary.save()
        self._add_sets(batch, by_word, first)

    def _add_documents(self, articles: Sequence[Article[Cut]], first: int) -> list[int]:
        numbers: list[int] = []
        for article in articles:
            count = len(article.document.passages)
            digest = bytes.fromhex(article.document.sha256)
            row = (seal(article.path), article.size, article.mtime, article.seen, digest, first, count)
            insert = "INSERT INTO doc (path, size, mtime, seen, sha256, first, count) VALUES (?, ?, ?, ?, ?, ?, ?)"
            number = self._sql.execute(insert, row).lastrowid
            assert number is not None
            numbers.append(number)
            first += count
        return numbers

    def _count(self, batch: Batch, by_word: Grouped, sign: int) -> None:
        """Count words, forms and short forms of the batch in, or with a sign of -1 out."""
        self._dictionary.count(by_word.each, batch.forms, sign)
        longs.count(self._sql, longs.BRACKETS, self._learner.brackets(batch), sign)
        longs.count(self._sql, longs.INITIALS, self._learner.initials(batch), sign)

    def _add_sets(self, batch: Batch, by_word: Grouped, first: int) -> None:
        taken = {number for (number,) in self._sql.execute("SELECT number FROM segment")}
        segment = next(number for number in range(SEGMENTS) if number not in taken)
        self._sql.execute("INSERT INTO segment (number, passages) VALUES (?, ?)", (segment, batch.size))
        tables = {
            "post": by_word,
            "cased": batch.by_form(self._dictionary.capitals()),
            "opening": batch.opening(),
            "closing": batch.closing(),
        }
        for table, grouped in tables.items():
            sets.write(self._sql, table, segment, grouped, first)
        self._beginnings.write(segment, by_word, first)
        passages = np.arange(first, first + batch.size, dtype=np.uint32)
        pairs.write(self._sql, segment, batch, batch.common(by_word), passages)

    def _forget(self, documents: Sequence[int]) -> None:
        if not documents:
            return
        wanted = (json.dumps(list(documents)),)
        places = self._sql.execute(
            "SELECT first, count FROM doc WHERE id IN (SELECT value FROM json_each(?)) ORDER BY first", wanted
        ).fetchall()
        batch = self._stored(places)
        self._count(batch, batch.by_word(), -1)
        self._dictionary.save()
        for first, count in places:
            self._sql.execute("DELETE FROM block WHERE first >= ? AND first < ?", (first, first + count))
            self._living.remove_range(first, first + count)
        self._sql.execute("DELETE FROM doc WHERE id IN (SELECT value FROM json_each(?))", wanted)

    def _stored(self, places: Iterable[tuple[int, int]]) -> Batch:
        """The passages from so many firsts on, as they were indexed."""
        query = "SELECT b FROM block WHERE first >= ? AND first < ? ORDER BY first"
        found = [Block(b) for first, count in places for (b,) in self._sql.execute(query, (first, first + count))]
        return batch_of(self._dictionary, found)

    def _arrange(self) -> None:
        """Write what is asked of all words, forms and chunks anew, and which passages live."""
        arranged, number = self._dictionary.arrange(), self._meta("generation")
        arranged |= rare.arranged(self._sql, arranged["numbers"], arranged["frequency"], self._living)
        assert isinstance(number, int)
        arrays.sweep(self._path, arrays.number(self._meta("arrays")))
        self._set_meta("arrays", arrays.write(self._path, number + 1, arranged))
        self._set_meta("words", len(arranged["numbers"]))
        self._set_meta("living", seal_set(FrozenBitMap(self._living)))

    @property
    def living(self) -> int:
        """How many passages there are."""
        return len(self._living)

    @property
    def is_mostly_empty(self) -> bool:
        """Whether more was taken out than is left: its words and pieces of text have their numbers still."""
        known = self._meta("next")
        assert isinstance(known, int)
        return known - self.living > max(self.living, _FEW)

    def settle(self) -> None:
        """Remove the arrays of the state before, when the disk has the new one."""
        if number := arrays.number(self._meta("arrays")):
            arrays.flush(self._path, number)
            self._sql.execute("PRAGMA wal_checkpoint(PASSIVE)")
            arrays.sweep(self._path, number)

    def merge(self, most: int) -> None:
        """Join the smallest segments until there are at most `most`, dropping what is no longer there."""
        query = "SELECT number, passages FROM segment ORDER BY passages, number"
        while len(segments := self._sql.execute(query).fetchall()) > most:
            with self.transaction():
                merging.join(self._sql, self._dictionary, merging.smallest(segments, len(segments) - most + 1))
            self._give_back()

    def _give_back(self) -> None:
        """Let the file be no longer than what is in it."""
        self._sql.executescript("PRAGMA incremental_vacuum")  # which execute would end after its first page
