"""Figures and times of whole documents set against each other, wherever they stand: by what is told around them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from tui.evidence.comparing.scoring import Scale
from tui.evidence.comparing.sentences import Sentence

_FALL, _FLOOR = 0.1, 0.25  # what a word counts less for each content word between it and the figure, and the least
_MARGIN = 1.25  # over whatever else either could answer to

_GOING_ON = frozenset(("it", "its", "he", "she", "his", "her", "they", "their", "this", "these", "that", "those"))
_PERSONS = frozenset(("he", "him", "she", "they", "them"))
_BEFORE = 0.5  # what words of the passage before count where a passage goes on with a pronoun
_AGREEING = 1.0

Value = TypeVar("Value")
Around = Mapping[str, float]


class Comparing(NamedTuple, Generic[Value]):
    """Whether two values can be set against each other at all, and whether they may be one.

    `agreeing` is the weight of the words that have to stand around a value and its equal for both to be of one thing.
    """

    comparable: Callable[[Value, Value], bool]
    agree: Callable[[Value, Value], bool]
    agreeing: Callable[[Value], float] = lambda _: _AGREEING


class Stated(NamedTuple, Generic[Value]):
    """A figure or time of a document, tokens `first` to `last`, with the nearness of each form told around it.

    `before` is the passage before.
    """

    sentence: Sentence
    first: int
    last: int
    value: Value
    around: Around
    before: Sentence | None = None


def stated(sentence: Sentence, first: int, last: int, value: Value, before: Sentence | None = None) -> Stated[Value]:
    """The value with what its passage tells around it, and the one before where it goes on with "it" or "him"."""
    start, stop = sentence.rank[first], sentence.rank[last] + sentence.tokens[last].content - 1
    around: dict[str, float] = {}
    for place, index in enumerate(sentence.content):
        if start <= place <= stop:
            continue
        between = (start - place if place < start else place - stop) - 1
        form = sentence.tokens[index].form
        around[form] = max(around.get(form, 0.0), max(_FLOOR, 1 - _FALL * between))
    if before is not None and (sentence.low(0) in _GOING_ON or any(token.low in _PERSONS for token in sentence.tokens)):
        for form in before.where:
            around.setdefault(form, _BEFORE)
    return Stated(sentence, first, last, value, around, before)


def answering(
    here: Sequence[Stated[Value]],
    there: Sequence[Stated[Value]],
    comparing: Comparing[Value],
    scale: Scale,
) -> Iterator[tuple[Stated[Value], Stated[Value], float]]:
    """Values of two documents that answer each other more than all else and do not agree, with the weight of the
    words around both.

    A value with its like over there, told of in some of the same words, is settled: it neither differs nor rivals.
    """
    known: dict[tuple[int, int], float] = {}
    settled_here, settled_there = _settled(here, there, comparing, scale, known)
    open_there = [(j, other) for j, other in enumerate(there) if j not in settled_there]
    if not open_there:
        return
    weights = {
        (i, j): known[i, j] if (i, j) in known else likeness(one.around, other.around, scale)
        for i, one in enumerate(here)
        if i not in settled_here
        for j, other in open_there
        if comparing.comparable(one.value, other.value)
    }
    best_here = _two_best((i, weight) for (i, _), weight in weights.items())
    best_there = _two_best((j, weight) for (_, j), weight in weights.items())
    for (i, j), weight in weights.items():
        one, other = here[i], there[j]
        rival = max(second if weight == best else best for best, second in (best_here[i], best_there[j]))
        if weight and not comparing.agree(one.value, other.value) and _MARGIN * rival <= weight:
            yield one, other, weight


def _two_best(weighed: Iterable[tuple[int, float]]) -> dict[int, tuple[float, float]]:
    """Place → the greatest and the second greatest weight it has with any other, 0 for none."""
    found: dict[int, tuple[float, float]] = {}
    for place, weight in weighed:
        best, second = found.get(place, (0.0, 0.0))
        found[place] = (weight, best) if weight > best else (best, max(second, weight))
    return found


def in_common(one: Stated[Value], other: Stated[Value], scale: Scale) -> tuple[int, int]:
    """How many words around the one stand around the other as well, and how many more have a like one there."""
    equal = one.around.keys() & other.around.keys()
    alike = sum(
        any(like in other.around and like not in one.around for like in scale.likeness.get(form, ()))
        for form in one.around
        if form not in equal
    )
    return len(equal), alike


def _settled(
    here: Sequence[Stated[Value]],
    there: Sequence[Stated[Value]],
    comparing: Comparing[Value],
    scale: Scale,
    known: dict[tuple[int, int], float],
) -> tuple[set[int], set[int]]:
    """The places on both sides of what the other side has as well; `known` gets the likenesses reckoned."""
    settled_here: set[int] = set()
    settled_there: set[int] = set()
    for i, one in enumerate(here):
        for j, other in enumerate(there):
            if (i not in settled_here or j not in settled_there) and comparing.agree(one.value, other.value):
                known[i, j] = likeness(one.around, other.around, scale)
                if known[i, j] >= comparing.agreeing(one.value):
                    settled_here.add(i)
                    settled_there.add(j)
    return settled_here, settled_there


def likeness(here: Around, there: Around, scale: Scale) -> float:
    """The weight of the words around both, less for those further off; each of the one with the likest of the other."""
    total = 0.0
    weights, likes = scale.weights, scale.likeness
    for form, near in here.items():
        if form in there:
            total += weights[form] * min(near, there[form])
        elif form in likes:
            akin = [like for like in likes[form].keys() & there.keys() if like not in here]
            if akin:
                own, degrees = weights[form], likes[form]
                total += max([degrees[like] * (own + weights[like]) / 2 * min(near, there[like]) for like in akin])
    return total
