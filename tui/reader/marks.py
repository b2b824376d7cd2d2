"""Marks: `m` and a letter keeps where the reader is, `'` and the letter leads back there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

from tui.evidence.model import ResolvedBriefing
from tui.reader import views
from tui.reader.hand import Hand
from tui.reader.jumps import Standpoint, here, named, return_to
from tui.reader.messages import Message
from tui.reader.session import Session, is_count, text

if TYPE_CHECKING:
    from tui.reader.app import Hexapla

MOST: Final = 500  # marks taken out of a session file, which may hold anything
_NO_PLACES: Final = ("widths", "linked", "kind", "filter")  # how a view is set, which going to a mark leaves alone


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
    reader.marks[letter] = here(reader)._replace(kept=_place(reader.view.kept()))
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


def kept(marks: Mapping[str, Standpoint], resolved: ResolvedBriefing) -> dict[str, Any]:
    """The marks as JSON takes them: sections and statements by their ids."""
    return {letter: _kept(one, Hand(resolved, one.place)) for letter, one in marks.items()}


def _kept(one: Standpoint, hand: Hand) -> dict[str, Any]:
    section, statement = hand.section, hand.statement
    return {
        "view": one.view,
        "section": section.section.id if section else "",
        "statement": statement.statement.id if statement else "",
        "quotation": one.place.quotation,
        "kept": one.kept,
    }


def _place(kept: object) -> object:
    """Of what a view wants to find again where it was, and not how it was set."""
    return {name: said for name, said in kept.items() if name not in _NO_PLACES} if isinstance(kept, dict) else None


def taken_up(said: Mapping[str, Any], resolved: ResolvedBriefing) -> dict[str, Standpoint]:
    """The marks a session file says; those of sections that are gone, and whatever is none, are left out."""
    known = {name for _, name in views.numbered(resolved)}
    found = dict[str, Standpoint]()
    for letter, one in list(said.items())[:MOST]:
        if len(letter) == 1 and letter.isalnum() and isinstance(one, dict) and one.get("view") in known:
            quotation = one["quotation"] if is_count(one.get("quotation")) else 0
            session = Session(
                section=text(one.get("section")), statement=text(one.get("statement")), quotation=quotation
            )
            place = session.place(resolved)
            if place is not None:
                found[letter] = Standpoint(one["view"], place, named(place, resolved), {}, one.get("kept"))
    return found
