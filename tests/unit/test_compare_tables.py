"""What is compared between whole documents, however far apart it stands: tolls, attributes, reporting lines, names."""

from __future__ import annotations

from tui.documents import from_text
from tui.evidence import FoundDifference, compare

FIRE = "A fire destroyed the old mill of Tarn on Sunday. The mill had stood empty for years."
SAME = "The old mill of Tarn was destroyed by a fire on Sunday. Nobody had used the mill for years."


def _differences(one: str, other: str) -> tuple[FoundDifference, ...]:
    return compare([from_text(one, "one"), from_text(other, "other")]).differences


def _values(one: str, other: str) -> list[tuple[str, ...]]:
    return [tuple(value.value for value in found.values) for found in _differences(one, other)]


def test_the_only_toll_of_one_document_is_held_against_the_only_one_of_the_other() -> None:
    assert _values(f"{FIRE} Four people died.", f"{SAME} The blaze killed six.") == [("Four people", "six")]


def test_a_toll_of_an_earlier_year_is_left_out() -> None:
    assert _values(f"{FIRE} Four people died.", f"{SAME} In 1987 a blaze there killed six people.") == []


def test_what_something_cost_is_compared_when_each_document_names_one_sum() -> None:
    values = _values(f"{FIRE} Repairs would cost $3 million.", f"{SAME} Officials put the damage at $9 million.")
    assert values == [("$3 million", "$9 million")]


def test_two_sums_in_one_document_are_not_held_against_one() -> None:
    one = f"{FIRE} Repairs would cost $3 million. A new roof would cost $1 million."
    assert _values(one, f"{SAME} Officials put the damage at $9 million.") == []


def test_who_reports_to_a_body_in_one_document_and_leaves_it_in_the_other_is_a_conflict() -> None:
    one = f"{FIRE} The brigade reports to Civil Protection."
    other = f"{SAME} The city withdrew its brigade from Civil Protection."
    (found,) = _differences(one, other)
    assert (found.kind, "civil protection" in found.about or "protect" in found.about) == ("conflict", True)


def test_a_name_spelt_in_two_ways_is_a_variant() -> None:
    one, other = f"{FIRE} Mayor Katarina Lindqvist wept.", f"{SAME} Catarina Lindqvist promised help."
    (found,) = _differences(one, other)
    assert (found.kind, [value.value for value in found.values]) == (
        "variant",
        ["Katarina Lindqvist", "Catarina Lindqvist"],
    )


def test_documents_about_other_things_are_not_held_against_each_other() -> None:
    assert _values("Four people died when a boat sank.", "Six people died in a distant avalanche.") == []
