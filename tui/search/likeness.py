"""How like two words or two lines are: the one place that calls rapidfuzz, imported when the first search needs it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log10

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_NEAR = 80  # of 100: below it two words have some letters in common and no more, as "zebra" and "era" (75)
_TOGETHER = 4096  # words looked at before the next are read
_PLACES = {key: (column + 0.5 * row, row) for row, keys in enumerate(_ROWS) for column, key in enumerate(keys)}


def within(word: str, choices: Sequence[str], edits: int) -> list[tuple[str, int, int]]:
    """The choices at most `edits` optimal-string-alignment edits away, with their distance and their place."""
    return process.extract(word, choices, scorer=OSA.distance, score_cutoff=edits, limit=None)


def distance(a: str, b: str) -> int:
    """Optimal-string-alignment edits between two words."""
    return OSA.distance(a, b)


def phrase(query: str, line: str) -> float:
    """0..1: how well the best stretch of `line` agrees with `query`."""
    return fuzz.partial_ratio(query, line) / 100


def closest(word: str, choices: Sequence[str]) -> str:
    """The choice most like the word, the first of equals; "" when none is near."""
    best, least = "", float(_NEAR)
    for at in range(0, len(choices), _TOGETHER):
        found = process.extractOne(word, choices[at : at + _TOGETHER], scorer=fuzz.ratio, score_cutoff=least)
        if found and (found[1] > least or not best):
            best, least, _ = found
    return best


def lengths(word: str) -> Iterator[tuple[int, int]]:
    """The letters that the `closest` choice may have, each with the edits it is away at most: taking letters out and
    putting others in changes at most a fifth of both together."""
    letters = len(word)
    return ((other, (letters + other) // 5) for other in range(-(-2 * letters // 3), 3 * letters // 2 + 1))


def typo(typed: str, word: str, edits: int, frequency: int) -> float:
    """The weight of reading `typed` as `word`: relative distance, eased for the slips fingers make.

    Measured on known-item queries: relative distance beats a fixed weight per edit; a swap, a doubled letter and a
    neighbouring key are likelier than others, a wrong first letter less, a frequent word likelier than a rare one.
    """
    weight = 0.98 - 1.7 * edits / max(len(typed), len(word))
    if edits == 1:
        weight += _slip(typed, word)
    if typed[0] != word[0]:
        weight -= 0.06
    return min(weight + 0.03 * (log10(frequency + 1) - 2), 0.9)


def _slip(typed: str, word: str) -> float:
    if len(typed) != len(word):
        longer, shorter = (typed, word) if len(typed) > len(word) else (word, typed)
        at = next((i for i, c in enumerate(shorter) if longer[i] != c), len(shorter))
        return 0.03 if at and longer[at] == longer[at - 1] else 0.0
    wrong = [(a, b) for a, b in zip(typed, word, strict=True) if a != b]
    if len(wrong) == 2:
        return 0.05
    (a, row_a), (b, row_b) = (_PLACES.get(key, (99.0, 99)) for key in wrong[0])
    return 0.03 if abs(a - b) < 1.6 and abs(row_a - row_b) <= 1 else 0.0
