"""From a term of the query to the passages it holds in."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache, reduce
from heapq import nlargest
from itertools import chain
from operator import and_

from tui.search import fold
from tui.search.bits import Passages
from tui.search.matching import EVERYWHERE, Match, Row, Seek, Standing, held, standing
from tui.search.query import Term, Typed
from tui.search.readings import EXACT, GROWING, JOINED, LETTERS, Expander, Expansion
from tui.search.store import Store

_KEPT = 16  # words held with their sets of passages, which may take 125 KB each at a million passages
_STEP = 0.03  # weights nearer than this share a set of passages
# A word the vocabulary has needs no guessing: weaker readings may add to a score, never make a hit.
_ENOUGH_IF_KNOWN = 0.75
_ENOUGH = 0.6  # of the best reading's weight, when the word is unknown
_OTHER_CASE = 0.97  # of a word typed with capitals that stands there without, or the reverse
# Passages looked at for words in a row that one typed word may stand for; on disk 10 µs each.
_LOOKED_AT, _LOOKED_AT_IF_KNOWN = 400, 120
_BESIDE = 200  # the same of all words of a query together, beside their others; with 400 no more texts are found
_MOST_WEAK = 64  # words too weak to make a hit that add to a score
_INITIALS = range(2, 5)  # letters that may be the first of words in a row
_FEW, _RARE = 10, 100  # passages that carry all words, and the share of all that hold one, under which it is read so
_LONG = 8  # letters of a word the vocabulary has that is likely others run together as well
_MOST_ROWS = 8  # readings of one typed word as several
_WHOLE, _START, _INSIDE = 1.0, 0.9, 0.8
_ANY = 2**31  # letters before an end
# Words, the commonest, that hold each letter typed as `'exact`, or that `^start` and `end$` may be part of.
_INSIDE_A_LETTER, _MOST_STARTS, _MOST_ENDS = 64, 512, 512


class Terms:
    """Holds terms against one store; a word already seen costs nothing."""

    def __init__(self, store: Store, expander: Expander) -> None:
        self.store = store
        self.expander = expander
        self.expansion: Callable[[str], Expansion] = lru_cache(maxsize=_KEPT)(expander.expand)
        self._word: Callable[[Typed, bool], Match] = lru_cache(maxsize=_KEPT)(self._hold_word)
        self._strict: Callable[[Term, Seek], Match] = lru_cache(maxsize=_KEPT // 2)(self._hold_strict)

    def plain(self, words: Sequence[Typed], *, lenient: bool = False) -> list[Match]:
        """One match a typed word, forgivingly; words typed apart that the text writes together hold each other up."""
        matches = [self._word(word, lenient) for word in words]
        for number, extra in self.expander.together([word for word, _ in words]).items():
            matches[number] = self._with(matches[number], extra)
        if len(matches) > 1:
            matches = self._beside(matches, {number: match.unread for number, match in enumerate(matches)})
            if not lenient and len(reduce(and_, (match.counted for match in matches))) < _FEW:
                matches = self._beside(matches, {n: self._initials(match.typed) for n, match in enumerate(matches)})
        return matches

    def _initials(self, typed: str) -> Sequence[Row]:
        """A word of few letters that is hardly ever a word as words in a row that begin with its letters."""
        vocabulary = self.store.vocabulary
        known = vocabulary.ids.get(typed)
        rare = known is None or _RARE * vocabulary.frequency[known] < self.store.size
        if len(typed) not in _INITIALS or not typed.isalpha() or not rare:
            return ()
        row = Row(tuple(vocabulary.starting(letter) for letter in typed), LETTERS)
        return (row,) if all(row.places) else ()

    def _beside(self, matches: Sequence[Match], rows: Mapping[int, Sequence[Row]]) -> list[Match]:
        """Matches that hold as well where rows of theirs stand in passages that hold all other words.

        However many rows there are, a key looks at so many passages for them, and in one go.
        """
        held, asked = list(matches), list[tuple[int, Row, Passages]]()
        for number, some in rows.items():
            if some and (among := reduce(and_, (other.counted for n, other in enumerate(matches) if n != number))):
                asked += [(number, row, among) for row in some]
        if asked:
            found = standing(self.store, [asking[1:] for asking in asked], _BESIDE // len(asked))
            for (number, row, _), one in zip(asked, found, strict=True):
                if one.passages:
                    held[number] = self._adding(held[number], [(row.weight, one.passages)], rows=[one])
        return held

    def _hold_word(self, typed: Typed, lenient: bool) -> Match:
        word = typed.word
        expansion = self.expansion(word)
        known = self.store.vocabulary.ids.get(word)
        # The fewer words, the likelier.
        likely = expansion.sequences.items()
        sequences = nlargest(_MOST_ROWS, likely, key=lambda reading: (reading[1], -len(reading[0])))
        rows = [Row(tuple((part,) for part in parts), weight) for parts, weight in sequences]
        rows += [Row(((left,), right), GROWING) for left, right in expansion.unfinished]
        if lenient and known is None:
            expansion = replace(expansion, ranges=expansion.ranges + self.expander.beginning(word).ranges)
        if known is not None and (forms := self._written(known, typed.capital)):
            expansion = replace(expansion, weights=expansion.weights | {known: _OTHER_CASE})
            rows.append(Row((forms,), EXACT, cased=True))
        most = (_LOOKED_AT if known is None else _LOOKED_AT_IF_KNOWN) // max(len(rows), 1)
        least = 0.0 if known is None else _ENOUGH_IF_KNOWN
        parts = (word for row in rows if not row.cased for place in row.places for word in _few(place))
        self.store.expect(words={*chain.from_iterable(_steps(expansion.weights, least).values()), *parts})
        stand = standing(self.store, [(row, None) for row in rows], most)
        layers = [*self._layers(expansion.weights, least), *((one.row.weight, one.passages) for one in stand)]
        layers += [(weight, self.store.beginning(words)) for words, weight in expansion.ranges]
        best = max((weight for weight, passages in layers if passages), default=0.0)
        found = held(
            word, layers, self.store, enough=_ENOUGH * best if known is None else _ENOUGH_IF_KNOWN,
            weights=expansion.weights, loose=frozenset(expansion.loose), ranges=tuple(expansion.ranges),
            rows=tuple(one for one in stand if one.passages),
        )  # fmt: skip
        unread = (one.row for one in stand if not one.whole)
        if known is None:
            return replace(found, unread=tuple(unread))
        unread = (row for row in unread if row.weight == JOINED and len(word) >= _LONG)
        return replace(found, unread=tuple(unread), weaker=cache(lambda: self._weaker(found, expansion)))

    def _weaker(self, match: Match, expansion: Expansion) -> Match:
        """The match of a word the vocabulary has with the readings that add to a score without making a hit."""
        expansion = self.expander.weaker(expansion)
        weak = nlargest(_MOST_WEAK, ((w, i) for i, w in expansion.weights.items() if _rounded(w) < _ENOUGH_IF_KNOWN))
        self.store.expect(words=[word for _, word in weak])
        layers = [*match.tiers, *self._layers({word: weight for weight, word in weak}, 0.0)]
        return held(
            match.typed, layers, self.store, enough=_ENOUGH_IF_KNOWN, weights=expansion.weights,
            loose=frozenset(expansion.loose), ranges=match.ranges, rows=match.rows,
        )  # fmt: skip

    def _written(self, word: int, capital: str) -> set[int]:
        """The forms of a word that have the capitals typed, when other forms have others."""
        forms = self.store.forms_of(word) if capital else []
        alike = {form for form, spelling in forms if fold.keep_case(spelling) == capital}
        return alike if len(alike) < len(forms) else set()

    def _layers(self, weights: Mapping[int, float], least: float) -> list[tuple[float, Passages]]:
        """Sets of passages with weights from `least` on."""
        return [(weight, self.store.holding(words)) for weight, words in _steps(weights, least).items()]

    def _with(self, match: Match, extra: dict[int, float]) -> Match:
        weights = dict(match.weights)
        for word, weight in extra.items():
            weights[word] = max(weight, weights.get(word, 0.0))
        layers = [(weight, self.store.holding((word,))) for word, weight in extra.items()]
        found = self._adding(replace(match, weights=weights, loose=match.loose - extra.keys()), layers)
        weaker = match.weaker
        return found if weaker is None else replace(found, weaker=cache(lambda: self._with(weaker(), extra)))

    def _adding(self, match: Match, layers: Sequence[tuple[float, Passages]], rows: Sequence[Standing] = ()) -> Match:
        """A match that further passages count for."""
        counted = [weight for weight, passages in match.tiers if passages & match.counted]
        found = held(
            match.typed, [*match.tiers, *layers], self.store, enough=min((*counted, *(weight for weight, _ in layers))),
            weights=match.weights, loose=match.loose, ranges=match.ranges, rows=(*match.rows, *rows),
        )  # fmt: skip
        weaker = match.weaker
        again = None if weaker is None else cache(lambda: self._adding(weaker(), layers, rows))
        return replace(found, unread=match.unread, weaker=again)

    def strict(self, term: Term, seek: Seek = EVERYWHERE) -> Match:
        """The words of a term as typed: `'exact`, `^start`, `end$`, a phrase, and whatever is negated."""
        return self._strict(term, seek) if seek.among is None else self._hold_strict(term, seek)

    def _hold_strict(self, term: Term, seek: Seek) -> Match:
        words = [word.text for word in term.words]
        stand = [row.standing(self.store, seek=seek) for row in self._rows(term, words)]
        layers = [(one.row.weight, one.passages) for one in stand]
        return held(" ".join(words), layers, self.store, rows=tuple(stand))

    def grows(self, word: str) -> bool:
        """Whether a word typed so far is hardly begun or may still become a longer one of the vocabulary."""
        longer = len(self.store.vocabulary.starting(word)) - (word in self.store.vocabulary.ids)
        return len(word) < 4 or longer > 0

    def _beginning(self, word: str) -> Collection[int]:
        ranges = [self.store.vocabulary.starting(shape) for shape in fold.begun(word)]
        return ranges[0] if len(ranges) == 1 else set(chain.from_iterable(ranges))

    def _rows(self, term: Term, words: list[str]) -> Iterable[Row]:
        if len(words) == 1:
            yield from (self._row(term, [ids], weight) for weight, ids in self._grades(term, words[0]))
            return
        places = [_known(self.store.vocabulary.ids.get(word)) for word in words]
        if not (term.closed or term.negated or term.end or term.text.endswith(" ")):
            places[-1] = self._beginning(words[-1])
        yield self._row(term, places, _WHOLE)

    def _grades(self, term: Term, word: str) -> list[tuple[float, Collection[int]]]:
        """The words one typed word holds for: itself, words that begin (or end) so, words with it inside."""
        vocabulary = self.store.vocabulary
        whole = _known(vocabulary.ids.get(word))
        grades: list[tuple[float, Collection[int]]] = [(_WHOLE, whole)]
        if term.closed or (term.phrase and term.text.endswith(" ")):
            return grades
        if term.negated:
            return [*grades, (_START, vocabulary.starting(word))] if len(word) > 3 and not term.strict else grades
        if term.end:
            ending = (i for i, _ in vocabulary.ending(word, _ANY))
            return [*grades, (_START, set(self._commonest(_MOST_ENDS, ending)))]
        starts = self._beginning(word)
        grades.append((_START, set(self._commonest(_MOST_STARTS, starts)) if term.start else starts))
        if term.exact and not term.start:
            grades.append((_INSIDE, set(self._commonest(_INSIDE_A_LETTER * len(word), vocabulary.containing(word)))))
        return grades

    def _commonest(self, most: int, words: Iterable[int]) -> list[int]:
        return nlargest(most, words, key=self.store.vocabulary.frequency.__getitem__)

    def _row(self, term: Term, places: list[Collection[int]], weight: float) -> Row:
        typed = [fold.keep_case(term.text[w.start : w.end]) for w in term.words]
        cased = term.exact and not term.negated and any(map(fold.has_capital, typed))
        words = tuple(places) if cased else ()
        if cased:
            places = [self._spelt(ids, text) for ids, text in zip(places, typed, strict=True)]
        return Row(tuple(places), weight, cased, term.start, term.end, loose=weight < _WHOLE, words=words)

    def _spelt(self, words: Collection[int], typed: str) -> set[int]:
        self.store.expect(spellings=words)
        forms = (form for word in words for form in self.store.forms_of(word))
        return {form for form, spelling in forms if typed in fold.keep_case(spelling)}


def _steps(weights: Mapping[int, float], least: float) -> dict[float, list[int]]:
    """The words with weights from `least` on by their weights rounded to steps."""
    steps: dict[float, list[int]] = {}
    for word, weight in weights.items():
        if (rounded := _rounded(weight)) >= least:
            steps.setdefault(rounded, []).append(word)
    return steps


def _rounded(weight: float) -> float:
    return min(round(weight / _STEP) * _STEP, 1.0)


def _few(place: Collection[int]) -> Collection[int]:
    """The words of a place that are sought one by one."""
    return () if isinstance(place, range) else place


def _known(word: int | None) -> Collection[int]:
    return () if word is None else (word,)
