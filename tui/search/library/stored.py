"""The store on disk: one generation of an index, as search asks it."""

from __future__ import annotations

import json
import os
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import islice

from pyroaring import FrozenBitMap

from tui.documents.model import Span
from tui.search import fold
from tui.search.acronyms import Acronyms, Counted, Long
from tui.search.library.errors import DamagedError
from tui.search.library.sealed import (
    Block,
    unseal,
    unseal_block,
    unseal_line,
    unseal_numbers,
    unseal_set,
)
from tui.search.store import Line, Written
from tui.search.vocabulary import Vocabulary

_MANY = 16  # words from which on one set for their common beginning is quicker than theirs
_SETS = 64  # sets kept: they may hold 125 KB each at a million passages
_LINES, _TOGETHER, _BLOCKS, _READ = 8192, 2048, 32, 256


class Stored:
    """Passages on disk. All that is asked of one object must lie in one read transaction of its connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Reads what every search needs; raises DamagedError when it does not hold together."""
        self._sql = connection
        meta = dict(connection.execute("SELECT key, value FROM meta"))
        words = unseal(meta.get("words")).decode("utf-8", "surrogatepass")
        self.vocabulary = Vocabulary(words.split("\n") if words else [], unseal_numbers(meta.get("frequency")))
        self._numbers = unseal_numbers(meta.get("numbers"))
        self._rank_of_form = unseal_numbers(meta.get("forms"))
        self.everything = unseal_set(meta.get("living"))
        if not len(self._numbers) == len(self.vocabulary.words) == len(self.vocabulary.frequency):
            raise DamagedError("the vocabulary does not hold together")
        # Sets written before an article was taken out still name its passages.
        held = connection.execute("SELECT ifnull(sum(passages), 0) FROM segment").fetchone()[0]
        self._all_live = held == len(self.everything)
        self._word_set = lru_cache(maxsize=_SETS)(self._read_word)
        self._beginning_set = lru_cache(maxsize=_SETS)(self._read_beginning)
        self._lines: dict[int, Line] = {}
        self._block = lru_cache(maxsize=_BLOCKS)(self._read_block)
        self.read = lru_cache(maxsize=_READ)(self._read)
        self.forms_of = lru_cache(maxsize=1024)(self._forms_of)
        self.written = lru_cache(maxsize=1024)(self._written)

    @property
    def size(self) -> int:
        """How many passages there are."""
        return len(self.everything)

    def of(self, passages: Sequence[int]) -> FrozenBitMap:
        """The set of these passages."""
        return FrozenBitMap(passages)

    def holding(self, words: Iterable[int]) -> FrozenBitMap:
        """The passages that hold any of these words."""
        numbers = [self._numbers[word] for word in words]
        if len(numbers) == 1:
            return self._word_set(numbers[0])
        return self._sets("post", numbers)

    def beginning(self, words: range) -> FrozenBitMap:
        """The passages that hold any of a range of words that begin alike."""
        if len(words) >= _MANY:
            first, last = self.vocabulary.words[words[0]], self.vocabulary.words[words[-1]]
            for length in (3, 2, 1):
                if first[:length] == last[:length] and self.vocabulary.starting(first[:length]) == words:
                    return self._beginning_set(first[:length])
        return self.holding(words)

    def written_as(self, forms: Collection[int]) -> FrozenBitMap:
        """The passages that hold any of these forms; they have capitals, as nobody asks for others."""
        return self._sets("cased", forms)

    def opening(self, words: Iterable[int]) -> FrozenBitMap:
        """The passages whose first word is one of these."""
        return self._sets("opening", [self._numbers[word] for word in words])

    def closing(self, words: Iterable[int]) -> FrozenBitMap:
        """The passages whose last word is one of these."""
        return self._sets("closing", [self._numbers[word] for word in words])

    def lines(self, passages: Iterable[int]) -> Iterator[tuple[int, Line]]:
        """Each of these passages with its words."""
        following = iter(passages)
        while some := list(islice(following, _TOGETHER)):
            yield from self._some_lines(some)

    def _some_lines(self, wanted: Sequence[int]) -> list[tuple[int, Line]]:
        missing = [passage for passage in wanted if passage not in self._lines]
        if len(self._lines) + len(missing) > _LINES:
            self._lines.clear()
            missing = list(wanted)
        if missing:
            query = "SELECT p, b FROM line WHERE p IN (SELECT value FROM json_each(?))"
            self._lines.update((p, self._ranked(b)) for p, b in self._sql.execute(query, (json.dumps(missing),)))
        if any(passage not in self._lines for passage in missing):
            raise DamagedError("a passage of the index is missing")
        return [(passage, self._lines[passage]) for passage in wanted]

    def _read(self, passage: int) -> Written:
        """A passage as it is written."""
        first, source, block = self._block_of(passage)
        place, start = block.passages[passage - first], block.start
        words = [
            Span(start + match.start() + word.start, start + match.start() + word.end)
            for match in fold.runs(block.text, place.start - start, place.end - start)
            for word in fold.pieces(match.group())
        ]
        return Written(source, place, block.text[place.start - start : place.end - start], words)

    def expect(self, words: Iterable[int] = (), passages: Iterable[int] = ()) -> None:
        """Nothing to fetch: all is near."""

    @cached_property
    def _documents(self) -> list[tuple[str, range]]:
        rows = self._sql.execute("SELECT path, first, count FROM doc ORDER BY first, id")
        return [(os.fsdecode(unseal(path)), range(first, first + count)) for path, first, count in rows]

    @cached_property
    def sources(self) -> Sequence[str]:
        """The paths of the articles, in the order they were added."""
        return [path for path, _ in self._documents]

    def stretch(self, document: int) -> range:
        """The passages of one article."""
        return self._documents[document][1]

    def overlapping(self, document: int, spans: Iterable[Span]) -> Iterator[int]:
        """The passages of one article that share a letter with any of these spans."""
        wanted = list(spans)
        for passage in self.stretch(document) if wanted else ():
            place = self.read(passage).place
            if any(span.start < place.end and place.start < span.end for span in wanted):
                yield passage

    def acronyms(self) -> Acronyms:
        """The short forms of all passages."""
        learned: Counted = {}
        for short, long, n in self._sql.execute("SELECT short, long, n FROM acronym WHERE kind = 0"):
            learned.setdefault(short, Counter())[self._long(long)] = n
        return Acronyms(self.vocabulary, learned, lru_cache(maxsize=256)(self._initials))

    def _initials(self, short: str) -> Counter[Long]:
        rows = self._sql.execute("SELECT long, n FROM acronym WHERE kind = 1 AND short = ?", (short,))
        return Counter({self._long(long): n for long, n in rows})

    def _long(self, long: str) -> Long:
        return tuple(self.vocabulary.ids[word] for word in long.split(" "))

    def _read_word(self, number: int) -> FrozenBitMap:
        return self._sets("post", (number,))

    def _read_beginning(self, text: str) -> FrozenBitMap:
        row = self._sql.execute("SELECT id FROM beginning WHERE text = ?", (text,)).fetchone()
        if row is None:
            raise DamagedError("a beginning of words is missing")
        return self._sets("begun", row)

    def _sets(self, table: str, numbers: Collection[int]) -> FrozenBitMap:
        if len(numbers) == 1:
            (number,) = numbers
            limits = (number << 10, number << 10 | 1023)
            rows = self._sql.execute(f"SELECT b FROM {table} WHERE k BETWEEN ? AND ?", limits)
        else:
            query = (
                f"SELECT b FROM json_each(?) AS wanted CROSS JOIN {table} "
                "ON k BETWEEN wanted.value << 10 AND wanted.value << 10 | 1023"
            )
            rows = self._sql.execute(query, (json.dumps(sorted(numbers)),))
        sets = [unseal_set(stored) for (stored,) in rows]
        found = FrozenBitMap.union(*sets) if len(sets) > 1 else sets[0] if sets else FrozenBitMap()
        return found if self._all_live else found & self.everything

    def _ranked(self, stored: object) -> Line:
        forms, ranks = unseal_line(stored), self._rank_of_form
        try:
            return Line(list(map(ranks.__getitem__, forms)), forms)
        except IndexError:
            raise DamagedError("a passage names a word that is not there") from None

    def _forms_of(self, word: int) -> list[tuple[int, str]]:
        query = "SELECT id, spelling FROM form WHERE word = ? AND n > 0"
        return list(self._sql.execute(query, (self._numbers[word],)))

    def _written(self, word: int) -> str:
        query = "SELECT n, spelling FROM form WHERE word = ? AND n > 0"
        rows = self._sql.execute(query, (self._numbers[word],)).fetchall()
        if not rows:
            raise DamagedError("a word of the index is written nowhere")
        best: tuple[int, bool, str] = max((n, spelling.islower(), spelling) for n, spelling in rows)
        return best[2]

    def _block_of(self, passage: int) -> tuple[int, str, Block]:
        query = "SELECT first FROM block WHERE first <= ? ORDER BY first DESC LIMIT 1"
        row = self._sql.execute(query, (passage,)).fetchone()
        found = self._block(row[0]) if row else None
        if found is None or passage - row[0] >= len(found[1].passages):
            raise DamagedError("the text of a passage is missing")
        return row[0], *found

    def _read_block(self, first: int) -> tuple[str, Block] | None:
        query = "SELECT path, b FROM block JOIN doc ON doc.id = doc WHERE block.first = ?"
        row = self._sql.execute(query, (first,)).fetchone()
        return (os.fsdecode(unseal(row[0])), unseal_block(row[1])) if row else None
