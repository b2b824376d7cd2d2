"""Differences a comparison finds that a briefing does not have yet: suggestions for its author, best first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from tui.briefing.model import Difference
from tui.drafting.differences import MOST, about, places, sides
from tui.drafting.names import Ids
from tui.evidence import Quotation, ResolvedBriefing, ResolvedDifference
from tui.evidence.attach import home
from tui.evidence.comparing import Comparison
from tui.evidence.resolve import proved

_EDGES = "“”\"'‘’.,;:!?()[]"


def suggestions(
    resolved: ResolvedBriefing, comparison: Comparison, routed: Sequence[Sequence[str]] = ()
) -> tuple[ResolvedDifference, ...]:
    """The likeliest differences the author has neither noted nor put aside, every side proved.

    `comparison` is of the briefing's documents in their order, `routed` what `routes` says of it. Their numbers go
    on where the briefing's end; their ids are free in it.
    """
    return tuple(islice(_suggestions(resolved, comparison, routed), MOST))


def known(resolved: ResolvedBriefing, suggestion: ResolvedDifference) -> bool:
    """Whether the author has noted or put aside a difference with the same sides: two that differ, at least."""
    return any(_same(one, suggestion) for one in (*resolved.differences, *resolved.apart))


def _suggestions(
    resolved: ResolvedBriefing, comparison: Comparison, routed: Sequence[Sequence[str]]
) -> Iterator[ResolvedDifference]:
    ids, taken = list(resolved.documents), Ids()
    order = [source.id for source in resolved.briefing.sources]
    for difference in resolved.briefing.differences:
        taken.take(difference.id, "difference")
    number = len(resolved.differences) + len(resolved.apart)
    made: list[ResolvedDifference] = []
    for found in comparison.differences:
        values = sorted(sides(found, comparison.documents, ids), key=lambda value: order.index(value.source))
        if len({value.source for value in values}) < 2:
            continue
        bare = Difference("", "", found.kind, about(found), tuple(values))
        placed = proved(resolved, bare, number + 1)
        if known(resolved, placed) or any(_same(one, placed) for one in made):
            continue
        number += 1
        routes = [section for index in places(comparison, found) for section in (routed[index] if routed else ())]
        section = _section(resolved, placed.values, routes)
        name = taken.take(found.about, "difference")
        named = Difference(name, section, bare.kind, bare.about, bare.values, suggested=True)
        made.append(ResolvedDifference(number, named, placed.values))
        yield made[-1]


def _section(resolved: ResolvedBriefing, values: Sequence[Quotation], routes: Iterable[str]) -> str:
    """The section a statement of which is quoted beside the values, else the one most of them are routed to."""
    listed = [(one.section.id, statement) for one in resolved.sections for statement in one.statements]
    beside = home(values, [statement.quotations for _, statement in listed])
    if beside is not None:
        return listed[beside][0]
    counted = Counter(routes)
    order = [one.section.id for one in resolved.sections]
    return min(counted, key=lambda section: (-counted[section], order.index(section)), default="")


def _same(one: ResolvedDifference, other: ResolvedDifference) -> bool:
    """Whether one difference has sides of the other, of two sources that differ there: the same places or words."""
    shared = {(b.source.id, _words(b)) for a in one.values for b in other.values if _meet(a, b)}
    return len({source for source, _ in shared}) > 1 and len({words for _, words in shared}) > 1


def _meet(one: Quotation, other: Quotation) -> bool:
    if one.source.id != other.source.id:
        return False
    a, b = one.anchor.span, other.anchor.span
    if a and b and a.start < b.end and b.start < a.end:
        return True
    inner, outer = sorted((f" {_words(one)} ", f" {_words(other)} "), key=len)
    return inner in outer


def _words(quoted: Quotation) -> str:
    return " ".join(word.strip(_EDGES) for word in quoted.text.casefold().split())
