"""What is known of words beforehand: which are words at all, and which classes decide what a sentence says."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

_GRAMMAR = ("article", "preposition", "conjunction", "pronoun", "auxiliary", "adverb")


@cache
def words() -> frozenset[str]:
    """Common English words, lower case."""
    return frozenset(_read("words.txt").split())


@cache
def names() -> frozenset[str]:
    """Common names of persons and places, lower case."""
    return frozenset(_read("names.txt").split())


def has_run(letters: str) -> bool:
    """Whether a known word or name has these letters in a row; a line end stands for a beginning or an end."""
    return letters in _spelt()


@cache
def _spelt() -> str:
    return f"\n{_read('words.txt')}\n{_read('names.txt')}\n"


@cache
def members(name: str) -> frozenset[str]:
    """The words of a class.

    `number`, `negation`, `month` and `direction` decide what a sentence says. An `ending` is a tail that an
    inflection takes away or puts on, a `reversal` a beginning that turns a word round: words that differ only by
    these are two words, not one word and a slip.
    """
    lines = (line.partition(":") for line in _read("classes.txt").splitlines() if not line.startswith("#"))
    return frozenset(word for known, _, listed in lines if known == name for word in listed.split())


_NONE = frozenset[str]()


@lru_cache(maxsize=4096)
def grammar(word: str) -> frozenset[str]:
    """The sorts of word of grammar that `word` is, none for any other word."""
    return frozenset(sort for sort in _GRAMMAR if word in members(sort)) or _NONE


def is_grammar(word: str) -> bool:
    """Whether `word` is a word of grammar: article, preposition, pronoun and the like."""
    return bool(grammar(word))


def _read(name: str) -> str:
    return (Path(__file__).parent / "data" / name).read_text(encoding="utf-8")
