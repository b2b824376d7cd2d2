"""A hand that presses anything: seeded sequences of keys, mouse events, pastes, sizes and bad bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from tests.terminal import kit
from tests.terminal.harness import CPU_LIMIT, Program
from tui.reader.commands import COMMANDS, key_name

WIDEST, HIGHEST = 300, 100
USUAL = 0.1  # seconds a key may take (P6): so much longer than one may several
# Ctrl+C and Ctrl+Q end it; Ctrl+Z and `o` lend the terminal, which then echoes what is typed meanwhile.
_ENDING = "\x03\x11\x1aqQo"
# Tab, Enter, backspace, arrows, pages, Home, End, F-keys, with modifiers, and as kitty and its like send them.
_SPECIAL = (
    *"\t\r\x7f",
    *(f"\x1b[{letter}" for letter in "ABCDHFZPQRS"),
    *(f"\x1b[1;{modifier}{letter}" for modifier in (2, 3, 5, 6) for letter in "ABCDHF"),
    *(f"\x1b[{number}~" for number in (2, 3, 5, 6, 15, 17, 18, 19, 20, 21, 23, 24)),
    *(f"\x1b[{code};{modifier}u" for code in (9, 13, 27, 32, 106, 47) for modifier in (1, 2, 5)),
    *(chr(code) for code in range(1, 27) if chr(code) not in _ENDING),
    "\x1bOP",  # F1 as most terminals send it
)
_NAMES = (key_name(key) for command in COMMANDS for key in command.keys)  # `+` for `plus`
_LETTERS = "".join(name for name in _NAMES if len(name) == 1 and name.isascii() and name not in _ENDING)
_SIGNS = "/?:[]!'\"^$|.,;-_ 0123456789éß漢"
_WORDS = ("joint force", "54000 personel", "source:", "!china", "pier", "x" * 40)


@dataclass(frozen=True, slots=True)
class Event:
    """One thing the hand does; `name` tells it again."""

    name: str
    do: Callable[[Program], None]


def events(seed: int, count: int) -> Iterator[Event]:
    """`count` events, the same for the same seed."""
    random = Random(seed)
    kinds = (_key, _key, _key, _key, _special, _special, _mouse, _mouse, _drag, _word, _paste, _junk, _size, _burst)
    for _ in range(count):
        yield random.choice(kinds)(random)


def _press(name: str, data: bytes | str) -> Event:
    return Event(f"{name} {data!r}"[:120], lambda program: program.press(data))


def _key(random: Random) -> Event:
    return _press("key", random.choice(_LETTERS * 4 + _SIGNS))


def _special(random: Random) -> Event:
    return _press("key", random.choice(_SPECIAL))


def _word(random: Random) -> Event:
    return _press("word", "/" + random.choice(_WORDS))


def _junk(random: Random) -> Event:
    if random.random() < 0.3:
        return _press("noise", random.randbytes(random.randint(1, 30)).translate(_NO_END))
    return _press("junk", random.choice(kit.KEYS))


_NO_END = bytes(0x20 if chr(byte) in _ENDING else byte for byte in range(256))


def _paste(random: Random) -> Event:
    text = random.choice(kit.PASTES)
    return Event(f"paste {text[:60]!r}", lambda program: program.paste(text))


def _mouse(random: Random) -> Event:
    button = random.choice((0, 1, 2, 32, 35, 64, 65, 66, 67)) + random.choice((0, 0, 4, 8, 16))
    place = _place(random)
    return _press("mouse", "".join(f"\x1b[<{button};{x};{y}{up}" for (x, y), up in ((place, "M"), (place, "m"))))


def _drag(random: Random) -> Event:
    (x, y), (to_x, to_y) = _place(random), _place(random)
    return _press(
        "drag", f"\x1b[<0;{x};{y}M\x1b[<32;{(x + to_x) // 2};{y}M\x1b[<32;{to_x};{to_y}M\x1b[<0;{to_x};{to_y}m"
    )


def _place(random: Random) -> tuple[int, int]:
    widest, highest = random.choice(((120, 40), (120, 40), (WIDEST + 5, HIGHEST + 5), (3, 3)))
    return random.randint(1, widest), random.randint(1, highest)


def _size(random: Random) -> Event:
    columns, rows = random.choice(
        (
            (1, 1),
            (120, 40),
            (80, 24),
            (random.randint(1, WIDEST), random.randint(1, HIGHEST)),
            (random.randint(1, 20), random.randint(1, 10)),
        )
    )
    return Event(f"size {columns}×{rows}", lambda program: program.resize(columns, rows))


def _burst(random: Random) -> Event:
    """Many keys at once, and a change of size in the midst of them."""
    data = "".join(random.choice(_LETTERS) for _ in range(random.randint(2, 40)))
    columns, rows = random.randint(1, WIDEST), random.randint(1, HIGHEST)

    def do(program: Program) -> None:
        program.press(data, settle=False)
        program.resize(columns, rows, settle=False)
        program.settle(CPU_LIMIT + len(data) * USUAL)

    return Event(f"burst {data!r} size {columns}×{rows}", do)
