"""How sources are arranged: order and hiding hold for what a briefing still has."""

from __future__ import annotations

import pytest

from tests.reader.made import many_sources
from tui.reader.arrangement import Arrangement, arrangement
from tui.reader.widths import LEAST, Widths

FOUR = many_sources(4)
NAMES = [source.id for source in FOUR.briefing.sources]


def test_a_source_changes_places_with_the_shown_one_beside_it() -> None:
    arranged = Arrangement()
    assert arranged.hide(FOUR, 1)
    assert arranged.move(FOUR, 0, 1)
    assert arranged.shown(FOUR) == (2, 0, 3)
    arranged.show_all()
    assert arranged.shown(FOUR) == (2, 1, 0, 3)
    assert not arranged.move(FOUR, 2, -1)


def test_the_last_source_cannot_be_hidden() -> None:
    arranged = Arrangement()
    assert [arranged.hide(FOUR, number) for number in range(4)] == [True, True, True, False]
    assert (arranged.shown(FOUR), arranged.hidden(FOUR)) == ((3,), 3)
    assert arranged.shown(FOUR, guest=1) == (1, 3)


def test_a_source_can_be_hidden_where_a_briefing_has_lost_all_that_were_not() -> None:
    arranged = Arrangement(hidden=NAMES)
    assert arranged.shown(FOUR) == (0, 1, 2, 3) and arranged.hide(FOUR, 1)
    assert (arranged.shown(FOUR), arranged.hidden(FOUR)) == ((0, 2, 3), 1)


def test_an_edited_briefing_keeps_what_still_holds_of_the_order() -> None:
    arranged = Arrangement([NAMES[3], "gone", NAMES[0]], [*NAMES[:1], "gone"])
    assert arranged.shown(FOUR) == (3, 1, 2)
    assert Arrangement([], NAMES).shown(FOUR) == (0, 1, 2, 3)


@pytest.mark.parametrize(
    "said", [None, [], "x", {"order": 3, "hidden": [1, None]}, {"order": [["a"]], "hidden": "abc"}]
)
def test_whatever_a_session_says_is_an_arrangement(said: object) -> None:
    assert arrangement(said).shown(FOUR) == (0, 1, 2, 3)


def test_what_is_kept_comes_back() -> None:
    arranged = Arrangement()
    arranged.hide(FOUR, 2)
    arranged.move(FOUR, 3, -1)
    assert arrangement(arranged.kept()).shown(FOUR) == arranged.shown(FOUR) == (0, 3, 1)


def test_a_wider_column_takes_from_the_others_until_they_page() -> None:
    widths, seen = Widths(), list[list[int]]()
    for _ in range(6):
        seen.append([cells for _, cells in widths.place(["a", "b", "c"], 0, 0, 120, 3, fill=True)[1]])
        widths.turn("a", 1)
    assert seen[0] == [40, 40, 40]
    assert all(sum(cells) == 120 and (len(cells) == 1 or min(cells) >= LEAST) for cells in seen)
    assert [cells[0] for cells in seen] == sorted(cells[0] for cells in seen)
    assert len(seen[-1]) < 3


def test_columns_that_lack_stay_blank_where_they_are_even() -> None:
    widths = Widths()
    assert widths.place(["a", "b"], 0, 0, 120, 4, fill=False) == (0, [(0, 30), (30, 30)])
    assert widths.place([], 0, 0, 120, 4, fill=False) == (0, [])


@pytest.mark.parametrize("said", [None, 3, {"steps": [1]}, {"steps": {"a": 99, "b": True, "c": "x"}, "zoomed": 1}])
def test_damaged_widths_are_ignored(said: object) -> None:
    widths = Widths()
    widths.take_up(said)
    assert widths.kept() == {}
