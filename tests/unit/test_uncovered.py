"""What no statement covers: whole facts first, never what evidence touches, whatever the order of the sources."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.builders import a_briefing, a_source, a_statement, resolved
from tui.briefing.model import Evidence, Route, Section
from tui.documents.model import Span
from tui.evidence import compare, routes
from tui.evidence.model import ResolvedBriefing
from tui.evidence.uncovered import Fact, uncovered

FIRE = "The fire at the Kessel paper mill destroyed 40 tonnes of pulp on Friday night."
COST = "Insurer Borwin Re put the damage at 12 million euros."
BIRDS = "A flock of cranes rested beside the empty reservoir."
TEXTS = {
    "herald": f"By our correspondent\n\n{FIRE} {COST}\n\n{BIRDS}",
    "post": f"{COST}\n\nOn Friday night a fire destroyed 40 tonnes of pulp at the Kessel paper mill.",
    "radio": f"{FIRE}\n\nNobody at the harbour office answered calls.",
}
MONEY = Section("money", "Money", route=Route(("insurer", "damage")))


def of(briefing: ResolvedBriefing) -> tuple[Fact, ...]:
    comparison = compare(briefing.documents.values())
    return uncovered(briefing, comparison, routes(comparison, briefing.briefing.sections))


def briefing(*quoted: tuple[str, str], order: tuple[str, ...] = tuple(TEXTS)) -> ResolvedBriefing:
    """The articles with one statement resting on these words; the herald's body begins on its third line."""
    said = a_statement("It burned.", *(Evidence(source, words) for source, words in quoted))
    sources = [a_source(name, body_from=3 if name == "herald" else 1) for name in order]
    sections = [replace(MONEY, statements=()), Section("fire", "Fire", statements=(said,) if quoted else ())]
    return resolved(a_briefing(sources, sections), {name: TEXTS[name] for name in order})


def words(briefing: ResolvedBriefing, fact: Fact) -> set[str]:
    return {briefing.documents[told.source].text[slice(*told.span)] for told in fact.passages}


def test_facts_of_most_sources_come_first_and_know_their_section() -> None:
    here = briefing()
    fire, cost, *alone = of(here)
    assert fire.sources == ("herald", "post", "radio")
    assert (cost.sources, cost.section) == (("herald", "post"), "money")
    assert next(words(here, fact) for fact in alone) == {BIRDS}
    assert all(len(fact.passages) == 1 for fact in alone)


def test_what_stands_before_the_body_is_no_fact() -> None:
    here = briefing()
    assert not any("By our correspondent" in words(here, fact) for fact in of(here))


def test_a_fact_an_author_knows_leaves_the_passages_of_other_sources_in_the_same_section() -> None:
    here = briefing(("herald", "destroyed 40 tonnes of pulp"))
    rest = [fact for fact in of(here) if "40 tonnes" in " ".join(words(here, fact))]
    assert [(fact.sources, fact.section) for fact in rest] == [(("post",), "fire"), (("radio",), "fire")]


@settings(max_examples=25, deadline=None)
@given(
    st.sets(
        st.sampled_from([(name, Span(p.start, p.end)) for name in TEXTS for p in briefing().documents[name].passages])
    )
)
def test_no_passage_is_told_twice_or_where_evidence_stands_and_none_is_lost(
    quoted: set[tuple[str, Span]],
) -> None:
    here = briefing(*((name, TEXTS[name][slice(*span)]) for name, span in sorted(quoted)))
    left = [told for fact in of(here) for told in fact.passages]
    assert len(left) == len(set(left))
    everything = {told for fact in of(briefing()) for told in fact.passages}
    assert set(left) == everything - quoted


@given(st.permutations(list(TEXTS)))
@settings(max_examples=6, deadline=None)
def test_the_order_of_the_sources_changes_no_fact(order: list[str]) -> None:
    def told(briefing: ResolvedBriefing) -> set[tuple[frozenset[object], str]]:
        return {(frozenset(fact.passages), fact.section) for fact in of(briefing)}

    assert told(briefing(order=tuple(order))) == told(briefing())
