"""From a term of the query to the passages it holds in."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from tui.search import bits, fold
from tui.search.index import Index
from tui.search.matching import Match, Row, held
from tui.search.query import Term
from tui.search.readings import Expander, Expansion

_STEP = 0.03  # weights nearer than this share a set of passages
# A word the vocabulary has needs no guessing: weaker readings may add to a score, never make a hit.
_ENOUGH_IF_KNOWN = 0.75
_ENOUGH = 0.6  # of the best reading's weight, when the word is unknown
_WHOLE, _START, _INSIDE = 1.0, 0.9, 0.8


class Terms:
    """Holds terms against one index; a word already seen costs nothing."""

    def __init__(self, index: Index, expander: Expander) -> None:
        self.index = index
        self.expander = expander
        self.expansion: Callable[[str], Expansion] = lru_cache(maxsize=512)(expander.expand)
        self._word: Callable[[str, bool], Match] = lru_cache(maxsize=256)(self._hold_word)
        self.strict: Callable[[Term], Match] = lru_cache(maxsize=64)(self._hold_strict)

    def plain(self, words: Sequence[str], *, lenient: bool = False) -> list[Match]:
        """One match a typed word, forgivingly; words typed apart that the text writes together hold each other up."""
        matches = [self._word(word, lenient) for word in words]
        for number, extra in self.expander.together(words).items():
            matches[number] = self._with(matches[number], extra)
        return matches

    def _hold_word(self, typed: str, lenient: bool) -> Match:
        expansion = self.expansion(typed)
        known = typed in self.index.vocabulary.ids
        if lenient and not known:
            expansion = replace(expansion, ranges=expansion.ranges + self.expander.beginning(typed).ranges)
        rows = tuple(Row(tuple((word,) for word in words), weight) for words, weight in expansion.sequences.items())
        layers = [*self._layers(expansion), *((row.weight, self.standing(row)) for row in rows)]
        best = max((weight for weight, passages in layers if passages), default=0.0)
        enough = _ENOUGH_IF_KNOWN if known else _ENOUGH * best
        kept = tuple(
            row for row, (_, passages) in zip(rows, layers[len(layers) - len(rows) :], strict=True) if passages
        )
        return held(
            typed, layers, self.index.size, enough=enough,
            weights=expansion.weights, loose=frozenset(expansion.loose), ranges=tuple(expansion.ranges), rows=kept,
        )  # fmt: skip

    def _layers(self, expansion: Expansion) -> list[tuple[float, int]]:
        steps: dict[int, list[int]] = {}
        for word, weight in expansion.weights.items():
            steps.setdefault(round(weight / _STEP), []).append(word)
        layers = [(min(step * _STEP, 1.0), self.index.holding(words)) for step, words in steps.items()]
        return layers + [(weight, self.index.holding(words)) for words, weight in expansion.ranges]

    def _with(self, match: Match, extra: dict[int, float]) -> Match:
        weights = dict(match.weights)
        for word, weight in extra.items():
            weights[word] = max(weight, weights.get(word, 0.0))
        layers = [*match.tiers, *((weight, self.index.holding((word,))) for word, weight in extra.items())]
        counted = [weight for weight, passages in match.tiers if passages & match.counted]
        enough = min((*counted, *extra.values()))
        return held(
            match.typed, layers, self.index.size, enough=enough, weights=weights,
            loose=match.loose - extra.keys(), ranges=match.ranges, rows=match.rows,
        )  # fmt: skip

    def _hold_strict(self, term: Term) -> Match:
        """The words of a term as typed: `'exact`, `^start`, `end$`, a phrase, and whatever is negated."""
        words = [word.text for word in term.words]
        rows = list(self._rows(term, words))
        layers = [(row.weight, self.standing(row)) for row in rows]
        return held(" ".join(words), layers, self.index.size, rows=tuple(rows))

    def grows(self, word: str) -> bool:
        """Whether a word typed so far is hardly begun or may still become a longer one of the vocabulary."""
        longer = len(self.index.vocabulary.starting(word)) - (word in self.index.vocabulary.ids)
        return len(word) < 4 or longer > 0

    def _beginning(self, word: str) -> Collection[int]:
        shapes = fold.begun(word)
        return [i for shape in shapes for i in self.index.vocabulary.starting(shape)]

    def _rows(self, term: Term, words: list[str]) -> Iterable[Row]:
        cased = term.exact and not term.negated and any(c.isupper() for c in term.text)
        first, last = words[0], words[-1]
        if len(words) == 1:
            grades = self._grades(term, first)
            for weight, ids in grades:
                yield self._row(term, [ids], weight, cased)
            return
        vocabulary = self.index.vocabulary
        growing = not (term.closed or term.negated or term.end or term.text.endswith(" "))
        inner = [_known(vocabulary.ids.get(word)) for word in words]
        if growing:
            inner[-1] = self._beginning(last)
        yield self._row(term, inner, _WHOLE, cased)

    def _grades(self, term: Term, word: str) -> list[tuple[float, Collection[int]]]:
        vocabulary = self.index.vocabulary
        whole = _known(vocabulary.ids.get(word))
        grades: list[tuple[float, Collection[int]]] = [(_WHOLE, whole)]
        if term.closed or (term.phrase and term.text.endswith(" ")):
            return grades
        if term.negated:
            return [*grades, (_START, vocabulary.starting(word))] if len(word) > 3 and not term.strict else grades
        if term.end:
            return [*grades, (_START, [i for i in vocabulary.containing(word) if vocabulary.words[i].endswith(word)])]
        grades.append((_START, self._beginning(word)))
        if term.exact and not term.start:
            grades.append((_INSIDE, set(vocabulary.containing(word))))
        return grades

    def _row(self, term: Term, places: list[Collection[int]], weight: float, cased: bool) -> Row:
        if cased:
            typed = [term.text[w.start : w.end] for w in term.words]
            places = [self._spelt(ids, fold.keep_case(text)) for ids, text in zip(places, typed, strict=True)]
        return Row(tuple(places), weight, cased, term.start, term.end, loose=weight < _WHOLE)

    def _spelt(self, words: Collection[int], typed: str) -> set[int]:
        spellings = self.index.spellings
        forms = (form for word in words for form in self.index.forms_of_word[word])
        return {form for form in forms if typed in fold.keep_case(spellings[form])}

    def standing(self, row: Row) -> int:
        """The passages a row stands in."""
        index = self.index
        passages = index.everything
        for place in row.places:
            assert isinstance(place, Collection)
            words = {index.word_of_form[form] for form in place} if row.cased else place
            passages &= index.holding(words)
        if len(row.places) == 1 and not (row.cased or row.start or row.end):
            return passages
        return bits.of(index.size, [p for p in bits.members(passages) if row.spots(index, index.tokens(p))])


def _known(word: int | None) -> Collection[int]:
    return () if word is None else (word,)
