"""A theme as Textual's own parts (typing line, selection) take it."""

from __future__ import annotations

from textual.app import App
from textual.theme import Theme as TextualTheme

from tui.reader.ink import Ink


def put_on(app: App[None], ink: Ink) -> None:
    """Make Textual draw its own parts with these inks, or with the terminal's own colours."""
    if ink.depth != "full":
        app.ansi_color = True
        app.theme = "ansi-dark" if ink.theme.dark else "ansi-light"
        return
    app.ansi_color = False
    theme = _textual_theme(ink)
    app.register_theme(theme)
    app.theme = theme.name


def _textual_theme(ink: Ink) -> TextualTheme:
    """The inks of full depth as a Textual theme, named after theirs."""
    theme = ink.theme
    return TextualTheme(
        f"hexapla-{theme.name}",
        primary=ink.colour("accent"),
        accent=ink.colour("accent"),
        foreground=ink.colour("foreground"),
        background=ink.colour("background"),
        panel=ink.colour("panel"),
        surface=ink.colour("raised"),
        dark=theme.dark,
    )
