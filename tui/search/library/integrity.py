"""Whether an index holds together: every value read, every count counted again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np

from tui.search.library import codes, pairs, rare, sets
from tui.search.library.batch import grouped, paired
from tui.search.library.blocks import Block
from tui.search.library.chunks import Form, forms
from tui.search.library.codes import Numbers
from tui.search.library.dictionary import Dictionary, unseal_texts
from tui.search.library.errors import LibraryError, translated
from tui.search.library.packed import unpack_each
from tui.search.library.sealed import unseal_set
from tui.search.library.stored import Stored
from tui.search.library.tables import SETS, reading

_MOST = 20
_NOWHERE: Numbers = np.zeros(0, np.uint32)


def problems(path: Path) -> tuple[str, ...]:
    """What is wrong with the index in this file, at most 20 lines."""
    found: list[str] = []
    try:
        with translated():
            connection = reading(path)
            try:
                connection.execute("BEGIN")
                found += _broken(connection)
                found += [] if found else _contradictions(connection)
            finally:
                connection.close()
    except LibraryError as error:
        found.append(str(error))
    return tuple(found[:_MOST])


def _broken(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute(f"PRAGMA integrity_check({_MOST})")
    return [line for (text,) in rows if text != "ok" for line in text.splitlines()]


def _contradictions(connection: sqlite3.Connection) -> Iterator[str]:
    stored = Stored(connection)
    living = set(stored.everything)
    indexed = {p for f, n in connection.execute("SELECT first, count FROM doc") for p in range(f, f + n)}
    counted = connection.execute("SELECT ifnull(sum(count), 0) FROM doc").fetchone()[0]
    if living != indexed or counted != len(living):
        yield "the passages of the articles are not the living ones"
    blocks = [(first, Block(b)) for first, b in connection.execute("SELECT first, b FROM block ORDER BY first")]
    passages = [first + at for first, block in blocks for at in range(len(block))]
    if len(passages) != len(living) or set(passages) != living:
        yield "the texts are not those of the living passages"
    for table in SETS:
        for _, stored_set in connection.execute(f"SELECT k, b FROM {table}"):
            unseal_set(stored_set)
    segments = [number for (number,) in connection.execute("SELECT number FROM segment")]
    for table in sets.KINDS:
        sets.packed(connection, table, segments)
    yield from _misspelt(connection, stored)
    yield from _miscounted(connection, stored, blocks, passages)


def _misspelt(connection: sqlite3.Connection, stored: Stored) -> Iterator[str]:
    """Chunks with other forms than their texts have."""
    dictionary = Dictionary(connection)
    meant = dictionary.arrange()
    meant |= rare.arranged(connection, meant["numbers"], meant["frequency"], stored.everything)
    if set(stored.arrays) != set(meant) or not all(np.array_equal(stored.arrays[name], meant[name]) for name in meant):
        yield "the arrays are not those of the words, forms and chunks"
        return
    form_of, counts = stored.spelt.forms, stored.spelt.counts.astype(np.intp)
    first = np.cumsum(counts) - counts
    words = map(dictionary.words.texts.__getitem__, dictionary.word_of_form)
    known = list(map(Form, dictionary.spellings, words))
    texts = (text for (b,) in connection.execute("SELECT b FROM chunk ORDER BY piece") for text in unseal_texts(b))
    wrong = seen = 0
    for text, begin, count in zip(texts, first.tolist(), counts.tolist(), strict=False):
        wrong += [known[form] for form in form_of[begin : begin + count].tolist()] != list(forms(text))
        seen += 1
    if wrong or seen != len(counts):
        yield f"{wrong + len(counts) - seen} pieces of text do not have their words"


def _miscounted(
    connection: sqlite3.Connection, stored: Stored, blocks: Sequence[tuple[int, Block]], passages: Sequence[int]
) -> Iterator[str]:
    chunks, counts = unpack_each([block.packed(at) for _, block in blocks for at in range(len(block))])
    forms_of, begin = stored.spelt.of(chunks)
    tokens = np.diff(begin[np.cumsum([0, *counts])])
    dictionary, numbers = Dictionary(connection), stored.arrays["numbers"]
    words = np.array(dictionary.word_of_form, np.uint32)[forms_of]
    each = np.repeat(np.array(passages, np.uint32), tokens)
    held = grouped(words, each)
    values = dict(connection.execute("SELECT key, value FROM meta"))
    meta = {key: codes.count(codes.unseal_text(values[key])) for key in ("held", "uses")}
    uses = np.bincount(forms_of, minlength=len(meta["uses"]))
    if not np.array_equal(uses, meta["uses"]):
        yield "the ways words are written are not counted right"
    if not np.array_equal(np.bincount(held.each, minlength=len(meta["held"])), meta["held"]):
        yield "the passages of words are not counted right"
    if held.numbers.tolist() != sorted(numbers.tolist()):
        yield "the vocabulary is not that of the passages"
    texts = dict(enumerate(dictionary.words.texts))
    ranks = {number: rank for rank, number in enumerate(numbers.tolist())}
    for number, low, high in zip(held.numbers.tolist(), held.bounds, held.bounds[1:], strict=False):
        rank, word = ranks.get(number), texts.get(number)
        if rank is None or stored.vocabulary.words[rank] != word:
            yield f"the vocabulary does not have the word {word!r} in its place"
        elif list(stored.holding((rank,))) != held.passages[low:high].tolist():
            yield f"the passages of the word {word!r} are not those that hold it"
    yield from _apart(connection, stored, words, each)


def _apart(connection: sqlite3.Connection, stored: Stored, words: Numbers, passages: Numbers) -> Iterator[str]:
    """Words, common in every segment, that do not stand in a row where the index says so."""
    known = pairs.common(connection)
    common = sorted(frozenset.intersection(*known.values())) if known else []
    found = paired(words, passages, np.array(common, np.uint32))
    bounds = found.bounds.tolist()
    each = (found.passages[low:high] for low, high in pairwise(bounds))
    there = dict(zip(found.numbers.tolist(), each, strict=True))
    for pair in range(len(common) ** 2):
        left, right = common[pair // len(common)], common[pair % len(common)]
        indexed = pairs.in_a_row(connection, left, (right,), known) & stored.everything
        if list(indexed) != there.get(pair, _NOWHERE).tolist():
            yield f"the words {left} and {right} do not stand in a row where the index says so"
