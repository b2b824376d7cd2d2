"""What one article denies, or gives the contrary of, against what another says, however far apart and told how."""

from __future__ import annotations

import pytest

from tui.documents import from_text
from tui.evidence import compare

MILL = "A fire destroyed the old mill of Tarn on Sunday. The mill had stood empty for years."
SAME = "The old mill of Tarn was destroyed by a fire on Sunday. Nobody had used the mill for years."


def _values(one: str, other: str) -> list[list[str]]:
    documents = from_text(f"{MILL}\n\n{one}", "one"), from_text(f"{SAME}\n\n{other}", "other")
    return [[value.value for value in found.values] for found in compare(documents).differences]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The heirs will sue the insurer over the turbine.",
            "For the turbine the heirs accept what the insurer offers.",
        ),
        ("Two valves of the turbine had been inspected.", "No valve of the turbine was ever examined, a miller said."),
        ("The ferry below the weir is operating.", "Ferries were halted at the weir at noon."),
        ("A steward was suspended by the guild.", "No steward has been suspended so far, the guild said."),
        ("The abbot approved the sluice gates.", "Sluice gates? They were turned down by the abbot."),
        ("The turbine was insured, the heirs said.", "There is no insurance for the turbine, the heirs said."),
        ("The curator resigned over the affair.", "The curator stays in office despite the affair."),
    ],
)
def test_what_is_said_and_denied_of_one_thing_is_one_difference(one: str, other: str) -> None:
    assert len(_values(one, other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The weir remained closed to walkers.", "The weir, opened in 1962, draws walkers in summer."),
        ("Nobody had told the miller to leave the weir.", "The mayor told reporters at the weir what had happened."),
        ("There is no way to build a weir of oak.", "The weir of oak was built by monks."),
        ("The guild gave no statement on the turbine.", "A support base of the turbine broke."),
        ("We reject the plan for the weir.", "The abbot approved the plan for the weir."),
        ("The keeper did not refuse to open the sluice.", "The keeper agreed to open the sluice."),
        ("The sluice was closed on Sunday.", "The chapel was opened by the bishop."),
        ("It is no secret that the lease ends in June.", "The miller ends the lease in June."),
        ("The abbot shook hands before leaving the weir.", "The abbot remained at the weir with his hand out."),
        ("How to lose a weir.", "The abbot of Tarn won the weir at cards."),
        ("The old keeper would have lost the weir.", "The keeper won the weir."),
        ("The guests, who had never moved a bishop, saw the knight.", "The knight fell on move 61."),
    ],
)
def test_what_is_said_of_another_time_or_thing_or_way_is_passed_over(one: str, other: str) -> None:
    assert _values(one, other) == []


def test_both_sides_are_shown_with_the_denial_and_what_it_is_of() -> None:
    one, other = "The abbot approved the sluice gates.", "Sluice gates? They were turned down by the abbot."
    assert _values(one, other) == [["approved the sluice", "were turned down by the abbot"]]
