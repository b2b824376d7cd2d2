"""What `compare` finds of an event's labels: links, planted differences, traps, and flags that match no label."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from tests.bench.events.labels import Event, Label
from tui.documents import Span
from tui.evidence import Comparison, FoundDifference, compare


@dataclass
class Measured:
    """One event's figures: numbers of links right and drawn by band, facts' pairs linked, and differences by name."""

    same: tuple[int, int] = (0, 0)
    drawn: tuple[int, int] = (0, 0)
    recalled: tuple[int, int] = (0, 0)
    found: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    fired: list[str] = field(default_factory=list)
    false: list[FoundDifference] = field(default_factory=list)
    comparison: Comparison | None = None


def measure(event: Event) -> Measured:
    """Compare the event's articles and hold the answer against the labels."""
    sources = list(event.documents)
    comparison = compare(event.documents.values())
    measured = Measured(comparison=comparison)
    _links(event, comparison, sources, measured)
    matched: set[int] = set()
    for name, labels in event.differences.items():
        hits = [i for i, flag in enumerate(comparison.differences) if _covers(flag, labels, sources)]
        matched.update(hits)
        (measured.found if hits else measured.missed).append(name)
    for name, labels in event.traps.items():
        if any(_covers(flag, labels, sources) for flag in comparison.differences):
            measured.fired.append(name)
    measured.false = [flag for i, flag in enumerate(comparison.differences) if i not in matched]
    return measured


def _links(event: Event, comparison: Comparison, sources: list[str], measured: Measured) -> None:
    facts = [
        _facts_at(event, sources[place.document], comparison.span(i)) for i, place in enumerate(comparison.passages)
    ]
    right = {(a, b) for a, b in _pairs(comparison) if facts[a] & facts[b]}
    drawn = {(link.a, link.b) for link in comparison.links}
    same = {(link.a, link.b) for link in comparison.links if link.band == "same"}
    measured.same = len(same & right), len(same)
    measured.drawn = len(drawn & right), len(drawn)
    measured.recalled = len(drawn & right), len(right)


def _pairs(comparison: Comparison) -> Iterable[tuple[int, int]]:
    places = comparison.passages
    return (
        (a, b)
        for a in range(len(places))
        for b in range(a + 1, len(places))
        if places[a].document != places[b].document
    )


def _facts_at(event: Event, source: str, span: Span) -> frozenset[str]:
    return frozenset(
        name for name, labels in event.facts.items() if any(_meet(label, source, span) for label in labels)
    )


def _covers(flag: FoundDifference, labels: Iterable[Label], sources: list[str]) -> bool:
    """Whether a flag's values lie on the labels of two sources or more, or on the only one there is."""
    labels = tuple(labels)
    met = {
        label.source for label in labels for value in flag.values if _meet(label, sources[value.document], value.span)
    }
    return len(met) >= min(2, len({label.source for label in labels}))


def _meet(label: Label, source: str, span: Span) -> bool:
    return label.source == source and label.span.start < span.end and span.start < label.span.end
