"""Groups hold together: each passage is linked to two thirds of the others, and no weak chain makes one fact of two."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.evidence.comparing.groups import groups
from tui.evidence.comparing.model import Band, Link

PASSAGES, A_DOCUMENT = 15, 3
HOME = {index: index // A_DOCUMENT for index in range(PASSAGES)}
BANDS: tuple[Band, ...] = "same", "similar"
PLACES = [(a, b) for a in range(PASSAGES) for b in range(a + 1, PASSAGES) if HOME[a] != HOME[b]]

drawn = st.dictionaries(
    st.sampled_from(PLACES), st.tuples(st.sampled_from([0.2, 0.4, 0.6, 0.8]), st.sampled_from(BANDS))
).map(lambda found: [Link(a, b, score, band) for (a, b), (score, band) in sorted(found.items())])


def _linked(links: list[Link]) -> set[frozenset[int]]:
    return {frozenset((link.a, link.b)) for link in links}


@settings(deadline=None, max_examples=60)
@given(drawn)
def test_every_passage_of_a_group_is_linked_to_two_thirds_of_those_of_other_documents(links: list[Link]) -> None:
    linked = _linked(links)
    for group in groups(links, HOME):
        for one in group:
            others = [other for other in group if HOME[other] != HOME[one]]
            assert 3 * sum(frozenset((one, other)) in linked for other in others) >= 2 * len(others) > 0


@settings(deadline=None, max_examples=40)
@given(drawn)
def test_no_passage_is_in_two_groups_and_each_link_of_band_same_of_two_alone_makes_one(links: list[Link]) -> None:
    found = groups(links, HOME)
    members = [index for group in found for index in group]
    assert len(members) == len(set(members))
    busy = [index for link in links for index in link[:2]]
    for link in links:
        if busy.count(link.a) == busy.count(link.b) == 1:
            assert (link.a, link.b) in found


@settings(deadline=None, max_examples=40)
@given(drawn, st.randoms())
def test_the_order_of_the_links_changes_no_group(links: list[Link], random: st.DataObject) -> None:
    mixed = list(links)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert groups(links, HOME) == groups(mixed, HOME)


def test_a_third_passage_must_be_linked_to_both_others() -> None:
    firm, other = Link(0, 3, 0.6, "similar"), Link(3, 6, 0.55, "similar")
    assert groups([firm, other], HOME) == ((0, 3),)
    assert groups([firm, other, Link(0, 6, 0.25, "similar")], HOME) == ((0, 3, 6),)


def test_a_weak_link_brings_no_fourth_passage_that_is_linked_to_two_alone() -> None:
    three = [Link(0, 3, 0.9, "similar"), Link(0, 6, 0.9, "similar"), Link(3, 6, 0.9, "similar")]
    for score, group in ((0.6, (0, 3, 6, 9)), (0.4, (0, 3, 6))):
        assert groups([*three, Link(0, 9, score, "similar"), Link(3, 9, 0.3, "similar")], HOME) == (group,)
