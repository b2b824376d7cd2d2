"""How the terms of a query were understood, for the "read as" lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from heapq import nlargest, nsmallest

from tui.search.filters import Filters
from tui.search.fold import Word
from tui.search.matching import ENOUGH, Seek
from tui.search.model import Reading
from tui.search.query import Query, Term
from tui.search.terms import Terms

_MOST = 6
_BESIDE = 0.6  # of the best reading's weight
_BESIDE_KNOWN = 0.9


class Reporter:
    """Says what words stand for; a word already said costs nothing."""

    def __init__(self, terms: Terms, filters: Filters) -> None:
        self._terms = terms
        self._filters = filters
        self._understood: Callable[[str], tuple[str, ...]] = lru_cache(maxsize=512)(self._understand)

    def readings(self, query: Query) -> tuple[Reading, ...]:
        """One reading a typed word, one a term with an operator, in the order typed."""
        return tuple(reading for term in query.terms for reading in self._of_term(term))

    def _of_term(self, term: Term) -> Iterator[Reading]:
        if term.plain:
            yield from (self._of_run(term, run) for run in _runs(term))
        elif term.field:
            names = self._filters.readings(term.field, term.text)
            yield Reading(term.text, term.operator, names, term.text not in names)
        else:
            found = bool(self._terms.strict(term, Seek(None if term.negated else ENOUGH)).found)
            yield Reading(term.text, term.operator, (term.text,) if found else (), not found)

    def _of_run(self, term: Term, run: list[Word]) -> Reading:
        typed = term.text[run[0].start : run[-1].end]
        known = all(word.text in self._terms.store.vocabulary.ids for word in run)
        if known and len(run) > 1:
            return Reading(typed, "", (typed,), False)
        found = dict.fromkeys(word for pair in run for word in self._understood(pair.text))
        return Reading(typed, "", tuple(found)[:_MOST], not known)

    def _understand(self, typed: str) -> tuple[str, ...]:
        """The best readings of a word as the text writes them, best first."""
        store, expansion = self._terms.store, self._terms.expansion(typed)
        if not (expansion.weights or expansion.sequences or expansion.ranges):
            expansion = self._terms.expander.beginning(typed)
        weights = [*expansion.weights.values(), *expansion.sequences.values(), *(w for _, w in expansion.ranges)]
        least = max(weights, default=0.0) * (_BESIDE_KNOWN if typed in store.vocabulary.ids else _BESIDE)
        often = store.vocabulary.frequency.__getitem__
        weighted = [(words, weight) for words, weight in expansion.sequences.items() if weight >= least]
        read = expansion.weights.keys() - expansion.implied
        weighted += [((word,), expansion.weights[word]) for word in read if expansion.weights[word] >= least]
        likely = ((words, weight) for words, weight in expansion.ranges if weight >= least)
        weighted += [((word,), weight) for words, weight in likely for word in nlargest(_MOST, words, key=often)]
        weighted += [((left, word), 0.0) for left, words in expansion.unfinished for word in words]
        best = nsmallest(_MOST, weighted, key=lambda entry: (-entry[1], -max(map(often, entry[0])), entry[0]))
        store.expect(spellings={word for words, _ in best for word in words})
        return tuple(dict.fromkeys(" ".join(map(store.written, words)) for words, _ in best))


def missing(reading: Reading) -> str:
    """What to say of a term that stands for nothing there is: "zebra: nowhere"; "" of any other."""
    if reading.words or not reading.approximate or reading.operator == "not":
        return ""
    if reading.operator in ("source", "section"):
        return f"no {reading.operator} is called {reading.typed}"
    return f"{reading.typed}: in no note" if reading.operator == "note" else f"{reading.typed}: nowhere"


def _runs(term: Term) -> Iterator[list[Word]]:
    """The words of a term; pairs of characters that overlap belong to one run of a script without spaces."""
    run: list[Word] = []
    for word in term.words:
        if run and word.start >= run[-1].end:
            yield run
            run = []
        run.append(word)
    if run:
        yield run
