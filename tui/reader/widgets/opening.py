"""Open (`o`): the article in the editor, or the address of its source, which is shown whole first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual import events
from textual.app import SuspendNotSupported
from textual.strip import Strip

from tui.documents import clean_line
from tui.reader.goal import Goal
from tui.reader.messages import Message
from tui.reader.outside import browse, edit, editor, host, host_in_ascii, why_not
from tui.reader.painting import Run, fit, strip
from tui.reader.widgets.dialog import Dialog
from tui.reader.wrapping import wrap

if TYPE_CHECKING:
    from tui.reader.app import Hexapla

ARTICLE, ADDRESS = 0, 1
Row = tuple[int | None, list[Run]]  # the choice a row belongs to, and what stands on it


def open_goal(reader: Hexapla, goal: Goal | None) -> None:
    """Open what a view has in hand: at once where there is only the article, else after asking which."""
    if goal is None:
        reader.say(Message("nothing to open here", kind="warning"))
    elif not goal.url or why_not(goal.url):
        open_editor(reader, goal)
    else:
        reader.open_overlay(OpeningDialog(goal))


def open_editor(reader: Hexapla, goal: Goal) -> None:
    """Give the terminal to the editor; afterwards say what went wrong, if anything did."""
    reader.dismiss_message()
    try:
        why = edit(goal, reader.suspend, chosen=reader.settings.editor)
    except SuspendNotSupported:
        why = "this terminal cannot be lent to another program"
    if why:
        where = f"{goal.shown}, line {goal.line}"
        if cell_len(where) + cell_len(why) + 6 > reader.size.width:
            where = f"{clean_line(goal.path.name)}, line {goal.line}"
        reader.say(Message(where, why, kind="error" if editor(chosen=reader.settings.editor) else "warning"))
    elif goal.url and why_not(goal.url):
        reader.say(Message("the address of this source is not opened", why_not(goal.url), kind="warning"))


class OpeningDialog(Dialog):
    """The article, or the address of its source; nothing is opened before `↵`."""

    HINTS = (
        ("go.source", "open"),
        ("move.down move.up", "article, address"),
        ("copy.citation", "copy"),
        ("go.back", "back"),
    )

    def __init__(self, goal: Goal) -> None:
        super().__init__(name="opening")
        self.goal = goal
        self.chosen = ARTICLE

    # -- painting

    def title_runs(self) -> tuple[list[Run], list[Run]]:
        name = fit(self.goal.name, max(self.inner - 8, 0), self.ink.glyphs.more)
        return [("Open", self.ink("foreground", "raised", "b"))], [(name, self.ink("dim", "raised"))]

    def wanted_rows(self) -> int:
        return len(list(self._rows()))

    @property
    def whole(self) -> bool:
        """Whether the address is in view from its first to its last character."""
        return len(list(self._rows())) <= self.room

    def row(self, y: int, width: int) -> Strip:
        ink, rows = self.ink, list(self._rows())
        choice, runs = rows[y] if y < len(rows) else (None, [])
        here = choice == self.chosen
        bar: Run = (ink.glyphs.bar if here else " ", ink("bar", "selection" if here else "raised"))
        ground = ink("foreground", "selection" if here else "raised")
        return strip([bar, (" ", ground), *runs], width, ground)

    def _rows(self) -> Iterator[Row]:
        ink, goal = self.ink, self.goal
        dim = ink("dim", "raised")
        named = editor(chosen=self.reader.settings.editor)
        way = named[0] if named else "an editor: set $EDITOR, or editor: in the settings"
        yield None, [(f"The article, in {way}", dim)]
        ground = "selection" if self.chosen == ARTICLE else "raised"
        tail = f", line {goal.line}"
        file = fit(goal.shown, max(self.inner - len(tail), 8), ink.glyphs.more)
        yield ARTICLE, [(file, ink("foreground", ground, "b")), (tail, ink("dim", ground))]
        yield None, []
        yield None, [("Its address, in the browser", dim)]
        yield from self._address()
        notes = [f"looked up as {name}"] if (name := host_in_ascii(goal.url)) else []
        if "@" in goal.url.partition(host(goal.url) or ":")[0]:
            notes.append(f"what stands before the @ is no host: {host(goal.url)} answers")
        for number, note in enumerate(notes):
            if not number:
                yield None, []
            yield None, [(fit(f"! {note}", self.inner, ink.glyphs.more), ink("warning", "raised", "b"))]

    def _address(self) -> Iterator[Row]:
        """The address, every character of it; the host is bold, since it says who answers."""
        ink, url = self.ink, self.goal.url
        name = host(url)
        begin = url.find(name) if name else 0
        end = begin + len(name)
        ground = "selection" if self.chosen == ADDRESS else "raised"
        plain, bold = ink("prose", ground), ink("foreground", ground, "b")
        for start, stop in wrap(url, max(self.inner, 1)):
            a, b = min(max(begin, start), stop), min(max(end, start), stop)
            yield ADDRESS, [(url[start:a], plain), (url[a:b], bold), (url[b:stop], plain)]

    # -- commands

    def _choose(self, choice: int) -> None:
        self.reader.dismiss_message()
        self.chosen = choice
        self.refresh(layout=False)

    def do_move_down(self) -> None:
        self._choose(ADDRESS)

    def do_move_up(self) -> None:
        self._choose(ARTICLE)

    def do_jump_forward(self) -> None:
        self._choose(ADDRESS if self.chosen == ARTICLE else ARTICLE)

    def on_key(self, event: events.Key) -> None:
        if event.key in ("tab", "shift+tab"):
            event.stop()
            event.prevent_default()
            self.do_jump_forward()

    def do_app_quit(self) -> None:
        self.reader.close_overlay()

    def do_go_source(self) -> None:
        """Open what is chosen; an address only where all of it is in view."""
        reader, goal = self.reader, self.goal
        if self.chosen == ADDRESS and not self.whole:
            reader.say(Message("not opened", "the address is too long to be shown whole here", kind="warning"))
            return
        reader.close_overlay()
        if self.chosen == ARTICLE:
            open_editor(reader, goal)
            return
        try:
            why = browse(goal.url, reader.suspend)
        except SuspendNotSupported:
            why = "this terminal cannot be lent to another program"
        if why:
            reader.say(Message("the address was not opened", why, kind="error"))
        else:
            reader.say(Message("handed to the browser", host(goal.url) or goal.url))

    def do_copy_citation(self) -> None:
        """Copy the address, or the path of the article."""
        from tui.reader.clipboard import copy

        what, text = ("address", self.goal.url) if self.chosen == ADDRESS else ("path", str(self.goal.path))
        way = copy(text, self.reader.copy_to_clipboard)
        self.reader.close_overlay()
        self.reader.say(Message(f"copied the {what}", way))

    def on_click(self, event: events.Click) -> None:
        rows = list(self._rows())
        index = event.y - 2
        choice = rows[index][0] if 0 <= index < len(rows) else None
        if choice is None:
            return
        again = choice == self.chosen
        self._choose(choice)
        if again or event.chain > 1:
            self.do_go_source()
