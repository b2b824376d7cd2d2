"""The settings: one typed tree. The text under each field is what `hexapla config` prints above it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from tui.briefing.model import Mark

Background = Literal["auto", "dark", "light"]
GlyphSet = Literal["auto", "full", "plain"]
Preset = Literal["vim", "plain"]
CopyForm = Literal["plain", "markdown", "footnote"]
Motion = Literal["full", "reduced"]


@dataclass(frozen=True, slots=True)
class Bound:
    """A command with the keys the user gave it, and where in the file that stands."""

    command: str
    keys: tuple[str, ...]
    mark: Mark = field(default=Mark(1, 1), compare=False)


@dataclass(frozen=True, slots=True)
class ThemeChoice:
    """The theme a briefing opens with, by the colour of the terminal."""

    dark: str = "lamp"
    """The theme for a dark terminal; `hexapla themes` lists all."""

    light: str = "vellum"
    """The theme for a light terminal."""

    background: Background = "auto"
    """Which of the two: auto (as COLORFGBG says, else dark), dark, or light."""


@dataclass(frozen=True, slots=True)
class Keys:
    """A preset, and what differs from it."""

    preset: Preset = "vim"
    """vim: letters as vim has them. plain: arrows, function keys and Ctrl, no letters."""

    bind: tuple[Bound, ...] = ()
    """Keys by command, in place of the preset's: {theme.next: [x, F9], copy.citation: Ctrl+K, view.filter: []}."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a reader may choose for good."""

    theme: ThemeChoice = ThemeChoice()
    """The theme a briefing opens with; one chosen while reading is remembered with the briefing."""

    keys: Keys = Keys()
    """The keys of the reader; `hexapla keys` prints those in force, with the ids of all commands."""

    glyphs: GlyphSet = "auto"
    """The signs drawn: auto (plain on the Linux console), full, or plain for fonts and terminals that lack them."""

    motion: Motion = "full"
    """reduced: nothing on screen changes by itself, a message stays until the next key."""

    copy: CopyForm = "plain"
    """The form of a copied citation: plain, markdown, or footnote (Markdown)."""

    editor: str = ""
    """The editor for `o`, with its arguments; when empty $VISUAL or $EDITOR."""

    roots: tuple[Path, ...] = ()
    """Folders that briefings may take articles from besides their own parent folder, as with --root."""
