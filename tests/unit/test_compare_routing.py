"""Passages to sections: by the words of the route, never against its `not`, and along links of band same."""

from __future__ import annotations

import pytest

from tui.briefing.model import Route, Section
from tui.documents import from_text
from tui.evidence import compare, routes

ONE = "The harbour pier cost 40 million euros. Fishing boats returned in the evening. Nobody was hurt."
OTHER = "The pier cost 45 million euros. The mayor gave a speech about herring prices."


def _routed(*sections: Section) -> list[tuple[str, ...]]:
    comparison = compare([from_text(ONE, "one"), from_text(OTHER, "other")])
    return list(routes(comparison, sections))


def test_a_passage_goes_where_a_word_of_the_route_is_in_it() -> None:
    money = Section("money", "Money", route=Route(words=("costs",)))
    assert _routed(money) == [("money",), (), (), ("money",), ()]


def test_several_words_must_stand_together() -> None:
    boats = Section("boats", "Boats", route=Route(words=("fishing boat", "boats fishing")))
    assert _routed(boats) == [(), ("boats",), (), (), ()]


def test_a_word_of_not_keeps_a_passage_out() -> None:
    section = Section("money", "Money", route=Route(words=("prices", "cost"), exclude=("herring",)))
    assert _routed(section) == [("money",), (), (), ("money",), ()]


def test_a_passage_follows_the_one_it_says_the_same_as() -> None:
    section = Section("harbour", "Harbour", route=Route(words=("harbour",)))
    assert _routed(section) == [("harbour",), (), (), ("harbour",), ()]


def test_a_passage_may_belong_to_several_sections_in_their_order() -> None:
    one, two = Section("b", "B", route=Route(words=("pier",))), Section("a", "A", route=Route(words=("euros",)))
    assert _routed(one, two)[0] == ("b", "a")


def test_without_routes_nothing_is_placed() -> None:
    assert _routed(Section("empty", "Empty")) == [()] * 5


def test_a_passage_that_points_back_goes_where_the_one_before_it_goes() -> None:
    text = "The pier was paid for by the port. It took four years. Herring is cheap."
    comparison = compare([from_text(text, "one"), from_text("Gulls cried.", "other")])
    section = Section("money", "Money", route=Route(words=("paid",)))
    assert list(routes(comparison, [section])) == [("money",), ("money",), (), ()]


@pytest.mark.parametrize(
    "begins", ["It was the worst storm for years.", "Those who fish went home.", "“It is cheap,” a fisherman said."]
)
def test_a_word_that_names_something_of_its_own_or_is_quoted_points_nowhere(begins: str) -> None:
    comparison = compare([from_text(f"The pier was paid for by the port. {begins}", "one")])
    assert list(routes(comparison, [Section("pier", "Pier", route=Route(words=("pier",)))])) == [("pier",), ()]


def test_small_words_of_a_route_count_beside_a_single_word() -> None:
    text = "The study had 900 patients in Norway. Half of the patients slept."
    comparison = compare([from_text(text, "one"), from_text("Gulls cried.", "other")])
    section = Section("trial", "Trial", route=Route(words=("patients in",)))
    assert list(routes(comparison, [section])) == [("trial",), (), ()]


def test_a_denial_goes_where_what_it_denies_goes() -> None:
    text, other = "The reservoir dam at Tarn has burst.", "The Tarn dam has not burst."
    comparison = compare([from_text(text, "one"), from_text(other, "other")])
    assert [link.band for link in comparison.links] == ["similar"]
    section = Section("water", "Water", route=Route(words=("reservoir",)))
    assert list(routes(comparison, [section])) == [("water",), ("water",)]
