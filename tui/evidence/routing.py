"""Passages to sections, by the words their author gives for it, then by links to passages already placed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tui.briefing.model import Section
from tui.evidence.comparing.model import Comparison
from tui.evidence.comparing.phrases import Table, phrases
from tui.evidence.comparing.tables import members
from tui.evidence.comparing.tokens import Token, tokens
from tui.evidence.comparing.units import unit_form

_COUNTED = "word", "name", "number"
_POINTING_BACK = frozenset(
    ("he", "she", "they", "it", "this", "that", "these", "those", "such", "his", "her", "their", "its")
)
# What such a word does not point back with: "it was the worst fire", "those who fled"
_OF_ITS_OWN = {"it": frozenset(("is", "was")), "those": frozenset(("in", "of", "on", "who", "whose", "with"))}
_QUOTING = frozenset("\"“”„«»‘’'")
_NOWHERE: frozenset[int] = frozenset()

_Forms = tuple[str, ...]


class _Read(NamedTuple):
    """A passage or an entry of a route as compared forms: those that count, and all with the small words."""

    counted: _Forms
    every: _Forms


class _Wanted(NamedTuple):
    """The route of one section, entry by entry."""

    words: tuple[_Read, ...]
    exclude: tuple[_Read, ...]


def routes(
    comparison: Comparison, sections: Sequence[Section], aliases: Mapping[str, Iterable[str]] | None = None
) -> tuple[tuple[str, ...], ...]:
    """For each passage of the comparison the ids of the sections it belongs to, in the briefing's order.

    A passage belongs to a section when it holds one of the route's words and none of its `not` words; a word may be
    several, and may be written as any of its aliases. A passage no route reaches goes where most of the passages it
    is linked to go, each counting by the score of its link; else, when it begins with "he", "this" or the like, with
    the passage before it. Headings belong nowhere.
    """
    table = phrases(comparison.documents, aliases or {})
    wanted = [_wanted(section, table) for section in sections]
    titles = comparison.headings
    direct = [
        _NOWHERE if index in titles else _direct(_forms(comparison, index, table), wanted)
        for index in range(len(comparison.passages))
    ]
    partners = _partners(comparison)
    placed = [found or _by_links(partners.get(index, ()), direct) for index, found in enumerate(direct)]
    for index in range(len(placed)):
        if index in titles:
            placed[index] = _NOWHERE
        elif index and not placed[index] and _goes_on(comparison, index, table):
            placed[index] = placed[index - 1]
    return tuple(tuple(sections[number].id for number in sorted(found)) for found in placed)


def _wanted(section: Section, table: Table) -> _Wanted:
    return _Wanted(_runs(section.route.words, table), _runs(section.route.exclude, table))


def _runs(entries: Sequence[str], table: Table) -> tuple[_Read, ...]:
    read = (_read(words) for entry in entries for words in _senses(entry, tokens(entry, 0, len(entry), table)))
    return tuple(run for run in read if run.counted)


def _senses(entry: str, words: Sequence[Token]) -> tuple[Sequence[Token], ...]:
    """An entry with "March" taken for the month, and "march" for either."""
    months = [token._replace(kind="name") if _names_month(token) else token for token in words]
    capital = all(entry[token.start].isupper() for token in words if _names_month(token))
    return (months,) if capital else (words, months)


def _forms(comparison: Comparison, index: int, table: Table) -> _Read:
    span = comparison.span(index)
    document = comparison.documents[comparison.passages[index].document]
    return _read(tokens(document.text, span.start, span.end, table))


def _read(words: Sequence[Token]) -> _Read:
    return _Read(_counted(words), tuple(token.form for token in words))


def _counted(words: Iterable[Token]) -> tuple[str, ...]:
    forms = ((token.kind, _form(token)) for token in words)
    return tuple(form for kind, form in forms if kind in _COUNTED or (kind == "sign" and " " in form))


def _form(token: Token) -> str:
    """What a word is compared by; "in March" is no marching."""
    month = token.kind == "name" and _names_month(token)
    return token.low.capitalize() if month else unit_form(token.low, token.form)


def _names_month(token: Token) -> bool:
    return token.low in members("classes.txt", "month")


def _direct(passage: _Read, wanted: Sequence[_Wanted]) -> frozenset[int]:
    return frozenset(
        number
        for number, route in enumerate(wanted)
        if any(_holds(passage, run) for run in route.words) and not any(_holds(passage, run) for run in route.exclude)
    )


def _holds(passage: _Read, run: _Read) -> bool:
    """Whether the passage has the run. Small words count where the run is one word with them: "patients in"."""
    if len(run.counted) == 1 and len(run.every) > 1:
        return _within(run.every, passage.every)
    return _within(run.counted, passage.counted)


def _within(run: _Forms, forms: _Forms) -> bool:
    return any(forms[at : at + len(run)] == run for at in range(len(forms) - len(run) + 1))


def _goes_on(comparison: Comparison, index: int, table: Table) -> bool:
    """Whether a passage begins with a word that points back to the passage before it.

    What is quoted was not said after that passage: its words point to what the speaker had before him.
    """
    place, before = comparison.passages[index], comparison.passages[index - 1]
    if place.document != before.document:
        return False
    span = comparison.span(index)
    text = comparison.documents[place.document].text
    words = tokens(text, span.start, span.end, table)
    if not words or not _QUOTING.isdisjoint(text[span.start : words[0].start]):
        return False
    follows = words[1].low if len(words) > 1 else ""
    return words[0].low in _POINTING_BACK and follows not in _OF_ITS_OWN.get(words[0].low, ())


def _partners(comparison: Comparison) -> Mapping[int, Sequence[tuple[int, float]]]:
    """Passage → the passages it is linked to, with the scores of the links."""
    found: dict[int, list[tuple[int, float]]] = {}
    for link in comparison.links:
        found.setdefault(link.a, []).append((link.b, link.score))
        found.setdefault(link.b, []).append((link.a, link.score))
    return found


def _by_links(partners: Sequence[tuple[int, float]], direct: Sequence[frozenset[int]]) -> frozenset[int]:
    """The sections that partners with more than half of the score of all placed ones go to."""
    told = [(direct[partner], score) for partner, score in partners if direct[partner]]
    votes: dict[int, float] = {}
    for sections, score in told:
        for section in sections:
            votes[section] = votes.get(section, 0.0) + score
    half = sum(score for _, score in told) / 2
    return frozenset(section for section, score in votes.items() if score > half + 1e-9)
