"""Sources hidden, shown again and put in another order: the commands of every view that has a column for each."""

from __future__ import annotations

from abc import abstractmethod

from tui.reader.messages import Message
from tui.reader.painting import Run
from tui.reader.widgets.view import View


class Arranging(View):
    """A view whose columns stand as `reader.arrangement` says."""

    @property
    @abstractmethod
    def source_in_hand(self) -> int | None:
        """The number of the source whose column is in hand."""

    @abstractmethod
    def take_source(self, number: int) -> None:
        """Take another source's column in hand, where it is to be had."""

    @abstractmethod
    def rearranged(self) -> None:
        """Show the columns as they are arranged now."""

    @property
    def guest(self) -> int | None:
        """A hidden source that is shown all the same."""
        return None

    def hidden_run(self) -> list[Run]:
        """How many sources are hidden, for the footer; nothing where none is."""
        count = self.reader.arrangement.hidden(self.hand.resolved)
        return [(f"{count} hidden  ", self.ink("dim", "panel"))] if count else []

    def do_source_hide(self) -> None:
        """Hide the source in hand and take the next one; the last one stays."""
        number, resolved, arrangement = self.source_in_hand, self.hand.resolved, self.reader.arrangement
        if number is None:
            self._ask_for_one()
            return
        order = arrangement.shown(resolved, number)
        if not arrangement.hide(resolved, number):
            self.reader.say(Message("the last source stays", hint=self._way_back()))
            return
        at = order.index(number)
        self.take_source(order[at + 1] if at + 1 < len(order) else order[at - 1])
        self.rearranged()
        self._say(number, "hidden", self._way_back())

    def do_source_move_left(self) -> None:
        """Let the source in hand change places with the one left of it."""
        self._move(-1)

    def do_source_move_right(self) -> None:
        """Let the source in hand change places with the one right of it."""
        self._move(1)

    def _move(self, by: int) -> None:
        number = self.source_in_hand
        if number is None:
            self._ask_for_one()
        elif self.reader.arrangement.move(self.hand.resolved, number, by, self.guest):
            self.rearranged()
        else:
            self._say(number, f"stands {'first' if by < 0 else 'last'} already", "")

    def _say(self, number: int, what: str, hint: str) -> None:
        source = self.hand.resolved.briefing.sources[number]
        name, _ = self.hand.name(source)
        self.reader.say(Message(name, what, hint=hint, siglum=(source.letter, number)))

    def _way_back(self) -> str:
        return f"{self.reader.keys_of('source.show-all')} all sources again"

    def _ask_for_one(self) -> None:
        keys = self.reader.keys_of("move.left move.right")
        self.reader.say(Message("no source is in hand", f"{keys} choose one"))
