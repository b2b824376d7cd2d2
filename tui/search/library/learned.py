"""The short forms that an index learned from brackets, as arrays: read when they are asked for, not before.

`shorts` are the short forms, a line each, `short_ids` the places of their words in the vocabulary. What the short form
`n` stands for begins at `long_first[n]` in `longs`: how often, how many words and which, again and again. `touched` are
the words that matter in long forms, ascending; what lies in `touching` from `touching_first[n]` on are the short form
and the place in `longs` of each that the word `n` of these matters in.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tui.search.acronyms import Acronyms, Long, Pair, small_words
from tui.search.library.codes import Numbers
from tui.search.vocabulary import Vocabulary


def arranged(
    learned: Iterable[tuple[str, list[tuple[Long, int]]]], place: Callable[[str], int], places: Numbers, small: set[int]
) -> dict[str, NDArray[Any]]:
    """The arrays of short forms and what each stands for in words by their numbers.

    `place` gives the place of a word in the vocabulary, `places` that of a word's number; words of `small` matter
    nowhere.
    """
    shorts, numbers, first, touching = list[str](), array("I"), array("I"), dict[int, list[int]]()
    for at, (short, counted) in enumerate(learned):
        shorts.append(short)
        first.append(len(numbers))
        for long, n in counted:
            words = places[list(long)].tolist()
            for word in {*words} - small:
                touching.setdefault(word, []).extend((at, len(numbers)))
            numbers.extend((n, len(words), *words))
    first.append(len(numbers))
    touched = sorted(touching)
    text = "\n".join(shorts).encode("utf-8", "surrogatepass")
    found = {
        "short_ids": map(place, shorts), "longs": numbers, "long_first": first, "touched": touched,
        "touching": chain.from_iterable(touching[word] for word in touched),
        "touching_first": np.cumsum([0, *(len(touching[word]) for word in touched)]).tolist(),
    }  # fmt: skip
    return {"shorts": np.frombuffer(text, np.uint8)} | {
        name: np.fromiter(each, np.uint32) for name, each in found.items()
    }


def acronyms(
    vocabulary: Vocabulary, arrays: Mapping[str, NDArray[Any]], initials: Callable[[str], Mapping[Long, int] | None]
) -> Acronyms:
    """The short forms of an index, as `arranged` put them."""
    return Learned(arrays, small_words(vocabulary)).acronyms(initials)


class Learned(Mapping[str, Mapping[Long, int]]):
    """What each short form stands for, and how often."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]], small: set[int]) -> None:
        """The words of `small` matter in no long form."""
        names = ("longs", "long_first", "touching", "touching_first")
        self._longs, self._first, self._touching, self._touching_first = (arrays[name] for name in names)
        text = arrays["shorts"].tobytes().decode("utf-8", "surrogatepass")
        self._shorts = text.split("\n") if text else []
        self._places = dict(zip(self._shorts, range(len(self._shorts)), strict=True))
        self._ids, self._touched, self._small = arrays["short_ids"].tolist(), arrays["touched"].tolist(), small

    def __getitem__(self, short: str) -> Mapping[Long, int]:
        at, end = self._first[self._places[short] :][:2].tolist()
        found: dict[Long, int] = {}
        while at < end:
            long = self._long(at)
            found[long] = int(self._longs[at])
            at += 2 + len(long)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._shorts)

    def __len__(self) -> int:
        return len(self._shorts)

    def _long(self, at: int) -> Long:
        return tuple(self._longs[at + 2 :][: self._longs[at + 1]].tolist())

    def acronyms(self, initials: Callable[[str], Mapping[Long, int] | None]) -> Acronyms:
        """They with those of initials."""
        ids = dict(zip(self._shorts, self._ids, strict=True))
        places = dict(zip(self._touched, range(len(self._touched)), strict=True))
        return Acronyms(self, initials, ids, self._touched, lambda word: self._pairs(places[word]))

    def _pairs(self, touched: int) -> Iterator[Pair]:
        low, high = self._touching_first[touched:][:2].tolist()
        pairs = iter(self._touching[low:high].tolist())
        for short, at in zip(pairs, pairs, strict=True):
            yield self._shorts[short], frozenset(self._long(at)) - self._small
