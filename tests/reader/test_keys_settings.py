"""The settings on the page: keys, words in the footer, copies, and what is told about faults."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.reader.overlay_page import COLOURS, LOOK, SEEDS, footer, inside, rows
from tui.reader import chosen
from tui.reader.app import Hexapla
from tui.reader.commands import COMMANDS
from tui.reader.keymap import PLAIN
from tui.reader.start import make_app
from tui.settings import Loaded, load


def settings(folder: Path, text: str) -> Loaded:
    path = folder / "settings.yaml"
    path.write_text(text, encoding="utf-8")
    return load(path)


@asynccontextmanager
async def reading(
    loaded: Loaded, keys: Sequence[str] = (), environ: Mapping[str, str] = COLOURS
) -> AsyncIterator[tuple[Hexapla, Pilot[None]]]:
    app = make_app(LOOK, roots=[SEEDS], environ=environ, loaded=loaded)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
        yield app, pilot


async def test_a_key_of_the_users_works_and_the_old_one_does_not(tmp_path: Path) -> None:
    async with reading(settings(tmp_path, "keys: {bind: {move.down: [s], section.next: [Ctrl+N]}}")) as (app, pilot):
        await pilot.press("s")
        assert app.hand.place.statement == 1
        await pilot.press("j", "J")
        assert (app.hand.place.section, app.hand.place.statement) == (0, 1)
        await pilot.press("down", "ctrl+n")
        assert (app.hand.place.section, app.hand.place.statement) == (1, 0)


async def test_footer_and_help_show_the_keys_in_force(tmp_path: Path) -> None:
    loaded = settings(tmp_path, "keys: {bind: {search.open: [F3], export.open: []}}")
    async with reading(loaded) as (app, pilot):
        assert "F3 search" in footer(app)
        await pilot.press("question_mark", *"search.open")
        assert any("F3" in row and "search.open" in row for row in inside(app))
        await pilot.press("escape", "colon", *"export", "enter")
        assert app.overlay is not None and app.overlay.name == "export"  # a command without a key has its name


async def test_with_the_plain_preset_letters_do_nothing(tmp_path: Path) -> None:
    async with reading(settings(tmp_path, "keys: {preset: plain}"), ["j", "l", "e", "y", "t", "q"]) as (app, pilot):
        assert app.overlay is None and app.is_running
        assert (app.hand.place.section, app.hand.place.statement) == (0, 0)
        assert "F1 help" in footer(app) and "^F search" in footer(app)
        await pilot.press("f1")
        assert app.overlay is not None and app.overlay.name == "help"
        await pilot.press("escape", "down", "ctrl+right")
        assert app.hand.place.section == 1
        await pilot.press("question_mark")
        assert app.overlay is not None and app.overlay.name == "help"


@pytest.mark.parametrize("preset", ["vim", "plain"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20)])
async def test_no_word_of_the_help_is_cut(preset: str, size: tuple[int, int], tmp_path: Path) -> None:
    loaded = settings(tmp_path, f"keys: {{preset: {preset}}}")
    app = make_app(LOOK, roots=[SEEDS], environ=COLOURS, loaded=loaded)
    async with app.run_test(size=size) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        shown = inside(app)
        for _ in range(12):
            await pilot.press("pagedown")
            shown += inside(app)
        assert app.overlay is not None and app.overlay.name == "help"
        assert [row for row in shown if "…" in row] == []
        assert any("signs" in row for row in shown) and any("bookmark, note" in row for row in shown)


async def test_every_key_of_the_plain_preset_reaches_its_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(settings(tmp_path, "keys: {preset: plain}")) as (app, pilot):
        asked: list[str] = []
        monkeypatch.setattr(app, "run_command", asked.append)
        await pilot.press(*(key for keys in PLAIN.values() for key in keys))
        assert asked == [command for command, keys in PLAIN.items() for _ in keys]


async def test_faults_of_the_settings_are_one_line_in_the_footer(tmp_path: Path) -> None:
    loaded = settings(tmp_path, "glyph: full\nkeys: {bind: {theme.next: [w], help.open: [w]}}\n")
    async with reading(loaded) as (app, pilot):
        said = footer(app)
        assert "! settings: settings.yaml:1:1 and 1 more  unknown key 'glyph' (did you mean 'glyphs'?)" in said
        await pilot.press("j")
        assert "glyph" not in footer(app)


async def test_settings_changed_on_disk_are_taken_up_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    folder = tmp_path / "hexapla"
    folder.mkdir()
    async with reading(load()) as (app, pilot):
        chosen.watch(app)
        settings(folder, "theme: {dark: compline}\nkeys: {bind: {move.down: [s]}}\n")
        app.lookout.look()
        await pilot.press("s")
        assert app.hand.place.statement == 1
        assert app.ink.theme.name == "compline"
        settings(folder, "thema: {}\n")
        app.lookout.look()
        await pilot.pause()
        assert "unknown key 'thema'" in footer(app)
        await pilot.press("j")
        assert app.hand.place.statement == 2
        (folder / "settings.yaml").unlink()
        app.lookout.look()
        assert app.ink.theme.name == "lamp" and app.commands == COMMANDS


@pytest.mark.parametrize("keys", [["question_mark"], ["colon"], ["f1"]])
async def test_keys_changed_on_disk_are_named_at_once_by_whatever_names_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keys: list[str]
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "hexapla").mkdir()
    async with reading(load(), keys) as (app, pilot):
        chosen.watch(app)
        settings(tmp_path / "hexapla", "keys: {bind: {move.down: [W]}}\n")
        app.lookout.look()
        await pilot.pause()
        assert any(" W " in row for row in rows(app)[:-1])


@pytest.mark.parametrize(
    ("text", "fgbg", "name"),
    [
        ("", "", "lamp"),
        ("", "15;0", "lamp"),
        ("", "0;15", "vellum"),
        ("", "0;default;7", "vellum"),
        ("theme: {light: grisaille}", "0;15", "grisaille"),
        ("theme: {background: light}", "15;0", "vellum"),
        ("theme: {background: dark, dark: mono}", "0;15", "mono"),
        ("theme: {dark: nowhere}", "", "lamp"),
    ],
)
async def test_the_theme_suits_the_terminal(tmp_path: Path, text: str, fgbg: str, name: str) -> None:
    async with reading(settings(tmp_path, text), environ={**COLOURS, "COLORFGBG": fgbg}) as (app, _):
        assert app.ink.theme.name == name


async def test_plain_signs_can_be_asked_for(tmp_path: Path) -> None:
    async with reading(settings(tmp_path, "glyphs: plain"), ["3"]) as (app, _):
        assert "●" not in "".join(rows(app)) and "━" not in "".join(rows(app))


async def test_a_copy_has_the_form_chosen(tmp_path: Path) -> None:
    async with reading(settings(tmp_path, "copy: footnote"), ["y"]) as (app, _):
        assert "\n\n[^" in app.clipboard and app.clipboard.startswith("‘“")


@pytest.mark.parametrize(("motion", "stays"), [("full", False), ("reduced", True)])
async def test_with_reduced_motion_a_message_waits_for_the_next_key(tmp_path: Path, motion: str, stays: bool) -> None:
    async with reading(settings(tmp_path, f"motion: {motion}"), ["n"]) as (app, pilot):
        assert "no search yet" in footer(app)
        assert (app.voice._timer is None) == stays
        assert app.animation_level == "none"
        await pilot.press("j")
        assert "no search yet" not in footer(app)
