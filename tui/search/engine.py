"""From a query to its results: which passages match, and which of them come first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import reduce
from operator import and_, or_

from tui.documents.model import Span
from tui.search import bits, likeness
from tui.search.acronyms import Acronyms
from tui.search.bits import Passages
from tui.search.copies import Text, Texts
from tui.search.explaining import explained
from tui.search.filters import Filters
from tui.search.highlight import highlights
from tui.search.matching import ENOUGH, EVERYWHERE, Match, Seek, both, either, filtering
from tui.search.model import Explanation, Hit, Results
from tui.search.query import Query, Term, parse
from tui.search.rank import Ranked, rank
from tui.search.readings import Expander
from tui.search.reporting import Reporter
from tui.search.store import Store
from tui.search.terms import Terms

_LONG = 18  # letters; words this like a longer one are of more lengths than are kept apart, so all words are compared
_MANY = 2_000  # passages of a phrase beside other terms, read in 20 ms on disk


class Engine:
    """Answers queries over one store.

    Which passages are hits: every term with an operator holds. Of the plain words all hold, but of three or more every
    third may be missing; where no passage carries so many, those that carry the most. A word the vocabulary knows
    counts as held by itself, its forms and spellings; an unknown one by whatever it may be a slip for.

    When nothing matches, the query is taken once more as unfinished: its last term may still become another (the first
    letters of a name, of a word to be kept out, of `source:`), and one to four letters no word begins with may hold a
    slip. So a key typed on the way does not empty a list, and a finished query that finds nothing says so.

    With `once`, passages whose words are written alike are one hit, the first of them, which counts the others.
    """

    def __init__(self, store: Store, acronyms: Acronyms, filters: Filters, *, once: bool = False) -> None:
        self._store = store
        self._once = once
        self._filters = filters
        self._terms = Terms(store, Expander(store.vocabulary, acronyms))
        self._reporter = Reporter(self._terms, filters)

    def warm(self) -> Iterator[None]:
        """Make, a little at a time, what a first search would have to wait for."""
        yield from self._store.vocabulary.warm()

    def search(self, typed: str, limit: int) -> Results:
        """The `limit` best passages for what was typed."""
        query = parse(typed)
        passages, matches = self._matching(query, max(limit, ENOUGH))
        texts = Texts(self._store) if self._once else None
        ranked = rank(self._store, passages, matches, _phrase(query), limit, texts)
        best = [one.passage for one in ranked]
        self._store.expect(passages=best)
        more = not all(match.whole for match in matches)
        hits = tuple(self._hit(one, matches) for one in ranked)
        if texts is not None:
            texts.complete(passages, best)
            hits = tuple(_counting(hit, texts[at], more=more) for hit, at in zip(hits, best, strict=True))
        nearest = "" if passages else self._nearest(query)
        return Results(query.text, len(passages), hits, self._reporter.readings(query), nearest, at_least=more)

    def explain(self, typed: str, hit: Hit) -> Explanation | None:
        """What the score of a hit of this query is made of; None where no passage there is a hit of it."""
        query, store = parse(typed), self._store
        passages, matches = self._matching(query, None)
        documents = (number for number, source in enumerate(store.sources) if source == hit.source)
        there = {passage for number in documents for passage in store.overlapping(number, [hit.span])}
        found = [
            explained(store, passage, matches, _phrase(query), hit.score)
            for passage in sorted(there)
            if passage in passages
        ]
        return min(found, key=lambda one: abs(one.score - hit.score), default=None)

    def _matching(self, query: Query, enough: int | None) -> tuple[Passages, list[Match]]:
        """The passages that match, and the terms that score; where there are none, of the query as unfinished.

        Of a phrase in very many passages, `enough` will do (None for all); beside other terms many more, as those may
        hold in others than the first.
        """
        if enough is not None and len(query.groups) > 1:
            enough = max(enough, _MANY)
        passages, matches = self._evaluate(query, enough, lenient=False)
        if not passages and query.groups:
            passages, matches = self._evaluate(query, enough, lenient=True)
        return passages, matches

    def _evaluate(self, query: Query, enough: int | None, *, lenient: bool) -> tuple[Passages, list[Match]]:
        """The passages that match, and the terms that score, in the order typed."""
        words = dict.fromkeys(word for group in query.groups if _is_plain(group) for word in group[0].typed_words)
        plain = dict(zip(words, self._terms.plain(list(words), lenient=lenient), strict=True))
        hard = self._store.everything if query.groups else self._store.of(())
        among = reduce(or_, (m.counted for m in plain.values())) if plain and not lenient else None
        apart = self._apart(query, Seek(enough, among, counting=len(query.terms) == 1), lenient=lenient)
        soft: list[Match] = []
        scoring: list[Match] = []
        for group in query.groups:
            if _is_plain(group):
                matches = [plain.pop(word) for word in group[0].typed_words if word in plain]
                soft += matches
            else:
                matches = [apart.pop(0)]
                if any(term.plain for term in group):
                    soft += matches
                else:
                    hard = hard & matches[0].found
            scoring += [match for match in matches if match.rarity]
        if lenient and query.hardly_begun and soft and not (soft[-1].counted & hard):
            soft.pop()
        return _carrying(soft, hard), scoring

    def _apart(self, query: Query, seek: Seek, *, lenient: bool) -> list[Match]:
        """The groups that are no plain word, each as a match.

        What is in too many passages to read them all is sought anew among those that have all others.
        """

        def held(group: Sequence[Term], seek: Seek) -> Match:
            return either(self._store, [self._alone(term, query, seek, lenient=lenient) for term in group])

        groups = [group for group in query.groups if not _is_plain(group)]
        matches = [held(group, seek) for group in groups]
        hard = [not any(term.plain for term in group) for group in groups]
        must = [match.found for match, hard in zip(matches, hard, strict=True) if match.whole and hard]
        if not must or len(must) == len(groups):
            return matches
        among = reduce(and_, must if seek.among is None else [*must, seek.among])
        return [
            match if match.whole else held(group, seek._replace(among=among))
            for match, group in zip(matches, groups, strict=True)
        ]

    def _alone(self, term: Term, query: Query, seek: Seek, *, lenient: bool) -> Match:
        """A term with an operator, or one alternative of several."""
        growing = lenient and query.growing and term is query.terms[-1]
        if term.plain:
            return both(self._store, self._terms.plain(term.typed_words, lenient=lenient))
        if term.field:
            names = self._filters.named(term.field, term.text, widely=growing)
            match = filtering(term.text, self._filters.passages(term.field, names))
        else:
            # An apostrophe that may be one inside a word (`'don't`) does not close the term yet.
            sought = replace(term, closed=False) if growing and term.exact else term
            match = self._terms.strict(sought, seek if not term.negated else EVERYWHERE)
        if not term.negated:
            return match
        if growing and self._terms.grows(term.words[-1].text):
            return filtering(term.text, self._store.everything)
        return filtering(term.text, self._store.everything - match.found)

    def _hit(self, ranked: Ranked, matches: Sequence[Match]) -> Hit:
        written = self._store.read(ranked.passage)
        spots = ranked.spots
        if spots is None:
            ((_, line),) = self._store.lines((ranked.passage,))
            here = self._store.of((ranked.passage,))
            spots = [match.over(here).spots(self._store, ranked.passage, line) for match in matches]
        return Hit(
            source=written.source,
            span=Span(written.place.start, written.place.end),
            paragraph=written.place.paragraph,
            score=ranked.score,
            highlights=highlights(written, matches, spots),
            text=written.text,
        )

    def _nearest(self, query: Query) -> str:
        """The word most like the first one that is nowhere in the text, as it is written there."""
        vocabulary = self._store.vocabulary
        terms = (term for term in query.terms if not (term.field or term.negated))
        unknown = (word for term in terms for word in _words(term) if word not in vocabulary.ids)
        word = next(unknown, "")
        words: Sequence[str] = vocabulary.words
        if len(word) <= _LONG:
            near = (one for length, edits in likeness.lengths(word) for one in vocabulary.near(word, length, edits))
            words = [other for _, other, _ in sorted(near)]
        closest = likeness.closest(word, words) if word else ""
        return self._store.written(vocabulary.ids[closest]) if closest else ""


def _counting(hit: Hit, text: Text, *, more: bool) -> Hit:
    """A hit with the number of its copies, which are among those found when `more` passages match than were."""
    if not text.copies and not text.more:
        return hit
    return replace(hit, also=len(text.copies), also_at_least=text.more or more)


def _phrase(query: Query) -> str:
    return " ".join(word.text for term in query.terms if not term.field for word in term.words)


def _words(term: Term) -> list[str]:
    return [word.text for word in term.words]


def _is_plain(group: Sequence[Term]) -> bool:
    return len(group) == 1 and group[0].plain


def _carrying(soft: Sequence[Match], hard: Passages) -> Passages:
    """The passages of `hard` that carry enough of the plain words."""
    if not soft:
        return hard
    carrying = bits.at_least(match.counted for match in soft)
    for words in range(len(soft) - len(soft) // 3, 0, -1):
        if passages := hard & carrying[words]:
            return passages
    return hard - hard
