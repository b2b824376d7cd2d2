"""Marks: `m` and a letter keeps where the reader is, `'` and the letter leads back there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.reader.jumps import here, return_to
from tui.reader.messages import Message

if TYPE_CHECKING:
    from tui.reader.app import Hexapla


def ask(reader: Hexapla, what: str, then: Callable[[Hexapla, str], None]) -> None:
    """Take the next key for the letter of a mark; any key that types none calls it off."""

    def take(character: str) -> None:
        reader.dismiss_message()
        if character.isalnum() or character == "'":
            then(reader, character)

    reader.awaiting = take
    known = " ".join(sorted(reader.marks))
    reader.say(
        Message(what, f"there are {known}" if known else "", hint=f"{reader.keys_of('go.back')} back", kind="work")
    )


def keep(reader: Hexapla, letter: str) -> None:
    """Keep where the reader is under a letter."""
    if letter == "'":
        return
    reader.marks[letter] = here(reader)
    reader.say(Message(f"marked {letter}", reader.marks[letter].name))


def go(reader: Hexapla, letter: str) -> None:
    """To what was kept under the letter; `'` is where the last jump was made from."""
    if letter == "'":
        reader.run_command("jump.back")
    elif letter in reader.marks:
        reader.jumps.left(here(reader))
        return_to(reader, reader.marks[letter])
    else:
        reader.say(Message(f"nothing is marked {letter}", kind="warning"))
