"""What lies over the page: the search drawer, dialogs, help. The page below is veiled, the footer is theirs."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.widget import Widget

from tui.reader.ink import Ink
from tui.reader.painting import Run
from tui.reader.widgets.part import Part
from tui.reader.widgets.view import Hint


class Overlay(Part, can_focus=True):
    """Base of drawers and dialogs. Commands reach it before the view, as methods `do_…`.

    Open it with `Hexapla.open_overlay`, close it with `Hexapla.close_overlay`; Escape (`go.back`) closes it.
    """

    DEFAULT_CSS = "Overlay { layer: overlay; }"
    HINTS: Sequence[Hint] = ()
    VEILS = True  # whether the page is veiled below

    @property
    def ink(self) -> Ink:
        """The inks, never veiled."""
        return self.reader.ink

    @property
    def first(self) -> Widget:
        """What takes the keys when this has just come."""
        return self

    @property
    def spared(self) -> int:
        """Rows above the footer that stay in view whatever lies over the page: the line of the tour."""
        return len(self.app.query("#tour"))

    def lay(self) -> None:
        """Take the place the terminal leaves; asked for with every size of it, since Textual says nothing of another
        one to what keeps its own."""

    def footer_left(self, width: int) -> list[Run] | None:
        """What stands in the place of the keys, or None for the keys."""
        return None

    def footer_right(self, width: int) -> list[Run]:
        """The right end of the footer."""
        return []

    def take_key(self, event: events.Key) -> bool:
        """Act on a key that is no command; whether it was one. Those typed before this stood come here too."""
        return False

    def closing(self) -> None:
        """It is being taken away, by whatever."""

    def interrupted(self) -> bool:
        """Act on Ctrl+C in place of the program, which it would end; whether this did."""
        return False

    def briefing_renewed(self) -> None:
        """Another reading of the briefing is on the page."""
        self.refresh(layout=False)

    def notes_changed(self) -> None:
        """Notes or bookmarks are others now; show them, where any are shown."""

    def inks_changed(self) -> None:
        """The theme changed."""
        self.refresh(layout=False)

    def do_go_back(self) -> None:
        self.reader.close_overlay()
