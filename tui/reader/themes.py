"""Themes: read from YAML files, leniently; everything else a screen needs is computed by the inks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

TOKENS = ("background", "foreground", "dim", "accent", "border", "selection", "warning", "error")


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme file: eight colours and at least eight source colours, `#rrggbb` or `default` (the terminal's own)."""

    name: str
    dark: bool
    colors: Mapping[str, str]
    sources: tuple[str, ...]

    def colour(self, token: str) -> str:
        """The colour of one of the eight tokens."""
        return self.colors[token]

    @property
    def background(self) -> str:
        """The page."""
        return self.colors["background"]

    @property
    def foreground(self) -> str:
        """The text."""
        return self.colors["foreground"]

    @property
    def accent(self) -> str:
        """The one red."""
        return self.colors["accent"]

    @property
    def colourless(self) -> bool:
        """Whether the page is the terminal's own, so that nothing can be tinted."""
        return self.background == "default"
