"""Short lists narrowed by typing: what has the words typed, else what nearly has them, as heard or mistyped."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")

_WORD = re.compile(r"\w+")
# Letters that are heard alike are taken for one.
_HEARD = (("qu", "kw"), ("ph", "f"), ("ck", "k"), ("c", "k"), ("q", "k"), ("x", "ks"), ("z", "s"), ("y", "i"))


def narrowed(items: Iterable[Item], query: str, text_of: Callable[[Item], str]) -> list[Item]:
    """The items whose text has every word typed, case aside, in their order; where there are none, those nearest.

    Near is a word that begins as the typed one does but for a slip or two, or that sounds like it: `exprot`, `kwit`.
    """
    words = query.casefold().split()
    texts = [(item, text_of(item).casefold()) for item in items]
    found = [item for item, text in texts if all(word in text for word in words)]
    return found if found or not words else list(_nearest(texts, words))


def _nearest(texts: list[tuple[Item, str]], typed: list[str]) -> Iterator[Item]:
    """The items with the fewest slips in all the words typed."""
    heard = [_heard(word) for word in typed]
    slips = [(item, _slips([_heard(word) for word in _WORD.findall(text)], heard, text, typed)) for item, text in texts]
    fewest = min((count for _, count in slips if count is not None), default=None)
    yield from (item for item, count in slips if count is not None and count == fewest)


def _slips(words: list[str], heard: list[str], text: str, typed: list[str]) -> int | None:
    """How many slips there are between the words typed and those of a text; None where one of them is not near any."""
    total = 0
    for sound, word in zip(heard, typed, strict=True):
        near = 0 if word in text else min((_distance(sound, other) for other in words), default=99)
        if near > _allowed(word):
            return None
        total += near
    return total


def _distance(typed: str, word: str) -> int:
    """The edits between what is typed and the beginning of a word that is nearest to it."""
    from tui.search.likeness import distance

    lengths = range(max(len(typed) - 1, 1), len(typed) + 2)
    return min(distance(typed, word[:length]) for length in lengths)


def _allowed(word: str) -> int:
    return 0 if len(word) < 3 else 1 if len(word) < 6 else 2


def _heard(word: str) -> str:
    for letters, sound in _HEARD:
        word = word.replace(letters, sound)
    return word
