"""A disk that does not answer holds up no key, and the files on other disks are still followed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from textual.app import App
from textual.pilot import Pilot

from tui.reader import watch
from tui.reader.watch import Watch


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    """Wait for what a thread is to bring about."""
    while not holds():
        await pilot.pause()


async def test_other_files_are_followed_and_the_silent_one_again_once_it_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    silent, other = tmp_path / "network" / "silent", tmp_path / "other"
    silent.parent.mkdir()
    told: list[str] = []
    app = App[None]()
    answers, stamp = Event(), watch._stamp

    def ask(path: Path) -> watch.Stamp | None:
        if path == silent and app.is_running:
            answers.wait()
        return stamp(path)

    monkeypatch.setattr(watch, "_stamp", ask)
    looking = Watch()
    looking.add(lambda: [silent, other], lambda: told.append("changed"))
    async with app.run_test() as pilot:
        other.write_text("new")
        looking.look_behind(app)
        looking.look_behind(app)
        assert told == []
        monkeypatch.setattr(watch, "PATIENCE", 0.0)
        looking.look_behind(app)
        await until(pilot, lambda: told == ["changed"])
        silent.write_text("new")
        answers.set()
        monkeypatch.setattr(watch, "PATIENCE", 60.0)
        await until(pilot, lambda: not looking.silent)
        looking.look_behind(app)
        await until(pilot, lambda: told == ["changed"] * 2)


async def test_a_system_that_never_answers_is_not_asked_by_ever_more_threads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = [tmp_path / str(number) for number in range(watch.WAITING + 3)]
    app, answers, asked = App[None](), Event(), list[Path]()

    def ask(path: Path) -> watch.Stamp | None:
        if app.is_running:
            asked.append(path)
            answers.wait()
        return None

    monkeypatch.setattr(watch, "_stamp", ask)
    monkeypatch.setattr(watch, "PATIENCE", 0.0)
    looking = Watch()
    looking.add(lambda: [folder / name for folder in folders for name in "ab"], lambda: None)
    async with app.run_test() as pilot:
        for number in range(1, watch.WAITING + 2):
            looking.look_behind(app)
            await until(pilot, lambda number=number: len(asked) == number)  # type: ignore[misc]
        looking.look_behind(app)
        looking.look_behind(app)
        assert asked == [folder / "a" for folder in folders[: watch.WAITING + 1]]
        answers.set()
        await until(pilot, lambda: not looking.silent)
