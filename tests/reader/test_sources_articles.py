"""The Sources view over articles of every kind: bare, unreadable, wide, many."""

from __future__ import annotations

from pathlib import Path

from rich.cells import cell_len

from tests.reader.sources_page import COLOURS, column, footer, row_with, rows, sources, style_at, view
from tui.briefing import read as read_briefing
from tui.briefing.model import Briefing
from tui.evidence import resolve
from tui.reader.app import Hexapla
from tui.reader.start import make_app, themes


def bare(*articles: Path) -> Hexapla:
    """The reader on articles without a briefing."""
    return make_app(articles=articles, environ=COLOURS)


def read(path: Path) -> Briefing:
    """The briefing of a file, whatever there is to find fault with."""
    briefing = read_briefing(path).briefing
    assert briefing is not None
    return briefing


def written(folder: Path, **texts: str) -> list[Path]:
    """Articles with these texts, named by their keys."""
    paths = []
    for name, text in texts.items():
        path = folder / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths


LONG = "\n\n".join(f"Paragraph {number} says something about the matter in hand." for number in range(120))


async def test_bare_articles_stand_under_their_file_names_without_a_statement(tmp_path: Path) -> None:
    app = bare(*written(tmp_path, first=LONG, second="Only this."))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        head, rule = rows(app)[:2]
        assert "first.txt" in head and "second.txt" in head and "2 words" in head
        assert rule == "━" * 59 + " " + "─" * 59 + " "
        assert "j k line" in footer(app)


async def test_j_and_k_scroll_a_line_where_there_are_no_statements(tmp_path: Path) -> None:
    app = bare(*written(tmp_path, first=LONG))
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.press("j", "j", "down", "k")
        assert view(app).columns.focused.row == 2
        assert column(app, 0)[2].startswith("  2 Paragraph 1 says")


async def test_paragraph_numbers_of_three_digits_get_their_cell(tmp_path: Path) -> None:
    app = bare(*written(tmp_path, first=LONG))
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.press("G")
        assert column(app, 0)[-1].startswith("120 Paragraph 119 says something")


async def test_an_article_all_in_view_has_no_place_and_no_thumb(tmp_path: Path) -> None:
    app = bare(*written(tmp_path, only="A line.\n\nAnd another."))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("G", "j", "ctrl+d")
        assert "%" not in footer(app)
        assert not any("▐" in row for row in rows(app))
        assert column(app, 0)[2].startswith(" 1 A line.")


async def test_wide_characters_keep_the_columns_straight(tmp_path: Path) -> None:
    chinese = "日本と米国の外務・防衛担当閣僚は二十八日、東京で会談した。" * 20
    app = bare(*written(tmp_path, one=chinese, two="x" * 200 + " word", three="e\u0301" * 300))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        assert {cell_len(row) for row in rows(app)} == {120}


async def test_many_sources_page_sideways_and_are_counted(tmp_path: Path) -> None:
    texts = {f"article{number}": f"Text of article {number}. " * 40 for number in range(9)}
    app = bare(*written(tmp_path, **texts))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        assert "6 ›" in rows(app)[0]
        await pilot.press(*["l"] * 5)
        assert view(app).columns.shown == (3, 4, 5)
        assert "‹" in rows(app)[0] and "›" in rows(app)[0]
        await pilot.press(*["l"] * 9)
        assert view(app).columns.shown == (6, 7, 8)
        await pilot.press(*["h"] * 2)
        assert view(app).columns.shown == (6, 7, 8)


async def test_a_source_that_cannot_be_read_says_so_in_its_column(tmp_path: Path) -> None:
    (tmp_path / "there.txt").write_text("This one is there and says so.", encoding="utf-8")
    briefing = tmp_path / "b.yaml"
    briefing.write_text(
        "version: 1\nid: b\ntitle: B\nsources:\n  a: {file: there.txt}\n  b: {file: gone.txt}\n"
        "sections:\n  - id: s\n    title: S\n    statements:\n      - text: It is there.\n"
        "        evidence: [{source: a, quote: This one is there}]\n",
        encoding="utf-8",
    )
    async with sources(briefing=briefing) as (app, pilot):
        assert any(row.startswith(" ✗ ") for row in column(app, 1))
        assert "gone.txt" in "".join(row[3:].rstrip() for row in column(app, 1))
        assert "words" not in rows(app)[1][60:]
        await pilot.press("l", "j", "G", "g", "h")
        assert "This one is there" in "".join(column(app, 0))


async def test_words_a_quotation_has_otherwise_are_marked_in_the_source(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("About 54,000 soldiers of the United States are stationed in Japan today.")
    briefing = tmp_path / "b.yaml"
    briefing.write_text(
        "version: 1\nid: b\ntitle: B\nsources:\n  a: {file: a.txt}\n"
        "sections:\n  - id: s\n    title: S\n    statements:\n      - text: Many soldiers.\n"
        '        evidence: [{source: a, quote: "About 45,000 soldiers of the United States are stationed in Japan"}]\n',
        encoding="utf-8",
    )
    app = Hexapla(resolve(read(briefing)), themes("lamp"))
    async with app.run_test(size=(120, 20)) as pilot:
        await pilot.press("2")
        await pilot.pause()
        at = row_with(rows(app), "54,000")
        x = rows(app)[at].index("54,000")
        assert style_at(app, x, at)[:3] == (app.ink.colour("foreground"), app.ink.colour("differ"), True)
        assert style_at(app, x - 3, at)[1] == app.ink.colour("strong:0")
        assert "◐! ¶1" in rows(app)[2]


async def test_more_of_an_article_than_a_slice_can_lay_out_comes_with_time(tmp_path: Path) -> None:
    app = bare(*written(tmp_path, long="\n\n".join("word " * 30 for _ in range(6000))))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert column(app, 0)[2].lstrip().startswith("1 word word")
        while view(app).columns.focused.blocks.words is None:
            await pilot.pause()
        assert view(app).columns.focused.blocks.words == 180_000
        await pilot.press("G")
        assert "100 %" in footer(app)
