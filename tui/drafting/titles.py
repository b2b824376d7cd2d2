"""Titles and route words: noun phrases of a section's passages that its articles share and other sections have not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from math import log, sqrt
from typing import NamedTuple

from tui.drafting.nounphrases import Key, NounPhrase, noun_phrases, words
from tui.drafting.pool import Pool
from tui.drafting.stated import stated
from tui.evidence.comparing.tables import members

_ROUTE = 5
_TWICE = 1.6  # a phrase that two sources have is worth so much more than one that only one has
_SHARED = 4  # times a word that two sources of a statement have is counted
_ONE_WORD, _ONE_NAME = 0.5, 0.8  # of the worth of a phrase of several
_SPOKEN = 0.4  # of the worth of a phrase the articles use themselves: a figure of speech names no section
_FEW = 3  # phrases; where a section has fewer, single words help out
_FAR = 0.4  # of the best score
_LEAD = 3  # passages of an article that say what it is about


class Phrase(NamedTuple):
    """A noun phrase as the articles mostly write it, by what it is compared as."""

    key: Key
    text: str
    score: float


def phrases(pool: Pool, themes: Sequence[Sequence[Sequence[int]]]) -> list[list[Phrase]]:
    """For each theme the noun phrases that tell it best from the other themes, best first.

    A theme is given by its statements, each by its passages: what several statements speak of tells a theme best.
    """
    forms = [_told(pool, theme) for theme in themes]
    spread = Counter(form for counted in forms for form in counted)
    made = []
    for theme, counted in zip(themes, forms, strict=True):
        worth = {
            form: pool.weight((form,)) * log(1 + times) * log((len(themes) + 1) / spread[form])
            for form, times in counted.items()
        }
        made.append(_found(pool, sorted({*chain.from_iterable(theme)}), worth))
    return made


def _told(pool: Pool, theme: Sequence[Sequence[int]]) -> Counter[str]:
    """Form → how many statements have it; what two sources have in one statement counts for more."""
    found: Counter[str] = Counter()
    for passages in theme:
        homes = Counter(
            form for _, form in {(pool.document_of(at), form) for at in passages for form in pool.forms(at)}
        )
        found.update({form: _SHARED if sources > 1 else 1 for form, sources in homes.items()})
    return found


def leading(pool: Pool) -> list[Phrase]:
    """The noun phrases of what the articles say first, best first."""
    opening = [(at,) for at, place in enumerate(pool.comparison.passages) if place.passage < _LEAD]
    return phrases(pool, [opening])[0]


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
    """The best phrase, in the articles' own writing: of several words unless one word says far more."""
    far = _FAR * ranked[0].score
    text = next((one.text for one in ranked if len(one.key) > 1 and one.score >= far), ranked[0].text)
    return text[:1].upper() + text[1:]


def route(ranked: Iterable[Phrase]) -> tuple[str, ...]:
    """The words that bring a passage to the section: the best phrases of which none holds another."""
    kept: list[Phrase] = []
    for one in ranked:
        if len(kept) == _ROUTE:
            break
        if not any(set(one.key) <= set(other.key) or set(other.key) <= set(one.key) for other in kept):
            kept.append(one)
    return tuple(one.text for one in kept)


Places = Mapping[Key, Sequence[tuple[int, NounPhrase]]]


def _found(pool: Pool, theme: Sequence[int], worth: Mapping[str, float]) -> list[Phrase]:
    """The noun phrases of a theme, best first; where they are few, then its words."""
    read = [(pool.document_of(at), pool.sentences[at]) for at in theme if at not in pool.headings]
    ranked = _ranked(_gathered((document, one) for document, sentence in read for one in noun_phrases(sentence)), worth)
    if len(ranked) < _FEW:
        single = _gathered((document, one) for document, sentence in read for one in words(sentence))
        known = {one.key for one in ranked}
        ranked += _ranked({key: found for key, found in single.items() if key not in known}, worth)
    return ranked


def _gathered(phrases: Iterable[tuple[int, NounPhrase]]) -> Places:
    """Phrase → `(document, phrase)` for each time it occurs; days of the week and months are none."""
    calendar = members("classes.txt", "weekday") | members("classes.txt", "month")
    found: dict[Key, list[tuple[int, NounPhrase]]] = {}
    for document, phrase in phrases:
        if calendar.isdisjoint(phrase.text.casefold().split()):
            found.setdefault(phrase.key, []).append((document, phrase))
    return found


def _ranked(places: Places, worth: Mapping[str, float]) -> list[Phrase]:
    made = [Phrase(key, _as_written(found), _score(key, found, worth)) for key, found in places.items()]
    return sorted(made, key=lambda one: (-round(one.score, 9), one.text))


def _score(key: Key, found: Sequence[tuple[int, NounPhrase]], worth: Mapping[str, float]) -> float:
    sources = len({document for document, _ in found})
    told = sum(worth[form] for form in key) / sqrt(len(key))
    if len(key) == 1:
        told *= _ONE_NAME if found[0][1].name else _ONE_WORD
    if all(phrase.spoken and not phrase.name for _, phrase in found):
        told *= _SPOKEN
    return told * (_TWICE * sqrt(sources) if sources > 1 else 1.0)


def _as_written(found: Sequence[tuple[int, NounPhrase]]) -> str:
    counted = Counter(phrase.text for _, phrase in found)
    return min(counted, key=lambda written: (-counted[written], written))
