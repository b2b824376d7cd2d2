"""What is known of words beforehand: which are words at all, and which classes decide what a sentence says."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def words() -> frozenset[str]:
    """Common English words, lower case."""
    return frozenset(_read("words.txt").split())


@cache
def names() -> frozenset[str]:
    """Common names of persons and places, lower case."""
    return frozenset(_read("names.txt").split())


@cache
def members(name: str) -> frozenset[str]:
    """The words of a class.

    `number`, `negation`, `month` and `direction` decide what a sentence says. An `ending` is a tail that an
    inflection takes away or puts on, a `reversal` a beginning that turns a word round: words that differ only by
    these are two words, not one word and a slip.
    """
    lines = (line.partition(":") for line in _read("classes.txt").splitlines() if not line.startswith("#"))
    return frozenset(word for known, _, listed in lines if known == name for word in listed.split())


def _read(name: str) -> str:
    return (files("tui.evidence") / "data" / name).read_text(encoding="utf-8")
