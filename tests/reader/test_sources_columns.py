"""The Sources view: who stands where, and what heads and rules say."""

from __future__ import annotations

import pytest

from tests.reader.made import briefing
from tests.reader.page import made
from tests.reader.sources_page import column, footer, row_with, rows, sources, style_at, view
from tests.unit.builders import a_statement
from tui.briefing.model import Section
from tui.reader.hand import Place


async def test_three_sources_stand_side_by_side_at_120_columns() -> None:
    async with sources(keys=["j"]) as (app, _):
        bar, head, rule = rows(app)[:3]
        assert bar.rstrip().endswith("2 of 6  C E S")
        assert bar.startswith("▌1.2 It goes on reporting to Indo-Pacific Command.")
        assert [head[at : at + 40].split("  ")[0] for at in (0, 40, 80)] == [" C", " E", " S"]
        assert "CNN" in head and "824 words" in head and "outlet not stated" in head
        assert rule == "━" * 36 + " ¶9 " + "─" * 34 + " ≠ ¶4 " + "─" * 36 + " ¶4 "


async def test_a_wide_head_tells_the_file_of_a_source_whose_outlet_is_not_stated() -> None:
    async with sources((200, 50)) as (app, _):
        assert " S  outlet not stated  004_c59523045772a405.txt  " in rows(app)[1]


async def test_paragraphs_have_their_number_a_stripe_and_a_blank_row_after() -> None:
    async with sources(keys=["j"]) as (app, _):
        first = column(app, 0)
        at = row_with(first, " 9 Under the new plan, U.S. forces in")
        assert first[at - 1].strip() == ""
        assert first[at + 1] == "  ▎Japan would be “restructured” into  "[:38]
        assert first[at + 3].startswith("  ▌reporting to the U.S. Indo-Pacific")


async def test_evidence_of_all_columns_stands_level_a_third_down() -> None:
    async with sources(keys=["j"]) as (app, _):
        level = 3 + view(app).columns.focused.height // 3
        assert "reporting to the U.S. Indo-Pacific" in column(app, 0)[level]
        assert "would" in column(app, 1)[level]
        assert "whilst nonetheless" in column(app, 2)[level]


@pytest.mark.parametrize(
    ("size", "shown", "hidden"), [((200, 50), "CES", ""), ((80, 24), "CE", "S ›"), ((60, 20), "C", "E S ›")]
)
async def test_narrow_windows_show_fewer_sources_and_name_the_others(
    size: tuple[int, int], shown: str, hidden: str
) -> None:
    async with sources(size, keys=["j"]) as (app, _):
        head = rows(app)[1]
        assert "".join(view(app).columns.all[n].source.letter for n in view(app).columns.shown) == shown
        assert hidden in head


async def test_the_page_follows_the_focus_sideways() -> None:
    async with sources((60, 20), keys=["j", "l", "l"]) as (app, _):
        head = rows(app)[1]
        assert head.startswith(" S ")
        assert "‹ C E" in head and "›" not in head


async def test_the_rubric_is_under_the_source_in_focus_only() -> None:
    async with sources(keys=["l"]) as (app, _):
        rule = rows(app)[2]
        assert rule[:30] == "─" * 30
        assert rule[40:70] == "━" * 30
        assert "E ENTRE News" in footer(app)


async def test_a_silent_source_says_so_and_stays_where_it_was() -> None:
    async with sources(keys=["j"]) as (app, pilot):
        before = column(app, 1)[3:]
        await pilot.press("j")  # 1.3: ENTRE is silent
        assert "· silent on this" in rows(app)[2][40:80]
        assert [row[3:] for row in column(app, 1)[3:]] == [row[3:] for row in before]
        assert "C · S" in rows(app)[0]


async def test_strong_evidence_faint_evidence_and_plain_prose_have_their_own_ink() -> None:
    async with sources(keys=["j"]) as (app, _):
        first = column(app, 0)
        strong = row_with(first, "▌reporting to the U.S.")
        faint = row_with(first, "▎a joint force headquarters")
        plain = row_with(first, "dominant power, observers say.")
        ink = app.ink
        assert style_at(app, 3, strong)[:2] == (ink.colour("foreground"), ink.colour("strong:0"))
        assert style_at(app, 3, faint)[:2] == (ink.colour("soft"), ink.colour("faint:0"))
        assert style_at(app, 3, plain)[:2] == (ink.colour("prose"), ink.colour("background"))
        assert style_at(app, 2, strong)[0] == ink.colour("mark:0")


