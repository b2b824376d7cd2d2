"""Whether an index holds together: every value read, every count counted again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from tui.search.library.errors import LibraryError, translated
from tui.search.library.sealed import unseal_block, unseal_line, unseal_set
from tui.search.library.stored import Stored
from tui.search.library.tables import SETS, reading

_MOST = 20


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
    lines = {p: unseal_line(b) for p, b in connection.execute("SELECT p, b FROM line")}
    if lines.keys() != living:
        yield "the lines are not those of the living passages"
    texts = [
        f + i for f, b in connection.execute("SELECT first, b FROM block") for i, _ in enumerate(unseal_block(b)[1])
    ]
    if len(texts) != len(living) or set(texts) != living:
        yield "the texts are not those of the living passages"
    for table in SETS:
        for _, stored_set in connection.execute(f"SELECT k, b FROM {table}"):
            unseal_set(stored_set)
    yield from _miscounted(connection, stored, lines)


def _miscounted(connection: sqlite3.Connection, stored: Stored, lines: dict[int, list[int]]) -> Iterator[str]:
    held: dict[int, set[int]] = {}
    uses: dict[int, int] = {}
    of_form = dict(connection.execute("SELECT id, word FROM form"))
    for passage, forms in lines.items():
        for form in forms:
            held.setdefault(of_form[form], set()).add(passage)
            uses[form] = uses.get(form, 0) + 1
    if uses != dict(connection.execute("SELECT id, n FROM form WHERE n != 0")):
        yield "the ways words are written are not counted right"
    for rank, (word, number) in enumerate(connection.execute("SELECT text, id FROM word WHERE n > 0 ORDER BY text")):
        if stored.vocabulary.words[rank] != word or set(stored.holding((rank,))) != held.pop(number, set()):
            yield f"the passages of the word {word!r} are not those that hold it"
    if held:
        yield f"{len(held)} words are in passages and not in the vocabulary"
