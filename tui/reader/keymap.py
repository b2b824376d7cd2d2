"""Which keys carry out which command: a preset, and what the user gave other keys. It imports no Textual."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from tui.briefing.findings import Collector, Finding, quoted
from tui.briefing.values import did_you_mean
from tui.reader.commands import BY_ID, COMMANDS, Command
from tui.settings import Bound, Keys, Loaded

# For hands that know ordinary programs: no letter does anything by itself, and of the signs only `?`. Where a terminal
# keeps the first key for itself (tmux Ctrl+B, kitty Ctrl+Shift+arrow) or sends nothing of it (arrows held with Ctrl or
# Alt, Linux console), the second one comes through.
PLAIN: Final[dict[str, tuple[str, ...]]] = {
    "move.next-quotation": ("ctrl+down", "alt+n"),
    "move.previous-quotation": ("ctrl+up", "alt+p"),
    "section.next": ("ctrl+right",),
    "section.previous": ("ctrl+left",),
    "counterparts": ("alt+c",),
    "difference.next": ("alt+down", "alt+d"),
    "difference.previous": ("alt+up", "alt+a"),
    "paragraph.go": ("ctrl+g",),
    "jump.back": ("alt+left", "alt+o"),
    "jump.forward": ("alt+right", "tab"),
    "mark.set": ("alt+m",),
    "mark.go": ("alt+g",),
    "column.zoom": ("f12",),
    "column.wider": ("alt+w", "ctrl+shift+right"),
    "column.narrower": ("alt+q", "ctrl+shift+left"),
    "source.hide": ("ctrl+delete", "alt+h"),
    "source.show-all": ("shift+delete", "alt+r"),
    "source.move-left": ("alt+shift+left", "alt+comma"),
    "source.move-right": ("alt+shift+right", "alt+full_stop"),
    "scroll.link": ("ctrl+l",),
    "search.open": ("ctrl+f", "f7"),
    "search.scope": ("alt+l",),
    "hit.next": ("f3",),
    "hit.previous": ("shift+f3",),
    "view.filter": ("f6",),
    "copy.citation": ("f5", "ctrl+insert"),
    "note.bookmark": ("ctrl+k", "ctrl+b"),
    "note.edit": ("f8",),
    "notes.open": ("shift+f8",),
    "note.delete": ("alt+delete", "alt+k"),
    "suggestion.confirm": ("insert",),
    "suggestion.dismiss": ("delete",),
    "undo": ("alt+u",),
    "copy.form": ("shift+f5",),
    "select.start": ("shift+f4",),
    "export.open": ("ctrl+s",),
    "open.article": ("f4",),
    "picker.open": ("ctrl+o",),
    "help.open": ("f1", "question_mark", "alt+i"),
    "tour.start": ("shift+f1",),
    "palette.open": ("f2", "ctrl+p"),
    "theme.next": ("f9",),
    "theme.pick": ("shift+f9", "alt+t"),
    "app.quit": ("ctrl+q", "f10"),
}
# These keep their meaning unless they are given another: dialogs and lists are steered by them.
STEERING: Final = ("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "enter", "escape", "tab")
RESERVED: Final = {"ctrl+c": "interrupts the program", "ctrl+z": "stops it until 'fg'"}

_NAMED: Final = {*STEERING, "space", "backspace", "delete", "insert", *(f"f{number}" for number in range(1, 25))}
_OTHERWISE: Final = {
    "esc": "escape",
    "return": "enter",
    "↵": "enter",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "pgdown": "pagedown",
    "del": "delete",
    "ins": "insert",
    "←": "left",
    "→": "right",
    "↑": "up",
    "↓": "down",
}
# What Unicode calls these, and what a terminal's keys are called.
_SIGNS: Final = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
_MODIFIED: Final = re.compile(r"((?:(?:ctrl|alt|shift|super)\+)+)(.+)", re.IGNORECASE)


def in_force(loaded: Loaded) -> tuple[tuple[Command, ...], tuple[Finding, ...]]:
    """The command table with the keys in force, and all that is wrong with the settings, keys included."""
    out = Collector(str(loaded.path or ""))
    table = resolve(loaded.settings.keys, out)
    return table, tuple(sorted((*loaded.findings, *out.findings), key=lambda one: (one.line, one.column)))


def resolve(keys: Keys, out: Collector) -> tuple[Command, ...]:
    """The command table with the keys in force; what cannot be bound, and every clash, is a finding in `out`.

    Keys the user gives win over a preset's; of two commands the user gives the same key the first keeps it.
    """
    table = {command.id: tuple(_preset(command, keys.preset)) for command in COMMANDS}
    given: dict[str, Bound] = {}
    for bound in keys.bind:
        if bound.command in table:
            table[bound.command] = tuple(_given(bound, given, out))
        else:
            hint = did_you_mean(bound.command, BY_ID) or "'hexapla keys' prints all ids"
            out.error("unknown-command", bound.mark, f"no command {quoted(bound.command)}", hint=hint)
    mine = {bound.command for bound in keys.bind}
    for command, its_keys in table.items():
        if command not in mine:
            table[command] = tuple(_left(command, its_keys, given, out))
    return tuple(_steered(table))


def _preset(command: Command, preset: str) -> Iterator[str]:
    if preset == "vim":
        yield from command.keys
    elif command.id in PLAIN:
        yield from PLAIN[command.id]
    else:
        plain = [key for key in command.keys if not is_bare(key) or key.isdigit()]
        yield from sorted(plain, key=lambda key: key.startswith("ctrl+"))  # PgDn rather than ^D is shown


def is_bare(key: str) -> bool:
    """Whether pressing the key types a letter or a sign."""
    return len(key) == 1 or (key not in _NAMED and "+" not in key)


def _given(bound: Bound, given: dict[str, Bound], out: Collector) -> Iterator[str]:
    """The keys of one command of the user's that are keys and still free."""
    for said in bound.keys:
        key = key_id(said)
        if key is None:
            hint = did_you_mean(said, sorted(_NAMED)) or "as in j, F5, Ctrl+D, Alt+Left, '/', Space"
            out.error("unknown-key-name", bound.mark, f"{quoted(said)} is not a key", hint=hint)
        elif key in RESERVED:
            out.error("reserved-key", bound.mark, f"{quoted(said)} always {RESERVED[key]}")
        elif key in given and given[key].command != bound.command:
            first = given[key]
            where = f"'{first.command}' (line {first.mark.line}) and '{bound.command}' (line {bound.mark.line})"
            out.error("clash", bound.mark, f"key {quoted(said)} is given to {where}; the first keeps it")
        else:
            given[key] = bound
            yield key


