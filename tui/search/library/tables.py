r"""The tables of an index, and how it is opened for reading and for writing.

| table | a row is |
| --- | --- |
| `meta` | one of the few values about the whole: format, generation, living passages, the vocabulary, counts |
| `root` | a path the user added (a copy of the list in library.json) |
| `doc` | an article: its path (sealed), its state on disk when it was read, its first passage and how many it has |
| `block` | up to 16 passages of one article by the first of them: places and chunks (`tui.search.library.blocks`) |
| `chunk` | 256 chunks, deflated: pieces of text between spaces, each once in the index (`tui.search.library.chunks`) |
| `word` | 4,096 folded words, deflated; their numbers never change |
| `form` | 256 ways in which words are written (`tui.search.library.dictionary.short`); their numbers never change |
| `segment` | a batch of passages indexed together, and the words that are common in it |
| `post`, `cased`, `opening`, `closing` | a large set of passages: word (form) << 10 \| segment → bytes (`halves`) |
| `few` | the small ones of such sets, those of 128 words (forms) and a segment (`tui.search.library.sets`) |
| `beginning`, `begun` | a set for the first one to three letters of words, where many words share them |
| `pair` | the same for two common words of a segment in a row: left << 36 \| right << 10 \| segment |
| `acronym` | short forms that begin alike and what they stand for (`tui.search.library.longs`) |

In `meta`: `words` is how many words are in passages; `held` says by the number of a word in how many passages it is,
`uses` by that of a form at how many places, `of_form` of which word it is one; `arrays` names the file beside the index
that has what a search asks of all words, forms and chunks (`tui.search.library.arrays`). All of that file can be made
again of these tables.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from pathlib import Path
from urllib.parse import quote

FORMAT = f"8 {sys.byteorder}"  # 8: sets as halves, passages of rare words among the arrays
SEGMENTS = 1024
SETS = ("post", "cased", "opening", "closing", "begun", "pair")

_SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE root (number INTEGER PRIMARY KEY, path BLOB, left_out INTEGER);
CREATE TABLE doc (id INTEGER PRIMARY KEY, path BLOB UNIQUE NOT NULL, size INTEGER, mtime INTEGER, seen INTEGER,
  sha256 BLOB, first INTEGER, count INTEGER);
CREATE TABLE block (first INTEGER PRIMARY KEY, doc INTEGER, b BLOB);
CREATE TABLE chunk (piece INTEGER PRIMARY KEY, b BLOB);
CREATE TABLE word (piece INTEGER PRIMARY KEY, b BLOB);
CREATE TABLE form (piece INTEGER PRIMARY KEY, b BLOB);
CREATE TABLE beginning (text TEXT PRIMARY KEY, id INTEGER) WITHOUT ROWID;
CREATE TABLE acronym (k INTEGER PRIMARY KEY, b BLOB);
CREATE TABLE segment (number INTEGER PRIMARY KEY, passages INTEGER, common BLOB);
""" + "".join(f"CREATE TABLE {name} (k INTEGER PRIMARY KEY, b BLOB);\n" for name in (*SETS, "few"))


def reading(path: Path) -> sqlite3.Connection:
    """A connection that cannot write. Where the folder cannot be written to either, the file is taken as it lies."""
    connection = _connect(path, "mode=ro")
    try:
        connection.execute("SELECT 1 FROM meta").fetchone()
    except sqlite3.OperationalError:
        connection.close()
        # WAL needs its shared memory beside the file; without a log nobody is writing.
        if os.access(path.parent, os.W_OK) or path.with_name(path.name + "-wal").exists():
            raise
        connection = _connect(path, "mode=ro&immutable=1")
    connection.execute("PRAGMA cache_size = -500")  # the system keeps what was read as well
    return connection


def writing(path: Path, *, is_small: bool = False) -> sqlite3.Connection:
    """A connection for the one writer; the tables are made when the file is new.

    One that `is_small`, as it begins with few articles, has small pages: most tables leave half of the last empty.

    WAL with `synchronous = NORMAL`: a transaction waits for no disk, so a loss of power may take the last ones, never
    the index's wholeness; the next `library add` adds what they held, as its files are new to the index.
    """
    connection = _connect(path, "mode=rwc")
    page = 4096 if is_small else 8192  # of which rows of half a KB leave less empty
    connection.execute(f"PRAGMA page_size = {page}")
    connection.execute("PRAGMA auto_vacuum = INCREMENTAL")  # before the first table; what merging frees is given back
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA cache_size = -64000")
    if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        values = f"INSERT INTO meta VALUES ('format', '{FORMAT}'), ('generation', 0), ('next', 0);"
        connection.executescript(f"BEGIN; {_SCHEMA} {values} COMMIT;")
    return connection


def _connect(path: Path, options: str) -> sqlite3.Connection:
    uri = f"file:{quote(os.fsencode(path.absolute()))}?{options}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False, timeout=10)
    connection.text_factory = _text
    return connection


def _text(stored: bytes) -> str:
    return stored.decode("utf-8", "surrogatepass")
