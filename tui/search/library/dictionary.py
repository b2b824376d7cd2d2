"""The numbers of words, forms and chunks: given once, in the order of coming, never changed; and how often each is."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from tui.search.library import arrays, codes, longs, spelt
from tui.search.library.chunks import END, Form, forms
from tui.search.library.codes import Numbers, spread
from tui.search.library.cutting import Chunks, Cut, Numbered
from tui.search.library.errors import DamagedError
from tui.search.library.lexicon import arranged
from tui.search.library.sorted_words import SortedWords

TEXTS = 256  # in a row of the tables `chunk` and `form`
_WORDS = 4096  # in a row of the table `word`
_BETWEEN = END  # texts, in such a row
_COUNTS = ("held", "uses")
_NONE: Numbers = np.zeros(0, np.uint32)
_WRITTEN: dict[str, Callable[[str], str]] = {
    "": str,
    "\x01": str.capitalize,
    "\x02": str.upper,
}  # no spelling is a control character
_END = 2**32 - 1


def unseal_texts(stored: object) -> list[str]:
    """The texts in a row of the tables `chunk`, `form` and `word`."""
    return codes.unseal_deflated(stored).split(_BETWEEN)


def short(spelling: str, word: str) -> str:
    """The spelling of a form as it lies in the table `form`: a sign for its folded word, or that with capitals."""
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
        self.words = Numbered(self._texts("word"))
        self.held, self.uses = (codes.count(codes.unseal_text(meta[k])) if k in meta else _NONE for k in _COUNTS)
        of_form = _words(codes.count(codes.unseal_deflated(meta["of_form"]))) if "of_form" in meta else _NONE
        self.word_of_form = array("I", of_form.tobytes())
        short = self._texts("form")
        words = map(self.words.texts.__getitem__, self.word_of_form)
        self.spellings = [whole(text, word) for text, word in zip(short, words, strict=True)]
        self._forms: dict[str, int] = {}
        self._others: dict[tuple[str, int], int] = {}  # of the few spellings that stand for several words
        for form, (spelling, word) in enumerate(zip(self.spellings, self.word_of_form, strict=True)):
            if self._forms.setdefault(spelling, form) != form:
                self._others[spelling, word] = form
        self.chunks = Numbered(self._texts("chunk"))
        self.counts, self.form_of = array("I"), array("I")
        self._spell(meta.get("arrays"))
        self._saved = len(self.words), len(self.spellings), len(self.chunks)
        self._order = sorted(self.words)
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
        for text in self.chunks.texts:
            before = len(self.form_of)
            self.form_of.extend(map(self._known, forms(text)))
            self.counts.append(len(self.form_of) - before)

    def _known(self, form: Form) -> int:
        """The number of a form that is known."""
        number = self._forms[form.spelling]
        word = self.words[form.word]
        return number if self.word_of_form[number] == word else self._others[form.spelling, word]

    def number(self, cuts: Sequence[Cut]) -> tuple[Numbers, NDArray[np.intp]]:
        """The chunks of articles in a row, numbered as here, and how many each passage has.

        New chunks get numbers, the commonest the lowest.
        """
        known = len(self.chunks.texts)
        parts: list[Numbers] = [np.zeros(0, np.uint32)]
        fresh: list[tuple[Chunks, NDArray[np.intp]]] = []
        for of, group in groupby(cuts, key=lambda cut: cut.known):  # numberings follow each other
            local = np.frombuffer(b"".join([cut.chunks.tobytes() for cut in group]), np.uint32)
            before, used = len(self.chunks.texts), np.flatnonzero(np.bincount(local, minlength=1))[1:]
            numbers = np.full(len(of.texts), _END, np.uint32)
            numbers[used] = list(map(self.chunks.__getitem__, [of.texts[at] for at in used.tolist()]))
            fresh.append((of, used[numbers[used] >= before]))
            parts.append(numbers[local])
        numbers = np.concatenate(parts)
        ends = np.flatnonzero(numbers == _END)
        numbers = numbers[numbers != _END]
        if len(self.chunks.texts) > known:
            numbers, order = self._rank(numbers, known)
            self._learn(fresh, order)
        return numbers, np.diff(ends, prepend=-1) - 1

    def _rank(self, numbers: Numbers, known: int) -> tuple[Numbers, NDArray[np.intp]]:
        """Number the chunks from `known` on anew, by how often they are; and their old places in the new order."""
        fresh = self.chunks.texts[known:]
        order = np.argsort(-np.bincount(numbers[numbers >= known] - known, minlength=len(fresh)), kind="stable")
        ranks = np.arange(known + len(fresh), dtype=np.uint32)
        ranks[known + order] = np.arange(known, known + len(fresh), dtype=np.uint32)
        self.chunks.texts[known:] = [fresh[at] for at in order.tolist()]
        self.chunks.update(zip(self.chunks.texts[known:], range(known, known + len(fresh)), strict=True))
        return ranks[numbers], order

    def _learn(self, fresh: Sequence[tuple[Chunks, NDArray[np.intp]]], order: NDArray[np.intp]) -> None:
        """Take over the forms of new chunks: of some numberings some each, to be put in this order."""
        counts, forms, spellings, words = [], [], list[str](), list[str]()
        for of, new in fresh:
            every = np.frombuffer(of.counts, np.uint32)
            first = np.cumsum(every, dtype=np.intp) - every
            counts.append(every[new])
            forms.append(spread(np.frombuffer(of.form_of, np.uint32), first, every, new)[0] + np.uint32(len(words)))
            spellings += of.spellings
            words += of.words
        every = np.concatenate(counts)
        flat, _ = spread(np.concatenate(forms), np.cumsum(every, dtype=np.intp) - every, every, order)
        numbers = np.zeros(len(words), np.uint32)
        coming = list(_by_coming(flat, len(words)))
        of_words = list(map(self.words.__getitem__, [words[form] for form in coming]))
        numbers[coming] = list(map(self._form, [spellings[form] for form in coming], of_words))
        self.counts.frombytes(every[order].tobytes())
        self.form_of.frombytes(numbers[flat].tobytes())

    def _form(self, spelling: str, word: int) -> int:
        """The number of a form, a new one where it is not known."""
        form = self._forms.setdefault(spelling, len(self.spellings))
        if form < len(self.spellings) and self.word_of_form[form] != word:
            form = self._others.setdefault((spelling, word), len(self.spellings))
        if form == len(self.spellings):
            self.spellings.append(spelling)
            self.word_of_form.append(word)
        return form

    def count(self, words: Numbers, forms: Numbers, sign: int) -> None:
        """Count words (one a passage) and forms in, or with a sign of -1 out."""
        self.held = _added(self.held, words, len(self.words), sign)
        self.uses = _added(self.uses, forms, len(self.spellings), sign)

    def capitals(self) -> NDArray[np.bool_]:
        """Which forms have a capital letter."""
        fresh = self.spellings[len(self._capitals) :]
        self._capitals.extend(map(_has_capital, fresh))
        return np.array(self._capitals, np.bool_)

    def arrange(self) -> dict[str, arrays.Array]:
        """What a search asks, as arrays (`tui.search.library.stored`); the words that are in passages first."""
        words, numbers = self._vocabulary()
        text = SortedWords("\n".join(words).encode("utf-8", "surrogatepass"))
        ranks = np.full(len(self.words), len(words), np.uint32)
        ranks[numbers] = np.arange(len(words), dtype=np.uint32)
        short = longs.arranged(longs.every(self._sql, longs.BRACKETS), ranks)
        found: dict[str, arrays.Array] = {
            "words": text.array, "bounds": text.bounds, "numbers": numbers, "frequency": self.held[numbers],
            "ranks": ranks[np.array(self.word_of_form, np.uint32)], "uses": self.uses,
        }  # fmt: skip
        known = spelt.spelt(np.array(self.form_of, np.uint32), np.array(self.counts, np.uint32))
        return found | arranged(text) | known._asdict() | short

    def _vocabulary(self) -> tuple[list[str], Numbers]:
        """The words that are in passages, sorted, and their numbers."""
        self._order += self.words.texts[len(self._order) :]
        self._order.sort()
        numbers = np.fromiter(map(self.words.__getitem__, self._order), np.uint32, len(self._order))
        living = self.held[numbers] > 0
        if living.all():
            return self._order, numbers
        return [self._order[at] for at in np.flatnonzero(living).tolist()], numbers[living]

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
        self._save_texts("chunk", TEXTS, chunks, len(self.chunks), self.chunks.texts.__getitem__)

    def _short(self, here: slice) -> list[str]:
        words = map(self.words.texts.__getitem__, self.word_of_form[here])
        return list(map(short, self.spellings[here], words))

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


def _has_capital(spelling: str) -> bool:
    return not spelling.islower() and ((spelling.isalpha() and spelling.isascii()) or any(map(str.isupper, spelling)))


def _by_coming(numbers: Numbers, size: int) -> Iterator[int]:
    """The different ones of some numbers under `size`, in the order of their coming."""
    first = np.full(size, len(numbers), np.intp)
    first[numbers[::-1]] = np.arange(len(numbers))[::-1]
    used = np.flatnonzero(first < len(numbers))
    return iter(used[np.argsort(first[used])].tolist())


def _added(counts: Numbers, numbers: Numbers, size: int, sign: int) -> Numbers:
    fresh = np.bincount(numbers, minlength=size) * sign
    fresh[: len(counts)] += counts
    return fresh.astype(np.uint32)
