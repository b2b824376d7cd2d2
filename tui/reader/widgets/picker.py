"""The page without a briefing, and the list of those at hand (look.md, "States": Empty)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.cells import cell_len
from textual import events
from textual.message import Message as Event
from textual.strip import Strip

from tui.briefing.findings import Finding
from tui.briefing.model import Source
from tui.documents.model import Document, Span
from tui.evidence.model import ResolvedBriefing
from tui.reader.arrival import exchange
from tui.reader.behind import compute
from tui.reader.forgiving import narrowed
from tui.reader.goal import Goal
from tui.reader.messages import Message
from tui.reader.painting import Run, fit, pad, strip
from tui.reader.shelf import Entry, entries, gone, open_entry, read, told_apart
from tui.reader.widgets.narrowing import Narrowing
from tui.reader.widgets.steps import Steps
from tui.reader.widgets.view import Hint, View

SHELL: tuple[tuple[str, str], ...] = (
    ("hexapla open a.txt b.txt", "compares bare articles"),
    ("hexapla new a.txt b.txt", "drafts a briefing"),
)
SHELL_FROM = 12  # rows from which the commands of the shell are shown
COMMAND, GAP, MARGIN = 28, 3, 2


class PickerView(Steps, View):
    """Shipped briefings and the user's own; `↵` opens one, Escape goes back to the one that is open."""

    @dataclass
    class Read(Event):
        """A briefing was read for the list."""

        index: int
        entry: Entry

    @dataclass
    class Opened(Event):
        """A briefing was opened, or has an error."""

        entry: Entry
        found: ResolvedBriefing | Finding

    def __init__(self) -> None:
        super().__init__(id="picker")
        self.entries: list[Entry] = []
        self.at = 0
        self.waiting: Entry | None = None  # the one being opened
        self._top = 0
        self._typed = ""  # what the list is narrowed by
        self.listed: list[Entry] = []
        self._measured: tuple[int, tuple[int, int, int]] | None = None  # for a width, until the list is another
        self._apart: dict[Path, str] = {}  # the file names of briefings of one title

    def on_mount(self) -> None:
        self.entries = self.listed = entries()
        here = self.reader.resolved.briefing.path
        self.at = next((number for number, entry in enumerate(self.entries) if entry.path == here), 0)
        if name := gone():
            self.reader.voice.say_all([Message(f"{name} is gone", kind="warning")])
        self._read(0)

    # -- reading

    @property
    def settled(self) -> bool:
        """Whether every briefing listed was read."""
        return all(entry.sources is not None or entry.finding for entry in self.entries)

    def _read(self, index: int) -> None:
        if index < len(self.entries):
            entry, roots = self.entries[index], self.reader.roots
            compute(self, lambda: self.Read(index, read(entry, roots)))

    def on_picker_view_read(self, event: Read) -> None:
        event.stop()
        self.entries[event.index] = event.entry
        self._apart = told_apart(self.entries)
        self._narrow(self._typed)
        self._read(event.index + 1)

    # -- narrowing

    def _narrow(self, typed: str) -> None:
        """List the briefings that have what is typed, the one in hand kept where it is among them."""
        before = self.listed[self.at].path if self.at < len(self.listed) else None
        self._typed, self._measured = typed, None
        self.listed = narrowed(self.entries, typed, lambda entry: entry.searched)
        paths = [entry.path for entry in self.listed]
        self._take(paths.index(before) if before in paths else 0)

    def do_view_filter(self) -> None:
        """Narrow the list by typing."""
        self.reader.dismiss_message()
        self.reader.open_overlay(Narrowing(self._narrow, self.step, self.leap, self.do_go_source))

    def do_search_open(self) -> None:
        self.do_view_filter()

    # -- geometry

    @property
    def _foot(self) -> int:
        return len(SHELL) + 2 if self.size.height >= SHELL_FROM else 0

    @property
    def _shown(self) -> int:
        """How many briefings are in view."""
        return max(min(len(self.listed), self.size.height - 2 - self._foot), 1)

    @property
    def _first_row(self) -> int:
        """The row of the first briefing; the sentence stands two rows above."""
        most = max(self.size.height - self._foot - self._shown, 2)
        return min(max(self.size.height // 2 - 4 - (self._shown - 1) // 2, 2), most)

    @property
    def _columns(self) -> tuple[int, int, int]:
        """Where the rows begin, how wide they are, and how wide their titles are; asked for every row painted."""
        if self._measured is None or self._measured[0] != self.size.width:
            self._measured = self.size.width, self._measure()
        return self._measured[1]

    def _measure(self) -> tuple[int, int, int]:
        room = self.size.width - 2 * MARGIN if self.size.width > 60 else self.size.width
        titles = max((cell_len(entry.title) for entry in self.listed), default=0)
        details = max((cell_len(self._details(one)) + (2 if one.finding else 0) for one in self.listed), default=20)
        width = min(max(titles + GAP + details, COMMAND + 24) + 2 * MARGIN, room)
        titles = max(min(titles, width - details - GAP - 2 * MARGIN), min(titles, width // 2))
        return (self.size.width - width) // 2, width, titles

    # -- painting

    def render_line(self, y: int) -> Strip:
        ink, width = self.ink, self.size.width
        left, _, _ = self._columns
        row = y - self._first_row
        margin: Run = (" " * (left + MARGIN), ink())
        if row == -2:
            return strip([margin, (self._sentence(), ink("foreground", attributes="b"))], width, ink())
        if 0 <= row < self._shown and self._top + row < len(self.listed):
            return self._entry(self._top + row)
        foot = row - self._shown - 1
        if self._foot and foot == 0:
            return strip([margin, ("Or, from the shell", ink("dim"))], width, ink())
        if self._foot and 0 < foot <= len(SHELL):
            command, does = SHELL[foot - 1]
            runs = [margin, (pad(command, COMMAND), ink("foreground", attributes="b")), (does, ink("dim"))]
            return strip(runs, width, ink())
        return strip([], width, ink())

    def _sentence(self) -> str:
        if not self.entries:
            return "No briefing is open, and none is at hand."
        if not self.listed:
            return "No briefing has that."
        return "Open another briefing." if self.reader.resolved.briefing.sources else "No briefing is open."

    def _details(self, entry: Entry) -> str:
        name = self._apart.get(entry.path)
        return f"{name} · {entry.details}" if name else entry.details

    def _entry(self, index: int) -> Strip:
        ink, entry, here = self.ink, self.listed[index], index == self.at
        left, width, titles = self._columns
        ground = "selection" if here else "background"
        more, sign = ink.glyphs.more, 2 if entry.finding else 0
        room = width - GAP - 2 * MARGIN - sign
        details = self._details(entry)
        if cell_len(details) > room - titles:  # rather an even edge given up than words
            titles = min(cell_len(entry.title), titles)
        details = fit(details, room - titles, more)
        runs: list[Run] = [(f"{ink.glyphs.bar} " if here else "  ", ink("bar", ground))]
        title = pad(fit(entry.title, titles, more), titles + GAP)
        runs.append((title, ink("foreground", ground, "b" if here else "")))
        if entry.finding:
            runs.append((ink.glyphs.fault + " ", ink("error", ground, "b")))
        runs.append((details, ink("foreground" if entry.finding else "dim", ground)))
        row = strip(runs, width, ink("dim", ground))
        return strip([(" " * left, ink()), *((part.text, part.style or ink()) for part in row)], self.size.width, ink())

    # -- the frame

    @property
    def HINTS(self) -> Sequence[Hint]:  # type: ignore[override]  # noqa: N802
        """The keys of the footer."""
        away = ("go.back", "back") if self.reader.resolved.briefing.sources else ("app.quit", "quit")
        return (
            ("go.source", "open"),
            ("move.down move.up", "briefing"),
            ("view.filter", "filter"),
            ("help.open", "help"),
            away,
        )

    def footer_right(self, width: int) -> list[Run]:
        place = f"{self.at + 1} of {len(self.listed)}" if len(self.listed) > self._shown else ""
        return [(place, self.ink("dim", "panel"))] if place else []

    def to_open(self) -> Goal | None:
        """The briefing in hand, at its first error where it has one."""
        if not self.listed:
            return None
        entry = self.listed[self.at]
        return Goal(entry.title, entry.path.absolute(), entry.finding.line if entry.finding else 1)

    def to_copy_all(self) -> list[tuple[Source, Document, Span]]:
        return []  # nothing of what is listed is a quotation

    # -- commands

    def _go(self, to: int) -> None:
        self.reader.dismiss_message()
        self._take(to)

    def _take(self, to: int) -> None:
        self.at = min(max(to, 0), max(len(self.listed) - 1, 0))
        self._top = min(max(self._top, self.at - self._shown + 1), self.at)
        self.refresh()
        self.reader.refresh_footer()

    def on_resize(self) -> None:
        self._take(self.at)

    def step(self, by: int) -> None:
        self._go(self.at + by)

    def leap(self, way: int) -> None:
        self.step(way * max(self._shown // 2, 1))

    def do_go_back(self) -> None:
        self.waiting = None
        self.reader.dismiss_message()
        if self.reader.resolved.briefing.sources:
            self.reader.show_view(self.reader.view_before)

    def do_go_source(self) -> None:
        """Open the briefing in hand; one with an error says which."""
        if not self.listed or self.waiting is not None:
            return
        entry, roots = self.listed[self.at], self.reader.roots
        self.waiting = entry
        self.reader.say(Message("opening", entry.title, kind="work"))
        compute(self, lambda: self.Opened(entry, open_entry(entry, roots)))

    async def on_picker_view_opened(self, event: Opened) -> None:
        event.stop()
        if event.entry is not self.waiting:  # given up meanwhile
            return
        self.waiting = None
        self.reader.dismiss_message()
        if isinstance(event.found, Finding):
            where = f"{event.entry.name}:{event.found.line}:{event.found.column}"
            hint = f"{self.reader.keys_of('open.article')} opens it"
            self.reader.say(Message(where, event.found.message, hint=hint, kind="error"))
        else:
            await exchange(self.reader, event.found)

    # -- mouse

    def on_click(self, event: events.Click) -> None:
        row = event.y - self._first_row
        if 0 <= row < self._shown and self._top + row < len(self.listed):
            again = self._top + row == self.at
            self._go(self._top + row)
            if again or event.chain > 1:
                self.do_go_source()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self._go(self.at + 1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self._go(self.at - 1)
