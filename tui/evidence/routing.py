"""Passages to sections, by the words their author gives for it, then by links to passages already placed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tui.briefing.model import Section
from tui.evidence.comparing.model import Comparison
from tui.evidence.comparing.phrases import Table, phrases
from tui.evidence.comparing.tokens import Token, tokens
from tui.evidence.comparing.units import unit_form

_COUNTED = "word", "name", "number"
_POINTING_BACK = frozenset(
    ("he", "she", "they", "it", "this", "that", "these", "those", "such", "his", "her", "their", "its")
)


class _Wanted(NamedTuple):
    """The route of one section, each entry as a run of compared forms."""

    words: tuple[tuple[str, ...], ...]
    exclude: tuple[tuple[str, ...], ...]


def routes(
    comparison: Comparison, sections: Sequence[Section], aliases: Mapping[str, Iterable[str]] | None = None
) -> tuple[tuple[str, ...], ...]:
    """For each passage of the comparison the ids of the sections it belongs to, in the briefing's order.

    A passage belongs to a section when it holds one of the route's words and none of its `not` words; a word may be
    several, and may be written as any of its aliases. A passage no route reaches goes where the passages it is linked
    to as the same go, when they all agree; else, when it begins with "he", "this" or the like, with the passage
    before it.
    """
    table = phrases(comparison.documents, aliases or {})
    wanted = [_wanted(section, table) for section in sections]
    direct = [_direct(_forms(comparison, index, table), wanted) for index in range(len(comparison.passages))]
    partners = _partners(comparison)
    placed = [found or _by_links(partners.get(index, ()), direct) for index, found in enumerate(direct)]
    for index in range(1, len(placed)):
        if not placed[index] and _goes_on(comparison, index, table):
            placed[index] = placed[index - 1]
    return tuple(tuple(sections[number].id for number in sorted(found)) for found in placed)


def _wanted(section: Section, table: Table) -> _Wanted:
    return _Wanted(_runs(section.route.words, table), _runs(section.route.exclude, table))


def _runs(entries: Sequence[str], table: Table) -> tuple[tuple[str, ...], ...]:
    runs = (_counted(tokens(entry, 0, len(entry), table)) for entry in entries)
    return tuple(run for run in runs if run)


def _forms(comparison: Comparison, index: int, table: Table) -> tuple[str, ...]:
    span = comparison.span(index)
    document = comparison.documents[comparison.passages[index].document]
    return _counted(tokens(document.text, span.start, span.end, table))


def _counted(words: Iterable[Token]) -> tuple[str, ...]:
    forms = ((token.kind, unit_form(token.low, token.form)) for token in words)
    return tuple(form for kind, form in forms if kind in _COUNTED or (kind == "sign" and " " in form))


def _direct(forms: tuple[str, ...], wanted: Sequence[_Wanted]) -> frozenset[int]:
    return frozenset(
        number
        for number, route in enumerate(wanted)
        if any(_holds(forms, run) for run in route.words) and not any(_holds(forms, run) for run in route.exclude)
    )


def _holds(forms: tuple[str, ...], run: tuple[str, ...]) -> bool:
    return any(forms[at : at + len(run)] == run for at in range(len(forms) - len(run) + 1))


def _goes_on(comparison: Comparison, index: int, table: Table) -> bool:
    """Whether a passage begins with a word that points back to the passage before it."""
    place, before = comparison.passages[index], comparison.passages[index - 1]
    if place.document != before.document:
        return False
    span = comparison.span(index)
    words = tokens(comparison.documents[place.document].text, span.start, span.end, table)
    return bool(words) and words[0].low in _POINTING_BACK


def _partners(comparison: Comparison) -> Mapping[int, Sequence[int]]:
    """Passage → the passages it is linked to as the same."""
    found: dict[int, list[int]] = {}
    for link in comparison.links:
        if link.band == "same":
            found.setdefault(link.a, []).append(link.b)
            found.setdefault(link.b, []).append(link.a)
    return found


def _by_links(partners: Sequence[int], direct: Sequence[frozenset[int]]) -> frozenset[int]:
    told = [direct[partner] for partner in partners if direct[partner]]
    return frozenset.intersection(*told) if told else frozenset()
