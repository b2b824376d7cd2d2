"""A list narrowed by typing: one line in the place of the footer, the list itself stays the view's."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.strip import Strip
from textual.widgets import Input

from tui.reader.painting import Run, spread
from tui.reader.widgets.one_line import OneLine
from tui.reader.widgets.steps import Steps
from tui.reader.widgets.typing import TypingLine


class Narrowing(Steps, OneLine):
    """`typed` is told of every letter and of "" when this goes; other keys reach the view below: `↑ ↓` and `↵`."""

    def __init__(
        self,
        typed: Callable[[str], None],
        step: Callable[[int], None],
        leap: Callable[[int], None],
        enter: Callable[[], None],
    ) -> None:
        super().__init__("narrowing", TypingLine())
        self._typed, self._step, self._leap, self._enter = typed, step, leap, enter
        self.line.placeholder = " type to narrow"

    def lay(self) -> None:
        self.line.place(3, 0, self.app.size.width - 30)

    def closing(self) -> None:
        self._typed("")

    def render_line(self, y: int) -> Strip:
        ink = self.ink
        fill = ink("foreground", "raised")
        escape, enter = self.reader.keys_of("go.back"), self.reader.keys_of("go.source")
        left: list[Run] = [(" ", fill), ("/ ", ink("accent", "raised", "b"))]
        return spread(left, [(f"{enter} open  {escape} all ", ink("dim", "raised"))], self.size.width, fill)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self._typed(event.value)

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.do_go_source()

    def do_go_source(self) -> None:
        """Take what is in hand of the narrowed list."""
        self._enter()

    def step(self, by: int) -> None:
        self._step(by)

    def leap(self, way: int) -> None:
        self._leap(way)
