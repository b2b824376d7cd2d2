"""The store on disk: one generation of an index, as search asks it."""

from __future__ import annotations

import json
import os
import sqlite3
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import islice, takewhile

import numpy as np
from numpy.typing import NDArray
from pyroaring import FrozenBitMap

from tui.search.acronyms import MOST_LONG_FORMS, Acronyms, Long
from tui.search.library import arrays, learned, longs, pairs, sets, spelt
from tui.search.library.articles import Articles
from tui.search.library.beginnings import LONGEST, MANY
from tui.search.library.blocks import Block, chunks_of
from tui.search.library.chunks import join, places
from tui.search.library.codes import Numbers
from tui.search.library.dictionary import whole
from tui.search.library.errors import DamagedError
from tui.search.library.lexicon import Lexicon
from tui.search.library.pieces import Pieces
from tui.search.library.piecewise import has
from tui.search.library.rare import Rare
from tui.search.library.sealed import unseal, unseal_set, unseal_union
from tui.search.library.sorted_words import SortedWords
from tui.search.store import Line, Row, Written

_SETS = 16  # sets kept: they may hold 125 KB each at a million passages
_SOUGHT = 64  # words whose forms are asked for
_LINES, _TOGETHER, _READ = 1024, 1024, 256


class Stored(Articles):
    """Passages on disk. All that is asked of one object must lie in one read transaction of its connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Maps what every search needs; raises DamagedError when it does not hold together.

        `words` and `ranks` are those of forms, the places of their words among the sorted ones.
        """
        self._sql = connection
        meta = dict(connection.execute("SELECT key, value FROM meta WHERE key IN ('arrays', 'living')"))
        self.arrays = arrays.Arrays(arrays.place(connection), meta.get("arrays"))
        self._numbers, self._words, self._uses = (self.arrays[name] for name in ("numbers", "ranks", "uses"))
        self.everything = unseal_set(meta.get("living"))
        words = SortedWords(self.arrays.text("words"), self.arrays["bounds"])
        self.vocabulary = Lexicon(words, self.arrays["frequency"], self.arrays)
        # Sets written before an article was taken out still name its passages.
        segments, passages = connection.execute("SELECT count(*), ifnull(sum(passages), 0) FROM segment").fetchone()
        self._all_live, self._is_one = passages == len(self.everything), segments == 1
        self._rare = Rare(self.arrays)
        self._word_set = lru_cache(maxsize=_SETS)(self._read_word)
        self._beginning_set = lru_cache(maxsize=_SETS)(self._read_beginning)
        self._fetched, self._few = sets.Fetched(), dict[int, bytes]()
        self._lines: dict[int, Line] = {}
        self._sought = 0
        self._chunks, self._spellings = Pieces(connection, "chunk"), Pieces(connection, "form")
        self._written_out: dict[int, Written] = {}
        self._short_forms = longs.Finder(connection, longs.INITIALS)
        self.forms_of = lru_cache(maxsize=1024)(self._forms_of)
        self.written = lru_cache(maxsize=1024)(self._written)

    def holding(self, words: Iterable[int]) -> FrozenBitMap:
        """The passages that hold any of these words."""
        known, common, rare, unknown = self._few, list[int](), list[bytes](), list[int]()
        frequency = self.vocabulary.frequency
        for word in words:
            if frequency[word] > sets.MOST:
                common.append(word)
            elif word in known:
                rare.append(known[word])
            else:
                unknown.append(word)
        if unknown:
            rare.append(self._rare.passages(np.array(unknown, np.uint32)).tobytes())
        numbers: list[int] = self._numbers[common].tolist()
        if len(numbers) == 1 and not rare:
            return self._word_set(numbers[0])
        return self._held_by(numbers, b"".join(rare))

    def beginning(self, words: range) -> FrozenBitMap:
        """The passages that hold any of a range of words that begin alike."""
        if len(words) >= MANY:
            first, last = self.vocabulary.words[words[0]], self.vocabulary.words[words[-1]]
            for length in range(LONGEST, 0, -1):
                if first[:length] == last[:length] and self.vocabulary.starting(first[:length]) == words:
                    return self._beginning_set(first[:length])
        return self.holding(words)

    def written_as(self, forms: Collection[int]) -> FrozenBitMap:
        """The passages that hold any of these forms; they have capitals, as nobody asks for others."""
        return self._sets("cased", forms)

    def adjoining(self, left: Collection[int], right: Collection[int]) -> tuple[FrozenBitMap, bool]:
        """The passages where a word of one may stand right before a word of the other, and whether it does in all."""
        (number,) = self._numbers[list(left)].tolist() if len(left) == 1 else (None,)
        covered = [segment for segment, words in self._common.items() if number in words]
        if number is None or not covered or len(right) > MANY:
            return self._both(left, right), False
        shared = frozenset.intersection(*(self._common[segment] for segment in covered))
        common = [word for word in right if self._number(word) in shared]
        rest = [word for word in right if self._number(word) not in shared]
        found = pairs.in_a_row(self._sql, number, map(self._number, common), covered)
        if rest:
            found |= self._both(left, right) & self.holding(rest)
        if len(covered) < len(self._common):
            found |= self._both(left, right) - self._of_segments(number, covered)
            rest.append(number)
        return found if self._all_live else found & self.everything, not rest

    def _both(self, left: Collection[int], right: Collection[int]) -> FrozenBitMap:
        """The passages that hold a word of either."""
        return self._any(left) & self._any(right)

    def _any(self, words: Collection[int]) -> FrozenBitMap:
        return self.beginning(words) if isinstance(words, range) else self.holding(words)

    def _number(self, word: int) -> int:
        return int(self._numbers[word])

    def _of_segments(self, word: int, segments: Iterable[int]) -> FrozenBitMap:
        """The passages of some segments that hold a word."""
        return sets.read(self._sql, "post", (word,), segments)

    @cached_property
    def _common(self) -> dict[int, frozenset[int]]:
        return pairs.common(self._sql)

    def opening(self, words: Iterable[int]) -> FrozenBitMap:
        """The passages whose first word is one of these."""
        return self._sets("opening", self._numbers[list(words)].tolist())

    def closing(self, words: Iterable[int]) -> FrozenBitMap:
        """The passages whose last word is one of these."""
        return self._sets("closing", self._numbers[list(words)].tolist())

    def lines(self, passages: Iterable[int]) -> Iterator[tuple[int, Line]]:
        """Each of these passages with its words."""
        following = iter(passages)
        while some := list(islice(following, _TOGETHER)):
            yield from self._some_lines(some)

    def _some_lines(self, wanted: Sequence[int]) -> list[tuple[int, Line]]:
        missing = [passage for passage in wanted if passage not in self._lines]
        if missing:
            self._lines.update(self._decode(missing))
        found = [(passage, self._lines[passage]) for passage in wanted]
        for passage in list(islice(self._lines, max(len(self._lines) - _LINES, 0))):
            del self._lines[passage]
        return found

    def _decode(self, passages: Sequence[int]) -> Iterator[tuple[int, Line]]:
        """These passages with their words, which their chunks tell."""
        forms, begin = self._forms(passages)
        bounds = begin.tolist()
        words, numbers = self._words[forms].tolist(), forms.tolist()
        for passage, low, high in zip(passages, bounds, bounds[1:], strict=False):
            yield passage, Line(tuple(words[low:high]), tuple(numbers[low:high]))

    def _forms(self, passages: Sequence[int]) -> tuple[Numbers, NDArray[np.intp]]:
        """The forms of these passages in a row, and where those of each begin."""
        # A cross join keeps the order of what is asked.
        query = (
            "SELECT wanted.value - first, b FROM json_each(?) AS wanted "
            "CROSS JOIN block ON first = (SELECT max(first) FROM block WHERE first <= wanted.value)"
        )
        rows = self._sql.execute(query, (json.dumps(passages),)).fetchall()
        if len(rows) < len(passages):
            raise DamagedError("a passage of the index is missing")
        chunks, counts = chunks_of([at for at, _ in rows], [stored for _, stored in rows])
        forms, begin = self.spelt.of(chunks)
        return forms, begin[np.cumsum([0, *counts])]

    def in_rows(self, asked: Sequence[Row]) -> list[list[int]]:
        """Of each asked those passages where words stand in a row, of each place one."""
        forms, begin = self._forms([passage for passages, _ in asked for passage in passages])
        words, found, at = self._words[forms], [], 0
        for passages, row in asked:
            bounds = begin[at : at + len(passages) + 1]
            found.append(_in_a_row(words[bounds[0] : bounds[-1]], bounds - bounds[0], passages, row))
            at += len(passages)
        return found

    @cached_property
    def spelt(self) -> spelt.Spelt:
        """The forms of chunks."""
        return spelt.stored(self.arrays)

    def read(self, passage: int) -> Written:
        if passage not in self._written_out:
            self._write_out((passage,))
        return self._written_out[passage]

    def _write_out(self, passages: Iterable[int]) -> None:
        """Read passages as they are written, all in one go."""
        missing = [passage for passage in passages if passage not in self._written_out]
        if not missing:
            return
        if len(self._written_out) + len(missing) > _READ:
            self._written_out.clear()
        found = []
        query = (
            "SELECT wanted.value, block.first, doc.path, b FROM json_each(?) AS wanted "
            "JOIN block ON block.first = (SELECT max(first) FROM block WHERE first <= wanted.value) "
            "JOIN doc ON doc.id = doc"
        )
        for passage, first, path, stored in self._sql.execute(query, (json.dumps(missing),)):
            block = Block(stored)
            if passage - first >= len(block):
                break
            place, chunks = block.passage(passage - first), block.chunks(passage - first)
            found.append((passage, os.fsdecode(unseal(path)), place, chunks))
        if len(found) < len(missing):
            raise DamagedError("the text of a passage is missing")
        texts = self._chunks.texts({chunk for *_, chunks in found for chunk in chunks})
        for passage, path, place, chunks in found:
            text, before = join(map(texts.__getitem__, chunks))
            self._written_out[passage] = Written(path, place, text, tuple(places(text, before, place.start)))

    def expect(self, *, words: Iterable[int] = (), spellings: Iterable[int] = (), passages: Iterable[int] = ()) -> None:
        """Fetch them in one go, and let go of the sets of words fetched before."""
        every = np.fromiter(words, np.uint32)
        are_rare = self._rare.among(every)
        self._few = self._rare.each(every[are_rare])
        numbers = self._numbers[every[~are_rare]].tolist()
        self._fetched = self._fetch(numbers) if numbers else sets.Fetched()
        self._write_out(passages)

    def listed(self) -> list[tuple[str, range]]:
        rows = self._sql.execute("SELECT path, first, count FROM doc ORDER BY first, id")
        return [(os.fsdecode(unseal(path)), range(first, first + count)) for path, first, count in rows]

    @cached_property
    def _ranks(self) -> Numbers:
        """The places of words among the sorted ones, by their numbers."""
        ranks = np.full(int(self._numbers.max(initial=0)) + 1, len(self._numbers), np.uint32)
        ranks[self._numbers] = np.arange(len(self._numbers), dtype=np.uint32)
        return ranks

    def acronyms(self) -> Acronyms:
        """The short forms of all passages."""
        return learned.acronyms(self.vocabulary, self.arrays, lru_cache(maxsize=256)(self._initials))

    def _initials(self, short: str) -> dict[Long, int]:
        counted = self._short_forms.find(short, MOST_LONG_FORMS)
        return {tuple(self._ranks[list(long)].tolist()): n for long, n in counted}

    def _read_word(self, number: int) -> FrozenBitMap:
        return self._held_by((number,), b"")

    def _held_by(self, numbers: Collection[int], rare: bytes) -> FrozenBitMap:
        """The passages in the sets of words, and those of rare words."""
        fetched = self._fetched if self._fetched.has(numbers) else self._fetch(numbers)
        return self._alive(fetched.union(numbers, rare))

    def _fetch(self, numbers: Collection[int]) -> sets.Fetched:
        """The sets of words that are in many passages: in a library of one segment none of them is small."""
        return sets.fetch(self._sql, "post", numbers, small=not self._is_one)

    def _read_beginning(self, text: str) -> FrozenBitMap:
        row = self._sql.execute("SELECT id FROM beginning WHERE text = ?", (text,)).fetchone()
        if row is None:
            raise DamagedError("a beginning of words is missing")
        limits = (row[0] << 10, row[0] << 10 | 1023)
        rows = self._sql.execute("SELECT b FROM begun WHERE k BETWEEN ? AND ?", limits)
        return self._alive(unseal_union([stored for (stored,) in rows.fetchall()]))

    def _sets(self, table: str, numbers: Collection[int]) -> FrozenBitMap:
        return self._alive(sets.read(self._sql, table, numbers))

    def _alive(self, found: FrozenBitMap) -> FrozenBitMap:
        return found if self._all_live else found & self.everything

    def _forms_of(self, word: int) -> list[tuple[int, str]]:
        folded = self.vocabulary.words[word]
        return [(form, self._spelling(form, folded)) for form in self._numbers_of(word) if self._uses[form]]

    def _written(self, word: int) -> str:
        forms = self._numbers_of(word)
        most = max((int(self._uses[form]) for form in forms), default=0)
        if not most:
            raise DamagedError("a word of the index is written nowhere")
        spellings = [self._spelling(form, self.vocabulary.words[word]) for form in forms if self._uses[form] == most]
        return max(spellings, key=lambda spelling: (spelling.islower(), spelling))

    @cached_property
    def _by_word(self) -> memoryview:
        """The forms by the places of their words."""
        numbers = self._words.astype(np.uint64) << np.uint64(32) | np.arange(len(self._words), dtype=np.uint64)
        numbers.sort()  # takes a quarter of the time of argsort
        return memoryview(numbers.astype(np.uint32).data)

    def _numbers_of(self, word: int) -> list[int]:
        """The forms of a word; of the first few words sought, as putting all in order takes as long as a hundred."""
        self._sought += 1
        if self._sought < _SOUGHT:
            return [int(form) for form in has(self._words, word)]
        first = bisect_left(self._by_word, word, key=self._words.item)  # np.searchsorted would copy them all
        return list(takewhile(lambda form: self._words[form] == word, self._by_word[first:]))

    def _spelling(self, form: int, folded: str) -> str:
        return whole(self._spellings.texts((form,))[form], folded)


def _in_a_row(
    words: Numbers, begin: NDArray[np.intp], passages: Sequence[int], places: Sequence[Collection[int]]
) -> list[int]:
    """Those of these passages, whose words begin there, where words stand in a row, of each place one."""
    size = max(len(words) - len(places) + 1, 0)
    found = np.ones(size, np.bool_)
    for at, place in enumerate(places):
        found &= _among(words[at : at + size], place)
    first = np.flatnonzero(found)
    here = np.searchsorted(begin, first, "right")
    whole = first + len(places) <= begin[np.minimum(here, len(begin) - 1)]
    return [passages[at - 1] for at in dict.fromkeys(here[whole].tolist())]


def _among(words: Numbers, place: Collection[int]) -> NDArray[np.bool_]:
    if isinstance(place, range):
        return (words >= place.start) & (words < place.stop)
    known = np.sort(np.fromiter(place, np.uint32, len(place)))  # np.isin loads a part of numpy that takes 50 ms
    at = np.minimum(np.searchsorted(known, words), len(known) - 1)
    return known[at] == words if len(known) else np.zeros(len(words), np.bool_)
