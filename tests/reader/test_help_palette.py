"""The command table keeps its word: every command is reachable, listed, found by typing and run by name."""

from __future__ import annotations

import inspect
import pkgutil
import re
from importlib import import_module
from typing import cast

import pytest
from textual import events
from textual.widget import AwaitMount

import tui.reader.widgets
from tests.reader.overlay_page import LOOK, footer, inside, page, row_with, rows, spot
from tui.reader.app import Hexapla
from tui.reader.commands import BY_ID, COMMANDS, MOUSE, SHELL, SIGNS, SYNTAX, help_rows, key_name
from tui.reader.views import PICKER, VIEWS, make
from tui.reader.widgets.export import ExportDialog
from tui.reader.widgets.help import HelpDialog, Palette
from tui.reader.widgets.overlay import Overlay
from tui.reader.widgets.search import SearchDrawer
from tui.reader.widgets.view import View

SIZES = [(200, 50), (120, 40), (80, 24), (60, 20), (40, 10)]
BARE_KEYS = {"/": "slash", ":": "colon"}
OWN_KEYS = {"Tab", "Space", "↑", "↓"}  # of dialogs, whatever the page's keys are


def _widgets() -> list[type[View | Overlay]]:
    """Every view and everything that can lie over the page."""
    found: set[type[View | Overlay]] = set()
    for module in pkgutil.iter_modules(tui.reader.widgets.__path__):
        for _, one in inspect.getmembers(import_module(f"tui.reader.widgets.{module.name}"), inspect.isclass):
            if issubclass(one, View | Overlay):
                found.add(one)
    return sorted(found, key=lambda one: one.__name__)


# -- the table


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_is_carried_out_somewhere(command: object) -> None:
    method = BY_ID[getattr(command, "id", "")].method
    assert any(hasattr(target, method) for target in (Hexapla, *_widgets()))


def test_every_method_that_carries_out_a_command_has_one() -> None:
    methods = {command.method for command in COMMANDS}
    for target in (Hexapla, *_widgets()):
        own = {name for name in dir(target) if name.startswith("do_")}
        assert own <= methods, target.__name__


def test_ids_and_keys_are_each_used_once() -> None:
    keys = [key for command in COMMANDS for key in command.keys]
    assert sorted(keys) == sorted(set(keys))
    assert len(BY_ID) == len(COMMANDS)
    assert all(command.keys and command.title and command.group for command in COMMANDS)


@pytest.mark.parametrize("target", _widgets(), ids=lambda target: target.__name__)
def test_what_a_footer_names_is_a_command_that_works_there(target: type[View | Overlay]) -> None:
    hints = target.HINTS
    if isinstance(hints, property):
        assert issubclass(target, View | ExportDialog | SearchDrawer)
        return
    for ids, _ in hints:
        for word in ids.split():
            if word in BY_ID:
                method = BY_ID[word].method
                assert hasattr(target, method) or hasattr(Hexapla, method), word
            else:
                assert "." not in word


@pytest.mark.parametrize(
    ("keys", "act"),
    [("e", "↵ write"), ("/", "^L library"), ("T", "↵ keep"), ("O", "↵ open"), ("v", "y copy"), (":", "↵ run")],
)
async def test_the_narrowest_footer_still_names_the_act_of_what_lies_over_the_page(keys: str, act: str) -> None:
    async with page(LOOK, ["2", BARE_KEYS.get(keys, keys)], size=(40, 20)) as (app, _):
        assert footer(app).startswith(f" {act}")


async def test_the_footer_of_the_search_names_the_keys_of_hits_only_where_there_are_some() -> None:
    async with page(LOOK, ["slash"], size=(80, 20)) as (app, pilot):
        assert footer(app).startswith(" ^L library  ' exact")
        await pilot.press(*"korea")
        assert footer(app).startswith(" ↵ into the source  ↑ ↓ hit  ^L library")
        await pilot.press("ctrl+u", *"zqxj")
        assert "into the source" not in footer(app)


def test_vims_letters_mean_what_vim_means() -> None:
    meant = {"j": "move.down", "k": "move.up", "h": "move.left", "l": "move.right", "g": "move.top"}
    meant |= {"G": "move.bottom", "ctrl+d": "move.half-down", "ctrl+u": "move.half-up", "slash": "search.open"}
    meant |= {"n": "hit.next", "N": "hit.previous", "q": "app.quit", "ctrl+o": "jump.back", "tab": "jump.forward"}
    assert {key: command.id for command in COMMANDS for key in command.keys if key in meant} == meant


