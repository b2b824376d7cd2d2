"""The keys of both presets as terminals send them: every one arrives under the name it is bound by."""

from __future__ import annotations

from collections.abc import Iterator
from time import monotonic

import pytest
from textual import events

from tui.briefing.findings import Collector
from tui.reader.commands import Command, key_name
from tui.reader.keyboard import Keyboard
from tui.reader.keymap import resolve
from tui.settings import Keys

MODIFIERS = {"shift": 1, "alt": 2, "ctrl": 4}
LETTERED = {"up": "A", "down": "B", "right": "C", "left": "D", "home": "H", "end": "F"}
NUMBERED = {"insert": 2, "delete": 3, "pageup": 5, "pagedown": 6}
FUNCTION = {f"f{n}": number for n, number in enumerate((11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24), 1)}
TYPED = {"enter": "\r", "tab": "\t", "escape": "\x1b"}
ON_CONSOLE = {"home": "1~", "end": "4~", **{f"f{n}": "[" + "ABCDE"[n - 1] for n in range(1, 6)}}
SHIFTED_ON_CONSOLE = {f"shift+f{n}": number for n, number in enumerate((25, 26, 28, 29, 31, 32, 33, 34), 1)}
READLINE = {"ctrl+right": "\x1bf", "ctrl+left": "\x1bb"}


def commands(preset: str) -> tuple[Command, ...]:
    """The table with the keys of a preset."""
    out = Collector("")
    table = resolve(Keys(preset=preset), out)  # type: ignore[arg-type]
    assert not out.findings
    return table


def bound(preset: str) -> list[str]:
    """Every key of a preset."""
    return [key for command in commands(preset) for key in command.keys]


def character(name: str) -> str:
    """The character of a key that types one."""
    return name if len(name) == 1 else key_name(name)


def xterm(key: str) -> str | None:
    """What xterm, tmux and their like send."""
    *held, name = key.split("+")
    code = sum(MODIFIERS[one] for one in held) + 1
    if name in LETTERED:
        return f"\x1b[1;{code}{LETTERED[name]}" if held else f"\x1b[{LETTERED[name]}"
    if name in ("f1", "f2", "f3", "f4"):
        return f"\x1b[1;{code}{'PQRS'[int(name[1]) - 1]}" if held else f"\x1bO{'PQRS'[int(name[1]) - 1]}"
    if name in FUNCTION or name in NUMBERED:
        number = FUNCTION.get(name) or NUMBERED[name]
        return f"\x1b[{number};{code}~" if held else f"\x1b[{number}~"
    if name in TYPED:
        return None if held else TYPED[name]
    if held == ["ctrl"]:
        return chr(ord(character(name)) & 31)
    return ("\x1b" if held else "") + character(name)


def kitty(key: str) -> str | None:
    """What terminals of the kitty protocol send, for the little of it that is asked for."""
    *held, name = key.split("+")
    code = sum(MODIFIERS[one] for one in held) + 1
    if name == "escape":
        return "\x1b[27u"
    if name == "f3":
        return f"\x1b[13;{code}~" if held else "\x1b[13~"
    if held and len(character(name)) == 1 and name not in LETTERED:
        return f"\x1b[{ord(character(name))};{code}u"
    return xterm(key)


def console(key: str) -> str | None:
    """What the Linux console sends: nothing of most keys that are held with others."""
    *held, name = key.split("+")
    if key in READLINE:
        return READLINE[key]
    if key in SHIFTED_ON_CONSOLE:
        return f"\x1b[{SHIFTED_ON_CONSOLE[key]}~"
    if held and (name in LETTERED or name in NUMBERED or name in FUNCTION):
        return None
    return f"\x1b[{ON_CONSOLE[name]}" if name in ON_CONSOLE else xterm(key)


def arrives(sent: str) -> list[str]:
    """The keys these bytes are to the reader."""
    keyboard = Keyboard()
    found = [*keyboard.feed(sent.encode()), *keyboard.tick(monotonic() + 9)]
    return [event.key for event in found if isinstance(event, events.Key)]


def lost(preset: str, terminal: object) -> Iterator[tuple[str, str | None, list[str]]]:
    """The keys of a preset that come as something else than what they are bound as."""
    for key in bound(preset):
        sent = terminal(key)  # type: ignore[operator]
        if sent is not None and arrives(sent) != [key]:
            yield key, sent, arrives(sent)


@pytest.mark.parametrize("terminal", [xterm, kitty, console])
@pytest.mark.parametrize("preset", ["vim", "plain"])
def test_every_key_of_a_preset_arrives_as_itself(preset: str, terminal: object) -> None:
    assert len(bound(preset)) > 60
    assert list(lost(preset, terminal)) == [("ctrl+i", "\t", ["tab"])] * (preset == "vim" and terminal is not kitty)


@pytest.mark.parametrize("preset", ["vim", "plain"])
def test_even_on_the_linux_console_every_command_has_a_key(preset: str) -> None:
    unreached = [one.id for one in commands(preset) if not any(console(key) for key in one.keys)]
    assert unreached == []


def test_keys_held_with_alt_that_come_in_one_piece_are_each_itself() -> None:
    assert arrives("\x1bc\x1bm") == ["alt+c", "alt+m"]
    assert arrives("\x1b\x1b[A") == ["alt+up"]  # PuTTY, rxvt
    assert arrives("\x1b[27;3;99~") == ["alt+c"]  # xterm's modifyOtherKeys
