"""Passages that alone of their articles give a figure of one sort are linked from fewer shared words."""

from __future__ import annotations

import pytest

from tui.documents import from_text
from tui.evidence import compare

ONE = (
    "The ferry sank off Port Lima on Tuesday. Divers reached the wreck at dawn. Captain Ana Ruiz was unhurt. "
    "The owners blame the weather. {}"
)
OTHER = (
    "{} On Tuesday the ferry sank off Port Lima. Captain Ana Ruiz was unhurt. At dawn divers reached the wreck. "
    "Insurers blame the owners."
)


def _linked(one: str, other: str) -> bool:
    comparison = compare([from_text(ONE.format(one), "one"), from_text(OTHER.format(other), "other")])
    text = comparison.text
    return any({text(link.a), text(link.b)} == {one, other} for link in comparison.links)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The vessel was doing 19 knots when it struck.", "Its speed on striking the rocks is put at 35 km/h."),
        ("Her speed was 19 knots.", "Investigators put the speed on that stretch of water at 35 km/h."),
    ],
)
def test_one_sort_of_figure_brings_passages_together_whatever_the_figure(one: str, other: str) -> None:
    assert _linked(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The vessel was doing 19 knots when it struck.", "A bill of 5 million dollars follows for striking rocks."),
        ("Her speed was 19 knots.", "Investigators deplore the speed on that stretch of water."),
    ],
)
def test_figures_of_other_sorts_or_none_do_not(one: str, other: str) -> None:
    assert not _linked(one, other)