def _left(command: str, keys: tuple[str, ...], given: dict[str, Bound], out: Collector) -> Iterator[str]:
    """What of a preset's keys the user gave to no other command. Taking a command's last key is worth a word."""
    kept = [key for key in keys if key not in given]
    if keys and not kept:
        taker = given[keys[0]]
        message = f"'{taker.command}' takes the key {quoted(keys[0])} of '{command}', which has no other"
        out.warning("clash", taker.mark, message, hint=f"give '{command}' a key too")
    yield from kept


def _steered(table: dict[str, tuple[str, ...]]) -> Iterator[Command]:
    used = {key for keys in table.values() for key in keys}
    for command in COMMANDS:
        spare = [key for key in command.keys if key in STEERING and key not in used]
        yield command._replace(keys=(*table[command.id], *spare))


def key_id(said: str) -> str | None:
    """The name a terminal's key goes by, from how people write it: `Ctrl+D`, `^D`, `F5`, `/`; None for what is none."""
    said = said.replace("⇧", "shift+")
    if len(said) > 1 and said[0] == "^":
        said = f"ctrl+{said[1:]}"
    match = _MODIFIED.fullmatch(said)
    if match is None:
        return _plain_key(said)
    key = _plain_key(match[2].lower())
    modifiers = sorted(set(match[1].lower().rstrip("+").split("+")))
    if key is None:
        return None
    if modifiers == ["shift"] and len(key) == 1:
        return key.upper() if key.isalpha() else None
    return "+".join([*modifiers, key])


def _plain_key(said: str) -> str | None:
    if len(said) == 1 and said not in _OTHERWISE:
        if said.isalnum():
            return said
        name = unicodedata.name(said, "").lower().replace("-", "_").replace(" ", "_")
        return _SIGNS.get(name, name) or None
    name = said.lower()
    name = _OTHERWISE.get(name, name)
    return name if name in _NAMED or name in _SIGN_NAMES else None


_SIGN_NAMES: Final = {_plain_key(char) for char in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"}
