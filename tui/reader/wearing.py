"""A theme as Textual's own parts (typing line, selection) take it."""

from __future__ import annotations

from textual.theme import Theme as TextualTheme

from tui.reader.ink import Ink


def textual_theme(ink: Ink) -> TextualTheme:
    """The inks of full depth as a Textual theme, named after theirs."""
    theme = ink.theme
    return TextualTheme(
        f"hexapla-{theme.name}",
        primary=theme.accent,
        accent=theme.accent,
        foreground=theme.foreground,
        background=theme.background,
        panel=ink.colour("panel"),
        surface=ink.colour("raised"),
        dark=theme.dark,
    )
