"""The Differences view: list, columns, wordings under each other, kinds, and the ways on from there."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from tests.reader.made import SENTENCES, many_sources
from tests.reader.made import briefing as made_briefing
from tests.reader.page import SHIPPED, footer, made, reader, row_with, rows, style_at
from tui.briefing.model import Difference, Section, Value
from tui.reader.app import Hexapla
from tui.reader.difference_rows import DifferenceRows
from tui.reader.glyphs import FULL
from tui.reader.hand import Hand, Place
from tui.reader.widgets.differences import DifferencesView


def view(app: Hexapla) -> DifferencesView:
    assert isinstance(app.view, DifferencesView)
    return app.view


def about(app: Hexapla) -> str:
    current = view(app).current
    assert current is not None
    return current.difference.about


async def test_the_list_names_sign_subject_and_sources_of_every_difference() -> None:
    async with reader(keys=["4"]) as (app, _):
        listed = [row[:35].rstrip() for row in rows(app)[2:9]]
        assert listed == [
            "▌≈ Austin’s announcement     · E S",
            " ≠ Reports to, or leaves?    C E S",
            " ≠ Distance to Hawaii        · E S",
            " ≈ Major, greatest, best     C E S",
            " ≠ “only” or “any” threat    · E S",
            " ◇ Wording of deterrence     · E S",
            " ≈ Agreement or MoU          C E ·",
        ]
        assert rows(app)[0].startswith(" Differences          3 ≠  3 ≈  1 ◇")


async def test_conflicts_are_red_and_everything_else_a_warning() -> None:
    async with reader(keys=["4"]) as (app, _):
        assert style_at(app, 1, 3)[0] == app.ink.colour("accent")
        assert style_at(app, 1, 5)[0] == app.ink.colour("warning")


async def test_the_apparatus_stands_beside_the_list_or_alone() -> None:
    async with reader((110, 30), keys=["4"]) as (app, _):
        assert view(app).beside
    async with reader((109, 30), keys=["4"]) as (app, _):
        assert not view(app).beside
        assert "≈ variant  Austin’s announcement" in rows(app)[2]


async def test_values_stand_in_the_columns_of_their_sources_with_their_words_around_them() -> None:
    async with reader(keys=["4", "j"]) as (app, _):
        page = [row[36:] for row in rows(app)]
        y = row_with([row[:70] for row in page], "C  CNN                ¶9")
        columns = [[row[at : at + 26].rstrip() for row in page[y + 1 :]] for at in (1, 28, 55)]
        assert [column[0] for column in columns] == ["▌reports to", "▌withdrawn from", "▌reports to"]
        assert "▌US to withdraw its" in columns[1]


async def test_who_is_silent_keeps_a_column_that_says_so() -> None:
    async with reader(keys=["4", "j", "j"]) as (app, _):
        assert "· silent" in rows(app)[row_with(rows(app), "▌5600 km")]


async def test_who_is_silent_gives_way_first_where_columns_are_few() -> None:
    async with reader((44, 24), keys=["4", "j", "j"]) as (app, _):
        page = rows(app)
        assert not any("silent" in row for row in page)
        assert "▌5600 km" in page[row_with(page, "▌6500 km")]


async def test_differing_words_are_marked_where_they_stand() -> None:
    async with reader(keys=["4", "j"]) as (app, _):
        page = rows(app)
        y = row_with(page, "▌US to withdraw its")
        x = page[y].index("withdraw")
        assert style_at(app, x, y)[1:3] == (app.ink.colour("differ"), True)


async def test_wordings_of_one_quotation_stand_word_under_word() -> None:
    async with reader(keys=["4"]) as (app, _):
        page = [row[36:] for row in rows(app)]
        first = row_with(page, "E▌The United States")
        assert page[first + 1].index("improve the USA") == page[first].index("upgrade US")
        assert page[first + 1].index("Forces Japan") == page[first].index("Forces Japan")


async def test_the_note_is_told_as_its_author_wrote_it() -> None:
    async with reader(keys=["4", "j"]) as (app, _):
        text = " ".join(row[36:].strip() for row in rows(app))
        assert "E takes it away. A question, not a verdict." in text


async def test_following_differences_show_below() -> None:
    async with reader((120, 60), keys=["4", "j", "j"]) as (app, _):
        page = [row[36:] for row in rows(app)]
        assert row_with(page, "Distance to Hawaii") < row_with(page, "Major, greatest") < row_with(page, "any” threat")


async def test_moving_takes_along_the_statement_a_difference_hangs_on() -> None:
    async with reader(keys=["4", "j", "j", "j"]) as (app, pilot):
        assert (about(app), app.hand.place) == ("Major, greatest, best", Place(1, 0))
        await pilot.press("1")
        await pilot.pause()
        assert app.hand.place == Place(1, 0)


async def test_the_view_opens_on_the_first_difference_of_the_statement_in_hand() -> None:
    async with reader(keys=["l", "j", "j", "4"]) as (app, _):
        assert about(app) == "“only” or “any” threat"


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("G", "Agreement or MoU"),
        ("Gjj", "Agreement or MoU"),
        ("Gg", "Austin’s announcement"),
        ("k", "Austin’s announcement"),
        ("J", "Major, greatest, best"),
        ("JJ", "Wording of deterrence"),
        ("JJK", "“only” or “any” threat"),
    ],
)
async def test_where_keys_lead(keys: str, expected: str) -> None:
    async with reader(keys=["4", *keys]) as (app, _):
        assert about(app) == expected


@pytest.mark.parametrize(
    ("times", "kind", "count"), [(1, "conflict", 3), (2, "variant", 3), (3, "framing", 1), (4, "all", 7)]
)
async def test_kinds_can_be_shown_alone(times: int, kind: str, count: int) -> None:
    async with reader(keys=["4", *"f" * times]) as (app, pilot):
        assert [one.difference.kind for one in view(app).shown] == [kind] * count or kind == "all"
        assert f"differences: {kind}" in footer(app) and f"{count} shown" in footer(app)
        await pilot.press("j")
        title = "Differences" if kind == "all" else f"{kind.capitalize()}s"
        assert rows(app)[0].startswith(f" {title} ")
        assert f"of {count}" in rows(app)[0]


async def test_enter_walks_both_sides_in_the_sources_and_escape_comes_back() -> None:
    async with reader(keys=["4", "j", "j", "enter"]) as (app, pilot):
        await pilot.pause()
        assert app.view_name == "sources"
        assert app.walk is not None and [hit.source for hit in app.walk.hits] == ["entre", "s004"]
        assert footer(app).startswith(" ≠ Distance to Hawaii  1/2")
        await pilot.press("n")
        assert app.walk.hit.source == "s004"
        await pilot.press("escape")
        await pilot.pause()
        assert (app.view_name, about(app)) == ("differences", "Distance to Hawaii")


async def test_copying_takes_the_passage_of_every_side_with_its_citation() -> None:
    async with reader(keys=["4", "j", "j"]) as (app, _):
        (entre, s004) = view(app).to_copy_all()
        source, document, span = entre
        passage = "Indo-Pacific Command is in the Hawaiian Islands, USA, which is 5,600 kilometers from Japan."
        assert (source.id, document.text[span.start : span.end]) == ("entre", passage)
        source, document, span = s004
        assert source.id == "s004"
        assert document.text[span.start : span.end].startswith("The United States has about 54,000 army staff")
        assert "6,500km (4,000 miles)" in document.text[span.start : span.end]


async def test_a_click_takes_a_difference_in_hand_and_a_second_one_walks_it() -> None:
    async with reader(keys=["4"]) as (app, pilot):
        await pilot.click(app.view, offset=(5, 6))
        assert about(app) == "“only” or “any” threat"
        await pilot.click(app.view, offset=(5, 6))
        await pilot.pause()
        assert app.view_name == "sources"


async def test_a_long_apparatus_scrolls_and_another_difference_begins_at_its_top() -> None:
    async with reader((80, 12), keys=["4", "j"]) as (app, pilot):
        title = rows(app)[2]
        await pilot.press("ctrl+d")
        assert title not in rows(app)
        await pilot.press("ctrl+u", "ctrl+u")
        assert rows(app)[2] == title
        await pilot.press("ctrl+d", "j")
        assert "Distance to Hawaii" in rows(app)[2]


async def test_a_long_list_keeps_the_difference_in_hand_in_view() -> None:
    async with reader((120, 14), briefing=SHIPPED, keys=["4"]) as (app, pilot):
        for _ in range(len(view(app).shown)):
            await pilot.press("j")
            assert any(row.startswith("▌") for row in rows(app))


async def test_a_briefing_without_differences_says_so() -> None:
    async with made(made_briefing(["one"], [Section("s", "S")]), keys=["4", "j", "k", "f", "enter", "y"]) as (app, _):
        assert "No difference is noted in this briefing." in " ".join(rows(app))


async def test_with_no_difference_in_hand_the_footer_names_no_key_that_acts_on_one() -> None:
    async with made(made_briefing(["one"], [Section("s", "S")]), keys=["4"]) as (app, _):
        assert footer(app).split() == ["c", "counterparts", "3", "who", "says", "what", "?", "help"]


async def test_a_section_title_too_long_for_the_head_ends_in_the_sign() -> None:
    values = tuple(Value(name, SENTENCES[2]) for name in ("one", "two"))
    difference = Difference("d", "s", "conflict", "cars", values)
    long = made_briefing(["one", "two"], [Section("s", "Bridges and harbours " * 4)], [difference])
    async with made(long, (40, 10), keys=["4"]) as (app, _):
        assert rows(app)[0].rstrip() == " 1 Bridges and harbours Bridges… 1 of 1"


async def test_of_a_difference_that_goes_on_below_the_scrollbar_says_so() -> None:
    async with reader((40, 10), keys=["4"]) as (app, pilot):
        assert "".join(row[-1] for row in rows(app)[2:]) == "▐▐▐▕▕▕▕"
        await pilot.press("ctrl+d", "ctrl+d", "ctrl+d")
        assert rows(app)[2][-1] == "▕"
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert not {"▐", "▕"} & {row[-1] for row in rows(app)}


async def test_what_is_copied_stands_in_the_order_of_the_columns_not_of_the_briefing() -> None:
    values = tuple(Value(name, SENTENCES[2]) for name in ("two", "three", "one"))
    difference = Difference("d", "s", "conflict", "cars", values)
    async with made(made_briefing(["one", "two", "three"], [Section("s", "S")], [difference]), keys=["4"]) as (app, _):
        assert [source.id for source, _, _ in view(app).to_copy_all()] == ["one", "two", "three"]


@pytest.mark.parametrize("width", [24, 40, 61, 84, 140])
@pytest.mark.parametrize("kind", ["conflict", "variant", "framing"])
def test_no_row_of_an_apparatus_is_wider_than_asked_for(kind: str, width: int) -> None:
    names = ["one", "two", "three", "four", "five"]
    values = tuple(Value(name, sentence) for name, sentence in zip(names, [*SENTENCES, SENTENCES[2]], strict=True))
    difference = Difference("d", "s", kind, "what is said of the bridge " * 6, values, note="漢字 " * 90)  # type: ignore[arg-type]
    resolved = made_briefing(names, [Section("s", "S")], [difference])
    layout = DifferenceRows(Hand(resolved), FULL, width)
    for row in layout.rows(resolved.differences[0], "1.1", True):
        assert cell_len("".join(token[0] for token in row).rstrip()) <= width


async def test_twelve_sources_stand_in_columns_below_each_other() -> None:
    async with made(many_sources(12), (120, 60), keys=["4"]) as (app, _):
        page = "\n".join(rows(app))
        assert " A  not stated " in page and " B  not stated " in page
        assert "2/12" in rows(app)[2]


async def test_a_kind_keeps_the_difference_in_hand_where_it_is_one_and_else_takes_the_nearest() -> None:
    async with reader(keys=["4", "G"]) as (app, pilot):
        view = app.view
        assert isinstance(view, DifferencesView) and view.current is not None
        for _ in range(3):
            before = view.current
            assert before is not None
            await pilot.press("f")
            order = app.resolved.differences
            assert view.current is min(view.shown, key=lambda one: abs(order.index(one) - order.index(before)))
