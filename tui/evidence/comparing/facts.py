"""What each passage states in figures and times, read once."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from tui.evidence.comparing.agreement import agree
from tui.evidence.comparing.clauses import clause, is_aside, told_of
from tui.evidence.comparing.clocks import clocks
from tui.evidence.comparing.dates import When, article_date, dates
from tui.evidence.comparing.quantities import currencies, is_bare_sum, quantities
from tui.evidence.comparing.quantity import Quantity
from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.watching import Pulse
from tui.evidence.dateline import AMONG, Dateline, dateline


class Facts:
    """The quantities and times of a pool's passages, read when first asked for.

    `pulse` is called now and then by whoever goes through the documents.
    """

    def __init__(self, pool: Sequence[Sequence[Sentence]], pulse: Pulse) -> None:
        self.pool, self.pulse = pool, pulse
        self.names = [frozenset(name for sentence in here for name in sentence.where) for here in pool]
        self._quantities: dict[int, list[Quantity]] = {}
        self._times: dict[int, list[When]] = {}
        opening = [one for here in pool for one in here[:AMONG]]
        self._lines = {one.number: line for one in opening if (line := dateline(one.text, *one.span))}
        self._dates = [self._dated(here) for here in pool]
        self._currencies: dict[int, str] = {}
        self._kinds: dict[tuple[int, str], list[Quantity]] = {}

    def _dated(self, here: Sequence[Sentence]) -> date | None:
        """The day of an article: its dateline's, else the first its opening names."""
        days = (line.day for one in here[:AMONG] if (line := self._lines.get(one.number)))
        return next(filter(None, days), None) or article_date(here)

    def _begins(self, sentence: Sentence) -> int:
        """The first token that is no part of a dateline: a dateline tells of the article, not of the event."""
        line: Dateline | None = self._lines.get(sentence.number)
        return sum(token.start < line.end for token in sentence.tokens) if line else 0

    def quantities(self, sentence: Sentence) -> list[Quantity]:
        """What a passage measures and counts."""
        if sentence.number not in self._quantities:
            dated = {at for when in self.times(sentence) for at in range(when.first, when.last + 1)}
            begins = self._begins(sentence)
            read = (
                one
                for one in quantities(sentence)
                if one.first >= begins and dated.isdisjoint(range(one.first, one.last + 1))
            )
            found = [self._as_money(sentence, one) for one in read]
            self._quantities[sentence.number] = found
        return self._quantities[sentence.number]

    def nearby(self, sentence: Sentence) -> Iterator[Quantity]:
        """What a passage and the one before it measure and count."""
        here = self.pool[sentence.document]
        at = sentence.number - here[0].number
        for near in here[max(0, at - 1) : at + 1]:
            yield from self.quantities(near)

    def _as_money(self, sentence: Sentence, one: Quantity) -> Quantity:
        """A bare million in the only currency of its document; any other figure as it is."""
        currency = self._currency(sentence.document) if is_bare_sum(sentence, one) else ""
        return one._replace(kind=currency) if currency else one

    def _currency(self, document: int) -> str:
        """The kind of money a document names, or all documents where it names none; "" where there are several."""
        if not self._currencies:
            named = [{kind for sentence in here for kind in currencies(sentence)} for here in self.pool]
            anywhere = frozenset().union(*named)
            self._currencies = dict(enumerate(_only(kinds or anywhere) for kinds in named))
        return self._currencies[document]

    def times(self, sentence: Sentence) -> list[When]:
        """The days and hours a passage names."""
        if sentence.number not in self._times:
            base = self._dates[sentence.document]
            begins = self._begins(sentence)
            found = (*dates(sentence, base), *clocks(sentence))
            self._times[sentence.number] = [one for one in found if one.first >= begins]
        return self._times[sentence.number]

    def seasons(self, sentence: Sentence, index: int) -> frozenset[tuple[int | None, int | None]]:
        """The years, and the months without a day, that the clause of token `index` or the one before it names.

        "The law, passed in 2021, …" tells the year of the law alone.
        """
        here = clause(sentence, index)
        before = clause(sentence, max(0, here.start - 1))
        near = here if is_aside(sentence, before.start) else range(before.start, here.stop)
        named = (
            when
            for when in self.times(sentence)
            if when.first in near
            and not when.day
            and when.role != "since"
            and (when.role != "until" or when.first in here)
        )
        return frozenset((when.year, when.month) for when in named if when.year or when.month)

    def hours(self, sentence: Sentence, index: int) -> frozenset[int]:
        """The hours, in minutes from midnight, that what the clause of token `index` tells of has."""
        here = told_of(sentence, index)
        return frozenset(when.minute for when in self.times(sentence) if when.minute is not None and when.first in here)

    def years_apart(self, a: Sentence, at_a: int, b: Sentence, at_b: int) -> bool:
        """Whether what stands at two tokens is told of different years, or of a year in one passage alone."""
        here, there = ({year for year, _ in self.seasons(*place) if year} for place in ((a, at_a), (b, at_b)))
        return bool(here or there) and not here & there

    def alone(self, sentence: Sentence, one: Quantity) -> bool:
        """Whether the whole document has no other figure of that kind, conversions and repetitions apart."""
        return all(
            agree(one.number, other.number, one.factor, other.factor)
            for other in self.of_kind(sentence.document, one.kind)
        )

    def of_kind(self, document: int, kind: str) -> list[Quantity]:
        """All quantities of one kind a document states."""
        if (document, kind) not in self._kinds:
            found = (one for sentence in self.pool[document] for one in self.quantities(sentence))
            self._kinds[document, kind] = [one for one in found if one.kind == kind]
        return self._kinds[document, kind]


def _only(kinds: Collection[str]) -> str:
    return next(iter(kinds)) if len(kinds) == 1 else ""
