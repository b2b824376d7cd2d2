"""The numbers of words, forms and beginnings: given once, in the order of coming, and never changed."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

from tui.search.index import Index
from tui.search.library.sealed import SURROGATES

_LONGEST_BEGINNING = 3


def words(sql: sqlite3.Connection, index: Index) -> list[int]:
    """The number of each word of the index, new ones included."""
    texts = index.vocabulary.words
    query = "SELECT text, word.id FROM json_each(?) AS wanted JOIN word ON text = wanted.value"
    known = dict(sql.execute(query, (json.dumps(texts),)))
    fresh = sql.execute("SELECT ifnull(max(id) + 1, 0) FROM word").fetchone()[0]
    new = {text: fresh + i for i, text in enumerate(text for text in texts if text not in known)}
    sql.executemany("INSERT INTO word VALUES (?, ?, 0)", new.items())
    known |= new
    return [known[text] for text in texts]


def forms(sql: sqlite3.Connection, index: Index, numbers: Sequence[int]) -> list[int]:
    """The number of each form of the index; of new ones the commonest get the lowest."""
    keys = [(numbers[word], index.spellings[form]) for form, word in enumerate(index.word_of_form)]
    query = (
        "SELECT word, spelling, form.id FROM json_each(?) AS wanted "
        "JOIN form ON word = json_extract(wanted.value, '$[0]') AND spelling = json_extract(wanted.value, '$[1]')"
    )
    known = {(word, spelling): form for word, spelling, form in sql.execute(query, (json.dumps(keys),))}
    fresh = sql.execute("SELECT ifnull(max(id) + 1, 0) FROM form").fetchone()[0]
    counts = index.counts
    for form in sorted(range(len(keys)), key=lambda form: -counts[form]):
        if keys[form] not in known:
            fresh = SURROGATES.stop if fresh == SURROGATES.start else fresh
            known[keys[form]] = fresh
            sql.execute("INSERT INTO form VALUES (?, ?, ?, 0)", (*keys[form], fresh))
            fresh += 1
    return [known[key] for key in keys]


def by_beginning(sql: sqlite3.Connection, index: Index) -> dict[int, list[int]]:
    """The passages of all words that begin with the same one to three letters, by the number of that beginning."""
    found: dict[str, set[int]] = {}
    for word, posting in zip(index.vocabulary.words, index.postings, strict=True):
        for length in range(1, min(_LONGEST_BEGINNING, len(word)) + 1):
            found.setdefault(word[:length], set()).update(posting)
    known = dict(sql.execute("SELECT text, id FROM beginning"))
    for text in found:
        if text not in known:
            known[text] = len(known)
            sql.execute("INSERT INTO beginning VALUES (?, ?)", (text, known[text]))
    return {known[text]: sorted(passages) for text, passages in found.items()}
