"""Other ways to search the same passages, each as one would use it; `cpu` counts what child processes take too."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from resource import RUSAGE_CHILDREN, getrusage
from time import process_time
from typing import NamedTuple

from rapidfuzz import fuzz, process

from tui.search import fold


class Rival(NamedTuple):
    """A name, and the texts of its ten best passages for what is typed."""

    name: str
    search: Callable[[str], list[str]]


def cpu() -> float:
    """Seconds of CPU this process and those it waited for have taken."""
    children = getrusage(RUSAGE_CHILDREN)
    return process_time() + children.ru_utime + children.ru_stime


def there(texts: Sequence[str]) -> Iterator[Rival]:
    """The rivals this machine has, over these passages; says which it has not."""
    if shutil.which("fzf"):
        yield Rival("fzf --filter", _fzf(texts))
    else:
        print("fzf is left out: not installed (Debian: apt-get install fzf)")
    yield Rival("rapidfuzz, all passages", _brute(texts))
    yield Rival("SQLite FTS5 trigram", _fts(texts, "trigram", lambda words: " OR ".join(f'"{w}"' for w in words)))
    yield Rival("SQLite FTS5 prefix", _fts(texts, "unicode61", lambda words: " ".join(f'"{w}"*' for w in words)))


def _fzf(texts: Sequence[str]) -> Callable[[str], list[str]]:
    lines = "\n".join(text.replace("\n", " ") for text in texts)

    def search(typed: str) -> list[str]:
        ran = subprocess.run(["fzf", "--filter", typed], input=lines, text=True, capture_output=True, check=False)
        return list(islice(ran.stdout.splitlines(), 10))

    return search


def _brute(texts: Sequence[str]) -> Callable[[str], list[str]]:
    folded = [" ".join(word.text for word in fold.words(text)) for text in texts]

    def search(typed: str) -> list[str]:
        query = " ".join(word.text for word in fold.words(typed))
        return [texts[at] for _, _, at in process.extract(query, folded, scorer=fuzz.partial_ratio, limit=10)]

    return search


def _fts(texts: Sequence[str], tokenizer: str, asked: Callable[[list[str]], str]) -> Callable[[str], list[str]]:
    connection = sqlite3.connect(":memory:")
    connection.execute(f"CREATE VIRTUAL TABLE passage USING fts5 (text, tokenize = '{tokenizer}', prefix = '2 3')")
    connection.executemany("INSERT INTO passage VALUES (?)", ((text,) for text in texts))
    query = "SELECT text FROM passage WHERE passage MATCH ? ORDER BY rank LIMIT 10"

    def search(typed: str) -> list[str]:
        words = [word.text for word in fold.words(typed)]
        return [text for (text,) in connection.execute(query, (asked(words),))] if words else []

    return search
