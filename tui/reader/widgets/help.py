"""Keys and signs (`?`), narrowed by typing; and commands by name (`:`), run from the same list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from tui.reader.commands import COMMANDS, MOUSE, SHELL, SIGNS, SYNTAX, HelpRow, help_rows
from tui.reader.forgiving import narrowed
from tui.reader.painting import Run, fit, pad, spread, strip
from tui.reader.widgets.dialog import HEAD, Dialog
from tui.reader.widgets.steps import Steps
from tui.reader.widgets.typing import TypingLine
from tui.reader.widgets.view import Hint
from tui.reader.wrapping import wrap

KEYS, TWO_COLUMNS_FROM, IDS_FROM = 7, 72, 90
OWN_KEYS = {"Signs": 6, "In the search": 11}  # cells of the first column, where not `KEYS`
GAP = 3  # cells right of a column
RIGHT_GROUPS = ("Take away", "Columns", "Hexapla", "From the shell", "Signs")
TYPED, TYPED_HIGH, HIGH_FROM = 2, 3, 20  # rows of the typing line and what is below it, on low and high terminals

Entry = HelpRow | str  # a command or sign, or the title of a group ("" parts groups)


def _text(row: HelpRow) -> str:
    return f"{row.keys} {row.label} {row.id} {row.group}"


class HelpDialog(Steps, Dialog):
    """All keys, searchable, and the signs beside them; made from the command table."""

    HINTS: Sequence[Hint] = (
        ("↑ ↓", "scroll"),
        ("go.source", "the tour"),
        ("hexapla keys", "prints this list"),
        ("go.back", "back"),
    )
    TITLE = "Keys and signs"
    TOUR = "takes the tour: five steps on the page"
    COUNTED = ""  # which commands are counted

    def __init__(self) -> None:
        super().__init__(name="help")
        self.line = TypingLine()
        self.line.placeholder = "  type to narrow"  # its first cell is the cursor
        self._top = 0

    def compose(self) -> ComposeResult:
        yield self.line

    def on_mount(self) -> None:
        super().on_mount()
        self.line.focus()

    @property
    def first(self) -> Widget:
        return self.line

    def focus(self, scroll_visible: bool = True) -> HelpDialog:
        return self  # the typing line takes the keys, once it is there

    def lay(self) -> None:
        super().lay()
        self.line.place(4, 2, min(30, self.app.size.width - len(f"    999 commands{self.COUNTED}  ")))

    def on_resize(self) -> None:
        self.step(0)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._top = 0
        self.refresh(layout=False)

    # -- content

    @property
    def typed(self) -> int:
        """Rows above the list."""
        return TYPED_HIGH if self.TOUR and self.app.size.height >= HIGH_FROM else TYPED

    def found(self) -> list[HelpRow]:
        """The commands and signs the typed words leave, in table order."""
        keys = self.reader.keys_shown()
        rows = [row._replace(keys=keys.get(row.id, row.keys)) for row in help_rows()]
        others = (("In the search", SYNTAX), ("Mouse", MOUSE), ("From the shell", SHELL), ("Signs", SIGNS))
        for group, listed in others:
            rows += [HelpRow(sign, meaning, "", group) for sign, meaning in listed]
        return narrowed(rows, self.line.value, _text)

    def _columns(self) -> list[list[Entry]]:
        rows = self.found()
        sides = [rows]
        if self.app.size.width >= TWO_COLUMNS_FROM:
            right = [row for row in rows if row.group in RIGHT_GROUPS]
            sides = [[row for row in rows if row.group not in RIGHT_GROUPS], right]
        width = (self.wide - 4) // len(sides) - GAP
        return [[line for entry in _grouped(side) for line in _wrapped(entry, width)] for side in sides]

    def wanted_rows(self) -> int:
        return self.typed + max(map(len, self._columns()))

    def title_runs(self) -> tuple[list[Run], list[Run]]:
        return [(self.TITLE, self.ink("foreground", "raised", "b"))], []

    # -- painting

    def row(self, y: int, width: int) -> Strip:
        ink = self.ink
        fill = ink("foreground", "raised")
        columns = self._columns()
        if y == 0:
            number = sum(row.commands for row in self.found())
            count = f"{number} command{'' if number == 1 else 's'}{self.COUNTED}"
            prompt: list[Run] = [("  ", fill), ("/ ", ink("accent", "raised", "b"))]
            return spread(prompt, [(count, ink("dim", "raised")), ("  ", fill)], width, fill)
        if y == 1 and self.line.value == "" and self.TOUR:
            tour: list[Run] = [(f"{self.reader.keys_of('go.source')} ", ink("accent", "raised", "b"))]
            room = width - 4 - cell_len(tour[0][0])
            takes = self.TOUR if len(self.TOUR) <= room else self.TOUR.partition(":")[0]
            return strip([("  ", fill), *tour, (fit(takes, room, ink.glyphs.more), ink("dim", "raised"))], width, fill)
        longest = max(map(len, columns), default=0)
        room = self.room - self.typed
        if longest > room and y == self.room - 1:
            return self._more(longest, room, width)
        index = y - self.typed + self._top
        if y < self.typed or index < 0:
            return strip([], width, fill)
        each = (width - 4) // len(columns)
        runs = self._margin(index, longest)
        for column in columns:
            entry = column[index] if index < len(column) else ""
            runs += strip_runs(self._entry(entry, each - GAP), each, ("", fill))
        return strip(runs, width, fill)

    def _margin(self, index: int, count: int) -> list[Run]:
        """The two cells before row `index` of `count`."""
        return [("  ", self.ink("foreground", "raised"))]

    def _entry(self, entry: Entry, width: int) -> list[Run]:
        ink = self.ink
        if isinstance(entry, str):
            return [(entry, ink("accent", "raised", "b"))]
        keys, room, name = _parts(entry, width)
        label = fit(entry.label, room, ink.glyphs.more)
        return [
            (pad(entry.keys, keys), ink("foreground", "raised", "b")),
            (pad(label, room), ink("foreground", "raised")),
            (f" {name}" if name else "", ink("dim", "raised")),
        ]

    def _more(self, longest: int, room: int, width: int) -> Strip:
        last = min(self._top + room - 1, longest)
        fill = self.ink("foreground", "raised")
        text = f"{self._top + 1}{self.ink.glyphs.dash}{last} of {longest}"
        return spread([], [(text, self.ink("dim", "raised")), ("  ", fill)], width, fill)

    # -- commands

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.do_go_source()

    def do_go_source(self) -> None:
        """Take the tour; not while somebody looks for a key."""
        if not self.line.value:
            self.reader.close_overlay()
            self.reader.run_command("tour.start")

    def step(self, by: int) -> None:
        self._top = min(max(self._top + by, 0), self._most)
        self.refresh(layout=False)

    @property
    def _most(self) -> int:
        """The most rows above those in view: a list that is longer than the room leaves a row to say so."""
        longest, room = max(map(len, self._columns()), default=0), self.room - self.typed
        return max(longest - room + 1, 0) if longest > room else 0

    def leap(self, way: int) -> None:
        self.step(way * (self.room // 2))

    def on_click(self, event: events.Click) -> None:
        self.clicked(event.y - HEAD, event.chain)  # less than 0 for a click in the line

    def clicked(self, y: int, times: int) -> None:
        """Row `y` below the rule was clicked."""
        if y == 1 and self.TOUR:
            self.do_go_source()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.step(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.step(-3)


def _grouped(rows: list[HelpRow]) -> Iterator[Entry]:
    group = ""
    for row in rows:
        if row.group != group:
            if group:
                yield ""
            yield row.group
            group = row.group
        yield row


def _parts(row: HelpRow, width: int) -> tuple[int, int, str]:
    """Of `width` cells those of the keys and those left for the label, and the id where there is room for ids."""
    keys = max(OWN_KEYS.get(row.group, KEYS), cell_len(row.keys) + 1)
    name = row.id if width >= IDS_FROM // 2 else ""
    return keys, max(width - keys - (cell_len(name) + 1 if name else 0), 4), name


def _wrapped(entry: Entry, width: int) -> Iterator[Entry]:
    """The entry, and below it what of its label one line of `width` cells does not hold."""
    if isinstance(entry, str):
        yield entry
        return
    keys, room, _ = _parts(entry, width)
    if cell_len(entry.label) <= room:
        yield entry
        return
    (start, end), *others = wrap(entry.label, room)
    yield entry._replace(label=entry.label[start:end])
    for start, end in others:
        yield HelpRow(" " * (keys - 1), entry.label[start:end], "", entry.group)


def strip_runs(runs: list[Run], width: int, fill: Run) -> list[Run]:
    """The runs cut or filled to `width` cells, as runs again."""
    return [(segment.text, segment.style or fill[1]) for segment in strip(runs, width, fill[1])]


class Palette(HelpDialog):
    """Commands by name: typing narrows, `↑ ↓` choose, `↵` runs."""

    HINTS = (("go.source", "run"), ("↑ ↓", "command"), ("go.back", "back"))
    TITLE = "Commands"
    TOUR = ""
    COUNTED = " here"  # only those that can be run

    def __init__(self) -> None:
        super().__init__()
        self.chosen = 0

    def found(self) -> list[HelpRow]:
        keys = self.reader.active_keys()
        rows = [HelpRow(keys.get(one.id, ""), one.title, one.id, one.group, 1) for one in COMMANDS]
        runnable = [row for row in rows if row.id not in ("palette.open", "go.back") and self.reader.can_run(row.id)]
        return narrowed(runnable, self.line.value, _text)

    def _columns(self) -> list[list[Entry]]:
        return [list(self.found())]

    def wanted_rows(self) -> int:
        return self.typed + len(self.found())

    @on(Input.Changed)
    def _narrowed(self, event: Input.Changed) -> None:
        self.chosen = 0

    def _margin(self, index: int, count: int) -> list[Run]:
        ink = self.ink
        if index != min(self.chosen, count - 1):
            return super()._margin(index, count)
        return [(ink.glyphs.bar, ink("bar", "selection")), (" ", ink("foreground", "selection"))]

    def _entry(self, entry: Entry, width: int) -> list[Run]:
        runs = super()._entry(entry, width)
        found = self.found()
        if not isinstance(entry, str) and found and entry == found[min(self.chosen, len(found) - 1)]:
            ink = self.ink
            return [(text, ink("foreground", "selection", "b" if n == 0 else "")) for n, (text, _) in enumerate(runs)]
        return runs

    def step(self, by: int) -> None:
        self.chosen = min(max(self.chosen + by, 0), max(len(self.found()) - 1, 0))
        room = self.room - self.typed - 1
        self._top = min(max(self._top, self.chosen - room + 1, 0), self.chosen, self._most)
        self.refresh(layout=False)

    def do_go_source(self) -> None:
        """Run the command chosen."""
        found = self.found()
        if found:
            chosen = found[min(self.chosen, len(found) - 1)].id
            self.reader.close_overlay()
            self.reader.run_command(chosen)

    def clicked(self, y: int, times: int) -> None:
        number = y - self.typed + self._top
        if y >= self.typed and number < len(self.found()):
            again = number == self.chosen
            self.step(number - self.chosen)
            if again or times > 1:
                self.do_go_source()
