"""Quotations that are not as their sources have them: told on opening, shown in every view, said when copied."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.reader.made import SENTENCES, briefing
from tests.reader.overlay_page import page
from tests.reader.page import footer, made, row_with, rows, screen, style_of
from tests.unit.builders import a_briefing, a_source, a_statement, resolved
from tests.unit.cli_runner import harbour
from tui.briefing.model import Difference, Evidence, Section, Value
from tui.reader import clipboard
from tui.reader.app import Hexapla
from tui.reader.glyphs import FULL, PLAIN, Glyphs
from tui.reader.hand import Hand
from tui.reader.section_rows import SectionRows

COST = ('quote: "the pier cost 40 million euros"', 'quote: "the pier cost 47 million euros"')
SIDE = (
    "{source: coast, quote: 45 million euros,",
    "{source: coast, quote: 'The pier cost 48 million euros, the mayor said',",
)
TOO_LONG = ('quote: "the pier cost 40 million euros"', 'quote: "the pier cost 40 million euros with palm trees"')
ELSEWHERE = (
    "{source: herald, quote: The harbour opened on Monday}",
    "{source: coast, quote: The harbour opened on Monday}",
)
NOWHERE = ("quote: The harbour opened on Monday", "quote: Eleven grey swans crossed the market square")


async def test_how_many_and_where_is_told_on_opening_with_the_keys_that_lead_there(tmp_path: Path) -> None:
    async with page(harbour(tmp_path, COST, SIDE)) as (app, pilot):
        told = footer(app)
        assert told.startswith(" ! 2 quotations are not as their sources have them  1.1 H, difference 1 K ")
        assert told.rstrip().endswith("press 1 or 4 to see them")
        await pilot.press("escape")
        assert footer(app).startswith(" / search")


async def test_one_is_told_as_one(tmp_path: Path) -> None:
    async with page(harbour(tmp_path, COST)) as (app, _):
        assert footer(app).startswith(" ! 1 quotation is not as its source has it  1.1 H ")
        assert footer(app).rstrip().endswith("press 1 to see it")


async def test_sections_light_the_words_that_differ_and_say_the_authors(tmp_path: Path) -> None:
    async with page(harbour(tmp_path, COST), size=(60, 40)) as (app, _):
        y = row_with(rows(app), "◐! the pier cost 40 ")
        assert rows(app)[y + 2][3:].startswith("quoted “47”, here “40”")
        lit, beside = style_of(app, "40  "), style_of(app, "cost 40  ")
        assert lit.bold and lit.bgcolor and lit.bgcolor.get_truecolor().hex == app.ink.colour("differ")
        assert not beside.bold and beside.bgcolor != lit.bgcolor


async def test_words_that_only_the_author_has_are_named(tmp_path: Path) -> None:
    async with page(harbour(tmp_path, TOO_LONG), size=(60, 40)) as (app, _):
        shown = rows(app)
        y = row_with(shown, "◐! the pier cost 40 ")
        assert shown[y + 2][3:29].strip() == "not found: “with palm"
        assert shown[y + 3][3:29].strip() == "trees”"


@pytest.mark.parametrize(
    ("change", "words", "said"),
    [
        (ELSEWHERE, "✗ The harbour opened on", ["not in this source: stands", "in H"]),
        (NOWHERE, "✗ Eleven grey swans", ["not in this source", ""]),
    ],
)
async def test_words_not_in_their_source_are_the_authors_behind_a_cross(
    tmp_path: Path, change: tuple[str, str], words: str, said: list[str]
) -> None:
    async with page(harbour(tmp_path, change), size=(60, 40)) as (app, _):
        shown = rows(app)
        y = row_with(shown, words)
        x = shown[y].index(words)
        assert [shown[y + below][x : x + 26].strip() for below in (2, 3)] == said


async def test_a_difference_with_such_a_side_is_marked_where_it_is_listed(tmp_path: Path) -> None:
    async with page(harbour(tmp_path, SIDE)) as (app, pilot):
        assert row_with(rows(app), "≠!what the pier cost") > 0
        await pilot.press("4")
        await pilot.pause()
        assert row_with(rows(app), "≠!what the pier cost") > 0


async def test_differences_say_the_status_and_the_authors_figure(tmp_path: Path) -> None:
    async with page(harbour(tmp_path, SIDE), ["4"]) as (app, _):
        y = row_with(rows(app), "! altered")
        assert "quoted “48”, here “45”" in rows(app)[y + 1]


async def test_differences_say_what_turns_a_side_round() -> None:
    texts = {"a": "The army will not attack the city.", "b": "The army will attack."}
    sides = (Value("a", "The army will", "will"), Value("b", "will attack"))
    war = Section("war", "War", statements=(a_statement("There is war.", Evidence("b", "The army will attack")),))
    both = [a_source("a"), a_source("b")]
    found = a_briefing(both, [war], [Difference("d", "war", "conflict", "war", sides)])
    async with made(resolved(found, texts), keys=["4"]) as (app, _):
        assert row_with(rows(app), "the source goes on: “not”") > row_with(rows(app), "The army will not attack")


async def test_coverage_marks_the_cell_and_says_what_the_mark_means(tmp_path: Path) -> None:
    async with page(harbour(tmp_path, COST, NOWHERE), ["3"]) as (app, _):
        shown = rows(app)
        first, second = row_with(shown, "1.1 The pier"), row_with(shown, "2.1 It opened")
        assert "◐!¶2    ● ¶2 " in shown[first] and "✗!      · " in shown[second]
        assert row_with(shown, "! not as the source has it") > 0


async def test_coverage_marks_a_source_whose_other_quotation_is_verified(tmp_path: Path) -> None:
    second = (
        "- {source: herald, quote: The harbour opened on Monday}\n          - {source: herald, quote: Fishing boats"
    )
    both = ("- {source: herald, quote: The harbour opened on Monday}", f"{second} returned in the night}}")
    async with page(harbour(tmp_path, both), ["3"]) as (app, _):
        shown = rows(app)
        assert "●!¶1" in shown[row_with(shown, "2.1 It opened")]


async def test_nothing_of_it_is_shown_where_every_quotation_holds(tmp_path: Path) -> None:
    for view in "1234":
        async with page(harbour(tmp_path), [view]) as (app, _):
            assert not any(mark in row for row in screen(app) for mark in ("!", "✗", "quoted “"))


async def test_the_head_of_a_source_says_so(tmp_path: Path) -> None:
    async with page(harbour(tmp_path, COST), ["2"]) as (app, _):
        assert rows(app)[2].split(" ━")[0].count("◐! ¶2") == 1


async def test_copying_says_that_the_words_are_the_sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[str] = []
    monkeypatch.setattr(clipboard, "native_commands", list)
    monkeypatch.setattr(Hexapla, "copy_to_clipboard", lambda self, text: taken.append(text))
    async with page(harbour(tmp_path, COST), ["escape", "y"]) as (app, pilot):
        assert taken[0].startswith("“the pier cost 40 million euros” (The Herald")
        assert footer(app).startswith(" ! copied the source’s own words  the briefing quotes them otherwise; to the ")
        await pilot.press("right_square_bracket", "y")
        assert footer(app).startswith(" copied with its citation")


async def test_what_stands_nowhere_is_not_copied_and_why_is_said(tmp_path: Path) -> None:
    async with page(harbour(tmp_path, NOWHERE), ["escape", "l", "y"]) as (app, _):
        assert footer(app).startswith(" ! nothing to copy here  the quotation in hand is not in its source")


@pytest.mark.parametrize("glyphs", [FULL, PLAIN])
@pytest.mark.parametrize("width", [30, 31, 40, 53, 80])
def test_rows_of_words_quoted_otherwise_fill_their_column_too(glyphs: Glyphs, width: int) -> None:
    quotes = (
        SENTENCES[2].replace("5,600", "9,900"),
        SENTENCES[3] + " It fell into the sea",
        "Nobody ever came by here",
    )
    statement = a_statement("The bridge was closed.", *(Evidence("one", quote) for quote in quotes))
    found = briefing(["one"], [Section("all", "All", statements=(statement,))])
    for height in (4, 10**6):
        for in_hand in (-1, 0):
            rows = SectionRows(Hand(found), glyphs, width).rows(found.sections[0], height, in_hand, 0)
            texts = ["".join(run[0] for run in row.runs) for row in rows]
            assert all(cell_len(text) == width - 1 for text in texts)
            assert any("quoted “9,900”" in text for text in texts)
