"""All themes, each in its own colours; the page takes on the one in hand while choosing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from rich.cells import cell_len
from textual import events
from textual.filter import LineFilter
from textual.strip import Strip

from tui.reader.chosen import choose_theme
from tui.reader.ink import Ink
from tui.reader.painting import Run, fit, pad, spread, strip
from tui.reader.themes import Theme
from tui.reader.widgets.dialog import HEAD, Dialog
from tui.reader.widgets.steps import Steps

WIDTH: Final = 46
SAMPLES: Final = 8  # letters of sources shown in each theme's colours


class ThemePicker(Steps, Dialog):
    """Stands in the corner, so that the page is seen; `↵` keeps the theme in hand, anything else goes back."""

    HINTS = (("go.source", "keep"), ("move.down move.up", "theme"), ("go.back", "as it was"))
    VEILS = False

    def __init__(self, themes: Iterable[Theme], worn: Theme) -> None:
        super().__init__(name="themes")
        self.themes = list(themes)
        self.before = worn
        self.at = next((at for at, theme in enumerate(self.themes) if theme.name == worn.name), 0)
        self._kept = False
        self._inks: dict[str, Ink] = {}

    # -- geometry

    def lay(self) -> None:
        size = self.app.size
        width = WIDTH if size.width >= WIDTH + 20 else size.width
        height = min(len(self.themes) + HEAD + 1, max(size.height - 2 if size.height < 16 else size.height * 2 // 3, 4))
        self.take_place(size.width - width, max(size.height - 1 - height, 0), width, height)

    @property
    def _top(self) -> int:
        shown = max(self.room - 1, 1)
        return min(max(self.at - shown // 2, 0), max(len(self.themes) - shown, 0))

    # -- painting

    def title_runs(self) -> tuple[list[Run], list[Run]]:
        ink = self.ink
        count = f"{self.at + 1} of {len(self.themes)}"
        return [("Themes", ink("foreground", "raised", "b"))], [(count, ink("dim", "raised"))]

    def row(self, y: int, width: int) -> Strip:
        ink, at = self.ink, y + self._top
        fill = ink("foreground", "raised")
        if at >= len(self.themes) or y >= max(self.room - 1, 1):
            return strip([], width, fill)
        theme, here = self.themes[at], at == self.at
        ground = "selection" if here else "raised"
        left: list[Run] = [
            (ink.glyphs.bar if here else " ", ink("bar", ground)),
            (" ", ink("foreground", ground)),
            (pad(fit(theme.name, 17, ink.glyphs.more), 18), ink("foreground", ground, "b" if here else "")),
            (pad(_kind(theme), 9), ink("dim", ground)),
        ]
        yours = "yours  " if self.reader.themes.origin(theme) == "yours" else ""
        right = [(yours, ink("dim", ground)), *self._sample(theme), ("  ", ink("foreground", ground))]
        return spread(left, right, width, ink("foreground", ground))

    def get_line_filters(self) -> Sequence[LineFilter]:
        return self.app.get_line_filters()  # a sample may be in the terminal's own colours

    def _sample(self, theme: Theme) -> list[Run]:
        """Letters of the sources as the theme shows them."""
        if theme.name not in self._inks:
            self._inks[theme.name] = Ink(theme, self.reader.depth, glyphs=self.ink.glyphs)
        ink = self._inks[theme.name]
        letters = [source.letter for source in self.reader.resolved.briefing.sources][:SAMPLES]
        letters += [ink.glyphs.verified] * (SAMPLES - len(letters))
        runs: list[Run] = [(" ", ink())]
        runs += [(letter, ink(f"mark:{number}", attributes="b")) for number, letter in enumerate(letters)]
        return [*runs, (" " * (SAMPLES + 2 - 1 - sum(map(cell_len, letters))), ink())]

    # -- commands

    def _try(self, at: int) -> None:
        at = min(max(at, 0), len(self.themes) - 1)
        if at != self.at:
            self.at = at
            self.reader.dismiss_message()
            self.reader.wear(self.themes[at])

    def step(self, by: int) -> None:
        self._try(self.at + by)

    def leap(self, way: int) -> None:
        self.step(way * max(self.room // 2, 1))

    def do_theme_next(self) -> None:
        self._try((self.at + 1) % len(self.themes))

    def do_theme_pick(self) -> None:
        self.do_go_source()

    def do_go_source(self) -> None:
        """Keep the theme in hand for this briefing."""
        self._kept = True
        reader, theme = self.reader, self.themes[self.at]
        reader.close_overlay()
        choose_theme(reader, theme)

    def closing(self) -> None:
        if not self._kept and self.reader.ink.theme != self.before:
            self._kept = True
            self.reader.wear(self.before)

    # -- mouse

    def on_click(self, event: events.Click) -> None:
        at = event.y - HEAD + self._top
        if event.y >= HEAD and at < len(self.themes):
            again = at == self.at
            self._try(at)
            if again or event.chain > 1:
                self.do_go_source()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self._try(self.at + 1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self._try(self.at - 1)


def _kind(theme: Theme) -> str:
    """Dark, light, or whatever the terminal is."""
    return "terminal" if theme.colourless else "dark" if theme.dark else "light"
