"""Four tasks from the first screen on, in keys the help names: each takes at most twelve."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.reader.overlay_page import inside, page, rows
from tests.reader.page import SHIPPED
from tui.reader.app import Hexapla

MOST = 12


@pytest.fixture(autouse=True)
def _a_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in ("DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind.lower()))
    monkeypatch.setenv("SSH_TTY", "/dev/pts/0")  # copies go to the terminal, never to this machine's clipboard
    monkeypatch.chdir(tmp_path)


def within(*keys: str) -> Sequence[str]:
    """The keys of a task, which are few."""
    assert len(keys) <= MOST
    return keys


async def help_names(keys: Sequence[str]) -> None:
    """Every one of the keys stands in the help, with what it does there."""
    async with page(SHIPPED, ["question_mark"], size=(200, 100)) as (app, _):
        listed = " ".join(inside(app))
        missing = [key for key in keys if f" {key} " not in listed]
    assert missing == []


def copied(app: Hexapla) -> str:
    """What went to the clipboard of the terminal."""
    return app.clipboard


async def test_both_passages_on_the_distance_to_hawaii_are_copied_with_their_citations() -> None:
    await help_names(["4", "g", "y"])
    async with page(SHIPPED, within("4", "g", "y")) as (app, _):
        assert any("Distance to Hawaii" in row and row.startswith("▌") for row in rows(app))
        text = copied(app)
    assert "5,600 kilometers" in text and "6,500km (4,000 miles)" in text
    assert text.count("paragraph 4; ") == 2 and "ENTRE News" in text and "004_c59523045772a405.txt" in text


async def test_the_china_section_is_exported() -> None:
    await help_names(["l", "e"])
    async with page(SHIPPED, within("l", "e", "o", "enter")) as (app, _):
        assert not app.overlay
    (written,) = Path().glob("*.md")
    text = written.read_text(encoding="utf-8")
    assert "## China concerns" in text and "Command restructuring" not in text


async def test_from_a_statement_to_source_004_and_back() -> None:
    await help_names(["]", "↵", "Esc"])
    there = within("right_square_bracket", "right_square_bracket", "enter")
    async with page(SHIPPED, there) as (app, pilot):
        assert app.view_name == "sources"
        assert any(row.rstrip().endswith("674 words") and " S " in row for row in rows(app)[:4])
        assert "S 004_c59523045772a405.txt" in rows(app)[-1]
        await pilot.press("escape")
        assert len(there) + 1 <= MOST and app.view_name == "sections"
        assert (app.hand.place.section, app.hand.place.statement, app.hand.place.quotation) == (0, 0, 2)


async def test_a_note_on_a_passage_is_found_again_after_a_restart() -> None:
    await help_names(["a A", "q"])
    before = within("a", *"who?", "enter", "q")
    async with page(SHIPPED, ["a", "w", "h", "o", "question_mark", "enter", "q"]) as (app, _):
        assert app.return_code == 0
    after = ["A"]
    async with page(SHIPPED, after) as (app, _):
        listed = inside(app)
        assert any("restructured" in row and "C ¶9" in row for row in listed)
        assert any("who?" in row for row in listed)
    assert len(before) + len(after) <= MOST
