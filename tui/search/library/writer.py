"""Writing passages into an index, and taking them out: one call, one transaction."""

from __future__ import annotations

import json
import os
import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tui.documents.model import Document, Passage
from tui.search.acronyms import Counted, Learner
from tui.search.index import Index
from tui.search.library import merging, numbering
from tui.search.library.sealed import (
    Block,
    seal,
    seal_block,
    seal_line,
    seal_numbers,
    seal_set,
    unseal,
    unseal_block,
)
from tui.search.library.tables import SEGMENTS

_BLOCK = 16_000  # code points of text kept together: a hit decompresses one block, 50 µs
_FORGOTTEN = 1_000


class Article(NamedTuple):
    """A document with the state of its file: bytes, and nanoseconds it was changed and looked at."""

    path: bytes
    size: int
    mtime: int
    seen: int
    document: Document


class Known(NamedTuple):
    """An indexed article: its number, its passages, and the state its file was in."""

    number: int
    passages: int
    size: int
    mtime: int
    seen: int
    sha256: bytes


class Writer:
    """The one writer of an index."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._sql = connection

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

    def replace(self, articles: Sequence[Article]) -> None:
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

    def touch(self, states: Iterable[tuple[int, int, int]]) -> None:
        """Note that files whose text is the same have another time: (mtime, seen, document)."""
        with self.transaction():
            self._sql.executemany("UPDATE doc SET mtime = ?, seen = ? WHERE id = ?", states)

    def _meta(self, key: str) -> object:
        row = self._sql.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def _set_meta(self, key: str, value: object) -> None:
        self._sql.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def _next(self) -> int:
        number = self._meta("next")
        assert isinstance(number, int)
        return number

    def _add(self, articles: Sequence[Article]) -> None:
        index = Index([""] * len(articles), [article.document for article in articles])
        first = self._next()
        self._set_meta("next", first + index.size)
        self._add_documents(articles, index, first)
        words = numbering.words(self._sql, index)
        forms = numbering.forms(self._sql, index, words)
        self._count(index, Learner(index), words, 1)
        lines = ((first + p, seal_line([forms[f] for f in line.forms])) for p, line in index.lines(range(index.size)))
        self._sql.executemany("INSERT INTO line VALUES (?, ?)", lines)
        self._add_sets(index, first, words, forms)

    def _add_documents(self, articles: Sequence[Article], index: Index, first: int) -> None:
        for number, article in enumerate(articles):
            here, document = index.stretch(number), article.document
            row = (seal(article.path), article.size, article.mtime, article.seen, bytes.fromhex(document.sha256))
            cursor = self._sql.execute(
                "INSERT INTO doc (path, size, mtime, seen, sha256, first, count) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (*row, first + here.start, len(here)),
            )
            rows = ((first + here.start + at, cursor.lastrowid, seal_block(b)) for at, b in _blocks(document))
            self._sql.executemany("INSERT INTO block VALUES (?, ?, ?)", rows)

    def _count(self, index: Index, learner: Learner, words: Sequence[int], sign: int) -> None:
        """Count words, forms and short forms of the index in, or with a sign of -1 out."""
        texts, frequency = index.vocabulary.words, index.vocabulary.frequency
        rows = ((sign * n, text) for text, n in zip(texts, frequency, strict=True))
        self._sql.executemany("UPDATE word SET n = n + ? WHERE text = ?", rows)
        forms = zip(index.counts, index.word_of_form, index.spellings, strict=True)
        counted = ((sign * n, words[word], spelling) for n, word, spelling in forms)
        self._sql.executemany("UPDATE form SET n = n + ? WHERE word = ? AND spelling = ?", counted)
        upsert = (
            "INSERT INTO acronym VALUES (?, ?, ?, ?) ON CONFLICT (kind, short, long) DO UPDATE SET n = n + excluded.n"
        )
        for kind, pairs in enumerate((learner.learned, learner.initials)):
            self._sql.executemany(upsert, _spelt_out(kind, pairs, texts, sign))
        if sign < 0:
            self._sql.execute("DELETE FROM acronym WHERE n <= 0")

    def _add_sets(self, index: Index, first: int, words: Sequence[int], forms: Sequence[int]) -> None:
        taken = {number for (number,) in self._sql.execute("SELECT number FROM segment")}
        segment = next(number for number in range(SEGMENTS) if number not in taken)
        self._sql.execute("INSERT INTO segment VALUES (?, ?)", (segment, index.size))
        opening, closing = index.ends_of_passages()
        by_word = {words[word]: posting for word, posting in enumerate(index.postings)}
        tables = {
            "post": by_word,
            "cased": {forms[form]: posting for form, posting in index.capitals().items()},
            "opening": {words[word]: posting for word, posting in opening.items()},
            "closing": {words[word]: posting for word, posting in closing.items()},
            "begun": numbering.by_beginning(self._sql, index),
        }
        for table, postings in tables.items():
            rows = ((number << 10 | segment, _moved(postings[number], first)) for number in sorted(postings))
            self._sql.executemany(f"INSERT INTO {table} VALUES (?, ?)", rows)

    def _forget(self, documents: Sequence[int]) -> None:
        if not documents:
            return
        wanted = (json.dumps(list(documents)),)
        places = self._sql.execute(
            "SELECT first, count FROM doc WHERE id IN (SELECT value FROM json_each(?)) ORDER BY first", wanted
        ).fetchall()
        index = Index([""] * len(places), [self._stored(first, count) for first, count in places])
        self._count(index, Learner(index), numbering.words(self._sql, index), -1)
        for first, count in places:
            for table, key in (("block", "first"), ("line", "p")):
                self._sql.execute(f"DELETE FROM {table} WHERE {key} >= ? AND {key} < ?", (first, first + count))
        self._sql.execute("DELETE FROM doc WHERE id IN (SELECT value FROM json_each(?))", wanted)

    def _stored(self, first: int, count: int) -> Document:
        """A document as it was indexed."""
        text, passages = "", list[Passage]()
        query = "SELECT b FROM block WHERE first >= ? AND first < ? ORDER BY first"
        for (stored,) in self._sql.execute(query, (first, first + count)):
            block = unseal_block(stored)
            text = text[: block.start].ljust(block.start) + block.text
            passages += block.passages
        return _document(text, passages)

    def _arrange(self) -> None:
        """Write the vocabulary anew, and which passages live."""
        rows = self._sql.execute("SELECT text, id, n FROM word WHERE n > 0 ORDER BY text").fetchall()
        self._set_meta("words", seal("\n".join(text for text, _, _ in rows).encode("utf-8", "surrogatepass")))
        self._set_meta("frequency", seal_numbers(n for _, _, n in rows))
        self._set_meta("numbers", seal_numbers(number for _, number, _ in rows))
        ranks = {number: rank for rank, (_, number, _) in enumerate(rows)}
        of_form = array("I")
        for form, word in self._sql.execute("SELECT id, word FROM form ORDER BY id"):
            of_form.extend([len(rows)] * (form - len(of_form)))
            of_form.append(ranks.get(word, len(rows)))
        self._set_meta("forms", seal(of_form.tobytes()))
        living = (p for f, n in self._sql.execute("SELECT first, count FROM doc") for p in range(f, f + n))
        self._set_meta("living", seal_set(array("I", living)))

    def merge(self, most: int) -> None:
        """Join the smallest segments until there are at most `most`, dropping what is no longer there."""
        while len(rows := self._sql.execute("SELECT number FROM segment ORDER BY passages").fetchall()) > most:
            with self.transaction():
                merging.join(self._sql, [number for (number,) in rows[: len(rows) - most // 2]])


def _blocks(document: Document) -> Iterator[tuple[int, Block]]:
    """The passages of a document in blocks, each with the number of its first; joined, their texts are the text."""
    passages, begin = document.passages, 0
    while begin < len(passages):
        end, start = begin + 1, passages[begin - 1].end if begin else 0
        while end < len(passages) and passages[end].end - start <= _BLOCK:
            end += 1
        start = max(start - 1, 0)  # one more: where a word begins may hang on the letter before it
        yield begin, Block(start, list(passages[begin:end]), document.text[start : passages[end - 1].end])
        begin = end


def _document(text: str, passages: Sequence[Passage]) -> Document:
    return Document("", Path(), text, (), tuple(passages), "")


def _moved(passages: Sequence[int], by: int) -> bytes:
    return seal_set(array("I", [by + passage for passage in passages]))


def _spelt_out(kind: int, counted: Counted, texts: Sequence[str], sign: int) -> Iterator[tuple[int, str, str, int]]:
    for short, longs in counted.items():
        for long, n in longs.items():
            yield kind, short, " ".join(texts[word] for word in long), sign * n
