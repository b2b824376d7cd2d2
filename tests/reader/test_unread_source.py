"""A source that could not be read has its own sign in every view and is called silent in none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.reader.page import made, rows
from tests.unit.builders import a_briefing, a_source, a_statement
from tui.briefing.model import Difference, Evidence, Section, Value
from tui.evidence import resolve
from tui.evidence.model import ResolvedBriefing

TEXT = "The pier cost 40 million euros. It opened on Sunday."


def torn(folder: Path) -> ResolvedBriefing:
    """Of three sources the third is not there."""
    for name in "ab":
        (folder / f"{name}.txt").write_text(TEXT, encoding="utf-8")
    sources = [a_source(name, letter=name.upper(), path=folder / f"{name}.txt") for name in "abg"]
    statement = a_statement("It was dear.", Evidence("a", TEXT[:30]), Evidence("g", TEXT[:30]))
    return resolve(a_briefing(sources, [Section("s", "Money", statements=(statement,))]))


async def test_the_coverage_tells_it_from_silence(tmp_path: Path) -> None:
    async with made(torn(tmp_path), keys=["3"]) as (app, _):
        table = rows(app)
        (statement,) = [row for row in table if "1.1 It was dear" in row]
        assert "·       ?" in statement
        assert not any("÷" in row and "1/3" in row for row in table)
        assert any("? could not be read" in row for row in table)
        assert any("G" in row and "not read" in row for row in table)
        assert not any("G silent on" in row for row in table)


async def test_sections_and_sources_tell_it_from_silence(tmp_path: Path) -> None:
    async with made(torn(tmp_path), keys=["1"]) as (app, _):
        assert any("A1 B· G?" in row for row in rows(app))
        assert any(row.startswith("▌G▌? The pier") for row in rows(app))
        assert any("A · ?" in row for row in rows(app))
    async with made(torn(tmp_path), keys=["2"]) as (app, _):
        assert rows(app)[1].rstrip().endswith("not read")


async def test_differences_tell_it_from_words_that_were_proved(tmp_path: Path) -> None:
    read = torn(tmp_path).briefing
    sides = (Value("a", "The pier cost 40 million euros."), Value("g", "The pier cost 44 million euros."))
    found = resolve(replace(read, differences=(Difference("d", "s", "variant", "the cost", sides),)))
    async with made(found, keys=["4"]) as (app, _):
        assert any("G▌The pier cost 44 million euros." in row for row in rows(app))
        assert any("G▌? could not be read" in row for row in rows(app))
