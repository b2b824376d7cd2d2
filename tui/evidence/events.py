"""The timeline of a briefing: its statements by the dates that they, or the words quoted for them, name.

A statement stands at a date on the word of those alone that support it; what is quoted against it stands under its own
words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tui.briefing import values
from tui.briefing.model import Briefing, Source
from tui.documents.model import Document, Span
from tui.evidence import lexicon
from tui.evidence.attributed import is_of_saying
from tui.evidence.coverage import carriage
from tui.evidence.dateline import AMONG, dateline, opening_day
from tui.evidence.dates import Base, Dated, Precision, Role, dates, spelt
from tui.evidence.model import Carriage, Quotation, ResolvedBriefing, ResolvedStatement

_PARTS = re.compile(
    r";\s|\s(?:but|while|whereas|although)\s"
    r"|\sand (?=(?:that|he|she|it|they|we|the|an?|his|her|its|their|was|were|is|are|had|has|have|will|[a-z]+ed)\b)"
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_LONG = 140  # characters of a quotation up to which it is told whole
_ALIKE = 2  # words two quotations share that tell one thing of a day


@dataclass(frozen=True, slots=True)
class Event:
    """A dated fact: the days `first` to `last` that a statement or its quotations name.

    `section` and `statement` are indices from 0; `text` is the statement where it names the date itself, or stands in a
    quotation word for word with the date in it, else ""; `words` are those of the first source that names the date
    where only sources do, else "". `quotations` are what the event rests on and do not date it otherwise. `role` is as
    in `Dated`.
    """

    first: date
    last: date
    precision: Precision
    role: Role
    section: int
    statement: int
    text: str
    words: str
    quotations: tuple[Quotation, ...]

    @property
    def when(self) -> str:
        """`2024-07-28`, `2024-07`, `by 2027`, `2019–2021`."""
        return spelt(self.first, self.last, self.precision, self.role)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources the event rests on, in the order of its quotations."""
        return tuple({quotation.source.id: quotation.source for quotation in self.quotations}.values())


_Key = tuple[date, date, Role]


def timeline(resolved: ResolvedBriefing) -> tuple[Event, ...]:
    """The dated facts of a briefing in order; what no date can be told of for sure is not among them.

    Relative dates of a source count from the day it was published, else from the briefing's date, which then must lie
    near enough for no other day to be meant.
    """
    found = [
        event
        for at, section in enumerate(resolved.sections)
        for number, statement in enumerate(section.statements)
        for event in _events(resolved.briefing, at, number, statement)
    ]
    return tuple(sorted(found, key=lambda one: (one.first, one.last, one.role, one.section, one.statement)))


def carries(quotation: Quotation) -> bool:
    """Whether the quotation stands in its source and says something of its statement."""
    return quotation.anchor.span is not None and carriage(quotation).speaks


def _events(briefing: Briefing, section: int, number: int, statement: ResolvedStatement) -> Iterator[Event]:
    letters = {source.id: at for at, source in enumerate(briefing.sources)}
    carried = [quotation for quotation in statement.quotations if carries(quotation)]
    carried.sort(key=lambda quotation: letters[quotation.source.id])
    said = {id(quotation): _quoted(briefing, quotation) for quotation in carried}
    text = statement.statement.text
    base = Base(briefing.date) if briefing.date else None
    own = {_key(one): one for one in _of_events(text, 0, len(text), base)}
    supporting = [quotation for quotation in carried if carriage(quotation).supports]
    quoted = {key: one for quotation in supporting for key, one in said[id(quotation)].items()}
    for key, one in {**quoted, **own}.items():
        named = [q for q in supporting if key in said[id(q)] or (key in own and _as_stated(q, one, said[id(q)]))]
        if named and (key in own or any(_in_its_words(text, q, said[id(q)].get(key)) for q in named)):
            yield Event(*one[1:], section, number, text, "", tuple(named))
            continue
        for words, telling in _by_what_they_tell(named, key, said):
            yield Event(*one[1:], section, number, "", words, telling)
    for quotation in carried:
        if not carriage(quotation).supports:
            for one in said[id(quotation)].values():
                yield Event(*one[1:], section, number, "", _told(quotation, one), (quotation,))


