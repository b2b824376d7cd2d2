"""The Timeline view: dates in order, whose words they rest on, the undated last, and the way to the source."""

from __future__ import annotations

import pytest

from tests.reader.made import hard_words, many_sources
from tests.reader.page import SHIPPED, footer, made, reader, row_with, rows, screen, style_at
from tests.unit.builders import a_briefing, a_source, resolved
from tui.briefing.model import Evidence, Section, Statement
from tui.evidence.model import ResolvedBriefing
from tui.reader.app import Hexapla
from tui.reader.glyphs import PLAIN
from tui.reader.hand import Place

TEXT = "The bridge was opened on 4 May 1911. It was closed on 12 March 2024. Nobody was hurt."


def dated() -> ResolvedBriefing:
    """Three statements of two sources, two of them dated."""
    both = (Evidence("a", TEXT[:35]), Evidence("b", TEXT[:35]))
    statements = (
        Statement("closed", "It was closed on 12 March 2024.", (Evidence("b", "It was closed on 12 March 2024"),)),
        Statement("hurt", "Nobody was hurt.", (Evidence("a", "Nobody was hurt"),)),
        Statement("opened", "The bridge is old.", both),
    )
    sources = [a_source("a", letter="A"), a_source("b", letter="B")]
    return resolved(a_briefing(sources, [Section("one", "One", statements=statements)]), {"a": TEXT, "b": TEXT})


def in_hand(app: Hexapla) -> str:
    """The row with the bar."""
    (row,) = [row for row in rows(app) if row.startswith("▌")]
    return row.rstrip()


async def test_without_colour_the_letter_in_hand_stands_out_of_its_reversed_row() -> None:
    environ = {"TERM": "xterm-256color", "NO_COLOR": "1"}
    async with reader(keys=["5"], environ=environ) as (app, _):
        y = next(n for n, row in enumerate(rows(app)) if row.startswith("▌"))
        quoted = app.hand.quotation
        assert quoted is not None
        letters = [segment for segment in app.view.render_line(y) if segment.text in ("C", "E", "S")]
        plain = [segment.text for segment in letters if segment.style and not segment.style.reverse]
        assert len(letters) > 1 and plain == [quoted.source.letter]


async def test_events_stand_in_order_parted_by_blank_rows_the_undated_last() -> None:
    async with made(dated(), keys=["5", "g"]) as (app, _):
        assert [row.rstrip() for row in rows(app)[:8]] == [
            " When        AB  2 dated, 1 not",
            "─" * 120,
            "▌1911-05-04  AB ▌“The bridge was opened on 4 May 1911”",
            "",
            " 2024-03-12  ·B ▎It was closed on 12 March 2024",
            "",
            " undated     A· ▎Nobody was hurt",
            "",
        ]


async def test_a_row_in_hand_is_the_statement_in_hand_in_every_view() -> None:
    async with made(dated(), keys=["5", "g", "j"]) as (app, pilot):
        assert app.hand.place == Place(0, 0)
        assert in_hand(app).startswith("▌2024-03-12")
        assert footer(app).rstrip().endswith("1.1  1 of 2")
        await pilot.press("j", "j", "j")
        assert in_hand(app).startswith("▌undated")
        await pilot.press("1", "g", "5")
        assert in_hand(app).startswith("▌2024-03-12")


async def test_l_picks_another_source_and_enter_leads_to_its_words() -> None:
    async with made(dated(), keys=["5", "g", "l"]) as (app, pilot):
        assert app.hand.quotation is not None and app.hand.quotation.source.id == "b"
        chip = style_at(app, 14, 2)
        assert (chip[0], chip[1]) == (app.ink.colour("page"), app.ink.colour("mark:1"))
        assert style_at(app, 16, 2)[0] == app.ink.colour("mark:1")
        await pilot.press("enter")
        assert app.view_name == "sources"
        await pilot.press("ctrl+o")
        assert (app.view_name, in_hand(app)[1:11]) == ("timeline", "1911-05-04")


async def test_a_click_takes_a_row_and_a_second_one_leads_on() -> None:
    async with made(dated(), keys=["5", "g"]) as (app, pilot):
        await pilot.click("#timeline", offset=(30, 4))
        assert in_hand(app).startswith("▌2024-03-12")
        await pilot.click("#timeline", offset=(30, 3))
        assert in_hand(app).startswith("▌2024-03-12")
        await pilot.click("#timeline", offset=(30, 4))
        assert app.view_name == "sources"


async def test_the_shipped_briefing_is_told_in_order() -> None:
    async with reader(briefing=SHIPPED, keys=["5"]) as (app, _):
        table = rows(app)
        assert "5 Timeline" in screen(app)[0]
        assert row_with(table, "2024-04 ") < row_with(table, "2025-03 ") < row_with(table, "by 2027 ")
        assert "C·· ▎Biden and Kishida" in table[row_with(table, "2024-04 ")]


@pytest.mark.parametrize("size", [(120, 40), (60, 20), (40, 10)])
async def test_every_row_fills_the_width_and_the_row_in_hand_is_in_view(size: tuple[int, int]) -> None:
    async with reader(size, briefing=SHIPPED, keys=["5", "G"]) as (app, pilot):
        assert in_hand(app)
        assert all(len(row) == size[0] for row in rows(app))
        await pilot.press("g")
        assert in_hand(app)
        await pilot.press("ctrl+d", "ctrl+u")
        assert in_hand(app)


async def test_many_sources_are_counted_instead_of_named() -> None:
    async with made(many_sources(12), keys=["5"]) as (app, _):
        assert "12/12" in in_hand(app)


async def test_plain_signs_and_terminals_without_colour_read_the_same() -> None:
    async with made(dated(), depth="mono", glyphs=PLAIN, keys=["5", "g"]) as (app, _):
        assert [row.split()[0] for row in rows(app)[2:] if row.strip()] == ["|1911-05-04", "2024-03-12", "undated"]


async def test_wide_characters_and_long_words_keep_the_edge() -> None:
    async with made(hard_words(), (52, 20), keys=["5"]) as (app, _):
        from rich.cells import cell_len

        assert {cell_len(row) for row in rows(app)} == {52}


async def test_words_that_begin_with_a_quotation_mark_stand_between_other_ones() -> None:
    text = "“We open on 4 May 1911,” the mayor said."
    statements = (Statement("s", "It was announced.", (Evidence("a", text),)),)
    briefing = a_briefing([a_source("a", letter="A")], [Section("one", "One", statements=statements)])
    async with made(resolved(briefing, {"a": text}), keys=["5"]) as (app, _):
        assert in_hand(app) == "▌1911-05-04  A ▌‘“We open on 4 May 1911,” the mayor said.’"


@pytest.mark.parametrize("width", [80, 60, 40])
async def test_a_date_is_not_cut_in_a_narrow_window(width: int) -> None:
    said = ("It has been closed since December 2023", "It stays open until 4 May 2024")
    statements = [Statement(f"s{at}", f"{words}.", (Evidence("a", words),)) for at, words in enumerate(said)]
    found = a_briefing([a_source("a")], [Section("one", "One", statements=tuple(statements))])
    async with made(resolved(found, {"a": ". ".join(said)}), (width, 20), keys=["5"]) as (app, _):
        shown = "\n".join(rows(app))
        assert "since 2023-12 " in shown and "until 2024-05-04 " in shown
