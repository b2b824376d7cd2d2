"""The tables of a shared library.

Schema `hexapla` says what there is; the index itself lies in `hexapla_1`, or, made anew, in `hexapla_2` and so on.

| table | a row is | spread by |
| --- | --- | --- |
| `hexapla.library` | a name and a value: format, id, schema of the index, generation, number of servers | – |
| `hexapla.root` | a path somebody added, or one below it that was taken out again | – |
| `meta` | a name with a number or bytes: generation, next numbers, the set of living passages | – |
| `segment` | a batch of passages indexed together | – |
| `doc` | an article: path, state of its file when it was read, first passage and how many | `id` |
| `passage` | one sentence: place, numbers of its words and forms, text with a letter either side | `p` |
| `word` | a folded word: number, how many passages hold it, the generation that changed this | `text` |
| `form` | one way a word is written: number, how often | `word` |
| `beginning` | the first one to three letters of words, and their number | `text` |
| `acronym` | a short form, what it stands for, how often: kind 0 from a bracket, 1 from initials | `short` |
| `post`, `cased`, `opening`, `closing`, `begun` | the passages of a word (form, beginning) in a segment | `number` |

Numbers never change and are the same on all servers of one library; passages are numbered through all of them. Sets and
rows of numbers are as in the library on disk (`tui.search.library.sealed`): portable Roaring bytes and UTF-8, each with
its CRC-32. "spread by" is the column Citus may distribute a table by: every statement names it or asks everywhere, and
there are no foreign keys, sequences, triggers or joins.
"""

from __future__ import annotations

FORMAT = "1"
SETS = ("post", "cased", "opening", "closing", "begun")
SPREAD = {
    "doc": "id", "passage": "p", "word": "text", "form": "word", "beginning": "text", "acronym": "short",
} | dict.fromkeys(SETS, "number")  # fmt: skip

LIBRARY = """
CREATE SCHEMA IF NOT EXISTS hexapla;
CREATE TABLE IF NOT EXISTS hexapla.library (key text PRIMARY KEY, value text NOT NULL);
CREATE TABLE IF NOT EXISTS hexapla.root (path bytea PRIMARY KEY, number integer NOT NULL, left_out boolean NOT NULL);
"""
INDEX = """
CREATE TABLE {s}.meta (key text PRIMARY KEY, number bigint NOT NULL, value bytea);
CREATE TABLE {s}.segment (number smallint PRIMARY KEY, passages bigint NOT NULL);
CREATE TABLE {s}.doc (id bigint PRIMARY KEY, path bytea NOT NULL, size bigint NOT NULL, mtime bigint NOT NULL,
  seen bigint NOT NULL, sha256 bytea NOT NULL, first bigint NOT NULL, count integer NOT NULL);
CREATE INDEX doc_path ON {s}.doc USING hash (path);
CREATE TABLE {s}.passage (p bigint PRIMARY KEY, doc bigint NOT NULL, "start" integer NOT NULL, "end" integer NOT NULL,
  paragraph integer NOT NULL, words bytea NOT NULL, forms bytea NOT NULL, text text NOT NULL);
CREATE TABLE {s}.word (text text COLLATE "C" PRIMARY KEY, number integer NOT NULL, n bigint NOT NULL,
  generation bigint NOT NULL);
CREATE INDEX word_generation ON {s}.word (generation);
CREATE TABLE {s}.form (word integer, spelling text COLLATE "C", number integer NOT NULL, n bigint NOT NULL,
  PRIMARY KEY (word, spelling));
CREATE TABLE {s}.beginning (text text COLLATE "C" PRIMARY KEY, number integer NOT NULL);
CREATE TABLE {s}.acronym (kind smallint, short text COLLATE "C", long text COLLATE "C", n bigint NOT NULL,
  PRIMARY KEY (short, kind, long));
""" + "".join(
    f"CREATE TABLE {{s}}.{name} (number integer, segment smallint, b bytea NOT NULL, PRIMARY KEY (number, segment));\n"
    f"ALTER TABLE {{s}}.{name} ALTER b SET STORAGE EXTERNAL;\n"  # Roaring does not compress
    for name in SETS
)
