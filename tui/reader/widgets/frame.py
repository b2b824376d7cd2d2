"""The two rows of chrome: the header with the views, the footer with keys and place (look.md, "Frame")."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual import events
from textual.strip import Strip

from tui.reader.commands import BY_ID
from tui.reader.painting import Run, fit, spread, strip, width_of
from tui.reader.trail import trail
from tui.reader.widgets.part import Part
from tui.reader.widgets.view import Hint

SPELLED_FROM = 100  # columns from which every view's name is spelled
LOWEST_WITH_HEADER = 12  # rows


class Header(Part):
    """One row: wordmark, title, where one is in the briefing as far as there is room, the views.

    The active view is cut out of the band.
    """

    DEFAULT_CSS = "Header { dock: top; height: 1; }"

    def __init__(self) -> None:
        super().__init__(id="header")
        self._tabs: list[tuple[int, int, str]] = []
        self._trail: list[Run] = []
        self._room = 0  # cells for it

    def render_line(self, y: int) -> Strip:
        ink, width = self.reader.page_ink, self.size.width
        tabs, length = self._tab_runs(width)
        prefix: list[Run] = [
            (" ", ink("foreground", "panel")),
            (ink.glyphs.mark + " ", ink("accent", "panel", "b")),
            ("Hexapla  ", ink("foreground", "panel", "b")),
        ]
        used = width_of(prefix)
        room = width - used - length - 2
        title = fit(self.reader.title_text, max(room, 0), ink.glyphs.more)
        self._room = room - cell_len(title) if title == self.reader.title_text else 0
        self._trail = self._find_trail()
        gap = " " * max(width - used - cell_len(title) - width_of(self._trail) - length, 0)
        dim = ink("dim", "panel")
        return strip([*prefix, (title, dim), *self._trail, (gap, dim), *tabs], width, dim)

    def _find_trail(self) -> list[Run]:
        reader = self.reader
        return trail(reader.hand, reader.page_ink, reader.view.standing(), self._room) if self._room > 0 else []

    def look(self) -> None:
        """Paint anew where one is, if that is another place than the one painted."""
        if self._room > 0 and self._find_trail() != self._trail:
            self.refresh()

    def _tab_runs(self, width: int) -> tuple[list[Run], int]:
        ink, runs = self.reader.page_ink, list[Run]()
        band = ink("dim", "panel")
        self._tabs = []
        offset, starts = 0, list[tuple[int, int, str]]()
        for number, name in self.reader.view_names():
            active = name == self.reader.view_name
            spelled = name.capitalize() if active or width >= SPELLED_FROM else ""
            ground = "tab" if active else "panel"
            attributes = "b" if active else ""
            text = f"{number} {spelled}" if spelled else number
            runs.append((" ", ink("dim", ground)))
            runs.append((number, ink("accent" if active else "foreground", ground, attributes)))
            if spelled:
                runs.append((f" {spelled}", ink("foreground" if active else "dim", ground, attributes)))
            runs.append((" ", ink("dim", ground)))
            starts.append((offset, offset + len(text) + 2, name))
            offset += len(text) + 2
        self._tabs = [(width - offset + start, width - offset + end, name) for start, end, name in starts]
        return runs or [(" ", band)], offset

    def on_click(self, event: events.Click) -> None:
        for start, end, name in self._tabs:
            if start <= event.x < end:
                self.reader.run_command(f"view.{name}")


class Footer(Part):
    """One row: keys that fit the focus, or a message; where the reader is, right. An error may take more rows."""

    DEFAULT_CSS = "Footer { dock: bottom; height: 1; }"

    def __init__(self) -> None:
        super().__init__(id="footer")
        self._spots: list[tuple[int, int, str]] = []
        self._high = 1  # rows

    def render_line(self, y: int) -> Strip:
        reader, width, more = self.reader, self.size.width, self.reader.ink.glyphs.more
        fill = reader.ink("dim", "panel")
        self._spots = []
        message = reader.message_rows(width)
        if message:
            said, hint = message[y] if y < len(message) else ([], [])
            return spread([(" ", fill), *said], [*hint, (" ", fill)], width, fill, more)
        right = reader.footer_right(width)
        left = reader.footer_left(width)
        if left is None:
            left = self._hint_runs(reader.hints(), width - width_of(right) - 4)
        return spread([(" ", fill), *left], [*right, (" ", fill)], width, fill, more)

    def look(self) -> None:
        """Paint it anew, as high as what it says."""
        high = max(len(self.reader.message_rows(self.app.size.width)), 1)
        if high != self._high:
            self._high = self.styles.height = high
        self.refresh()

    def on_resize(self) -> None:
        self.look()

    def _hint_runs(self, hints: Sequence[Hint], room: int) -> list[Run]:
        ink, reader = self.reader.ink, self.reader
        texts = [(reader.keys_of(ids), word, ids) for ids, word in hints]
        widths = [cell_len(keys) + 1 + cell_len(word) for keys, word, _ in texts]
        kept = [*range(len(texts))]
        while len(kept) > 1 and sum(widths[n] + 2 for n in kept) - 2 > room:
            del kept[-2]
        runs, at = list[Run](), 1
        for number in kept:
            keys, word, ids = texts[number]
            gap = "  " if number != kept[-1] else ""
            runs += [(keys + " ", ink("foreground", "panel", "b")), (word + gap, ink("dim", "panel"))]
            command = ids.split()[0]
            if command in BY_ID:  # others are keys of the line typed into
                self._spots.append((at, at + widths[number], command))
            at += widths[number] + len(gap)
        return runs

    def on_click(self, event: events.Click) -> None:
        for start, end, command in self._spots:
            if start <= event.x < end:
                self.reader.run_command(command)
