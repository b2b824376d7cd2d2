"""Why a hit has its score: what each typed term was read as in it, and the parts the score is the sum of.

Nothing is kept while searching: the score of one passage is worked out again by the ranking itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.search import likeness
from tui.search.equivalents import EQUIVALENTS
from tui.search.matching import Match, Spot
from tui.search.model import Explanation, Share
from tui.search.rank import WORDS, rank
from tui.search.spelling import frame, sound
from tui.search.store import Line, Store

_SAME = 1e-9
_MOST_EDITS = 3


def explained(store: Store, passage: int, matches: Sequence[Match], phrase: str, score: float) -> Explanation:
    """The parts of a passage's score. Order and likeness are looked at for the best passages alone, so `score`, the one
    the passage was ranked with, says which parts were counted."""
    if not matches:
        return Explanation((), 1.0, 1.0, 0.0, 0.0)
    here = store.of((passage,))
    matches = [match.over(here) for match in matches]
    most = sum(match.rarity for match in matches)
    weights = [_weight(match, passage) for match in matches]
    coverage = sum(match.rarity for match, weight in zip(matches, weights, strict=True) if weight) / most
    shares = [
        WORDS * weight * match.rarity / most * coverage**2 for match, weight in zip(matches, weights, strict=True)
    ]
    words = sum(shares)
    placed = rank(store, here, matches, "", 1)[0].score
    whole = rank(store, here, matches, phrase, 1)[0].score
    counted = min((whole, placed, words), key=lambda total: (abs(total - score) > _SAME, -total))
    ((_, line),) = store.lines((passage,))
    terms = tuple(
        _share(store, passage, line, match, weight, share)
        for match, weight, share in zip(matches, weights, shares, strict=True)
    )
    return Explanation(terms, coverage, words, min(placed, counted) - words, counted - min(placed, counted))


def _weight(match: Match, passage: int) -> float:
    return next((weight for weight, passages in match.tiers if passage in passages), 0.0)


def _share(store: Store, passage: int, line: Line, match: Match, weight: float, share: float) -> Share:
    best = max(match.spots(store, passage, line), key=lambda spot: spot.weight, default=None)
    if not weight or best is None:
        return Share(match.typed, "", "not here", weight, match.rarity, share)
    read = [store.vocabulary.words[word] for word in line.words[best.at : best.at + best.length]]
    return Share(match.typed, _written(store, passage, best), kind(match.typed, read), weight, match.rarity, share)


def _written(store: Store, passage: int, spot: Spot) -> str:
    written = store.read(passage)
    places = written.words[spot.at : spot.at + spot.length]
    begin = written.place.start
    return " ".join(written.text[places[0][0] - begin : places[-1][1] - begin].split())


def kind(typed: str, read: Sequence[str]) -> str:
    """What makes a typed word, folded, stand for words of the text: the slip or the liberty nearest at hand."""
    if typed.split() == [*read]:
        return "as typed"
    if len(read) > 1:
        return "run together" if typed == "".join(read) else "long form"
    word = read[0]
    if word in (other for other, _ in EQUIVALENTS.get(typed, ())):
        return "same meaning"
    if word.startswith(typed):
        return "beginning"
    if sound(typed) and sound(typed) == sound(word):
        return "other spelling"
    return _slip(typed, word)


def _slip(typed: str, word: str) -> str:
    edits = likeness.distance(typed, word)
    if edits == 1 and sorted(typed) == sorted(word):
        return "letters swapped"
    if word.endswith(typed):
        return "ending"
    left_out = len(word) > len(typed) and (frame(typed) == frame(word) or _is_within(typed, word))
    if edits <= min(_MOST_EDITS, len(typed) // 2) and not (left_out and edits > 1 and typed[-1] == word[-1]):
        return "1 edit" if edits == 1 else f"{edits} edits"
    if typed in word:
        return "inside"
    if word.startswith(typed[:-1]) and word.endswith(typed[-1]):
        return "letters left out"
    if min(likeness.distance(typed, word[: len(typed) + more]) for more in (-1, 0, 1)) <= 2 < len(typed):
        return "beginning with a slip"
    if left_out:
        return "letters left out"
    return "short form" if len(word) < len(typed) else "words put together"


def _is_within(letters: str, word: str) -> bool:
    rest = iter(word)
    return all(letter in rest for letter in letters)