async def test_where_statements_share_words_the_one_in_hand_wins() -> None:
    async with sources() as (app, pilot):
        at = row_with(column(app, 0), "reporting to the U.S. Indo-Pacific")
        assert style_at(app, 3, at)[1] == app.ink.colour("strong:0")
        assert style_at(app, 3, at - 1)[1] == app.ink.colour("strong:0")
        await pilot.press("j")
        at = row_with(column(app, 0), "reporting to the U.S. Indo-Pacific")
        assert style_at(app, 3, at)[1] == app.ink.colour("strong:0")
        assert style_at(app, 3, at - 1)[1] == app.ink.colour("faint:0")


async def test_the_apparatus_is_dim_italic_and_stands_together() -> None:
    async with sources(keys=["g"]) as (app, _):
        first = column(app, 0)
        credit, dateline = row_with(first, "Issei Kato/Reuters"), row_with(first, " 3 CNN")
        assert credit == 3
        assert not any(row.strip() == "" for row in first[credit:dateline])
        ink, ground, _, italic, _ = style_at(app, 3, credit)
        assert (ink, ground, italic) == (app.ink.colour("dim"), app.ink.colour("background"), True)


async def test_the_strip_beside_a_column_says_where_lit_words_lie() -> None:
    async with sources(keys=["j"]) as (app, _):
        strip = [row[38] for row in rows(app)[3:]]
        thumb = [row[39] for row in rows(app)[3:]]
        assert set(strip) == {" ", "▐", "▕"}
        assert strip.index("▐") in (thumb.index("▐"), thumb.index("▐") + 1)
        assert style_at(app, 38, 3 + strip.index("▕"))[0] == app.ink.colour("mark:0")
        assert style_at(app, 39, 3 + thumb.index("▐"))[0] == app.ink.colour("dim")


async def test_a_statement_that_wraps_takes_two_rows() -> None:
    async with sources((40, 20)) as (app, _):
        assert rows(app)[0].startswith("▌1.1 US Forces Japan becomes a")
        assert rows(app)[1].startswith("▌    joint force headquarters.")
        assert rows(app)[2].startswith(" C ")


async def test_forty_by_ten_is_still_usable() -> None:
    async with sources((40, 10)) as (app, pilot):
        assert len(rows(app)) == 9
        await pilot.press("j", "l", "ctrl+d", "k", "h", "G", "g")
        assert rows(app)[-1].strip()
        assert "? help" in footer(app)


@pytest.mark.parametrize("theme", ["lamp", "vellum", "mono"])
@pytest.mark.parametrize("size", [(200, 50), (120, 40), (80, 24), (60, 20), (40, 10), (20, 8), (9, 5), (3, 3)])
async def test_every_row_is_exactly_as_wide_as_the_window(theme: str, size: tuple[int, int]) -> None:
    async with sources(size, theme=theme) as (app, _):
        assert {len(row) for row in rows(app)} == {size[0]}


async def test_sources_out_of_view_to_the_left_are_not_read_as_whose_words_are_counted() -> None:
    async with sources((80, 24), keys=["l", "l"]) as (app, _):
        (head,) = [row for row in rows(app) if "‹ C" in row]
        assert " E  ENTRE News  ‹ C    " in head and "‹ C  7" not in head and " words " in head


async def test_a_page_painted_before_word_of_another_statement_has_come_is_laid_out_for_it() -> None:
    long = a_statement("A statement of so many words that it takes two rows. " * 3, identifier="long")
    found = briefing(["one"], [Section("s", "S", statements=(long, a_statement("Short.", identifier="short")))])
    async with made(found, (60, 20), keys=["2"]) as (app, _):
        app.hand.go(Place(0, 1))
        app.view.refresh()
        assert len(rows(app)) == 18 and "Short." in rows(app)[0]
