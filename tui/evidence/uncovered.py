"""What the sources report and no statement of the briefing rests on: facts of several sources first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tui.documents.model import Span
from tui.evidence.comparing.model import Comparison
from tui.evidence.model import ResolvedBriefing


class Told(NamedTuple):
    """A passage: the id of its source, and where it stands there."""

    source: str
    span: Span


@dataclass(frozen=True, slots=True)
class Fact:
    """What no statement covers: a passage, or the passages of several sources that report one thing.

    `passages` stand in the order of the sources and of their words, `section` is the id of the section they are
    routed to, "" where none is.
    """

    passages: tuple[Told, ...]
    section: str = ""

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources that have it, in the briefing's order."""
        return tuple(dict.fromkeys(told.source for told in self.passages))

    def of(self, source: str) -> tuple[Span, ...]:
        """Where a source has it."""
        return tuple(told.span for told in self.passages if told.source == source)


def uncovered(resolved: ResolvedBriefing, comparison: Comparison, routed: Sequence[Sequence[str]]) -> tuple[Fact, ...]:
    """The facts no evidence of the briefing touches: those of most sources first, then in reading order.

    `comparison` is of the briefing's documents in their order, `routed` what `routes` says of it. A group of which
    one passage is covered is known to the author: what is left of it counts passage by passage. Passages without
    words that count, headings, and those before the body of their source are left out.
    """
    quoted, titles = _quoted(resolved), comparison.headings
    left = {index for index in _weighty(comparison) - titles if not _touched(resolved, comparison, index, quoted)}
    reported = (tuple(index for index in group if index not in titles) for group in comparison.groups)
    facts: list[tuple[int, ...]] = [group for group in reported if group and left.issuperset(group)]
    taken = {index for group in facts for index in group}
    facts += [(index,) for index in left - taken]
    homes = _homes(resolved, comparison, routed, quoted)
    made = [(members, _fact(resolved, comparison, members, homes)) for members in facts]
    return tuple(fact for _, fact in sorted(made, key=lambda one: (-len(one[1].sources), one[0])))


def _fact(
    resolved: ResolvedBriefing, comparison: Comparison, members: Sequence[int], homes: Mapping[int, Sequence[str]]
) -> Fact:
    names = list(resolved.documents)
    told = tuple(Told(names[comparison.passages[index].document], comparison.span(index)) for index in members)
    counted = Counter(section for index in members for section in homes.get(index, ()))
    order = [one.section.id for one in resolved.sections]
    return Fact(told, min(counted, key=lambda section: (-counted[section], order.index(section)), default=""))


def _weighty(comparison: Comparison) -> set[int]:
    """The passages with words that count: what is linked, or carried by one source alone."""
    return {*comparison.only, *(index for link in comparison.links for index in link[:2])}


def _quoted(resolved: ResolvedBriefing) -> dict[str, list[tuple[Span, str]]]:
    """Where evidence stands in each source, with the id of its section."""
    found: dict[str, list[tuple[Span, str]]] = {}
    for section in resolved.sections:
        for statement in section.statements:
            for one in statement.quotations:
                if one.anchor.span is not None:
                    found.setdefault(one.source.id, []).append((one.anchor.span, section.section.id))
    return found


def _touched(
    resolved: ResolvedBriefing, comparison: Comparison, index: int, quoted: Mapping[str, list[tuple[Span, str]]]
) -> bool:
    """Whether evidence stands in a passage, or the passage before the body of its source."""
    number = comparison.passages[index].document
    source, document = list(resolved.documents)[number], comparison.documents[number]
    span = comparison.span(index)
    if span.start < document.start_of_line(resolved.briefing.source(source).body_from):
        return True
    return any(_meet(span, other) for other, _ in quoted.get(source, ()))


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _homes(
    resolved: ResolvedBriefing,
    comparison: Comparison,
    routed: Sequence[Sequence[str]],
    quoted: Mapping[str, list[tuple[Span, str]]],
) -> dict[int, Sequence[str]]:
    """The sections of each passage: where it is routed, else where the passages it is linked to are quoted."""
    homes: dict[int, Sequence[str]] = {index: sections for index, sections in enumerate(routed) if sections}
    names = list(resolved.documents)

    def sections(index: int) -> Iterator[str]:
        source, span = names[comparison.passages[index].document], comparison.span(index)
        yield from {section: None for other, section in quoted.get(source, ()) if _meet(span, other)}

    for link in comparison.links:
        for index, other in ((link.a, link.b), (link.b, link.a)):
            if index not in homes and link.band == "same" and (found := list(sections(other))):
                homes[index] = found
    return homes
