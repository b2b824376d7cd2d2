"""The statement in hand: it moves where something is, and nowhere else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.builders import a_briefing, a_source, a_statement, resolved
from tui.briefing.model import Evidence, Section
from tui.documents import Span
from tui.evidence.model import ResolvedBriefing
from tui.reader.hand import Hand, Place

TEXT = "The sun rose early. The moon set late. Rain fell all day."


def briefing(*statements: int) -> ResolvedBriefing:
    """Sections with so many statements each; every statement quotes both sources, the second one first."""
    evidence = (Evidence("two", "The moon set late."), Evidence("one", "The sun rose early."))
    made = tuple(
        Section(
            f"c{n}", f"Section {n}", statements=tuple(a_statement(f"Statement {k}", *evidence) for k in range(count))
        )
        for n, count in enumerate(statements)
    )
    return resolved(a_briefing([a_source("one"), a_source("two")], made), {"one": TEXT, "two": TEXT})


MOVES = st.lists(st.tuples(st.sampled_from(["step", "turn", "pick"]), st.integers(-3, 3)), max_size=12)


@given(st.lists(st.integers(0, 4), max_size=4), MOVES)
def test_wherever_it_goes_the_place_exists(sections: list[int], moves: list[tuple[str, int]]) -> None:
    hand = Hand(briefing(*sections))
    for name, by in moves:
        before = hand.place
        assert getattr(hand, name)(by) is (hand.place != before)
        if hand.section is not None and hand.section.statements:
            assert hand.statement is hand.section.statements[hand.place.statement]
        else:
            assert hand.statement is None and hand.quotation is None


def test_steps_stop_at_the_ends_of_the_section() -> None:
    hand = Hand(briefing(3, 2))
    assert not hand.step(-1)
    assert hand.step(9) and hand.place == Place(0, 2)
    assert not hand.step(1)


def test_turning_begins_at_the_first_statement_of_the_other_section() -> None:
    hand = Hand(briefing(3, 2), Place(0, 2))
    assert hand.turn(1) and hand.place == Place(1, 0)
    assert not hand.turn(1)


def test_quotations_are_picked_in_the_order_of_the_sources() -> None:
    hand = Hand(briefing(1))
    assert hand.quotation is not None and hand.quotation.source.id == "one"
    assert hand.pick(1) and hand.quotation.source.id == "two"
    assert not hand.pick(1)


def test_a_place_that_is_no_longer_there_is_bent_to_one_that_is() -> None:
    assert Hand(briefing(2, 1), Place(7, 7, 7)).place == Place(1, 0, 7)
    hand = Hand(briefing(2), Place(0, 0, 7))
    assert hand.quotation is not None and hand.quotation.source.id == "two"


def test_an_outlet_nobody_stated_is_never_guessed() -> None:
    hand = Hand(briefing(1))
    assert hand.name(a_source("one", outlet="The Herald")) == ("The Herald", True)
    assert hand.name(a_source("one")) == ("outlet not stated", False)
    assert hand.name(replace(a_source("one"), title="Pier opens")) == ("Pier opens", True)


def test_bare_articles_go_by_their_files() -> None:
    compared = briefing(1)
    bare = replace(compared, briefing=replace(compared.briefing, path=Path()))
    assert Hand(bare).name(a_source("one")) == ("one.txt", True)
    assert Hand(compared).name(a_source("one")) == ("outlet not stated", False)


def test_the_evidence_of_sections_is_known_by_source() -> None:
    spans = briefing(1, 0).section_spans()
    assert spans == {"c0": {"two": [Span(20, 38)], "one": [Span(0, 19)]}, "c1": {}}
