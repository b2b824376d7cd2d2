"""From statement to statement on which the sources disagree or vary, whatever the view."""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING

from tui.evidence.model import ResolvedBriefing
from tui.reader.hand import Place
from tui.reader.messages import Message

if TYPE_CHECKING:
    from tui.reader.app import Hexapla

WRAPPED = {1: "from the last on to the first", -1: "from the first back to the last"}


def places(resolved: ResolvedBriefing) -> list[Place]:
    """The statements that differences hang on, in the briefing's order."""
    return [
        Place(at, number)
        for at, section in enumerate(resolved.sections)
        for number, statement in enumerate(section.statements)
        if statement.differences
    ]


def step(reader: Hexapla, way: int, among: Container[tuple[int, int]] | None = None) -> None:
    """To the nearest such statement in that direction (1 or -1), round the end where there is none further on.

    `among`: section and statement of those that the view shows, where it does not show all.
    """
    there = [one for one in places(reader.resolved) if among is None or (one.section, one.statement) in among]
    if not there:
        reader.say(Message("no difference is noted" if among is None else "no difference among the rows shown"))
        return
    now = (reader.hand.place.section, reader.hand.place.statement)
    on = [
        one for one in there if ((one.section, one.statement) > now if way > 0 else (one.section, one.statement) < now)
    ]
    to = (on or there)[0 if way > 0 else -1]
    reader.dismiss_message()
    reader.moved(reader.hand.go(to))
    reader.say(told(reader, there.index(to) + 1, len(there), "" if on else WRAPPED[way]))


def told(reader: Hexapla, number: int, of: int, wrapped: str) -> Message:
    """Which difference was come to: `≠ distance from Japan to Hawaii  2 of 5 statements`.

    Statements and not differences are counted: some have several, and others hang on no statement.
    """
    statement, glyphs = reader.hand.statement, reader.page_ink.glyphs
    about = (
        [f"{glyphs.kind(one.difference.kind)} {one.difference.about}" for one in statement.differences]
        if statement
        else []
    )
    count = f"{number} of {of} statement{'s' * (of != 1)}"
    return Message("  ".join(about), count + (f", {wrapped}" if wrapped else ""))
