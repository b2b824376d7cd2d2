"""How a command finds who carries it out: what lies over the page, else the view, else the application."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, cast

from textual import events
from textual.binding import Binding, BindingsMap, BindingType
from textual.widget import AwaitMount
from textual.widgets import Input

from tui.reader.commands import BY_ID, COMMANDS, Command, help_rows, key_name
from tui.reader.crash import Guarded
from tui.reader.glyphs import FULL
from tui.reader.messages import Message

if TYPE_CHECKING:
    from tui.reader.app import Hexapla

QUIT = "ctrl+q"


class Commanded(Guarded):
    """The part of the application that runs commands and knows their keys; `commands` is the table in force."""

    commands: Sequence[Command] = COMMANDS
    awaiting: Callable[[str], None] | None = None  # what the next key is for, in place of a command
    hears: Callable[[str], None] | None = None  # is told of every command carried out
    arriving: AwaitMount | None = None
    """The view or overlay last asked for, until a key comes: `_on_key` waits for it."""

    @property
    def reader(self) -> Hexapla:
        """The application this is a part of."""
        return cast("Hexapla", self)

    async def _on_key(self, event: events.Key) -> None:
        """A key that nothing below has taken. One typed ahead of what it was meant for waits until that is there."""
        event.prevent_default()  # Textual's own handler is called below, not after this one once more
        if self.awaiting is not None:
            taking, self.awaiting = self.awaiting, None
            if self.reader.overlay is None:
                taking(event.character if event.is_printable and event.character else "")
                return
        if self.arriving is not None:
            arriving, self.arriving = self.arriving, None
            await arriving
            if not self.screen_stack:  # the program ended meanwhile
                return
            if self.reader.overlay is not None:
                self.screen.set_focus(self.reader.overlay.first)
        over, line = self.reader.overlay, self.focused
        if event.is_printable and over is not None and isinstance(line, Input):
            line.post_message(events.Key(event.key, event.character))  # it keeps these: this came before it was there
        elif over is None or not over.take_key(event):
            await super()._on_key(event)

    def action_command(self, command_id: str) -> None:
        self.run_command(command_id)

    def action_interrupt(self) -> None:
        over = self.reader.overlay
        if over is None or not over.interrupted():
            super().action_interrupt()

    def run_command(self, command_id: str) -> None:
        """Carry a command out: by what lies over the page, else by the view, else here."""
        self.awaiting = None  # the mouse may ask for this too: the next key is a key again
        handler = self.handler(command_id)
        if self._exit:  # what is typed after "quit" finds nothing left to act on
            return
        if handler is not None:
            handler()
            if self.hears is not None:
                self.hears(command_id)
        elif self.reader.overlay is None:
            self.reader.say(_nothing_for(command_id))

    def handler(self, command_id: str) -> Callable[[], object] | None:
        """What would carry the command out now, or None."""
        method, group = BY_ID[command_id].method, BY_ID[command_id].group
        # Under something that lies over it the page keeps still; turning to a view takes away what does.
        over, view = self.reader.overlay, self.reader.view
        below = (view, self) if over is None else (self,) if group in ("Views", "Hexapla") else ()
        for target in (over, *below):
            found: Callable[[], object] | None = getattr(target, method, None) if target else None
            if found is not None:
                return found
        return None

    def can_run(self, command_id: str) -> bool:
        """Whether the view or the application could carry the command out, were nothing over the page."""
        method = BY_ID[command_id].method
        return hasattr(self.reader.view, method) or hasattr(self, method)

    # -- keys

    def use_keys(self, commands: Sequence[Command]) -> None:
        """Let these keys carry out the commands from now on."""
        # Textual's own `set_keymap` cannot take a key away, and works through all bindings at every key.
        self.commands = commands
        self._key_names = {command.id: key_name(command.keys[0]) for command in commands if command.keys}
        self._bindings = BindingsMap([*Guarded.BINDINGS, *_bindings(commands)])

    def keys_of(self, ids: str) -> str:
        """The first key of each of the commands, as people write it; a word that names none is a key itself."""
        return self._drawn(" ".join(self._key_names.get(word, word) for word in ids.split()))

    def active_keys(self) -> dict[str, str]:
        """The first key of each command, as people write it."""
        return {command: self._drawn(name) for command, name in self._key_names.items()}

    def _drawn(self, keys: str) -> str:
        """Keys in signs that this terminal has."""
        return keys.replace(FULL.enter, self.reader.ink.glyphs.enter)

    def keys_shown(self) -> dict[str, str]:
        """For each line of the help, by the id of its first command, the keys that work now."""
        return {row.id: self._drawn(row.keys) for row in help_rows(self.commands)}


_NOTHING_FOR = {
    "view.filter": "nothing to filter in this view",
    "move.next-quotation": "no quotation to step to in this view",
    "move.previous-quotation": "no quotation to step to in this view",
    "search.recall": "no search is open",
    "search.scope": "no search is open",
    "column.zoom": "no columns to change in this view",
    "column.wider": "no columns to change in this view",
    "column.narrower": "no columns to change in this view",
    "source.hide": "no column of a source in this view",
    "source.move-left": "no column of a source in this view",
    "source.move-right": "no column of a source in this view",
    "scroll.link": "columns are linked in the view of the sources",
    "paragraph.go": "paragraphs stand in the view of the sources",
    "suggestion.confirm": "suggestions stand in the view of the differences",
    "suggestion.dismiss": "suggestions stand in the view of the differences",
}


def _nothing_for(command_id: str) -> Message:
    """Word of a command that the view on the page has nothing for."""
    title = BY_ID[command_id].title
    return Message(_NOTHING_FOR.get(command_id, f"{title[0].lower()}{title[1:]}: not in this view"))


def _bindings(commands: Sequence[Command]) -> Iterator[BindingType]:
    used = {key for command in commands for key in command.keys}
    for command in commands:
        if command.keys:
            yield Binding(",".join(command.keys), f"command('{command.id}')", command.title, show=False)
    if QUIT not in used:  # as in every Textual application
        yield Binding(QUIT, "command('app.quit')", show=False)
