"""Titles and route words: runs of words the articles of a section share and those of other sections do not."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log, sqrt
from typing import NamedTuple

from tui.drafting.pool import Pool
from tui.drafting.stated import stated
from tui.evidence.comparing.sentences import Sentence

_MOST_WORDS, _LONGEST, _ROUTE = 4, 40, 5
_TWICE = 1.6  # a run that two sources have is worth so much more than one that only one has

Key = tuple[str, ...]


class Phrase(NamedTuple):
    """A run of words as the articles mostly write it, by what it is compared as."""

    key: Key
    text: str
    score: float


def phrases(pool: Pool, themes: Sequence[Sequence[int]]) -> list[list[Phrase]]:
    """For each theme, given by its passages, the runs of words that tell it best from the other themes, best first."""
    seen = [_runs(pool, members) for members in themes]
    spread = Counter(key for runs in seen for key in runs)
    return [_ranked(pool, runs, spread, len(themes)) for runs in seen]


def headline(pool: Pool) -> str:
    """The article's title that shares most with those of the other articles, unchanged; "" when no two share a word."""
    titled = {number: text for number, document in enumerate(pool.documents) if (text := stated(document).title)}
    forms = {number: _opening(pool, number) for number in titled}
    shared = {
        number: round(sum(pool.weight(forms[number] & forms[other]) for other in titled if other != number), 9)
        for number in titled
    }
    typical = min(titled, key=lambda number: (-shared[number], len(titled[number]), titled[number]), default=None)
    return titled[typical] if typical is not None and shared[typical] > 0 else ""


def _opening(pool: Pool, number: int) -> frozenset[str]:
    first = next((at for at, place in enumerate(pool.comparison.passages) if place.document == number), None)
    return pool.forms(first) if first is not None else frozenset()


def title(ranked: Sequence[Phrase]) -> str:
    """The best run and the best other one that shares no word with it."""
    first = ranked[0]
    second = next((one for one in ranked[1:] if not set(one.key) & set(first.key)), None)
    text = first.text if second is None or second.score < first.score / 3 else f"{first.text}, {second.text}"
    return text[:1].upper() + text[1:]


def route(ranked: Iterable[Phrase]) -> tuple[str, ...]:
    """The words that bring a passage to the section: the best runs of which none holds another."""
    kept: list[Phrase] = []
    for one in ranked:
        if len(kept) == _ROUTE:
            break
        if not any(set(one.key) <= set(other.key) or set(other.key) <= set(one.key) for other in kept):
            kept.append(one)
    return tuple(one.text for one in kept)


def _runs(pool: Pool, members: Iterable[int]) -> Mapping[Key, list[tuple[int, str]]]:
    """Run → `(document, as written)` for each time it occurs."""
    found: dict[Key, list[tuple[int, str]]] = defaultdict(list)
    for member in sorted(members):
        for key, written in _runs_of(pool.sentences[member]):
            found[key].append((pool.document_of(member), written))
    return found


def _runs_of(sentence: Sentence) -> Iterator[tuple[Key, str]]:
    for first in sentence.content:
        if sentence.tokens[first].kind == "number" or _in_a_name(sentence, first):
            continue
        for last in range(first, min(first + _MOST_WORDS, len(sentence.tokens))):
            if last > first and sentence.gap(last) not in (" ", "-", "\n"):
                break
            if not sentence.tokens[last].content or sentence.tokens[last].kind == "number":
                break
            written = " ".join(sentence.written(first, last).split())
            if len(written) <= _LONGEST and not _in_a_name(sentence, last + 1):
                yield tuple(token.form for token in sentence.tokens[first : last + 1]), written


def _in_a_name(sentence: Sentence, at: int) -> bool:
    """Whether token `at` goes on with a name that the token before it has begun."""
    pair = sentence.tokens[max(at - 1, 0) : at + 1]
    return len(pair) == 2 and pair[0].kind == pair[1].kind == "name" and sentence.gap(at) == " "


def _ranked(
    pool: Pool, runs: Mapping[Key, list[tuple[int, str]]], spread: Mapping[Key, int], count: int
) -> list[Phrase]:
    made = [
        Phrase(key, _as_written(places), _score(pool, key, places, spread[key], count)) for key, places in runs.items()
    ]
    return sorted(made, key=lambda one: (-round(one.score, 9), one.text))


def _score(pool: Pool, key: Key, places: Sequence[tuple[int, str]], themes: int, count: int) -> float:
    sources = len({document for document, _ in places})
    own = log((count + 1) / themes)
    return pool.weight(key) * log(1 + len(places)) * own * (_TWICE * sqrt(sources) if sources > 1 else 1.0)


def _as_written(places: Sequence[tuple[int, str]]) -> str:
    counted = Counter(written.removesuffix("’s").removesuffix("'s") for _, written in places)
    return min(counted, key=lambda written: (-counted[written], written))
