"""Articles opened without a briefing are compared at once: read first, their sections at hand."""

from __future__ import annotations

from pathlib import Path

from tests.reader.page import footer
from tests.reader.sources_page import COLOURS, rows
from tests.unit.cli_runner import COAST, HARBOUR
from tui.reader.app import Hexapla
from tui.reader.start import make_app

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))


def opened(*articles: Path) -> Hexapla:
    """The reader on articles."""
    return make_app(articles=articles, environ=COLOURS)


async def test_articles_about_one_event_open_on_the_sources_with_sections_at_hand() -> None:
    app = opened(*SEEDS)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert app.view_name == "sources"
        assert [name for _, name in app.view_names()][:4] == ["sections", "sources", "coverage", "differences"]
        assert all(article.name[:6] in "\n".join(rows(app)) for article in SEEDS)
        assert not any("outlet not stated" in row for row in rows(app))
        await pilot.press("1")
        assert app.view_name == "sections"
        assert app.hand.section is not None
        assert app.hand.section.section.title.split(",")[0][:12] in "\n".join(rows(app))


async def test_articles_compared_keep_no_session_and_are_called_by_their_files() -> None:
    app = opened(*SEEDS)
    assert (app.resolved.briefing.id, app.resolved.briefing.path) == ("", Path())
    assert app.title_text == ", ".join(article.stem for article in SEEDS)


async def test_an_article_with_a_title_is_called_by_its_file_in_every_view(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"A ferry runs aground\n\n{HARBOUR}", encoding="utf-8")
    (tmp_path / "b.txt").write_text(COAST, encoding="utf-8")
    app = opened(tmp_path / "a.txt", tmp_path / "b.txt")
    assert app.resolved.briefing.sources[0].title == "A ferry runs aground"
    async with app.run_test(size=(120, 30)) as pilot:
        for key in "23":
            await pilot.press(key)
            await pilot.pause()
            assert "A  a.txt" in "\n".join(rows(app))
        assert [goal.name for goal in [app.view.to_open()] if goal] == ["a.txt"]


async def test_a_file_whose_name_has_no_room_in_a_difference_loses_its_ending_first() -> None:
    app = opened(*SEEDS)
    async with app.run_test(size=(134, 40)) as pilot:
        await pilot.press("4")
        await pilot.pause()
        assert any(all(f"{article.stem} " in row for article in SEEDS) for row in rows(app)), "three beside each other"


async def test_articles_with_nothing_in_common_open_side_by_side_only(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(HARBOUR, encoding="utf-8")
    (tmp_path / "b.txt").write_text("A comet was found beyond Neptune.\n", encoding="utf-8")
    app = opened(tmp_path / "a.txt", tmp_path / "b.txt")
    assert [name for _, name in app.view_names()] == ["sources"]
    assert app.resolved.problems == ()


async def test_an_article_that_cannot_be_read_leaves_the_others_side_by_side(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(HARBOUR, encoding="utf-8")
    (tmp_path / "b.txt").write_text(COAST, encoding="utf-8")
    (tmp_path / "c.txt").write_bytes(b"\x7fELF\x00\x00")
    app = opened(*(tmp_path / name for name in ("a.txt", "b.txt", "c.txt")))
    assert len(app.resolved.briefing.sources) == 3
    assert [problem.code for problem in app.resolved.problems] == ["unreadable"]


def test_many_or_long_articles_are_not_compared_before_the_first_screen(tmp_path: Path) -> None:
    for name, text in (("a.txt", HARBOUR * 600), ("b.txt", COAST * 600)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert opened(tmp_path / "a.txt", tmp_path / "b.txt").resolved.sections == ()
    copies = []
    for number in range(13):
        copies.append(tmp_path / f"copy{number}.txt")
        copies[-1].write_text(f"{HARBOUR}\nCopy {number}.", encoding="utf-8")
    assert opened(*copies).resolved.sections == ()


async def test_it_is_said_that_nobody_has_read_what_was_put_together() -> None:
    app = opened(*SEEDS)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "nobody has read them" in footer(app)


async def test_on_the_narrowest_terminal_too_it_is_said_to_its_end_that_these_are_questions() -> None:
    app = opened(*SEEDS)
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.pause()
        assert footer(app).rstrip() == " ! a draft  questions, not findings"


async def test_nothing_is_said_where_nothing_was_put_together(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(HARBOUR, encoding="utf-8")
    app = opened(tmp_path / "a.txt")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "nobody has read them" not in footer(app)
