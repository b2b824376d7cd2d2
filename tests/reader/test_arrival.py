"""What is told when a briefing arrives: articles changed, unreadable or not plain; and the greeting of a first run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reader.overlay_page import LOOK, footer, open_at, page, rows, style_at
from tests.unit.cli_runner import harbour
from tui import resources
from tui.documents import ArticleError
from tui.reader import start as starting
from tui.reader.app import Hexapla
from tui.reader.widgets.first_run import is_first_run


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


async def test_nothing_is_told_where_nothing_is_amiss(tmp_path: Path) -> None:
    async with page(harbour(tmp_path)) as (app, _):
        assert footer(app).startswith(" / search")


async def test_an_article_that_changed_is_told_with_what_still_stands(tmp_path: Path) -> None:
    path = harbour(tmp_path)
    write(tmp_path / "herald.txt", "The harbour opened on Monday. The pier cost 41 million euros.\n")
    async with page(path) as (app, pilot):
        assert footer(app).rstrip() == (
            " ! H The Herald changed since this briefing was written: 1 of 3 quotations still stand as quoted"
        )
        mark = style_at(app, "H The Herald changed")
        assert mark.bold and mark.color and mark.color.get_truecolor().hex == app.ink.colour("mark:0")
        assert not style_at(app, "The Herald changed").bold
        await pilot.press("escape")
        assert footer(app).startswith(" ! 2 quotations are not as their sources have them  1.1 H, difference 1 H")
        await pilot.press("j", "l")
        assert footer(app).startswith(" / search")


async def test_at_80_columns_the_figures_are_not_cut_off(tmp_path: Path) -> None:
    path = harbour(tmp_path)
    write(tmp_path / "herald.txt", "The harbour opened on Monday.\n")
    async with page(path, size=(80, 24)) as (app, _):
        assert footer(app).rstrip() == " ! H The Herald changed: 1 of 3 quotations still stand"


async def test_several_that_changed_are_one_message(tmp_path: Path) -> None:
    path = harbour(tmp_path)
    for name in ("herald.txt", "coast.txt"):
        write(tmp_path / name, "The harbour opened on Monday.\n")
    async with page(path) as (app, _):
        assert footer(app).startswith(" ! 2 articles changed since this briefing was written  quotations that still")
        assert "H 1 of 3" in footer(app) and "K 0 of 2" in footer(app)


async def test_an_article_that_cannot_be_read_is_told_first_then_what_changed_then_what_was_not_plain(
    tmp_path: Path,
) -> None:
    path = harbour(tmp_path)
    (tmp_path / "coast.txt").unlink()
    write(tmp_path / "herald.txt", "The harbour\u200b opened on Monday.\n")
    async with page(path, size=(200, 40)) as (app, pilot):
        assert footer(app).startswith(" ✗ K ") and "coast.txt" in footer(app)
        await pilot.press("escape")
        assert footer(app).startswith(" ! H The Herald changed since")
        await pilot.press("j", "l")
        assert footer(app).startswith(" ! 2 quotations are not as")
        await pilot.press("escape")
        assert footer(app).startswith(" ! H 1 invisible character shown as �")
        await pilot.press("h")
        assert footer(app).startswith(" / search")


async def test_notices_of_several_articles_are_one_message(tmp_path: Path) -> None:
    path = harbour(tmp_path)
    yaml = "\n".join(line for line in path.read_text(encoding="utf-8").split("\n") if "sha256" not in line)
    write(path, yaml)
    for name in ("herald.txt", "coast.txt"):
        write(tmp_path / name, "\u202eThe harbour opened on Monday.\n")
    async with page(path, ["escape"], size=(200, 40)) as (app, _):
        assert footer(app).startswith(" ! articles  H 1 character that changes the direction of text shown as �  K 1 ")


async def test_word_of_an_act_does_not_swallow_what_waits(tmp_path: Path) -> None:
    path = harbour(tmp_path)
    (tmp_path / "coast.txt").unlink()
    write(tmp_path / "herald.txt", "The harbour opened on Monday.\n")
    async with page(path) as (app, pilot):
        await pilot.press("t")
        assert footer(app).startswith(" theme  vellum")
        app.dismiss_message()
        await pilot.pause()
        assert "The Herald changed" in footer(app)


# -- the first run


async def test_whoever_is_new_is_greeted_above_the_footer_until_escape() -> None:
    app = open_at(LOOK)
    app.first_run = True
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert rows(app)[-2] == (
            "▌New here?  j k moves the statement, ↵ opens its sources, / finds anything, ? lists every key.  "
            "Esc hides this for good "
        )
        before = app.view.size.height
        await pilot.press("2")
        assert "c shows counterparts, / finds" in rows(app)[-2]
        await pilot.press("1", "j", "escape")
        assert app.hand.place.statement == 1
        assert app.view.size.height == before + 1 and not any("New here?" in row for row in rows(app))
        assert not is_first_run()


@pytest.mark.parametrize(
    ("size", "said"),
    [
        ((80, 24), "▌New here?  j k move, ↵ sources, / search, ? every key.          Esc hides this "),
        ((40, 10), "▌New here?  ? every key. Esc hides this "),
    ],
)
async def test_the_greeting_is_shorter_where_there_is_less_room(size: tuple[int, int], said: str) -> None:
    app = open_at(LOOK)
    app.first_run = True
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert rows(app)[-2] == said


async def test_escape_first_closes_what_lies_over_the_page(tmp_path: Path) -> None:
    app = open_at(harbour(tmp_path))
    app.first_run = True
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("question_mark", "escape")
        await pilot.pause()
        assert "New here?" in rows(app)[-2] and is_first_run()


async def test_a_home_that_cannot_be_written_to_lets_it_show_again(tmp_path: Path) -> None:
    write(tmp_path / "state", "no folder")
    app = open_at(LOOK)
    app.first_run = True
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press("escape")
        assert not any("New here?" in row for row in rows(app))
    assert is_first_run()


def test_starting_greets_once_and_remembers_the_briefing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    greeted: list[bool] = []
    monkeypatch.setattr(Hexapla, "run", lambda self: greeted.append(self.first_run))
    path = harbour(tmp_path)
    assert starting.start(briefing=path) == 0
    assert resources.last_briefing() == path
    (tmp_path / "state" / "hexapla" / "not-new-here").touch()
    starting.start(articles=[tmp_path / "coast.txt"])
    assert greeted == [True, False]
    assert resources.last_briefing() == path


def test_articles_none_of_which_can_be_read_are_refused_before_the_screen_is_taken(tmp_path: Path) -> None:
    binary = tmp_path / "a.txt"
    binary.write_bytes(bytes(range(256)) * 20)
    with pytest.raises(ArticleError, match=r"a\.txt"):
        starting.make_app(articles=[binary, tmp_path / "none.txt"])
    write(tmp_path / "b.txt", "Words.\n")
    app = starting.make_app(articles=[binary, tmp_path / "b.txt"])
    assert len(app.resolved.documents) == 1 and len(app.resolved.problems) == 1
