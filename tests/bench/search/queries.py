"""Queries for passages known beforehand, in fifteen classes of what people type."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from random import Random
from typing import NamedTuple

from tui.search.index import Index

_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_SPELT = (
    ("isation", "ization"), ("ise", "ize"), ("ising", "izing"), ("our", "or"), ("tre", "ter"), ("ogue", "og"),
    ("ence", "ense"), ("ll", "l"), ("ph", "f"), ("ck", "k"), ("ae", "e"), ("mm", "m"), ("ss", "s"), ("ei", "ie"),
    ("yz", "ys"), ("ance", "ence"), ("ible", "able"), ("cc", "c"), ("tt", "t"), ("y", "i"),
)  # fmt: skip
_MOST_MEANT = 5


class Known(NamedTuple):
    """A query and the passages it may mean: those with exactly the words it was made from."""

    kind: str
    typed: str
    meant: frozenset[int]


class Maker:
    """Makes queries from the passages of an index, the same ones for the same seed."""

    def __init__(self, index: Index, seed: int) -> None:
        self._index = index
        self._random = Random(seed)
        self._postings = [frozenset(posting) for posting in index.postings]

    def make(self, each: int) -> list[Known]:
        """`each` queries of every class."""
        return [query for kind in _CLASSES for query in self._of(kind, each)]

    def _of(self, kind: str, count: int) -> list[Known]:
        found: list[Known] = []
        tries = 0
        while len(found) < count and tries < 20_000:
            tries += 1
            query = self._one(kind)
            if query is not None:
                found.append(query)
        return found

    def _one(self, kind: str) -> Known | None:
        passage = self._random.randrange(self._index.size)
        words = [self._index.vocabulary.words[w] for w in self._index.words[slice(*self._ends(passage))]]
        picked = _PICKED.get(kind, Maker._content)(self, words, passage)
        if picked is None:
            return None
        clean, typed = picked
        meant = self._holding(clean)
        typed = _CLASSES[kind](self._random, typed)
        return Known(kind, " ".join(typed), meant) if typed and 0 < len(meant) <= _MOST_MEANT else None

    def _ends(self, passage: int) -> tuple[int, int]:
        return self._index.first[passage], self._index.first[passage + 1]

    def _holding(self, words: Sequence[str]) -> frozenset[int]:
        sets = [self._postings[self._index.vocabulary.ids[word]] for word in words]
        return frozenset.intersection(*sets)

    def _content(self, words: list[str], _passage: int) -> tuple[list[str], list[str]] | None:
        common = self._index.size * 0.1
        frequency = self._index.vocabulary
        kept = [w for w in dict.fromkeys(words) if w.isalpha() and len(w) >= 4 and w.isascii()]
        kept = [w for w in kept if frequency.frequency[frequency.ids[w]] < common]
        if len(kept) < 4:
            return None
        at = sorted(self._random.sample(range(len(kept)), self._random.choice((2, 2, 3, 4))))
        chosen = [kept[i] for i in at]
        return chosen, chosen

    def _run(self, words: list[str], _passage: int) -> tuple[list[str], list[str]] | None:
        n = self._random.choice((3, 4, 5))
        if len(words) < n:
            return None
        at = self._random.randrange(len(words) - n + 1)
        chosen = words[at : at + n]
        return (chosen, chosen) if sum(len(w) >= 4 and w.isalpha() for w in chosen) >= 2 else None

    def _pair(self, words: list[str], passage: int) -> tuple[list[str], list[str]] | None:
        pairs = [(a, b) for a, b in pairwise(words) if a.isalpha() and b.isalpha()]
        pairs = [(a, b) for a, b in pairs if len(a) >= 4 and len(b) >= 4]
        other = self._content(words, passage)
        if not pairs or other is None:
            return None
        a, b = self._random.choice(pairs)
        rest = [w for w in other[0] if w not in (a, b)][:2]
        return ([a, b, *rest], [a + b, *rest]) if rest else None

    def _initials(self, words: list[str], passage: int) -> tuple[list[str], list[str]] | None:
        spellings = [self._index.spellings[f] for f in self._index.forms[slice(*self._ends(passage))]]
        runs = [
            (i, n) for n in (2, 3, 4) for i in range(1, len(words) - n)
            if all(s[0].isupper() and len(s) > 2 for s in spellings[i : i + n])
        ]  # fmt: skip
        other = self._content(words, passage)
        if other is None:
            return None
        if not runs or self._random.random() < 0.5:
            at = self._random.randrange(len(other[0]))
            word = other[0][at]
            return (other[0], [*other[0][:at], word[:3] + word[-1], *other[0][at + 1 :]]) if len(word) > 6 else None
        at, n = self._random.choice(runs)
        long = words[at : at + n]
        rest = [w for w in other[0] if w not in long][:2]
        return ([*long, *rest], ["".join(w[0] for w in long), *rest]) if rest else None


def _typo(random: Random, word: str) -> str:
    at = random.randrange(1, len(word)) if random.random() < 0.9 else 0
    kind = random.choice(("change", "drop", "add", "double"))
    if kind == "drop":
        return word[:at] + word[at + 1 :]
    if kind == "double":
        return word[:at] + word[at] + word[at:]
    letter = _beside(random, word[at])
    return word[:at] + letter + word[at + (kind == "change") :]


def _beside(random: Random, letter: str) -> str:
    row = next((row for row in _KEYS if letter in row), "")
    if not row or random.random() < 0.3:
        return random.choice(_ALPHABET)
    at = row.index(letter)
    return row[max(0, at - 1) : at] + row[at + 1 : at + 2] if len(row) == 1 else random.choice(
        [key for key in (row[max(0, at - 1)], row[min(len(row) - 1, at + 1)]) if key != letter]
    )  # fmt: skip


def _swap(word: str, at: int) -> str:
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _at_one(change: Callable[[Random, str], str], least: int = 4) -> Callable[[Random, list[str]], list[str]]:
    def changed(random: Random, words: list[str]) -> list[str]:
        places = [i for i, word in enumerate(words) if len(word) >= least and change(random, word) != word]
        if not places:
            return []
        at = random.choice(places)
        return [change(random, word) if i == at else word for i, word in enumerate(words)]

    return changed


def _each(change: Callable[[Random, str], str]) -> Callable[[Random, list[str]], list[str]]:
    return lambda random, words: [change(random, word) for word in words]


def _cut(random: Random, word: str) -> str:
    return word[: max(3, round(len(word) * random.uniform(0.45, 0.75)))]


def _last_cut(random: Random, words: list[str]) -> list[str]:
    return [*words[:-1], _cut(random, words[-1])] if len(words[-1]) > 4 else []


def _typo_and_cut(random: Random, words: list[str]) -> list[str]:
    cut = _last_cut(random, words)
    if not cut or random.random() < 0.5:
        return _at_one(_typo)(random, cut)
    return [*cut[:-1], _typo(random, cut[-1])]


def _swapped(random: Random, word: str) -> str:
    places = [i for i in range(len(word) - 1) if word[i] != word[i + 1]]
    return _swap(word, random.choice(places)) if places else word


def _no_vowels(_random: Random, word: str) -> str:
    return word[0] + "".join(c for c in word[1:] if c not in "aeiou")


def _spelt(random: Random, word: str) -> str:
    changes = [(a, b) for pair in _SPELT for a, b in (pair, pair[::-1]) if a in word[1:] and len(a) > 1]
    if not changes:
        return word
    a, b = random.choice(changes)
    return word[0] + word[1:].replace(a, b, 1)


def _headless(random: Random, word: str) -> str:
    return word[random.choice((1, 1, 2)) :] if len(word) > 5 else word


def _same(_random: Random, words: list[str]) -> list[str]:
    return words


def _shuffled(random: Random, words: list[str]) -> list[str]:
    return random.sample(words, len(words))


_CLASSES: dict[str, Callable[[Random, list[str]], list[str]]] = {
    "phrase": _same,
    "words": _same,
    "shuffled": _shuffled,
    "one typo": _at_one(_typo),
    "a typo in each word": _each(_typo),
    "swapped letters": _at_one(_swapped),
    "cut words": _each(_cut),
    "last word unfinished": _last_cut,
    "typo and unfinished": _typo_and_cut,
    "two typos": _at_one(lambda random, word: _typo(random, _typo(random, word)), 6),
    "first letters lost": _at_one(_headless, 6),
    "vowels lost": _at_one(_no_vowels, 5),
    "spelling": _at_one(_spelt),
    "joined words": _same,
    "abbreviations": _same,
}
_PICKED = {"phrase": Maker._run, "joined words": Maker._pair, "abbreviations": Maker._initials}
