"""What one server holds of a library, written to in transactions."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from pyroaring import BitMap, FrozenBitMap

from tui.documents.model import Document, Passage
from tui.search.acronyms import Learner
from tui.search.index import Index
from tui.search.library.sealed import seal_line, seal_set, unseal_set
from tui.search.postgres.counters import Counters
from tui.search.postgres.link import Link, Row
from tui.search.postgres.tables import SETS

if TYPE_CHECKING:
    from tui.search.postgres.writer import Placed

_SEGMENTS = 1024
_LONGEST_BEGINNING = 3
_NOT_STORABLE = re.compile("[\0\ud800-\udfff]")  # no text of PostgreSQL's holds them; clean text has none
_DOC = "id, path, size, mtime, seen, sha256, first, count"
_DOC_TYPES = ("int8", "bytea", "int8", "int8", "int8", "bytea", "int8", "int4")
_PASSAGE = 'p, doc, "start", "end", paragraph, words, forms, text'
_PASSAGE_TYPES = ("int8", "int8", "int4", "int4", "int4", "bytea", "bytea", "text")
# An index that is being made anew is nobody's yet.
_TELL = (
    "UPDATE hexapla.library SET value = %s WHERE key = 'generation' "
    "AND EXISTS (SELECT 1 FROM hexapla.library WHERE key = 'index' AND value = current_schema())"
)
_UPSERT_WORDS = (
    "INSERT INTO word (text, number, n, generation) "
    "SELECT w.text, w.number, w.n, %s::bigint "
    "FROM unnest(%s::text[], %s::integer[], %s::bigint[]) AS w (text, number, n) "
    "ON CONFLICT (text) DO UPDATE SET n = word.n + excluded.n, generation = excluded.generation"
)
_UPSERT_FORMS = (
    "INSERT INTO form (word, spelling, number, n) SELECT f.word, f.spelling, f.number, f.n "
    "FROM unnest(%s::integer[], %s::text[], %s::integer[], %s::bigint[]) AS f (word, spelling, number, n) "
    "ON CONFLICT (word, spelling) DO UPDATE SET n = form.n + excluded.n"
)
_UPSERT_ACRONYMS = (
    "INSERT INTO acronym (kind, short, long, n) SELECT a.kind, a.short, a.long, a.n "
    "FROM unnest(%s::smallint[], %s::text[], %s::text[], %s::bigint[]) AS a (kind, short, long, n) "
    "ON CONFLICT (short, kind, long) DO UPDATE SET n = acronym.n + excluded.n"
)


class Share:
    """One server's part of the index. Rows of an upsert are sorted, so that two writers can never wait in a circle."""

    def __init__(self, link: Link) -> None:
        self.link = link
        self._generation = 0
        self._living = BitMap()

    @contextmanager
    def changing(self, counters: Counters) -> Iterator[None]:
        """One transaction; readers see the new generation when it is left."""
        with self.link.transaction():
            self._generation = self.link.rows("SELECT number FROM meta WHERE key = 'generation'")[0][0] + 1
            self._living = BitMap(unseal_set(self.link.rows("SELECT value FROM meta WHERE key = 'living'")[0][0]))
            yield
            living = seal_set(FrozenBitMap(self._living))
            self.link.rows("UPDATE meta SET value = %s WHERE key = 'living'", (living,))
            self.link.rows("UPDATE meta SET number = %s WHERE key = 'generation'", (self._generation,))
            self.link.rows(_TELL, (str(self._generation),))
            counters.keep(self.link)

    def add(self, placed: Sequence[Placed], counters: Counters) -> None:
        """Add articles."""
        index = Index([""] * len(placed), [one.article.document for one in placed])
        passages = [p for one in placed for p in range(one.first, one.first + len(one.article.document.passages))]
        words = counters.words(index)
        forms = counters.forms(index, words)
        self._count(index, words, forms, 1)
        self.link.put("doc", _DOC, _DOC_TYPES, map(_doc, placed))
        self.link.put("passage", _PASSAGE, _PASSAGE_TYPES, _passages(placed, index, passages, words, forms))
        self._add_sets(index, passages, words, forms, counters)
        self._living.update(array("I", passages))

    def forget(self, documents: Sequence[int]) -> None:
        """Take articles out. Sets that name their passages are masked by which passages live."""
        if not documents:
            return
        places, stored = self._places(documents), self.documents(documents)
        index = Index([""] * len(stored), stored)
        words, forms = self._numbers(index)
        self._count(index, words, forms, -1)
        passages = [p for first, count in places for p in range(first, first + count)]
        self.link.rows("DELETE FROM passage WHERE p = ANY(%s::bigint[])", (passages,))
        self.link.rows("DELETE FROM doc WHERE id = ANY(%s::bigint[])", (list(documents),))
        self._living -= FrozenBitMap(array("I", passages))

    def documents(self, numbers: Sequence[int]) -> list[Document]:
        """Articles as they were indexed; between its passages a text is blank."""
        wanted = [p for first, count in self._places(numbers) for p in range(first, first + count)]
        query = 'SELECT doc, "start", "end", paragraph, text FROM passage WHERE p = ANY(%s::bigint[]) ORDER BY p'
        texts = dict.fromkeys(numbers, "")
        passages: dict[int, list[Passage]] = {number: [] for number in numbers}
        for number, start, end, paragraph, piece in self.link.rows(query, (wanted,)):
            before = max(start - 1, 0)
            texts[number] = texts[number][:before].ljust(before) + piece
            passages[number].append(Passage(start, end, paragraph))
        return [Document("", Path(), texts[n], (), tuple(passages[n]), "") for n in numbers]

    def smallest(self, most: int) -> list[int]:
        """The segments to join so that there are at most `most`; none when there are no more."""
        numbers = [number for (number,) in self.link.rows("SELECT number FROM segment ORDER BY passages, number")]
        return numbers[: len(numbers) - most // 2] if len(numbers) > most else []

    def join(self, segments: Sequence[int]) -> None:
        """Make one segment of several, without what no longer lives."""
        living = FrozenBitMap(self._living)
        for table in SETS:
            joined: dict[int, list[bytes]] = {}
            query = f"DELETE FROM {table} WHERE segment = ANY(%s::smallint[]) RETURNING number, b"
            for number, stored in self.link.rows(query, (list(segments),)):
                joined.setdefault(number, []).append(stored)
            sets = ((n, FrozenBitMap.union(*map(unseal_set, some)) & living) for n, some in sorted(joined.items()))
            self._put_sets(table, segments[0], ((number, passages) for number, passages in sets if passages))
        query = "DELETE FROM segment WHERE number = ANY(%s::smallint[]) RETURNING passages"
        size = sum(passages for (passages,) in self.link.rows(query, (list(segments),)))
        self.link.rows("INSERT INTO segment (number, passages) VALUES (%s, %s)", (segments[0], size))

    def _places(self, documents: Sequence[int]) -> list[tuple[int, int]]:
        query = "SELECT id, first, count FROM doc WHERE id = ANY(%s::bigint[])"
        rows = {number: (first, count) for number, first, count in self.link.rows(query, (list(documents),))}
        return [rows[number] for number in documents]

    def _numbers(self, index: Index) -> tuple[list[int], list[int]]:
        """The numbers this server has for the words and forms of an index."""
        texts = list(index.vocabulary.words)
        query = "SELECT text, number FROM word WHERE text = ANY(%s::text[])"
        known: dict[str, int] = dict(self.link.rows(query, (texts,)))
        words = [known[text] for text in texts]
        rows = self.link.rows("SELECT word, spelling, number FROM form WHERE word = ANY(%s::integer[])", (words,))
        forms = {(word, spelling): number for word, spelling, number in rows}
        keys = ((words[word], index.spellings[form]) for form, word in enumerate(index.word_of_form))
        return words, [forms[key] for key in keys]

    def _count(self, index: Index, words: Sequence[int], forms: Sequence[int], sign: int) -> None:
        """Count words, forms and short forms of the index in, or with a sign of -1 out."""
        texts = list(index.vocabulary.words)
        counted = [sign * n for n in index.vocabulary.frequency]
        self.link.rows(_UPSERT_WORDS, (self._generation, texts, list(words), counted))
        keys = zip(index.word_of_form, index.spellings, forms, index.counts, strict=True)
        rows = sorted((words[word], spelling, form, sign * n) for word, spelling, form, n in keys)
        self.link.rows(_UPSERT_FORMS, _columns(rows, 4))
        learner = Learner(index)
        short = [
            (kind, short, " ".join(texts[word] for word in long), sign * n)
            for kind, pairs in enumerate((learner.learned, learner.initials))
            for short, longs in pairs.items()
            for long, n in longs.items()
        ]
        self.link.rows(_UPSERT_ACRONYMS, _columns(sorted(short), 4))
        if sign < 0:
            gone = "DELETE FROM acronym WHERE short = ANY(%s::text[]) AND n <= 0"
            self.link.rows(gone, (sorted({row[1] for row in short}),))

    def _add_sets(
        self, index: Index, passages: Sequence[int], words: Sequence[int], forms: Sequence[int], counters: Counters
    ) -> None:
        taken = {number for (number,) in self.link.rows("SELECT number FROM segment")}
        segment = next(number for number in range(_SEGMENTS) if number not in taken)
        self.link.rows("INSERT INTO segment (number, passages) VALUES (%s, %s)", (segment, index.size))
        opening, closing = index.ends_of_passages()
        begun = _by_beginning(index)
        beginnings = dict(zip(begun, counters.beginnings(list(begun)), strict=True))
        rows = sorted(beginnings.items())
        insert = "INSERT INTO beginning SELECT * FROM unnest(%s::text[], %s::integer[]) ON CONFLICT (text) DO NOTHING"
        self.link.rows(insert, _columns(rows, 2))
        tables: dict[str, Mapping[int, Iterable[int]]] = {
            "post": {words[word]: posting for word, posting in enumerate(index.postings)},
            "cased": {forms[form]: posting for form, posting in index.capitals().items()},
            "opening": {words[word]: posting for word, posting in opening.items()},
            "closing": {words[word]: posting for word, posting in closing.items()},
            "begun": {beginnings[text]: posting for text, posting in begun.items()},
        }
        for table, postings in tables.items():
            sets = (
                (number, array("I", [passages[p] for p in posting])) for number, posting in sorted(postings.items())
            )
            self._put_sets(table, segment, sets)

    def _put_sets(self, table: str, segment: int, sets: Iterable[tuple[int, FrozenBitMap | array[int]]]) -> None:
        rows = ((number, segment, seal_set(passages)) for number, passages in sets)
        self.link.put(table, "number, segment, b", ("int4", "int2", "bytea"), rows)


def _doc(placed: Placed) -> Row:
    article = placed.article
    sha256, count = bytes.fromhex(article.document.sha256), len(article.document.passages)
    return placed.number, article.path, article.size, article.mtime, article.seen, sha256, placed.first, count


def _passages(
    placed: Sequence[Placed], index: Index, passages: Sequence[int], words: Sequence[int], forms: Sequence[int]
) -> Iterator[Row]:
    """The rows of all passages of the index, each text with the letter before it and the one after."""
    lines = index.lines(range(index.size))
    for one in placed:
        text = one.article.document.text
        for place in one.article.document.passages:
            at, line = next(lines)
            piece = _NOT_STORABLE.sub("\ufffd", text[max(place.start - 1, 0) : place.end + 1])
            numbers = seal_line([words[w] for w in line.words]), seal_line([forms[f] for f in line.forms])
            yield passages[at], one.number, place.start, place.end, place.paragraph, *numbers, piece


def _by_beginning(index: Index) -> dict[str, list[int]]:
    """The passages of all words that begin with the same one to three letters."""
    found: dict[str, set[int]] = {}
    for word, posting in zip(index.vocabulary.words, index.postings, strict=True):
        for length in range(1, min(_LONGEST_BEGINNING, len(word)) + 1):
            found.setdefault(word[:length], set()).update(posting)
    return {text: sorted(passages) for text, passages in found.items()}


def _columns(rows: Sequence[Row], count: int) -> list[list[object]]:
    """Rows as one list a column."""
    return [list(column) for column in zip(*rows, strict=True)] or [[] for _ in range(count)]
