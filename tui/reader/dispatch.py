"""How a command finds who carries it out: what lies over the page, else the view, else the application."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from tui.reader.commands import BY_ID, COMMANDS, help_rows, key_name

if TYPE_CHECKING:
    from tui.reader.app import Hexapla


class Commanded:
    """The part of the application that runs commands and knows their keys."""

    @property
    def reader(self) -> Hexapla:
        """The application this is a part of."""
        return cast("Hexapla", self)

    def action_command(self, command_id: str) -> None:
        self.run_command(command_id)

    def run_command(self, command_id: str) -> None:
        """Carry a command out: by what lies over the page, else by the view, else here."""
        handler = self.handler(command_id)
        if handler is not None:
            handler()

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

    def keys_of(self, ids: str) -> str:
        """The first key of each of the commands, as people write it; a word that names none is a key itself."""
        keymap = self.active_keys()
        return " ".join(keymap.get(word, word) for word in ids.split())

    def active_keys(self) -> dict[str, str]:
        """The first key of each command, as people write it."""
        return {command.id: key_name(command.keys[0]) for command in COMMANDS if command.keys}

    def keys_shown(self) -> dict[str, str]:
        """For each line of the help, by the id of its first command, the keys that work now."""
        return {row.id: row.keys for row in help_rows()}
