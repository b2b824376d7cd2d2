"""What can be taken back (`u`): every act that changes what is the reader's says how it is taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from tui.reader.messages import Message

if TYPE_CHECKING:
    from tui.reader.app import Hexapla

MOST = 50  # acts kept


class NotUndoneError(Exception):
    """An act cannot be taken back: in a few words, why."""


class Act(NamedTuple):
    """Something done: `said` names it as the message after it does ("note taken away"), `back` takes it back.

    `back` shows what it changed on the page; it raises NotUndoneError where that is not possible any more.
    """

    said: str
    back: Callable[[], None]


class Done:
    """What was done on one briefing and can be taken back, the last first."""

    def __init__(self) -> None:
        self._acts: list[Act] = []

    def __len__(self) -> int:
        return len(self._acts)

    def add(self, said: str, back: Callable[[], None]) -> None:
        """Keep an act that was just done."""
        self._acts = [*self._acts, Act(said, back)][-MOST:]

    def last(self) -> Act | None:
        """The act done last, which then is kept no longer."""
        return self._acts.pop() if self._acts else None


def undo(reader: Hexapla) -> None:
    """Take the last act back and say which; one that cannot be taken back is forgotten with the reason."""
    act = reader.done.last()
    if act is None:
        reader.say(Message("nothing to take back"))
        return
    try:
        act.back()
    except NotUndoneError as error:
        reader.say(Message("not taken back", str(error), kind="error"))
        return
    more = f"{reader.keys_of('undo')} once more: {len(reader.done)} left" if len(reader.done) else ""
    reader.say(Message("taken back", act.said, hint=more))


def hint(reader: Hexapla) -> str:
    """What a message after an act says on its right: `u takes it back`."""
    return f"{reader.keys_of('undo')} takes it back"
