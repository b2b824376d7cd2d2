"""The numbers of words, forms and chunks: given once, in the order of coming, never changed; and how often each is."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress

import numpy as np
from numpy.typing import NDArray

from tui.search import fold
from tui.search.acronyms import SMALL
from tui.search.library import arrays, codes, learned, longs, spelt
from tui.search.library.chunks import END
from tui.search.library.codes import Numbers
from tui.search.library.cutting import Cut
from tui.search.library.errors import DamagedError
from tui.search.library.formed import Forms
from tui.search.library.lexicon import arranged
from tui.search.library.numbering import Numbering
from tui.search.library.sorted_words import SortedWords
from tui.search.spelling import frames

TEXTS = 256  # in a row of the tables `chunk` and `form`
_WORDS = 4096  # in a row of the table `word`
_BETWEEN = END  # texts, in such a row
BETWEEN = ord(_BETWEEN)
_COUNTS = ("held", "uses")
_NONE: Numbers = np.zeros(0, np.uint32)
_WRITTEN: dict[str, Callable[[str], str]] = {
    "": str,
    "\x01": str.capitalize,
    "\x02": str.upper,
}  # no spelling is a control character
_TOGETHER = 1 << 16  # chunks whose texts are strings at once
_PIECE = 1 << 20  # bytes of articles whose chunks are numbered at once: 30 MB


def unseal_texts(stored: object) -> list[str]:
    """The texts in a row of the tables `chunk`, `form` and `word`."""
    return codes.unseal_deflated(stored).split(_BETWEEN)


def short(spelling: str, word: str) -> str:
    """The spelling of a form as it lies in the table `form`: a sign for its folded word, or that with capitals."""
    if spelling == word:
        return ""
    return next((sign for sign, written in _WRITTEN.items() if written(word) == spelling), spelling)


def whole(short: str, word: str) -> str:
    """The spelling that `short` shortened."""
    return _WRITTEN[short](word) if short in _WRITTEN else short


def _before(words: Numbers) -> Numbers:
    """The words of forms as small numbers: 0 for a word that none before had, else how far behind the last such one.

    A word gets its number with its first form, so the numbers of words come in order.
    """
    newest = np.maximum.accumulate(words.astype(np.int64))
    is_new = np.diff(newest, prepend=-1) > 0
    return np.where(is_new, 0, newest + 1 - words).astype(np.uint32)


def _words(before: Numbers) -> Numbers:
    """The words that `_before` made small."""
    newest = np.cumsum(before == 0) - 1
    return np.where(before == 0, newest, newest + 1 - before).astype(np.uint32)


class Dictionary:
    """All words, forms and chunks of an index, held by its one writer.

    The forms of chunk `c` are the `counts[c]` ones after those of the chunks before it in `form_of`; `held` says in how
    many passages a word is, `uses` at how many places a form.
    """

    def __init__(self, sql: sqlite3.Connection) -> None:
        self._sql = sql
        meta = dict(sql.execute("SELECT key, value FROM meta"))
        self.held, self.uses = (codes.count(codes.unseal_text(meta[k])) if k in meta else _NONE for k in _COUNTS)
        of_form = _words(codes.count(codes.unseal_deflated(meta["of_form"]))) if "of_form" in meta else _NONE
        words, shorts = self._texts("word"), self._texts("form")
        spellings = [whole(text, words[word]) for text, word in zip(shorts, of_form.tolist(), strict=True)]
        self.forms = Forms(words, spellings, array("I", of_form.tobytes()))
        self.words, self.spellings, self.word_of_form = self.forms.words, self.forms.spellings, self.forms.word_of_form
        self.chunks = Numbering()
        rows = sql.execute("SELECT b FROM chunk ORDER BY piece")
        self.chunks.read(b"".join([codes.inflated(b) + _BETWEEN.encode() for (b,) in rows]))
        self.counts, self.form_of = array("I"), array("I")
        self._spell(meta.get("arrays"))
        self._saved = len(self.words), len(self.spellings), len(self.chunks)
        self._order = list[int]()  # all words sorted
        self._bones = list[str]()  # the consonant frames of all words
        self._capitals = bytearray()

    def _texts(self, table: str) -> list[str]:
        """All texts of a table, by their numbers."""
        rows = self._sql.execute(f"SELECT b FROM {table} ORDER BY piece")
        return [text for (b,) in rows for text in unseal_texts(b)]

    def _spell(self, stored: object) -> None:
        """Take the forms of chunks from the arrays of the index, or where those are lost from their texts."""
        with suppress(DamagedError, LookupError, ValueError):
            known = spelt.stored(arrays.Arrays(arrays.place(self._sql), stored))
            if len(known.counts) == len(self.chunks):
                self.counts.frombytes(known.counts.astype(np.uint32).tobytes())
                self.form_of.frombytes(known.forms.tobytes())
                return
        self._learn(0)

    def number(self, cuts: Sequence[Cut]) -> tuple[Numbers, NDArray[np.intp]]:
        """The chunks of articles in a row, numbered as here, and how many each passage has.

        New chunks get numbers, the commonest the lowest.
        """
        known = len(self.chunks)
        parts = [self.chunks.read(piece) for piece in _pieces(b"".join([cut.chunks for cut in cuts]))]
        numbers, counts = (np.concatenate(each) for each in zip(*parts, strict=True))
        if len(self.chunks) > known:
            numbers = self._rank(numbers, known)
            self._learn(known)
        return numbers, counts

    def _rank(self, numbers: Numbers, known: int) -> Numbers:
        """Number the chunks from `known` on anew, by how often they are."""
        fresh = len(self.chunks) - known
        order = np.argsort(-np.bincount(numbers[numbers >= known] - np.uint32(known), minlength=fresh), kind="stable")
        self.chunks.renumber(known, order)
        ranks = np.arange(known + fresh, dtype=np.uint32)
        ranks[known + order] = np.arange(known, known + fresh, dtype=np.uint32)
        return ranks[numbers]

    def _learn(self, known: int) -> None:
        """Learn the forms of the chunks from `known` on."""
        for begin in range(known, len(self.chunks), _TOGETHER):
            some = np.arange(begin, min(begin + _TOGETHER, len(self.chunks)))
            forms, counts = self.forms.of(self.chunks.texts(some))
            self.counts.frombytes(counts.tobytes())
            self.form_of.frombytes(forms.tobytes())

    def count(self, words: Numbers, forms: Numbers, sign: int) -> None:
        """Count words (one a passage) and forms in, or with a sign of -1 out."""
        self.held = _added(self.held, words, len(self.words), sign)
        self.uses = _added(self.uses, forms, len(self.spellings), sign)

    def capitals(self) -> NDArray[np.bool_]:
        """Which forms have a capital letter."""
        fresh = self.spellings[len(self._capitals) :]
        self._capitals.extend(map(fold.has_capital, fresh))
        return np.array(self._capitals, np.bool_)

    def arrange(self) -> dict[str, arrays.Array]:
        """What a search asks, as arrays (`tui.search.library.stored`); the words that are in passages first."""
        words, numbers = self._vocabulary()
        text = SortedWords("\n".join(words).encode("utf-8", "surrogatepass"))
        ranks = np.full(len(self.words), len(words), np.uint32)
        ranks[numbers] = np.arange(len(words), dtype=np.uint32)
        small = {int(ranks[self.words[word]]) for word in SMALL if word in self.words}
        brackets = longs.every(self._sql, longs.BRACKETS)
        short = learned.arranged(brackets, lambda word: int(ranks[self.words[word]]), ranks, small)
        found: dict[str, arrays.Array] = {
            "words": text.array, "bounds": text.bounds, "numbers": numbers, "frequency": self.held[numbers],
            "ranks": ranks[np.array(self.word_of_form, np.uint32)], "uses": self.uses,
        }  # fmt: skip
        known = spelt.spelt(np.array(self.form_of, np.uint32), np.array(self.counts, np.uint32))
        return found | arranged(text, self._frames(numbers)) | known._asdict() | short

    def _frames(self, numbers: Numbers) -> list[str]:
        """The consonant frames of words."""
        self._bones += frames(self.words.texts[len(self._bones) :])
        return list(map(self._bones.__getitem__, numbers.tolist()))

    def _vocabulary(self) -> tuple[list[str], Numbers]:
        """The words that are in passages, sorted, and their numbers."""
        texts = self.words.texts
        self._order += range(len(self._order), len(texts))
        self._order.sort(key=texts.__getitem__)
        numbers = np.array(self._order, np.uint32)
        numbers = numbers[self.held[numbers] > 0]
        return list(map(texts.__getitem__, numbers.tolist())), numbers

    def save(self) -> None:
        """Write what is new, and all counts."""
        counts = [codes.seal_text(codes.spell(counts)) for counts in (self.held, self.uses)]
        before = _before(np.array(self.word_of_form, np.uint32))
        rows = zip((*_COUNTS, "of_form"), (*counts, codes.seal_deflated(codes.spell(before))), strict=True)
        self._sql.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", rows)
        words, spellings, chunks = self._saved
        self._saved = len(self.words), len(self.spellings), len(self.chunks)
        self._save_texts("word", _WORDS, words, len(self.words), self.words.texts.__getitem__)
        self._save_texts("form", TEXTS, spellings, len(self.spellings), self._short)
        self._save_texts("chunk", TEXTS, chunks, len(self.chunks), self._chunks)

    def _short(self, here: slice) -> list[str]:
        words = map(self.words.texts.__getitem__, self.word_of_form[here])
        return list(map(short, self.spellings[here], words))

    def _chunks(self, here: slice) -> list[str]:
        return self.chunks.texts(np.arange(here.start, here.stop))

    def _save_texts(
        self, table: str, together: int, saved: int, size: int, texts: Callable[[slice], list[str]]
    ) -> None:
        """Write the texts from so many on, and those that lie in a row with them."""
        if size == saved:
            return
        rows = (
            (at // together, codes.seal_deflated(_BETWEEN.join(texts(slice(at, min(at + together, size))))))
            for at in range(saved // together * together, size, together)
        )
        self._sql.executemany(f"INSERT OR REPLACE INTO {table} VALUES (?, ?)", rows)


def _pieces(raw: bytes) -> Iterator[bytes]:
    """The chunks of passages in a few parts, each of whole passages."""
    begin = 0
    while True:
        end = raw.find(b"\0", begin + _PIECE) + 1 or len(raw)
        yield raw[begin:end]
        if end == len(raw):
            return
        begin = end


def _added(counts: Numbers, numbers: Numbers, size: int, sign: int) -> Numbers:
    fresh = np.bincount(numbers, minlength=size) * sign
    fresh[: len(counts)] += counts
    return fresh.astype(np.uint32)
