"""The same articles give the same answer, in whatever order they come."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.compared_articles import event, seeds
from tui.documents import Document, from_text
from tui.evidence import Comparison, compare

POOLS = {"seeds": seeds(), "storm": event("storm"), "ruling": event("ruling")}
SENTENCES = [
    "The ferry sank off Port Lima on Tuesday.",
    "At least 14 passengers drowned when the ferry sank.",
    "The ferry went down near Port Lima; 17 passengers drowned.",
    "Captain Ana Ruiz said the engine had failed.",
    "Captain Anna Ruiz denied that the engine failed.",
    "“We heard a loud noise and then there was water everywhere,” a passenger said.",
    "The harbour office reports to the interior ministry.",
    "The harbour office withdrew from Interpol.",
    "Divers searched the wreck for 3 hours.",
    "Divers searched the wreck for five hours.",
]

articles = st.lists(st.sampled_from(SENTENCES), max_size=6).map(" ".join)


def _plain(comparison: Comparison) -> tuple[object, ...]:
    """The answer told by the words of the passages instead of their numbers."""
    where = [
        (comparison.documents[place.document].source, comparison.span(index))
        for index, place in enumerate(comparison.passages)
    ]
    links = {(frozenset((where[link.a], where[link.b])), link.score, link.band) for link in comparison.links}
    groups = {frozenset(where[index] for index in group) for group in comparison.groups}
    differences = {
        (one.kind, one.about, frozenset((comparison.documents[v.document].source, v.span, v.value) for v in one.values))
        for one in comparison.differences
    }
    return links, groups, {where[index] for index in comparison.only}, differences


@pytest.mark.parametrize("name", sorted(POOLS))
def test_turning_the_order_round_changes_nothing(name: str) -> None:
    assert _plain(compare(POOLS[name])) == _plain(compare(POOLS[name][::-1]))


@settings(deadline=None, max_examples=60)
@given(st.lists(articles, min_size=2, max_size=4), st.randoms())
def test_no_order_changes_anything(texts: list[str], random: st.DataObject) -> None:
    documents = [from_text(text, f"article {number}") for number, text in enumerate(texts)]
    mixed: list[Document] = list(documents)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert _plain(compare(documents)) == _plain(compare(mixed))


@settings(deadline=None, max_examples=60)
@given(st.lists(articles, min_size=1, max_size=4))
def test_every_number_in_an_answer_means_something(texts: list[str]) -> None:
    comparison = compare([from_text(text, f"article {number}") for number, text in enumerate(texts)])
    for link in comparison.links:
        assert link.a < link.b
        assert comparison.passages[link.a].document != comparison.passages[link.b].document
        assert 0 < link.score <= 1
    for group in comparison.groups:
        assert list(group) == sorted(set(group))
        assert len({comparison.passages[index].document for index in group}) >= 2
    for found in comparison.differences:
        assert len({value.document for value in found.values}) == len(found.values) >= 2
        for value in found.values:
            text = comparison.documents[value.document].text
            assert value.value == " ".join(text[value.span.start : value.span.end].split())


@pytest.mark.parametrize("name", sorted(POOLS))
def test_an_article_does_not_differ_from_its_copy(name: str) -> None:
    for document in POOLS[name]:
        comparison = compare([document, from_text(document.text, "copy")])
        assert comparison.differences == ()
        assert comparison.only == ()