def _in_its_words(text: str, quotation: Quotation, one: Dated | None) -> bool:
    """Whether a quotation has the statement word for word, and the date in these words."""
    document, span = quotation.document, quotation.anchor.span
    if one is None or document is None or span is None:
        return False
    stated = r"\s+".join(map(re.escape, text.rstrip("….").split()))
    return any(at.start() <= one.span.start and one.span.end <= at.end() for at in _found(stated, document.text, span))


def _found(pattern: str, text: str, span: Span) -> Iterator[re.Match[str]]:
    return re.compile(pattern).finditer(text, *span) if pattern else iter(())


def _by_what_they_tell(
    named: Sequence[Quotation], key: _Key, said: Mapping[int, Mapping[_Key, Dated]]
) -> Iterator[tuple[str, tuple[Quotation, ...]]]:
    """The quotations under the words of the first of them; one that tells something else of the day apart."""
    left = list(named)
    while left:
        words = _told(left[0], said[id(left[0])][key])
        told = _content(words)
        alike = [left[0]] + [q for q in left[1:] if len(told & _content(_told(q, said[id(q)][key]))) >= _ALIKE]
        yield words, tuple(alike)
        left = [one for one in left if not any(one is other for other in alike)]


def _as_stated(quotation: Quotation, one: Dated, said: dict[_Key, Dated]) -> bool:
    """Whether a quotation that does not name the statement's date bears it out: all of it, and at no other time."""
    return carriage(quotation) is Carriage.VERIFIED and not _otherwise(one, said)


def _told(quotation: Quotation, one: Dated) -> str:
    """What a quotation says at a date: its own words, of a long one the part that has the date."""
    document, span = quotation.document, quotation.anchor.span
    words = " ".join(quotation.text.split())
    if document is None or span is None or len(words) <= _LONG:
        return words
    cuts = [span.start, *(cut.start() for cut in _PARTS.finditer(document.text, *span)), span.end]
    at = next((at for at, end in enumerate(cuts[1:]) if one.span.start < end), len(cuts) - 2)
    part = " ".join(document.text[cuts[at] : cuts[at + 1]].split()).lstrip("; ")
    return ("… " if at else "") + part + (" …" if at < len(cuts) - 2 else "")


def _content(text: str) -> frozenset[str]:
    found = (word.casefold() for word in _WORD.findall(text))
    return frozenset(word for word in found if not lexicon.is_grammar(word))


def _quoted(briefing: Briefing, quotation: Quotation) -> dict[_Key, Dated]:
    document, span = quotation.document, quotation.anchor.span
    if document is None or span is None:
        return {}
    start, base = _after_dateline(document, span), _base(briefing, quotation.source, document)
    return {_key(one): one for one in _of_events(document.text, start, span.end, base)}


def _of_events(text: str, start: int, end: int, base: Base | None) -> Iterator[Dated]:
    """The dates but those on which something was only said."""
    return (one for one in dates(text, start, end, base) if not is_of_saying(text, one.span, start, end))


def _after_dateline(document: Document, span: Span) -> int:
    """Where what is quoted begins to tell of the event: a dateline's day is the article's."""
    number = document.passage_at(span.start)
    if number is None or number >= AMONG:
        return span.start
    line = dateline(document.text, document.passages[number].start, document.passages[number].end)
    return max(span.start, line.end) if line else span.start


def _base(briefing: Briefing, source: Source, document: Document) -> Base | None:
    """The source's own day, as the briefing or its dateline says; else the briefing's, unless the source is known to be
    of another month."""
    published = values.calendar_date(source.published[:10]) if source.published else opening_day(document)
    if published is not None:
        return Base(published, exact=True)
    if briefing.date is None or not briefing.date.isoformat().startswith(source.published):
        return None
    return Base(briefing.date)


def _otherwise(one: Dated, said: dict[_Key, Dated]) -> bool:
    """Whether a source names a time of that kind, and none that could be this one."""
    alike = [other for other in said.values() if other.role == one.role]
    return bool(alike) and not any(other.first <= one.last and one.first <= other.last for other in alike)


def _key(one: Dated) -> _Key:
    return one.first, one.last, one.role
