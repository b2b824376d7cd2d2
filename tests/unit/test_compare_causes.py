"""What came of what: causes of one thing that differ are a conflict, and never support each other."""

from __future__ import annotations

import pytest

from tui.documents import from_text
from tui.drafting import draft, yaml_text
from tui.evidence import FoundDifference, compare

SHARED = (
    "The ferry Nordlys ran aground off Skarholm with 214 people on board, the coast guard said. "
    "The passengers of the Nordlys were taken to Skarholm by boat."
)
CONFLICTS = [
    ("Investigators said that fog had caused the accident.", "A failure of the steering caused the accident."),
    ("The accident was caused by fog.", "A failure of the steering caused the accident."),
    ("A crew member said the accident at the cape was caused by fog.", "Old charts had caused the accident."),
    ("The crossing was late because of fog.", "The crossing was late because of a strike."),
]
AGREEING = [
    ("Thick fog had caused the accident.", "The accident was caused by fog."),
    ("Fog had caused the accident.", "A storm caused the delay."),
    ("Fog may have caused the accident.", "A failure of the steering caused the accident."),
    ("Fog had not caused the accident.", "A failure of the steering caused the accident."),
    ("The owner denied that fog caused the accident.", "A failure of the steering caused the accident."),
    ("Hansen caused the accident.", "The mate caused the accident."),
    ("The closure of the harbour was caused by fog.", "The accident at the harbour was caused by old charts."),
    ("The crossing was late on Monday because of fog.", "The crossing was late on Friday because of a strike."),
]


def _told(one: str, other: str) -> tuple[FoundDifference, ...]:
    found = compare([from_text(f"{SHARED}\n\n{one}", "one"), from_text(f"{SHARED}\n\n{other}", "other")]).differences
    return tuple(difference for difference in found if difference.about.startswith("cause"))


@pytest.mark.parametrize(("one", "other"), CONFLICTS)
def test_different_causes_of_one_thing_are_a_conflict(one: str, other: str) -> None:
    (found,) = _told(one, other)
    assert found.kind == "conflict"
    assert [value.value in text for value, text in zip(found.values, (one, other), strict=True)] == [True, True]


@pytest.mark.parametrize(("one", "other"), AGREEING)
def test_one_cause_told_twice_another_effect_and_what_is_doubted_are_none(one: str, other: str) -> None:
    assert _told(one, other) == ()


@pytest.mark.parametrize(
    ("fog", "role"), [("Fog had caused the accident", "contradicts"), ("Fog may have caused the accident", "partly")]
)
def test_a_draft_takes_no_other_cause_as_support(fog: str, role: str) -> None:
    board = "off the northern cape of Skarholm island on Tuesday evening, the accident board said."
    steering = f"A failure of the steering caused the accident {board}"
    articles = [
        from_text(f"{SHARED}\n\n{fog} {board}", "a"),
        from_text(f"{SHARED}\n\n{steering}", "b"),
    ]
    statements = [statement for section in draft(articles).briefing.sections for statement in section.statements]
    assert [{one.role for one in statement.evidence} for statement in statements if "accident" in statement.text] == [
        {"supports", role}
    ]


def test_a_difference_of_a_draft_says_that_it_is_only_suggested() -> None:
    one, other = (from_text(f"{SHARED}\n\n{told}", name) for name, told in zip("ab", CONFLICTS[0], strict=True))
    briefing = draft([one, other]).briefing
    assert briefing.differences
    assert all(found.suggested for found in briefing.differences)
    assert yaml_text(briefing).count("\n    suggested: true\n") == len(briefing.differences)
