"""Every command can be given other keys by its id; clashes are told with both ids and their lines."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.briefing.findings import Collector, Finding
from tui.briefing.model import Mark
from tui.reader.commands import BY_ID, COMMANDS, key_name
from tui.reader.keymap import PLAIN, is_bare, key_id, resolve
from tui.settings import Bound, Keys

IDS = [command.id for command in COMMANDS]


def keys(
    bind: Mapping[str, tuple[str, ...]] = {}, preset: str = "vim"
) -> tuple[dict[str, tuple[str, ...]], list[Finding]]:
    """The keys in force by command, and the findings; the n-th binding stands in line n."""
    out = Collector("settings.yaml")
    bound = tuple(Bound(command, those, Mark(line, 3)) for line, (command, those) in enumerate(bind.items(), 1))
    table = resolve(Keys("plain" if preset == "plain" else "vim", bound), out)
    assert [command.id for command in table] == IDS
    return {command.id: command.keys for command in table}, list(out.sorted())


def test_without_settings_the_table_is_in_force() -> None:
    table, findings = keys()
    assert table == {command.id: command.keys for command in COMMANDS}
    assert not findings


@pytest.mark.parametrize("command", IDS)
def test_every_command_can_be_given_another_key(command: str) -> None:
    table, findings = keys({command: ("ctrl+k", "F12")})
    assert table[command][:2] == ("ctrl+k", "f12")
    assert not findings
    before = {key for other in COMMANDS if other.id != command for key in other.keys}
    assert before <= {key for those in table.values() for key in those}


def test_the_arrows_enter_and_escape_keep_their_meaning_until_they_are_given_another() -> None:
    table, _ = keys({"move.down": ("s",), "go.back": ("ctrl+g",)})
    assert table["move.down"] == ("s", "down")
    assert table["go.back"] == ("ctrl+g", "escape")
    table, _ = keys({"move.down": ("s",), "search.open": ("down",)})
    assert (table["move.down"], table["search.open"]) == (("s",), ("down",))


def test_an_empty_list_takes_a_commands_keys_away() -> None:
    table, findings = keys({"view.filter": ()})
    assert table["view.filter"] == ()
    assert not findings


def test_a_key_given_twice_is_told_with_both_commands_and_lines() -> None:
    table, (finding,) = keys({"theme.next": ("w",), "help.open": ("W",), "copy.citation": ("w",)})
    assert (finding.line, finding.column, finding.code) == (3, 3, "clash")
    assert "'theme.next' (line 1)" in finding.message and "'copy.citation' (line 3)" in finding.message
    assert table["theme.next"] == ("w",) and table["copy.citation"] == ()


def test_a_key_taken_from_a_preset_goes_to_the_user() -> None:
    table, findings = keys({"theme.next": ("j",)})
    assert table["theme.next"] == ("j",) and table["move.down"] == ("down",)
    assert not findings  # `down` is left to it


def test_taking_the_last_key_of_a_command_is_told() -> None:
    table, (finding,) = keys({"theme.next": ("q",)})
    assert table["app.quit"] == ()
    assert finding.severity == "warning" and finding.line == 1
    assert "'theme.next' takes the key 'q' of 'app.quit'" in finding.message
    table, findings = keys({"theme.next": ("q",), "app.quit": ("Q",)})
    assert table["app.quit"] == ("Q",) and not findings


@pytest.mark.parametrize(
    ("command", "key", "words", "hint"),
    [
        ("theme.nxet", "x", "no command 'theme.nxet'", "did you mean 'theme.next'?"),
        ("zzz", "x", "no command 'zzz'", "hexapla keys"),
        ("theme.next", "spcae", "'spcae' is not a key", "did you mean 'space'?"),
        ("theme.next", "ctrl+nothing", "'ctrl+nothing' is not a key", ""),
        ("theme.next", "ctrl+c", "'ctrl+c' always interrupts the program", ""),
        ("theme.next", "^Z", "'^Z' always stops it", ""),
    ],
)
def test_what_cannot_be_bound_is_told(command: str, key: str, words: str, hint: str) -> None:
    _, findings = keys({command: (key,)})
    assert any(words in one.message and hint in one.hint and one.line == 1 for one in findings), findings


# -- presets


def test_plain_needs_no_letter_and_no_sign() -> None:
    table, findings = keys(preset="plain")
    assert not findings
    for command, those in table.items():
        assert those, f"{command} needs a key in the preset plain (PLAIN in keymap.py)"
        signs = [key for key in those if is_bare(key) and not key.isdigit()]
        assert signs == (["question_mark"] if command == "help.open" else []), command
        assert len(those) > len(signs)
    every = [key for those in table.values() for key in those]
    assert sorted(every) == sorted(set(every))
    assert set(PLAIN) <= set(BY_ID)


def test_plain_is_what_ordinary_programs_have() -> None:
    table, _ = keys(preset="plain")
    expected = {"help.open": "f1", "search.open": "ctrl+f", "hit.next": "f3", "picker.open": "ctrl+o"}
    expected |= {"app.quit": "ctrl+q", "move.half-down": "pagedown", "move.down": "down", "export.open": "ctrl+s"}
    assert {command: table[command][0] for command in expected} == expected


# -- names of keys


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("j", "j"),
        ("G", "G"),
        ("/", "slash"),
        ("?", "question_mark"),
        ("[", "left_square_bracket"),
        ("-", "minus"),
        ("+", "plus"),
        ("_", "underscore"),
        ("^", "circumflex_accent"),
        ("Ctrl+D", "ctrl+d"),
        ("^d", "ctrl+d"),
        ("F5", "f5"),
        ("Shift+F3", "shift+f3"),
        ("shift+a", "A"),
        ("shift+alt+Left", "alt+shift+left"),
        ("Esc", "escape"),
        ("Return", "enter"),
        ("PgDn", "pagedown"),
        ("Space", "space"),
        ("question_mark", "question_mark"),
        ("é", "é"),
        ("", None),
        ("jj", None),
        ("ctrl+", None),
        ("shift+1", None),
        ("f25", None),
    ],
)
def test_keys_are_understood_as_people_write_them(said: str, key: str | None) -> None:
    assert key_id(said) == key


@pytest.mark.parametrize(
    "key", sorted({key for command in COMMANDS for key in command.keys} | set(sum(PLAIN.values(), ())))
)
def test_the_names_of_the_table_are_understood_and_shown_as_they_can_be_written(key: str) -> None:
    assert key_id(key) == key
    assert key_id(key_name(key)) == key


@given(st.text(max_size=12))
def test_whatever_is_written_is_a_key_or_none(said: str) -> None:
    key = key_id(said)
    assert key is None or key_id(key) in (key, None)  # a rare sign is taken as it is, not by its name