@pytest.mark.parametrize("name", [*VIEWS, PICKER])
async def test_every_key_of_the_table_reaches_its_command_in_every_view(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with page(LOOK) as (app, pilot):
        app.show_view(name)
        asked: list[str] = []
        monkeypatch.setattr(app, "run_command", asked.append)
        keys = [(key, command.id) for command in COMMANDS for key in command.keys]
        await pilot.press(*(key for key, _ in keys))
        assert asked == [command for _, command in keys]


def test_every_view_is_made_under_its_own_name() -> None:
    assert [make(name).id for name in (*VIEWS, PICKER)] == [*VIEWS, PICKER]


# -- help


async def test_help_lists_every_command_and_every_sign() -> None:
    async with page(LOOK, ["question_mark"], size=(120, 100)) as (app, _):
        shown = "\n".join(inside(app))
        for row in help_rows():
            assert row.label[:24] in shown and row.id in shown, row
        for _, meaning in (*SIGNS, *MOUSE, *SHELL, *SYNTAX):
            assert meaning[:20] in shown
        first_keys = {key_name(command.keys[0]) for command in COMMANDS}
        assert first_keys <= set(shown.split())


async def test_help_gives_signs_and_keys_a_place_of_their_own() -> None:
    async with page(LOOK, ["question_mark"]) as (app, _):
        top = inside(app)
        assert top[0].strip() == "Keys and signs"
        assert set(top[1]) == {"━"}
        assert top[2].startswith("  /   type to narrow") and "commands" in top[2]
        assert top[5].startswith("  Move") and "Take away" in top[5]
        assert footer(app).rstrip() == " ↑ ↓ scroll  ↵ the tour  hexapla keys prints this list  Esc back"


async def test_typing_narrows_the_help_to_rows_with_all_words() -> None:
    async with page(LOOK, ["question_mark", *"half"]) as (app, pilot):
        shown = inside(app)
        assert "2 commands " in shown[2]  # on one row
        assert row_with(app, "half a screen")
        assert not any("obelus" in row for row in shown)
        await pilot.press("escape", "question_mark", *"obelus")
        assert row_with(app, "obelus: one source alone has it")
        await pilot.press("escape", "question_mark", *"xyzzy")
        assert row_with(app, "0 commands")


async def test_the_help_takes_letters_as_letters_and_escape_closes_it() -> None:
    async with page(LOOK, ["question_mark", "q", "1", "slash"]) as (app, pilot):
        assert isinstance(app.overlay, HelpDialog) and app.overlay.line.value == "q1/"
        await pilot.press("escape")
        assert app.overlay is None and app.view_name == "sections"
        await pilot.press("j")
        assert app.hand.place.statement == 1


@pytest.mark.parametrize("size", SIZES)
async def test_the_end_of_the_help_can_be_reached_at_any_size(size: tuple[int, int]) -> None:
    async with page(LOOK, ["question_mark", *["pagedown"] * 45], size=size) as (app, _):
        assert {len(row) for row in rows(app)} == {size[0]}
        last = SIGNS[-1][1] if size[0] < 72 else None
        assert last is None or any(last[:20] in row for row in inside(app))


# -- the palette


async def test_the_palette_offers_what_can_be_done_here_by_name() -> None:
    async with page(LOOK, ["colon"], size=(120, 60)) as (app, _):
        assert isinstance(app.overlay, Palette)
        offered = {row.id for row in app.overlay.found()}
        assert {"view.sources", "export.open", "picker.open", "app.quit", "move.down"} <= offered
        assert offered >= {command.id for command in COMMANDS if hasattr(Hexapla, command.method)} - {
            "palette.open",
            "go.back",
        }
        assert not any(hasattr(app.view, BY_ID[name].method) for name in set(BY_ID) - offered - {"go.back"})
        assert row_with(app, "Next theme")


async def test_typing_and_enter_run_a_command() -> None:
    async with page(LOOK, ["ctrl+p", *"coverage", "enter"]) as (app, _):
        assert app.overlay is None and app.view_name == "coverage"


async def test_the_arrows_choose_in_the_palette() -> None:
    async with page(LOOK, ["colon", *"next quotation"]) as (app, pilot):
        assert isinstance(app.overlay, Palette)
        found = [row.id for row in app.overlay.found()]
        await pilot.press("down", "down", "down", "up")
        chosen = app.overlay.chosen
        assert chosen == max(min(3, len(found) - 1) - 1, 0)
        assert [row.split()[-1] for row in inside(app) if row.startswith("▌")] == [found[chosen]]
        await pilot.press("escape")
        assert app.overlay is None and app.hand.place.quotation == 0


async def test_enter_where_no_command_is_left_does_nothing() -> None:
    async with page(LOOK, ["colon", *"xyzzy", "enter"]) as (app, _):
        assert isinstance(app.overlay, Palette)


async def test_a_command_that_opens_another_dialog_can_be_run_from_the_palette() -> None:
    async with page(LOOK, ["colon", *"this help", "enter"]) as (app, _):
        assert type(app.overlay) is HelpDialog


async def test_a_slip_or_a_sound_still_finds_a_command() -> None:
    async with page(LOOK, ["colon", *"exprot", "enter"]) as (app, pilot):
        assert app.overlay is not None and app.overlay.name == "export"
        await pilot.press("escape", "question_mark", *"kwit")
        assert row_with(app, "quit") and row_with(app, "1 command ")


# -- what lies over the page


async def test_what_lies_over_the_page_keeps_the_page_still() -> None:
    async with page(LOOK, ["e", "J", "ctrl+o", "n", "y", "o"]) as (app, pilot):
        assert app.hand.place.section == 0 and app.overlay is not None and app.overlay.name == "export"
        assert footer(app).startswith(" Tab next field  Space tick  ↵ write")
        await pilot.press("2")
        assert app.overlay is None and app.view_name == "sources" and app.view.has_focus


async def test_a_key_typed_ahead_of_what_the_end_of_the_program_overtook_is_dropped() -> None:
    async with page(LOOK) as (app, _):
        screens = app._screen_stack
        kept, place = list(screens), app.hand.place

        async def end() -> None:
            screens.clear()

        app.arriving = cast(AwaitMount, end())
        await app._on_key(events.Key("j", "j"))
        screens.extend(kept)
        assert app.hand.place == place


async def test_what_lies_over_the_page_can_be_closed_and_opened_faster_than_it_is_taken_away() -> None:
    async with page(LOOK) as (app, pilot):
        for key in ("question_mark", "slash", "e"):
            for _ in range(3):
                app.simulate_key(key)
                app.simulate_key("escape")
            app.simulate_key(key)
            while app.overlay is None:
                await pilot.pause()
            await pilot.press("escape")
        while app.overlay is not None or app.screen.query(Overlay):
            await pilot.pause()
        assert app.overlay is None and len(app.screen.query(Overlay)) == 0


@pytest.mark.parametrize(("key", "which"), [("question_mark", ""), ("colon", " here")])
async def test_on_the_smallest_terminal_the_line_leaves_the_count_its_cells(key: str, which: str) -> None:
    async with page(LOOK, [key, *"mark"], size=(40, 10)) as (app, _):
        assert re.fullmatch(rf"  / mark +\d+ commands?{which}  ", rows(app)[2])


async def test_help_and_palette_count_commands_the_palette_those_that_can_be_run() -> None:
    async with page(LOOK, ["question_mark"]) as (app, pilot):
        assert row_with(app, f" {len(COMMANDS)} commands ")
        await pilot.press("escape", "colon")
        assert isinstance(app.overlay, Palette)
        assert row_with(app, f" {len(app.overlay.found())} commands here ")


async def test_a_command_of_the_palette_is_clicked_in_hand_and_run_by_a_second_click() -> None:
    async with page(LOOK, ["colon", *"view"]) as (app, pilot):
        for _ in range(2):
            assert isinstance(app.overlay, Palette)
            await pilot.click(offset=spot(app, "Coverage"))
            await pilot.pause()
        assert app.overlay is None and app.view_name == "coverage"


async def test_the_line_of_the_tour_in_the_help_is_clicked() -> None:
    async with page(LOOK, ["question_mark"]) as (app, pilot):
        await pilot.click(offset=spot(app, "takes the tour"))
        await pilot.pause()
        assert app.overlay is None and rows(app)[-2].startswith("▌1/5")
