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
def terms() -> frozenset[str]:
    """Words of money, chemistry, medicine and the like that `words` has not, lower case."""
    return _listed("terms.txt")


@cache
def names() -> frozenset[str]:
    """Common names of persons and places, lower case."""
    return frozenset(_read("names.txt").split()) | _listed("people.txt")


@lru_cache(maxsize=4096)
def is_compound(word: str) -> bool:
    """Whether two common words of three letters and more make it up ("airstrike"), or a beginning and one."""
    if len(word) < _COMPOUND:
        return False
    begun = any(word.startswith(one) and word[len(one) :] in words() for one in members("reversal") | members("prefix"))
    return begun or any(word[:i] in words() and word[i:] in words() for i in range(3, len(word) - 2))


_COMPOUND = 7


def has_run(letters: str) -> bool:
    """Whether a known word or name has these letters in a row; a line end stands for a beginning or an end."""
    return letters in _spelt()


@cache
def _spelt() -> str:
    people = "\n".join(sorted(_listed("people.txt")))
    return f"\n{_read('words.txt')}\n{_read('names.txt')}\n{people}\n"


@cache
def members(name: str) -> frozenset[str]:
    """The words of a class.

    `number`, `negation`, `month` and `direction` decide what a sentence says. An `ending` is a tail that an
    inflection takes away or puts on, a `reversal` a beginning that turns a word round: words that differ only by
    these are two words, not one word and a slip.
    """
    return frozenset(word for line in rows(name) for word in line)


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The words of a class, line by line: those of a line of `rival` beginnings or tails take each other's place."""
    lines = (line.partition(":") for line in _read("classes.txt").splitlines() if not line.startswith("#"))
    return tuple(tuple(listed.split()) for known, _, listed in lines if known == name)


_NONE = frozenset[str]()


@lru_cache(maxsize=4096)
def grammar(word: str) -> frozenset[str]:
    """The sorts of word of grammar that `word` is, none for any other word."""
    return frozenset(sort for sort in _GRAMMAR if word in members(sort)) or _NONE


def is_grammar(word: str) -> bool:
    """Whether `word` is a word of grammar: article, preposition, pronoun and the like."""
    return bool(grammar(word))


def _listed(name: str) -> frozenset[str]:
    lines = (line for line in _read(name).splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split())


def _read(name: str) -> str:
    return (Path(__file__).parent / "data" / name).read_text(encoding="utf-8")
