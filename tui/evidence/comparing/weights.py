"""How much a shared word says: its rarity in English, lessened where this pool uses it everywhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import chain

from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.stems import form
from tui.evidence.comparing.tables import lines

_UNLISTED, _NUMBER, _PHRASE = 7.5, 5.0, 6.0
_LEAST, _MOST = 0.3, 9.0
_NAME = 0.6
_DAMPING, _EVERYWHERE = 0.5, 0.3
_FEWEST = 60  # passages: in a smaller pool every shared word would look like a theme of it


@cache
def rarity() -> dict[str, float]:
    """Compared form → rarity of the word in English prose, in nats."""
    return {word: float(level) for level, words in lines("rarity.txt") for word in words}


def weights(pool: Sequence[Sequence[Sentence]]) -> dict[str, float]:
    """For every form of the pool its weight: rarity × event damping, less for names."""
    everything = list(chain.from_iterable(pool))
    spread: Counter[str] = Counter()
    kinds: dict[str, str] = {}
    for sentence in everything:
        spread.update(sentence.where.keys())
        for index in sentence.content:
            token = sentence.tokens[index]
            if kinds.get(token.form, "name") == "name":
                kinds[token.form] = token.kind
    return {word: _weight(word, kinds[word], count / max(len(everything), _FEWEST)) for word, count in spread.items()}


def _weight(word: str, kind: str, share: float) -> float:
    if kind == "number":
        plain = min(_NUMBER, 2.0 + 0.8 * len(word.rstrip("0")))
    else:
        plain = _PHRASE if word.startswith("@") else rarity().get(word, _UNLISTED)
    damped = min(max(plain, _LEAST), _MOST) * (1 - _DAMPING * min(1.0, share / _EVERYWHERE))
    return damped * _NAME if kind == "name" else damped


@cache
def likes() -> dict[str, frozenset[int]]:
    """Compared form → the sets of near synonyms it stands in."""
    found: dict[str, set[int]] = {}
    for number, (_, words) in enumerate(lines("likes.txt")):
        for word in words:
            found.setdefault(form(word), set()).add(number)
    return {word: frozenset(sets) for word, sets in found.items()}
