"""How the terms of a query were understood, for the reader's "read as" line."""

from __future__ import annotations

from collections.abc import Iterator

from tui.search import fold
from tui.search.filters import Filters
from tui.search.fold import Word
from tui.search.model import Reading
from tui.search.query import Query, Term
from tui.search.terms import Terms

_MOST = 6
_BESIDE = 0.6  # of the best reading's weight
_BESIDE_KNOWN = 0.9


def readings(terms: Terms, filters: Filters, query: Query) -> tuple[Reading, ...]:
    """One reading a typed word, one a term with an operator, in the order typed."""
    return tuple(reading for term in query.terms for reading in _of_term(terms, filters, term))


def _of_term(terms: Terms, filters: Filters, term: Term) -> Iterator[Reading]:
    if term.plain:
        for run in _runs(term):
            yield _of_run(terms, term, run)
    elif term.field:
        names = tuple(filters.named(term.field, term.text))
        yield Reading(term.text, term.operator, names, term.text not in names)
    else:
        found = bool(terms.strict(term).found)
        yield Reading(term.text, term.operator, (term.text,) if found else (), not found)


def _runs(term: Term) -> Iterator[list[Word]]:
    """The words of a term; pairs of characters that overlap belong to one run of a script without spaces."""
    run: list[Word] = []
    for word in fold.words(term.text):
        if run and word.start >= run[-1].end:
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _of_run(terms: Terms, term: Term, run: list[Word]) -> Reading:
    typed = term.text[run[0].start : run[-1].end]
    if len(run) == 1:
        words = _understood(terms, run[0].text)
        return Reading(typed, "", words, run[0].text not in terms.index.vocabulary.ids)
    known = all(word.text in terms.index.vocabulary.ids for word in run)
    found = dict.fromkeys(word for pair in run for word in _understood(terms, pair.text))
    return Reading(typed, "", (typed,) if known else tuple(found)[:_MOST], not known)


def _understood(terms: Terms, typed: str) -> tuple[str, ...]:
    index, expansion = terms.index, terms.expansion(typed)
    frequency = index.vocabulary.frequency
    weighted = [(weight, frequency[word], index.written(word)) for word, weight in expansion.weights.items()]
    weighted += [(weight, 0, " ".join(map(index.written, row))) for row, weight in expansion.sequences.items()]
    if not weighted:
        weighted = [(0.5, frequency[word], index.written(word)) for word in terms.expander.beginning(typed).weights]
    weighted.sort(key=lambda entry: (-entry[0], -entry[1], entry[2]))
    least = weighted[0][0] * (_BESIDE_KNOWN if typed in index.vocabulary.ids else _BESIDE) if weighted else 0
    return tuple(dict.fromkeys(text for weight, _, text in weighted if weight >= least))[:_MOST]
